//! Of many sources the few that have the most of the stretches looked up.

use super::Bound;
use super::measure::Measure;
use super::tally::GramCounts;

/// So many sources at most are compared letter by letter.
const COMPARED: usize = 1_000;
/// So many with the most stretches are put in order for that.
const ORDERED: usize = 5_000;

/// A source that may be like the text; the likeliest come first in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// How many of its stretches and those of the text the other lacks, as far as counting tells.
    differences: usize,
    /// Made of its letters, so that the order doesn't hang on where it stands.
    mark: u16,
    /// No more than this is alike, in millionths.
    pub most: u32,
    pub volume: usize,
    pub text: usize,
}

/// What is sieved for.
pub struct Sieve<'m> {
    /// How many stretches were looked up,
    pub stretches: u8,
    /// of so many that the text has.
    pub all: usize,
    pub measure: &'m Measure,
}

/// What a volume knows of one source.
struct Seen {
    count: u8,
    volume: usize,
    text: usize,
}

impl Sieve<'_> {
    /// The likeliest of all volumes, in order; `counts` tell how many stretches each source has.
    pub fn sift(&self, volumes: &[Bound], counts: &[GramCounts]) -> Vec<Candidate> {
        let enough = self.enough(counts);
        let mut found = Vec::with_capacity(2 * ORDERED);
        for (volume, (bound, counts)) in volumes.iter().zip(counts).enumerate() {
            counts.each_having(enough, |text, count| {
                found.push(self.candidate(bound, &Seen { count, volume, text }));
            });
        }
        // Asked one by one, each length would be waited for.
        found.retain(|candidate| candidate.most >= self.measure.least);
        if found.len() > COMPARED {
            let (_, last, _) = found.select_nth_unstable(COMPARED - 1);
            // Equals of the last one stay, so that the answer doesn't hang on where they stand.
            let last = (last.differences, last.mark);
            found.retain(|candidate| (candidate.differences, candidate.mark) <= last);
        }
        found.sort_unstable();
        found
    }

    /// So many stretches a source must have, that not too many have them.
    fn enough(&self, counts: &[GramCounts]) -> u8 {
        let size = |least| counts.iter().map(|counts| counts.having(least)).sum::<usize>();
        let high = self.stretches.max(1);
        // Guessed first, so that few numbers are counted to the end.
        let mut least = self.guess(counts);
        let mut found = size(least);
        while found > ORDERED && least < high {
            least += 1;
            found = size(least);
        }
        while least > 1 {
            let more = size(least - 1);
            if more > ORDERED {
                break;
            }
            (least, found) = (least - 1, more);
        }
        // Rather too many than too few.
        if least > 1 && found < COMPARED { least - 1 } else { least }
    }

    /// About so many stretches that not too many sources have them.
    fn guess(&self, counts: &[GramCounts]) -> u8 {
        let size = |least| counts.iter().map(|counts| counts.having_about(least)).sum::<usize>();
        let (mut low, mut high) = (1, self.stretches.max(1));
        while low < high {
            let middle = low + (high - low) / 2;
            if size(middle) <= ORDERED {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    fn candidate(&self, bound: &Bound, seen: &Seen) -> Candidate {
        let Seen { count, volume, text } = *seen;
        let length = bound.volume.length(text);
        let (stretches, count) = (usize::from(self.stretches), usize::from(count));
        // A source has about as many stretches as letters; those not looked up count like the others.
        let all = stretches * (usize::from(length) + 2 * self.all);
        Candidate {
            differences: all.saturating_sub(2 * self.all * count),
            mark: bound.volume.marks[text],
            most: self.measure.most(length, stretches.saturating_sub(count)),
            volume,
            text,
        }
    }
}

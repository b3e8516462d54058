//! Of many sources the few that have the most of the stretches looked up.

use std::ops::RangeInclusive;

/// So many sources are compared letter by letter.
const COMPARED: usize = 800;

/// A source that may be like the text; the likeliest come first in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// How many of the stretches it lacks.
    pub lacks: u8,
    /// By how many letters it differs in length.
    pub longer: u16,
    pub volume: usize,
    pub text: usize,
}

/// What was found so far.
pub struct Sieve {
    /// How many stretches were looked up.
    stretches: u8,
    /// How long the text is.
    length: usize,
    bounds: RangeInclusive<usize>,
    /// Who has fewer stretches is not among the likeliest.
    least: u8,
    found: Vec<Candidate>,
}

/// So many counts are looked at together.
const CHUNK: usize = 64;

impl Sieve {
    /// For a text of this length with so many stretches; sources have a length within `bounds`.
    pub fn new(stretches: usize, length: usize, bounds: RangeInclusive<usize>) -> Self {
        let stretches = u8::try_from(stretches).unwrap_or(u8::MAX);
        Self { stretches, length, bounds, least: 1, found: Vec::new() }
    }

    /// Takes the likeliest of a volume, by their counts and lengths.
    pub fn take(&mut self, volume: usize, counts: &[u8], lengths: &[u16]) {
        for (number, chunk) in counts.chunks(CHUNK).enumerate() {
            if chunk.iter().fold(0, |most, count| most.max(*count)) < self.least {
                continue;
            }
            for (at, count) in chunk.iter().enumerate().filter(|(_, count)| **count > 0) {
                let text = number * CHUNK + at;
                let length = lengths.get(text).copied().map_or(0, usize::from);
                if *count >= self.least && self.bounds.contains(&length) {
                    let longer = u16::try_from(length.abs_diff(self.length)).unwrap_or(u16::MAX);
                    let lacks = self.stretches.saturating_sub(*count);
                    self.found.push(Candidate { lacks, longer, volume, text });
                }
            }
            if self.found.len() > 4 * COMPARED {
                self.thin();
            }
        }
    }

    fn thin(&mut self) {
        let (_, last, _) = self.found.select_nth_unstable(COMPARED - 1);
        self.least = self.stretches.saturating_sub(last.lacks).max(1);
        self.found.truncate(COMPARED);
    }

    /// The likeliest, in order.
    pub fn finish(mut self) -> Vec<Candidate> {
        self.found.sort_unstable();
        self.found.truncate(COMPARED);
        self.found
    }
}

//! Of many sources the few that have the most of the stretches looked up.

use std::io;
use std::ops::RangeInclusive;

use super::Bound;
use super::volume::Sketch;

/// Where more sources than this may be like a text, only the likeliest are compared letter by letter,
const FEW: usize = 2_000;
/// which are so many.
const COMPARED: usize = 400;
/// So many with the most stretches are looked at for that.
const SKETCHED: usize = 20_000;

/// A source that may be like the text; the likeliest come first in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// How far its sketch is from that of the text; 0 where nobody looked.
    distance: u32,
    /// How many of the stretches it lacks.
    pub lacks: u8,
    /// By how many letters it differs in length.
    longer: u16,
    /// Made of its letters, so that the order doesn't hang on where it stands.
    mark: u32,
    pub volume: usize,
    pub text: usize,
}

/// What is sieved for.
pub struct Sieve {
    /// How many stretches were looked up.
    pub stretches: u8,
    /// How long the text is.
    pub length: usize,
    /// How long a source may be.
    pub lengths: RangeInclusive<usize>,
    pub sketch: Sketch,
}

/// So many counts are looked at together.
const CHUNK: usize = 64;

impl Sieve {
    /// The likeliest of all volumes, in order; `counts` tell how many stretches each source has.
    pub fn sift(&self, volumes: &[Bound], counts: &[Vec<u8>]) -> io::Result<Vec<Candidate>> {
        let mut crowd = Crowd::default();
        for (volume, (bound, counts)) in volumes.iter().zip(counts).enumerate() {
            crowd.volume = volume;
            self.take(bound, counts, &mut crowd);
        }
        crowd.thin(self.stretches);
        let mut found = crowd.found;
        if found.len() > FEW {
            self.look(volumes, &mut found)?;
            found.select_nth_unstable(COMPARED - 1);
            found.truncate(COMPARED);
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Takes the sources of a volume that have stretches enough.
    fn take(&self, bound: &Bound, counts: &[u8], crowd: &mut Crowd) {
        let volume = crowd.volume;
        let chunks = counts.chunks(CHUNK).zip(bound.volume.lengths.chunks(CHUNK)).enumerate();
        for (number, (counts, lengths)) in chunks {
            if counts.iter().fold(0, |most, count| most.max(*count)) < crowd.least {
                continue;
            }
            for (at, (count, length)) in counts.iter().zip(lengths).enumerate() {
                let length = usize::from(*length);
                if *count >= crowd.least && self.lengths.contains(&length) {
                    let longer = u16::try_from(length.abs_diff(self.length)).unwrap_or(u16::MAX);
                    let lacks = self.stretches.saturating_sub(*count);
                    let text = number * CHUNK + at;
                    crowd.found.push(Candidate {
                        distance: 0,
                        lacks,
                        longer,
                        mark: 0,
                        volume,
                        text,
                    });
                    crowd.note(*count);
                }
            }
            if crowd.found.len() > 4 * SKETCHED {
                crowd.thin(self.stretches);
            }
        }
    }

    /// Notes how far the sketches are from that of the text.
    fn look(&self, volumes: &[Bound], found: &mut [Candidate]) -> io::Result<()> {
        for candidate in found {
            let sketches = volumes[candidate.volume].volume.sketches()?;
            let sketch = sketches.get(candidate.text).copied().unwrap_or_default();
            candidate.distance = self.sketch.differences(sketch);
            candidate.mark = sketch.mark();
        }
        Ok(())
    }
}

/// Those that have stretches enough, as far as they were seen.
struct Crowd {
    /// The volume that is looked at.
    volume: usize,
    found: Vec<Candidate>,
    /// Who has fewer stretches is not among the likeliest.
    least: u8,
    /// How many have at least so many.
    size: usize,
    /// How many have each number of stretches.
    having: [usize; 256],
}

impl Default for Crowd {
    fn default() -> Self {
        Self { volume: 0, found: Vec::new(), least: 1, size: 0, having: [0; 256] }
    }
}

impl Crowd {
    /// Counts a source, and asks for more stretches where too many have as many.
    fn note(&mut self, count: u8) {
        self.having[usize::from(count)] += 1;
        self.size += 1;
        while self.size > SKETCHED {
            let last = self.having[usize::from(self.least)];
            if self.size - last < FEW {
                break;
            }
            self.size -= last;
            self.least += 1;
        }
    }

    /// Drops those that have too few after all.
    fn thin(&mut self, stretches: u8) {
        let most = stretches.saturating_sub(self.least);
        self.found.retain(|candidate| candidate.lacks <= most);
    }
}

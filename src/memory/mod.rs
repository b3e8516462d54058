//! Translation memory: what people translated before, found by how alike its source is.
//!
//! The memory is made of volumes, each written once and read in place, and of a few entries that
//! were added since. How alike two sources are is what part of the longer one needs no edit, letter
//! by letter; stretches of three letters tell which sources are worth comparing.

mod best;
mod concordance;
mod entry;
mod fuzzy;
pub mod leverage;
mod measure;
mod names;
mod offer;
mod repair;
mod sieve;
mod sought;
mod tally;
mod value;
pub mod volume;

use std::io;
use std::sync::Arc;

pub use concordance::Hit;
pub use entry::{Around, Entry, Keeper, KeeperKind};
pub use fuzzy::Query;
pub use measure::{lengths_alike, likeness};
pub use names::renamed;
pub use offer::{Match, MatchKind, Penalty};
pub use repair::repaired;
pub use sought::{By, SoughtWords};
use volume::{Remembered, Volume};

/// The least score of a text that is worth an offer.
pub const LEAST: u8 = 60;

/// The entries of one pair of languages.
#[derive(Default)]
pub struct Memory {
    volumes: Vec<Bound>,
    /// What was added since, compared one by one.
    recent: Vec<Entry>,
}

/// A volume with the keepers of its entries; nothing for one that has changed since.
pub struct Bound {
    pub volume: Volume,
    pub keepers: Arc<Vec<Option<Keeper>>>,
}

impl Bound {
    /// The entry, where its keeper still has it.
    fn entry(&self, stored: Remembered) -> Option<Entry> {
        let keeper = self.keepers.get(stored.keeper as usize)?.clone()?;
        Some(Entry::of(stored, keeper))
    }

    /// Every entry with the source of this number that still counts.
    fn entries(&self, text: usize) -> io::Result<Vec<Entry>> {
        let mut buffer = Vec::new();
        let mut found = Vec::new();
        let mut next = Some(self.volume.last(text, &mut buffer)?);
        while let Some(stored) = next {
            next = self.volume.earlier(&stored, &mut buffer)?;
            found.extend(self.entry(stored));
            if found.len() == MOST_ALIKE {
                break;
            }
        }
        Ok(found)
    }
}

/// So many entries with one source are looked at; more of them have nothing new to say.
const MOST_ALIKE: usize = 50_000;

impl Memory {
    /// A memory of these volumes.
    pub fn of(volumes: Vec<Bound>) -> Self {
        Self { volumes, recent: Vec::new() }
    }

    /// How many entries were added since.
    pub fn len(&self) -> usize {
        self.recent.len()
    }

    /// Remembers one more entry.
    pub fn add(&mut self, entry: Entry) {
        self.recent.push(entry);
    }

    /// Forgets what was added last, however many entries there are beyond `len`.
    pub fn truncate(&mut self, len: usize) {
        self.recent.truncate(len);
    }

    /// The first entries, so many at most.
    pub fn some(&self, most: usize) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for bound in &self.volumes {
            for text in 0..bound.volume.texts() {
                if entries.len() >= most {
                    return Ok(entries);
                }
                entries.extend(bound.entries(text)?);
            }
        }
        Ok(entries)
    }

    /// Passes on every entry that counts.
    pub fn each(&self, mut pass: impl FnMut(Entry)) -> io::Result<()> {
        for bound in &self.volumes {
            bound.volume.records(|stored| {
                bound.entry(stored).into_iter().for_each(&mut pass);
                Ok(())
            })?;
        }
        self.recent.iter().cloned().for_each(pass);
        Ok(())
    }
}

#[cfg(test)]
mod tests;

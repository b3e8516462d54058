//! Which volumes a new one takes in, so that there are never many.

use std::io;

use super::cache::Cache;
use super::edition::Edition;
use super::keepers::Source;
use super::register::{Enlisted, Register, VolumeFile};
use crate::memory::volume::Volume;
use crate::memory::{Entry, Keeper};

/// What becomes of the volumes that are there.
pub struct Plan {
    /// Those that stay.
    pub left: Vec<VolumeFile>,
    /// Those that the new one takes in, with their keepers.
    taken: Vec<Taken>,
    /// The keepers of those that stay, as they will be listed.
    standing: Vec<Enlisted>,
    /// About how many entries the new volume will have.
    pub expected: usize,
}

/// A volume that is taken in.
struct Taken {
    file: VolumeFile,
    keepers: Vec<Enlisted>,
}

/// A volume is taken in where it is at most so many times as large as what comes new.
const RATIO: usize = 2;

impl Plan {
    /// Plans for so many new entries; `kept` are the keepers whose entries are still the same.
    pub fn new(register: &Register, kept: &[&Source], new: usize) -> Self {
        let known = register.by_keeper();
        let mut volumes: Vec<Taken> = register
            .volumes
            .iter()
            .map(|file| Taken { file: file.clone(), keepers: Vec::new() })
            .collect();
        for source in kept {
            if let Some(enlisted) = known.get(&source.keeper) {
                volumes[enlisted.volume].keepers.push((*enlisted).clone());
            }
        }
        volumes.sort_by_key(|volume| volume.file.entries);
        let mut plan =
            Self { left: Vec::new(), taken: Vec::new(), standing: Vec::new(), expected: new };
        for volume in volumes {
            // Where half of the keepers are gone, the rest is worth copying.
            let is_thin = 2 * volume.keepers.len() < volume.file.keepers;
            if is_thin || volume.file.entries <= RATIO * plan.expected {
                plan.expected += volume.file.entries;
                plan.taken.push(volume);
                continue;
            }
            let place = plan.left.len();
            let standing = volume.keepers.into_iter();
            plan.standing.extend(standing.map(|one| Enlisted { volume: place, ..one }));
            plan.left.push(volume.file);
        }
        plan
    }

    /// The volumes to be taken in, open.
    pub fn open(&self, cache: &Cache) -> io::Result<Vec<Volume>> {
        self.taken.iter().map(|taken| Volume::open(cache.open(&taken.file.name)?)).collect()
    }

    /// Adds their entries to the new volume, and lists all keepers.
    pub fn take_in(&self, volumes: &[Volume], edition: &mut Edition<'_>) -> io::Result<()> {
        for (taken, volume) in self.taken.iter().zip(volumes) {
            let mut numbers: Vec<Option<(u32, &Keeper)>> = vec![None; taken.file.keepers];
            for enlisted in &taken.keepers {
                let number = edition.enlist(enlisted.clone());
                numbers[enlisted.number] = Some((number, &enlisted.keeper));
            }
            volume.records(|stored| {
                let keeper = numbers.get(stored.keeper as usize).copied().flatten();
                let Some((number, keeper)) = keeper else { return Ok(()) };
                edition.add(number, &Entry::of(stored, keeper.clone()))
            })?;
        }
        self.standing.iter().cloned().for_each(|enlisted| edition.keep(enlisted));
        Ok(())
    }
}

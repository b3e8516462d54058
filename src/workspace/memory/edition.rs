//! A new volume under way, with the list that will name it.

use std::fs::File;
use std::io::{self, BufWriter};

use super::cache::Cache;
use super::register::{Enlisted, Register, VolumeFile};
use crate::memory::Entry;
use crate::memory::volume::{Binder, Volume};

/// The file of a volume that is removed again unless it gets into the list.
struct VolumeDraft<'c> {
    cache: &'c Cache,
    name: String,
    is_kept: bool,
}

impl Drop for VolumeDraft<'_> {
    fn drop(&mut self) {
        if !self.is_kept {
            self.cache.remove(&self.name);
        }
    }
}

/// A volume being written, and the index as it will be.
pub struct Edition<'c> {
    file: VolumeDraft<'c>,
    pub binder: Binder<BufWriter<File>>,
    next: Register,
    /// How many keepers the volume has.
    keepers: usize,
}

impl<'c> Edition<'c> {
    /// Begins a volume beside those that stay.
    pub fn new(cache: &'c Cache, identity: String, left: Vec<VolumeFile>) -> io::Result<Self> {
        let file = VolumeDraft { cache, name: cache.free_name(), is_kept: false };
        let binder = Binder::new(cache.create(&file.name)?)?;
        let next = Register { identity, volumes: left, keepers: Vec::new() };
        Ok(Self { file, binder, next, keepers: 0 })
    }

    /// Lists a keeper as one whose entries stand in the new volume; gives its number there.
    pub fn enlist(&mut self, one: Enlisted) -> u32 {
        let volume = self.next.volumes.len();
        let number = self.keepers;
        self.keepers += 1;
        self.next.keepers.push(Enlisted { volume, number, ..one });
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// Lists a keeper whose entries stand in a volume that stays.
    pub fn keep(&mut self, enlisted: Enlisted) {
        self.next.keepers.push(enlisted);
    }

    /// Adds an entry of the keeper with this number.
    pub fn add(&mut self, number: u32, entry: &Entry) -> io::Result<()> {
        self.binder.add(number, entry)
    }

    /// Ends the volume and puts the list in place; gives the list.
    pub fn publish(mut self) -> io::Result<Register> {
        let entries = self.binder.count() as usize;
        self.binder.finish()?;
        let (cache, name) = (self.file.cache, self.file.name.clone());
        let proof = Volume::open(cache.open(&name)?)?.proof();
        let file = VolumeFile { name, keepers: self.keepers, entries, proof };
        self.next.volumes.push(file);
        let names: Vec<String> = self.next.volumes.iter().map(|one| one.name.clone()).collect();
        cache.publish(&self.next.to_text(), &names)?;
        self.file.is_kept = true;
        Ok(self.next)
    }
}

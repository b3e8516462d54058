//! What a package for an agency holds, as the list in it says to programs.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::json::write_json;
use crate::memory::leverage::Extent;

/// What a package holds.
#[derive(Default, Serialize)]
pub struct PackageList {
    pub version: u8,
    /// The program that made it, with its version.
    pub tool: String,
    /// The language translated from.
    pub source: String,
    pub work: Vec<PackedWork>,
    pub memory: Vec<PackedMemory>,
    /// Files that are there to be looked at.
    pub beside: Vec<String>,
}

/// A file to translate.
#[derive(Serialize)]
pub struct PackedWork {
    pub path: String,
    pub article: String,
    pub target: String,
    pub segments: usize,
    pub words: usize,
    /// How many segments are in each state.
    pub states: BTreeMap<&'static str, usize>,
}

/// A file of earlier translations.
#[derive(Serialize)]
pub struct PackedMemory {
    pub path: String,
    pub target: String,
    pub units: usize,
}

impl PackageList {
    /// How many segments there are to translate.
    pub fn segments(&self) -> usize {
        self.work.iter().map(|work| work.segments).sum()
    }

    /// How many words.
    pub fn words(&self) -> usize {
        self.work.iter().map(|work| work.words).sum()
    }

    /// The list as JSON.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        write_json(self, &mut bytes)?;
        Ok(bytes)
    }
}

impl PackedWork {
    /// Counts a segment.
    pub fn count(&mut self, source: &str, state: &'static str) {
        self.segments += 1;
        self.words += Extent::of(source).words;
        *self.states.entry(state).or_default() += 1;
    }
}

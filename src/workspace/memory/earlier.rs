//! Sentences of a work that are like earlier ones of the same work.

use std::io;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::l10n::message;
use crate::memory::volume::{Binder, Volume};
use crate::memory::{Around, Bound, Entry, Keeper, KeeperKind, Memory, Query};
use crate::model::State;

/// The sentences of a work, each known by its number.
pub struct Earlier {
    memory: Memory,
}

impl Earlier {
    /// Takes in the sentences of a work in their order.
    pub fn new(texts: &[&str]) -> Result<Self> {
        let unreadable =
            |err: io::Error| Error::new(message!("error-memory-unreadable")).refused_by(&err);
        let keeper = Keeper { kind: KeeperKind::Home, name: "".into() };
        let mut binder = Binder::new(Vec::new()).map_err(unreadable)?;
        for (number, text) in texts.iter().enumerate() {
            let entry = Entry {
                keeper: keeper.clone(),
                source: (*text).to_owned(),
                target: number.to_string(),
                state: State::Translated,
                origin: None,
                around: Around::default(),
                waived: String::new(),
            };
            binder.add(0, &entry).map_err(unreadable)?;
        }
        let (bytes, _) = binder.finish().map_err(unreadable)?;
        let volume = Volume::open(Box::new(bytes)).map_err(unreadable)?;
        let keepers = Arc::new(vec![Some(keeper)]);
        Ok(Self { memory: Memory::of(vec![Bound { volume, keepers }]) })
    }

    /// Whether one before the sentence with this number is like it.
    pub fn has_like(&self, number: usize, text: &str, least: u8) -> Result<bool> {
        let is_earlier = |entry: &Entry| entry.target.parse().is_ok_and(|one: usize| one < number);
        let query = Query { least, ..Query::new(text, 1) };
        let found = self.memory.matches(&query, &is_earlier);
        let found = found
            .map_err(|err| Error::new(message!("error-memory-unreadable")).refused_by(&err))?;
        Ok(!found.is_empty())
    }
}

//! Notes that people left, and that nobody settled.
//!
//! A note asks something of whoever comes next. It is settled once an editor approved the
//! translation beside it, once it is taken away, or by a waiver.

use crate::model::{Catalog, State, Unit};

/// The check that tells of open notes, and whose waiver settles one.
pub const OPEN_NOTE: &str = "open-note";

/// The unit's notes that wait for somebody.
pub fn open_notes<'a>(unit: &Unit<'_>, catalog: &'a Catalog) -> Vec<&'a str> {
    if unit.state >= Some(State::Reviewed) && !unit.is_stale() && !unit.is_unsealed() {
        return Vec::new();
    }
    let pairs = unit.pairs.iter().filter_map(|pair| catalog.pairs.get(*pair));
    let notes: Vec<&str> = pairs.filter_map(|pair| pair.note.as_deref()).collect();
    if notes.is_empty() || unit.waiver(OPEN_NOTE, catalog).is_some() {
        return Vec::new();
    }
    notes
}

//! Where the translations held stand in a document.

use std::ops::Range;

use crate::model::Document;

/// Whose translation a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// That of the unit with this index.
    Unit(usize),
    /// That of a pair of the catalog that no unit has.
    Pair(usize),
}

/// How a unit's translation stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStanding {
    Equal,
    /// Something like it stands there.
    Similar,
    Absent,
}

/// A translation that stands in the document, or something like it.
#[derive(Clone, Debug)]
pub struct FoundText {
    pub owner: Owner,
    pub segments: Range<usize>,
    pub is_equal: bool,
}

/// The translations held, looked up in the document.
pub struct PageLook<'a> {
    /// How that of each unit stands there.
    pub units: Vec<TextStanding>,
    pub found: Vec<FoundText>,
    pub document: &'a Document,
}

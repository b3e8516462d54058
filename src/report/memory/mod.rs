//! What the memory has to say: to a search, and about itself.

mod json;
mod stock;
mod text;

use super::Format;
use crate::memory::Hit;

pub use stock::{STATS, Stock, Stocks};

/// The forms of an answer.
pub const FORMATS: &[Format<Searched>] = &[
    Format { name: "text", write: text::write },
    Format { name: "json", write: json::write },
    Format { name: "lines", write: json::write_line },
];

/// What was asked for and found.
pub struct Searched {
    pub text: String,
    pub target: String,
    pub hits: Vec<SearchHit>,
}

/// An entry that was found.
pub struct SearchHit {
    pub hit: Hit,
    /// Where it stands, where that is an article of the workspace.
    pub place: Option<Whereabouts>,
}

/// Where an entry stands in its article as it is now.
pub struct Whereabouts {
    /// From 1.
    pub segment: usize,
    /// The source as it is now, where it is another than the translated one.
    pub current: Option<String>,
}

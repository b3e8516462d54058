//! The nouns of the trade, as plain data.

mod bitext;
mod catalog;
mod document;
mod finding;
mod place;
mod seal;

pub use bitext::{Bitext, Change, Danger, Edit, Freshness, Piece, Unit};
pub use catalog::{Ack, Catalog, Pair, Signature, State, Waiver, is_blank};
pub use document::{Block, Document, Kind, Segment};
pub use finding::{Finding, Severity};
pub use place::{Lines, Location, Span};
pub use seal::seal;

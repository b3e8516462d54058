//! The nouns of the trade, as plain data.

mod bitext;
mod blank;
mod catalog;
mod concern;
mod document;
mod finding;
mod place;
mod published;
mod seal;

pub use bitext::{Bitext, Change, Danger, Edit, Freshness, Piece, Unit};
pub use blank::is_blank;
pub use catalog::{
    Ack, Catalog, MACHINE, Pair, Signature, State, UNTOUCHED, Waiver, is_of_machine,
    remembered_origin,
};
pub use concern::Concern;
pub use document::{Block, Document, Kind, Segment};
pub use finding::{Finding, Fix, Severity};
pub use place::{Lines, Location, Position, Span};
pub use published::{
    Lag, LeftText, OtherText, PageState, Provenance, Published, Surplus, SurplusKind,
};
pub use seal::{seal, segment_digest, text_digest};

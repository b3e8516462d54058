//! The termbase: agreed translations of names and terms, and how they are found in a text.
//!
//! A file of terms is read into [`Term`]s, those become phrases of known forms, and a [`Termbase`]
//! finds them in sentences of both languages, in every case and number.

mod changes;
mod chunks;
mod clashes;
mod extract;
mod merge;
mod page;
mod phrase;
mod phrases;
mod pieces;
mod read;
mod term;
mod termbase;
mod told;
mod usage;

pub use changes::{TermsWritten, added};
pub use clashes::{ClashKind, TermClash, clashes};
pub use extract::{Harvest, TermCandidate, TermLesson, extract};
pub use merge::{is_terms, merge};
pub use page::block;
#[cfg(test)]
pub use page::testing;
pub use read::{PlacedTerm, read};
pub use term::{Term, TermWords};
pub use termbase::{Termbase, TermsHere};
pub use told::AgreedTerm;
pub use usage::{TermFault, TermUse};

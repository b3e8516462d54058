//! Where people decide about segments: whatever they use for it, it comes into catalogs by one door.
//!
//! Nothing here knows a terminal: work that lasts tells a call how far it is, and what to show is
//! handed up.

#![allow(dead_code, unused_imports, reason = "importers of files come by this door next")]

mod door;
mod proposal;
mod settling;
mod verdict;

pub use door::{apply, preview};
pub use proposal::{Approved, Base, Doubtful, Prefer, Proposal, Rules};
pub use verdict::{Outcome, Verdict};

//! Where people decide about segments: whatever they use for it, it comes into catalogs by one door.
//!
//! Nothing here knows a terminal: work that lasts tells a call how far it is, and what to show and
//! what went wrong is handed up.

mod beside;
mod card;
mod cards;
#[allow(dead_code, reason = "importers of files come by this door next")]
mod door;
mod part;
#[allow(dead_code, reason = "importers of files come by this door next")]
mod proposal;
pub mod reading;
mod recall;
#[allow(dead_code, reason = "importers of files come by this door next")]
mod settling;
#[allow(dead_code, reason = "importers of files come by this door next")]
mod verdict;
mod worklist;
pub mod worksheet;

pub use beside::{Beside, beside};
#[cfg(test)]
pub use card::testing;
pub use card::{Card, Neighbour, Offer, Origin};
pub use cards::{Desk, Item};
pub use part::Part;
pub use recall::Recall;
pub use worklist::{Total, Wanted, Work};
#[allow(unused_imports, reason = "importers of files come by this door next")]
pub use {
    door::{apply, preview},
    proposal::{Approved, Base, Doubtful, Prefer, Proposal, Rules},
    verdict::{Outcome, Verdict},
};

//! Where people decide about segments: whatever they use for it, it comes into catalogs by one door.
//!
//! Nothing here knows a terminal: work that lasts tells a call how far it is, and what to show and
//! what went wrong is handed up.

mod beside;
mod bulk;
mod card;
mod cards;
mod door;
mod following;
mod incoming;
mod memories;
mod needed;
mod outgoing;
mod part;
mod pertinent;
mod proposal;
pub mod reading;
mod recall;
pub mod renewal;
mod settling;
mod sources;
mod verdict;
mod worklist;
pub mod worksheet;

pub use beside::{SurplusText, beside};
#[cfg(test)]
pub use card::testing;
pub use card::{Card, Neighbour, Offer, Origin};
pub use cards::{Desk, Item};
pub use following::Following;
pub use incoming::{ABOUT, CONTEXT, MANIFEST, MEMORY, TERMS, is_terms};
pub use incoming::{Arrival, Destination, Mailbag, Shipment, Unpacker, arrivals};
pub use memories::Memories;
pub use outgoing::{OutgoingWork, with_parcel};
pub use part::Part;
pub use pertinent::{memory_unit, pertinent, settled_units, terms_of_work};
pub use recall::Recall;
pub use worklist::{Total, Wanted, Work};
pub use {
    door::{apply, preview},
    proposal::{Approved, Base, Doubtful, Prefer, Proposal, Rules},
    verdict::{Outcome, Verdict},
};

//! Agreed terms: those of the workspace, those that contradict it, those that its texts propose.

mod conflict;
mod list;
mod proposed;

pub use conflict::conflicts;
pub use list::{FORMATS, ListedTerm, ListedTerms};
pub use proposed::{PROPOSED, ProposedTerm, ProposedTerms};

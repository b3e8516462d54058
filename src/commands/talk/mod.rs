//! A conversation about segments on a terminal: one on the screen, one key, the next segment.
//!
//! Translators and editors go through their lists with the same hands; what a key may
//! decide depends on the part. Each decision goes through the workspace's one door and is
//! told only once it is on disk.

mod acts;
mod blocks;
mod desk;
mod editor;
mod keys;
mod recall;
mod session;
mod translator;

pub use blocks::{Held, decisions};
pub use desk::{Desk, Item};
pub use recall::Recall;
pub use session::talk;

use crate::model::State;
use crate::tracking::Need;

/// In which part a person goes through the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Translator,
    /// An editor, and the state that approving sets.
    Editor(State),
}

impl Part {
    /// Whether a segment with this need and state waits for the person.
    pub fn is_open(self, need: Option<Need>, state: Option<State>) -> bool {
        match self {
            Self::Translator => need.is_some(),
            Self::Editor(approved) => {
                need.is_none()
                    && state.is_some_and(|state| state >= State::Translated && state < approved)
            }
        }
    }
}

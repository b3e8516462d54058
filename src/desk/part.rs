//! Who goes through a list: a translator or an editor.

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

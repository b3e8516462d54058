//! What a block of a worksheet decides about the segment it names.

use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Location, State, Unit, is_blank};
use crate::report::translate::{Card, Filled, plain};
use crate::tracking::{Decision, Need};

/// What a block is compared with.
pub struct Held {
    /// As it stands in the catalog, and as a worksheet shows it.
    target: String,
    shown: String,
    need: Option<Need>,
    state: Option<State>,
    has_changed: bool,
}

impl Held {
    /// The segment of a unit.
    pub fn of(unit: &Unit<'_>) -> Self {
        Self {
            target: unit.target.to_string(),
            shown: plain(&unit.target),
            need: Need::of(unit),
            state: unit.state,
            has_changed: unit.change.is_some(),
        }
    }

    /// The segment of a card.
    pub fn on(card: &Card) -> Self {
        Self {
            target: card.target.clone(),
            shown: plain(&card.target),
            need: card.need,
            state: card.state,
            has_changed: card.change.is_some(),
        }
    }

    /// Whether it takes a reason to say that the translation is right as it is.
    pub fn asks_why(&self) -> bool {
        self.has_changed || self.need == Some(Need::Unsealed)
    }

    /// The translation is right as it is; who says so of a draft stands behind it.
    pub fn confirmed(&self, reason: &str) -> Vec<Decision> {
        let statement = Decision::Acknowledge { reason: reason.to_owned() };
        let statement = self.asks_why().then_some(statement);
        let is_draft = self.state == Some(State::Draft);
        let behind = is_draft.then(|| translation(self.target.clone()));
        statement.into_iter().chain(behind).collect()
    }
}

/// A translator's translation.
pub fn translation(target: String) -> Decision {
    Decision::Translate { target, state: State::Translated, origin: None }
}

/// What a block decides about the segment it names; nothing where nothing was changed.
pub fn decisions(block: &Filled, held: &Held, path: &str) -> Result<Vec<Decision>> {
    let fail =
        |message, hint| Err(Error::new(message).at(Location::at(path, (block.line, 1))).hint(hint));
    let is_new = !is_blank(&block.text) && block.text != held.shown;
    let mut decisions = Vec::new();
    match (is_new, block.ack.as_str()) {
        (true, "") => decisions.push(translation(block.text.clone())),
        (true, _) => return fail(message!("error-sheet-both"), message!("hint-sheet-both")),
        (false, "") => {}
        (false, _) if held.need == Some(Need::Missing) => {
            return fail(message!("error-sheet-nothing"), message!("hint-sheet-nothing"));
        }
        (false, reason) => decisions.extend(held.confirmed(reason)),
    }
    if !block.note.is_empty() {
        if is_blank(&held.target) && !is_new {
            return fail(message!("error-sheet-note"), message!("hint-sheet-note"));
        }
        decisions.push(Decision::Remark(block.note.clone()));
    }
    Ok(decisions)
}

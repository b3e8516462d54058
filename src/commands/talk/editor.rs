//! What only an editor's keys do.

use super::session::{Session, TalkStep};
use crate::commands::terminal::Prompt;
use crate::desk::Card;
use crate::error::Result;
use crate::l10n::message;
use crate::model::State;
use crate::tracking::Decision;

impl Session<'_> {
    /// Gives the translation this state, if it is not a translator's turn.
    pub fn approve(&mut self, card: &Card, state: State) -> TalkStep {
        if card.state == Some(state) {
            return self.unchanged();
        }
        self.decide(card, &[Decision::Review(state)])
    }

    /// Makes the translation a draft again, with a note that says why.
    pub fn send_back(&mut self, card: &Card) -> Result<TalkStep> {
        let prompt = format!("{} ", self.cx.l10n.text(&message!("command-review-ask-why")));
        self.explain_line()?;
        let history = &mut self.lines.reasons;
        let note = self.terminal.line(Prompt { words: &prompt, text: "", history })?;
        Ok(match note.filter(|note| !note.is_empty()) {
            Some(note) => {
                self.decide(card, &[Decision::Review(State::Draft), Decision::Remark(note)])
            }
            None => self.unchanged(),
        })
    }
}

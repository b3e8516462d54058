//! What only a translator's keys do.

use super::session::{Session, TalkStep};
use crate::commands::terminal::Prompt;
use crate::desk::Card;
use crate::desk::worksheet::Held;
use crate::error::Result;
use crate::l10n::message;
use crate::model::{Danger, State};
use crate::report::task::accepted;
use crate::tracking::{Decision, Need};

impl Session<'_> {
    /// Takes an offer: the translation of the same source at once, any other after a look.
    pub fn accept(&mut self, card: &Card, digit: char) -> Result<TalkStep> {
        let number = digit.to_digit(10).unwrap_or_default() as usize;
        let Some(offer) = number.checked_sub(1).and_then(|at| card.offers.get(at)) else {
            return Ok(self.unknown(digit));
        };
        let origin = Some(offer.record());
        if offer.score == 100 && self.is_meant(card, &offer.target)? {
            let target = offer.target.clone();
            let decision = Decision::Translate { target, state: State::Translated, origin };
            return Ok(self.decide(card, &[decision]));
        }
        self.type_in(card, &offer.target, origin)
    }

    /// Says that the translation is right as it is.
    pub fn hold(&mut self, card: &Card) -> Result<TalkStep> {
        let held = Held::on(card);
        match card.need {
            None => Ok(self.stay(&message!("command-translate-settled"))),
            Some(Need::Missing) => Ok(self.stay(&message!("error-sheet-nothing"))),
            Some(_) if !held.asks_why() => Ok(self.decide(card, &held.confirmed(""))),
            Some(_) => {
                let prompt = format!("{} ", self.cx.l10n.text(&message!("command-ack-ask")));
                self.explain_line()?;
                let history = &mut self.lines.reasons;
                let question = Prompt { words: &prompt, text: "", history };
                match self.terminal.line(question)? {
                    Some(reason) if !reason.is_empty() && self.is_sure(card)? => {
                        Ok(self.decide(card, &held.confirmed(&reason)))
                    }
                    _ => Ok(self.unchanged()),
                }
            }
        }
    }

    /// Whether a translation is to stand under a critical change that is named once more.
    fn is_sure(&mut self, card: &Card) -> Result<bool> {
        let critical = card.change.as_ref().filter(|change| change.danger == Danger::Critical);
        let Some(change) = critical else { return Ok(true) };
        let told = accepted(change, card.segment, &card.target);
        self.asks(&told, &message!("command-ack-sure"))
    }
}

//! The keys of each part: those shown below a segment, and what each does.

use super::session::{Session, TalkStep};
use crate::commands::terminal::Key;
use crate::desk::{Card, Part};
use crate::error::Result;
use crate::l10n::{Message, message};
use crate::model::State;
use crate::report::translate::told;

impl Session<'_> {
    /// Does what a key asks about the segment.
    pub fn obey(&mut self, card: &Card, key: Key) -> Result<TalkStep> {
        match (key, self.part) {
            (Key::Stop | Key::Sign('q'), _) => Ok(TalkStep::Quit),
            (Key::Sign('s' | ' ') | Key::Right | Key::Down, _) => Ok(TalkStep::Next),
            (Key::Sign('b') | Key::Left | Key::Up, _) => Ok(self.back()),
            (Key::Sign('u'), _) => Ok(self.undo()),
            (Key::Sign('e') | Key::Enter, _) => self.edit(card),
            (Key::Sign('v'), _) => self.edit_elsewhere(card),
            (Key::Sign('n'), _) => self.note(card),
            (Key::Sign('w'), _) => self.waive(card),
            (Key::Sign('a'), Part::Translator) => self.hold(card),
            (Key::Sign(digit @ '1'..='9'), Part::Translator) => self.accept(card, digit),
            (Key::Sign('a'), Part::Editor(state)) => Ok(self.approve(card, state)),
            (Key::Sign('f'), Part::Editor(_)) => Ok(self.approve(card, State::Final)),
            (Key::Sign('r'), Part::Editor(_)) => self.send_back(card),
            // It shows the page again, with offers that came meanwhile.
            (Key::Sign('r'), Part::Translator) | (Key::Escape, _) => Ok(TalkStep::Stay),
            (Key::Sign('?' | 'h'), _) => self.help(),
            (Key::Sign(sign), _) => Ok(self.unknown(sign)),
        }
    }

    /// Shows what each key does, on a page of its own.
    pub fn help(&mut self) -> Result<TalkStep> {
        let screen = self.cx.screen();
        let parts = [
            match self.part {
                Part::Translator => message!("command-translate-help"),
                Part::Editor(_) => message!("command-review-help"),
            },
            message!("command-translate-help-signs"),
            message!("command-translate-help-back"),
        ];
        let parts = parts.map(|part| told(&screen.text(&part), &screen));
        self.terminal.show(&parts.join("\n"), self.cx)?;
        match self.terminal.key("> ")? {
            Key::Stop => Ok(TalkStep::Quit),
            _ => Ok(TalkStep::Stay),
        }
    }

    /// Says that a key does nothing, and which one shows those that do.
    pub fn unknown(&mut self, sign: char) -> TalkStep {
        self.stay(&message!("command-translate-key-unknown", key = sign.to_string()))
    }
}

/// The keys that do something for the segment.
pub fn shown(card: &Card, part: Part) -> Vec<Message> {
    let mut keys = match part {
        Part::Translator => Vec::new(),
        Part::Editor(State::Final) => vec![message!("command-review-key-final")],
        Part::Editor(_) => {
            vec![message!("command-review-key-approve"), message!("command-review-key-final")]
        }
    };
    if part == Part::Translator {
        if !card.offers.is_empty() {
            keys.push(message!("command-translate-key-offer", last = card.offers.len()));
        }
    } else {
        keys.push(message!("command-review-key-back"));
    }
    keys.extend([message!("command-translate-key-edit"), message!("command-translate-key-editor")]);
    if part == Part::Translator && card.need.is_some() && !card.target.is_empty() {
        keys.push(message!("command-translate-key-ack"));
    }
    if !card.target.is_empty() {
        keys.push(message!("command-translate-key-note"));
    }
    keys.push(message!("command-translate-key-skip"));
    keys.extend(always());
    keys
}

/// The keys that work behind the last segment, too.
pub fn always() -> [Message; 4] {
    [
        message!("command-translate-key-back"),
        message!("command-translate-key-undo"),
        message!("command-translate-key-quit"),
        message!("command-translate-key-help"),
    ]
}

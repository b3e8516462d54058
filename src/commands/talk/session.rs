//! What a conversation holds, and how it tells what was done.

use std::time::Duration;

use crate::commands::context::Context;
use crate::commands::terminal::Terminal;
use crate::desk::{Desk, Following, Item, Part, Recall};
use crate::error::Error;
use crate::l10n::{Message, message};
use crate::report;
use crate::tracking::Trace;
use crate::workspace::Paper;

/// Everything that a conversation holds.
pub struct Session<'a> {
    pub part: Part,
    pub cx: &'a Context<'a>,
    pub desk: Desk<'a>,
    pub terminal: Terminal,
    pub recall: Recall,
    /// What comes from other newsrooms meanwhile; nothing where none shares its memory.
    pub following: Option<Following>,
    pub items: Vec<Item>,
    /// Which item is on the screen; beyond the last at the end.
    pub at: usize,
    pub done: Vec<Done>,
    pub lines: TypedLines,
    /// The worksheet of a segment that could not be taken, to be had again.
    pub damaged: Option<(usize, Paper)>,
    /// What is told above the next page.
    pub said: Vec<String>,
    /// Whether the segment is shown even if nothing is left to do about it.
    pub is_going_back: bool,
    /// How long the next segment waits for the memory.
    pub patience: Duration,
}

/// A decision that was saved and can be taken back.
pub struct Done {
    pub item: usize,
    pub trace: Trace,
    /// What the memory forgets it by.
    pub mark: Option<usize>,
}

/// Where a key leads.
pub enum TalkStep {
    Next,
    Back,
    Stay,
    Quit,
}

/// What was typed before, to be had again with the arrow keys.
#[derive(Default)]
pub struct TypedLines {
    pub targets: Vec<String>,
    pub reasons: Vec<String>,
    pub notes: Vec<String>,
}

impl Session<'_> {
    /// Goes to the segment before.
    pub fn back(&mut self) -> TalkStep {
        if self.at == 0 {
            self.say(&message!("command-translate-first"));
            return TalkStep::Stay;
        }
        TalkStep::Back
    }

    /// Tells something above the next page.
    pub fn say(&mut self, message: &Message) {
        self.said.push(self.cx.l10n.text(message));
    }

    /// Tells what failed above the next page; the conversation goes on.
    pub fn say_error(&mut self, error: &Error) {
        let mut shown = Vec::new();
        // A vector takes everything.
        _ = report::error::write(error, &self.cx.screen(), &mut shown);
        self.said.push(String::from_utf8_lossy(&shown).trim_end().to_owned());
    }

    /// What was told since, for the top of the next page.
    pub fn take_said(&mut self) -> String {
        let screen = self.cx.screen();
        let said: String =
            self.said.drain(..).map(|words| report::translate::told(&words, &screen)).collect();
        if said.is_empty() { said } else { format!("{said}\n") }
    }
}

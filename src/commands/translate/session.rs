//! The conversation: one segment on the screen, one key, the next segment.

use std::sync::Arc;
use std::time::Duration;

use super::acts::Lines;
use super::desk::Desk;
use super::recall::Recall;
use super::work::{Item, Work};
use crate::commands::context::{self, Context, Outcome};
use crate::commands::terminal::{Key, Terminal};
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::report;
use crate::report::translate::{Card, page};
use crate::tracking::Trace;
use crate::workspace::Workspace;

/// How long the first segment waits for the memory.
const PATIENCE: Duration = Duration::from_millis(150);

/// Everything that a conversation holds.
pub struct Session<'a> {
    pub cx: &'a Context<'a>,
    pub desk: Desk<'a>,
    pub terminal: Terminal,
    pub recall: Recall,
    pub items: Vec<Item>,
    /// Which item is on the screen; beyond the last at the end.
    pub at: usize,
    pub done: Vec<Done>,
    pub lines: Lines,
    /// What is told above the next page.
    said: Vec<String>,
    /// Whether the segment is shown even if nothing is left to do about it.
    is_going_back: bool,
    /// How long the next segment waits for the memory.
    patience: Duration,
}

/// A decision that was saved and can be taken back.
pub struct Done {
    pub item: usize,
    pub trace: Trace,
    /// What the memory forgets it by.
    pub mark: Option<usize>,
}

/// Where a key leads.
pub enum Step {
    Next,
    Back,
    Stay,
    Quit,
}

/// Talks about the work list until it is done or left.
pub fn talk(cx: &Context<'_>, workspace: &Arc<Workspace>, work: Work) -> Result<Outcome> {
    let recall = Recall::start(workspace, work.targets());
    let Work { jobs, items, .. } = work;
    let mut session = Session {
        cx,
        desk: Desk::new(workspace, &jobs),
        terminal: Terminal::open()?,
        recall,
        items,
        at: 0,
        done: Vec::new(),
        lines: Lines::default(),
        said: Vec::new(),
        is_going_back: false,
        patience: PATIENCE,
    };
    session.run()?;
    session.farewell()?;
    Ok(Outcome::Clean)
}

impl Session<'_> {
    fn run(&mut self) -> Result<()> {
        loop {
            let step = match self.card()? {
                Some(card) => self.discuss(&card)?,
                None if self.at >= self.items.len() => self.end()?,
                None if self.is_going_back && self.at > 0 => Step::Back,
                None => Step::Next,
            };
            match step {
                Step::Next => (self.at, self.is_going_back) = (self.at + 1, false),
                Step::Back if self.at > 0 => {
                    (self.at, self.is_going_back) = (self.at - 1, true);
                }
                Step::Back => self.is_going_back = false,
                Step::Stay => self.is_going_back = true,
                Step::Quit => return Ok(()),
            }
        }
    }

    /// The card to show; nothing at the end, or where others did the work meanwhile.
    fn card(&mut self) -> Result<Option<Card>> {
        self.desk.refresh();
        let Some(item) = self.items.get(self.at) else { return Ok(None) };
        let target = &self.desk.job(item).target;
        let is_ready = self.recall.is_ready(target);
        // Only once: no later segment waits for anything.
        let patience = std::mem::take(&mut self.patience);
        self.recall.take_in(if is_ready { Duration::ZERO } else { patience });
        let card = self.desk.card(item, &self.recall)?;
        // Who goes back wants to see what was done.
        Ok(card.filter(|card| card.need.is_some() || self.is_going_back))
    }

    /// Shows a segment and does what the person's key asks.
    fn discuss(&mut self, card: &Card) -> Result<Step> {
        let (place, screen) = ((self.at + 1, self.items.len()), self.cx.screen());
        let said = self.take_said();
        let height = context::height().saturating_sub(said.lines().count());
        let mut text = format!("{said}{}\n", page(card, place, height, &screen));
        if !self.recall.is_ready(&card.language) {
            let reading = screen.text(&message!("command-translate-reading"));
            text.push_str(&format!("{}\n", screen.paint(report::FAINT, &reading)));
        }
        text.push_str(&self.keys(card));
        self.terminal.show(&text, self.cx)?;
        match self.terminal.key("> ")? {
            Key::Stop | Key::Sign('q') => Ok(Step::Quit),
            Key::Sign('s' | ' ') | Key::Right | Key::Down => Ok(Step::Next),
            Key::Sign('b') | Key::Left | Key::Up => Ok(self.back()),
            Key::Sign('u') => Ok(self.undo()),
            Key::Sign('e') | Key::Enter => self.edit(card),
            Key::Sign('v') => Ok(self.edit_elsewhere(card)),
            Key::Sign('a') => self.hold(card),
            Key::Sign('n') => self.note(card),
            Key::Sign(digit @ '1'..='9') => self.accept(card, digit),
            _ => Ok(Step::Stay),
        }
    }

    fn keys(&self, card: &Card) -> String {
        let mut keys = Vec::new();
        if !card.offers.is_empty() {
            keys.push(message!("command-translate-key-offer", last = card.offers.len()));
        }
        keys.extend([
            message!("command-translate-key-edit"),
            message!("command-translate-key-editor"),
        ]);
        if card.need.is_some() && !card.target.is_empty() {
            keys.push(message!("command-translate-key-ack"));
        }
        keys.extend([
            message!("command-translate-key-note"),
            message!("command-translate-key-skip"),
            message!("command-translate-key-back"),
            message!("command-translate-key-undo"),
            message!("command-translate-key-quit"),
        ]);
        report::translate::keys(&keys, &self.cx.screen())
    }

    fn back(&mut self) -> Step {
        if self.at == 0 {
            self.say(&message!("command-translate-first"));
            return Step::Stay;
        }
        Step::Back
    }

    /// The page behind the last segment, where the last decision can still be taken back.
    fn end(&mut self) -> Result<Step> {
        let said = self.take_said();
        let end = self.cx.l10n.text(&message!("command-translate-end"));
        let keys = [
            message!("command-translate-key-back"),
            message!("command-translate-key-undo"),
            message!("command-translate-key-quit"),
        ];
        let keys = report::translate::keys(&keys, &self.cx.screen());
        self.terminal.show(&format!("{said}{end}\n\n{keys}"), self.cx)?;
        match self.terminal.key("> ")? {
            Key::Sign('b') | Key::Left | Key::Up => Ok(self.back()),
            Key::Sign('u') => Ok(self.undo()),
            Key::Stop | Key::Sign('q') | Key::Enter | Key::Escape => Ok(Step::Quit),
            _ => Ok(Step::Stay),
        }
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

    fn take_said(&mut self) -> String {
        let screen = self.cx.screen();
        let said: String =
            self.said.drain(..).map(|words| report::translate::told(&words, &screen)).collect();
        if said.is_empty() { said } else { format!("{said}\n") }
    }

    /// Says what was done and what is left.
    fn farewell(&mut self) -> Result<()> {
        let said = self.take_said();
        let (count, left) = (self.done.len(), self.left()?);
        let words = self.cx.l10n.text(&message!("command-translate-saved-all", count = count));
        self.cx.print_styled(&format!("{said}{words}\n"))?;
        self.cx.tell(&match left {
            0 => message!("command-translate-next-check"),
            left => message!("command-translate-next-rest", count = left),
        });
        Ok(())
    }

    /// How many of the items still need somebody.
    fn left(&mut self) -> Result<usize> {
        let decided: Vec<usize> = self.done.iter().map(|done| done.item).collect();
        let mut left = 0;
        for (index, item) in self.items.iter().enumerate() {
            let is_open = !decided.contains(&index) || {
                self.desk.refresh();
                self.desk.need(item)?.is_some()
            };
            left += usize::from(is_open);
        }
        Ok(left)
    }
}

//! The conversation: one segment on the screen, one key, the next segment.

use std::sync::Arc;
use std::time::Duration;

use super::keys;
use super::session::{Session, TalkStep, TypedLines};
use crate::commands::context::{self, Context, Exit};
use crate::commands::terminal::{Key, Terminal};
use crate::desk::{Card, Desk, Following, Item, Part, Recall};
use crate::error::Result;
use crate::l10n::message;
use crate::report;
use crate::report::translate::{CardNumber, page};
use crate::text::shell::argument;
use crate::workspace::{Job, Workspace};

/// How long the first segment waits for the memory.
const PATIENCE: Duration = Duration::from_millis(150);

/// What a conversation is about, and who takes part.
pub struct Talk<'a> {
    pub jobs: &'a [Job],
    pub items: Vec<Item>,
    pub part: Part,
}

/// Talks about the list until it is done or left.
pub fn talk(cx: &Context<'_>, workspace: &Arc<Workspace>, talk: Talk<'_>) -> Result<Exit> {
    let Talk { jobs, items, part } = talk;
    let recall = match part {
        Part::Translator => Recall::start(workspace, targets(jobs, &items)),
        Part::Editor(_) => Recall::none(workspace),
    };
    let following = match part {
        Part::Translator => Following::start(workspace, &targets(jobs, &items)),
        Part::Editor(_) => None,
    };
    let mut session = Session {
        part,
        cx,
        desk: Desk::new(workspace, jobs),
        following,
        terminal: Terminal::open()?,
        recall,
        items,
        at: 0,
        done: Vec::new(),
        lines: TypedLines::default(),
        damaged: None,
        said: Vec::new(),
        is_going_back: false,
        patience: PATIENCE,
    };
    session.run()?;
    session.farewell()?;
    Ok(Exit::Clean)
}

/// The languages that the segments are translated into.
fn targets(jobs: &[Job], items: &[Item]) -> Vec<String> {
    let mut targets: Vec<String> = items.iter().map(|item| jobs[item.job].target.clone()).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

impl Session<'_> {
    fn run(&mut self) -> Result<()> {
        loop {
            let step = match self.card()? {
                Some(card) => self.discuss(&card)?,
                None if self.at >= self.items.len() => self.end()?,
                None if self.is_going_back && self.at > 0 => TalkStep::Back,
                None => TalkStep::Next,
            };
            match step {
                TalkStep::Next => (self.at, self.is_going_back) = (self.at + 1, false),
                TalkStep::Back if self.at > 0 => {
                    (self.at, self.is_going_back) = (self.at - 1, true);
                }
                TalkStep::Back => self.is_going_back = false,
                TalkStep::Stay => self.is_going_back = true,
                TalkStep::Quit => return Ok(()),
            }
        }
    }

    /// The card to show; nothing at the end, or where others did the work meanwhile.
    fn card(&mut self) -> Result<Option<Card>> {
        self.desk.refresh();
        for server in self.following.as_ref().map(Following::take_silent).unwrap_or_default() {
            self.say(&message!("command-memory-skipped", server = server));
        }
        let Some(item) = self.items.get(self.at) else { return Ok(None) };
        let target = &self.desk.job(item).target;
        let is_ready = self.recall.is_ready(target);
        // Only once: no later segment waits for anything.
        let patience = std::mem::take(&mut self.patience);
        self.recall.take_in(if is_ready { Duration::ZERO } else { patience });
        let card = self.desk.card(item, &self.recall)?;
        // Who goes back wants to see what was done.
        let is_wanted = self.is_going_back || item.is_named;
        let is_open = |card: &Card| self.part.is_open(card.need, card.state);
        Ok(card.filter(|card| is_wanted || is_open(card)))
    }

    /// Shows a segment and does what the person's key asks.
    fn discuss(&mut self, card: &Card) -> Result<TalkStep> {
        let place = CardNumber { number: self.at + 1, count: self.items.len() };
        let screen = self.cx.screen();
        let said = self.take_said();
        let height = context::height().saturating_sub(said.lines().count());
        let mut text = format!("{said}{}\n", page(card, place, height, &screen));
        if !self.recall.is_ready(&card.language) {
            let reading = screen.text(&message!("command-translate-reading"));
            text.push_str(&format!("{}\n", screen.paint(report::FAINT, &reading)));
        }
        text.push_str(&report::translate::keys(&keys::shown(card, self.part), &screen));
        self.terminal.show(&text, self.cx)?;
        let key = self.terminal.key("> ")?;
        self.obey(card, key)
    }

    /// The page behind the last segment, where the last decision can still be taken back.
    fn end(&mut self) -> Result<TalkStep> {
        let said = self.take_said();
        let end = self.cx.l10n.text(&message!("command-translate-end"));
        let keys = report::translate::keys(&keys::always(), &self.cx.screen());
        self.terminal.show(&format!("{said}{end}\n\n{keys}"), self.cx)?;
        match self.terminal.key("> ")? {
            Key::Sign('b') | Key::Left | Key::Up => Ok(self.back()),
            Key::Sign('u') => Ok(self.undo()),
            Key::Stop | Key::Sign('q') | Key::Enter | Key::Escape => Ok(TalkStep::Quit),
            Key::Sign('?' | 'h') => self.help(),
            Key::Sign(sign) => Ok(self.unknown(sign)),
            Key::Right | Key::Down => Ok(TalkStep::Stay),
        }
    }

    /// Says what was done and what is left.
    fn farewell(&mut self) -> Result<()> {
        let said = self.take_said();
        let (count, left) = (self.done.len(), self.left()?);
        let words = self.cx.l10n.text(&message!("command-translate-saved-all", count = count));
        self.cx.print_styled(&format!("{said}{words}\n"))?;
        if let Some((_, paper)) = &self.damaged {
            let path = paper.path().display().to_string();
            let file = argument(&path);
            self.cx.tell(&message!("command-translate-kept", path = path, file = file));
        }
        self.cx.tell(&match (self.part, left) {
            (Part::Translator, 0) => message!("command-translate-next-check"),
            (Part::Translator, left) => message!("command-translate-next-rest", count = left),
            (Part::Editor(_), 0) => message!("command-review-next-status"),
            (Part::Editor(_), left) => message!("command-review-next-rest", count = left),
        });
        Ok(())
    }

    /// How many of the items still wait for somebody.
    fn left(&mut self) -> Result<usize> {
        let decided: Vec<usize> = self.done.iter().map(|done| done.item).collect();
        let mut left = 0;
        for (index, item) in self.items.iter().enumerate() {
            let is_open = !decided.contains(&index) || {
                self.desk.refresh();
                self.desk.is_open(item, self.part)?
            };
            left += usize::from(is_open);
        }
        Ok(left)
    }
}

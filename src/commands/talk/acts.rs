//! What both parts do with a segment. Nothing is told as done before it is on disk.

use super::session::{Done, Session, TalkStep};
use crate::checks::{Languages, doubts};
use crate::commands::terminal::Prompt;
use crate::desk::worksheet::{Held, decisions, filled};
use crate::desk::{Card, Part};
use crate::error::Result;
use crate::l10n::{Message, message};
use crate::memory::{Around, Entry, Keeper, KeeperKind};
use crate::model::{State, is_of_machine};
use crate::report::FAINT;
use crate::report::translate::{sheet, told as told_above};
use crate::text::printable::plain;
use crate::text::shell::argument;
use crate::tracking::{Decision, Need, SeenUnit, Settled};
use crate::workspace::{Attempt, Paper};

impl Session<'_> {
    /// Lets the person edit the translation held.
    pub fn edit(&mut self, card: &Card) -> Result<TalkStep> {
        self.type_in(card, &card.target, None)
    }

    /// Lets the person edit a text and saves it; what is as it was is no decision yet.
    pub fn type_in(&mut self, card: &Card, text: &str, origin: Option<String>) -> Result<TalkStep> {
        let prompt = format!("{}: ", card.language);
        let text = plain(text);
        self.explain_line()?;
        let question = Prompt { words: &prompt, text: &text, history: &mut self.lines.targets };
        let line = self.terminal.line(question)?.filter(|line| !line.is_empty());
        let Some(target) = line else { return Ok(self.unchanged()) };
        if target != plain(&card.target) {
            if !self.is_meant(card, &target)? {
                return Ok(self.unchanged());
            }
            let state = self.typed();
            // What a person changed is a person's.
            let origin = origin.filter(|origin| target == text || !is_of_machine(origin));
            return Ok(self.decide(card, &[Decision::Translate { target, state, origin }]));
        }
        match (self.part, card.need) {
            (Part::Translator, Some(_)) => self.hold(card),
            _ => Ok(self.unchanged()),
        }
    }

    /// Tells which keys edit a line.
    pub fn explain_line(&self) -> Result<()> {
        let screen = self.cx.screen();
        let words = screen.text(&message!("command-translate-line-keys"));
        let lines = told_above(&words, &screen);
        let lines: String =
            lines.lines().map(|line| format!("{}\n", screen.paint(FAINT, line))).collect();
        self.cx.print_styled(&lines)
    }

    /// Whether the person wants a translation that looks wrong; what was typed stays one key away.
    pub fn is_meant(&mut self, card: &Card, target: &str) -> Result<bool> {
        let config = &self.desk.workspace.config;
        let languages = Languages::new(config.source_subtag(), &card.language);
        let doubts = doubts(&card.source, target, languages);
        if doubts.is_empty() {
            return Ok(true);
        }
        self.asks(&doubts, &message!("command-translate-sure"))
    }

    /// Tells something, and asks whether to go on.
    pub fn asks(&mut self, told_first: &[Message], question: &Message) -> Result<bool> {
        let screen = self.cx.screen();
        for message in told_first {
            self.cx.print_styled(&told_above(&screen.text(message), &screen))?;
        }
        let prompt = format!("{} ", screen.text(question));
        let question = Prompt { words: &prompt, text: "", history: &mut Vec::new() };
        let answer = self.terminal.line(question)?;
        Ok(answer.is_some_and(|answer| self.cx.is_yes(&answer)))
    }

    /// The state of what the person types: an editor's text needs no other editor.
    fn typed(&self) -> State {
        match self.part {
            Part::Translator => State::Translated,
            Part::Editor(approved) => approved,
        }
    }

    /// Lets the person write a note, and stays with the segment.
    pub fn note(&mut self, card: &Card) -> Result<TalkStep> {
        if card.target.is_empty() {
            return Ok(self.stay(&message!("command-translate-no-note")));
        }
        let prompt = format!("{} ", self.cx.l10n.text(&message!("command-translate-ask-note")));
        let held = self.noted()?;
        self.explain_line()?;
        let question = Prompt { words: &prompt, text: &held, history: &mut self.lines.notes };
        let note = self.terminal.line(question)?.filter(|note| *note != held);
        let Some(note) = note else { return Ok(self.unchanged()) };
        self.decide(card, &[Decision::Note(note)]);
        Ok(TalkStep::Stay)
    }

    /// What people noted about the segment on the screen.
    pub fn noted(&mut self) -> Result<String> {
        match self.items.get(self.at) {
            Some(item) => self.desk.note(item),
            None => Ok(String::new()),
        }
    }

    /// Opens the segment in the person's own editor; what can't be taken stays in its file.
    pub fn edit_elsewhere(&mut self, card: &Card) -> Result<TalkStep> {
        let paper = match self.damaged.take_if(|(segment, _)| *segment == self.at) {
            Some((_, paper)) => paper,
            None => Paper::new(&sheet(std::slice::from_ref(card), &self.cx.screen()))?,
        };
        let mut decisions = match self.sheet_of(card, &paper) {
            Ok(decisions) => decisions,
            Err(error) => {
                self.say_error(&error);
                let path = paper.path().display().to_string();
                let file = argument(&path);
                self.say(&message!("command-translate-damaged", path = path, file = file));
                self.damaged = Some((self.at, paper));
                return Ok(TalkStep::Stay);
            }
        };
        for decision in &mut decisions {
            let Decision::Translate { target, state, .. } = decision else { continue };
            if !self.is_meant(card, target)? {
                self.damaged = Some((self.at, paper));
                return Ok(self.unchanged());
            }
            *state = self.typed();
        }
        if decisions.is_empty() {
            paper.remove();
            return Ok(self.unchanged());
        }
        let step = self.decide(card, &decisions);
        match step {
            TalkStep::Next => paper.remove(),
            _ => self.damaged = Some((self.at, paper)),
        }
        Ok(step)
    }

    fn sheet_of(&self, card: &Card, paper: &Paper) -> Result<Vec<Decision>> {
        self.desk.workspace.edit(paper.path())?;
        let path = paper.path().display().to_string();
        let blocks = filled(&paper.text()?, &path)?;
        let held = Held::on(card);
        let wished = blocks.iter().map(|block| decisions(block, &held, &path));
        Ok(wished.collect::<Result<Vec<_>>>()?.concat())
    }

    /// Takes the last decision back; its pairs become what they were.
    pub fn undo(&mut self) -> TalkStep {
        let Some(done) = self.done.pop() else {
            return self.stay(&message!("command-translate-nothing-undone"));
        };
        let job = self.desk.job(&self.items[done.item]);
        match self.desk.workspace.undo(&job.article, &job.target, &done.trace) {
            Ok(true) => {
                if let Some(mark) = done.mark {
                    self.recall.forget(&job.target, mark);
                }
                self.at = done.item;
                self.stay(&message!("command-translate-undone"))
            }
            Ok(false) => self.stay(&message!("command-translate-changed")),
            Err(error) => {
                self.done.push(done);
                self.say_error(&error);
                TalkStep::Stay
            }
        }
    }

    /// Saves decisions about one segment, all or none, then tells them; what was typed is one key up.
    pub fn decide(&mut self, card: &Card, decisions: &[Decision]) -> TalkStep {
        match self.save(card, decisions) {
            Ok((Settled::Done, done)) => {
                self.done.push(done);
                self.say(&told(card, decisions));
                TalkStep::Next
            }
            Ok((Settled::Changed, _)) => self.stay(&message!("command-translate-changed")),
            Ok((Settled::Unfit, _)) => self.stay(&message!("command-review-unfit")),
            Err(error) => {
                self.say_error(&error);
                TalkStep::Stay
            }
        }
    }

    fn save(&mut self, card: &Card, decisions: &[Decision]) -> Result<(Settled, Done)> {
        let item = &self.items[self.at];
        let job = self.desk.job(item);
        let seen =
            SeenUnit { segment: card.segment - 1, source: &card.source, target: &card.target };
        let workspace = self.desk.workspace;
        let document = &self.desk.reading(item)?.document;
        let attempt = Attempt { seen, decisions };
        let (settled, trace) = workspace.decide_traced(job.rendition(), document, &attempt)?;
        let new = decisions.iter().find_map(|decision| match decision {
            Decision::Translate { target, state, .. } if settled == Settled::Done => {
                Some(remembered(card, target, *state))
            }
            _ => None,
        });
        let mark = new.and_then(|entry| self.recall.add(&job.target, entry));
        Ok((settled, Done { item: self.at, trace, mark }))
    }

    /// Says that nothing was changed.
    pub fn unchanged(&mut self) -> TalkStep {
        self.stay(&message!("command-translate-unchanged"))
    }

    /// Says something and stays with the segment.
    pub fn stay(&mut self, message: &Message) -> TalkStep {
        self.say(message);
        TalkStep::Stay
    }
}

/// A translation made just now, for the memory.
fn remembered(card: &Card, target: &str, state: State) -> Entry {
    Entry {
        keeper: Keeper { kind: KeeperKind::Home, name: card.article.as_str().into() },
        source: card.source.clone(),
        target: target.to_owned(),
        state,
        origin: None,
        around: Around::default(),
        waived: String::new(),
    }
}

/// What is told of decisions once they are saved.
fn told(card: &Card, decisions: &[Decision]) -> Message {
    let (article, number) = (card.article.as_str(), card.segment);
    let is_sealed = card.need != Some(Need::Unsealed);
    if decisions.iter().any(|decision| decision.reopens(card.state, is_sealed)) {
        return message!("command-translate-saved-again", article = article, number = number);
    }
    let set = decisions.iter().rev().find_map(|decision| match decision {
        Decision::Translate { state, .. } | Decision::Review(state) => Some(*state),
        _ => None,
    });
    match set {
        Some(State::Draft) => {
            message!("command-review-told-back", article = article, number = number)
        }
        Some(State::Reviewed) => {
            message!("command-review-told-approved", article = article, number = number)
        }
        Some(State::Final) => {
            message!("command-review-told-final", article = article, number = number)
        }
        None if decisions.iter().all(is_note) => {
            message!("command-translate-noted", article = article, number = number)
        }
        _ => message!("command-translate-saved", article = article, number = number),
    }
}

fn is_note(decision: &Decision) -> bool {
    matches!(decision, Decision::Note(_) | Decision::Remark(_))
}

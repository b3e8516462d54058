//! What each key does with a segment. Nothing is told as done before it is on disk.

use super::apply::{Held, decisions};
use super::session::{Done, Session, Step};
use crate::commands::terminal::Question;
use crate::error::Result;
use crate::l10n::{Message, message};
use crate::memory::Entry;
use crate::model::State;
use crate::report::translate::{Card, filled, plain, sheet};
use crate::tracking::{Decision, Need, Seen, Settled};
use crate::workspace::Paper;

/// What was typed before, to be had again with the arrow keys.
#[derive(Default)]
pub struct Lines {
    targets: Vec<String>,
    reasons: Vec<String>,
    notes: Vec<String>,
}

impl Session<'_> {
    /// Takes an offer: the translation of the same source at once, any other after a look.
    pub fn accept(&mut self, card: &Card, digit: char) -> Result<Step> {
        let number = digit.to_digit(10).unwrap_or_default() as usize;
        let Some(offer) = number.checked_sub(1).and_then(|at| card.offers.get(at)) else {
            return Ok(Step::Stay);
        };
        let origin = Some(offer.record());
        if offer.score == 100 {
            let target = offer.target.clone();
            return Ok(self.decide(card, &translation(target, origin)));
        }
        self.type_in(card, &offer.target, origin)
    }

    /// Lets the person edit the translation held.
    pub fn edit(&mut self, card: &Card) -> Result<Step> {
        self.type_in(card, &card.target, None)
    }

    fn type_in(&mut self, card: &Card, text: &str, origin: Option<String>) -> Result<Step> {
        let prompt = format!("{}: ", card.language);
        let text = plain(text);
        let history = &mut self.lines.targets;
        let question = Question { prompt: &prompt, text: &text, history };
        match self.terminal.line(question)? {
            Some(line) if !line.is_empty() => self.settle(card, line, origin),
            _ => Ok(self.stay(&message!("command-translate-unchanged"))),
        }
    }

    /// Saves what was typed; what is as it was asks for a reason where the source changed.
    fn settle(&mut self, card: &Card, line: String, origin: Option<String>) -> Result<Step> {
        if line != plain(&card.target) {
            return Ok(self.decide(card, &translation(line, origin)));
        }
        match card.need {
            Some(_) => self.hold(card),
            None => Ok(self.stay(&message!("command-translate-unchanged"))),
        }
    }

    /// Says that the translation is right as it is.
    pub fn hold(&mut self, card: &Card) -> Result<Step> {
        match card.need {
            None => Ok(self.stay(&message!("command-translate-settled"))),
            Some(Need::Missing) => Ok(self.stay(&message!("error-sheet-nothing"))),
            Some(Need::Draft) if card.change.is_none() => {
                Ok(self.decide(card, &translation(card.target.clone(), None)))
            }
            Some(_) => {
                let prompt = format!("{} ", self.cx.l10n.text(&message!("command-ack-ask")));
                let history = &mut self.lines.reasons;
                let question = Question { prompt: &prompt, text: "", history };
                match self.terminal.line(question)? {
                    Some(reason) if !reason.is_empty() => {
                        Ok(self.decide(card, &Decision::Acknowledge { reason }))
                    }
                    _ => Ok(self.stay(&message!("command-translate-unchanged"))),
                }
            }
        }
    }

    /// Lets the person write a note, and stays with the segment.
    pub fn note(&mut self, card: &Card) -> Result<Step> {
        if card.target.is_empty() {
            return Ok(self.stay(&message!("command-translate-no-note")));
        }
        let prompt = format!("{} ", self.cx.l10n.text(&message!("command-translate-ask-note")));
        let held = match self.items.get(self.at) {
            Some(item) => self.desk.note(item)?,
            None => String::new(),
        };
        let question = Question { prompt: &prompt, text: &held, history: &mut self.lines.notes };
        let note = self.terminal.line(question)?.filter(|note| *note != held);
        let Some(note) = note else {
            return Ok(self.stay(&message!("command-translate-unchanged")));
        };
        self.decide(card, &Decision::Note(note));
        Ok(Step::Stay)
    }

    /// Opens the segment in the person's own editor; what can't be taken stays in its file.
    pub fn edit_elsewhere(&mut self, card: &Card) -> Step {
        match self.sheet_of(card) {
            Ok(decisions) if decisions.is_empty() => {
                self.stay(&message!("command-translate-unchanged"))
            }
            Ok(decisions) => {
                let mut card = card.clone();
                let mut step = Step::Stay;
                for decision in decisions {
                    step = self.decide(&card, &decision);
                    if let (Step::Next, Decision::Translate { target, .. }) = (&step, decision) {
                        card.target = target;
                    }
                }
                step
            }
            Err(error) => {
                self.say_error(&error);
                Step::Stay
            }
        }
    }

    fn sheet_of(&self, card: &Card) -> Result<Vec<Decision>> {
        let paper = Paper::new(&sheet(std::slice::from_ref(card), &self.cx.screen()))?;
        self.desk.workspace.edit(paper.path())?;
        let path = paper.path().display().to_string();
        let blocks = filled(&paper.text()?, &path)?;
        let held = Held::on(card);
        let wished = blocks.iter().map(|block| decisions(block, &held, &path));
        let wished = wished.collect::<Result<Vec<_>>>()?.concat();
        paper.remove();
        Ok(wished)
    }

    /// Takes the last decision back; its pairs become what they were.
    pub fn undo(&mut self) -> Step {
        let Some(done) = self.done.pop() else {
            return self.stay(&message!("command-translate-nothing-undone"));
        };
        let job = self.desk.job(&self.items[done.item]);
        match self.desk.workspace.undo((&job.article, &job.target), &done.trace) {
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
                Step::Stay
            }
        }
    }

    /// Saves a decision, then tells it; where that fails, the typed line is one key up.
    fn decide(&mut self, card: &Card, decision: &Decision) -> Step {
        match self.save(card, decision) {
            Ok((Settled::Done, done)) => {
                self.done.push(done);
                self.say(&told(card, decision));
                Step::Next
            }
            Ok(_) => self.stay(&message!("command-translate-changed")),
            Err(error) => {
                self.say_error(&error);
                Step::Stay
            }
        }
    }

    fn save(&mut self, card: &Card, decision: &Decision) -> Result<(Settled, Done)> {
        let item = &self.items[self.at];
        let job = self.desk.job(item);
        let seen = Seen { segment: card.segment - 1, source: &card.source, target: &card.target };
        let workspace = self.desk.workspace;
        let document = &self.desk.reading(item)?.document;
        let place = (&job.article, job.target.as_str());
        let (settled, trace) = workspace.decide_traced(place, document, (seen, decision))?;
        let mark = match decision {
            Decision::Translate { target, state, .. } if settled == Settled::Done => {
                let article = card.article.as_str().into();
                let (source, target) = (card.source.clone(), target.clone());
                let entry = Entry { article, source, target, state: *state };
                self.recall.add(&job.target, entry)
            }
            _ => None,
        };
        Ok((settled, Done { item: self.at, trace, mark }))
    }

    fn stay(&mut self, message: &Message) -> Step {
        self.say(message);
        Step::Stay
    }
}

fn translation(target: String, origin: Option<String>) -> Decision {
    Decision::Translate { target, state: State::Translated, origin }
}

/// What is told of a decision once it is saved.
fn told(card: &Card, decision: &Decision) -> Message {
    let (article, number) = (card.article.as_str(), card.segment);
    let was_read = card.state.is_some_and(|state| state >= State::Reviewed);
    match decision {
        Decision::Note(_) | Decision::Remark(_) => {
            message!("command-translate-noted", article = article, number = number)
        }
        Decision::Translate { .. } if was_read => {
            message!("command-translate-saved-again", article = article, number = number)
        }
        _ => message!("command-translate-saved", article = article, number = number),
    }
}

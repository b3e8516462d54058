//! What becomes of a proposal, judged three ways: as it was seen, as it is held, as it is proposed.

use super::proposal::{Approved, Doubtful, Prefer, Proposal, Rules};
use crate::checks::{Languages, doubts};
use crate::l10n::{Message, message};
use crate::model::{State, Unit, is_blank, text_digest};
use crate::text::typography::is_same;
use crate::tracking::{Decision, Need};

/// What becomes of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The segment had no translation and gets this one.
    New,
    /// The translation, its state or what is said of it becomes as proposed.
    Changed,
    /// The catalog says so already, or the proposer changed nothing.
    Same,
    /// Both changed the translation since it was seen; the catalog's stays.
    Conflict,
    /// It translates a source that has changed since: it is taken as what it is, and reads stale.
    OlderSource,
    /// No article, language or segment is meant.
    Unknown,
    /// It can't be taken; the reason says why.
    Refused,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Changed,
        Self::Same,
        Self::Conflict,
        Self::OlderSource,
        Self::Unknown,
        Self::Refused,
    ];

    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Conflict => "conflict",
            Self::OlderSource => "older-source",
            Self::Unknown => "unknown",
            Self::Refused => "refused",
        }
    }

    /// Whether something is written.
    pub fn is_taken(self) -> bool {
        matches!(self, Self::New | Self::Changed | Self::OlderSource)
    }

    /// Whether the proposal is left over: somebody has to look at it.
    pub fn is_left(self) -> bool {
        matches!(self, Self::Conflict | Self::Unknown | Self::Refused)
    }
}

/// What becomes of one proposal, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    pub outcome: Outcome,
    /// Number of the segment from 1 as it is now; nothing where none is meant.
    pub segment: Option<usize>,
    /// The source of the segment as it is now.
    pub source: String,
    /// The translation held before.
    pub held: String,
    /// Why it is refused.
    pub reason: Option<Message>,
    /// What looks wrong about a translation that is taken.
    pub doubts: Vec<Message>,
    /// Whether an editor had approved what is decided anew.
    pub reopens: bool,
}

impl Verdict {
    /// A verdict without a segment.
    pub fn unknown() -> Self {
        Self {
            outcome: Outcome::Unknown,
            segment: None,
            source: String::new(),
            held: String::new(),
            reason: None,
            doubts: Vec::new(),
            reopens: false,
        }
    }

    /// A verdict about a unit as it is now.
    pub fn about(unit: &Unit<'_>, outcome: Outcome) -> Self {
        Self {
            outcome,
            segment: Some(unit.segments.start + 1),
            source: unit.source.to_string(),
            held: unit.target.to_string(),
            ..Self::unknown()
        }
    }
}

/// Which version of a segment's source a proposal translates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translated {
    /// As it stands in the document.
    Now,
    /// As the catalog holds it, before the document changed.
    Before,
}

/// A proposal beside the unit that it means, before anything is decided.
pub struct Case<'a> {
    pub proposal: &'a Proposal,
    pub unit: &'a Unit<'a>,
    pub version: Translated,
    pub rules: Rules,
    pub languages: Languages<'a>,
}

impl Case<'_> {
    /// What becomes of the proposal, and what is decided for it.
    pub fn judge(&self) -> (Verdict, Vec<Decision>) {
        let mut verdict = Verdict::about(self.unit, Outcome::Same);
        let mut decisions = Vec::new();
        match self.fate() {
            Ok(Outcome::New | Outcome::Changed) => {
                verdict.doubts = self.doubts();
                decisions.push(self.translation());
                verdict.outcome = match self.version {
                    Translated::Before => Outcome::OlderSource,
                    Translated::Now if self.unit.is_missing() => Outcome::New,
                    Translated::Now => Outcome::Changed,
                };
            }
            Ok(outcome) => verdict.outcome = outcome,
            Err(reason) => {
                verdict.outcome = Outcome::Refused;
                verdict.reason = Some(reason);
            }
        }
        if verdict.outcome.is_left() {
            return (verdict, decisions);
        }
        if verdict.outcome == Outcome::Same {
            decisions.extend(self.statement());
            decisions.extend(self.review());
        }
        decisions.extend(self.remark());
        if verdict.outcome == Outcome::Same && !decisions.is_empty() {
            verdict.outcome = Outcome::Changed;
        }
        let reopens = |decision: &Decision| decision.reopens(self.unit.state, self.unit.sealed);
        verdict.reopens = decisions.iter().any(reopens);
        (verdict, decisions)
    }

    /// What becomes of the translation proposed; the error is why it can't be taken.
    fn fate(&self) -> Result<Outcome, Message> {
        let Some(target) = self.proposal.target.as_deref() else { return Ok(Outcome::Same) };
        let held = &*self.unit.target;
        let seen = self.proposal.base.target.as_deref();
        let is_as_seen = |text: &str| seen == Some(text_digest(text).as_str());
        if is_blank(target) {
            let is_emptied = is_as_seen(held) && !self.unit.is_missing();
            return if is_emptied {
                Err(message!("error-proposal-blank"))
            } else {
                Ok(Outcome::Same)
            };
        }
        if target == held {
            return Ok(if self.confirms_draft() { Outcome::Changed } else { Outcome::Same });
        }
        if is_as_seen(target) {
            return Ok(Outcome::Same);
        }
        if !self.unit.is_missing() && !is_as_seen(held) {
            match self.rules.prefer {
                Prefer::Neither => return Ok(Outcome::Conflict),
                Prefer::Catalog => return Ok(Outcome::Same),
                Prefer::File => {}
            }
        }
        self.refusal().map_or(Ok(Outcome::Changed), Err)
    }

    /// Whether somebody now stands behind what was only a draft, of the source as it is.
    fn confirms_draft(&self) -> bool {
        let is_draft = self.unit.state == Some(State::Draft);
        is_draft && self.proposal.state > State::Draft && !self.has_changed()
    }

    /// Whether only a reason settles the translation held.
    fn has_changed(&self) -> bool {
        self.unit.change.is_some() || self.unit.is_unsealed()
    }

    /// Why another translation can't come in place of the one held.
    fn refusal(&self) -> Option<Message> {
        let is_approved = self.unit.state.is_some_and(|state| state >= State::Reviewed);
        if is_approved && self.rules.approved == Approved::Keep {
            return Some(message!("error-proposal-approved"));
        }
        let target = self.proposal.target.as_deref().unwrap_or_default();
        if is_retyped(&self.unit.target, target)
            && self.has_changed()
            && self.version == Translated::Now
        {
            return Some(message!("error-proposal-held"));
        }
        match self.rules.doubtful {
            Doubtful::Refuse => self.doubts().into_iter().next(),
            Doubtful::Tell => None,
        }
    }

    fn doubts(&self) -> Vec<Message> {
        let target = self.proposal.target.as_deref().unwrap_or_default();
        let source = match self.version {
            Translated::Now => &self.unit.source,
            Translated::Before => &self.unit.previous,
        };
        doubts(source, target, self.languages)
    }

    fn translation(&self) -> Decision {
        let target = self.proposal.target.clone().unwrap_or_default();
        let (state, origin) = (self.proposal.state, self.proposal.origin.clone());
        match self.version {
            Translated::Now => Decision::Translate { target, state, origin },
            Translated::Before => Decision::TranslatePrevious { target, state, origin },
        }
    }

    /// That the translation held is right; who says so of a draft stands behind it.
    fn statement(&self) -> Vec<Decision> {
        let mut decisions = Vec::new();
        let reason = self.proposal.reason.clone().filter(|_| self.version == Translated::Now);
        let Some(reason) = reason.filter(|_| !self.unit.is_missing()) else { return decisions };
        let needs_reason =
            self.unit.change.is_some() || Need::of(self.unit) == Some(Need::Unsealed);
        if needs_reason {
            decisions.push(Decision::Acknowledge { reason });
        }
        if self.unit.state == Some(State::Draft) {
            let target = self.unit.target.to_string();
            decisions.push(Decision::Translate { target, state: State::Translated, origin: None });
        }
        decisions
    }

    /// An editor's decision, where the translation held is the one that they read, of the source as it is.
    fn review(&self) -> Option<Decision> {
        let state = self.proposal.review.as_ref()?.state;
        let is_seen = self.proposal.target.as_deref() == Some(&*self.unit.target);
        let is_settled = self.version == Translated::Now && !self.has_changed();
        let is_news = self
            .unit
            .state
            .is_some_and(|held| if state == State::Draft { held != state } else { held < state });
        let is_fit = is_seen && is_settled && is_news && !self.unit.is_missing();
        is_fit.then_some(Decision::Review(state))
    }

    fn remark(&self) -> Option<Decision> {
        let note = self.proposal.note.clone().filter(|note| !note.is_empty())?;
        let is_there = !self.unit.is_missing() || self.proposal.target.is_some();
        is_there.then_some(Decision::Remark(note))
    }
}

/// Whether two texts differ in no more than programs change by themselves: spaces, marks, a capital at the beginning.
fn is_retyped(one: &str, other: &str) -> bool {
    let mut small = [String::new(), String::new()];
    for (text, small) in [one, other].iter().zip(&mut small) {
        let mut letters = text.trim_start().chars();
        small.extend(letters.next().into_iter().flat_map(char::to_lowercase));
        small.push_str(letters.as_str());
    }
    is_same(&small[0], &small[1])
}

//! Whether a source and its translation were edited alike: the same facts came, went and changed.
//!
//! A denial, a name, a value that came or went in the source asks for its counterpart in the edit of
//! the translation, however that was otherwise touched; what only the translation changed must
//! stand in the source already. Facts that cannot be told in a language ask for nothing.

mod carried;
mod content;
mod denials;
mod halves;
mod ledger;
mod names;
mod parts;
mod respelt;
mod strikes;
mod tenses;

use super::change::{concerns, judge};
use super::tongue::Tongue;
use crate::align::Answers;
use crate::model::{Change, Concern, Danger, Kind};
use crate::text::facts::{facts, is_told};
use crate::text::fold::fold;
use ledger::Ledger;
pub use respelt::is_respelt;

/// A text before and after it was edited.
#[derive(Clone, Copy, Debug)]
pub struct TextEdit<'a> {
    pub before: &'a str,
    pub after: &'a str,
}

/// The edits of a source and of its translation.
#[derive(Clone, Copy)]
pub struct Edits<'a> {
    pub source: TextEdit<'a>,
    pub target: TextEdit<'a>,
    /// Source and target language.
    pub tongues: (&'a Tongue, &'a Tongue),
    /// Whether a word of the source may be one of the translation in another script or language.
    pub answers: &'a Answers<'a>,
}

/// In what two edits differ; all lists are empty where they agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discord {
    /// Words of the source's edit to which the translation's edit does not answer.
    pub unanswered: Vec<String>,
    /// What the translation's edit changed alone.
    pub alone: Vec<Alone>,
    /// Words that it changed alone, that state no fact, and that may be others for the same.
    pub doubtful: Vec<Alone>,
}

/// A fact that only the translation changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alone {
    /// The word stands in the translation only.
    Came(String),
    /// The word went from the translation, and the source still says it.
    Went(String),
    /// The translation denies what the source doesn't deny.
    Denied(String),
    /// The translation no longer denies what the source denies.
    Affirmed(String),
    /// The word makes the change critical.
    Changed(String),
}

/// Holds the edit of a translation against that of its source.
pub fn discord(edits: &Edits<'_>) -> Discord {
    let (from, into) = edits.tongues;
    let mut discord = Discord::default();
    let mut ledger = Ledger::new(edits);
    ledger.settle(&mut discord);
    let is_told = is_told(&from.language) && is_told(&into.language);
    if is_told {
        denials::settle(&ledger, &mut discord);
        tenses::settle(edits, &mut discord);
        parts::settle(edits, &mut discord);
    }
    strikes::settle(edits, &mut discord);
    carried::settle(edits, &mut discord);
    let has_names = names::settle(edits, &mut discord);
    let has_facts = ledger.has_facts();
    let is_open = [0, 1].map(|side| !has_facts[side] && !has_names[side]);
    // What no kind of fact tells the judge of changes may tell.
    let mut judged = [Judged::new(edits.source, from), Judged::new(edits.target, into)];
    if ledger.has_denials() {
        // A word turned by its prefix is held against a denial.
        for judged in &mut judged {
            judged.beside = None;
        }
    }
    let is_unanswered = if is_open[0] {
        !judged[1].answers(&judged[0])
    } else {
        judged[0].beside.is_some() && judged[1].beside.is_none()
    };
    if is_told && is_unanswered {
        discord.unanswered.extend(judged[0].word(is_open[0]));
    }
    let is_alone = if is_open[1] {
        !judged[0].answers(&judged[1])
    } else {
        is_told && judged[1].beside.is_some() && judged[0].beside.is_none()
    };
    if is_alone && (is_told || edits.source.is_none()) {
        discord.alone.extend(judged[1].word(is_open[1]).map(Alone::Changed));
    }
    if is_told {
        content::settle(edits, &ledger, &mut discord);
    }
    discord
}

/// How grave an edit is by its own language.
struct Judged {
    danger: Danger,
    trigger: Option<String>,
    /// A word that makes it critical and states no fact of a kind that the languages share.
    beside: Option<String>,
    /// Whether the word that decides only has another place.
    is_moved: bool,
}

impl Judged {
    fn new(edit: TextEdit<'_>, tongue: &Tongue) -> Self {
        let Change { danger, trigger, concern, .. } =
            judge(edit.before, edit.after, Kind::Paragraph, tongue);
        // A link of the translation may lead to a page in its own language.
        let danger = if concern == Some(Concern::Address) { Danger::Minor } else { danger };
        let stayed =
            |word: &String| [edit.before, edit.after].iter().all(|text| text.contains(word));
        let beside = (danger == Danger::Critical).then(|| beside(edit, tongue)).flatten();
        Self { is_moved: trigger.as_ref().is_some_and(stayed), danger, trigger, beside }
    }

    /// The word that decides, among all or among those that state no fact.
    fn word(&self, is_open: bool) -> Option<String> {
        if is_open { self.trigger.clone() } else { self.beside.clone() }
    }

    /// Whether this edit is as grave as a critical one; where that moved words, other words may answer.
    fn answers(&self, other: &Self) -> bool {
        let asked = if other.is_moved { Danger::Major } else { Danger::Critical };
        other.danger < Danger::Critical || self.danger >= asked
    }
}

/// A word that makes an edit critical by what it means, and that states no fact.
fn beside(edit: TextEdit<'_>, tongue: &Tongue) -> Option<String> {
    let stated = [edit.before, edit.after].map(|text| facts(text, &tongue.language));
    for found in concerns(edit.before, edit.after, tongue) {
        let facts = &stated[usize::from(found.is_new)];
        let is_stated = facts
            .iter()
            .any(|fact| fact.span.start < found.span.end && found.span.start < fact.span.end);
        let is_meaning = matches!(
            found.concern,
            Concern::Contrary | Concern::Modality | Concern::Mood | Concern::Office | Concern::Time
        );
        if is_meaning && !is_stated {
            return Some(found.word(edit.before, edit.after).to_owned());
        }
    }
    None
}

impl TextEdit<'_> {
    /// Whether nothing was edited.
    fn is_none(self) -> bool {
        fold(self.before) == fold(self.after)
    }
}

#[cfg(test)]
mod tests;

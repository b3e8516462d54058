//! How sure a bead is in the end: its evidence, and what outweighs all evidence.

use super::article::{Article, Found, Gains};
use super::confidence::{confidence, sobered};
use super::copied::{is_left_in_source, is_the_same};
use super::grounds::Grounds;
use super::opposed::opposed;
use super::tokens::Tongue;
use super::values::{contradict, lacks_number};
use super::{Bead, Lexicon, Side};
use crate::text::values::{is_value, same};

/// What outweighs the evidence of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// Both sides are one text that needs no translation.
    Same,
    /// The target is text of the source's language.
    LeftInSource,
    /// Numbers, days or other facts of the two contradict each other.
    Contradicted,
    /// A number of one side stands nowhere in the other.
    LacksNumber,
    /// The two documents hardly translate each other.
    Unrelated,
}

impl Ruling {
    /// The confidence that the evidence comes to under this ruling.
    fn apply(self, confidence: f64) -> f64 {
        match self {
            Self::Same => confidence.max(SAME),
            Self::LeftInSource => confidence.min(LEFT_IN_SOURCE),
            Self::Contradicted | Self::LacksNumber => confidence.min(CONTRADICTED),
            Self::Unrelated => confidence.min(UNRELATED),
        }
    }
}

/// A code, a number or an address needs no look wherever it stands.
const SAME: f64 = 0.999;
/// What two sentences of texts that hardly translate each other may share by chance.
const UNRELATED: f64 = 0.9;
/// Facts that differ are a mistake of somebody, or the pair is one.
const CONTRADICTED: f64 = 0.9;
/// Nobody should take text left in the source language for a translation unseen.
const LEFT_IN_SOURCE: f64 = 0.5;
/// The share of a side that must have found partners.
const RELATED: f64 = 0.5;

/// Judges the beads of an article.
pub struct Judge<'a> {
    article: &'a Article<'a>,
    gains: &'a Gains,
    sides: (&'a Side<'a>, &'a Side<'a>),
    tongues: (Tongue, Tongue),
    knowledge: f64,
    are_related: bool,
}

impl<'a> Judge<'a> {
    /// A judge of what was found between two sides.
    pub fn of(
        (article, gains): (&'a Article<'a>, &'a Gains),
        sides: (&'a Side<'a>, &'a Side<'a>),
        lexicon: &Lexicon,
        found: &[Found],
    ) -> Self {
        Self {
            article,
            gains,
            sides,
            tongues: lexicon.tongues(),
            knowledge: lexicon.knowledge,
            are_related: are_related(found, sides.0, sides.1),
        }
    }

    /// The bead with all that speaks for it and against it.
    pub fn bead(&self, found: Found) -> Bead {
        let source = self.sides.0.sentences[found.source.clone()].join(" ");
        let target = self.sides.1.sentences[found.target.clone()].join(" ");
        let is_pair = !found.source.is_empty() && !found.target.is_empty();
        let (mut grounds, mut sure) = if is_pair {
            let grounds = Grounds::of(self.article, &found, self.gains);
            (grounds, confidence(&grounds, self.knowledge))
        } else {
            let grounds = Grounds { posterior: found.posterior, ..Grounds::default() };
            (grounds, sobered(found.posterior))
        };
        grounds.ruling = self.ruling(&source, &target, is_pair);
        if let Some(ruling) = grounds.ruling {
            sure = ruling.apply(sure);
        }
        Bead { source: found.source, target: found.target, confidence: sure, grounds }
    }

    fn ruling(&self, source: &str, target: &str, is_pair: bool) -> Option<Ruling> {
        let tongues = (&self.tongues.0, &self.tongues.1);
        let languages = (tongues.0.language(), tongues.1.language());
        if is_left_in_source(source, target, tongues) {
            return Some(Ruling::LeftInSource);
        }
        if !is_pair {
            return None;
        }
        if is_value(source) {
            let is_same = same(source, target, languages);
            return Some(if is_same { Ruling::Same } else { Ruling::Contradicted });
        }
        if is_the_same(source, target, tongues.0) {
            return Some(Ruling::Same);
        }
        if contradict(source, target, languages) || opposed(source, target, languages) {
            return Some(Ruling::Contradicted);
        }
        if lacks_number(source, target, languages) {
            return Some(Ruling::LacksNumber);
        }
        (!self.are_related).then_some(Ruling::Unrelated)
    }
}

/// Whether most sentences of one side have a partner; else the texts hardly translate each other.
fn are_related(found: &[Found], source: &Side<'_>, target: &Side<'_>) -> bool {
    let paired = |side: fn(&Found) -> usize, whole: &Side<'_>| {
        let beads =
            found.iter().filter(|found| !found.source.is_empty() && !found.target.is_empty());
        let paired: f64 = beads.map(|found| found.posterior * side(found) as f64).sum();
        paired >= RELATED * whole.sentences.len() as f64
    };
    paired(|found| found.source.len(), source) || paired(|found| found.target.len(), target)
}

//! How much of each side of a bead the other answers to, each word once.

use std::ops::Range;

use super::article::ReadSides;
use super::reading::{Count, SideReading, Type};
use super::sounds::likeness;
use super::tokens::Sort;

/// How much of one side the other answers to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cover {
    /// How many of its telling words have an answer of their own, each by how sure that is.
    pub answers: f64,
    /// Those of them that are neither names nor numbers: what is told, and not of whom.
    pub own: f64,
    /// The others of them.
    pub named: f64,
    /// How many telling words are neither names nor numbers, answered or not.
    pub telling: f64,
    /// What the words without an answer say, by how rare they are, as a logarithm.
    pub untold: f64,
    /// The share of all its words that have an answer of their own.
    pub met: f64,
    /// The share of its telling words that may have an answer, however unsure.
    pub told: f64,
    /// The most telling words without an answer that follow one another, others between them aside.
    pub stretch: f64,
    /// Whether it says that somebody said something.
    pub is_saying: bool,
    /// Different numbers without an answer.
    pub lonely_numbers: f64,
}

/// An answer less sure than this is none.
const HARDLY: f64 = 0.1;

/// What a word says that every twelfth word is, as a logarithm: as good as nothing.
const COMMON: f64 = 2.5;

/// A word of either side that may answer to each other, and how sure that is, from 0 to 1.
struct Tie {
    row: usize,
    column: usize,
    sure: f64,
    weight: f64,
}

/// The types of one side with how much each says and how surely it is answered.
struct Words<'a> {
    reading: &'a SideReading,
    range: Range<usize>,
    counts: Vec<Count>,
    says: Vec<f64>,
    sure: Vec<f64>,
    /// Whether each is a name or a number, by itself or by what answers to it.
    names: Vec<bool>,
}

impl<'a> Words<'a> {
    /// The types of some sentences, none of them answered.
    pub fn of(reading: &'a SideReading, range: &Range<usize>) -> Self {
        let counts = reading.joined(range);
        let kinds = counts.iter().map(|count| &reading.types[count.kind as usize]);
        Self {
            says: kinds.clone().map(says).collect(),
            names: kinds.map(is_named).collect(),
            sure: vec![0.0; counts.len()],
            range: range.clone(),
            reading,
            counts,
        }
    }

    fn kind(&self, at: usize) -> &Type {
        &self.reading.types[self.counts[at].kind as usize]
    }

    fn cover(&self) -> Cover {
        let mut cover = Cover::default();
        let (mut said, mut told) = (0.0, 0.0);
        for (at, sure) in self.sure.iter().enumerate() {
            cover.met += sure / self.sure.len() as f64;
            cover.untold += self.says[at] * (1.0 - sure);
            cover.is_saying |= self.kind(at).is_saying;
            if *sure == 0.0 && self.kind(at).token.sort == Sort::Number {
                cover.lonely_numbers += 1.0;
            }
            if self.says[at] > 0.0 {
                said += 1.0;
                told += f64::from(u8::from(*sure >= HARDLY));
                cover.telling += f64::from(u8::from(!self.names[at]));
            }
        }
        cover.stretch = self.stretch();
        cover.told = if said > 0.0 { told / said } else { cover.met };
        cover
    }

    fn stretch(&self) -> f64 {
        let (mut longest, mut now) = (0.0_f64, 0.0);
        let sentences = &self.reading.sentences[self.range.clone()];
        for kind in sentences.iter().flat_map(|sentence| &sentence.order) {
            let found = self.counts.binary_search_by_key(kind, |count| count.kind);
            let Some(at) = found.ok().filter(|at| self.says[*at] > 0.0) else { continue };
            now = if self.sure[at] < HARDLY { now + 1.0 } else { 0.0 };
            longest = longest.max(now);
        }
        longest
    }
}

/// How much a word says of what a sentence is about.
fn says(kind: &Type) -> f64 {
    if kind.is_mark() || kind.is_small || kind.is_saying {
        0.0
    } else {
        (-kind.chance.ln() - COMMON).max(0.0)
    }
}

fn is_named(kind: &Type) -> bool {
    kind.token.sort != Sort::Word || kind.is_name()
}

/// How the types of some sentences of either side answer to each other, each to one at most.
pub fn covers(
    article: &ReadSides<'_>,
    source: &Range<usize>,
    target: &Range<usize>,
) -> (Cover, Cover) {
    let mut left = Words::of(&article.source, source);
    let mut right = Words::of(&article.target, target);
    let mut ties = ties(article, &left, &right);
    ties.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    let (mut own, mut named) = (0.0, 0.0);
    for tie in ties {
        if left.sure[tie.row] > 0.0 || right.sure[tie.column] > 0.0 {
            continue;
        }
        left.sure[tie.row] = tie.sure;
        right.sure[tie.column] = tie.sure;
        let is_name = left.names[tie.row]
            || right.names[tie.column]
            || are_names(left.kind(tie.row), right.kind(tie.column));
        (left.names[tie.row], right.names[tie.column]) = (is_name, is_name);
        if left.says[tie.row] > 0.0 && right.says[tie.column] > 0.0 {
            *(if is_name { &mut named } else { &mut own }) += tie.sure;
        }
    }
    let whole = |words: &Words<'_>| Cover { answers: own + named, own, named, ..words.cover() };
    (whole(&left), whole(&right))
}

/// Whether two words name one: with capitals, were it only at a beginning, and alike in sound.
fn are_names(source: &Type, target: &Type) -> bool {
    source.is_capitalised()
        && target.is_capitalised()
        && (source.token.key == target.token.key || likeness(&source.sounds, &target.sounds) > 0.0)
}

/// All couples of types that may answer to each other.
fn ties(article: &ReadSides<'_>, left: &Words<'_>, right: &Words<'_>) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (row, count) in left.counts.iter().enumerate() {
        for link in &article.links.0[count.kind as usize] {
            let found = right.counts.binary_search_by_key(&link.target, |count| count.kind);
            let Ok(column) = found else { continue };
            // The strength of a link is a probability by what chance would be.
            let ahead = (f64::from(link.ahead) * right.kind(column).chance).min(1.0);
            let back = (f64::from(link.back) * left.kind(row).chance).min(1.0);
            let sure = (ahead * back).sqrt();
            let weight = sure * (left.says[row] + right.says[column]);
            ties.push(Tie { row, column, sure, weight });
        }
    }
    ties
}

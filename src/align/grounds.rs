//! What a bead's own texts say for it, whatever stands around them.
//!
//! The search says which of all ways to pair the sentences is best; whether any is right, only
//! the texts of a bead can say: a sentence of another article between two sure neighbours has the
//! best place there is, and nothing else.

use std::ops::Range;

use super::article::{Article, Found, Gains};
use super::confidence::{ACCEPT, sobered};
use super::reading::{Count, Reading};
use super::scorer::lonely;
use super::tokens::Sort;
use super::verdict::Ruling;

/// What speaks for a bead and against it, read from its own texts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Grounds {
    /// How likely the bead is among all ways through the article.
    pub posterior: f64,
    /// How much likelier the words are as a translation than by chance, as a logarithm.
    pub words: f64,
    /// The same for either side with the other's neighbours: on average, and the best of them.
    pub usual: f64,
    pub rival: f64,
    /// The same for the lengths.
    pub length: f64,
    /// Of several joined sentences, the words of the one that fits worst.
    pub weakest: Option<f64>,
    /// What outweighs all that.
    pub ruling: Option<Ruling>,
    pub source: Cover,
    pub target: Cover,
}

/// How much of one side the other answers to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cover {
    pub words: f64,
    /// How much its words say, by how rare they are.
    pub said: f64,
    /// How much should find one, by how well the words are known.
    pub expected: f64,
    /// Different words that say something and find an answer.
    pub answered: f64,
    /// Different words that say something and find none.
    pub open: f64,
    /// Different numbers without an answer.
    pub lonely_numbers: f64,
}

/// How far around a bead its sentences are compared with others.
const NEAR: usize = 6;
/// A word said over and over says no more than one said so often.
const OFTEN: f32 = 4.0;

/// What a word says that every tenth sentence has, as a logarithm: as good as nothing.
pub const COMMON: f64 = 3.5;

/// How the types of some sentences of either side answer to each other.
struct Meeting<'a> {
    source: &'a [Count],
    target: &'a [Count],
    ahead: Vec<f64>,
    back: Vec<f64>,
}

impl<'a> Meeting<'a> {
    fn of(article: &Article<'_>, source: &'a [Count], target: &'a [Count]) -> Self {
        let (mut ahead, mut back) = (vec![0.0; target.len()], vec![0.0; source.len()]);
        for (index, count) in source.iter().enumerate() {
            for link in &article.links.0[count.kind as usize] {
                let found = target.binary_search_by_key(&link.target, |count| count.kind);
                let Ok(at) = found else { continue };
                ahead[at] += f64::from(link.ahead * count.times);
                back[index] += f64::from(link.back * target[at].times);
            }
        }
        Self { source, target, ahead, back }
    }

    /// How much likelier the words are as a translation than by chance, as a logarithm.
    fn words(&self, article: &Article<'_>) -> f64 {
        let left = gain(&article.source, self.source, &self.back, size(self.target));
        let right = gain(&article.target, self.target, &self.ahead, size(self.source));
        let alone = lonely(&article.source, self.source) + lonely(&article.target, self.target);
        article.settings.words * (left + right) + article.settings.lonely_words * alone
    }
}

fn size(counts: &[Count]) -> f64 {
    counts.iter().map(|count| f64::from(count.times)).sum::<f64>().max(1.0)
}

fn gain(reading: &Reading, counts: &[Count], ratios: &[f64], others: f64) -> f64 {
    let gain = |(count, ratio): (&Count, &f64)| {
        let odds = reading.types[count.kind as usize].odds * ratio / others;
        f64::from(count.times) * odds.ln_1p()
    };
    counts.iter().zip(ratios).map(gain).sum()
}

/// The types of some sentences together.
fn joined(reading: &Reading, range: &Range<usize>) -> Vec<Count> {
    let counts = reading.sentences[range.clone()].iter().flat_map(|sentence| &sentence.counts);
    let mut counts: Vec<Count> = counts.copied().collect();
    counts.sort_unstable_by_key(|count| count.kind);
    counts.dedup_by(|next, kept| {
        let is_same = next.kind == kept.kind;
        kept.times += if is_same { next.times } else { 0.0 };
        is_same
    });
    for count in &mut counts {
        count.times = count.times.min(OFTEN);
    }
    counts
}

/// How much likelier the words of some sentences are as a translation than by chance.
pub fn words(article: &Article<'_>, source: &Range<usize>, target: &Range<usize>) -> f64 {
    let (left, right) = (joined(&article.source, source), joined(&article.target, target));
    Meeting::of(article, &left, &right).words(article)
}

impl Cover {
    fn of(reading: &Reading, counts: &[Count], ratios: &[f64], others: f64) -> Self {
        let mut cover = Self { words: size(counts), ..Self::default() };
        for (count, ratio) in counts.iter().zip(ratios) {
            let kind = &reading.types[count.kind as usize];
            let odds = kind.odds * ratio / others;
            if kind.is_mark() {
                continue;
            }
            let said = f64::from(count.times) * (-kind.chance.ln() - COMMON).max(0.0);
            cover.said += said;
            cover.expected += said * kind.trust;
            let speaks = if said > 0.0 { 1.0 } else { 0.0 };
            if odds > 1.0 {
                cover.answered += speaks;
                continue;
            }
            cover.open += speaks;
            cover.lonely_numbers += if kind.token.sort == Sort::Number { 1.0 } else { 0.0 };
        }
        cover
    }
}

impl Grounds {
    /// What speaks for a bead that takes sentences of both sides.
    pub fn of(article: &Article<'_>, found: &Found, gains: &Gains) -> Self {
        let (source, target) = (&found.source, &found.target);
        let (left, right) = (joined(&article.source, source), joined(&article.target, target));
        let meeting = Meeting::of(article, &left, &right);
        let (usual, rival) = rivals(article, found, gains);
        let sentences =
            (&article.source.sentences[source.clone()], &article.target.sentences[target.clone()]);
        Self {
            posterior: found.posterior,
            words: meeting.words(article),
            usual,
            rival,
            length: article.lengths.score(sentences.0, sentences.1),
            ruling: None,
            weakest: weakest(article, source, target),
            source: Cover::of(&article.source, &left, &meeting.back, size(&right)),
            target: Cover::of(&article.target, &right, &meeting.ahead, size(&left)),
        }
    }
}

impl Grounds {
    /// Whether another way to pair the sentences is so likely that this one can't be accepted.
    pub fn is_place_unsure(&self) -> bool {
        sobered(self.posterior) < ACCEPT
    }

    /// Whether the words say next to nothing for the bead, however well it fits its place.
    pub fn are_bare(&self) -> bool {
        let answered = self.source.answered.min(self.target.answered);
        let open = self.source.open + self.target.open;
        answered == 0.0 || open > 0.0 && self.words - self.usual < LEAST
    }
}

/// What the words of a bead must show beyond what neighbours show, as a logarithm.
const LEAST: f64 = 3.0;

/// The words of each side's sentences with the other's neighbours: their mean and the best.
fn rivals(article: &Article<'_>, found: &Found, gains: &Gains) -> (f64, f64) {
    let near = |range: &Range<usize>, count: usize| {
        let (from, to) = (range.start.saturating_sub(NEAR), (range.end + NEAR).min(count));
        (from..to).filter(|at| !range.contains(at)).collect::<Vec<usize>>()
    };
    let others = near(&found.target, article.target.sentences.len());
    let mut rivals = Vec::with_capacity(4 * NEAR);
    for (source, target) in found.source.clone().flat_map(|at| others.iter().map(move |o| (at, *o)))
    {
        rivals.extend(gains.words(article, source, target));
    }
    let ahead = mean(&rivals);
    let others = near(&found.source, article.source.sentences.len());
    let middle = rivals.len();
    for (source, target) in found.target.clone().flat_map(|at| others.iter().map(move |o| (*o, at)))
    {
        rivals.extend(gains.words(article, source, target));
    }
    let back = mean(&rivals[middle..]);
    let best = rivals.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (f64::midpoint(ahead, back), best.max(MEAGRE))
}

/// What two sentences are taken to share where there is no other to compare.
const MEAGRE: f64 = -10.0;

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

/// Of several joined sentences, the words of the one that fits worst with the whole other side.
fn weakest(article: &Article<'_>, source: &Range<usize>, target: &Range<usize>) -> Option<f64> {
    let left = source.clone().filter(|_| source.len() > 1);
    let right = target.clone().filter(|_| target.len() > 1);
    let left = left.map(|at| words(article, &(at..at + 1), target));
    let right = right.map(|at| words(article, source, &(at..at + 1)));
    left.chain(right).reduce(f64::min)
}

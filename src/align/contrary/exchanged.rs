//! Numbers that stand in both texts, each with the other's noun: «3 чиновников 5 июля» and "5 officials on July 3".

use super::Places;
use super::voice::{SpokenWord, Voice, Voices};
use crate::model::Span;
use crate::text::numbers::{Number, NumberKind};

/// A mark or «и» parts what a number counts from another number.
const BORDER: usize = 3;
/// A word further from a number than this says nothing about it.
const FAR: usize = 4;
/// Numbers that stand in both texts and may be exchanged; more are a table.
const MANY: usize = 8;
/// Words of a sentence in which a word may stand apart from its number.
const SHORT: usize = 16;

/// Two numbers, where more words say that they changed places than that they didn't.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    for are_times in [false, true] {
        let common = common(voices, are_times);
        if common.len() < 2 || common.len() > MANY {
            continue;
        }
        let found = exchange(voices, &common);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// A number that each text has once.
pub struct Common<'v> {
    pub source: &'v Number,
    pub target: &'v Number,
}

/// The numbers that each text has once; either the times of day or all others.
pub fn common<'v>(voices: &'v Voices<'_>, are_times: bool) -> Vec<Common<'v>> {
    let once = |voice: &'v Voice<'_>, value: &str| {
        let mut all = voice.numbers().iter().filter(|number| number.value == value);
        all.next().filter(|_| all.next().is_none())
    };
    let numbers = voices.source.numbers().iter().filter(|number| is_asked(number, are_times));
    let found = numbers.filter_map(|number| {
        let source = once(&voices.source, &number.value)?;
        Some(Common { source, target: once(&voices.target, &number.value)? })
    });
    found.collect()
}

fn is_asked(number: &Number, are_times: bool) -> bool {
    (number.kind == NumberKind::Time) == are_times
}

/// Two numbers of which a word that both texts have once stands beside one here and beside the other there.
///
/// Where some words stand right beside their numbers in both texts, only those count.
fn exchange(voices: &Voices<'_>, common: &[Common<'_>]) -> Option<Places> {
    let votes = votes(voices, common);
    let are_close = votes.iter().any(|vote| vote.is_close);
    let is_short = voices.source.size() <= SHORT && voices.target.size() <= SHORT;
    if !are_close && !is_short {
        return None;
    }
    let counted = || votes.iter().filter(|vote| vote.is_close || !are_close);
    let kept: u32 = counted().filter(|vote| !vote.is_other()).map(Vote::weight).sum();
    let other: u32 = counted().filter(|vote| vote.is_other()).map(Vote::weight).sum();
    let vote = counted().find(|vote| vote.is_other())?;
    let (source, target) = (common[vote.source].source.span, common[vote.target].target.span);
    (other > kept).then_some(Places { source: Some(source), target: Some(target) })
}

/// The numbers that a word stands nearest to in either text.
struct Vote {
    source: usize,
    target: usize,
    /// Whether it stands right beside both.
    is_close: bool,
    /// Whether it follows both, as what is counted does.
    is_counted: bool,
}

impl Vote {
    fn is_other(&self) -> bool {
        self.source != self.target
    }

    /// What is counted says more of a number than a verb before it.
    fn weight(&self) -> u32 {
        if self.is_counted { 2 } else { 1 }
    }
}

fn votes(voices: &Voices<'_>, common: &[Common<'_>]) -> Vec<Vote> {
    let Voices { source, target } = voices;
    let left: Vec<Span> = common.iter().map(|number| number.source.span).collect();
    let right: Vec<Span> = common.iter().map(|number| number.target.span).collect();
    let mut votes = Vec::new();
    for word in source.words().iter().filter(|word| !word.is_small) {
        let Some(other) = partner(word, voices) else { continue };
        let here = nearest(source, word.span, &left);
        let there = nearest(target, other.span, &right);
        let (Some(here), Some(there)) = (here, there) else { continue };
        let is_close = distance(&source.text, word.span, left[here]) == 0
            && distance(&target.text, other.span, right[there]) == 0;
        let is_counted = left[here].end <= word.span.start && right[there].end <= other.span.start;
        votes.push(Vote { source: here, target: there, is_close, is_counted });
    }
    votes
}

/// The one word of the target that may be this one, and no other word of the source.
pub fn partner<'v>(word: &SpokenWord, voices: &'v Voices<'_>) -> Option<&'v SpokenWord> {
    let mut found = voices.target.words().iter().filter(|other| other.may_be(word));
    let other = found.next().filter(|_| found.next().is_none())?;
    let mut back = voices.source.words().iter().filter(|word| other.may_be(word));
    back.next().filter(|_| back.next().is_none())?;
    Some(other)
}

/// The number that is clearly the nearest to a word.
fn nearest(voice: &Voice<'_>, word: Span, numbers: &[Span]) -> Option<usize> {
    let distances: Vec<usize> =
        numbers.iter().map(|number| distance(&voice.text, word, *number)).collect();
    let least = *distances.iter().min()?;
    let mut nearest = (0..numbers.len()).filter(|at| distances[*at] == least);
    let at = nearest.next().filter(|_| nearest.next().is_none() && least <= FAR)?;
    // What is counted by several numbers at once is no one's: «17, 18 и 20 лет», «5–3».
    let is_beside =
        |other: &Span| *other != numbers[at] && are_listed(&voice.text, *other, numbers[at]);
    (!numbers.iter().any(is_beside)).then_some(at)
}

/// Whether nothing but marks and «и» stands between two places.
fn are_listed(text: &str, one: Span, other: Span) -> bool {
    let (from, to) = (one.end.min(other.end), one.start.max(other.start));
    let mut between = text.get(from..to).unwrap_or_default().split_whitespace();
    between.all(|word| JOINING.contains(&word) || !word.chars().any(char::is_alphanumeric))
}

const JOINING: [&str; 4] = ["и", "или", "and", "or"];

/// How far two places stand from each other, in words; borders count more.
fn distance(text: &str, one: Span, other: Span) -> usize {
    let (from, to) = (one.end.min(other.end), one.start.max(other.start));
    let Some(between) = text.get(from..to) else { return 0 };
    let words = between.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    let conjunctions =
        between.split_whitespace().filter(|word| matches!(*word, "и" | "а" | "но" | "and" | "but"));
    let marks = between.chars().filter(|c| matches!(c, ',' | ';' | ':' | '.'));
    words.count() + BORDER * (conjunctions.count() + marks.count())
}

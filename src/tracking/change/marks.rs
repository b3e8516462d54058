//! Changes of punctuation and links.

use rustc_hash::{FxHashMap, FxHashSet};

use super::reading::{Mark, Reading};
use super::{Cause, Readings, Reason};
use crate::model::Span;

/// Marks that change the reading, and links that lead elsewhere.
pub fn causes(readings: &Readings<'_>) -> Vec<Cause> {
    let mut causes = links(readings);
    let [old, new] = [readings.old, readings.new].map(|reading| inner(reading).collect::<Vec<_>>());
    let mut come: Vec<Cause> =
        extra(&new, &old).map(|mark| Cause::new(Reason::Punctuation, mark.span)).collect();
    come.extend(extra(&old, &new).map(|mark| Cause::removed(Reason::Punctuation, mark.span)));
    let same_words = readings.old.words.len() == readings.new.words.len();
    if come.is_empty() && same_words {
        let moved = old.iter().zip(&new).find(|(old, new)| old.words_before != new.words_before);
        come.extend(moved.map(|(_, new)| Cause::new(Reason::Punctuation, new.span)));
    }
    causes.extend(come);
    causes
}

/// The marks of a text but for those that only close it; a question always counts.
fn inner<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = &'a Mark> {
    let end = reading.words.last().map_or(0, |word| word.span.end);
    let end = end.max(reading.values.last().map_or(0, |value| value.span.end));
    reading.marks.iter().filter(move |mark| match mark.sign {
        '.' | ',' | ';' | ':' | '!' | '…' | '-' => mark.span.start < end,
        _ => true,
    })
}

fn extra<'a>(these: &'a [&Mark], others: &[&Mark]) -> impl Iterator<Item = &'a Mark> {
    let mut counts: FxHashMap<char, usize> = FxHashMap::default();
    for mark in others {
        *counts.entry(mark.sign).or_default() += 1;
    }
    these.iter().copied().filter(move |mark| {
        let count = counts.entry(mark.sign).or_default();
        let is_extra = *count == 0;
        *count = count.saturating_sub(1);
        is_extra
    })
}

/// Link targets and tags that came or went.
fn links(readings: &Readings<'_>) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let [stood, stands] = [old.links, new.links].map(|links| {
        let links = links.iter().copied();
        links.collect::<FxHashSet<&str>>()
    });
    let come = new.links.iter().find(|link| is_link(link) && !stood.contains(*link));
    let gone = old.links.iter().find(|link| is_link(link) && !stands.contains(*link));
    let come = come.map(|link| Cause::new(Reason::Link, place(new, link)));
    let gone = gone.map(|link| Cause::removed(Reason::Link, place(old, link)));
    come.into_iter().chain(gone).collect()
}

/// Tags without an address are mere emphasis.
fn is_link(link: &str) -> bool {
    !link.starts_with('<') || link.contains("://") || link.contains('=')
}

fn place(reading: &Reading<'_>, link: &str) -> Span {
    let start = link.as_ptr().addr() - reading.text.as_ptr().addr();
    Span::new(start, start + link.len())
}

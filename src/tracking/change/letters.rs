//! Letters of words: where ё or a stress makes another word.

use super::lists::RuleList;
use super::matched::Matched;
use super::reading::{Reading, Word};
use super::{Cause, Readings};
use crate::model::Concern;

/// Words of the same letters that ё or the place of the stress makes others.
pub fn causes(readings: &Readings<'_>, matched: &Matched) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let same = matched.stayed().filter(|(was, is)| old.words[*was].form == new.words[*is].form);
    let changed = same.filter(|(was, is)| {
        let [before, now] = [(old, *was), (new, *is)].map(|(reading, at)| written(reading, at));
        before != now
            && (is_stressed_elsewhere(before, now)
                || is_other_by_yo(new, &new.words[*is], before, now))
    });
    changed.map(|(_, is)| Cause::new(Concern::Letter, new.words[is].span)).collect()
}

fn written<'a>(reading: &Reading<'a>, at: usize) -> &'a str {
    &reading.text[reading.words[at].span.range()]
}

/// Whether both words have a stress, and not on the same letter.
fn is_stressed_elsewhere(before: &str, now: &str) -> bool {
    let place = |word: &str| {
        let at = word.find('\u{301}')?;
        Some(word[..at].chars().filter(|c| c.is_alphabetic()).count())
    };
    place(before).zip(place(now)).is_some_and(|(before, now)| before != now)
}

/// Whether ё came or went in a word that is another with it.
fn is_other_by_yo(reading: &Reading<'_>, word: &Word, before: &str, now: &str) -> bool {
    let has_yo = |word: &str| word.contains(['ё', 'Ё']) || word.contains("е\u{308}");
    has_yo(before) != has_yo(now)
        && reading.rules.list(RuleList::Yo).iter().any(|listed| match listed.strip_prefix('*') {
            Some(end) => word.form.ends_with(end),
            None => word.form == *listed,
        })
}

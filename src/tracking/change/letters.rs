//! Letters of words: one form for those that look alike, and where ё or a stress makes another word.

use super::matched::Matched;
use super::reading::{Reading, Word};
use super::rules::List;
use super::{Cause, Readings};
use crate::model::Concern;
use crate::text::stems::normal;

/// The word in lower case with е for ё, digits above and below the line as digits, letters of one script.
pub fn form(word: &str) -> String {
    let form = normal(word).replace('’', "'");
    if form.is_ascii() || form.chars().all(|c| matches!(c, 'а'..='я' | '-')) {
        return form;
    }
    let has = |range: fn(char) -> bool| form.chars().any(range);
    let is_mixed = has(|c| c.is_ascii_lowercase()) && has(|c| matches!(c, 'а'..='я'));
    form.chars().map(|c| if is_mixed { cyrillic(c) } else { c }).map(digit).collect()
}

/// The Cyrillic letter that a Latin one looks like.
fn cyrillic(c: char) -> char {
    const ALIKE: [(char, char); 11] = [
        ('a', 'а'),
        ('c', 'с'),
        ('e', 'е'),
        ('o', 'о'),
        ('p', 'р'),
        ('x', 'х'),
        ('y', 'у'),
        ('k', 'к'),
        ('m', 'м'),
        ('t', 'т'),
        ('h', 'н'),
    ];
    ALIKE.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, letter)| *letter)
}

/// The plain digit of one that stands above or below the line.
fn digit(c: char) -> char {
    match c {
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        '⁰' | '⁴'..='⁹' => shifted(c, '⁰'),
        '₀'..='₉' => shifted(c, '₀'),
        _ => c,
    }
}

fn shifted(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// Words of the same letters that ё or the place of the stress makes others.
pub fn causes(readings: &Readings<'_>, matched: &Matched) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let same = matched.stayed().filter(|(was, is)| old.words[*was].form == new.words[*is].form);
    let changed = same.filter(|(was, is)| {
        let [before, now] = [(old, *was), (new, *is)].map(|(reading, at)| written(reading, at));
        before != now
            && (is_stressed_elsewhere(before, now)
                || is_other_by_yo(new, &new.words[*is], (before, now)))
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
fn is_other_by_yo(reading: &Reading<'_>, word: &Word, (before, now): (&str, &str)) -> bool {
    let has_yo = |word: &str| word.contains(['ё', 'Ё']) || word.contains("е\u{308}");
    has_yo(before) != has_yo(now)
        && reading.rules.list(List::Yo).iter().any(|listed| match listed.strip_prefix('*') {
            Some(end) => word.form.ends_with(end),
            None => word.form == *listed,
        })
}

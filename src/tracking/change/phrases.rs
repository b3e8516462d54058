//! Several words that are one: «и. о.», «потому что», «т. н.».

use super::reading::{Reading, Word};
use super::rules::Class;

/// Joins the words of each phrase of the rules into one.
pub fn join_phrases(reading: &mut Reading<'_>) {
    let mut is_joined = false;
    let mut at = 0;
    while at < reading.words.len() {
        let phrases = reading.rules.phrases(&reading.words[at].form);
        let found = phrases.iter().find(|phrase| stands(reading, at, phrase));
        if let Some(phrase) = found {
            let count = phrase.split('_').count();
            let mut end = reading.words[at + count - 1].span.end;
            if is_short(phrase) && reading.text[end..].starts_with('.') {
                end += 1;
            }
            reading.words.drain(at + 1..at + count);
            let word = &mut reading.words[at];
            (*phrase).clone_into(&mut word.form);
            word.span.end = end;
            is_joined = true;
        }
        at += 1;
    }
    if is_joined {
        drop_marks_within(reading);
    }
}

/// Whether all parts of a phrase are single letters.
fn is_short(phrase: &str) -> bool {
    phrase.split('_').all(|part| part.chars().nth(1).is_none())
}

/// Whether the words from `at` on are those of the phrase, with nothing but points between them.
fn stands(reading: &Reading<'_>, at: usize, phrase: &str) -> bool {
    let parts: Vec<&str> = phrase.split('_').collect();
    let Some(words) = reading.words.get(at..at + parts.len()) else { return false };
    let fits = |(word, part): (&Word, &&str)| word.form == **part;
    let class = reading.rules.entry(phrase).map(|entry| entry.class);
    let is_unit = class == Some(Class::Unit);
    let is_small = is_unit
        || class == Some(Class::Name)
        || words[1..].iter().all(|word| !word.is_capitalised)
        || parts.last().is_some_and(|part| part.is_ascii() || *part == "с");
    let gap = |two: &[Word]| &reading.text[two[0].span.end..two[1].span.start];
    let is_near = |gap: &str| {
        gap.chars().all(|c| {
            c.is_whitespace()
                || matches!(c, '.' | '-' | '\u{a0}')
                || is_unit && matches!(c, '/' | '·' | '⋅')
        })
    };
    // «5 м. с крыши» has no speed in it.
    let joins_letters =
        |two: &[Word]| two[0].form == "°" || gap(two).contains(if is_unit { '/' } else { '.' });
    words.iter().zip(&parts).all(fits)
        && is_small
        && words.windows(2).all(|two| is_near(gap(two)))
        && (!is_short(phrase) || words.windows(2).all(joins_letters))
}

fn drop_marks_within(reading: &mut Reading<'_>) {
    let words = &reading.words;
    reading.marks.retain_mut(|mark| {
        mark.words_before = words.partition_point(|word| word.span.start < mark.span.start);
        let last = mark.words_before.checked_sub(1).map(|last| words[last].span.end);
        last.is_none_or(|end| mark.span.start >= end)
    });
}

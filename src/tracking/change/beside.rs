//! What stands right beside a word: a number, or the point of an initial.

use super::reading::{Reading, Word};
use super::value::FoundValue;

/// Whether the word is the unit of a number: «5 км».
pub fn follows_value(reading: &Reading<'_>, word: &Word) -> bool {
    value_before(reading, word).is_some()
}

/// The number or date right before a word.
pub fn value_before<'a>(reading: &Reading<'a>, word: &Word) -> Option<&'a FoundValue> {
    let next = reading.values.partition_point(|value| value.span.end <= word.span.start);
    let before = next.checked_sub(1).and_then(|before| reading.values.get(before));
    before.filter(|value| is_white(reading, value.span.end, word.span.start))
}

/// Whether the word bounds a number or a date: «до 5 мая».
pub fn precedes_value(reading: &Reading<'_>, word: &Word) -> bool {
    let next = reading.values.partition_point(|value| value.span.start < word.span.end);
    let value = reading.values.get(next);
    value.is_some_and(|value| is_white(reading, word.span.end, value.span.start))
}

/// Whether the word is one capital letter with its point.
pub fn is_initial(reading: &Reading<'_>, word: &Word) -> bool {
    let single = word.form.chars().nth(1).is_none();
    word.is_capitalised && single && reading.text[word.span.end..].starts_with('.')
}

fn is_white(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    reading.text.get(start..end).is_some_and(|gap| gap.trim().is_empty())
}

/// Whether the word belongs to a range that the other text has with a dash: «от 5 до 7», «5–7».
pub fn is_range(reading: &Reading<'_>, index: usize, other: &Reading<'_>) -> bool {
    let word = &reading.words[index];
    let begins = || index.checked_sub(1).is_some_and(|before| reading.words[before].form == "от");
    if word.form != "до" || !begins() {
        return false;
    }
    let last = reading.values.partition_point(|value| value.span.start < word.span.end);
    let pair = |reading: &'_ Reading<'_>| {
        let [low, high] = reading.values.get(last.checked_sub(1)?..=last)? else { return None };
        let gap = reading.text.get(low.span.end..high.span.start)?.trim();
        Some(([low.key.clone(), high.key.clone()], matches!(gap, "–" | "-" | "—")))
    };
    let from = &reading.words[index - 1];
    precedes_value(reading, from)
        && pair(reading).zip(pair(other)).is_some_and(|(one, other)| one.0 == other.0 && other.1)
}

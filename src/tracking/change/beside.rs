//! What stands right beside a word: a number, or the point of an initial.

use super::reading::{Reading, Word};

/// Whether the word is the unit of a number: «5 км».
pub fn follows_value(reading: &Reading<'_>, word: &Word) -> bool {
    let next = reading.values.partition_point(|value| value.span.end <= word.span.start);
    let before = next.checked_sub(1).and_then(|before| reading.values.get(before));
    before.is_some_and(|value| is_white(reading, value.span.end, word.span.start))
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

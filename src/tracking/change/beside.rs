//! What stands right beside a word: a number, or the point of an initial.

use super::lists::RuleList;
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

/// Whether the word only writes a range that the other text has in another way: «от 5 до 7», «5–7».
pub fn is_range(reading: &Reading<'_>, index: usize, other: &Reading<'_>) -> bool {
    let word = &reading.words[index];
    if !precedes_value(reading, word) {
        return false;
    }
    let next = reading.values.partition_point(|value| value.span.start < word.span.end);
    let (low, high) = match () {
        () if is_in(reading, word, RuleList::RangeTo) && next > 0 && joins(reading, next - 1) => {
            (next - 1, next)
        }
        () if is_in(reading, word, RuleList::RangeFrom) && joins(reading, next) => (next, next + 1),
        () => return false,
    };
    let key = |at: usize| reading.values[at].key.trim_end_matches(":00");
    let says_it = |pair: &[FoundValue]| {
        pair[0].key.trim_end_matches(":00") == key(low)
            && pair[1].key.trim_end_matches(":00") == key(high)
    };
    let mut pairs = other.values.windows(2).enumerate();
    pairs.any(|(at, pair)| {
        says_it(pair) && joins(other, at) && lead(other, at) == lead(reading, low)
    })
}

/// The word before a range: «вырос на 5–7» is not «вырос с 5 до 7».
fn lead<'r>(reading: &'r Reading<'_>, low: usize) -> Option<&'r str> {
    let start = reading.values[low].span.start;
    let before = reading.words.partition_point(|word| word.span.end <= start);
    let mut words = reading.words[..before].iter().rev();
    let near = words.next()?;
    let is_from = precedes_value(reading, near) && is_in(reading, near, RuleList::RangeFrom);
    let word = if is_from { words.next()? } else { near };
    Some(word.form.as_str())
}

/// Whether this value and the next are the ends of a range.
fn joins(reading: &Reading<'_>, low: usize) -> bool {
    let Some([low, high]) = reading.values.get(low..low + 2) else { return false };
    let gap = reading.text.get(low.span.end..high.span.start).unwrap_or_default().trim();
    matches!(gap, "–" | "-" | "—")
        || reading.rules.list(RuleList::RangeTo).contains(&gap.to_lowercase().as_str())
}

fn is_in(reading: &Reading<'_>, word: &Word, list: RuleList) -> bool {
    reading.rules.list(list).contains(&word.form.as_str())
}

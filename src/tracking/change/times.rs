//! Words that place a time: what stands before and after a period, a year or an era.

use super::beside::{follows_value, precedes_value, value_before};
use super::reading::{Reading, Word};
use super::rules::Class;
use super::value::ValueKind;

/// Whether the word bounds a number, a period or an era: «до 5 мая», «до конца года».
pub fn bounds(reading: &Reading<'_>, index: usize) -> bool {
    precedes_value(reading, &reading.words[index])
        || precedes_era(reading, index)
        || places_time(reading, index)
}

/// Whether a time stands within the next two words: «прошлой неделе», «начале этого года».
pub fn places_time(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    let next = reading.words[index + 1..].iter().take(2);
    let follows_period = || {
        let before = index.checked_sub(1).map(|before| &reading.words[before]);
        before.is_some_and(|before| reading.class(before) == Some(Class::Period))
    };
    precedes_value(reading, word)
        || reading.class(word) == Some(Class::Relative) && follows_period()
        || next.into_iter().any(|next| {
            matches!(reading.class(next), Some(Class::Period | Class::Time))
                || next.form.starts_with("времен")
                || next.form.starts_with("квартал")
                || matches!(next.form.as_str(), "time" | "quarter")
                || precedes_value(reading, next) && reading.class(next) == Some(Class::Relative)
        })
}

/// Whether a word is a letter alone that no number stands before: «г. Тула».
pub fn is_letter(reading: &Reading<'_>, word: &Word) -> bool {
    word.form.chars().nth(2).is_none() && !follows_value(reading, word)
}

/// Whether «был» only goes with a participle: «был принят» and «принят» say the same.
pub fn precedes_participle(reading: &Reading<'_>, index: usize) -> bool {
    let is_past = reading.words[index].form.starts_with("был");
    let next = reading.words.get(index + 1);
    is_past && next.is_some_and(|next| PARTICIPLES.iter().any(|ending| next.form.ends_with(ending)))
}

/// The endings of short passive participles.
const PARTICIPLES: [&str; 12] =
    ["ен", "ена", "ено", "ены", "ан", "ана", "ано", "аны", "ят", "ята", "ято", "яты"];

/// Whether «год» only goes with the number of a year: «в 2025 г.».
pub fn is_year(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    let is_short = ["г", "год", "гг", "year"].iter().any(|begin| word.form.starts_with(begin));
    is_short
        && value_before(reading, word).is_some_and(|value| {
            value.kind == ValueKind::Date || value.key.len() == 4 && value.kind == ValueKind::Count
        })
}

/// Whether the word parts the eras: «до н. э.».
fn precedes_era(reading: &Reading<'_>, index: usize) -> bool {
    let is = |at: usize, form: &str| reading.words.get(at).is_some_and(|word| word.form == form);
    is(index + 1, "н") && is(index + 2, "э") || is(index + 1, "нашей") && is(index + 2, "эры")
}

//! The same words with other capitals.

use super::Cause;
use super::beside::value_before;
use super::lists::RuleList;
use super::matched::Matched;
use super::reading::{Reading, Word};
use super::rules::Class;
use crate::model::Concern;
use crate::text::words::{is_alphabetic, is_capital};

/// Words that only their capitals tell apart: in a name or a unit these are another word's.
pub fn recased(old: &Reading<'_>, new: &Reading<'_>, matched: &Matched) -> Vec<Cause> {
    let changed: Vec<(usize, usize)> = matched
        .stayed()
        .filter(|(before, now)| {
            let (one, other) = (written(old, *before), written(new, *now));
            old.words[*before].form == new.words[*now].form && one != other && differ(one, other)
        })
        .collect();
    let is_named = |reading: &Reading<'_>, index: usize| {
        let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
        let word = &reading.words[index];
        // The first word has its capital from its place.
        let mut beside =
            beside.filter(|at| *at > 0 || is_sure(reading)).filter_map(|at| reading.words.get(at));
        word.is_name
            && (reading.class(word) == Some(Class::Name)
                || reading.ends_as(word, RuleList::Surname)
                || beside.any(|word| word.is_name))
    };
    let reason = |(before, now): (usize, usize)| {
        if is_unit(new, &new.words[now]) {
            Concern::Unit
        } else if is_shouted(written(old, before)) || is_shouted(written(new, now)) {
            Concern::Capital
        } else if before > 0 && now > 0 && (is_named(old, before) || is_named(new, now)) {
            Concern::Name
        } else {
            Concern::Capital
        }
    };
    changed.into_iter().map(|pair| Cause::new(reason(pair), new.words[pair.1].span)).collect()
}

/// Whether the word that opens the text is a name, as no dictionary has it.
fn is_sure(reading: &Reading<'_>) -> bool {
    reading.words.first().is_some_and(|word| reading.knows(word) == Some(false))
}

/// Whether a word after a number is short enough for its capitals to matter: «5 мВт».
fn is_unit(reading: &Reading<'_>, word: &Word) -> bool {
    let is_short = word.form.chars().nth(4).is_none() && reading.class(word).is_none();
    value_before(reading, word).is_some_and(|value| value.kind.counts())
        && (is_short || is_measure(reading, word))
}

/// Whether a word has no small letter, as in a headline.
fn is_shouted(word: &str) -> bool {
    word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase)
}

fn written<'a>(reading: &Reading<'a>, index: usize) -> &'a str {
    &reading.text[reading.words[index].span.range()]
}

/// Whether capitals stand at other places.
fn differ(one: &str, other: &str) -> bool {
    let capitals = |word: &'_ str| {
        word.chars().filter(|c| is_alphabetic(*c)).map(is_capital).collect::<Vec<_>>()
    };
    capitals(one) != capitals(other)
}

/// Whether the word is a unit or a currency, however close to its number: «5км».
pub fn is_measure(reading: &Reading<'_>, word: &Word) -> bool {
    matches!(reading.class(word), Some(Class::Unit | Class::Period | Class::Magnitude))
        || matches!(word.form.as_str(), "г" | "гг")
}

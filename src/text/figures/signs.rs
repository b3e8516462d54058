//! Signs and units that only one of two texts gives a number: a minus, percent, degrees.

use super::number::FigureNumber;
use super::{Disagreement, Side, words};
use crate::text::facts::FactKind;

/// A number below zero on one side alone, where no word says so on the other.
pub fn signs(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    let bare = |number: &FigureNumber, own: &Side<'_>, other: &Side<'_>| -> Option<String> {
        let mut same = other.numbers.iter().filter(|like| like.value == number.value);
        let like = same.next().filter(|like| number.is_negative && !like.is_negative)?;
        // The second of two temperatures often does without its degrees.
        let is_degree = own.numbers.iter().any(|one| {
            one.is_negative && one.unit.as_ref().is_some_and(|unit| unit.key == "degree")
        });
        let says = if is_degree { words::says_frost } else { words::says_below };
        let is_said = says(other.text, other.language);
        let rest = same.all(|like| !like.is_negative);
        (rest && !is_said).then(|| other.words(like.span))
    };
    for number in &left.numbers {
        if let Some(like) = bare(number, left, right) {
            found.add(left.words(number.span), like);
        }
    }
    for number in &right.numbers {
        if let Some(like) = bare(number, right, left) {
            found.add(like, right.words(number.span));
        }
    }
}

/// A number that counts percent in one text and nothing in the other, which names no percent behind it.
pub fn percents(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    if let Some([here, there]) = bare_percent(left, right) {
        found.add(here, there);
    } else if let Some([here, there]) = bare_percent(right, left) {
        found.add(there, here);
    }
}

fn bare_percent(one: &Side<'_>, other: &Side<'_>) -> Option<[String; 2]> {
    let shares = other.of(FactKind::Unit).filter(|fact| matches!(&*fact.key, "percent" | "point"));
    let last = shares.map(|fact| fact.span.end).max();
    for number in &one.numbers {
        if number.unit.as_ref().is_none_or(|unit| unit.key != "percent") {
            continue;
        }
        let mut same = other.numbers.iter().filter(|like| like.value == number.value);
        let Some(like) = same.next() else { continue };
        // "Five to seven percent" says so behind the last, and whole numbers may do without.
        let after = other.text.get(like.span.end..).unwrap_or_default();
        let counts_nothing =
            number.value.contains('.') || after.trim_end() == "." || after.starts_with(", ");
        let is_bare = like.unit.is_none() && same.next().is_none() && counts_nothing;
        if last.is_none_or(|end| is_bare && end < like.span.start) {
            return Some([one.words(number.whole), other.words(like.span)]);
        }
    }
    None
}

/// A number with the sign of degrees in one text and bare in the other, which knows no degree.
pub fn degrees(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    let bare = |one: &Side<'_>, other: &Side<'_>| -> Option<[String; 2]> {
        let text = &one.text;
        let is_marked = |number: &&FigureNumber| {
            text[number.span.end..].trim_start().starts_with(['°', 'º', '˚'])
        };
        let number = one.numbers.iter().find(is_marked)?;
        let names = ["°", "º", "˚", "degree", "градус", "celsius", "fahrenheit"];
        let theirs = other.text.to_lowercase();
        let same = other.numbers.iter().find(|like| like.value == number.value)?;
        let after = other.text[same.span.end..].trim_start();
        let is_said = names.iter().any(|name| theirs.contains(name))
            || after.starts_with(['C', 'F', 'С', 'Ф']);
        (!is_said).then(|| [one.words(number.whole), other.words(same.span)])
    };
    if let Some([here, there]) = bare(left, right) {
        found.add(here, there);
    } else if let Some([here, there]) = bare(right, left) {
        found.add(there, here);
    }
}

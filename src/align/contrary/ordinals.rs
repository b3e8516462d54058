//! Places in an order: the third and the second, the 19th century and the 18th.

use super::Places;
use super::voice::{Voice, Voices};
use crate::model::Span;
use crate::text::facts::FactKind;
use crate::text::numbers::{Number, NumberKind};
use crate::text::vocabulary::{Meaning, vocabulary};

/// What one text puts at one place, the other at another.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    others(voices).or_else(|| ends(voices)).or_else(|| firsts(voices))
}

/// The first of one text and the last of the other.
fn ends(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    if let (Some(one), Some(other)) = (first(source, target), last(target, source)) {
        return Some(Places::both(one, other));
    }
    Some(Places::both(last(source, target)?, first(target, source)?))
}

/// What is for the first time here, and for the second or third there.
fn firsts(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    let first = source.states(FactKind::Axis, "first+")?;
    let right = ordinals(target);
    let other = right.first()?;
    let is_first = target.states(FactKind::Axis, "first+").is_some();
    let are_alone = right.iter().all(|number| number.value != FIRST && !has(source, number));
    let is_counted = matches!(other.value.as_str(), "2" | "3" | "4" | "5");
    (ordinals(source).is_empty() && !is_first && are_alone && is_counted)
        .then_some(Places::both(first.span, other.span))
}

/// The first of a text that names no last, and whose other text no first.
fn first(one: &Voice<'_>, other: &Voice<'_>) -> Option<Span> {
    let is_said = one.states(FactKind::Axis, "first-").is_some()
        || other.states(FactKind::Axis, "first+").is_some()
        || other.numbers().iter().any(|number| number.value == FIRST);
    let number = ordinals(one).into_iter().find(|number| number.value == FIRST)?;
    (!is_said).then_some(number.span)
}

fn last(one: &Voice<'_>, other: &Voice<'_>) -> Option<Span> {
    let last = one.states(FactKind::Axis, "first-")?;
    one.is_lone(last.span, other).then_some(last.span)
}

const FIRST: &str = "1";

/// Ordinals of both texts, where none stands in the other in any form.
fn others(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    let (left, right) = (ordinals(source), ordinals(target));
    let (one, other) = (left.first()?, right.first()?);
    let are_alone = left.iter().all(|number| !has(target, number))
        && right.iter().all(|number| !has(source, number));
    are_alone.then_some(Places::both(one.span, other.span))
}

fn has(voice: &Voice<'_>, number: &Number) -> bool {
    voice.numbers().iter().any(|known| known.value == number.value)
}

fn ordinals<'v>(voice: &'v Voice<'_>) -> Vec<&'v Number> {
    let is_ordinal = |number: &&Number| match number.kind {
        NumberKind::Ordinal | NumberKind::Roman => true,
        NumberKind::Spelled => {
            let last = voice.text[number.span.range()].split_whitespace().next_back();
            let last = last.unwrap_or_default().rsplit('-').next().unwrap_or_default();
            matches!(vocabulary(voice.language).meaning(last), Some(Meaning::Ordinal(_)))
        }
        _ => false,
    };
    voice.numbers().iter().filter(is_ordinal).collect()
}

//! Pairs that come out of linked texts.

use super::mark::line;
use super::{KnownPage, Link, Versions};
use crate::align::ACCEPT;
use crate::model::{Pair, State};
use crate::text::values::same;

/// A pair of new texts.
pub fn fresh(source: String, target: String, confidence: f64) -> Pair {
    let state = if confidence >= ACCEPT { State::Translated } else { State::Draft };
    Pair::new(source, target, state).with_origin(format!("align {confidence:.2}"))
}

/// Text that only the translation has.
pub fn draft(target: String) -> Pair {
    Pair::new(String::new(), target, State::Draft).with_origin("align 1.00")
}

/// The new pair with what people said about the old ones.
pub fn renewed<'a>(
    old: impl Iterator<Item = &'a Pair>,
    mut pair: Pair,
    note: Option<&str>,
) -> Pair {
    let mut notes = Vec::new();
    for old in old {
        pair.acks.extend(old.acks.iter().cloned());
        pair.waivers.extend(old.waivers.iter().cloned());
        notes.extend(old.note.as_deref());
    }
    notes.extend(note);
    pair.note = Some(notes.join("\n")).filter(|note| !note.is_empty());
    pair
}

/// The line that keeps a value which stood for itself, where a hand wrote another one on the page.
pub fn falsified(versions: &Versions<'_>, link: &Link, pair: &Pair) -> Option<String> {
    let (from, into) = versions.tongues;
    let is_value = versions.source.segments[link.source.clone()].iter().all(|one| one.is_value);
    let was_there = !matches!(versions.base, KnownPage::Never);
    let is_other = || !same(&pair.source, &pair.target, &from.language, &into.language);
    let is_falsified = is_value && was_there && pair.state == State::Draft && is_other();
    let before = Pair::new(pair.source.clone(), pair.source.clone(), State::Translated);
    is_falsified.then(|| line(&before, true))
}

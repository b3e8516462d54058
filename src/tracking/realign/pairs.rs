//! Pairs that come out of linked texts.

use crate::align::ACCEPT;
use crate::model::{Pair, State};

/// A pair of new texts.
pub fn fresh((source, target): (String, String), confidence: f64) -> Pair {
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

//! When something is, was or will be: an edit of the source that shifts it asks for one of the translation.

use super::{Alone, Discord, Edits};
use crate::text::facts::{TenseShift, tense_shift};

/// Holds the times of the verbs of both edits against each other.
pub fn settle(edits: &Edits<'_>, discord: &mut Discord) {
    let (from, into) = (&edits.tongues.0.language, &edits.tongues.1.language);
    let source = tense_shift(edits.source.before, edits.source.after, from);
    let target = tense_shift(edits.target.before, edits.target.after, into);
    if asks(&source) && !answers(&target, &source) {
        discord.unanswered.push(source.word.clone());
    } else if asks(&target) && !answers(&source, &target) {
        discord.alone.push(Alone::Changed(target.word.clone()));
    }
}

/// Whether an edit says of something that it is at another time, or that it is done.
fn asks(shift: &TenseShift) -> bool {
    let is_russian = !shift.word.is_ascii();
    // «продлится» and «будет работать» are both of the future.
    let is_told = shift.past != 0 || !is_russian || shift.has_other_form;
    shift.is_exchange() && is_told || is_russian && shift.ongoing != 0
}

/// Whether an edit shifts the same as the other, as far as languages have the same tenses.
fn answers(shift: &TenseShift, asked: &TenseShift) -> bool {
    is_alike(shift.past, asked.past)
        || is_alike(shift.not_past(), asked.not_past())
        || asked.past == 0 && (shift.is_any() || shift.has_other_verb)
}

fn is_alike(one: i32, asked: i32) -> bool {
    asked != 0 && one.signum() == asked.signum()
}

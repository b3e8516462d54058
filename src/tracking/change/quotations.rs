//! Words that stayed and that quotation marks enclose now, or no more: whose words they are.

use super::matched::Matched;
use super::reading::{Reading, Word};
use super::rules::Class;
use super::{Cause, Readings};
use crate::model::Concern;

/// Words that became a quotation, and those that no longer are one.
///
/// A title or a name without its marks is the same title: «Заря» and Заря.
pub fn quotations(readings: &Readings<'_>, matched: &Matched) -> Option<Cause> {
    let [old, new] = [readings.old, readings.new];
    let turned = |(was, is): &(usize, usize)| {
        let (before, now) = (&old.words[*was], &new.words[*is]);
        let is_other = before.is_capitalised != now.is_capitalised;
        match (before.is_quoted, now.is_quoted) {
            (true, false) => is_other || !in_title(old, *was),
            (false, true) => is_other || !in_title(new, *is),
            _ => false,
        }
    };
    let (_, is) = matched.stayed().find(turned)?;
    Some(Cause::new(Concern::Quotation, new.words[is].span))
}

/// Whether a quoted word stands in a title, which begins with a capital and is nobody's speech.
fn in_title(reading: &Reading<'_>, index: usize) -> bool {
    let run = reading.words[..=index].iter().rev().take_while(|word| word.is_quoted);
    run.last().is_some_and(|first| first.is_capitalised) && !speaks(reading)
}

/// Whether somebody is quoted: after a colon, or at the start, and a verb says so.
fn speaks(reading: &Reading<'_>) -> bool {
    let says =
        |word: &Word| matches!(reading.class(word), Some(Class::Attribution | Class::Source));
    let has_colon = || reading.marks.iter().any(|mark| mark.sign == ':');
    let is_first = reading.words.first().is_some_and(|word| word.is_quoted);
    reading.words.iter().any(says) && (is_first || has_colon())
}

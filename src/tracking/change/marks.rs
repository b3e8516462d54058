//! Changes of punctuation and signs.

use rustc_hash::FxHashMap;

use super::reading::{Reading, SignMark};
use super::{Cause, Readings};
use crate::model::Concern;

/// Marks that change the reading, and signs that say something by themselves.
pub fn causes(readings: &Readings<'_>) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new].map(|reading| inner(reading).collect::<Vec<_>>());
    let mut come: Vec<Cause> =
        extra(&new, &old).map(|mark| Cause::new(concern(mark), mark.span)).collect();
    come.extend(extra(&old, &new).map(|mark| Cause::removed(concern(mark), mark.span)));
    let same_words = readings.old.words.len() == readings.new.words.len();
    if come.is_empty() && same_words {
        let moved = old.iter().zip(&new).find(|(old, new)| old.words_before != new.words_before);
        come.extend(moved.map(|(_, new)| Cause::new(Concern::Punctuation, new.span)));
    }
    come
}

/// What a mark is: punctuation, or a sign that stands for something.
fn concern(mark: &SignMark) -> Concern {
    match mark.sign {
        '*' | '′' | '″' | '+' | '=' | '≠' | '~' | '#' | '@' | '§' | '÷' | '|' | '\\' => {
            Concern::Sign
        }
        sign if is_picture(sign) => Concern::Sign,
        _ => Concern::Punctuation,
    }
}

/// Whether a sign is an arrow, a tick, a star or another picture that says something by itself.
fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{25b2}'..='\u{25c5}'
        | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// The marks of a text but for those that only close it; a question always counts.
fn inner<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = &'a SignMark> {
    let end = reading.words.last().map_or(0, |word| word.span.end);
    let end = end.max(reading.values.last().map_or(0, |value| value.span.end));
    reading.marks.iter().filter(move |mark| match mark.sign {
        '.' | ',' | ';' | ':' | '!' | '…' | '-' => mark.span.start < end,
        _ => true,
    })
}

fn extra<'a>(these: &'a [&SignMark], others: &[&SignMark]) -> impl Iterator<Item = &'a SignMark> {
    let mut counts: FxHashMap<char, usize> = FxHashMap::default();
    for mark in others {
        *counts.entry(mark.sign).or_default() += 1;
    }
    these.iter().copied().filter(move |mark| {
        let count = counts.entry(mark.sign).or_default();
        let is_extra = *count == 0;
        *count = count.saturating_sub(1);
        is_extra
    })
}

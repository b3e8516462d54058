//! Changes of numbers and dates, by value.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::reading::{Reading, Value};
use super::{Cause, Readings, Reason};

/// Values that came or went.
pub fn changed(old: &[Value], new: &[Value]) -> Vec<Cause> {
    let come = extra(new, old).map(|value| Cause::new(Reason::Value, value.span));
    let gone = extra(old, new).map(|value| Cause::removed(Reason::Value, value.span));
    come.chain(gone).collect()
}

/// The values of `these` beyond those that `others` have.
fn extra<'a>(these: &'a [Value], others: &'a [Value]) -> impl Iterator<Item = &'a Value> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for value in others {
        *counts.entry(&value.key).or_default() += 1;
    }
    these.iter().filter(move |value| match counts.entry(&value.key) {
        Entry::Occupied(mut count) if *count.get() > 0 => {
            *count.get_mut() -= 1;
            false
        }
        _ => true,
    })
}

/// Values that stand beside other words than before: «5 мужчин и 6 женщин» turned round.
pub fn swapped(readings: &Readings<'_>) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    if old.values.iter().zip(new.values).all(|(old, new)| old.key == new.key) {
        return Vec::new();
    }
    let places: FxHashSet<(&str, Arc<str>)> = old
        .values
        .iter()
        .flat_map(|value| neighbours(old, value).map(|beside| (value.key.as_str(), beside)))
        .collect();
    let is_moved = |value: &&Value| {
        neighbours(new, value).all(|beside| !places.contains(&(value.key.as_str(), beside)))
    };
    let moved = new.values.iter().filter(is_moved);
    moved.map(|value| Cause::new(Reason::Value, value.span)).collect()
}

/// The content word before a value and the word after it.
fn neighbours(reading: &Reading<'_>, value: &Value) -> impl Iterator<Item = Arc<str>> {
    let next = reading.words.partition_point(|word| word.span.start < value.span.start);
    let before = next.checked_sub(1).and_then(|before| reading.words.get(before));
    let content = before.filter(|word| reading.class(word).is_none());
    content.into_iter().chain(reading.words.get(next)).map(|word| reading.key(word))
}

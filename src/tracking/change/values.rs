//! Changes of numbers and dates, by value.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::value::{FoundValue, ValueKind};
use super::{Cause, Concern};

/// Values that came or went.
pub fn changed(old: &[FoundValue], new: &[FoundValue]) -> Vec<Cause> {
    let reason = |value: &FoundValue| match value.kind {
        ValueKind::Note => Concern::Footnote,
        ValueKind::Address => Concern::Code,
        _ => Concern::Value,
    };
    let mut come: Vec<&FoundValue> = extra(new, old).collect();
    let mut gone: Vec<&FoundValue> = extra(old, new).collect();
    come.retain(|value| {
        let same = gone.iter().position(|other| is_same_hour(value, other));
        same.map(|other| gone.remove(other)).is_none()
    });
    let come = come.into_iter().map(|value| Cause::new(reason(value), value.span));
    let gone = gone.into_iter().map(|value| Cause::removed(reason(value), value.span));
    come.chain(gone).collect()
}

/// Whether one value is the full hour that the other counts: «с 9 до 18:00», «с 9:00 до 18:00».
fn is_same_hour(one: &FoundValue, other: &FoundValue) -> bool {
    let is_hour = |time: &FoundValue, count: &FoundValue| {
        time.kind == ValueKind::Time
            && count.kind == ValueKind::Count
            && time.key.strip_suffix(":00") == Some(&count.key)
    };
    is_hour(one, other) || is_hour(other, one)
}

/// The values of `these` beyond those that `others` have.
fn extra<'a>(
    these: &'a [FoundValue],
    others: &'a [FoundValue],
) -> impl Iterator<Item = &'a FoundValue> {
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

//! Changes of numbers and dates, by value.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::reading::{Kind, Value};
use super::{Cause, Reason};

/// Values that came or went.
pub fn changed(old: &[Value], new: &[Value]) -> Vec<Cause> {
    let reason =
        |value: &Value| if value.kind == Kind::Note { Reason::Link } else { Reason::Value };
    let come = extra(new, old).map(|value| Cause::new(reason(value), value.span));
    let gone = extra(old, new).map(|value| Cause::removed(reason(value), value.span));
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

//! Two versions of one pair become one again.
//!
//! Source and target always come together from one side, with their state and seal, so that no
//! pair comes out that nobody made. Where both sides changed the target, a person must choose.

use std::hash::Hash;

use rustc_hash::FxHashSet;

use crate::catalog::sides::Sides;
use crate::model::{Ack, Pair, State, Waiver};

/// The pair that holds what both sides decided; nothing where they differ on the translation.
pub fn pair(base: Option<&Pair>, ours: &Pair, theirs: &Pair) -> Option<Pair> {
    let taken = decided(base, ours, theirs)?;
    let notes = Sides { base, ours: Some(ours), theirs: Some(theirs) };
    Some(Pair {
        note: note(notes.map(|pair| pair?.note.as_ref())),
        acks: acks(base, ours, theirs),
        waivers: waivers(base, ours, theirs),
        ..taken.clone()
    })
}

/// The side whose texts, state and seal hold.
fn decided<'a>(base: Option<&Pair>, ours: &'a Pair, theirs: &'a Pair) -> Option<&'a Pair> {
    if texts(ours) == texts(theirs) {
        return Some(approved(base, ours, theirs));
    }
    let base = base?;
    if texts(ours) == texts(base) {
        return Some(theirs);
    }
    if texts(theirs) == texts(base) {
        return Some(ours);
    }
    if is_held(ours, base) && theirs.source == base.source {
        return Some(theirs);
    }
    (is_held(theirs, base) && ours.source == base.source).then_some(ours)
}

/// A new translation of the old source outlives a statement that the old one still holds.
fn is_held(pair: &Pair, base: &Pair) -> bool {
    pair.target == base.target && pair.acks.iter().any(|ack| ack.from == base.source)
}

fn texts(pair: &Pair) -> [&str; 2] {
    [&pair.source, &pair.target]
}

/// Of two pairs with the same texts the one whose state holds.
fn approved<'a>(base: Option<&Pair>, ours: &'a Pair, theirs: &'a Pair) -> &'a Pair {
    if base.is_some_and(|base| is_same_decision(base, theirs)) {
        return ours;
    }
    if base.is_some_and(|base| is_same_decision(base, ours)) {
        return theirs;
    }
    // To send back outdoes to approve; otherwise whoever approved more, and sealed it, is right.
    let was_approved = base.is_some_and(|base| base.state > State::Draft);
    if rank(theirs, was_approved) > rank(ours, was_approved) { theirs } else { ours }
}

fn rank(pair: &Pair, was_approved: bool) -> (bool, State, bool) {
    (was_approved && pair.state == State::Draft, pair.state, pair.is_sealed())
}

fn is_same_decision(one: &Pair, other: &Pair) -> bool {
    core(one) == core(other)
}

fn core(pair: &Pair) -> Pair {
    Pair { note: None, acks: Vec::new(), waivers: Vec::new(), ..pair.clone() }
}

/// Both remarks, where each side has one of its own.
fn note(notes: Sides<Option<&String>>) -> Option<String> {
    if let Some(note) = notes.settled() {
        return note.cloned();
    }
    match (notes.ours, notes.theirs) {
        (Some(ours), Some(theirs)) if ours.lines().any(|line| line == theirs) => Some(ours.clone()),
        (Some(ours), Some(theirs)) => Some(format!("{ours}\n{theirs}")),
        (ours, theirs) => ours.or(theirs).cloned(),
    }
}

/// Every statement that anybody made: a record is never taken back.
fn acks(base: Option<&Pair>, ours: &Pair, theirs: &Pair) -> Vec<Ack> {
    let known = base.into_iter().flat_map(|pair| &pair.acks);
    distinct(known.chain(&ours.acks).chain(&theirs.acks), |_| true)
}

/// The waivers of both sides, without those that one of them took back.
fn waivers(base: Option<&Pair>, ours: &Pair, theirs: &Pair) -> Vec<Waiver> {
    let known: Vec<&Waiver> = base.into_iter().flat_map(|pair| &pair.waivers).collect();
    let stays = |waiver: &Waiver| {
        !known.contains(&waiver) || ours.waivers.contains(waiver) && theirs.waivers.contains(waiver)
    };
    distinct(ours.waivers.iter().chain(&theirs.waivers), stays)
}

fn distinct<'a, T: Clone + Eq + Hash + 'a>(
    items: impl Iterator<Item = &'a T>,
    stays: impl Fn(&T) -> bool,
) -> Vec<T> {
    let mut seen = FxHashSet::default();
    items.filter(|item| stays(item) && seen.insert(*item)).cloned().collect()
}

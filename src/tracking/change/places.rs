//! Words and values that changed places: what counts what, who did what to whom, who is not meant.
//!
//! A clause that moves takes its words and values with it. Each of them keeps then what stands on
//! its left or on its right; one that keeps neither stands where another stood.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::inflections::{is_shortened, is_turned};
use super::line::{Bond, Line};
use super::matched::Matched;
use super::reading::{Reading, Word};
use super::rules::Class;
use super::value::ValueKind;
use super::{Cause, Concern, Readings};

/// How many alike words of a text are compared with each other.
pub const MOVED: usize = 48;
/// Letters of the longest particle that denies.
const PARTICLE: usize = 5;

/// Values, negations, modality and names that belong to something else than before.
pub fn causes(readings: &Readings<'_>, matched: &Matched) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    // «$5 млн» has the sign before the number, «5 млн долларов» the word after it.
    let is_sign = |(was, is): &(usize, usize)| {
        let (before, now) = (&old.words[*was], &new.words[*is]);
        before.form != now.form && is_shortened(new, before, now)
    };
    let order: Vec<(usize, usize)> = matched.stayed().filter(|pair| !is_sign(pair)).collect();
    let Some(first) = first_moved(old, new, &order) else { return Vec::new() };
    let mut causes = vec![first];
    let both = Both::new(old, new, order);
    causes.extend(both.values());
    let is_turned = is_turned(readings, matched);
    // «Суд отменил приговор» and «Приговор отменён судом» deny the same.
    let is_particle = |cause: &Cause| new.text[cause.span.range()].chars().count() <= PARTICLE;
    let bound = [Class::Negation, Class::Modality].into_iter().flat_map(|class| both.bound(class));
    causes.extend(bound.filter(|cause| !is_turned || is_particle(cause)));
    if !is_turned {
        causes.extend(both.exchanged());
    }
    causes
}

/// The first word, or else value, that stands elsewhere among what stayed.
fn first_moved(old: &Reading<'_>, new: &Reading<'_>, order: &[(usize, usize)]) -> Option<Cause> {
    if !order.is_sorted() {
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        let moved = order.iter().zip(&sorted).find(|(is, would)| is.0 != would.0);
        return moved.map(|((_, now), _)| Cause::new(Concern::Order, new.words[*now].span));
    }
    let mut values = old.values.iter().zip(new.values);
    let moved = values.find(|(before, now)| {
        let words_before = order.partition_point(|(at, _)| old.words[*at].span < before.span);
        let words_now = order.partition_point(|(_, at)| new.words[*at].span < now.span);
        before.key != now.key || words_before != words_now
    });
    moved.map(|(_, now)| Cause::new(Concern::Order, now.span))
}

/// Both texts as lines of words and values.
pub struct Both<'a> {
    pub old: &'a Reading<'a>,
    pub new: &'a Reading<'a>,
    pub before: Line,
    pub now: Line,
    /// Old and new index of every word that stayed, in the new order.
    pub order: Vec<(usize, usize)>,
    /// Where the values of each key stood in the old text.
    stood: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Both<'a> {
    fn new(old: &'a Reading<'a>, new: &'a Reading<'a>, order: Vec<(usize, usize)>) -> Self {
        let (mut before, mut now) = (Line::new(old), Line::new(new));
        let unique = [old, new].map(once);
        for (id, (was, is)) in order.iter().enumerate() {
            if unique[0][*was] && unique[1][*is] {
                before.words[*was].id = Some(id);
                now.words[*is].id = Some(id);
            }
        }
        let [stood, stands] = [old, new].map(by_key);
        for (key, places) in &stands {
            if let ([is], Some([was])) = (&places[..], stood.get(key).map(|places| &places[..])) {
                before.values[*was].id = Some(order.len() + is);
                now.values[*is].id = Some(order.len() + is);
            }
        }
        before.bind(old);
        now.bind(new);
        Self { old, new, before, now, order, stood }
    }

    /// Values that count or date something else.
    fn values(&self) -> Vec<Cause> {
        if is_date_list(self.old) && is_date_list(self.new) {
            return Vec::new();
        }
        let has_clauses = has_clauses(self.old) || has_clauses(self.new);
        let lost = self.new.values.iter().enumerate().filter(|(at, value)| {
            let bond = &self.now.values[*at];
            let key = value.key.as_str();
            let same = self.stood.get(key).into_iter().flatten().take(MOVED);
            let mut same = same.map(|was| &self.before.values[*was]);
            let is_anywhere = matches!(value.kind, ValueKind::Note | ValueKind::Address);
            // A footnote may stand anywhere; a value that came is judged as such.
            let has_come = same.clone().next().is_none();
            if is_anywhere || has_come || same.clone().any(|was| keeps(was, bond)) {
                return false;
            }
            let has_rival = || {
                let others = self.new.values.iter().take(MOVED);
                others.filter(|other| other.kind == value.kind).any(|other| other.key != key)
            };
            value.kind.counts() && same.any(|was| was.counts_other(bond))
                || has_clauses
                || has_rival()
        });
        lost.map(|(_, value)| Cause::new(Concern::Value, value.span)).collect()
    }

    /// Negations or words of modality that say it of something else.
    fn bound(&self, class: Class) -> Vec<Cause> {
        let [old, new] = [self.old, self.new].map(|reading| of_class(reading, class));
        let is_alone = new.len() == 1 && class == Class::Modality;
        if new.is_empty() || is_alone && !has_clauses(self.old) && !has_clauses(self.new) {
            return Vec::new();
        }
        let lost = new.into_iter().filter(|now| {
            let key = self.new.key(&self.new.words[*now]);
            let mut same =
                old.iter().take(MOVED).filter(|was| self.old.key(&self.old.words[**was]) == key);
            // One that came is judged as such.
            let stood = same.clone().next().is_some();
            stood && !same.any(|was| keeps(&self.before.words[*was], &self.now.words[*now]))
        });
        let reason = if class == Class::Negation { Concern::Negation } else { Concern::Modality };
        lost.map(|now| Cause::new(reason, self.new.words[now].span)).collect()
    }
}

/// Whether something stands beside what it stood beside.
pub fn keeps(was: &Bond, is: &Bond) -> bool {
    if was.counts_other(is) {
        return false;
    }
    let same = |one: Option<usize>, other: Option<usize>| one.is_some() && one == other;
    same(was.left, is.left) || same(was.right, is.right) || was.turned(is)
}

/// Where the values of each key stand.
fn by_key<'a>(reading: &Reading<'a>) -> FxHashMap<&'a str, Vec<usize>> {
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, value) in reading.values.iter().enumerate() {
        places.entry(&value.key).or_default().push(at);
    }
    places
}

/// For each word whether it stands in the text once only.
fn once(reading: &Reading<'_>) -> Vec<bool> {
    let keys: Vec<Arc<str>> = reading.words.iter().map(|word| reading.key(word)).collect();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for key in &keys {
        *counts.entry(key).or_default() += 1;
    }
    keys.iter().map(|key| counts[&**key] == 1).collect()
}

fn of_class(reading: &Reading<'_>, class: Class) -> Vec<usize> {
    let words = reading.words.iter().enumerate();
    words.filter(|(_, word)| reading.class(word) == Some(class)).map(|(at, _)| at).collect()
}

/// Whether the text may say more than one thing.
fn has_clauses(reading: &Reading<'_>) -> bool {
    reading.marks.iter().any(|mark| matches!(mark.sign, ',' | ';' | ':' | '-' | '"'))
        || reading.words.iter().any(|word| joins(&word.form))
}

fn joins(form: &str) -> bool {
    matches!(form, "и" | "а" | "но" | "или" | "либо" | "and" | "or" | "but")
}

/// Whether all there is are two dates with «и» between them.
fn is_date_list(reading: &Reading<'_>) -> bool {
    let [first, last] = reading.values else { return false };
    let is_date = first.kind == ValueKind::Date && last.kind == ValueKind::Date;
    let mut joints = reading.words.iter().filter(|word| joins(&word.form));
    let lies_between = |word: &Word| {
        let (before, after) = (first.span.end, last.span.start);
        word.span.start == before + 1 && word.span.end + 1 == after
    };
    is_date
        && joints.next().is_some_and(lies_between)
        && joints.next().is_none()
        && !reading.marks.iter().any(|mark| mark.sign == ',')
}

//! Rows of the bitext from what was matched.

use std::borrow::Cow;
use std::ops::Range;

use super::joined::are_glued;
use super::matching::{MatchGroup, Matching};
use super::tongue::Tongue;
use crate::model::{Ack, Bitext, Change, Concern, Danger, Freshness, Kind, Pair, Unit};
use crate::text::fold::fold;
use crate::text::values::is_kept;

/// What judges the change from an old text to a new one.
pub type ChangeJudge = fn(&str, &str, Kind, &Tongue) -> Change;

/// A judge, and the language it judges in.
struct Judged<'t> {
    judge: ChangeJudge,
    tongue: &'t Tongue,
}

/// Every segment in one unit, every pair in one unit or among the orphans.
///
/// A pair without a source is neither: it is text that only the translation has.
pub fn assemble<'a>(matching: &Matching<'a>, tongue: &Tongue, judge: ChangeJudge) -> Bitext<'a> {
    let judge = Judged { judge, tongue };
    let mut units = Vec::with_capacity(matching.group_of.len());
    let mut segment = 0;
    while let Some(group) = matching.group_of.get(segment) {
        let unit = match group {
            Some(group) => matched(matching, &matching.groups[*group], &judge),
            None => {
                untaken(matching, segment..segment + 1, Cow::Borrowed(matching.segment(segment)))
            }
        };
        segment = unit.segments.end;
        units.push(unit);
    }
    let free = matching.taken.iter().zip(&matching.sourced).filter(|(group, _)| group.is_none());
    let orphans = free.map(|(_, pair)| *pair).collect();
    Bitext { document: matching.document, catalog: matching.catalog, units, orphans }
}

/// What has no translation: it is missing, but a value says the same to everybody.
fn untaken<'a>(matching: &Matching<'_>, segments: Range<usize>, source: Cow<'a, str>) -> Unit<'a> {
    let is_value = segments.clone().all(|segment| matching.is_value(segment));
    let unit = missing(source, segments);
    if !is_value {
        return unit;
    }
    Unit { target: unit.source.clone(), freshness: Freshness::Current, sealed: true, ..unit }
}

fn missing(source: Cow<'_, str>, segments: Range<usize>) -> Unit<'_> {
    Unit {
        segments,
        pairs: Vec::new(),
        previous: source.clone(),
        source,
        target: Cow::Borrowed(""),
        freshness: Freshness::Missing,
        change: None,
        state: None,
        sealed: false,
    }
}

fn matched<'a>(matching: &Matching<'a>, group: &MatchGroup, judged: &Judged<'_>) -> Unit<'a> {
    let pairs = &matching.catalog.pairs;
    let indices: Vec<usize> = matching.sourced[group.pairs.clone()].to_vec();
    let source = joined(group.segments.clone(), |segment| matching.segment(segment));
    let previous = joined(group.pairs.clone(), |pair| matching.source(pair));
    let held = indices.iter().map(|pair| &pairs[*pair]);
    let targets: Vec<&Pair> = held.filter(|pair| pair.has_target()).collect();
    // An empty translation is none, whatever state it claims.
    if targets.is_empty() {
        return Unit { pairs: indices, ..untaken(matching, group.segments.clone(), source) };
    }
    let target = joined(0..targets.len(), |pair| &targets[pair].target);
    let is_value = group.segments.clone().all(|segment| matching.is_value(segment));
    let is_kept = || is_value && is_kept(&previous, &source, &judged.tongue.language);
    let is_held = || matches!(*indices, [pair] if was_held(&pairs[pair], &source));
    let met = values_that_met(matching, group);
    let is_same = group.is_equal || met.is_none() && fold(&source) == fold(&previous);
    let is_current = is_same || is_kept() || is_held();
    let kind = || {
        let block = matching.document.block_of(group.segments.start);
        block.map_or(Kind::Paragraph, |block| block.kind)
    };
    Unit {
        segments: group.segments.clone(),
        state: indices.iter().map(|pair| pairs[*pair].state).min(),
        // Where pairs were joined and one is empty, a part of the translation may be missing.
        sealed: targets.len() == indices.len() && targets.iter().all(|pair| pair.is_sealed()),
        pairs: indices,
        freshness: if is_current { Freshness::Current } else { Freshness::Stale },
        change: (!is_current).then(|| {
            let change = (judged.judge)(&previous, &source, kind(), judged.tongue);
            let change = match met {
                Some(met) => Change { trigger: Some(met.clone()), ..grave(change, &met) },
                None => change,
            };
            if is_value { grave(change, &source) } else { change }
        }),
        source,
        target,
        previous,
    }
}

/// A value that says something else is never a matter of typography.
fn grave(change: Change, value: &str) -> Change {
    let trigger = change.trigger.or_else(|| Some(value.to_owned()));
    let concern = change.concern.filter(|concern| concern.danger() == Danger::Critical);
    let concern = concern.or(Some(Concern::Value));
    Change { danger: Danger::Critical, trigger, concern, ..change }
}

/// Whether a person said that the target, made for this very source, holds for the later one, too.
fn was_held(pair: &Pair, source: &str) -> bool {
    let is_it = |ack: &Ack| fold(&ack.from) == fold(source) && ack.holds(&pair.target);
    pair.is_sealed() && pair.acks.iter().any(is_it)
}

/// The numbers that meet in one of the texts where the other has a break between them.
fn values_that_met(matching: &Matching<'_>, group: &MatchGroup) -> Option<String> {
    if group.is_equal || group.segments.len() == group.pairs.len() {
        return None;
    }
    let segments = group.segments.clone().map(|segment| matching.segment(segment));
    let pairs = group.pairs.clone().map(|pair| matching.source(pair));
    let meet = |texts: &[&str]| {
        let glued =
            texts.windows(2).find(|two| are_glued(two[0].trim_end(), two[1].trim_start()))?;
        let [before, after] = [glued[0].trim_end(), glued[1].trim_start()];
        let last = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let first = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        Some(format!("{} {}", &before[last..], &after[..first]))
    };
    meet(&segments.collect::<Vec<_>>()).or_else(|| meet(&pairs.collect::<Vec<_>>()))
}

/// The texts with a space between, borrowed where there is one only.
fn joined<'a>(range: Range<usize>, text: impl Fn(usize) -> &'a str) -> Cow<'a, str> {
    if range.len() == 1 {
        return Cow::Borrowed(text(range.start));
    }
    let texts: Vec<&str> = range.map(text).collect();
    Cow::Owned(texts.join(" "))
}

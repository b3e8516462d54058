//! An article's units as slips for another program.

use std::collections::HashMap;

use super::memories::Memories;
use super::reading::JobReading;
use crate::error::Result;
use crate::formats::exchange::{Parcel, Ripeness, Slip, SlipMatch, Tag};
use crate::memory::{Around, Entry, Match, Penalty, Query};
use crate::model::{Bitext, Lines, Unit, segment_digest, text_digest};
use crate::workspace::Recollection;

/// What goes out of an article, and what goes along.
#[derive(Clone, Copy, Default)]
pub struct OutgoingWork<'a> {
    /// The units as ripe as this; all without any.
    pub only: &'a [Ripeness],
    /// Where earlier translations are sought for what isn't done.
    pub memories: Option<&'a Memories>,
}

/// Passes on the parcel of an article.
pub fn with_parcel<T>(
    reading: &JobReading<'_>,
    work: OutgoingWork<'_>,
    pass: impl FnOnce(&Parcel<'_>) -> T,
) -> Result<T> {
    let source_path = reading.workspace.relative(&reading.article.source);
    let mut slips = reading.with_bitext(|bitext| slips(reading, bitext));
    let texts: Vec<String> = slips.iter().map(|slip| slip.source.clone()).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    for (slip, around) in slips.iter_mut().zip(Around::of_all(&texts)) {
        let is_asked = work.only.is_empty() || work.only.contains(&slip.ripeness);
        if let Some(memories) = work.memories
            && is_asked
            && slip.ripeness < Ripeness::Translated
        {
            slip.matches = matches(&*memories.of(reading.target)?, slip, around)?;
        }
    }
    if !work.only.is_empty() {
        slips.retain(|slip| work.only.contains(&slip.ripeness));
    }
    stamp(&mut slips);
    Ok(pass(&Parcel {
        article: &reading.article.id,
        source_path: &source_path,
        source_language: &reading.workspace.config.source,
        target_language: reading.target,
        slips,
    }))
}

/// So many earlier translations go along with a source.
const MATCHES: usize = 3;

fn matches(memory: &Recollection, slip: &Slip, around: Around) -> Result<Vec<SlipMatch>> {
    let query = Query { around, is_translated: true, ..Query::new(&slip.source, MATCHES) };
    let found = memory.matches(&query, &|entry| is_news(entry, &slip.target))?;
    Ok(found.into_iter().map(slip_match).collect())
}

fn slip_match(found: Match) -> SlipMatch {
    SlipMatch {
        percent: found.score.min(100),
        is_of_machine: found.penalties.contains(&Penalty::Machine),
        source: found.entry.source,
        target: found.entry.target,
        origin: found.entry.keeper.name.to_string(),
    }
}

fn is_news(entry: &Entry, target: &str) -> bool {
    !entry.target.is_empty() && entry.target != target
}

/// The batches that would go out now, of all units or of those in some states.
pub fn batches(reading: &JobReading<'_>, bitext: &Bitext<'_>) -> Vec<String> {
    let slips = slips(reading, bitext);
    let batch = |choice: usize| {
        let states = Ripeness::ALL.into_iter().enumerate();
        let states: Vec<Ripeness> =
            states.filter(|(at, _)| choice >> at & 1 == 1).map(|(_, state)| state).collect();
        let tags = slips.iter().filter_map(|slip| slip.tag.as_ref());
        digest(tags.filter(|tag| states.contains(&tag.ripeness)))
    };
    (1..1 << Ripeness::ALL.len()).map(batch).collect()
}

/// The digest of what goes out together.
fn digest<'t>(tags: impl Iterator<Item = &'t Tag>) -> String {
    let unstamped = |tag: &Tag| Tag { batch: String::new(), ..tag.clone() }.line();
    let lines: Vec<String> = tags.map(unstamped).collect();
    text_digest(&lines.join("\n")).to_string()
}

/// The stable ids of all units of a bitext, in their order.
pub fn ids(article: &str, bitext: &Bitext<'_>) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut ids = Vec::with_capacity(bitext.units.len());
    for unit in &bitext.units {
        let count = counts.entry(&unit.source).or_default();
        ids.push(segment_digest(article, &unit.source, *count).to_string());
        *count += 1;
    }
    ids
}

/// How a translation came about; a machine's part in it counts.
fn made_by(bitext: &Bitext<'_>, unit: &Unit<'_>) -> Option<String> {
    let held = || unit.pairs.iter().filter_map(|pair| bitext.catalog.pairs.get(*pair));
    let of_machine = held().find(|pair| pair.is_of_machine());
    of_machine.or_else(|| held().next()).and_then(|pair| pair.origin.clone())
}

fn slips(reading: &JobReading<'_>, bitext: &Bitext<'_>) -> Vec<Slip> {
    let lines = Lines::new(&bitext.document.text);
    let ids = ids(&reading.article.id, bitext);
    let mut slips = Vec::with_capacity(bitext.units.len());
    for (unit, segment) in bitext.units.iter().zip(ids) {
        let Some(first) = bitext.document.segments.get(unit.segments.start) else { continue };
        if unit.segments.is_empty() {
            continue;
        }
        let blocks = &bitext.document.blocks;
        let block = blocks.partition_point(|block| block.segments.end <= unit.segments.start);
        let tag = Tag {
            article: reading.article.id.clone(),
            language: reading.target.to_owned(),
            segment,
            number: unit.segments.start + 1,
            source: text_digest(&unit.source).to_string(),
            target: text_digest(&unit.target).to_string(),
            batch: String::new(),
            ripeness: ripeness(unit),
        };
        let previous =
            if unit.change.is_some() { unit.previous.to_string() } else { String::new() };
        slips.push(Slip {
            tag: Some(tag),
            joined: Vec::new(),
            source: unit.source.to_string(),
            target: unit.target.to_string(),
            previous,
            ripeness: ripeness(unit),
            made_by: made_by(bitext, unit),
            is_doubted: false,
            is_rival: false,
            notes: notes(bitext, unit),
            kind: blocks.get(block).map_or("", |block| block.kind.name()),
            block,
            line: lines.line(first.span.start),
            document: String::new(),
            language: String::new(),
            matches: Vec::new(),
        });
    }
    slips
}

fn ripeness(unit: &Unit<'_>) -> Ripeness {
    if unit.is_missing() {
        return Ripeness::Missing;
    }
    if unit.is_stale() || unit.is_unsealed() {
        return Ripeness::Stale;
    }
    // A value that stands for itself has nobody's state.
    unit.state.map_or(Ripeness::Translated, Ripeness::from)
}

/// What the author and the translators told about a unit.
pub fn notes(bitext: &Bitext<'_>, unit: &Unit<'_>) -> Vec<String> {
    let author = bitext.document.block_of(unit.segments.start);
    let author = author.and_then(|block| block.note.clone());
    let pairs = unit.pairs.iter().filter_map(|pair| bitext.catalog.pairs.get(*pair));
    author.into_iter().chain(pairs.filter_map(|pair| pair.note.clone())).collect()
}

/// Gives all slips the digest of what goes out together.
fn stamp(slips: &mut [Slip]) {
    let batch = digest(slips.iter().filter_map(|slip| slip.tag.as_ref()));
    for tag in slips.iter_mut().filter_map(|slip| slip.tag.as_mut()) {
        tag.batch.clone_from(&batch);
    }
}

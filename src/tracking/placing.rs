//! Where a decided pair comes in its catalog: where it leaves all other sentences as they were.
//!
//! Pairs are found by their texts and their neighbours. So a new pair beside one that no sentence
//! has any more, or beside an equal one, could change what its neighbours are; then the catalog
//! is brought into the document's order, with what no sentence has out of the way.

use rustc_hash::FxHashMap;

use super::matched;
use super::tongue::Tongue;
use crate::model::{Bitext, Catalog, Pair};

/// The catalog with this pair for the unit at `at`, in place of those that the unit had.
pub fn with(bitext: &Bitext<'_>, at: usize, pair: &Pair, tongue: &Tongue) -> Catalog {
    let before = rows(bitext.document, bitext.catalog, tongue);
    let mut best: Option<(Harm, Catalog)> = None;
    for arrangement in ARRANGEMENTS {
        let catalog = arranged(bitext, at, pair, arrangement);
        let after = rows(bitext.document, &catalog, tongue);
        let harm = harm(&before, &after, at);
        if best.as_ref().is_none_or(|(least, _)| harm < *least) {
            best = Some((harm, catalog));
        }
        if harm == Harm::default() {
            break;
        }
    }
    best.map(|(_, catalog)| catalog).unwrap_or_default()
}

/// How the pairs of a catalog can be put in order.
#[derive(Clone, Copy, Debug)]
enum Arrangement {
    /// As they are; a new pair comes after that of the sentence before.
    AsTheyAre,
    /// As they are; a new pair comes before that of the sentence after.
    BeforeNext,
    /// In the document's order; pairs without a sentence come after the block where they stood.
    AfterBlocks,
    /// In the document's order; pairs without a sentence come at the end.
    AtTheEnd,
    /// In the document's order; pairs without a sentence come first.
    First,
    /// As they are; a new pair comes behind all, where it is no equal text's neighbour.
    BehindAll,
    /// As they are; a new pair comes before all.
    BeforeAll,
}

/// From what changes least.
const ARRANGEMENTS: [Arrangement; 7] = [
    Arrangement::AsTheyAre,
    Arrangement::BeforeNext,
    Arrangement::AfterBlocks,
    Arrangement::AtTheEnd,
    Arrangement::First,
    Arrangement::BehindAll,
    Arrangement::BeforeAll,
];

/// One unit.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    /// Its first segment.
    segment: usize,
    source: String,
    is_current: bool,
    translations: Vec<String>,
}

impl Row {
    /// All but its place.
    fn said(&self) -> (&str, bool, &[String]) {
        (&self.source, self.is_current, &self.translations)
    }
}

fn rows(document: &crate::model::Document, catalog: &Catalog, tongue: &Tongue) -> Vec<Row> {
    let matching = matched(document, catalog, tongue);
    let mut rows: Vec<Row> = Vec::new();
    let mut segment = 0;
    while let Some(group) = matching.group_of.get(segment) {
        let Some(group) = group else {
            let source = matching.segment(segment).to_owned();
            rows.push(Row { segment, source, is_current: false, translations: Vec::new() });
            segment += 1;
            continue;
        };
        let group = &matching.groups[*group];
        let pairs = matching.sourced[group.pairs.clone()].iter().map(|pair| &catalog.pairs[*pair]);
        let translations = pairs.map(|pair| format!("{}\0{}", pair.source, pair.target)).collect();
        let sources = group.segments.clone().map(|segment| matching.segment(segment));
        let source = sources.collect::<Vec<_>>().join(" ");
        rows.push(Row { segment, source, is_current: group.is_equal, translations });
        segment = group.segments.end;
    }
    rows
}

/// What an arrangement does to other units; the less the better, what comes first counts most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Harm {
    /// How many units stand otherwise than before; of units with equal texts any may be any.
    units: usize,
    /// How many units stand at another place, whatever their texts.
    places: usize,
}

fn harm(before: &[Row], after: &[Row], at: usize) -> Harm {
    Harm { units: changed(before, after, at), places: displaced(before, after, at) }
}

/// How many units other than the decided one are not there any more; most where that one isn't current.
fn changed(before: &[Row], after: &[Row], at: usize) -> usize {
    let mut left: FxHashMap<_, usize> = FxHashMap::default();
    for row in after {
        *left.entry(row.said()).or_default() += 1;
    }
    let mut changed = 0;
    for (_, row) in before.iter().enumerate().filter(|(index, _)| *index != at) {
        match left.get_mut(&row.said()).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => changed += 1,
        }
    }
    let new: Vec<_> = left.iter().filter(|(_, count)| **count > 0).collect();
    let is_settled = matches!(new[..], [((_, true, _), 1)]);
    changed + if is_settled { 0 } else { before.len() + 1 }
}

/// How many units other than the decided one stand otherwise than before; most where that one isn't current.
fn displaced(before: &[Row], after: &[Row], at: usize) -> usize {
    let others = |rows: &[Row]| -> Vec<Row> {
        let rows = rows.iter().enumerate().filter(|(index, _)| *index != at);
        rows.map(|(_, row)| row.clone()).collect()
    };
    let (was, is) = (others(before), others(after));
    let changed = was.iter().zip(&is).filter(|(was, is)| was != is).count();
    let is_current = after.get(at).is_some_and(|row| row.is_current);
    changed + was.len().abs_diff(is.len()) + if is_current { 0 } else { was.len() + 1 }
}

fn arranged(bitext: &Bitext<'_>, at: usize, pair: &Pair, arrangement: Arrangement) -> Catalog {
    match arrangement {
        Arrangement::AsTheyAre => put(bitext, at, pair, place(bitext, at)),
        Arrangement::BeforeNext => {
            let next = next(bitext, at).unwrap_or(bitext.catalog.pairs.len());
            let own = bitext.units[at].pairs.iter().min().copied();
            put(bitext, at, pair, own.unwrap_or(next))
        }
        Arrangement::BehindAll => put(bitext, at, pair, bitext.catalog.pairs.len()),
        Arrangement::BeforeAll => put(bitext, at, pair, 0),
        _ => in_order(bitext, at, pair, arrangement),
    }
}

/// The first pair of the units from `at` on.
fn next(bitext: &Bitext<'_>, at: usize) -> Option<usize> {
    bitext.units[at..].iter().find_map(|unit| unit.pairs.iter().min().copied())
}

fn place(bitext: &Bitext<'_>, at: usize) -> usize {
    let before = bitext.units[..at].iter().rev();
    let last = || before.clone().find_map(|unit| unit.pairs.iter().max()).map(|at| at + 1);
    let own = bitext.units[at].pairs.iter().min().copied();
    own.or_else(last).or_else(|| next(bitext, at)).unwrap_or(bitext.catalog.pairs.len())
}

/// The catalog with the pair at this place, without those whose place it takes.
fn put(bitext: &Bitext<'_>, at: usize, pair: &Pair, place: usize) -> Catalog {
    let own = &bitext.units[at].pairs;
    let mut pairs = Vec::with_capacity(bitext.catalog.pairs.len() + 1);
    for (index, held) in bitext.catalog.pairs.iter().enumerate() {
        if index == place {
            pairs.push(pair.clone());
        }
        if !own.contains(&index) {
            pairs.push(held.clone());
        }
    }
    if place >= bitext.catalog.pairs.len() {
        pairs.push(pair.clone());
    }
    Catalog { pairs }
}

/// All pairs in the order of their units.
fn in_order(bitext: &Bitext<'_>, at: usize, pair: &Pair, arrangement: Arrangement) -> Catalog {
    let mut unit_of = vec![None; bitext.catalog.pairs.len()];
    for (index, unit) in bitext.units.iter().enumerate() {
        unit.pairs.iter().for_each(|pair| unit_of[*pair] = Some(index));
    }
    let mut keyed = vec![((at + 1, 0, 0), pair.clone())];
    let mut last = 0;
    for (index, held) in bitext.catalog.pairs.iter().enumerate() {
        let key = match unit_of[index] {
            Some(unit) => {
                last = unit + 1;
                (last, 0, index)
            }
            None if held.source.trim().is_empty() => (last, 1, index),
            None => match arrangement {
                Arrangement::AfterBlocks => (block_end(bitext, last), 2, index),
                Arrangement::First => (0, 0, index),
                _ => (usize::MAX, 2, index),
            },
        };
        if unit_of[index] != Some(at) {
            keyed.push((key, held.clone()));
        }
    }
    keyed.sort_by_key(|(key, _)| *key);
    Catalog { pairs: keyed.into_iter().map(|(_, pair)| pair).collect() }
}

/// The last unit of the block of a unit; both counted from 1, 0 is before all.
fn block_end(bitext: &Bitext<'_>, unit: usize) -> usize {
    let Some(first) = unit.checked_sub(1) else { return 0 };
    let Some(block) = bitext.document.block_of(bitext.units[first].segments.start) else {
        return unit;
    };
    let is_in = |unit: &crate::model::Unit<'_>| block.segments.contains(&unit.segments.start);
    first + bitext.units[first..].iter().take_while(|unit| is_in(unit)).count().max(1)
}

//! Where the texts of a page stand beside those of its source: in another order, under another heading, beside
//! other code or pictures, within other tags.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::differences::SharedLine;
use super::found::{Owner, PageLook};
use crate::model::{Bitext, Document, Kind};
use crate::text::fold::fold;
use crate::text::heaviest::{Point, chain};

/// Where the texts of the page stand that would have to move to stand in the source's order, as bytes.
pub fn moved(look: &PageLook<'_>) -> Vec<usize> {
    let mut points = Vec::new();
    for found in &look.found {
        let Owner::Unit(unit) = found.owner else { continue };
        points.push(Point { segment: unit, pair: found.segments.start, weight: 1 });
    }
    let places = points.iter().map(|point| point.pair).collect();
    off_chain(look, places, points)
}

/// Where the texts begin that stand at these places and in no point of the heaviest chain.
fn off_chain(look: &PageLook<'_>, places: Vec<usize>, points: Vec<Point>) -> Vec<usize> {
    let kept: FxHashSet<usize> = chain(points).iter().map(|point| point.pair).collect();
    let off = places.into_iter().filter(|place| !kept.contains(place));
    off.map(|place| look.document.segments[place].span.start).collect()
}

/// Where texts of the page stand elsewhere than in their list or paragraph, be it under another heading or item, or
/// are a heading, an item, a quotation on one side alone; and the lines that stand below another text.
///
/// Texts that are equal may change places.
pub fn displaced(bitext: &Bitext<'_>, look: &PageLook<'_>, shared: &[SharedLine]) -> Vec<usize> {
    let groups = groups(bitext.document);
    let mut placed = Vec::new();
    let mut places = stranded(bitext, look, shared, &groups);
    for found in look.found.iter().filter(|found| found.is_equal) {
        let Owner::Unit(unit) = found.owner else { continue };
        let (first, place) = (bitext.units[unit].segments.start, found.segments.start);
        placed.push((groups[first], place, unit));
        if !role(bitext.document, first).is_like(&role(look.document, place)) {
            places.push(look.document.segments[place].span.start);
        }
    }
    placed.sort_unstable();
    let mut alike: FxHashMap<Cow<'_, str>, Vec<usize>> = FxHashMap::default();
    for (rank, (_, _, unit)) in placed.iter().enumerate() {
        alike.entry(fold(&bitext.units[*unit].target)).or_default().push(rank);
    }
    let mut points = Vec::new();
    let mut told = Vec::new();
    // Of what stands everywhere nobody can tell which is which.
    for ranks in alike.values().filter(|ranks| ranks.len() <= ALIKE) {
        told.extend(ranks.iter().map(|rank| placed[*rank].1));
        for [segment, other] in ranks.iter().flat_map(|one| ranks.iter().map(|two| [*one, *two])) {
            points.push(Point { segment, pair: placed[other].1, weight: 1 });
        }
    }
    places.extend(off_chain(look, told, points));
    places
}

/// Equal texts up to this number are told apart by their order.
const ALIKE: usize = 8;

/// Where those of the lines that both have stand that are below another text than in the source.
///
/// A tag that opens or ends stands in lines, too, so a text that comes into or out of it is seen.
fn stranded(
    bitext: &Bitext<'_>,
    look: &PageLook<'_>,
    shared: &[SharedLine],
    groups: &[usize],
) -> Vec<usize> {
    let mut found = Vec::new();
    for text in &look.found {
        let Owner::Unit(unit) = text.owner else { continue };
        let first = bitext.units[unit].segments.start;
        let start = |document: &Document, at: usize| document.segments[at].span.start;
        let at = [start(bitext.document, first), start(look.document, text.segments.start)];
        found.push(Placed { at, group: groups[first], unit });
    }
    let [ours, theirs] = [0, 1].map(|side| {
        let mut placed: Vec<&Placed> = found.iter().collect();
        placed.sort_unstable_by_key(|placed| placed.at[side]);
        placed
    });
    let target = |placed: &Placed| fold(&bitext.units[placed.unit].target);
    let is_other =
        |line: &&SharedLine| match (above(&ours, 0, line.source), above(&theirs, 1, line.page)) {
            (Some(one), Some(other)) => one.group != other.group && target(one) != target(other),
            (one, other) => one.is_some() != other.is_some(),
        };
    shared.iter().filter(is_other).map(|line| line.page).collect()
}

/// The last text that begins before a byte of one side.
fn above<'p>(placed: &[&'p Placed], side: usize, line: usize) -> Option<&'p Placed> {
    let behind = placed.partition_point(|placed| placed.at[side] < line);
    behind.checked_sub(1).map(|last| placed[last])
}

/// Where a text begins in the source and on the page, and in which list or block of the source.
struct Placed {
    at: [usize; 2],
    group: usize,
    unit: usize,
}

/// What a segment is in its document: its kind, and of a heading how high, as far as that is told.
fn role(document: &Document, segment: usize) -> Role {
    let kind = document.block_of(segment).map_or(Kind::Paragraph, |block| block.kind);
    let block = document.block_of(segment);
    let Some(block) = block.filter(|_| matches!(kind, Kind::Title | Kind::Heading)) else {
        return Role { kind, level: None };
    };
    let (head, rest) = document.text.split_at(block.span.start);
    let mark = head[head.rfind('\n').map_or(0, |end| end + 1)..].trim_matches([' ', '>']);
    let level = Some(mark.len()).filter(|_| !mark.is_empty() && mark.bytes().all(|c| c == b'#'));
    let below = || match rest.lines().nth(1)?.trim_matches([' ', '>']) {
        line if line.starts_with("==") => Some(1),
        line if line.starts_with("--") => Some(2),
        _ => None,
    };
    Role { kind: Kind::Heading, level: level.or_else(below) }
}

/// What a text is in its document.
struct Role {
    kind: Kind,
    level: Option<usize>,
}

impl Role {
    fn is_like(&self, other: &Self) -> bool {
        let is_told = self.level.is_some() && other.level.is_some();
        self.kind == other.kind && (self.level == other.level || !is_told)
    }
}

/// For each segment the list or the other block that it stands in, by number.
fn groups(document: &Document) -> Vec<usize> {
    let mut groups = vec![0; document.segments.len()];
    let mut group = 0;
    let mut before: Option<(Kind, usize)> = None;
    for block in &document.blocks {
        let head = &document.text[..block.span.start];
        let line = &head[head.rfind('\n').map_or(0, |end| end + 1)..];
        let indent = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let now = Some((block.kind, indent));
        if block.kind != Kind::Item || before != now {
            group += 1;
        }
        before = now;
        groups[block.segments.clone()].fill(group);
    }
    groups
}

//! Where the texts of a page stand beside those of its source: in another order, or under another heading.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::found::{Owner, PageLook};
use crate::model::{Bitext, Document, Kind};
use crate::text::fold::fold;
use crate::text::heaviest::{Point, chain};

/// How many texts of the page would have to move to stand in the source's order.
pub fn moved(look: &PageLook<'_>) -> usize {
    let mut points = Vec::new();
    for found in &look.found {
        let Owner::Unit(unit) = found.owner else { continue };
        points.push(Point { segment: unit, pair: found.segments.start, weight: 1 });
    }
    points.len() - chain(points.clone()).len()
}

/// How many texts stand elsewhere than in their list or paragraph, be it under another heading or item, or are
/// a heading on one side alone.
///
/// Texts that are equal may change places.
pub fn displaced(bitext: &Bitext<'_>, look: &PageLook<'_>) -> usize {
    let groups = groups(bitext.document);
    let mut placed = Vec::new();
    let mut count = 0;
    for found in look.found.iter().filter(|found| found.is_equal) {
        let Owner::Unit(unit) = found.owner else { continue };
        let (first, place) = (bitext.units[unit].segments.start, found.segments.start);
        placed.push((groups[first], place, unit));
        count +=
            usize::from(is_heading(bitext.document, first) != is_heading(look.document, place));
    }
    placed.sort_unstable();
    let mut alike: FxHashMap<Cow<'_, str>, Vec<usize>> = FxHashMap::default();
    for (rank, (_, _, unit)) in placed.iter().enumerate() {
        alike.entry(fold(&bitext.units[*unit].target)).or_default().push(rank);
    }
    let mut points = Vec::new();
    let mut all = 0;
    // Of what stands everywhere nobody can tell which is which.
    for ranks in alike.values().filter(|ranks| ranks.len() <= ALIKE) {
        all += ranks.len();
        for [segment, other] in ranks.iter().flat_map(|one| ranks.iter().map(|two| [*one, *two])) {
            points.push(Point { segment, pair: placed[other].1, weight: 1 });
        }
    }
    count + all - chain(points).len()
}

/// Equal texts up to this number are told apart by their order.
const ALIKE: usize = 8;

/// Whether a segment is a heading.
fn is_heading(document: &Document, segment: usize) -> bool {
    let block = document.block_of(segment);
    block.is_some_and(|block| matches!(block.kind, Kind::Title | Kind::Heading))
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

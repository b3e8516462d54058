//! What lies between the pairs that stand is aligned, stretch by stretch.

use std::ops::Range;

use super::knots::{Fate, Knot};
use super::{BlockAligner, Link, Versions};
use crate::align::ACCEPT;
use crate::text::heaviest::{Point, chain};

/// How sure it is that two edited versions of a pair's own texts belong together.
const KNOWN: f64 = 0.98;

/// Links between free segments, as ranges of the documents' segments, in source order.
///
/// Every free segment of the source stands in one link, and so does each of the target.
pub fn links(versions: &Versions<'_>, knots: &[Knot], aligner: &BlockAligner<'_>) -> Vec<Link> {
    let owners = Owners::of(versions, knots);
    let mut links = Vec::new();
    for (source, target) in stretches(&owners) {
        if !source.is_empty() || !target.is_empty() {
            links.extend(aligned(&owners, &source, &target, aligner));
        }
    }
    let (paired, alone): (Vec<Link>, Vec<Link>) =
        links.into_iter().partition(|link| !link.source.is_empty() && !link.target.is_empty());
    let mut source: Vec<usize> = alone.iter().flat_map(|link| link.source.clone()).collect();
    let mut target: Vec<usize> = alone.iter().flat_map(|link| link.target.clone()).collect();
    source.sort_unstable();
    target.sort_unstable();
    let mut links = paired;
    links.extend(known(&owners, &mut source, &mut target));
    links.extend(moved(&mut source, &mut target, versions, aligner));
    links.extend(source.iter().map(|at| Link { source: one(*at), target: 0..0, confidence: 1.0 }));
    links.extend(target.iter().map(|at| Link { source: 0..0, target: one(*at), confidence: 1.0 }));
    links.sort_by_key(|link| (link.source.is_empty(), link.source.start, link.target.start));
    links
}

/// Whose each segment is.
struct Owners<'a> {
    versions: &'a Versions<'a>,
    knots: &'a [Knot],
    source: Vec<Option<usize>>,
    target: Vec<Option<usize>>,
}

impl<'a> Owners<'a> {
    fn of(versions: &'a Versions<'a>, knots: &'a [Knot]) -> Self {
        let mut source = vec![None; versions.source.segments.len()];
        let mut target = vec![None; versions.target.segments.len()];
        for (index, knot) in knots.iter().enumerate() {
            knot.source.iter().for_each(|at| source[*at] = Some(index));
            knot.target.iter().for_each(|at| target[*at] = Some(index));
        }
        Self { versions, knots, source, target }
    }

    fn fate(&self, owner: Option<usize>) -> Fate {
        owner.map_or(Fate::Open, |knot| self.knots[knot].fate)
    }

    /// Whether the translation is an edit of one whose own source was left `alone`.
    fn are_others(&self, source: &[usize], target: &[usize], alone: &[usize]) -> bool {
        if source.is_empty() {
            return false;
        }
        for at in target {
            let Some(owner) = self.target[*at] else { continue };
            let own = &self.knots[owner].source;
            if !own.is_empty() && own.iter().all(|at| alone.contains(at)) {
                return true;
            }
        }
        false
    }

    /// Whether one knot that can be trusted owns segments of both sides.
    fn ties(&self, link: &Link) -> bool {
        let owners =
            |owners: &[Option<usize>]| -> Vec<usize> { owners.iter().flatten().copied().collect() };
        let source = owners(&self.source[link.source.clone()]);
        let target = owners(&self.target[link.target.clone()]);
        source.iter().any(|owner| self.knots[*owner].is_trusted && target.contains(owner))
    }
}

/// Free segments between pairs that stand on both sides and in one order.
fn stretches(owners: &Owners<'_>) -> Vec<(Vec<usize>, Vec<usize>)> {
    let kept = owners.knots.iter().filter(|knot| knot.fate == Fate::Kept);
    let points = kept.filter_map(|knot| {
        let (segment, pair) = (*knot.source.first()?, *knot.target.first()?);
        Some(Point { segment, pair, weight: 1 })
    });
    let anchors = chain(points.collect());
    let ends = (owners.source.len(), owners.target.len());
    let mut from = (0, 0);
    let mut stretches = Vec::with_capacity(anchors.len() + 1);
    for to in anchors.iter().map(|point| (point.segment, point.pair)).chain([ends]) {
        stretches.push((
            free(owners, &owners.source, from.0..to.0),
            free(owners, &owners.target, from.1..to.1),
        ));
        from = to;
    }
    stretches
}

fn free(owners: &Owners<'_>, side: &[Option<usize>], range: Range<usize>) -> Vec<usize> {
    range.filter(|at| owners.fate(side[*at]) != Fate::Kept).collect()
}

/// The aligner's links of one stretch; what it may not join comes apart.
fn aligned(
    owners: &Owners<'_>,
    source: &[usize],
    target: &[usize],
    aligner: &BlockAligner<'_>,
) -> Vec<Link> {
    let mut links = Vec::new();
    let links_found = aligner.links(owners.versions, source, target);
    let found = placed(links_found, source, target);
    let mut alone = Vec::new();
    for placed in &found {
        if placed.target.is_empty() {
            alone.extend(placed.source.iter().copied());
        }
    }
    for Placed { source, target, confidence } in found {
        if owners.are_others(&source, &target, &alone) {
            links.extend(apart(&source, &target));
            continue;
        }
        let ranges = range(&source).zip(range(&target));
        let ranges = ranges.filter(|(source, _)| !source.is_empty() && !target.is_empty());
        let Some((whole, over)) = ranges else {
            links.extend(apart(&source, &target));
            continue;
        };
        let mut link = Link { source: whole, target: over, confidence };
        if owners.ties(&link) {
            link.confidence = confidence.max(KNOWN);
        }
        let is_extra = |at: usize| owners.fate(owners.target[at]) == Fate::Extra;
        // What was taken for the translation's own text once needs a sure partner.
        if link.confidence < ACCEPT && link.target.clone().any(is_extra) {
            links.extend(apart(&source, &target));
        } else {
            links.push(link);
        }
    }
    links
}

/// A link of the aligner, as segments of the documents.
struct Placed {
    source: Vec<usize>,
    target: Vec<usize>,
    confidence: f64,
}

fn placed(links: Vec<Link>, source: &[usize], target: &[usize]) -> Vec<Placed> {
    let mut placed = Vec::with_capacity(links.len());
    for link in links {
        placed.push(Placed {
            source: source[link.source].to_vec(),
            target: target[link.target].to_vec(),
            confidence: link.confidence,
        });
    }
    placed
}

/// The indices as a range, where nothing lies between them.
fn range(indices: &[usize]) -> Option<Range<usize>> {
    let (Some(first), Some(last)) = (indices.first(), indices.last()) else { return Some(0..0) };
    (last - first + 1 == indices.len()).then(|| *first..last + 1)
}

fn one(at: usize) -> Range<usize> {
    at..at + 1
}

fn apart(source: &[usize], target: &[usize]) -> Vec<Link> {
    let left = source.iter().map(|at| Link { source: one(*at), target: 0..0, confidence: 1.0 });
    let right = target.iter().map(|at| Link { source: 0..0, target: one(*at), confidence: 1.0 });
    left.chain(right).collect()
}

/// Edited versions of a pair's own texts that the aligner left alone on both sides.
fn known(owners: &Owners<'_>, source: &mut Vec<usize>, target: &mut Vec<usize>) -> Vec<Link> {
    let mut links = Vec::new();
    for knot in owners.knots.iter().filter(|knot| knot.fate == Fate::Open) {
        let is_free = |segments: &[usize], free: &[usize]| {
            !segments.is_empty() && segments.iter().all(|at| free.binary_search(at).is_ok())
        };
        if !is_free(&knot.source, source) || !is_free(&knot.target, target) {
            continue;
        }
        let Some((from, into)) = range(&knot.source).zip(range(&knot.target)) else { continue };
        source.retain(|at| !from.contains(at));
        target.retain(|at| !into.contains(at));
        // Where the source changed, too, the aligner's refusal counts.
        let is_sure = knot.is_source_equal && knot.is_trusted;
        let confidence = if is_sure { KNOWN } else { KNOWN / 2.0 };
        links.push(Link { source: from, target: into, confidence });
    }
    links
}

/// Sentences that went elsewhere on one side; only sure ones.
fn moved(
    source: &mut Vec<usize>,
    target: &mut Vec<usize>,
    versions: &Versions<'_>,
    aligner: &BlockAligner<'_>,
) -> Vec<Link> {
    if source.is_empty() || target.is_empty() {
        return Vec::new();
    }
    let found = placed(aligner.links(versions, source, target), source, target);
    let mut links = Vec::new();
    for Placed { source: from, target: into, confidence } in found {
        let ranges = range(&from).zip(range(&into));
        let ranges = ranges.filter(|(from, into)| !from.is_empty() && !into.is_empty());
        let Some((from, into)) = ranges.filter(|_| confidence >= ACCEPT) else {
            continue;
        };
        source.retain(|at| !from.contains(at));
        target.retain(|at| !into.contains(at));
        links.push(Link { source: from, target: into, confidence });
    }
    links
}

//! Values and short cells find their pairs beside the pair of their label, wherever that moved.
//!
//! In a row each cell has its place: what another row says is no evidence for it. Values that stand
//! in no row are known by what they say, too, once the one that stood at their label is accounted for.

use std::collections::VecDeque;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::beside::{behind, free, free_from, group, take, take_all, values_before};
use super::loose;
use super::matching::{Matching, same};
use super::owners::{Cluster, Footing};
use super::values::{LINK, likeness, link};
use crate::text::fold::fold;
use crate::text::heaviest::{Point, chain};

/// So many more cells than now may have stood in a row.
const MORE: usize = 16;

/// Links what belongs to labels that are matched.
pub fn pair_up(matching: &mut Matching<'_>, language: &str) {
    if matching.runs.is_empty() {
        return;
    }
    matching.find_value_pairs();
    let runs = std::mem::take(&mut matching.runs);
    for index in (0..runs.len()).filter(|index| runs[*index].form == Footing::Lead) {
        lead(matching, &runs, index, language);
    }
    for index in (0..runs.len()).filter(|index| runs[*index].form == Footing::Row) {
        row(matching, &runs, index, language);
    }
    let is_one_table = |one: &Cluster, two: &Cluster| {
        one.form == Footing::Bare && two.form == Footing::Bare && one.before == two.before
    };
    for table in runs.chunk_by(is_one_table).filter(|runs| runs[0].form == Footing::Bare) {
        bare(matching, table);
    }
    let loose: Vec<&Cluster> = runs.iter().filter(|run| run.form == Footing::Loose).collect();
    loose::pair_up(matching, &loose, language);
    matching.runs = runs;
}

/// Values before a row's label: the last of those before its pair that the row above leaves.
fn lead(matching: &mut Matching<'_>, runs: &[Cluster], index: usize, language: &str) {
    let Some(to) = runs[index].after.and_then(|label| group(matching, label)).map(|ends| ends.0)
    else {
        return;
    };
    let segments = free(matching, &runs[index].segments);
    let before = values_before(matching, to);
    let trailing = before.first().map_or(0, |first| behind_above(matching, runs, *first));
    let own = before.len().saturating_sub(trailing).min(segments.len());
    link(matching, &segments, &before[before.len() - own..], language);
}

/// How many cells stand behind the label whose pair is the last before this one.
fn behind_above(matching: &Matching<'_>, runs: &[Cluster], pair: usize) -> usize {
    let above = pair.checked_sub(1).and_then(|before| matching.taken[before]);
    let Some(above) = above.map(|group| matching.groups[group].segments.end - 1) else { return 0 };
    let next = runs.partition_point(|run| run.segments[0] <= above);
    let run = runs.get(next).filter(|run| run.before == Some(above));
    run.map_or(0, |run| run.segments.len())
}

/// What stands behind a row's label, cell by cell.
fn row(matching: &mut Matching<'_>, runs: &[Cluster], index: usize, language: &str) {
    let run = &runs[index];
    let Some(mut from) = run.before.and_then(|label| group(matching, label)).map(|ends| ends.1)
    else {
        return;
    };
    let lead = index.checked_sub(1).map(|before| &runs[before]).filter(|lead| {
        lead.form == Footing::Lead && lead.after.is_some_and(|label| Some(label) <= run.before)
    });
    let lead = lead.map_or(0, |lead| lead.segments.len());
    let mut open = Vec::new();
    for segment in &run.segments {
        let Some((_, end)) = group(matching, *segment) else {
            open.push(*segment);
            continue;
        };
        cells(matching, &Cells { segments: &open, among: from..end, lead }, language);
        open.clear();
        from = end;
    }
    let end = matching.taken.len();
    cells(matching, &Cells { segments: &open, among: from..end, lead }, language);
}

/// Cells between two that have their pairs.
struct Cells<'a> {
    segments: &'a [usize],
    /// The pairs that may be theirs.
    among: Range<usize>,
    /// So many values of the next row may stand at the end of these.
    lead: usize,
}

/// Links cells with pairs.
fn cells(matching: &mut Matching<'_>, cells: &Cells<'_>, language: &str) {
    let Cells { segments, among, lead } = cells;
    let (segments, lead) = (*segments, *lead);
    let texts = segments.iter().filter(|at| !matching.is_value(**at)).count();
    let most = among.start + segments.len() + lead + MORE;
    let mut pairs = free_from(matching, among.start, texts);
    pairs.retain(|pair| among.contains(pair) && *pair < most);
    pairs.truncate(pairs.len().saturating_sub(lead).max(segments.len()));
    let alike =
        |segment: usize, pair: usize| matching.is_value(segment) == matching.is_value_pair(pair);
    let is_whole = segments.len() == pairs.len()
        && segments.iter().zip(&pairs).all(|(segment, pair)| alike(*segment, *pair));
    if is_whole {
        take_all(matching, segments, &pairs);
        return;
    }
    let mut points = Vec::new();
    for segment in segments {
        for pair in pairs.iter().filter(|pair| alike(*segment, **pair)) {
            let (old, new) = (matching.source(*pair), matching.segment(*segment));
            if matching.is_value(*segment) || same(old, new) {
                let weight = LINK + likeness(old, new, language);
                points.push(Point { segment: *segment, pair: *pair, weight });
            }
        }
    }
    for point in chain(points) {
        take(matching, point.segment, point.pair);
    }
}

/// The rows of a table without words, known by all their cells or by the first.
fn bare(matching: &mut Matching<'_>, table: &[Cluster]) {
    let Some(from) = behind(matching, &table[0]) else { return };
    let width = table[0].segments.len();
    let pairs = free_from(matching, from, 0);
    let is_open = |row: &Cluster| free(matching, &row.segments).len() == width;
    if !table.iter().all(is_open) || pairs.len() < width {
        return;
    }
    for cells in [width, 1] {
        let mut held: FxHashMap<String, VecDeque<&[usize]>> = FxHashMap::default();
        for pairs in pairs.chunks_exact(width).filter(|pairs| matching.is_free_pair(pairs[0])) {
            let texts = pairs[..cells].iter().map(|pair| matching.source(*pair));
            held.entry(key(texts)).or_default().push_back(pairs);
        }
        for row in table {
            let texts = row.segments[..cells].iter().map(|at| matching.segment(*at));
            let found = held.get_mut(&key(texts)).filter(|_| is_free_row(matching, row));
            if let Some(pairs) = found.and_then(VecDeque::pop_front) {
                take_all(matching, &row.segments, pairs);
            }
        }
    }
    // A row whose first cell changed stands where it stood.
    for row in table {
        let from = behind(matching, row).filter(|_| is_free_row(matching, row));
        let pairs = from.map_or_else(Vec::new, |from| free_from(matching, from, 0));
        if pairs.len() >= width {
            take_all(matching, &row.segments, &pairs);
        }
    }
}

fn is_free_row(matching: &Matching<'_>, row: &Cluster) -> bool {
    matching.is_free_segment(row.segments[0])
}

fn key<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(fold).collect::<Vec<_>>().join("|")
}

//! Edits that only their place tells: another number in a table's row, a headline written anew.

use std::ops::Range;

use super::matching::Matching;
use super::owners::rows;
use crate::model::{Block, Kind};

/// Matches free segments with as many free pairs between the same neighbours, whatever their words.
pub fn pair_up(matching: &mut Matching<'_>) {
    if matching.free_texts().is_empty() || matching.free_pairs().is_empty() {
        return;
    }
    let gaps = matching.gaps();
    let blocks = &matching.document.blocks;
    if blocks.first().is_some_and(|block| block.kind == Kind::Title) {
        headline(matching, &gaps);
    }
    for row in rows(matching.document.text.as_str(), blocks) {
        for run in free_runs(matching, &blocks[row]) {
            let pairs = gaps[run.start].clone();
            let fits =
                pairs.len() == run.len() && pairs.clone().all(|at| matching.is_free_pair(at));
            if fits {
                run.zip(pairs).for_each(|(segment, pair)| matching.link(segment, pair, false));
            }
        }
    }
}

/// Matches the document's title with the first pair, unless that is a sentence of the text.
fn headline(matching: &mut Matching<'_>, gaps: &[Range<usize>]) {
    let alone = gaps[0] == (0..1) && matching.is_free_text(0) && !matching.is_free_text(1);
    if alone && matching.is_free_pair(0) && !matching.source(0).trim_end().ends_with('.') {
        matching.link(0, 0, false);
    }
}

/// Stretches of free segments in a row, some of whose other segments have found their pairs.
fn free_runs(matching: &Matching<'_>, row: &[Block]) -> Vec<Range<usize>> {
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return Vec::new() };
    let whole = first.segments.start..last.segments.end;
    // A value that only its place has found is no evidence for the others.
    let stands = |segment: usize| {
        matching.group_of[segment]
            .is_some_and(|group| matching.groups[group].is_equal || !matching.is_value(segment))
    };
    if !whole.clone().any(stands) {
        return Vec::new();
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    for segment in whole.filter(|segment| matching.is_free_text(*segment)) {
        match runs.last_mut() {
            Some(run) if run.end == segment => run.end += 1,
            _ => runs.push(segment..segment + 1),
        }
    }
    runs
}

//! What is free beside a label and its pair.

use super::matching::{Matching, same};
use super::owners::Cluster;

/// The pair behind those of the last matched segment between a run's label and its first segment.
pub fn behind(matching: &Matching<'_>, run: &Cluster) -> Option<usize> {
    let label = run.before?;
    let last = (label..run.segments[0]).rev().find_map(|at| group(matching, at))?;
    group(matching, label).map(|_| last.1)
}

/// Where the pairs of a segment begin and end.
pub fn group(matching: &Matching<'_>, segment: usize) -> Option<(usize, usize)> {
    let pairs = &matching.groups[matching.group_of[segment]?].pairs;
    Some((pairs.start, pairs.end))
}

/// Free pairs from a place on, with no more texts than this.
pub fn free_from(matching: &Matching<'_>, from: usize, texts: usize) -> Vec<usize> {
    let mut left = texts;
    let mut pairs = Vec::new();
    for pair in (from..).take_while(|pair| matching.is_free_pair(*pair)) {
        if !matching.is_value_pair(pair) {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        pairs.push(pair);
    }
    pairs
}

/// The free values right before a pair, in order.
pub fn values_before(matching: &Matching<'_>, pair: usize) -> Vec<usize> {
    let is_value = |at: &usize| matching.is_free_pair(*at) && matching.is_value_pair(*at);
    let mut pairs: Vec<usize> = (0..pair).rev().take_while(is_value).collect();
    pairs.reverse();
    pairs
}

/// Those of the segments that no pair belongs to yet.
pub fn free(matching: &Matching<'_>, segments: &[usize]) -> Vec<usize> {
    segments.iter().copied().filter(|at| matching.is_free_segment(*at)).collect()
}

/// Links each of the segments to the pair at its place in the list.
pub fn take_all(matching: &mut Matching<'_>, segments: &[usize], pairs: &[usize]) {
    for (segment, pair) in segments.iter().zip(pairs) {
        take(matching, *segment, *pair);
    }
}

/// Links a segment to a pair, as equal where the texts are.
pub fn take(matching: &mut Matching<'_>, segment: usize, pair: usize) {
    let is_equal = same(matching.segment(segment), matching.source(pair));
    matching.link(segment, pair, is_equal);
}

//! Values in no row: lists of them, date lines, scores below a line.
//!
//! They are known by what they say, once the one that stood at their label is accounted for.

use rustc_hash::FxHashSet;

use super::beside::{behind, free, free_from, group, take, values_before};
use super::matching::{Matching, same};
use super::owners::Cluster;
use super::values::{LINK, link};
use crate::text::heaviest::{Point, chain};

/// Lists with no more combinations than this are compared each with each.
const COMBINATIONS: usize = 4096;
/// How far from its own rank a value of a longer list is looked for.
const NEAR: usize = 16;
/// So many values are looked at behind one label.
const LOOKS: usize = 1024;

/// Links the values of these runs.
pub fn pair_up(matching: &mut Matching<'_>, runs: &[&Cluster], language: &str) {
    equal(matching, runs);
    for run in runs {
        instead(matching, run, language);
    }
}

/// Links values in no row that say what a value beside one of their labels said.
fn equal(matching: &mut Matching<'_>, runs: &[&Cluster]) {
    for run in runs {
        let pairs: Vec<usize> = held(matching, run).collect();
        link_equal(matching, run, &pairs);
    }
    let mut likely = Vec::new();
    for run in runs {
        let to = run.after.and_then(|label| group(matching, label)).map(|ends| ends.0);
        let pairs = to.map_or_else(Vec::new, |to| values_before(matching, to));
        likely.extend(equal_points(matching, run, &pairs).into_iter().map(|point| (point, *run)));
    }
    // The value that a label had before must have gone elsewhere.
    let claimed: FxHashSet<usize> = likely.iter().map(|(point, _)| point.pair).collect();
    let claiming: FxHashSet<usize> = likely.iter().map(|(point, _)| point.segment).collect();
    for (point, run) in &likely {
        let is_gone = |pair: usize| !matching.is_free_pair(pair) || claimed.contains(&pair);
        // So must what stands now behind the label that the value had before.
        let is_served = |at: &usize| !matching.is_free_segment(*at) || claiming.contains(at);
        let heir = heir(matching, runs, point.pair);
        let is_left = heir.is_none_or(|run| run.segments.iter().all(is_served));
        if is_left && held(matching, run).all(is_gone) {
            take(matching, point.segment, point.pair);
        }
    }
}

/// The run that now stands behind the label behind which this pair stood.
fn heir<'r>(matching: &Matching<'_>, runs: &[&'r Cluster], pair: usize) -> Option<&'r Cluster> {
    let label = (0..pair).rev().take(LOOKS).find(|at| !matching.is_value_pair(*at))?;
    let label = matching.groups[matching.taken[label]?].segments.end - 1;
    let next = runs.partition_point(|run| run.segments[0] <= label);
    runs.get(next).copied().filter(|run| run.before == Some(label))
}

fn equal_points(matching: &Matching<'_>, run: &Cluster, pairs: &[usize]) -> Vec<Point> {
    let mut points = Vec::new();
    let is_short = run.segments.len().saturating_mul(pairs.len()) <= COMBINATIONS;
    for (rank, segment) in run.segments.iter().enumerate() {
        if !matching.is_free_segment(*segment) {
            continue;
        }
        let (from, to) =
            if is_short { (0, pairs.len()) } else { (rank.saturating_sub(NEAR), rank + NEAR) };
        for (place, pair) in pairs.iter().enumerate().take(to).skip(from) {
            let is_free = matching.is_free_pair(*pair);
            if is_free && same(matching.segment(*segment), matching.source(*pair)) {
                let weight = LINK + u64::from(rank == place);
                points.push(Point { segment: *segment, pair: *pair, weight });
            }
        }
    }
    chain(points)
}

/// Equal values in order, then in any order.
fn link_equal(matching: &mut Matching<'_>, run: &Cluster, pairs: &[usize]) {
    let points = equal_points(matching, run, pairs);
    for point in points {
        take(matching, point.segment, point.pair);
    }
    for segment in free(matching, &run.segments) {
        let is_it = |pair: &&usize| {
            matching.is_free_pair(**pair)
                && same(matching.segment(segment), matching.source(**pair))
        };
        if let Some(pair) = pairs.iter().find(is_it) {
            take(matching, segment, *pair);
        }
    }
}

/// Links a value in no row with the one in whose place it stands.
fn instead(matching: &mut Matching<'_>, run: &Cluster, language: &str) {
    let open = free(matching, &run.segments);
    for stretch in open.chunk_by(|one, two| one + 1 == *two) {
        let from = behind(matching, &Cluster { segments: stretch.to_vec(), ..run.clone() });
        let pairs = from.map_or_else(Vec::new, |from| free_from(matching, from, 0));
        link(matching, stretch, &pairs, language);
    }
    replaced(matching, run, language);
    let open = free(matching, &run.segments);
    let to = run.after.and_then(|label| group(matching, label)).map(|ends| ends.0);
    let pairs = to.map_or_else(Vec::new, |to| values_before(matching, to));
    link(matching, &open, &pairs, language);
}

/// Links what is left of as many values as there were.
fn replaced(matching: &mut Matching<'_>, run: &Cluster, language: &str) {
    let is_here = |pair: &usize| {
        let group = matching.taken[*pair].map(|group| &matching.groups[group].segments);
        group.is_none_or(|segments| run.segments.contains(&segments.start))
    };
    let held: Vec<usize> = held(matching, run).take(run.segments.len() + 1).collect();
    if held.len() == run.segments.len() && held.iter().all(is_here) {
        let segments = free(matching, &run.segments);
        let pairs: Vec<usize> =
            held.into_iter().filter(|pair| matching.is_free_pair(*pair)).collect();
        link(matching, &segments, &pairs, language);
    }
}

/// The values right behind the pair of a run's label, free or not.
fn held<'a>(matching: &'a Matching<'_>, run: &Cluster) -> impl Iterator<Item = usize> + 'a {
    let from = run.before.and_then(|label| group(matching, label)).map(|ends| ends.1);
    let from = from.unwrap_or(matching.taken.len());
    let to = matching.taken.len().min(from + LOOKS);
    (from..to).take_while(|pair| matching.is_value_pair(*pair))
}

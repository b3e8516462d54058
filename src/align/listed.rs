//! Items of a list and cells of a table pair by what they say, wherever they stand in it.
//!
//! Their order is free: a list of countries is sorted anew in another language. So a block goes
//! to the one that it fits clearly better than any other; place decides only among the rest, and
//! proves nothing.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::article::{Article, Found};
use super::grounds::words;

/// By how much a block must fit one better than all others, as a logarithm.
const CLEARLY: f64 = 1.0;
/// Types in more blocks than this don't tell blocks apart.
const RARE: usize = 12;
/// How likely blocks are that nothing but what others left over brings together.
const LEFT_OVER: f64 = 0.3;

/// Blocks of one kind that follow one another, each as a range of sentences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List(pub Vec<Range<usize>>);

/// Two blocks that fit each other clearly better than any other.
struct Match {
    source: Range<usize>,
    target: Range<usize>,
    margin: f64,
}

/// Puts blocks of lists and tables beside those that say the same.
pub fn pair_listed(article: &Article<'_>, mut beads: Vec<Found>) -> Vec<Found> {
    for (source, target) in answering(article, &beads) {
        let matches = matches(article, &source, &target);
        let fresh: Vec<Match> =
            matches.into_iter().filter(|found| !is_paired(&beads, found)).collect();
        if !fresh.is_empty() {
            beads = placed(beads, &fresh);
        }
    }
    beads
}

/// The lists of both sides that answer to each other, by most of the beads.
fn answering(article: &Article<'_>, beads: &[Found]) -> Vec<(List, List)> {
    let (sources, targets) = article.structure.lists();
    if sources.is_empty() || targets.is_empty() {
        return Vec::new();
    }
    let home = |lists: &[List], at: usize| {
        let list = lists.partition_point(|list| list.0.last().is_some_and(|last| last.end <= at));
        lists.get(list).filter(|list| list.0[0].start <= at).map(|_| list)
    };
    let mut met: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for bead in beads.iter().filter(|bead| !bead.source.is_empty() && !bead.target.is_empty()) {
        let homes = (home(&sources, bead.source.start), home(&targets, bead.target.start));
        if let (Some(source), Some(target)) = homes {
            *met.entry((source, target)).or_default() += 1;
        }
    }
    let mut met: Vec<((usize, usize), usize)> = met.into_iter().collect();
    met.sort_unstable_by_key(|(lists, count)| (usize::MAX - count, *lists));
    let (mut left, mut right) = (FxHashSet::default(), FxHashSet::default());
    let mut pairs = Vec::new();
    for ((source, target), _) in met {
        if !left.contains(&source) && !right.contains(&target) {
            left.insert(source);
            right.insert(target);
            pairs.push((sources[source].clone(), targets[target].clone()));
        }
    }
    pairs
}

/// A block's best partner, how well it fits, and how well the next best does.
#[derive(Clone, Copy)]
struct Best {
    partner: usize,
    score: f64,
    next: f64,
}

impl Best {
    const NONE: Self =
        Self { partner: usize::MAX, score: f64::NEG_INFINITY, next: f64::NEG_INFINITY };

    fn take(&mut self, partner: usize, score: f64) {
        if score > self.score {
            *self = Self { partner, score, next: self.score };
        } else {
            self.next = self.next.max(score);
        }
    }

    /// How much better the best is than the next, and than nothing.
    fn margin(&self) -> f64 {
        self.score - self.next.max(0.0)
    }
}

fn matches(article: &Article<'_>, source: &List, target: &List) -> Vec<Match> {
    let mut left = vec![Best::NONE; source.0.len()];
    let mut right = vec![Best::NONE; target.0.len()];
    for (row, block) in source.0.iter().enumerate() {
        for column in candidates(article, block, target) {
            let score = words(article, block, &target.0[column]);
            left[row].take(column, score);
            right[column].take(row, score);
        }
    }
    let mut matches = Vec::new();
    for (row, best) in left.iter().enumerate().filter(|(_, best)| best.score > 0.0) {
        let back = &right[best.partner];
        let margin = best.margin().min(back.margin());
        if back.partner == row && margin > CLEARLY {
            let (source, target) = (source.0[row].clone(), target.0[best.partner].clone());
            matches.push(Match { source, target, margin });
        }
    }
    matches
}

/// The blocks of a list that have something rare to do with some sentences.
fn candidates(article: &Article<'_>, block: &Range<usize>, list: &List) -> Vec<usize> {
    let counts = article.source.sentences[block.clone()].iter().flat_map(|s| &s.counts);
    let within = list.0[0].start..list.0[list.0.len() - 1].end;
    let mut found = Vec::new();
    for link in counts.flat_map(|count| &article.links.0[count.kind as usize]) {
        let kind = &article.target.types[link.target as usize];
        let places = &kind.places;
        let from = places.partition_point(|place| (place.sentence as usize) < within.start);
        let to = places.partition_point(|place| (place.sentence as usize) < within.end);
        if to - from > RARE || kind.is_mark() {
            continue;
        }
        for place in &places[from..to] {
            let at = place.sentence as usize;
            found.push(list.0.partition_point(|block| block.end <= at));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the two blocks are paired with each other already, in one bead or several.
fn is_paired(beads: &[Found], found: &Match) -> bool {
    let within = |inner: &Range<usize>, outer: &Range<usize>| {
        !inner.is_empty() && outer.start <= inner.start && inner.end <= outer.end
    };
    let mut own = beads.iter().filter(|bead| meets(&bead.source, &found.source)).peekable();
    own.peek().is_some()
        && own
            .all(|bead| within(&bead.source, &found.source) && within(&bead.target, &found.target))
}

fn meets(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Takes apart what stands in the way of the matches, and puts what is left over together.
fn placed(beads: Vec<Found>, matches: &[Match]) -> Vec<Found> {
    let is_touched = |bead: &Found| {
        let touches = |found: &Match| {
            meets(&bead.source, &found.source) || meets(&bead.target, &found.target)
        };
        matches.iter().any(touches)
    };
    let (broken, mut rest): (Vec<Found>, Vec<Found>) = beads.into_iter().partition(is_touched);
    let is_free = |at: &usize, range: fn(&Match) -> &Range<usize>| {
        !matches.iter().any(|found| range(found).contains(at))
    };
    let free = |side: fn(&Found) -> &Range<usize>, range: fn(&Match) -> &Range<usize>| {
        let all = broken.iter().flat_map(|bead| side(bead).clone());
        let mut free: Vec<usize> = all.filter(|at| is_free(at, range)).collect();
        free.sort_unstable();
        free
    };
    let sources = free(|bead| &bead.source, |found| &found.source);
    let targets = free(|bead| &bead.target, |found| &found.target);
    rest.extend(matches.iter().flat_map(pairs));
    rest.extend(left_over(&sources, &targets));
    in_order(rest)
}

/// The sentences of two blocks that fit each other.
fn pairs(found: &Match) -> Vec<Found> {
    let posterior = 1.0 - (-found.margin).exp();
    let (source, target) = (found.source.clone(), found.target.clone());
    let bead = |source, target| Found { source, target, posterior, score: found.margin };
    if source.len() != target.len() {
        return vec![bead(source, target)];
    }
    source.zip(target).map(|(one, other)| bead(one..one + 1, other..other + 1)).collect()
}

/// What neither side has a match for: in order where there is as much of both, else alone.
fn left_over(sources: &[usize], targets: &[usize]) -> Vec<Found> {
    let bead = |source, target| Found { source, target, posterior: LEFT_OVER, score: 0.0 };
    if sources.len() == targets.len() {
        let both = sources.iter().zip(targets);
        return both.map(|(one, other)| bead(*one..*one + 1, *other..*other + 1)).collect();
    }
    let source = sources.iter().map(|at| bead(*at..*at + 1, 0..0));
    let target = targets.iter().map(|at| bead(0..0, *at..*at + 1));
    source.chain(target).collect()
}

/// Beads by their source; those without one stand behind what stands before them in the target.
fn in_order(beads: Vec<Found>) -> Vec<Found> {
    let (mut paired, mut extra): (Vec<Found>, Vec<Found>) =
        beads.into_iter().partition(|bead| !bead.source.is_empty());
    paired.sort_by_key(|bead| bead.source.start);
    extra.sort_by_key(|bead| bead.target.start);
    let mut before: FxHashMap<usize, Vec<Found>> = FxHashMap::default();
    let mut first = Vec::new();
    let ends: FxHashMap<usize, usize> = paired
        .iter()
        .enumerate()
        .flat_map(|(index, bead)| bead.target.clone().map(move |at| (at, index)))
        .collect();
    for bead in extra {
        let behind = (0..bead.target.start).rev().find_map(|at| ends.get(&at));
        match behind {
            Some(index) => before.entry(*index).or_default().push(bead),
            None => first.push(bead),
        }
    }
    for (index, bead) in paired.into_iter().enumerate() {
        let source = bead.source.end;
        first.push(bead);
        let extra = before.remove(&index).unwrap_or_default();
        first.extend(extra.into_iter().map(|bead| Found { source: source..source, ..bead }));
    }
    first
}

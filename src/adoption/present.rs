//! The present texts against what the past says: where they align surely, they win over what is weak.
//!
//! Both ways of pairing are cut into clusters of sentences that hang together; each cluster is taken
//! whole from the one that settles more of it.

use std::collections::BTreeMap;

use super::pairing::{Adoption, Paired, first_catalog};
use crate::align::{ACCEPT, Bead};
use crate::model::{Catalog, Pair, State};
use crate::text::guess::guess;
use crate::text::similarity::Bag;
use crate::tracking::{Versions, places};

/// So alike is an older wording to the source that it became.
const KIN: f64 = 0.35;

/// The better of two ways to pair, cluster by cluster: the past's catalog, and the beads of the present texts.
pub fn settled(versions: &Versions<'_>, past: &Catalog, beads: &[Bead]) -> Catalog {
    let plain = first_catalog(versions.source, versions.target, beads);
    let present = present(&plain, beads);
    let found = places(versions, past);
    let count = versions.target.segments.len();
    let mut clusters = Clusters::new(present.len() + past.pairs.len());
    let mut targets: Vec<Option<usize>> = vec![None; count];
    let mut sources: Vec<Option<usize>> = vec![None; versions.source.segments.len()];
    for (node, one) in present.iter().enumerate() {
        one.bead.target.clone().for_each(|at| targets[at] = Some(node));
        one.bead.source.clone().for_each(|at| sources[at] = Some(node));
    }
    for pair in 0..past.pairs.len() {
        let node = present.len() + pair;
        let target = found.target[pair].iter().cloned().flatten().filter_map(|at| targets[at]);
        let source = found.source[pair].iter().cloned().flatten().filter_map(|at| sources[at]);
        target.chain(source).for_each(|other| clusters.join(node, other));
    }
    let mut made: Vec<(usize, Pair)> = Vec::new();
    for cluster in clusters.all() {
        let (now, before): (Vec<usize>, Vec<usize>) =
            cluster.iter().partition(|node| **node < present.len());
        let now: Vec<&Present<'_>> = now.into_iter().map(|node| &present[node]).collect();
        let before: Vec<Before<'_>> = before
            .into_iter()
            .map(|node| node - present.len())
            .filter_map(|pair| {
                let target = found.target[pair].clone()?;
                let is_current = found.source[pair].is_some();
                Some(Before { pair: &past.pairs[pair], target, is_current })
            })
            .collect();
        made.extend(taken(versions, &now, &before));
    }
    made.sort_by_key(|(at, _)| *at);
    Catalog { pairs: made.into_iter().map(|(_, pair)| pair).collect() }
}

/// A bead of the present texts, with its pair if it has a translation.
struct Present<'a> {
    bead: &'a Bead,
    pair: Option<&'a Pair>,
    source: String,
}

/// A pair of the past whose translation stands.
struct Before<'a> {
    pair: &'a Pair,
    target: std::ops::Range<usize>,
    /// Whether its source stands, too.
    is_current: bool,
}

fn present<'a>(plain: &'a Adoption, beads: &'a [Bead]) -> Vec<Present<'a>> {
    let mut pairs = plain.catalog.pairs.iter();
    let mut present = Vec::with_capacity(beads.len());
    for (bead, Paired { source, .. }) in beads.iter().zip(&plain.pairs) {
        let pair = if bead.target.is_empty() { None } else { pairs.next() };
        present.push(Present { bead, pair, source: source.join(" ") });
    }
    present
}

/// The pairs of one cluster, each with the place of its translation.
fn taken(
    versions: &Versions<'_>,
    now: &[&Present<'_>],
    before: &[Before<'_>],
) -> Vec<(usize, Pair)> {
    let is_sure =
        |one: &&&Present<'_>| one.bead.confidence >= ACCEPT && !one.bead.source.is_empty();
    let sure: usize = now.iter().filter(is_sure).map(|one| one.bead.target.len()).sum();
    let good = before.iter().filter(|one| is_good(versions, one, now));
    let good: usize = good.map(|one| one.target.len()).sum();
    let of_now = |one: &&Present<'_>| Some((one.bead.target.start, one.pair?.clone()));
    if sure > good || before.is_empty() {
        return now.iter().filter_map(of_now).collect();
    }
    let mut made: Vec<(usize, Pair)> =
        before.iter().map(|one| (one.target.start, one.pair.clone())).collect();
    // What the past doesn't know of the translation stands in it nevertheless.
    for one in now.iter().filter(|one| one.pair.is_some()) {
        let is_held = |at: &usize| before.iter().any(|older| older.target.contains(at));
        let left: Vec<usize> = one.bead.target.clone().filter(|at| !is_held(at)).collect();
        if left.len() == one.bead.target.len() {
            made.extend(of_now(one));
            continue;
        }
        made.extend(left.into_iter().map(|at| {
            let text = versions.target.segments[at].text.clone();
            (at, Pair::new(String::new(), text, State::Draft))
        }));
    }
    made
}

/// Whether a pair of the past can be trusted against the present texts.
///
/// That is so where it is sure, or tells an older wording of the source that is there now.
fn is_good(versions: &Versions<'_>, one: &Before<'_>, now: &[&Present<'_>]) -> bool {
    let (from, _) = versions.tongues;
    let Before { pair, target, is_current } = one;
    // A source in another language is a stand-in that somebody left there.
    if pair.source.trim().is_empty() || !guess(&pair.source).admits(&from.language) {
        return false;
    }
    let bag = Bag::new(&pair.source, &from.stems);
    let rivals = now.iter().filter(|rival| {
        let is_here = rival.bead.target.clone().any(|at| target.contains(&at));
        is_here && rival.bead.confidence >= ACCEPT && !rival.bead.source.is_empty()
    });
    let mut is_unrivalled = true;
    for rival in rivals {
        is_unrivalled = false;
        if bag.similarity(&Bag::new(&rival.source, &from.stems)) >= KIN {
            return pair.state > State::Draft || !is_current;
        }
    }
    is_unrivalled && pair.state > State::Draft
}

/// Things joined into sets that hang together.
struct Clusters {
    above: Vec<usize>,
}

impl Clusters {
    fn new(count: usize) -> Self {
        Self { above: (0..count).collect() }
    }

    fn top(&mut self, mut node: usize) -> usize {
        while self.above[node] != node {
            self.above[node] = self.above[self.above[node]];
            node = self.above[node];
        }
        node
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.top(one), self.top(other));
        self.above[one.max(other)] = one.min(other);
    }

    /// The sets, each in order.
    fn all(mut self) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for node in 0..self.above.len() {
            sets.entry(self.top(node)).or_default().push(node);
        }
        sets.into_values().collect()
    }
}

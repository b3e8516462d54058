//! Items of a list and cells of a table pair by what they say, wherever they stand in it.
//!
//! Their order is free: a list of countries is sorted anew in another language. So a block goes
//! to the one that it fits clearly better than any other; place decides only among the rest, and
//! proves nothing.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::article::{Found, ReadSides};
use super::grounds::words;
use super::structure::List;

/// By how much a block must fit one better than all others, as a logarithm.
const CLEARLY: f64 = 0.4;
/// A difference that says nothing.
const HARDLY: f64 = 0.1;
/// Types in more blocks than this don't tell blocks apart.
const RARE: usize = 12;
/// How likely blocks are that nothing but what others left over brings together.
const LEFT_OVER: f64 = 0.3;

/// Two blocks that fit each other clearly better than any other.
struct Match {
    source: Range<usize>,
    target: Range<usize>,
    margin: f64,
}

/// Puts blocks of lists and tables beside those that say the same.
pub fn pair_listed(article: &ReadSides<'_>, mut beads: Vec<Found>) -> Vec<Found> {
    for (source, target) in answering(article, &beads) {
        let choices = Choices::between(article, &source, &target);
        let mut fresh = choices.matches(&source, &target);
        fresh.retain(|found| !is_paired(&beads, found));
        if !fresh.is_empty() {
            beads = placed(beads, &fresh);
        }
        for bead in &mut beads {
            let most = choices.best_for(bead, &source, &target);
            if most > 0.0 && words(article, &bead.source, &bead.target) + HARDLY < most {
                bead.posterior = bead.posterior.min(LEFT_OVER);
            }
        }
    }
    beads
}

/// The lists of both sides that answer to each other, by most of the beads.
fn answering(article: &ReadSides<'_>, beads: &[Found]) -> Vec<(List, List)> {
    let (sources, targets) = article.structure.lists();
    if sources.is_empty() || targets.is_empty() {
        return Vec::new();
    }
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

fn home(lists: &[List], at: usize) -> Option<usize> {
    let list = lists.partition_point(|list| list.0.last().is_some_and(|last| last.end <= at));
    lists.get(list).filter(|list| list.0[0].start <= at).map(|_| list)
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

/// For each block of two lists what fits it best in the other.
struct Choices {
    left: Vec<Best>,
    right: Vec<Best>,
}

impl Choices {
    fn between(article: &ReadSides<'_>, source: &List, target: &List) -> Self {
        let mut left = vec![Best::NONE; source.0.len()];
        let mut right = vec![Best::NONE; target.0.len()];
        for (row, block) in source.0.iter().enumerate() {
            for column in candidates(article, block, target) {
                let score = words(article, block, &target.0[column]);
                left[row].take(column, score);
                right[column].take(row, score);
            }
        }
        Self { left, right }
    }

    /// The blocks that fit each other clearly better than any other.
    fn matches(&self, source: &List, target: &List) -> Vec<Match> {
        let mut matches = Vec::new();
        for (row, best) in self.left.iter().enumerate().filter(|(_, best)| best.score > 0.0) {
            let back = &self.right[best.partner];
            let margin = best.margin().min(back.margin());
            if back.partner == row && margin > CLEARLY {
                let (source, target) = (source.0[row].clone(), target.0[best.partner].clone());
                matches.push(Match { source, target, margin });
            }
        }
        matches
    }

    /// How well the blocks of both sides of a bead fit their best partners; zero where one is no block.
    fn best_for(&self, bead: &Found, source: &List, target: &List) -> f64 {
        let left = best_of(&self.left, source, &bead.source);
        let right = best_of(&self.right, target, &bead.target);
        match (left, right) {
            (Some(left), Some(right)) => left.max(right),
            _ => 0.0,
        }
    }
}

/// How well the block that holds some of these sentences fits its best partner.
fn best_of(bests: &[Best], list: &List, sentences: &Range<usize>) -> Option<f64> {
    for (best, block) in bests.iter().zip(&list.0) {
        if meets(block, sentences) {
            return Some(best.score);
        }
    }
    None
}

/// The blocks of a list that have something rare to do with some sentences.
fn candidates(article: &ReadSides<'_>, block: &Range<usize>, list: &List) -> Vec<usize> {
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
    let (broken, mut rest): (Vec<Found>, Vec<Found>) =
        beads.into_iter().partition(|bead| is_touched(bead, matches));
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

fn is_touched(bead: &Found, matches: &[Match]) -> bool {
    matches.iter().any(|found| touches(found, &bead.source, &bead.target))
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

fn touches(found: &Match, bead_source: &Range<usize>, bead_target: &Range<usize>) -> bool {
    meets(bead_source, &found.source) || meets(bead_target, &found.target)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::align::{ACCEPT, Bead, Lexicon, Side, align};
    use crate::model::Kind;

    /// Items of a list, each a block; those the vocabulary or the sound tells, and those nothing does.
    const ITEMS: [(&str, &str); 12] = [
        ("Норвегия", "Norway"),
        ("Кострома", "Kostroma"),
        ("Лаптев, капитан", "Laptev, captain"),
        ("дверь 12", "door 12"),
        ("дверь 14", "door 14"),
        ("молоко", "milk"),
        ("ежевика", "blackberries"),
        ("морошка", "cloudberries"),
        ("барсук", "badger"),
        ("ондатра", "muskrat"),
        ("Сохранить как", "Save as"),
        ("BIOS 2.1", "BIOS 2.1"),
    ];

    fn list<'a>(items: &[&'a str], kind: Kind) -> Side<'a> {
        Side {
            sentences: items.to_vec(),
            blocks: (0..items.len()).collect(),
            kinds: vec![kind; items.len()],
        }
    }

    fn beads(source: &[&str], target: &[&str], kind: Kind) -> Vec<Bead> {
        let lexicon = Lexicon::empty("ru", "en");
        align(&list(source, kind), &list(target, kind), &lexicon, 0.5)
    }

    #[test]
    fn items_in_another_order_find_their_own() {
        let source = ["Россия", "Франция", "Беларусь", "Норвегия"];
        let target = ["Belarus", "France", "Norway", "Russia"];
        let beads = beads(&source, &target, Kind::Item);
        let found: Vec<_> = beads.iter().map(|bead| bead.target.start).collect();
        assert_eq!(found, [3, 1, 0, 2]);
        assert!(beads.iter().all(|bead| bead.confidence >= ACCEPT), "{beads:?}");
    }

    #[test]
    fn place_alone_is_a_draft() {
        let beads = beads(&["ежевика", "ондатра"], &["blackberries", "muskrat"], Kind::Item);
        assert!(beads.iter().all(|bead| bead.source == bead.target && bead.confidence < ACCEPT));
    }

    #[test]
    fn an_item_that_fits_another_better_is_no_pair() {
        let beads =
            beads(&["сыр", "ежевика", "хлеб"], &["cottage cheese", "cheese", "bread"], Kind::Item);
        let accepted = beads.iter().filter(|bead| bead.confidence >= ACCEPT);
        for bead in accepted {
            assert!([(0, 1), (2, 2)].contains(&(bead.source.start, bead.target.start)), "{bead:?}");
        }
    }

    proptest! {
        #[test]
        fn no_order_makes_a_wrong_pair_accepted(
            order in Just((0..ITEMS.len()).collect::<Vec<_>>()).prop_shuffle(),
            dropped in prop::collection::btree_set(0..ITEMS.len(), 0..3),
            untranslated in prop::collection::btree_set(0..ITEMS.len(), 0..3),
            is_table in any::<bool>(),
        ) {
            let source: Vec<usize> = (0..ITEMS.len()).filter(|item| !dropped.contains(item)).collect();
            let target: Vec<usize> = order.into_iter().filter(|item| !untranslated.contains(item)).collect();
            let russian: Vec<&str> = source.iter().map(|item| ITEMS[*item].0).collect();
            let english: Vec<&str> = target.iter().map(|item| ITEMS[*item].1).collect();
            let kind = if is_table { Kind::Cell } else { Kind::Item };
            for bead in beads(&russian, &english, kind) {
                if bead.confidence >= ACCEPT && !bead.source.is_empty() && !bead.target.is_empty() {
                    let (left, right) = (&source[bead.source.clone()], &target[bead.target.clone()]);
                    prop_assert_eq!(left, right);
                }
            }
        }
    }
}

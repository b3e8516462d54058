//! Pairs that hang together because their texts stand in the same segments.

use super::standing::{Standing, mirror, standings};
use super::{Base, Versions};
use crate::model::{Catalog, Pair, State};

/// Pairs, and the segments of both documents that hold their texts or edited versions of them.
#[derive(Clone, Debug, Default)]
pub struct Knot {
    /// Indices into the catalog, ascending.
    pub pairs: Vec<usize>,
    /// Indices of segments, ascending.
    pub source: Vec<usize>,
    pub target: Vec<usize>,
    /// Whether all sources stand as they are.
    pub is_source_equal: bool,
    /// Whether somebody stands behind all pairs; a doubtful pair stays one when its texts are edited.
    pub is_trusted: bool,
    pub fate: Fate,
}

/// What is to be done about a knot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// The translation stands: the pairs are right, or stale, or orphans, and stay.
    Kept,
    /// Text that only the translation has stands; it may find a source.
    Extra,
    /// The translation was edited or taken out: its segments are aligned anew.
    #[default]
    Open,
}

/// All pairs in knots.
pub fn knots(versions: &Versions<'_>, catalog: &Catalog) -> Vec<Knot> {
    let turned = mirror(catalog);
    let sources = standings(versions.source, catalog, versions.tongues.0);
    let targets = standings(versions.target, &turned, versions.tongues.1);
    let based = match versions.base {
        Base::Document(base) => Some(standings(base, &turned, versions.tongues.1)),
        Base::Lost | Base::Doubtful | Base::Never => None,
    };
    // What the document never had was decided elsewhere, after it or in its stead.
    let is_newer = |pair: &usize| match (&based, versions.base) {
        (Some(based), _) => !based[*pair].as_ref().is_some_and(is_equal),
        (None, Base::Doubtful | Base::Never) => !is_aligned(&catalog.pairs[*pair]),
        (None, _) => false,
    };
    let mut knots = tied(&sources, &targets);
    for knot in &mut knots {
        let has_source = |pair: &usize| !catalog.pairs[*pair].source.trim().is_empty();
        let stands = knot.pairs.iter().all(|pair| targets[*pair].as_ref().is_some_and(is_equal));
        knot.fate = if !stands && !knot.pairs.iter().any(is_newer) {
            Fate::Open
        } else if knot.pairs.iter().any(has_source) {
            Fate::Kept
        } else {
            Fate::Extra
        };
        let is_trusted = |pair: &Pair| pair.state > State::Draft && pair.is_sealed();
        knot.is_trusted = knot.pairs.iter().all(|pair| is_trusted(&catalog.pairs[*pair]));
        knot.is_source_equal =
            knot.pairs.iter().all(|pair| sources[*pair].as_ref().is_some_and(is_equal));
    }
    knots
}

/// Whether the pair was read from the documents.
fn is_aligned(pair: &Pair) -> bool {
    pair.origin.as_ref().is_some_and(|origin| origin.starts_with("align"))
}

fn is_equal(standing: &Standing) -> bool {
    standing.is_equal
}

/// Pairs that share a place on either side come into one knot.
fn tied(sources: &[Option<Standing>], targets: &[Option<Standing>]) -> Vec<Knot> {
    let mut roots: Vec<usize> = (0..sources.len()).collect();
    for side in [sources, targets] {
        let mut first = rustc_hash::FxHashMap::default();
        for (pair, standing) in side.iter().enumerate() {
            let Some(standing) = standing else { continue };
            let other = *first.entry(standing.group).or_insert(pair);
            let (root, other) = (root(&mut roots, pair), root(&mut roots, other));
            roots[root.max(other)] = root.min(other);
        }
    }
    let mut knots: Vec<Knot> = vec![Knot::default(); sources.len()];
    for pair in 0..sources.len() {
        let knot = &mut knots[root(&mut roots, pair)];
        knot.pairs.push(pair);
        knot.source.extend(sources[pair].iter().flat_map(|standing| standing.segments.clone()));
        knot.target.extend(targets[pair].iter().flat_map(|standing| standing.segments.clone()));
    }
    knots.retain(|knot| !knot.pairs.is_empty());
    for knot in &mut knots {
        for segments in [&mut knot.source, &mut knot.target] {
            segments.sort_unstable();
            segments.dedup();
        }
    }
    knots
}

fn root(roots: &mut [usize], mut pair: usize) -> usize {
    while roots[pair] != pair {
        roots[pair] = roots[roots[pair]];
        pair = roots[pair];
    }
    pair
}

//! Pairs that hang together because their texts stand in the same segments.

use rustc_hash::FxHashSet;

use super::mark::noted;
use super::standing::{Standing, copies, mirror, standings};
use super::{KnownPage, Versions};
use crate::model::{Catalog, Document, Pair, State};
use crate::text::fold::fold;

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
    /// Pairs of a knot that is kept whose translations were taken out.
    pub gone: Vec<usize>,
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

/// All pairs in knots, and what stands untranslated in one without pairs.
pub fn knots(versions: &Versions<'_>, catalog: &Catalog) -> Vec<Knot> {
    let known = Known::new(versions, catalog);
    let mut knots = tied(&known.sources, &known.targets);
    for knot in &mut knots {
        known.settle(knot);
    }
    let target = known.copies.clone();
    knots.push(Knot { target, fate: Fate::Kept, ..Knot::default() });
    knots
}

/// What both documents, and the one before, say of each pair.
struct Known<'a> {
    versions: &'a Versions<'a>,
    catalog: &'a Catalog,
    sources: Vec<Option<Standing>>,
    targets: Vec<Option<Standing>>,
    /// Where the translations stood in the document that the catalog was in step with.
    based: Option<Vec<Option<Standing>>>,
    /// Every sentence of that document.
    base: FxHashSet<String>,
    /// Segments of the translation that are the source over again.
    copies: Vec<usize>,
    copied: FxHashSet<String>,
}

impl<'a> Known<'a> {
    fn new(versions: &'a Versions<'a>, catalog: &'a Catalog) -> Self {
        let turned = mirror(catalog);
        let texts = |document: &Document, segments: &[usize]| {
            segments.iter().map(|at| fold(&document.segments[*at].text).into_owned()).collect()
        };
        let copies = copies(versions, catalog);
        let (based, base) = match versions.base {
            KnownPage::Document(base) => {
                let all: Vec<usize> = (0..base.segments.len()).collect();
                (Some(standings(base, &turned, versions.tongues.1)), texts(base, &all))
            }
            _ => (None, FxHashSet::default()),
        };
        Self {
            sources: standings(versions.source, catalog, versions.tongues.0),
            targets: standings(versions.target, &turned, versions.tongues.1),
            copied: texts(versions.target, &copies),
            versions,
            catalog,
            based,
            base,
            copies,
        }
    }

    fn settle(&self, knot: &mut Knot) {
        let pair = |at: &usize| &self.catalog.pairs[*at];
        let is_trusted = |at: &usize| pair(at).state > State::Draft && pair(at).is_sealed();
        knot.is_trusted = knot.pairs.iter().all(is_trusted);
        knot.is_source_equal = knot.pairs.iter().all(|at| is_equal(self.sources[*at].as_ref()));
        knot.target.retain(|at| self.copies.binary_search(at).is_err());
        let has_source = knot.pairs.iter().any(|at| !pair(at).source.trim().is_empty());
        if knot.pairs.iter().all(|at| is_equal(self.targets[*at].as_ref())) {
            knot.fate = if has_source { Fate::Kept } else { Fate::Extra };
        } else if has_source && knot.pairs.iter().any(|at| self.is_newer(*at, knot)) {
            knot.fate = Fate::Kept;
            let is_taken = |at: &usize| self.is_gone(*at, knot);
            knot.gone = knot.pairs.iter().copied().filter(is_taken).collect();
            // What the document didn't have before was written by a hand, and is to be read.
            let held: Vec<&Standing> =
                knot.pairs.iter().filter_map(|at| self.targets[*at].as_ref()).collect();
            knot.target.retain(|at| {
                held.iter().any(|held| held.is_equal && held.segments.contains(at))
                    || self.was_there(*at)
            });
        }
    }

    /// Whether the translation was decided elsewhere, after the document or in its stead.
    fn is_newer(&self, at: usize, knot: &Knot) -> bool {
        let pair = &self.catalog.pairs[at];
        if is_equal(self.targets[at].as_ref()) || self.is_taken_back(pair) {
            return false;
        }
        if self.is_left_out(at, knot) {
            return true;
        }
        let is_decided = pair.state > State::Draft || !pair.is_sealed();
        match (&self.based, self.versions.base) {
            (Some(based), _) => {
                let is_superseded =
                    !knot.target.is_empty() && knot.target.iter().all(|at| self.was_there(*at));
                !is_equal(based[at].as_ref()) && (is_decided || is_superseded)
            }
            (None, KnownPage::Doubtful | KnownPage::Never) => is_decided && !is_aligned(pair),
            (None, _) => false,
        }
    }

    /// Whether the translation that an edit replaced, as the draft's note keeps it, stands again.
    fn is_taken_back(&self, pair: &Pair) -> bool {
        let note = pair.note.as_deref().filter(|_| pair.state == State::Draft);
        let Some(before) = note.and_then(|note| noted(note, &pair.source)) else { return false };
        let before = fold(before.target);
        self.versions.target.segments.iter().any(|segment| fold(&segment.text) == before)
    }

    /// Whether `publish` put the source in the place of the translation, or nothing.
    fn is_left_out(&self, at: usize, knot: &Knot) -> bool {
        let is_copied = |at: &usize| {
            self.copied.contains(fold(&self.versions.source.segments[*at].text).as_ref())
        };
        let is_done = knot.is_trusted && knot.is_source_equal;
        let is_omitted =
            || matches!(self.versions.base, KnownPage::Published) && self.targets[at].is_none();
        !is_done && (!knot.source.is_empty() && knot.source.iter().all(is_copied) || is_omitted())
    }

    /// Whether a hand took the translation out.
    fn is_gone(&self, at: usize, knot: &Knot) -> bool {
        !is_equal(self.targets[at].as_ref()) && !self.is_newer(at, knot)
    }

    /// Whether a sentence of the translation stood in the document before.
    fn was_there(&self, at: usize) -> bool {
        self.base.contains(fold(&self.versions.target.segments[at].text).as_ref())
    }
}

/// Whether the pair was read from the documents.
fn is_aligned(pair: &Pair) -> bool {
    pair.origin.as_ref().is_some_and(|origin| origin.starts_with("align"))
}

fn is_equal(standing: Option<&Standing>) -> bool {
    standing.is_some_and(|standing| standing.is_equal)
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

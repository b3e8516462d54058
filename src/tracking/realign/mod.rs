//! A catalog follows its documents after hands edited either side.
//!
//! Texts are looked up on both sides as tracking does it. A pair whose target still stands is
//! left alone, whatever became of its source; only what lies between such pairs is aligned anew.
//! Nothing is dropped: what neither side has any more goes to the end of the catalog.

mod aligner;
mod entries;
mod gaps;
mod knots;
mod mark;
mod pairs;
mod places;
mod proof;
mod rebuild;
pub mod standing;

pub use aligner::BlockAligner;
#[cfg(test)]
pub use aligner::Stub;
pub use mark::{disclaimed, is_taken_out, noted, said_anew};

use std::ops::Range;

use rustc_hash::FxHashMap;

pub use places::places;

use self::knots::Knot;
use super::tongue::Tongue;
use crate::model::{Catalog, Document, Pair, State};
use crate::text::fold::fold;

/// Both language versions of an article, as they are now.
#[derive(Clone, Copy)]
pub struct Versions<'a> {
    pub source: &'a Document,
    pub target: &'a Document,
    /// The translated document that the catalog was last in step with, where it is known.
    pub base: KnownPage<'a>,
    /// Source and target language.
    pub tongues: (&'a Tongue, &'a Tongue),
}

/// What a catalog holds of both versions, with the segments where it stands.
#[derive(Clone, Copy)]
pub struct Holdings<'a> {
    pub versions: &'a Versions<'a>,
    pub catalog: &'a Catalog,
    pub knots: &'a [Knot],
}

/// What is known of the translated document as the catalog last knew it.
#[derive(Clone, Copy)]
pub enum KnownPage<'a> {
    /// This was it: what it doesn't have came into the catalog by another way.
    Document(&'a Document),
    /// There was one, its text is gone, and the catalog holds what it held then.
    Lost,
    /// Its text is gone, and the program wrote it: what was not done may have been left out of it.
    Published,
    /// Its text is gone, and the catalog was worked on since: people's own pairs stay.
    Doubtful,
    /// The catalog was never in step with a document.
    Never,
}

/// Sentences that translate each other, as indices into the lists that were aligned.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub source: Range<usize>,
    pub target: Range<usize>,
    pub confidence: f64,
}

/// The catalog in step with the documents, and what was done for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Realigned {
    pub catalog: Catalog,
    /// Pairs whose texts were taken from the documents anew.
    pub renewed: usize,
    /// Pairs of sentences that are new on both sides.
    pub added: usize,
    /// Sentences that only the translation has, and that the catalog did not know.
    pub extra: usize,
    /// Pairs whose translation was taken out of the document.
    pub withdrawn: usize,
    /// The least confidence among what was paired.
    pub least: Option<f64>,
}

/// Brings a catalog in step with documents that hands edited.
pub fn realign(
    versions: &Versions<'_>,
    catalog: &Catalog,
    aligner: &BlockAligner<'_>,
) -> Realigned {
    let knots = knots::knots(versions, catalog);
    let links = gaps::links(versions, &knots, aligner);
    let held = Holdings { versions, catalog, knots: &knots };
    let links = proof::divided(links, &held);
    let links = entries::parted(links, versions, aligner);
    rebuild::rebuild(&held, &links, aligner)
}

/// The pairs whose translations stand in the translated document.
pub fn only_standing(versions: &Versions<'_>, catalog: &Catalog) -> Catalog {
    let standings =
        standing::standings(versions.target, &standing::mirror(catalog), versions.tongues.1);
    let is_there = |standing: &Option<standing::Standing>| {
        standing.as_ref().is_some_and(|standing| standing.is_equal)
    };
    let pairs = catalog.pairs.iter().zip(&standings);
    Catalog {
        pairs: pairs.filter(|(_, found)| is_there(found)).map(|(pair, _)| pair.clone()).collect(),
    }
}

/// Pairs that came back to what they were are those that people decided on.
pub fn restore(versions: &Versions<'_>, made: &mut Realigned, before: &Catalog) {
    let turned = standing::mirror(&made.catalog);
    let standings = standing::standings(versions.target, &turned, versions.tongues.1);
    let key = |pair: &Pair| {
        let source = fold(&pair.source).into_owned();
        (source, fold(&pair.target).into_owned())
    };
    let mut known: FxHashMap<_, Vec<&Pair>> = FxHashMap::default();
    for pair in before.pairs.iter().rev().filter(|pair| pair.is_sealed()) {
        known.entry(key(pair)).or_default().push(pair);
    }
    made.withdrawn = 0;
    for (pair, standing) in made.catalog.pairs.iter_mut().zip(&standings) {
        let Some(old) = known.get_mut(&key(pair)).and_then(Vec::pop) else { continue };
        let stands = standing.as_ref().is_some_and(|standing| standing.is_equal);
        if stands && old.state > pair.state {
            *pair = old.clone();
        }
        made.withdrawn += usize::from(old.state > pair.state && pair.state == State::Draft);
    }
}

impl Realigned {
    /// Goes on with what was made of it.
    pub fn add(&mut self, later: Self) {
        self.catalog = later.catalog;
        self.renewed += later.renewed;
        self.added += later.added;
        self.extra += later.extra;
        self.withdrawn += later.withdrawn;
        self.least = self.least.into_iter().chain(later.least).reduce(f64::min);
    }
}

#[cfg(test)]
mod histories;
#[cfg(test)]
mod tests;

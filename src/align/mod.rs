//! Two lists of sentences become beads: which sentences translate which, and how surely.
//!
//! Each way to pair the sentences is scored as a likelihood ratio against two unrelated
//! texts, by lengths, numbers, names that sound alike, everyday words, what the lexicon
//! learnt from earlier pairs, and where paragraphs begin. All ways within a band are
//! weighed, and a bead's confidence comes from the share of the ways that go through it.

mod anchors;
mod article;
mod band;
mod confidence;
mod copied;
mod evidence;
mod lattice;
mod lengths;
mod lessons;
mod lexicon;
mod links;
mod moved;
mod reading;
mod repeated;
mod scorer;
mod search;
mod settings;
mod sounds;
mod structure;
mod tokens;
mod training;
mod vocabulary;

use std::ops::Range;

pub use confidence::ACCEPT;
pub use lexicon::Lexicon;
pub use settings::Settings;

use article::{Article, Found};
use confidence::confidence;
use copied::is_left_in_source;
use moved::pair_moved;

use crate::model::Kind;

/// One language version as the aligner takes it: sentences, and the blocks they stand in.
#[derive(Clone, Debug, Default)]
pub struct Side<'a> {
    pub sentences: Vec<&'a str>,
    /// The number of each sentence's block.
    pub blocks: Vec<usize>,
    /// The kind of each sentence's block.
    pub kinds: Vec<Kind>,
    pub language: &'a str,
}

/// Sentences that translate each other; one side is empty where there is no partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    pub source: Range<usize>,
    pub target: Range<usize>,
    /// The share of such beads that are exactly right, from 0 to 1.
    pub confidence: f64,
}

/// Pairs the sentences of two sides.
///
/// The stricter, from 0 to 1 with 0.5 as the middle, the sooner sentences stay alone.
pub fn align(
    source: &Side<'_>,
    target: &Side<'_>,
    lexicon: &Lexicon,
    strictness: f64,
) -> Vec<Bead> {
    let settings = Settings::FITTED.with_strictness(strictness);
    align_with(source, target, lexicon, &settings)
}

/// Pairs the sentences of two sides with given weights.
pub fn align_with(
    source: &Side<'_>,
    target: &Side<'_>,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Vec<Bead> {
    let mut article = Article::read(source, target, lexicon, settings);
    let found = article.beads();
    let found = pair_moved(&article, found);
    let (from, into) = lexicon.tongues();
    let bead = |found: Found| {
        let mut confidence = confidence(&found);
        if let ([source], [target]) =
            (&source.sentences[found.source.clone()], &target.sentences[found.target.clone()])
            && is_left_in_source(source, target, (&from, &into))
        {
            confidence = confidence.min(LEFT_IN_SOURCE);
        }
        Bead { source: found.source, target: found.target, confidence }
    };
    found.into_iter().map(bead).collect()
}

/// Nobody should take text left in the source language for a translation unseen.
const LEFT_IN_SOURCE: f64 = 0.5;

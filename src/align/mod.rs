//! Two lists of sentences become beads: which sentences translate which, and how surely.
//!
//! Each way to pair the sentences is scored as a likelihood ratio against two unrelated
//! texts, by lengths, numbers, names that sound alike, everyday words, what the lexicon
//! learnt from earlier pairs, and where paragraphs begin. All ways within a band are
//! weighed, and a bead's confidence comes from the share of the ways that go through it.

mod band;
mod evidence;
mod lattice;
mod lengths;
mod lexicon;
mod links;
mod reading;
mod search;
mod settings;
mod sounds;
mod structure;
mod training;
mod vocabulary;
mod words;

use std::ops::Range;

pub use lexicon::Lexicon;

use band::Band;
use lattice::{Evidence, Lattice};
use lengths::LengthModel;
use links::Links;
use reading::Reading;
pub use settings::Settings;
use structure::Structure;

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
pub fn align(
    source: &Side<'_>,
    target: &Side<'_>,
    lexicon: &Lexicon,
    strictness: f64,
) -> Vec<Bead> {
    let mut settings = Settings::FITTED;
    settings.none *= (9.2 * (strictness.clamp(0.0, 1.0) - 0.5)).exp();
    align_with(source, target, lexicon, &settings)
}

/// Pairs the sentences of two sides with given weights.
pub fn align_with(
    source: &Side<'_>,
    target: &Side<'_>,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Vec<Bead> {
    let (source_tongue, target_tongue) = lexicon.tongues();
    let left = Reading::of(source, &source_tongue, &lexicon.source, settings);
    let right = Reading::of(target, &target_tongue, &lexicon.target, settings);
    let structure = Structure::of(source, target, settings);
    let mut links = Links::between(&left, &right, lexicon, settings);
    let size = (left.sentences.len(), right.sentences.len());
    let band = Band::whole(size.0, size.1);
    let mut lengths = LengthModel::of(&left, &right, lexicon.lengths.mean, settings);
    let mut steps = Vec::new();
    for round in 0..2 {
        let evidence = Evidence {
            source: &left,
            target: &right,
            links: &links,
            lengths: &lengths,
            structure: &structure,
            settings,
        };
        let lattice = Lattice::of(&evidence, &band);
        let posteriors = search::posteriors(&lattice, &band, size, settings);
        steps = search::best(&posteriors, &band, size);
        if round == 0 {
            lengths.ratio = fitted_ratio(&steps, (&left, &right), lexicon);
            let couples = repeated::couples(&steps, (&left, &right), settings);
            links.strengthen(couples.into_iter(), &left, &right);
        }
    }
    steps.iter().flat_map(beads).collect()
}
mod repeated;

fn fitted_ratio(
    steps: &[search::Step],
    (left, right): (&Reading, &Reading),
    lexicon: &Lexicon,
) -> f64 {
    let mut ratios: Vec<f64> = steps
        .iter()
        .filter(|step| (step.shape.source, step.shape.target) == (1, 1) && step.posterior > 0.5)
        .map(|step| {
            (right.sentences[step.column - 1].length / left.sentences[step.row - 1].length).ln()
        })
        .collect();
    let count = ratios.len() as f64;
    let median = lexicon::median(&mut ratios);
    (median * count + lexicon.lengths.mean * 8.0) / (count + 8.0)
}

fn beads(step: &search::Step) -> Vec<Bead> {
    let bead = |source: Range<usize>, target: Range<usize>| Bead {
        source,
        target,
        confidence: step.posterior,
    };
    let (row, column) = (step.row, step.column);
    if step.shape.crosses {
        return vec![
            bead(row - 2..row - 1, column - 1..column),
            bead(row - 1..row, column - 2..column - 1),
        ];
    }
    vec![bead(row - step.shape.source..row, column - step.shape.target..column)]
}

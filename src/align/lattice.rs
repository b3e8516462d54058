//! The score of every bead within the band.

use super::band::Band;
use super::lengths::LengthModel;
use super::links::Links;
use super::reading::Reading;
use super::scorer::Scorer;
use super::settings::Settings;
use super::structure::Structure;

/// A bead that takes sentences of both sides: how many of each, and whether they cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub source: usize,
    pub target: usize,
    pub crosses: bool,
}

/// All shapes with sentences on both sides.
pub const SHAPES: [Shape; 7] = [
    Shape { source: 1, target: 1, crosses: false },
    Shape { source: 1, target: 2, crosses: false },
    Shape { source: 2, target: 1, crosses: false },
    Shape { source: 1, target: 3, crosses: false },
    Shape { source: 3, target: 1, crosses: false },
    Shape { source: 2, target: 2, crosses: false },
    Shape { source: 2, target: 2, crosses: true },
];

/// The scores of the beads that end at each cell, shape by shape.
pub struct Lattice {
    pub scores: Vec<[f32; SHAPES.len()]>,
    /// What the words of the last two sentences of each cell share.
    pub gains: Vec<f32>,
}

/// All that a bead's score is made of.
pub struct Evidence<'a> {
    pub source: &'a Reading,
    pub target: &'a Reading,
    pub links: &'a Links,
    pub lengths: &'a LengthModel,
    pub structure: &'a Structure,
    pub settings: &'a Settings,
}

const IMPOSSIBLE: f32 = f32::NEG_INFINITY;

impl Lattice {
    /// Scores all beads of the band.
    pub fn of(evidence: &Evidence<'_>, band: &Band) -> Self {
        let priors = priors(evidence.settings);
        let mut scorer = Scorer::new(evidence);
        let mut scores = vec![[IMPOSSIBLE; SHAPES.len()]; band.len()];
        let mut gains = vec![0.0; band.len()];
        for row in 1..=evidence.source.sentences.len() {
            scorer.advance(row - 1, band);
            for column in band.columns(row) {
                let Some(cell) = band.cell(row, column) else { continue };
                gains[cell] = column.checked_sub(1).map_or(0.0, |at| scorer.gain_with(at) as f32);
                for (index, shape) in SHAPES.iter().enumerate() {
                    let Some(before) = column.checked_sub(shape.target) else { continue };
                    if row < shape.source || band.cell(row - shape.source, before).is_none() {
                        continue;
                    }
                    if let Some(score) = scorer.score((row, column), shape) {
                        scores[cell][index] = (score + priors[index]) as f32;
                    }
                }
            }
        }
        Self { scores, gains }
    }
}

fn priors(settings: &Settings) -> [f64; SHAPES.len()] {
    let others = 2.0 * (settings.none + settings.two + settings.three) + settings.two_two;
    let one = (1.0 - others - settings.swap).max(0.01);
    [
        one,
        settings.two,
        settings.two,
        settings.three,
        settings.three,
        settings.two_two,
        settings.swap,
    ]
    .map(|prior| (prior * settings.any).ln())
}

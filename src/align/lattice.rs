//! The score of every bead within the band.

use super::band::Band;
use super::evidence::Evidence;
use super::scorer::Scorer;
use super::settings::Settings;
use super::shape::SHAPES;

/// The scores of the beads that end at each cell, shape by shape.
pub struct Lattice {
    pub scores: Vec<[f32; SHAPES.len()]>,
    /// What the words of the last two sentences of each cell share.
    pub gains: Vec<f32>,
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
                    if let Some(score) = scorer.score(row, column, shape) {
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

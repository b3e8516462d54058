//! The score of every bead within the band.

use super::band::Band;
use super::evidence::{Row, Sums, Weigh};
use super::lengths::LengthModel;
use super::links::Links;
use super::reading::Reading;
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
        for row in 1..=evidence.source.sentences.len() {
            scorer.advance(row - 1, band);
            for column in band.columns(row) {
                let Some(cell) = band.cell(row, column) else { continue };
                for (index, shape) in SHAPES.iter().enumerate() {
                    let Some(before) = column.checked_sub(shape.target) else { continue };
                    if row < shape.source || band.cell(row - shape.source, before).is_none() {
                        continue;
                    }
                    let score = if shape.crosses {
                        scorer.crossing(row, column)
                    } else {
                        scorer.straight((row, column), shape)
                    };
                    scores[cell][index] = (score + priors[index]) as f32;
                }
            }
        }
        Self { scores }
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

/// Scores beads row by row; keeps the rows that a bead can reach back to.
struct Scorer<'a> {
    evidence: &'a Evidence<'a>,
    /// The latest row first.
    rows: Vec<Row>,
    sums: Sums,
    source_base: Vec<f64>,
    target_base: Vec<f64>,
}

impl<'a> Scorer<'a> {
    fn new(evidence: &'a Evidence<'a>) -> Self {
        Self {
            rows: Vec::new(),
            sums: Sums::default(),
            source_base: bases(evidence.source),
            target_base: bases(evidence.target),
            evidence,
        }
    }

    fn advance(&mut self, sentence: usize, band: &Band) {
        let columns = band.columns(sentence + 1);
        let columns = columns.start().saturating_sub(3)..*columns.end();
        let sides = (self.evidence.source, self.evidence.target);
        self.rows.insert(0, Row::of(sentence, columns, sides, self.evidence.links));
        self.rows.truncate(3);
    }

    fn straight(&mut self, (row, column): (usize, usize), shape: &Shape) -> f64 {
        let (sources, targets) = (row - shape.source..row, column - shape.target..column);
        let words = self.words(&sources, &targets);
        let lengths = self.evidence.lengths.score(
            &self.evidence.source.sentences[sources.clone()],
            &self.evidence.target.sentences[targets.clone()],
        );
        words
            + self.evidence.settings.length * lengths
            + self.evidence.structure.score(&sources, &targets)
    }

    fn crossing(&mut self, row: usize, column: usize) -> f64 {
        let mut score = 0.0;
        for (source, target) in [(row - 2, column - 1), (row - 1, column - 2)] {
            let (sources, targets) = (source..source + 1, target..target + 1);
            score += self.words(&sources, &targets)
                + self.evidence.settings.length
                    * self.evidence.lengths.score(
                        &self.evidence.source.sentences[sources.clone()],
                        &self.evidence.target.sentences[targets.clone()],
                    );
        }
        score
    }

    fn words(&mut self, sources: &std::ops::Range<usize>, targets: &std::ops::Range<usize>) -> f64 {
        let Evidence { source, target, settings, .. } = *self.evidence;
        let newest = self.rows[0].sentence;
        let rows = |sentence: usize| newest - sentence;
        let tokens = |reading: &Reading, range: &std::ops::Range<usize>| {
            let count: usize =
                reading.sentences[range.clone()].iter().map(|sentence| sentence.tokens.len()).sum();
            count.max(1) as f64
        };
        let (mut gain, mut base) = (0.0, 0.0);
        let weigh = Weigh { reading: target, count: tokens(source, sources) };
        for column in targets.clone() {
            let mut parts: [&[(u32, f32)]; 3] = [&[]; 3];
            for (part, sentence) in parts.iter_mut().zip(sources.clone()) {
                *part = self.rows[rows(sentence)].ahead(column);
            }
            let tokens = &target.sentences[column].tokens;
            gain += self.sums.gain(&parts[..sources.len()], tokens, &weigh);
            base += self.target_base[column];
        }
        let weigh = Weigh { reading: source, count: tokens(target, targets) };
        for sentence in sources.clone() {
            let mut parts: [&[(u32, f32)]; 3] = [&[]; 3];
            for (part, column) in parts.iter_mut().zip(targets.clone()) {
                *part = self.rows[rows(sentence)].back(column);
            }
            let tokens = &source.sentences[sentence].tokens;
            gain += self.sums.gain(&parts[..targets.len()], tokens, &weigh);
            base += self.source_base[sentence];
        }
        settings.words * gain + settings.lonely_words * base
    }
}

/// For each sentence the cost of words without a partner.
fn bases(reading: &Reading) -> Vec<f64> {
    let base = |kind: &u32| (1.0 - reading.types[*kind as usize].trust).ln();
    reading.sentences.iter().map(|sentence| sentence.tokens.iter().map(base).sum()).collect()
}

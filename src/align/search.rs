//! All ways through the lattice, weighed: how likely each bead is, and the best way.

use super::band::Band;
use super::lattice::Lattice;
use super::settings::Settings;
use super::shape::{SHAPES, Shape};

/// One step of a way: a bead, with where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WayStep {
    pub row: usize,
    pub column: usize,
    pub shape: Shape,
    /// How likely it is among all ways.
    pub posterior: f64,
    /// What the lattice says for it; nothing for lonely sentences.
    pub score: f64,
}

/// What a way did last; a run of sentences without a partner is likelier than its parts.
const MATCHED: usize = 0;
const SOURCE_ALONE: usize = 1;
const TARGET_ALONE: usize = 2;

type Totals = [f64; 3];

/// How likely each bead and each lonely sentence is.
pub struct Posteriors {
    /// Shape by shape for the beads that end at a cell.
    pub beads: Vec<[f32; SHAPES.len()]>,
    pub source_alone: Vec<f64>,
    pub target_alone: Vec<f64>,
}

struct Costs {
    none: f64,
    again: f64,
    other: f64,
}

impl Costs {
    fn source(&self, state: usize) -> f64 {
        match state {
            SOURCE_ALONE => self.again,
            // Lonely source sentences stand before lonely target sentences, so that each way counts once.
            TARGET_ALONE => f64::NEG_INFINITY,
            _ => self.none,
        }
    }

    fn target(&self, state: usize) -> f64 {
        match state {
            TARGET_ALONE => self.again,
            SOURCE_ALONE => self.other,
            _ => self.none,
        }
    }
}

/// Weighs all ways through the band.
pub fn posteriors(
    lattice: &Lattice,
    band: &Band,
    size: (usize, usize),
    settings: &Settings,
) -> Posteriors {
    let costs = Costs {
        none: settings.none.ln(),
        again: settings.none_again.ln(),
        other: settings.none_other.ln(),
    };
    let (forward, wholes) = forward(lattice, band, size.0, &costs);
    let backward = backward(lattice, band, size, &costs);
    let end = band.cell(size.0, size.1).unwrap_or_default();
    let all = wholes[end];
    let mut posteriors = Posteriors {
        beads: vec![[0.0; SHAPES.len()]; band.len()],
        source_alone: vec![0.0; size.0],
        target_alone: vec![0.0; size.1],
    };
    for row in 0..=size.0 {
        for column in band.columns(row) {
            let Some(cell) = band.cell(row, column) else { continue };
            for (index, shape) in SHAPES.iter().enumerate() {
                let Some(start) = start(band, (row, column), shape) else { continue };
                let score = f64::from(lattice.scores[cell][index]);
                let weight = wholes[start] + score + backward[cell][MATCHED] - all;
                posteriors.beads[cell][index] = weight.exp() as f32;
            }
            if let Some(before) = above(band, row, column) {
                let ways: Totals =
                    std::array::from_fn(|state| forward[before][state] + costs.source(state));
                let weight = sum(&ways) + backward[cell][SOURCE_ALONE] - all;
                posteriors.source_alone[row - 1] += weight.exp();
            }
            if let Some(before) = left(band, row, column) {
                let ways: Totals =
                    std::array::from_fn(|state| forward[before][state] + costs.target(state));
                let weight = sum(&ways) + backward[cell][TARGET_ALONE] - all;
                posteriors.target_alone[column - 1] += weight.exp();
            }
        }
    }
    posteriors
}

/// The weight of all ways to each cell, by what they did last and as a whole.
fn forward(lattice: &Lattice, band: &Band, rows: usize, costs: &Costs) -> (Vec<Totals>, Vec<f64>) {
    let mut totals = vec![[f64::NEG_INFINITY; 3]; band.len()];
    let mut wholes = vec![f64::NEG_INFINITY; band.len()];
    (totals[0][MATCHED], wholes[0]) = (0.0, 0.0);
    for row in 0..=rows {
        for column in band.columns(row) {
            let Some(cell) = band.cell(row, column) else { continue };
            if cell == 0 {
                continue;
            }
            let mut ways = [f64::NEG_INFINITY; SHAPES.len()];
            for (index, shape) in SHAPES.iter().enumerate() {
                if let Some(start) = start(band, (row, column), shape) {
                    ways[index] = wholes[start] + f64::from(lattice.scores[cell][index]);
                }
            }
            totals[cell][MATCHED] = sum(&ways);
            if let Some(before) = above(band, row, column) {
                let ways: Totals =
                    std::array::from_fn(|state| totals[before][state] + costs.source(state));
                totals[cell][SOURCE_ALONE] = sum(&ways);
            }
            if let Some(before) = left(band, row, column) {
                let ways: Totals =
                    std::array::from_fn(|state| totals[before][state] + costs.target(state));
                totals[cell][TARGET_ALONE] = sum(&ways);
            }
            wholes[cell] = sum(&totals[cell]);
        }
    }
    (totals, wholes)
}

fn backward(lattice: &Lattice, band: &Band, size: (usize, usize), costs: &Costs) -> Vec<Totals> {
    let mut totals = vec![[f64::NEG_INFINITY; 3]; band.len()];
    for row in (0..=size.0).rev() {
        for column in band.columns(row).rev() {
            let Some(cell) = band.cell(row, column) else { continue };
            if (row, column) == size {
                totals[cell] = [0.0; 3];
                continue;
            }
            let mut ways = [f64::NEG_INFINITY; SHAPES.len()];
            for (index, shape) in SHAPES.iter().enumerate() {
                let end = (row + shape.source, column + shape.target);
                if let Some(end) = inside(band, end, size) {
                    ways[index] = totals[end][MATCHED] + f64::from(lattice.scores[end][index]);
                }
            }
            let matched = sum(&ways);
            let below = inside(band, (row + 1, column), size).map(|end| totals[end][SOURCE_ALONE]);
            let right = inside(band, (row, column + 1), size).map(|end| totals[end][TARGET_ALONE]);
            totals[cell] = std::array::from_fn(|state| {
                let below = below.map_or(f64::NEG_INFINITY, |total| total + costs.source(state));
                let right = right.map_or(f64::NEG_INFINITY, |total| total + costs.target(state));
                sum(&[matched, below, right])
            });
        }
    }
    totals
}

/// The way with the most expected right beads.
pub fn best(
    lattice: &Lattice,
    posteriors: &Posteriors,
    band: &Band,
    size: (usize, usize),
) -> Vec<WayStep> {
    let mut gains = vec![f32::NEG_INFINITY; band.len()];
    let mut choices = vec![u8::MAX; band.len()];
    gains[0] = 0.0;
    for row in 0..=size.0 {
        for column in band.columns(row) {
            let Some(cell) = band.cell(row, column) else { continue };
            let mut best = (gains[cell], choices[cell]);
            for (choice, shape) in CHOICES.iter().enumerate() {
                let Some(start) = start(band, (row, column), shape) else { continue };
                let posterior = posterior(posteriors, (row, column), cell, choice);
                let gain = gains[start] + posterior as f32 * worth(shape);
                if gain > best.0 {
                    best = (gain, choice as u8);
                }
            }
            (gains[cell], choices[cell]) = best;
        }
    }
    trace((lattice, posteriors), band, size, &choices)
}

/// All beads that a way can take: the shapes, then a lonely sentence of either side.
const CHOICES: [Shape; SHAPES.len() + 2] = {
    let mut choices = [Shape { source: 1, target: 0, crosses: false }; SHAPES.len() + 2];
    let mut index = 0;
    while index < SHAPES.len() {
        choices[index] = SHAPES[index];
        index += 1;
    }
    choices[index + 1] = Shape { source: 0, target: 1, crosses: false };
    choices
};

fn worth(shape: &Shape) -> f32 {
    (shape.source + shape.target) as f32
}

fn posterior(posteriors: &Posteriors, end: (usize, usize), cell: usize, choice: usize) -> f64 {
    match choice.checked_sub(SHAPES.len()) {
        None => f64::from(posteriors.beads[cell][choice]),
        Some(0) => posteriors.source_alone[end.0 - 1],
        Some(_) => posteriors.target_alone[end.1 - 1],
    }
}

fn trace(
    (lattice, posteriors): (&Lattice, &Posteriors),
    band: &Band,
    size: (usize, usize),
    choices: &[u8],
) -> Vec<WayStep> {
    let mut steps = Vec::new();
    let (mut row, mut column) = size;
    while let Some(cell) = band.cell(row, column)
        && let Some(shape) = CHOICES.get(usize::from(choices[cell]))
    {
        let choice = usize::from(choices[cell]);
        let posterior = posterior(posteriors, (row, column), cell, choice);
        let score = lattice.scores[cell].get(choice).map_or(0.0, |score| f64::from(*score));
        steps.push(WayStep { row, column, shape: *shape, posterior, score });
        row -= shape.source;
        column -= shape.target;
    }
    steps.reverse();
    steps
}

fn start(band: &Band, (row, column): (usize, usize), shape: &Shape) -> Option<usize> {
    band.cell(row.checked_sub(shape.source)?, column.checked_sub(shape.target)?)
}

fn above(band: &Band, row: usize, column: usize) -> Option<usize> {
    band.cell(row.checked_sub(1)?, column)
}

fn left(band: &Band, row: usize, column: usize) -> Option<usize> {
    band.cell(row, column.checked_sub(1)?)
}

fn inside(band: &Band, (row, column): (usize, usize), size: (usize, usize)) -> Option<usize> {
    if row > size.0 || column > size.1 { None } else { band.cell(row, column) }
}

/// What lies this far below adds nothing that a float can hold.
const NOTHING: f64 = 40.0;

/// The logarithm of the sum of exponentials.
fn sum(logs: &[f64]) -> f64 {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if most == f64::NEG_INFINITY {
        return most;
    }
    let counts = logs.iter().filter(|log| **log > most - NOTHING);
    let all: f64 = counts.map(|log| (log - most).exp()).sum();
    most + all.ln()
}

//! All ways through the lattice, weighed: how likely each bead is, and the best way.

use super::band::{Band, Spot};
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

impl WayStep {
    /// Where it ends.
    pub fn end(&self) -> Spot {
        Spot::new(self.row, self.column)
    }
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
pub fn posteriors(lattice: &Lattice, band: &Band, size: Spot, settings: &Settings) -> Posteriors {
    let costs = Costs {
        none: settings.none.ln(),
        again: settings.none_again.ln(),
        other: settings.none_other.ln(),
    };
    let (forward, wholes) = forward(lattice, band, size.row, &costs);
    let backward = backward(lattice, band, size, &costs);
    let end = band.cell(size.row, size.column).unwrap_or_default();
    let all = wholes[end];
    let mut posteriors = Posteriors {
        beads: vec![[0.0; SHAPES.len()]; band.len()],
        source_alone: vec![0.0; size.row],
        target_alone: vec![0.0; size.column],
    };
    for row in 0..=size.row {
        for column in band.columns(row) {
            let Some(cell) = band.cell(row, column) else { continue };
            let place = Spot::new(row, column);
            for (index, shape) in SHAPES.iter().enumerate() {
                let Some(start) = start(band, place, shape) else { continue };
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
                if let Some(start) = start(band, Spot::new(row, column), shape) {
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

fn backward(lattice: &Lattice, band: &Band, size: Spot, costs: &Costs) -> Vec<Totals> {
    let mut totals = vec![[f64::NEG_INFINITY; 3]; band.len()];
    for row in (0..=size.row).rev() {
        for column in band.columns(row).rev() {
            let Some(cell) = band.cell(row, column) else { continue };
            let place = Spot::new(row, column);
            if place == size {
                totals[cell] = [0.0; 3];
                continue;
            }
            let mut ways = [f64::NEG_INFINITY; SHAPES.len()];
            for (index, shape) in SHAPES.iter().enumerate() {
                if let Some(end) = inside(band, place.after(shape), size) {
                    ways[index] = totals[end][MATCHED] + f64::from(lattice.scores[end][index]);
                }
            }
            let matched = sum(&ways);
            let mut below = f64::NEG_INFINITY;
            if let Some(end) = inside(band, Spot::new(row + 1, column), size) {
                below = totals[end][SOURCE_ALONE];
            }
            let mut right = f64::NEG_INFINITY;
            if let Some(end) = inside(band, Spot::new(row, column + 1), size) {
                right = totals[end][TARGET_ALONE];
            }
            for state in 0..totals[cell].len() {
                let ways = [matched, below + costs.source(state), right + costs.target(state)];
                totals[cell][state] = sum(&ways);
            }
        }
    }
    totals
}

/// The way with the most expected right beads.
pub fn best(lattice: &Lattice, posteriors: &Posteriors, band: &Band, size: Spot) -> Vec<WayStep> {
    let mut gains = vec![f32::NEG_INFINITY; band.len()];
    let mut choices = vec![u8::MAX; band.len()];
    gains[0] = 0.0;
    for row in 0..=size.row {
        for column in band.columns(row) {
            let Some(cell) = band.cell(row, column) else { continue };
            let place = Spot::new(row, column);
            let mut best = (gains[cell], choices[cell]);
            for (choice, shape) in CHOICES.iter().enumerate() {
                let Some(start) = start(band, place, shape) else { continue };
                let posterior = posterior(posteriors, place, cell, choice);
                let gain = gains[start] + posterior as f32 * worth(shape);
                if gain > best.0 {
                    best = (gain, choice as u8);
                }
            }
            (gains[cell], choices[cell]) = best;
        }
    }
    Ways { lattice, posteriors, band, choices: &choices }.trace(size)
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

fn posterior(posteriors: &Posteriors, end: Spot, cell: usize, choice: usize) -> f64 {
    match choice.checked_sub(SHAPES.len()) {
        None => f64::from(posteriors.beads[cell][choice]),
        Some(0) => posteriors.source_alone[end.row - 1],
        Some(_) => posteriors.target_alone[end.column - 1],
    }
}

/// What the search found: for each cell the bead that the best way takes there.
struct Ways<'a> {
    lattice: &'a Lattice,
    posteriors: &'a Posteriors,
    band: &'a Band,
    choices: &'a [u8],
}

impl Ways<'_> {
    /// The steps of the best way, from its end back.
    fn trace(&self, end: Spot) -> Vec<WayStep> {
        let mut steps = Vec::new();
        let Spot { mut row, mut column } = end;
        while let Some(cell) = self.band.cell(row, column)
            && let Some(shape) = CHOICES.get(usize::from(self.choices[cell]))
        {
            let choice = usize::from(self.choices[cell]);
            let posterior = posterior(self.posteriors, Spot::new(row, column), cell, choice);
            let score =
                self.lattice.scores[cell].get(choice).map_or(0.0, |score| f64::from(*score));
            steps.push(WayStep { row, column, shape: *shape, posterior, score });
            row -= shape.source;
            column -= shape.target;
        }
        steps.reverse();
        steps
    }
}

fn start(band: &Band, end: Spot, shape: &Shape) -> Option<usize> {
    let start = end.before(shape)?;
    band.cell(start.row, start.column)
}

fn above(band: &Band, row: usize, column: usize) -> Option<usize> {
    band.cell(row.checked_sub(1)?, column)
}

fn left(band: &Band, row: usize, column: usize) -> Option<usize> {
    band.cell(row, column.checked_sub(1)?)
}

fn inside(band: &Band, end: Spot, size: Spot) -> Option<usize> {
    if end.row > size.row || end.column > size.column {
        return None;
    }
    band.cell(end.row, end.column)
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

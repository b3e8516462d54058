//! Which cells of the table of sentences are looked at.

use std::ops::RangeInclusive;

/// For each number of source sentences taken, the numbers of target sentences looked at.
#[derive(Clone, Debug)]
pub struct Band {
    rows: Vec<(usize, usize)>,
    starts: Vec<usize>,
}

impl Band {
    /// The whole table.
    pub fn whole(source: usize, target: usize) -> Self {
        Self::of(vec![(0, target); source + 1])
    }

    /// A strip around a path, `path[i]` being where the path is after `i` source sentences.
    pub fn around(path: &[f64], target: usize, half: usize) -> Self {
        let half = half as f64;
        let mut rows: Vec<(usize, usize)> = Vec::with_capacity(path.len());
        for place in path {
            let low = (place - half).max(0.0) as usize;
            let high = ((place + half) as usize).min(target);
            let last = rows.last().copied().unwrap_or_default();
            rows.push((low.max(last.0).min(target), high.max(last.1)));
        }
        if let Some(first) = rows.first_mut() {
            first.0 = 0;
        }
        if let Some(last) = rows.last_mut() {
            last.1 = target;
        }
        // Each row must begin within the row before, or no path leads on.
        for index in 1..rows.len() {
            rows[index].0 = rows[index].0.min(rows[index - 1].1);
        }
        Self::of(rows)
    }

    fn of(rows: Vec<(usize, usize)>) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut start = 0;
        for (low, high) in &rows {
            starts.push(start);
            start += high - low + 1;
        }
        starts.push(start);
        Self { rows, starts }
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// The columns of a row.
    pub fn columns(&self, row: usize) -> RangeInclusive<usize> {
        self.rows[row].0..=self.rows[row].1
    }

    /// The number of a cell, if it is in the band.
    pub fn cell(&self, row: usize, column: usize) -> Option<usize> {
        let (low, high) = self.rows[row];
        (low <= column && column <= high).then(|| self.starts[row] + column - low)
    }
}

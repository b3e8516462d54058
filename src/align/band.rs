//! Which cells of the table of sentences are looked at.
//!
//! A short article's table is searched whole. A long one's is searched in a strip around
//! the way that rare words show; where the best way runs along the strip's edge, the strip
//! is widened, so that the best way stays in reach while memory stays linear.

use std::ops::RangeInclusive;

use super::shape::Shape;

/// For each number of source sentences taken, the numbers of target sentences looked at.
#[derive(Clone, Debug)]
pub struct Band {
    rows: Vec<(usize, usize)>,
    starts: Vec<usize>,
    columns: usize,
}

/// Tables up to this many cells are searched whole.
const SMALL: usize = 60_000;
/// Cells that a long table may have for each sentence.
const MOST: usize = 500;
/// Cells that a table may have at all; each takes some 200 bytes.
const MOST_IN_ALL: usize = 1_200_000;
/// Half the width of the first strip.
pub const HALF: usize = 14;
/// Half the width of the strip where a way is already known.
pub const HALF_AGAIN: usize = 10;
/// A way this near to the edge may be forced there.
const EDGE: usize = 6;

/// A place on the way: after so many source sentences and so many target sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub row: usize,
    pub column: usize,
}

impl Spot {
    /// The place after so many source sentences and so many target sentences.
    pub fn new(row: usize, column: usize) -> Self {
        Self { row, column }
    }

    /// The place before a bead that ends here, if there are enough sentences for it.
    pub fn before(self, shape: &Shape) -> Option<Self> {
        let row = self.row.checked_sub(shape.source)?;
        let column = self.column.checked_sub(shape.target)?;
        Some(Self { row, column })
    }

    /// The place after a bead that begins here.
    pub fn after(self, shape: &Shape) -> Self {
        Self { row: self.row + shape.source, column: self.column + shape.target }
    }
}

impl Band {
    /// The cells to look at, given where the way leads near and half the width of the strip.
    pub fn near(anchors: &[Spot], size: Spot, half: usize) -> Self {
        let Spot { row: rows, column: columns } = size;
        if (rows + 1).saturating_mul(columns + 1) <= SMALL {
            return Self::of(vec![(0, columns); rows + 1], columns);
        }
        Self::around(&way(anchors, size), columns, half)
    }

    /// A strip around a way, `way[row]` being where it is after so many source sentences.
    fn around(way: &[f64], columns: usize, half: usize) -> Self {
        let half = half as f64;
        let mut rows: Vec<(usize, usize)> = Vec::with_capacity(way.len());
        for (place, next) in way.iter().zip(way[1..].iter().chain([&0.0])) {
            let low = (place - half).max(0.0) as usize;
            // Where the way leaps, the row must hold the whole leap.
            let high = ((place.max(*next) + half) as usize).min(columns);
            // Each row begins within the row before, or no way leads on.
            let (low_before, high_before) = rows.last().copied().unwrap_or((0, columns));
            rows.push((low.max(low_before).min(high_before), high.max(low)));
        }
        if let Some(last) = rows.last_mut() {
            last.1 = columns;
        }
        if let Some(first) = rows.first_mut() {
            first.0 = 0;
        }
        Self::of(rows, columns)
    }

    fn of(rows: Vec<(usize, usize)>, columns: usize) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut start = 0;
        for (low, high) in &rows {
            starts.push(start);
            start += high - low + 1;
        }
        starts.push(start);
        Self { rows, starts, columns }
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
        let (low, high) = *self.rows.get(row)?;
        (low <= column && column <= high).then(|| self.starts[row] + column - low)
    }

    /// Whether a way through this place may have been forced by the band's edge.
    pub fn constrains(&self, place: Spot) -> bool {
        let (low, high) = self.rows[place.row];
        (low > 0 && place.column < low + EDGE)
            || (high < self.columns && place.column + EDGE > high)
    }

    /// Whether a band of twice the width may still be searched.
    pub fn may_grow(&self) -> bool {
        let most = (MOST * (self.rows.len() + self.columns)).min(MOST_IN_ALL);
        self.len() <= most / 2
    }
}

/// The way through all anchors, straight between them.
fn way(anchors: &[Spot], end: Spot) -> Vec<f64> {
    let mut way = vec![0.0];
    let mut last = Spot::new(0, 0);
    for next in anchors.iter().copied().chain([end]) {
        let slope = (next.column - last.column) as f64 / (next.row - last.row).max(1) as f64;
        while way.len() <= next.row {
            way.push(last.column as f64 + slope * (way.len() - last.row) as f64);
        }
        last = next;
    }
    way
}

#[cfg(test)]
mod tests {
    use super::{Band, HALF, MOST_IN_ALL, Spot};
    use proptest::prelude::*;

    fn is_passable(band: &Band, rows: usize, columns: usize) -> bool {
        let low = |row| *band.columns(row).start();
        let high = |row| *band.columns(row).end();
        low(0) == 0
            && high(rows) == columns
            && (1..=rows).all(|row| {
                low(row) >= low(row - 1) && low(row) <= high(row - 1) && high(row) >= high(row - 1)
            })
    }

    #[test]
    fn a_short_table_is_searched_whole() {
        assert_eq!(Band::near(&[], Spot::new(9, 19), 4).len(), 200);
    }

    #[test]
    fn a_long_table_grows_no_larger_than_memory_allows() {
        for sentences in [5_000, 50_000] {
            let mut half = HALF;
            while Band::near(&[], Spot::new(sentences, sentences), half).may_grow() {
                half *= 2;
            }
            let cells = Band::near(&[], Spot::new(sentences, sentences), half).len();
            assert!(cells <= MOST_IN_ALL.max(sentences * 2 * (HALF + 1)), "{sentences}: {cells}");
        }
    }

    #[test]
    fn a_leap_of_the_way_is_held_whole() {
        let band = Band::near(&[Spot::new(100, 100), Spot::new(101, 300)], Spot::new(400, 600), 12);
        assert!((100..=300).all(|column| band.cell(100, column).is_some()));
        assert!(band.len() < 401 * 27);
    }

    proptest! {
        #[test]
        fn a_way_leads_through_every_band(
            rows in 200_usize..2000,
            columns in 300_usize..2000,
            mut points in prop::collection::vec((0.0..1.0, 0.0..1.0), 0..9),
        ) {
            points.sort_by(|one: &(f64, f64), other| one.0.total_cmp(&other.0));
            let mut heights: Vec<f64> = points.iter().map(|point| point.1).collect();
            heights.sort_by(f64::total_cmp);
            let mut anchors: Vec<Spot> = points
                .iter()
                .zip(heights)
                .map(|(point, height)| Spot::new((point.0 * rows as f64) as usize, (height * columns as f64) as usize))
                .collect();
            anchors.dedup_by_key(|anchor| anchor.row);
            prop_assert!(is_passable(&Band::near(&anchors, Spot::new(rows, columns), 32), rows, columns));
        }
    }
}

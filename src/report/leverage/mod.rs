//! The grid of a work for people and machines.

mod csv;
mod json;
mod text;
mod xlsx;

use crate::memory::leverage::{Extent, PriceGrid, Share};
use crate::report::Format;

/// The forms of the grid.
pub const FORMATS: &[Format<Leverage>] = &[
    Format { name: "text", write: text::write },
    Format { name: "json", write: json::write },
    Format { name: "csv", write: csv::write },
    Format { name: "xlsx", write: xlsx::write },
];

/// The work of several articles, divided.
pub struct Leverage {
    pub grid: PriceGrid,
    pub rows: Vec<LeverageRow>,
}

/// The work of one article in one target language.
pub struct LeverageRow {
    pub article: String,
    pub target: String,
    shares: Vec<(Share, Extent)>,
}

impl Leverage {
    /// The row of an article, which is new unless it is the last one.
    pub fn row(&mut self, article: &str, target: &str) -> &mut LeverageRow {
        let is_last =
            self.rows.last().is_some_and(|row| row.article == article && row.target == target);
        if !is_last {
            let (article, target) = (article.to_owned(), target.to_owned());
            self.rows.push(LeverageRow { article, target, shares: Vec::new() });
        }
        self.rows.last_mut().expect("a row was just put there")
    }

    /// The sum of all rows.
    fn total(&self) -> LeverageRow {
        let (article, target) = (String::new(), String::new());
        let mut total = LeverageRow { article, target, shares: Vec::new() };
        for (share, extent) in self.rows.iter().flat_map(|row| &row.shares) {
            total.add(*share, *extent);
        }
        total
    }
}

impl LeverageRow {
    /// Adds a sentence.
    pub fn add(&mut self, share: Share, extent: Extent) {
        match self.shares.iter_mut().find(|(own, _)| *own == share) {
            Some((_, sum)) => *sum += extent,
            None => self.shares.push((share, extent)),
        }
    }

    /// How much of a share there is.
    fn of(&self, share: Share) -> Extent {
        let own = self.shares.iter().find(|(own, _)| *own == share);
        own.map(|(_, extent)| *extent).unwrap_or_default()
    }

    /// All of it.
    fn whole(&self) -> Extent {
        let mut sum = Extent::default();
        for (_, extent) in &self.shares {
            sum += *extent;
        }
        sum
    }

    /// Words, each counted as what it is worth.
    fn weighted(&self, grid: &PriceGrid) -> f64 {
        let shares = self.shares.iter();
        // An empty sum is a negative zero.
        shares.map(|(share, extent)| worth(*share, *extent, grid)).sum::<f64>() + 0.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "no work has 2^53 words")]
fn worth(share: Share, extent: Extent, grid: &PriceGrid) -> f64 {
    extent.words as f64 * grid.weight(share)
}

/// A number with at most two decimals, and none that say nothing.
fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

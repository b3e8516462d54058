//! The grid for programs.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{Leverage, LeverageRow, rounded, worth};
use crate::memory::leverage::{Extent, PriceGrid};
use crate::report::Screen;
use crate::report::json::write_json;

#[derive(Serialize)]
struct WireLeverage<'a> {
    version: u8,
    /// The shares, the least work first.
    shares: Vec<WireShare>,
    articles: Vec<WireRow<'a>>,
    totals: WireSums,
}

#[derive(Serialize)]
struct WireShare {
    name: String,
    weight: f64,
}

#[derive(Serialize)]
struct WireRow<'a> {
    article: &'a str,
    target: &'a str,
    #[serde(flatten)]
    sums: WireSums,
}

#[derive(Serialize)]
struct WireSums {
    shares: BTreeMap<String, WireExtent>,
    total: WireExtent,
}

#[derive(Serialize)]
struct WireExtent {
    segments: usize,
    words: usize,
    characters: usize,
    characters_with_spaces: usize,
    weighted_words: f64,
}

/// Writes the grid as JSON: each article with its shares, then all together.
pub fn write(leverage: &Leverage, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let grid = &leverage.grid;
    let share = |share| WireShare { name: grid.name(share), weight: grid.weight(share) };
    let row = |row: &'_ LeverageRow| sums(row, grid);
    let articles = leverage.rows.iter().map(|one| WireRow {
        article: &one.article,
        target: &one.target,
        sums: row(one),
    });
    let wire = WireLeverage {
        version: 1,
        shares: grid.shares().into_iter().map(share).collect(),
        articles: articles.collect(),
        totals: row(&leverage.total()),
    };
    write_json(&wire, out)
}

fn sums(row: &LeverageRow, grid: &PriceGrid) -> WireSums {
    let mut shares = BTreeMap::new();
    for share in grid.shares() {
        let extent = row.of(share);
        shares.insert(grid.name(share), wire(extent, worth(share, extent, grid)));
    }
    WireSums { shares, total: wire(row.whole(), row.weighted(grid)) }
}

fn wire(extent: Extent, weighted: f64) -> WireExtent {
    let Extent { segments, words, characters, characters_with_spaces } = extent;
    let weighted_words = rounded(weighted);
    WireExtent { segments, words, characters, characters_with_spaces, weighted_words }
}

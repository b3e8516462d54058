//! The grid as a workbook: a line for each article and share, as in the CSV.

use std::io::{self, Write};

use super::{Leverage, LeverageRow, rounded, worth};
use crate::formats::table::{TableCell, table};
use crate::memory::leverage::{Extent, PriceGrid};
use crate::report::Screen;

const HEADS: [&str; 9] = [
    "article",
    "target",
    "share",
    "weight",
    "segments",
    "words",
    "characters",
    "characters_with_spaces",
    "weighted_words",
];

/// Writes the grid as a workbook of Excel, a row for each article and share.
pub fn write(leverage: &Leverage, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Vec::new();
    for row in &leverage.rows {
        add(row, &leverage.grid, &mut rows);
    }
    if leverage.rows.len() > 1 {
        add(&leverage.total(), &leverage.grid, &mut rows);
    }
    out.write_all(&table("leverage", &HEADS.map(str::to_owned), &rows))
}

fn add(row: &LeverageRow, grid: &PriceGrid, rows: &mut Vec<Vec<TableCell>>) {
    let name = |share: &str| [row.article.as_str(), &row.target, share].map(text);
    for share in grid.shares() {
        let extent = row.of(share);
        let mut cells = name(&grid.name(share)).to_vec();
        cells.push(TableCell::Number(grid.weight(share)));
        cells.extend(sums(extent));
        cells.push(TableCell::Number(rounded(worth(share, extent, grid))));
        rows.push(cells);
    }
    let mut cells = name("total").to_vec();
    cells.push(text(""));
    cells.extend(sums(row.whole()));
    cells.push(TableCell::Number(rounded(row.weighted(grid))));
    rows.push(cells);
}

fn text(words: &str) -> TableCell {
    TableCell::Text(words.to_owned())
}

#[expect(clippy::cast_precision_loss, reason = "no work has 2^53 words")]
fn sums(extent: Extent) -> [TableCell; 4] {
    let Extent { segments, words, characters, characters_with_spaces } = extent;
    let sums = [segments, words, characters, characters_with_spaces];
    sums.map(|sum| TableCell::Number(sum as f64))
}

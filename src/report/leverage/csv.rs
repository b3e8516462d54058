//! The grid for spreadsheets: RFC 4180, with a header in English, a line for each article and share.

use std::io::{self, Write};

use super::{Leverage, LeverageRow, rounded, worth};
use crate::memory::leverage::PriceGrid;
use crate::report::Screen;
use crate::report::layout::printable;

const HEADER: &str =
    "article,target,share,weight,segments,words,characters,characters_with_spaces,weighted_words";

/// Writes the grid as CSV, a line for each article and share.
pub fn write(leverage: &Leverage, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{HEADER}\r\n")?;
    for row in &leverage.rows {
        write_row(row, &leverage.grid, out)?;
    }
    if leverage.rows.len() > 1 {
        write_row(&leverage.total(), &leverage.grid, out)?;
    }
    Ok(())
}

fn write_row(row: &LeverageRow, grid: &PriceGrid, out: &mut dyn Write) -> io::Result<()> {
    let article = quoted(&row.article);
    for share in grid.shares() {
        let (name, weight, one) = (grid.name(share), grid.weight(share), row.of(share));
        let weighted = rounded(worth(share, one, grid));
        write!(
            out,
            "{article},{},{name},{weight},{},{},{},{},{weighted}\r\n",
            row.target, one.segments, one.words, one.characters, one.characters_with_spaces,
        )?;
    }
    let (one, weighted) = (row.whole(), rounded(row.weighted(grid)));
    write!(
        out,
        "{article},{},total,,{},{},{},{},{weighted}\r\n",
        row.target, one.segments, one.words, one.characters, one.characters_with_spaces,
    )
}

/// The cell as text, and nothing that a spreadsheet would work out.
fn quoted(cell: &str) -> String {
    let cell = printable(cell);
    let mark = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    if mark.is_empty() && !cell.contains(['"', ',']) {
        return cell.into_owned();
    }
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}

//! The grid for people: a table of all articles together, and a line for each.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::{Leverage, rounded, worth};
use crate::l10n::message;
use crate::report::{Screen, printable};

/// Writes the grid of all articles together as a table for people.
pub fn write(leverage: &Leverage, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (grid, total) = (&leverage.grid, leverage.total());
    let heads = [
        message!("report-leverage-share"),
        message!("report-leverage-weight"),
        message!("report-leverage-segments"),
        message!("report-leverage-words"),
        message!("report-leverage-characters"),
        message!("report-leverage-weighted"),
    ];
    let mut lines: Vec<Vec<String>> = vec![heads.iter().map(|head| screen.text(head)).collect()];
    for share in grid.shares() {
        let one = total.of(share);
        let name = grid.name(share);
        lines.push(vec![
            screen.text(&message!("report-leverage-name", name = name)),
            decimal(grid.weight(share), screen),
            one.segments.to_string(),
            one.words.to_string(),
            one.characters.to_string(),
            decimal(rounded(worth(share, one, grid)), screen),
        ]);
    }
    let whole = total.whole();
    lines.push(vec![
        screen.text(&message!("report-leverage-total")),
        String::new(),
        whole.segments.to_string(),
        whole.words.to_string(),
        whole.characters.to_string(),
        decimal(rounded(total.weighted(grid)), screen),
    ]);
    write_table(&lines, out)?;
    if leverage.rows.len() > 1 {
        writeln!(out)?;
    }
    for row in leverage.rows.iter().filter(|_| leverage.rows.len() > 1) {
        let weighted = decimal(rounded(row.weighted(grid)), screen);
        let words = message!(
            "report-leverage-article",
            article = printable(&row.article).into_owned(),
            target = row.target.as_str(),
            words = row.whole().words,
            weighted = weighted
        );
        writeln!(out, "{}", screen.text(&words))?;
    }
    Ok(())
}

/// A number as the reader's language writes it.
fn decimal(number: f64, screen: &Screen<'_>) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((whole, fraction)) => {
            screen.text(&message!("report-leverage-decimal", whole = whole, fraction = fraction))
        }
        None => text,
    }
}

fn write_table(lines: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    let columns = lines.first().map_or(0, Vec::len);
    let width = |at: usize| lines.iter().map(|line| line[at].width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for line in lines {
        let mut text = String::new();
        for (at, cell) in line.iter().enumerate() {
            let pad = " ".repeat(widths[at] - cell.width());
            match at {
                0 => text.push_str(&format!("{cell}{pad}")),
                _ => text.push_str(&format!("  {pad}{cell}")),
            }
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}

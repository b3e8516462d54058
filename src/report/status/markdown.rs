//! `status` as a table for a comment or a page.

use std::io::{self, Write};

use super::{StatusTable, line};
use crate::l10n::message;
use crate::report::markdown::{code, escape};
use crate::report::{Counts, Screen};

/// Writes the report in this format.
pub fn write(progress: &StatusTable, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}\n", escape(&line(progress, screen)))?;
    if progress.rows.is_empty() {
        return Ok(());
    }
    let head = [
        message!("report-status-article"),
        message!("report-status-language"),
        message!("report-status-done"),
        message!("report-status-missing-column"),
        message!("report-status-stale-column"),
        message!("report-status-unsealed-column"),
        message!("report-status-draft-column"),
        message!("report-status-withdrawn-column"),
        message!("report-status-extra-column"),
        message!("report-status-unreviewed-column"),
        message!("report-status-words-column"),
    ];
    let head = head.map(|message| screen.text(&message));
    writeln!(out, "| {} |", head.join(" | "))?;
    writeln!(out, "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")?;
    for row in &progress.rows {
        let names = [escape(&row.article), escape(&row.target)].join(" | ");
        writeln!(out, "| {names} | {} |", cells(&row.counts, screen).join(" | "))?;
    }
    let total = screen.text(&message!("report-status-all"));
    let cells = cells(&progress.totals(), screen).map(|cell| format!("**{cell}**"));
    writeln!(out, "| **{total}** | | {} |", cells.join(" | "))?;
    write_lone(progress, screen, out)
}

/// The pages without a source, as a list.
fn write_lone(progress: &StatusTable, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lone = &progress.lone_documents;
    if lone.is_empty() {
        return Ok(());
    }
    let words = message!("report-status-lone", count = lone.len());
    writeln!(out, "\n{}\n", escape(&screen.text(&words)))?;
    lone.iter().take(ROWS).try_for_each(|path| writeln!(out, "- {}", code(path)))?;
    match lone.len().saturating_sub(ROWS) {
        0 => Ok(()),
        more => writeln!(out, "\n{}", screen.text(&message!("report-check-more", count = more))),
    }
}

/// Files listed: a forge refuses comments that are too long.
const ROWS: usize = 100;

fn cells(counts: &Counts, screen: &Screen<'_>) -> [String; 9] {
    let segments = &counts.segments;
    let percent = message!("report-percent", percent = segments.percent() as usize);
    let number = |count: u32| screen.l10n.number(count as usize);
    [
        screen.text(&percent),
        number(segments.missing),
        number(segments.stale),
        number(segments.unsealed),
        number(segments.draft),
        number(counts.withdrawn),
        number(counts.extra),
        number(counts.unreviewed),
        number(counts.words.left()),
    ]
}

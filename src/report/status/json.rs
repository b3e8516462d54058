//! `status` for machines.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::{StatusRow, StatusTable};
use crate::report::counts::{Counts, Dangers, Tally};
use crate::report::{Screen, write_json};

#[derive(Serialize)]
struct WireProgress<'a> {
    version: u32,
    source: &'a str,
    articles: WireRows<'a>,
    lone_documents: &'a [String],
    totals: WireTotals,
}

struct WireRows<'a>(&'a [StatusRow]);

#[derive(Serialize)]
struct WireRow<'a> {
    article: &'a str,
    target: &'a str,
    source_path: &'a str,
    catalog_path: &'a str,
    #[serde(flatten)]
    counts: WireCounts,
    published: &'static str,
}

#[derive(Serialize)]
struct WireTotals {
    articles: usize,
    #[serde(flatten)]
    counts: WireCounts,
}

#[derive(Serialize)]
struct WireCounts {
    segments: Tally,
    words: Tally,
    stale_by_severity: Dangers,
    orphans: u32,
    withdrawn: u32,
    extra: u32,
    unreviewed: u32,
    open_notes: u32,
    complete: bool,
}

// Rows become JSON one by one, so that a large workspace is never held twice.
impl Serialize for WireRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(WireRow::from))
    }
}

impl<'a> From<&'a StatusRow> for WireRow<'a> {
    fn from(row: &'a StatusRow) -> Self {
        Self {
            article: &row.article,
            target: &row.target,
            source_path: &row.source_path,
            catalog_path: &row.catalog_path,
            counts: row.counts.into(),
            published: row.published.name(),
        }
    }
}

impl From<Counts> for WireCounts {
    fn from(counts: Counts) -> Self {
        Self {
            segments: counts.segments,
            words: counts.words,
            stale_by_severity: counts.stale_by_severity,
            orphans: counts.orphans,
            withdrawn: counts.withdrawn,
            extra: counts.extra,
            unreviewed: counts.unreviewed,
            open_notes: counts.open_notes,
            complete: counts.is_complete(),
        }
    }
}

/// Writes the report in this format.
pub fn write(progress: &StatusTable, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let totals = WireTotals { articles: progress.rows.len(), counts: progress.totals().into() };
    let articles = WireRows(&progress.rows);
    let StatusTable { source, lone_documents, .. } = progress;
    write_json(&WireProgress { version: 1, source, articles, lone_documents, totals }, out)
}

//! Rows that came back, as JSON for programs.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{Received, ReceivedFile, ReceivedRow, gets_state};
use crate::desk::Outcome;
use crate::formats::exchange::StrayWords;
use crate::report::Screen;
use crate::report::json::write_json;

#[derive(Serialize)]
struct Wire<'a> {
    version: u32,
    files: Vec<WireFile<'a>>,
    summary: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct WireFile<'a> {
    path: &'a str,
    format: &'static str,
    rows: Vec<WireRow<'a>>,
    /// Words that stand where nothing is looked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    strays: Vec<WireStray<'a>>,
}

#[derive(Serialize)]
struct WireStray<'a> {
    place: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct WireRow<'a> {
    article: &'a str,
    target: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<usize>,
    #[serde(skip_serializing_if = "is_unknown")]
    line: usize,
    outcome: &'static str,
    source: &'a str,
    /// The translation held before.
    from: &'a str,
    /// The translation afterwards.
    to: &'a str,
    /// The translation that the file has.
    file: &'a str,
    /// The translation that the catalog has.
    catalog: &'a str,
    /// The state that it gets, where it is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    /// What the file remarks.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doubts: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_unknown(line: &usize) -> bool {
    *line == 0
}

/// Writes all rows, and how many came to what.
pub fn write(received: &Received, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let count = |outcome: Outcome| (outcome.name(), received.count(outcome));
    let wire = Wire {
        version: 1,
        files: received.files.iter().map(|file| wire_file(file, screen)).collect(),
        summary: Outcome::ALL.into_iter().map(count).collect(),
    };
    write_json(&wire, out)
}

fn wire_file<'a>(file: &'a ReceivedFile, screen: &Screen<'_>) -> WireFile<'a> {
    let row = |row| wire_row(row, screen);
    let stray = |one: &'a StrayWords| WireStray { place: &one.place, text: &one.text };
    WireFile {
        path: &file.path,
        format: file.format,
        rows: file.rows.iter().map(row).collect(),
        strays: file.strays.iter().map(stray).collect(),
    }
}

fn wire_row<'a>(row: &'a ReceivedRow, screen: &Screen<'_>) -> WireRow<'a> {
    let (proposal, verdict) = (&row.proposal, &row.verdict);
    let brought = proposal.target.as_deref().unwrap_or_default();
    WireRow {
        article: &proposal.article,
        target: &proposal.language,
        segment: verdict.segment,
        line: row.line,
        outcome: verdict.outcome.name(),
        source: if proposal.source.is_empty() { &verdict.source } else { &proposal.source },
        from: &verdict.held,
        to: if verdict.outcome.is_taken() { brought } else { &verdict.held },
        file: brought,
        catalog: &verdict.held,
        state: gets_state(row).then(|| proposal.state.name()),
        note: proposal.note.as_deref(),
        reason: verdict.reason.as_ref().map(|reason| screen.text(reason)),
        doubts: verdict.doubts.iter().map(|doubt| screen.text(doubt)).collect(),
    }
}

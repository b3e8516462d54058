//! `diff` for machines.

use std::io::{self, Write};

use serde::Serialize;

use super::{DiffEntry, Differences};
use crate::desk::SurplusText;
use crate::model::{Concern, Edit, Piece};
use crate::report::{Screen, write_json};

#[derive(Serialize)]
struct WireDiff<'a> {
    version: u32,
    segments: Vec<WireEntry<'a>>,
    withdrawn: Vec<WireBeside<'a>>,
}

#[derive(Serialize)]
struct WireBeside<'a> {
    article: &'a str,
    target: &'a str,
    number: String,
    document: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_line: Option<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    previous_source: &'a str,
    translation: &'a str,
}

#[derive(Serialize)]
struct WireEntry<'a> {
    article: &'a str,
    target: &'a str,
    segment: usize,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    change: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    source: &'a str,
    previous_source: &'a str,
    translation: &'a str,
    diff: Vec<WirePiece<'a>>,
}

#[derive(Serialize)]
struct WirePiece<'a> {
    edit: &'static str,
    text: &'a str,
}

/// Writes the report in this format.
pub fn write(changes: &Differences, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let segments = changes.entries.iter().map(wire).collect();
    let withdrawn = changes.withdrawn.iter().map(wire_beside).collect();
    write_json(&WireDiff { version: 1, segments, withdrawn }, out)
}

fn wire_beside(one: &SurplusText) -> WireBeside<'_> {
    WireBeside {
        article: &one.article,
        target: &one.target,
        number: format!("+{}", one.number),
        document: &one.location.path,
        document_line: one.location.line,
        previous_source: &one.source,
        translation: &one.translation,
    }
}

fn wire(entry: &DiffEntry) -> WireEntry<'_> {
    WireEntry {
        article: &entry.article,
        target: &entry.target,
        segment: entry.segment,
        path: &entry.location.path,
        line: entry.location.line,
        column: entry.location.column,
        change: entry.change.danger.name(),
        trigger: entry.change.trigger.as_deref(),
        reason: entry.change.concern.map(Concern::name),
        source: &entry.source,
        previous_source: &entry.previous,
        translation: &entry.translation,
        diff: entry.change.diff.iter().map(wire_piece).collect(),
    }
}

fn wire_piece(piece: &Piece) -> WirePiece<'_> {
    let edit = match piece.edit {
        Edit::Kept => "kept",
        Edit::Removed => "removed",
        Edit::Inserted => "inserted",
    };
    WirePiece { edit, text: &piece.text }
}

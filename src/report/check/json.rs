//! `check` for machines.

use std::io::{self, Write};

use serde::Serialize;

use super::shard::WireShard;
use super::{Checked, count};
use crate::model::{Concern, Danger, Finding, Piece, Severity, Span};
use crate::report::{Screen, write_json};

/// What was found, as machines get it.
#[derive(Serialize)]
pub struct WireChecked<'a> {
    version: u32,
    findings: Vec<WireFinding<'a>>,
    summary: WireSummary,
    #[serde(skip_serializing_if = "Option::is_none")]
    shard: Option<WireShard<'a>>,
}

#[derive(Serialize)]
struct WireSummary {
    error: usize,
    warning: usize,
    info: usize,
}

#[derive(Serialize)]
struct WireFinding<'a> {
    check: &'static str,
    severity: &'static str,
    article: &'a str,
    target: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_line: Option<usize>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_mark: Option<WireMark<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_mark: Option<WireMark<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<String>,
    /// How the old source became the new one; only in parts, which other formats are made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diff: Vec<WirePiece<'a>>,
}

/// A part of a text: what it says, and where, from 0, in characters and in bytes of UTF-8.
#[derive(Serialize)]
struct WireMark<'a> {
    text: &'a str,
    characters: [usize; 2],
    bytes: [usize; 2],
}

impl<'a> WireMark<'a> {
    /// What is marked of the text; none where it has no such part.
    fn of(text: Option<&'a str>, span: Option<Span>) -> Option<Self> {
        let (text, span) = (text?, span?);
        let part = text.get(span.range())?;
        let start = text[..span.start].chars().count();
        let characters = [start, start + part.chars().count()];
        Some(Self { text: part, characters, bytes: [span.start, span.end] })
    }
}

#[derive(Serialize)]
struct WirePiece<'a> {
    edit: &'static str,
    text: &'a str,
}

/// Writes the report in this format.
pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_json(&wire_checked(checked, screen), out)
}

/// The report in the form that is written.
pub fn wire_checked<'a>(checked: &'a Checked, screen: &Screen<'_>) -> WireChecked<'a> {
    let findings = &checked.findings;
    let is_part = checked.part.is_some();
    let wired = findings.iter().map(|finding| WireFinding {
        diff: if is_part { pieces(&finding.diff) } else { Vec::new() },
        ..wire(finding, screen)
    });
    WireChecked {
        version: 1,
        findings: wired.collect(),
        summary: WireSummary {
            error: count(findings, Severity::Error),
            warning: count(findings, Severity::Warning),
            info: count(findings, Severity::Info),
        },
        shard: checked.part.as_ref().map(|part| WireShard::of(part, checked, screen)),
    }
}

fn pieces(diff: &[Piece]) -> Vec<WirePiece<'_>> {
    diff.iter().map(|piece| WirePiece { edit: piece.edit.name(), text: &piece.text }).collect()
}

fn wire<'a>(finding: &'a Finding, screen: &Screen<'_>) -> WireFinding<'a> {
    WireFinding {
        check: finding.check,
        severity: finding.severity.name(),
        article: &finding.article,
        target: &finding.target,
        segment: finding.segment,
        number: finding.surplus.map(|number| format!("+{number}")),
        path: &finding.location.path,
        line: finding.location.line,
        column: finding.location.column,
        document: finding.document.as_ref().map(|document| document.path.as_str()),
        document_line: finding.document.as_ref().and_then(|document| document.line),
        message: screen.text(&finding.message),
        hint: finding.hint.as_ref().map(|hint| screen.text(hint)),
        source: finding.source.as_deref(),
        translation: finding.translation.as_deref(),
        previous_source: finding.previous_source.as_deref(),
        change: finding.change.map(Danger::name),
        trigger: finding.trigger.as_deref(),
        reason: finding.concern.map(Concern::name),
        end_line: finding.end.map(|end| end.line),
        end_column: finding.end.map(|end| end.column),
        source_mark: WireMark::of(finding.source.as_deref(), finding.source_mark),
        translation_mark: WireMark::of(finding.translation.as_deref(), finding.translation_mark),
        fix: finding.fixed(),
        diff: Vec::new(),
    }
}

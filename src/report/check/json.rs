//! `check` for machines.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, count};
use crate::model::{Concern, Danger, Finding, Severity};
use crate::report::{Screen, write_json};

#[derive(Serialize)]
struct WireChecked<'a> {
    version: u32,
    findings: Vec<WireFinding<'a>>,
    summary: WireSummary,
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
}

pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let findings = &checked.findings;
    let wire = WireChecked {
        version: 1,
        findings: findings.iter().map(|finding| wire(finding, screen)).collect(),
        summary: WireSummary {
            error: count(findings, Severity::Error),
            warning: count(findings, Severity::Warning),
            info: count(findings, Severity::Info),
        },
    };
    write_json(&wire, out)
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
    }
}

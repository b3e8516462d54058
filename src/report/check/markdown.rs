//! `check` as a table for a comment or a page.

use std::io::{self, Write};

use super::{Checked, summary};
use crate::l10n::{Message, message};
use crate::model::{Finding, Severity};
use crate::report::Screen;
use crate::report::markdown::{code, escape};

/// Rows shown: a forge refuses comments that are too long.
const ROWS: usize = 200;

pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "**{}**", escape(&summary(checked, screen)))?;
    if checked.findings.is_empty() {
        return Ok(());
    }
    let head = [
        message!("report-check-severity"),
        message!("report-check-place"),
        message!("report-check-finding"),
    ];
    let head = head.map(|message| screen.text(&message));
    writeln!(out, "\n| {} |\n| --- | --- | --- |", head.join(" | "))?;
    let mut worst: Vec<_> = checked.findings.iter().collect();
    worst.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    for finding in worst.iter().take(ROWS) {
        writeln!(out, "{}", row(finding, screen))?;
    }
    match worst.len().saturating_sub(ROWS) {
        0 => Ok(()),
        more => writeln!(out, "\n{}", screen.text(&message!("report-check-more", count = more))),
    }
}

fn severity(severity: Severity) -> Message {
    match severity {
        Severity::Error => message!("report-severity-error"),
        Severity::Warning => message!("report-severity-warning"),
        Severity::Info => message!("report-severity-info"),
    }
}

fn row(finding: &Finding, screen: &Screen<'_>) -> String {
    let place = code(&finding.location.to_string());
    let text = escape(&screen.text(&finding.message));
    let check = code(finding.check);
    let severity = screen.text(&severity(finding.severity));
    format!("| {severity} | {place} | {text} {check} |")
}

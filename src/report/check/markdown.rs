//! `check` for a comment or a page: the articles one after another, each with the next step.

use std::io::{self, Write};

use super::part::write_hidden;
use super::{Checked, hints, summary};
use crate::l10n::{Message, message};
use crate::model::{Finding, Severity};
use crate::report::Screen;
use crate::report::diff::in_markdown;
use crate::report::markdown::{code, escape};

/// Findings shown: a forge refuses comments that are too long.
const SHOWN: usize = 200;

/// Writes the report in this format.
pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "**{}**", escape(&summary(checked, screen)))?;
    let mut left = SHOWN;
    for findings in groups(&checked.findings) {
        if left == 0 {
            break;
        }
        let shown = &findings[..findings.len().min(left)];
        left -= shown.len();
        write_article(shown, screen, out)?;
    }
    let more = checked.findings.len().saturating_sub(SHOWN);
    if more > 0 {
        writeln!(out, "\n{}", screen.text(&message!("report-check-more", count = more)))?;
    }
    write_hidden(checked, screen, ["\n<!-- ", " -->"], out)
}

/// The findings of each article and language, the worst first.
fn groups(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let together =
        |one: &Finding, other: &Finding| one.article == other.article && one.target == other.target;
    let mut groups: Vec<Vec<&Finding>> =
        findings.chunk_by(together).map(|group| group.iter().collect()).collect();
    for group in &mut groups {
        group.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.first().map(|worst| worst.severity)));
    groups
}

fn write_article(
    findings: &[&Finding],
    screen: &Screen<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(first) = findings.first() else { return Ok(()) };
    writeln!(out, "\n#### {} · {}\n", code(&first.article), escape(&first.target))?;
    for finding in findings {
        write_finding(finding, screen, out)?;
    }
    let hints = hints(findings);
    if hints.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}\n", screen.text(&message!("report-check-next")))?;
    hints.iter().try_for_each(|hint| writeln!(out, "- {}", commands(&screen.text(hint))))
}

fn write_finding(finding: &Finding, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let severity = screen.text(&severity(finding.severity));
    let place = code(&finding.location.to_string());
    let text = escape(&screen.text(&finding.message));
    writeln!(out, "- **{severity}** {place} {text} {}", code(finding.check))?;
    if !finding.diff.is_empty() {
        writeln!(out, "  > {}\n  >", in_markdown(&finding.diff))?;
    }
    match &finding.translation {
        Some(translation) => writeln!(out, "  > {}", escape(translation)),
        None => Ok(()),
    }
}

fn severity(severity: Severity) -> Message {
    match severity {
        Severity::Error => message!("report-severity-error"),
        Severity::Warning => message!("report-severity-warning"),
        Severity::Info => message!("report-severity-info"),
    }
}

/// A hint, whose commands stay code.
fn commands(hint: &str) -> String {
    let pieces = hint.split('`').enumerate();
    let pieces =
        pieces.map(|(index, piece)| if index % 2 == 1 { code(piece) } else { escape(piece) });
    pieces.collect()
}

//! `check` for a terminal: a line for each finding, hints after each article.

use std::io::{self, Write};

use super::{Checked, summary};
use crate::l10n::{Message, message};
use crate::model::{Finding, Severity};
use crate::report::Screen;
use crate::report::layout::printable;
use crate::report::screen::{ERROR, GOOD, NOTE, STRONG, WARNING};

pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for findings in checked.findings.chunk_by(|a, b| a.article == b.article && a.target == b.target)
    {
        for finding in findings {
            write_finding(finding, screen, out)?;
        }
        for hint in hints(findings) {
            let label = screen.paint(GOOD, &screen.text(&message!("report-hint-label")));
            writeln!(out, "  {label} {}", printable(&screen.text(hint)))?;
        }
    }
    writeln!(out, "{}", summary(checked, screen))
}

fn write_finding(finding: &Finding, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let location = finding.location.to_string();
    let place = screen.paint(STRONG, &printable(&location));
    let style = match finding.severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Info => NOTE,
    };
    let segment = match (finding.segment, finding.surplus) {
        (Some(number), _) => {
            format!("{}: ", screen.text(&message!("report-diff-segment", number = number)))
        }
        (None, Some(number)) => format!("+{number}: "),
        (None, None) => String::new(),
    };
    let check = screen.paint(style, &format!("[{}]", finding.check));
    writeln!(out, "{place}: {segment}{} {check}", printable(&screen.text(&finding.message)))
}

/// The findings' hints, each once.
fn hints(findings: &[Finding]) -> Vec<&Message> {
    let mut hints: Vec<&Message> = Vec::new();
    for hint in findings.iter().filter_map(|finding| finding.hint.as_ref()) {
        if !hints.contains(&hint) {
            hints.push(hint);
        }
    }
    hints
}

//! `check` for a terminal: a line for each finding, hints after each article.

use std::io::{self, Write};

use super::part::write_hidden;
use super::{Checked, hints, summary, texts};
use crate::l10n::message;
use crate::model::{Finding, Severity};
use crate::report::Screen;
use crate::report::folders::{Listed, listed};
use crate::report::layout::printable;
use crate::report::screen::{ERROR, GOOD, NOTE, STRONG, WARNING};

/// Writes the report in this format.
pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (lone, others): (Vec<&Finding>, Vec<&Finding>) =
        checked.findings.iter().partition(|finding| finding.check == LONE);
    let listed = listed(&lone.iter().map(|one| one.location.path.as_str()).collect::<Vec<_>>());
    let is_long = listed.iter().any(|one| matches!(one, Listed::Folder(..)));
    let told =
        if is_long { others } else { others.into_iter().chain(lone.iter().copied()).collect() };
    for findings in told.chunk_by(|a, b| a.article == b.article && a.target == b.target) {
        let mut shown = None;
        for finding in findings {
            write_finding(finding, screen, out)?;
            // What is found again of a segment is found in the same texts.
            let is_new = shown.is_none_or(|segment| finding.segment != segment);
            if is_new && !finding.diff.is_empty() {
                shown = Some(finding.segment);
                texts(finding, screen).iter().try_for_each(|line| writeln!(out, "  {line}"))?;
            }
        }
        for hint in hints(findings) {
            let label = screen.paint(GOOD, &screen.text(&message!("report-hint-label")));
            writeln!(out, "  {label} {}", printable(&screen.text(hint)))?;
        }
    }
    if is_long {
        let style =
            if lone.iter().any(|one| one.severity == Severity::Error) { ERROR } else { WARNING };
        let check = screen.paint(style, &format!("[{LONE}]"));
        for one in &listed {
            let Listed::Folder(folder, count) = one else { continue };
            let words = message!("report-lone-folder", count = *count);
            let folder = screen.paint(STRONG, &printable(folder));
            writeln!(out, "{folder}: {} {check}", screen.text(&words))?;
        }
    }
    writeln!(out, "{}", summary(checked, screen))?;
    write_hidden(checked, screen, ["", ""], out)
}

/// The check whose findings may be many and belong to no article.
const LONE: &str = "lone-document";

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

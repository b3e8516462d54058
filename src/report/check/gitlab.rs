//! `check` as a Code Quality report, which GitLab shows in merge requests.
//!
//! It is a list of issues and has no place for anything else, so it can be shown of a part, and no whole
//! can be put together from it: where nothing was found it would say nothing of articles that failed.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, explained, identified};
use crate::model::{Danger, Finding, Severity};
use crate::report::{Screen, write_json};

#[derive(Serialize)]
struct WireIssue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: WireLocation<'a>,
}

#[derive(Serialize)]
struct WireLocation<'a> {
    path: &'a str,
    lines: WireLines,
}

#[derive(Serialize)]
struct WireLines {
    begin: usize,
}

/// Writes the report in this format.
pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let issues = identified(&checked.findings).map(|(fingerprint, finding)| WireIssue {
        description: explained(finding, screen),
        check_name: finding.check,
        fingerprint,
        severity: severity(finding),
        location: WireLocation {
            path: finding.location.path.trim_start_matches("./"),
            lines: WireLines { begin: finding.location.line.unwrap_or(1) },
        },
    });
    write_json(&issues.collect::<Vec<_>>(), out)
}

fn severity(finding: &Finding) -> &'static str {
    match (finding.severity, finding.change) {
        (Severity::Error, Some(Danger::Critical)) => "critical",
        (Severity::Error, _) => "major",
        (Severity::Warning, _) => "minor",
        (Severity::Info, _) => "info",
    }
}

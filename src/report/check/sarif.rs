//! `check` as SARIF 2.1.0, for code scanning.
//!
//! Fingerprints depend on texts, not on lines, so that alerts outlive moves.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::json::{WireChecked, wire_checked};
use super::{Checked, explained, identified};
use crate::checks::Check;
use crate::model::{Concern, Danger, Finding, Severity};
use crate::report::{Screen, rules, write_json};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
struct WireLog<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [WireRun<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireRun<'a> {
    tool: WireTool,
    column_kind: &'static str,
    results: Vec<WireResult<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<WireBag<'a>>,
}

/// What parts are put together from.
#[derive(Serialize)]
struct WireBag<'a> {
    #[serde(rename = "tolmach/shard")]
    shard: WireChecked<'a>,
}

#[derive(Serialize)]
struct WireTool {
    driver: WireDriver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireDriver {
    name: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<WireRule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireRule {
    id: &'static str,
    short_description: WireText,
    full_description: WireText,
    help: WireText,
    default_configuration: WireLevel,
}

#[derive(Serialize)]
struct WireText {
    text: String,
}

#[derive(Serialize)]
struct WireLevel {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireResult<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: WireText,
    locations: [WireLocation; 1],
    partial_fingerprints: BTreeMap<&'static str, String>,
    properties: WireProperties<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireLocation {
    physical_location: WirePlace,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WirePlace {
    artifact_location: WireArtifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<WireRegion>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireArtifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireRegion {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct WireProperties<'a> {
    article: &'a str,
    target: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// Writes the report in this format.
pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let driver = WireDriver {
        name: env!("CARGO_PKG_NAME"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        language: screen.l10n.tag(),
        rules: checked.checks.iter().map(|check| rule(check, screen)).collect(),
    };
    let results = identified(&checked.findings)
        .map(|(fingerprint, finding)| result(finding, fingerprint, checked.checks, screen))
        .collect();
    let is_part = checked.part.is_some();
    let run = WireRun {
        tool: WireTool { driver },
        column_kind: "unicodeCodePoints",
        results,
        properties: is_part.then(|| WireBag { shard: wire_checked(checked, screen) }),
    };
    write_json(&WireLog { schema: SCHEMA, version: "2.1.0", runs: [run] }, out)
}

fn rule(check: &Check, screen: &Screen<'_>) -> WireRule {
    let description = rules::description(check, screen);
    WireRule {
        id: check.id,
        short_description: WireText { text: rules::title(check, screen) },
        full_description: WireText { text: description.clone() },
        help: WireText { text: description },
        default_configuration: WireLevel { level: level(check.severity) },
    }
}

fn result<'a>(
    finding: &'a Finding,
    fingerprint: String,
    checks: &[Check],
    screen: &Screen<'_>,
) -> WireResult<'a> {
    WireResult {
        rule_id: finding.check,
        rule_index: checks.iter().position(|check| check.id == finding.check),
        level: level(finding.severity),
        message: WireText { text: explained(finding, screen) },
        locations: [WireLocation { physical_location: place(finding) }],
        partial_fingerprints: BTreeMap::from([("finding/v1", fingerprint)]),
        properties: WireProperties {
            article: &finding.article,
            target: &finding.target,
            segment: finding.segment,
            change: finding.change.map(Danger::name),
            trigger: finding.trigger.as_deref(),
            reason: finding.concern.map(Concern::name),
        },
    }
}

fn place(finding: &Finding) -> WirePlace {
    let location = &finding.location;
    let region = |line| WireRegion {
        start_line: line,
        start_column: location.column,
        end_line: finding.end.map(|end| end.line),
        end_column: finding.end.map(|end| end.column),
    };
    WirePlace {
        artifact_location: WireArtifact { uri: uri(&location.path), uri_base_id: ROOT },
        region: location.line.map(region),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative URI.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;

    let mut uri = String::with_capacity(path.len());
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_relative_uri() {
        assert_eq!(uri("./a b/100%.md"), "a%20b/100%25.md");
        assert_eq!(uri("новости/ru.md"), "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/ru.md");
    }
}

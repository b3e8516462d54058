//! `check` as workflow commands, which GitHub shows in the diff.

use std::io::{self, Write};

use super::part::write_hidden;
use super::{Checked, explained};
use crate::checks::CHECKS;
use crate::model::{Finding, Severity};
use crate::report::layout::printable;
use crate::report::{Screen, rules};

/// Writes the report in this format.
pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    checked.findings.iter().try_for_each(|finding| write_finding(finding, screen, out))?;
    write_hidden(checked, screen, ["::debug::", ""], out)
}

fn write_finding(finding: &Finding, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    write!(out, "::{command} file={}", property(&finding.location.path))?;
    if let Some(line) = finding.location.line {
        write!(out, ",line={line}")?;
    }
    if let Some(column) = finding.location.column {
        write!(out, ",col={column}")?;
    }
    let title = CHECKS.iter().find(|check| check.id == finding.check);
    let title = title.map(|check| rules::title(check, screen)).unwrap_or_default();
    writeln!(out, ",title={}::{}", property(&title), text(&explained(finding, screen)))
}

fn text(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    let lines = lines.iter().map(|line| printable(line).replace('%', "%25"));
    lines.collect::<Vec<_>>().join("%0A")
}

fn property(value: &str) -> String {
    text(value).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{property, text};

    #[test]
    fn what_ends_a_command_or_property_is_escaped() {
        assert_eq!(text("5 %: a,\r\nb"), "5 %25: a,%0Ab");
        assert_eq!(text("a\u{1b}]0;b\u{7}"), "a\u{fffd}]0;b\u{fffd}");
        assert_eq!(property("5 %: a,\r\nb"), "5 %25%3A a%2C%0Ab");
    }
}

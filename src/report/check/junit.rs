//! `check` as XML of `JUnit`: a suite for each article, a case for each check.
//!
//! What fails is a failure; what only warns stands in the suite's output.

use std::collections::HashMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::part::write_hidden;
use super::{Checked, explained};
use crate::checks::Check;
use crate::model::Finding;
use crate::report::Screen;

/// Writes the report in this format.
pub fn write(checked: &Checked, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = Report { checked, screen, suites: suites(checked) };
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("testsuites").write_inner_content(|xml| {
        let suites = checked.articles.iter().enumerate();
        suites.into_iter().try_for_each(|(id, (article, target))| {
            report.write_suite(id, Name { article, target }, xml)
        })
    })?;
    writeln!(xml.get_mut())?;
    write_hidden(checked, screen, ["<!-- ", " -->"], xml.get_mut())
}

type Suites<'a> = HashMap<Name<'a>, Vec<&'a Finding>>;
type Xml<'a> = Writer<&'a mut dyn Write>;

/// What a suite is about: an article in a target language.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Name<'a> {
    article: &'a str,
    target: &'a str,
}

/// What a check said of an article.
struct Case<'a> {
    article: &'a str,
    failing: Vec<&'a Finding>,
}

struct Report<'a> {
    checked: &'a Checked,
    screen: &'a Screen<'a>,
    suites: Suites<'a>,
}

fn suites(checked: &Checked) -> Suites<'_> {
    let mut suites = Suites::new();
    for finding in &checked.findings {
        let name = Name { article: &finding.article, target: &finding.target };
        suites.entry(name).or_default().push(finding);
    }
    suites
}

impl Report<'_> {
    fn write_suite(&self, id: usize, name: Name<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
        let Name { article, target } = name;
        let findings = self.suites.get(&name).map(Vec::as_slice).unwrap_or_default();
        let (failing, others): (Vec<_>, Vec<_>) = findings
            .iter()
            .copied()
            .partition(|finding: &&Finding| self.checked.failing.is_met(finding));
        let skipped = self.checked.checks.iter().filter(|check| self.is_off(check)).count();
        let failed = self
            .checked
            .checks
            .iter()
            .filter(|check| failing.iter().any(|finding| finding.check == check.id));
        let attributes = [
            ("name", token(article)),
            ("package", target.to_owned()),
            ("id", id.to_string()),
            ("timestamp", self.checked.time.clone()),
            ("hostname", "localhost".to_owned()),
            ("tests", self.checked.checks.len().to_string()),
            ("failures", failed.count().to_string()),
            ("errors", "0".to_owned()),
            ("skipped", skipped.to_string()),
            ("time", "0".to_owned()),
        ];
        let suite = xml.create_element("testsuite");
        let attributes = attributes.iter().map(|(name, value)| (*name, value.as_str()));
        suite.with_attributes(attributes).write_inner_content(|xml| {
            xml.create_element("properties").write_empty()?;
            for check in self.checked.checks {
                let failing = failing.iter().copied().filter(|finding| finding.check == check.id);
                let case = Case { article, failing: failing.collect() };
                self.write_case(check, &case, xml)?;
            }
            write_text("system-out", &self.lines(others.into_iter()), xml)?;
            xml.create_element("system-err").write_empty()?;
            Ok(())
        })?;
        Ok(())
    }

    fn write_case(
        &self,
        check: &Check,
        Case { article, failing }: &Case<'_>,
        xml: &mut Xml<'_>,
    ) -> io::Result<()> {
        let class = token(article);
        let attributes = [("name", check.id), ("classname", &class), ("time", "0")];
        let case = xml.create_element("testcase").with_attributes(attributes);
        if self.is_off(check) {
            case.write_inner_content(|xml| xml.create_element("skipped").write_empty().map(drop))?;
        } else if let Some(first) = failing.first() {
            let text = legal(&self.screen.text(&first.message));
            case.write_inner_content(|xml| {
                xml.create_element("failure")
                    .with_attributes([("message", text.as_str()), ("type", check.id)])
                    .write_text_content(BytesText::new(&self.lines(failing.iter().copied())))
                    .map(drop)
            })?;
        } else {
            case.write_empty()?;
        }
        Ok(())
    }

    fn is_off(&self, check: &Check) -> bool {
        self.checked.levels.of(check).is_none()
    }

    fn lines<'a>(&self, findings: impl Iterator<Item = &'a Finding>) -> String {
        let lines = findings
            .map(|finding| format!("{}: {}\n", finding.location, explained(finding, self.screen)));
        legal(&lines.collect::<String>())
    }
}

fn write_text(name: &str, text: &str, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// `text` with what XML 1.0 forbids, or a terminal would obey, replaced.
fn legal(text: &str) -> String {
    let is_layout = |c: char| matches!(c, '\n' | '\r' | '\t');
    let forbidden =
        |c: char| c.is_control() && !is_layout(c) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace(forbidden, "\u{fffd}")
}

/// `text` as XML Schema's token: no line ends, no doubled spaces.
fn token(text: &str) -> String {
    legal(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

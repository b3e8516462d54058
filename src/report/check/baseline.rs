//! Findings that were there before, so that only new ones fail.
//!
//! A file has a line for each kind of finding, sorted, so that two branches
//! merge. Three equal findings where two were known are one new one.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Finding, Location, Position};

/// The known findings, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline(BTreeMap<Known, usize>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    article: String,
    target: String,
    check: String,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
struct WireEntry {
    #[serde(flatten)]
    known: Known,
    count: usize,
}

/// What files of every version have.
#[derive(Deserialize)]
struct WireVersion {
    version: u64,
}

#[derive(Deserialize)]
struct WireBaseline {
    #[serde(rename = "version")]
    _version: u32,
    findings: Vec<WireEntry>,
}

const VERSION: u32 = 1;

impl Baseline {
    /// The findings of today, to be known tomorrow.
    pub fn of(findings: &[Finding]) -> Self {
        let mut counts = BTreeMap::new();
        for finding in findings {
            *counts.entry(known(finding)).or_default() += 1;
        }
        Self(counts)
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.0.values().sum()
    }

    /// Adds what `older` knows of articles, languages and checks that were not looked at now.
    ///
    /// `is_covered` tells for an article, a target language and a check whether they were.
    #[must_use]
    pub fn keeping(mut self, older: Self, is_covered: impl Fn(&str, &str, &str) -> bool) -> Self {
        let is_kept = |known: &Known| !is_covered(&known.article, &known.target, &known.check);
        self.0.extend(older.0.into_iter().filter(|(known, _)| is_kept(known)));
        self
    }

    /// The findings that are not known, in their order.
    pub fn new_findings(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut left = self.0.clone();
        let is_new = |finding: &Finding| match left.get_mut(&known(finding)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        findings.into_iter().filter(is_new).collect()
    }

    /// Reads a baseline's file, whose path is told where it is damaged.
    pub fn read(text: &str, path: &str) -> Result<Self> {
        let damaged =
            || Error::new(message!("error-baseline", path = path)).hint(message!("hint-baseline"));
        if let Ok(WireVersion { version }) = serde_json::from_str(text)
            && version != u64::from(VERSION)
        {
            let version = version.to_string();
            let message = message!("error-baseline-version", path = path, version = version);
            return Err(Error::new(message).hint(message!("hint-baseline-version")));
        }
        let wire: WireBaseline = serde_json::from_str(text).map_err(|fault| {
            let position = Position::new(fault.line().max(1), fault.column().max(1));
            let damaged = damaged().at(Location::at(path, position));
            match fault.classify() {
                Category::Eof => damaged.because(message!("error-cause-cut")),
                Category::Syntax => damaged.because(message!("error-cause-json")),
                Category::Data | Category::Io => damaged.because(message!("error-cause-baseline")),
            }
        })?;
        let mut counts = BTreeMap::new();
        for entry in wire.findings {
            let count: &mut usize = counts.entry(entry.known).or_default();
            *count = count.saturating_add(entry.count);
        }
        Ok(Self(counts))
    }

    /// Writes the baseline as [`Self::read`] reads it.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"version\": {VERSION}, \"findings\": [")?;
        for (index, (known, count)) in self.0.iter().enumerate() {
            out.write_all(if index > 0 { b",\n" } else { b"\n" })?;
            serde_json::to_writer(&mut *out, &WireEntry { known: known.clone(), count: *count })?;
        }
        writeln!(out, "\n]}}")
    }
}

fn known(finding: &Finding) -> Known {
    Known {
        article: finding.article.clone(),
        target: finding.target.clone(),
        check: finding.check.to_owned(),
        fingerprint: fingerprint(finding),
    }
}

/// A digest of what was found in which text; the same wherever the text stands.
pub fn fingerprint(finding: &Finding) -> String {
    let text = finding.source.as_ref().or(finding.surplus.and(finding.translation.as_ref()));
    let source = text.map(String::as_str).unwrap_or_default();
    let mut hasher = blake3::Hasher::new();
    for part in ["tolmach finding 1", finding.check, &finding.article, &finding.target, source] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    // What is said of a page as a whole is said of the page as it stands.
    hasher.update(finding.message.text_of("page").unwrap_or_default().as_bytes());
    hasher.finalize().to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::Baseline;
    use crate::checks::Levels;
    use crate::checks::testing::Sample;
    use crate::model::Finding;

    fn findings(lines: &str) -> Vec<Finding> {
        Sample::new(lines).findings(&Levels::default())
    }

    fn new(before: &str, after: &str) -> Vec<String> {
        let new = Baseline::of(&findings(before)).new_findings(findings(after));
        new.into_iter().map(|finding| finding.source.unwrap_or_default()).collect()
    }

    fn written(baseline: &Baseline) -> String {
        let mut out = Vec::new();
        baseline.write(&mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("JSON is UTF-8")
    }

    #[test]
    fn a_known_finding_is_not_new_wherever_it_moves() {
        let before = "missing: Новое.\ncurrent: Да. | Yes.";
        assert!(new(before, before).is_empty());
        assert!(new(before, "current: Да. | Yes.\nmissing: Новое.").is_empty());
        assert!(new(before, "current: Да. | Yes.").is_empty());
    }

    #[test]
    fn a_third_equal_finding_is_new() {
        let two = "missing: Новое.\nmissing: Новое.";
        assert_eq!(new(two, &format!("{two}\nmissing: Новое.")), ["Новое."]);
    }

    #[test]
    fn another_change_of_the_source_is_new() {
        let before = "stale critical 6: Было 5. -> Было 6. | There were 5.";
        let after = "stale critical 7: Было 5. -> Было 7. | There were 5.";
        assert_eq!(new(before, after), ["Было 7."]);
    }

    #[test]
    fn a_file_has_a_line_for_each_kind_of_finding() {
        let baseline = Baseline::of(&findings("missing: Б.\nmissing: А.\nmissing: Б."));
        assert_data_eq!(
            written(&baseline),
            str![[r#"
{"version": 1, "findings": [
{"article":"news","target":"en","check":"missing","fingerprint":"0be71b89a56e7bac","count":2},
{"article":"news","target":"en","check":"missing","fingerprint":"9f2c95707e7fe842","count":1}
]}

"#]]
        );
        assert_data_eq!(
            written(&Baseline::default()),
            str![[r#"
{"version": 1, "findings": [
]}

"#]]
        );
    }

    #[test]
    fn what_was_written_is_read_back() {
        for lines in ["", "missing: Б.\nmissing: А.\nunsealed: Б. | B."] {
            let baseline = Baseline::of(&findings(lines));
            assert_eq!(Baseline::read(&written(&baseline), "debt.json").unwrap(), baseline);
        }
    }

    #[test]
    fn what_was_not_looked_at_stays_known() {
        let older = Baseline::of(&findings("missing: А.\nunsealed: Б. | B."));
        let newer = || Baseline::of(&findings("missing: В."));
        let kept = |covered: &'static str| {
            newer().keeping(older.clone(), |_, _, check| check == covered).len()
        };
        assert_eq!((kept("missing"), kept("unsealed"), kept("")), (2, 2, 3));
        assert_eq!(newer().keeping(older.clone(), |_, _, _| true), newer());
    }

    #[test]
    fn a_damaged_file_is_an_error_with_its_place() {
        let conflict = "{\"version\": 1, \"findings\": [\n<<<<<<< HEAD\n]}\n";
        let error = Baseline::read(conflict, "debt.json").unwrap_err();
        assert_eq!(error.message.id, "error-baseline");
        assert_eq!(error.location.unwrap().to_string(), "debt.json:2:1");
        for later in ["{\"version\": 2, \"findings\": []}", "{\"version\": 2, \"debts\": {}}"] {
            let error = Baseline::read(later, "debt.json").unwrap_err();
            assert_eq!(error.message.id, "error-baseline-version");
        }
        assert!(Baseline::read("", "debt.json").is_err());
    }
}

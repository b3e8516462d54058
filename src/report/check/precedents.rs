//! Findings of an earlier state, so that only those that came since fail.
//!
//! A finding has a precedent only where it says the same of the same texts: the source, the
//! translation held and what that was made for. So a sentence edited once more is new.

use std::collections::HashMap;

use crate::model::{Finding, Severity};

/// Findings of an earlier state, counted.
#[derive(Debug, Default)]
pub struct Precedents(HashMap<Precedent, usize>);

#[derive(Debug, PartialEq, Eq, Hash)]
struct Precedent {
    check: &'static str,
    severity: Severity,
    article: String,
    target: String,
    texts: [Option<String>; 3],
    /// What was seen, such as how many segments wait.
    seen: String,
}

impl Precedents {
    /// The findings of an earlier state.
    pub fn of(findings: impl Iterator<Item = Finding>) -> Self {
        let mut counts = HashMap::new();
        for finding in findings {
            *counts.entry(precedent(&finding)).or_default() += 1;
        }
        Self(counts)
    }

    /// The findings that have none, in their order; a third equal one where two were is one.
    pub fn unprecedented(mut self, findings: Vec<Finding>) -> Vec<Finding> {
        let is_new = |finding: &Finding| match self.0.get_mut(&precedent(finding)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        findings.into_iter().filter(is_new).collect()
    }
}

fn precedent(finding: &Finding) -> Precedent {
    let texts = [&finding.source, &finding.translation, &finding.previous_source];
    Precedent {
        check: finding.check,
        severity: finding.severity,
        article: finding.article.clone(),
        target: finding.target.clone(),
        texts: texts.map(Clone::clone),
        seen: format!("{:?}", finding.message),
    }
}

#[cfg(test)]
mod tests {
    use super::Precedents;
    use crate::checks::Levels;
    use crate::checks::testing::Sample;

    fn new(before: &str, after: &str) -> Vec<String> {
        let findings = |lines: &str| Sample::new(lines).findings(&Levels::default());
        let new = Precedents::of(findings(before).into_iter()).unprecedented(findings(after));
        new.into_iter()
            .map(|one| format!("{}: {}", one.check, one.source.unwrap_or_default()))
            .collect()
    }

    #[test]
    fn only_what_says_the_same_of_the_same_texts_was_there_before() {
        let stale = "stale critical 6: Было 5. -> Было 6. | There were 5.";
        assert!(new(stale, &format!("current: Да. | Yes.\n{stale}")).is_empty());
        let edited = "stale critical 7: Было 5. -> Было 7. | There were 5.";
        assert_eq!(new(stale, edited), ["stale: Было 7."]);
        let translated = "stale critical 6: Было 5. -> Было 6. | Here were 5.";
        assert_eq!(new(stale, translated), ["stale: Было 6."]);
        let older = "stale critical 6: Было 4. -> Было 6. | There were 5.";
        assert_eq!(new(stale, older), ["stale: Было 6."]);
    }

    #[test]
    fn another_check_on_a_known_sentence_and_a_third_equal_finding_are_new() {
        let two = "missing: Новое.\nmissing: Новое.";
        assert_eq!(new(two, &format!("{two}\nmissing: Новое.")), ["missing: Новое."]);
        assert_eq!(new("draft: Да. | Yes.", "draft unsealed: Да. | Yes."), ["unsealed: Да."]);
    }
}

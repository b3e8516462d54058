//! An article is published in both languages, or in none.
//!
//! Off unless a workspace asks for it: many keep no pages beside their sources.

use super::front::is_set;
use super::{Check, Place, Run, Seen, Subject};
use crate::l10n::{Message, message};
use crate::model::{PageState, Severity};

/// How the check is listed and run.
pub const CHECK: Check =
    Check { is_off: true, ..Check::gate("both-languages", Severity::Error, Run::Article(run)) };

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let is_absent = subject.published.is_none_or(|page| page.state == PageState::Absent);
    let has_text = subject.document.segments.iter().any(|segment| !segment.is_value);
    let is_waiting = subject.embargo.is_some() || is_set(&subject.document.text, "draft");
    if !is_absent || !has_text || is_waiting {
        return Vec::new();
    }
    let message = message!("check-both-languages-one", path = subject.document_path);
    vec![(Place::Article, Seen::from(message).hint(hint))]
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-both-languages.hint", article = subject.argument())
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::Sample;
    use crate::checks::{Levels, Severity};

    #[test]
    fn an_article_without_its_page_is_told_where_a_workspace_asks() {
        let sample = Sample::new("current: Да, это так. | Yes, it is.");
        let asked = Levels::from_iter([(CHECK.id, Some(Severity::Error))]);
        assert_eq!(sample.findings(&asked).len(), 1);
        assert_eq!(sample.findings(&Levels::default()).len(), 0);
        assert_eq!(Sample::new("").findings(&asked).len(), 0);
    }
}

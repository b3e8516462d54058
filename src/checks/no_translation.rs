//! An article must have a catalog.
//!
//! One finding stands for all: nothing of the article can be translated yet.

use super::{Check, Place, Run, Seen, Subject};
use crate::l10n::message;
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("no-translation", Severity::Error, Run::Article(run));

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let texts = subject.document.segments.iter().filter(|segment| !segment.is_value).count();
    if subject.bitext.is_some() || texts == 0 {
        return Vec::new();
    }
    if let Some(path) = subject.behind {
        let message = message!("check-no-translation-moved", path = path);
        let hint = |_: &Subject<'_>| message!("check-no-translation-moved.hint");
        return vec![(Place::Article, Seen::from(message).hint(hint))];
    }
    let message = message!("check-no-translation-article", target = subject.target, count = texts);
    let hint =
        |subject: &Subject<'_>| message!("check-no-translation.hint", article = subject.argument());
    vec![(Place::Article, Seen::from(message).hint(hint))]
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::{Sample, all, findings};

    #[test]
    fn an_article_without_a_catalog_is_one_finding() {
        let sample = Sample::new("missing: Первое.\nmissing: Второе.").without_catalog();
        let expected = "error: The article has no translation into “en”: 2 segments wait for it.\n";
        assert_eq!(sample.check(&CHECK), expected);
        assert_eq!(sample.checks(), expected);
    }

    #[test]
    fn a_catalog_that_stayed_behind_is_named() {
        let sample = Sample::new("missing: Первое.").moved_from("articles/old/en.toml");
        let expected =
            "error: The article moved, and its catalog stayed behind: “articles/old/en.toml”.\n";
        assert_eq!(sample.check(&CHECK), expected);
    }

    #[test]
    fn an_article_with_a_catalog_or_without_texts_is_fine() {
        assert_eq!(findings(&CHECK, "missing: Первое."), "");
        assert_eq!(Sample::new("").without_catalog().check(&CHECK), "");
        assert_eq!(all(""), "");
    }
}

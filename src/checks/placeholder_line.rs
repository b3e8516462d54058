//! A template variable must not be left unresolved in the source.

use super::{Check, Place, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("placeholder-line", Severity::Warning, Run::Article(run));

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let lines = subject.document.placeholders.iter();
    lines.map(|span| (Place::Source(*span), seen(&subject.document.text, *span))).collect()
}

fn seen(text: &str, span: Span) -> Seen {
    let variable = excerpt(text[span.range()].trim());
    let message = message!("check-placeholder-line-variable", variable = variable);
    Seen::from(message)
        .hint(|subject| message!("check-placeholder-line.hint", path = subject.source_path))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn an_unresolved_variable_is_named() {
        let found = findings(&CHECK, "placeholder: $f_NewsTitle\ncurrent: Да. | Yes.");
        let expected = "warning: The line holds nothing but the unresolved template variable “$f_NewsTitle”.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn a_text_without_variables_is_fine() {
        assert_eq!(findings(&CHECK, "missing: Да."), "");
    }
}

//! Quotation marks of an English translation are English ones, and each closes.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("quotes", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.is_stale() {
        return Vec::new();
    }
    let found = see(&unit.source, &unit.target, subject.target);
    found.into_iter().map(|message| Seen::from(message).hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-quotes.hint", article = subject.argument())
}

fn see(source: &str, target: &str, language: &str) -> Option<Message> {
    if language.split('-').next() != Some("en") {
        return None;
    }
    let what = wrong(target)?;
    Some(message!("check-quotes-mark", source = excerpt(source), mark = what.to_string()))
}

/// A Russian mark around English words, or one without its other half.
fn wrong(text: &str) -> Option<char> {
    if text.contains('`') {
        return None;
    }
    if let Some(at) = text.find(['«', '„']) {
        let inner = text[at..].chars().nth(1);
        return inner.filter(char::is_ascii_alphabetic).and(text[at..].chars().next());
    }
    let opened = text.matches('“').count();
    let closed = text.matches('”').count();
    // A quotation that goes on over several sentences opens in one and closes in another.
    let is_odd = opened.abs_diff(closed) > 1;
    is_odd.then_some('“')
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_russian_mark_around_english_words_is_told() {
        for pair in [
            r#"Завод «Маяк». | The «Mayak» plant."#,
            r#"Завод «Маяк». | The “Mayak“ plant “here“."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn english_marks_and_quoted_russian_are_fine() {
        for pair in [
            r#"Завод «Маяк». | The “Mayak” plant."#,
            r#"Завод «Маяк». | The "Mayak" plant."#,
            r#"«Да. | “Yes."#,
            r#"Газета «Вести». | The newspaper «Вести»."#,
            r#"5 дюймов | 5" screen"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

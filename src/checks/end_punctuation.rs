//! The translation ends as its source does: with a question, an exclamation or a colon where that has one.

use super::{Check, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("end-punctuation", Severity::Warning, Run::Texts(see));

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    let [ours, theirs] = [source, target].map(ending);
    let is_told = ours != theirs && [ours, theirs].iter().any(|end| *end == '?' || *end == ':');
    let is_told = is_told || ours != ' ' && theirs == ' ' && is_sentence(source);
    if !is_told {
        return None;
    }
    let [ours, theirs] =
        [ours, theirs].map(|end| if end == ' ' { "–".to_owned() } else { end.to_string() });
    Some(message!(
        "check-end-punctuation-other",
        source = excerpt(source),
        old = ours,
        new = theirs
    ))
}

/// The mark that a text ends with, quotation marks, brackets and markup aside; a space where none.
fn ending(text: &str) -> char {
    let is_outer = |c: char| c.is_whitespace() || "»”“\"'’)]*_`".contains(c);
    let text = text.trim_end_matches(is_outer);
    // A stop may follow what is said: «Он спросил: „Кто там?“.»
    let said = text.trim_end_matches('.').trim_end_matches(is_outer);
    let text = if said.ends_with('?') { said } else { text };
    match text.chars().next_back() {
        Some('?') => '?',
        Some('!') if text.ends_with("?!") => '?',
        Some(':') => ':',
        Some('.' | '!' | '…' | ';' | ',') => '.',
        _ => ' ',
    }
}

/// Whether the text is long enough to be a sentence rather than a heading.
fn is_sentence(text: &str) -> bool {
    const WORDS: usize = 5;
    text.split_whitespace().count() >= WORDS
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn another_end_is_told() {
        for pair in [
            r#"Кто придёт? | He will come."#,
            r#"Мост через реку открыли в понедельник утром. | The bridge across the river was opened on Monday morning"#,
            r#"Список: | The list."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn the_same_end_and_marks_in_quotation_marks_are_fine() {
        for pair in [
            r#"Кто придёт? | Who will come?"#,
            r#"Ура! | Hurray."#,
            r#"Он сказал: «Да». | He said, “Yes.”"#,
            r#"Мост | Bridge"#,
            r#"Да ну?! | Really?"#,
            r#"Он спросил: «Кто там?». | He asked, “Who is there?”"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

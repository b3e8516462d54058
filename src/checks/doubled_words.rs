//! No word of the translation stands twice in a row by a slip.

use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::{Fix, Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("doubled-words", Severity::Warning, Run::Places(see)).example(
    "Следующая встреча намечена на сентябрь.",
    "The next meeting is planned for for September.",
    "The next meeting is planned for September.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    let Some(span) = doubled(texts.target) else { return Vec::new() };
    if doubled(texts.source).is_some() {
        return Vec::new();
    }
    let word = texts.target[span.range()].trim().to_owned();
    let source = excerpt(texts.source);
    let message = message!("check-doubled-words-twice", source = source, word = word.as_str());
    let seen = Seen::from(message).in_target(span);
    let is_safe = SAFE.contains(&word.as_str());
    vec![if is_safe { seen.fixed(Fix::new(span, "")) } else { seen }]
}

/// Words that may follow themselves.
const MAY: [&str; 7] = ["had", "that", "is", "very", "long", "vous", "nous"];

/// Small words that never follow themselves on purpose; a preposition may: "passed by by bus".
const SAFE: [&str; 9] = ["a", "an", "and", "its", "or", "our", "the", "their", "these"];

/// The second of two equal words, the first that is in small letters, with the space before it.
fn doubled(text: &str) -> Option<Span> {
    let mut before: Option<&str> = None;
    for word in text.split([' ', '\n', '\t']) {
        if word.is_empty() {
            continue;
        }
        let next = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_same = before.is_some_and(|word| is_word(word) && word.to_lowercase() == next);
        if is_same && next.starts_with(char::is_lowercase) && !MAY.contains(&next) {
            let first = before.unwrap_or_default().as_ptr() as usize - text.as_ptr() as usize;
            let start = first + before.map_or(0, str::len);
            let end = word.as_ptr() as usize - text.as_ptr() as usize + next.len();
            return Some(Span::new(start, end));
        }
        before = Some(word.trim_start_matches(|c: char| !c.is_alphanumeric()));
    }
    None
}

fn is_word(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && (word.chars().count() > 1 || word == "a")
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_word_said_twice_is_told() {
        for pair in
            [r#"Мост открыт. | The bridge is open and the the road."#, r#"В Туле. | In in Tula."#]
        {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn words_that_may_follow_themselves_are_fine() {
        for pair in [
            r#"Мост открыт. | The bridge is open."#,
            r#"Да, да. | Yes, yes."#,
            r#"Он знал. | He knew that that was so."#,
            r#"Пора-пора, нет нет. | No no."#,
            r#"В Баден-Бадене. | In Baden Baden."#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

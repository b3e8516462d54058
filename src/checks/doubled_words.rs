//! No word of the translation stands twice in a row by a slip.

use super::{Check, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("doubled-words", Severity::Warning, Run::Texts(see));

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    let word = doubled(target)?;
    if doubled(source).is_some() {
        return None;
    }
    Some(message!("check-doubled-words-twice", source = excerpt(source), word = word))
}

/// English words that may follow themselves.
const MAY: [&str; 5] = ["had", "that", "is", "very", "long"];

/// The first word in small letters that follows itself.
fn doubled(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find_map(|pair| {
        let is_word = pair[0].chars().all(char::is_alphabetic) && pair[0].chars().count() > 1;
        let next = pair[1].trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_small = next.starts_with(char::is_lowercase);
        let is_same = is_word && is_small && pair[0].to_lowercase() == next;
        (is_same && !MAY.contains(&next)).then(|| next.to_owned())
    })
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

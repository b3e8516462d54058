//! No word mixes Latin and Cyrillic letters that look alike.

use super::{Check, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;
use crate::text::scripts::{is_cyrillic, is_written_in_cyrillic, looks_latin};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("mixed-script", Severity::Warning, Run::Texts(see)).example(
    "Встречу вёл председатель АС.",
    "The meeting was chaired by the head of the СА.",
    "The meeting was chaired by the head of the CA.",
);

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, languages, .. } = *texts;
    // Most translations have no Cyrillic letter, and bytes tell.
    if !target.bytes().any(|byte| (0xd0..=0xd4).contains(&byte)) {
        return None;
    }
    let word = mixed(target, languages.target)?;
    if has_word(source, word) {
        return None;
    }
    Some(message!("check-mixed-script-word", source = excerpt(source), word = word))
}

/// Whether a word stands in the text as it is.
fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|other| other == word)
}

/// The first word that has letters of both scripts, or, where the language is written in Latin
/// letters, Cyrillic ones alone that all look Latin.
fn mixed<'t>(text: &'t str, language: &str) -> Option<&'t str> {
    let is_disguised = |word: &str| !is_written_in_cyrillic(language) && looks_latin(word);
    text.split(|c: char| !c.is_alphanumeric())
        .find(|word| has_both_scripts(word) || is_disguised(word))
}

fn has_both_scripts(word: &str) -> bool {
    word.contains(is_cyrillic) && word.contains(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{CHECK, mixed};
    use crate::checks::testing::findings;

    #[test]
    fn a_word_of_two_scripts_is_told() {
        for pair in [
            r#"Совет одобрил. | The Сouncil approved."#,
            r#"Часть АС воздержалась. | Some СА abstained."#,
            r#"Мост. | The bridgе."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn whole_words_of_one_script_are_fine() {
        for pair in [
            r#"Совет. | The council."#,
            r#"Ту-154 | Tu-154"#,
            r#"Театр «МХТ». | The «МХТ» theatre."#,
            r#"Файл aб. | The file aб."#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn words_that_look_latin_are_fine_where_the_language_is_cyrillic() {
        for text in ["На то и совет.", "Веса", "Во всём ТЕКСТЕ"] {
            assert_eq!(mixed(text, "ru"), None, "{text}");
            assert_eq!(mixed(text, "uk-UA"), None, "{text}");
        }
        assert_eq!(mixed("Some СА abstained.", "en-GB"), Some("СА"));
        assert_eq!(mixed("Сoвет", "ru"), Some("Сoвет"));
    }
}

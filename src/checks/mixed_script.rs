//! No word mixes Latin and Cyrillic letters that look alike.

use super::{Check, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;
use crate::text::scripts::{is_cyrillic, looks_latin};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("mixed-script", Severity::Warning, Run::Texts(see));

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    // Most translations have no Cyrillic letter, and bytes tell.
    if !target.bytes().any(|byte| (0xd0..=0xd4).contains(&byte)) {
        return None;
    }
    let word = mixed(target)?;
    if has_word(source, word) {
        return None;
    }
    Some(message!("check-mixed-script-word", source = excerpt(source), word = word))
}

/// Whether a word stands in the text as it is.
fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|other| other == word)
}

/// The first word that has letters of both scripts, or Cyrillic ones alone that all look Latin.
fn mixed(text: &str) -> Option<&str> {
    let is_part = |c: char| !c.is_alphanumeric();
    text.split(is_part).find(|word| {
        let is_latin = |c: char| c.is_ascii_alphabetic();
        word.contains(is_cyrillic) && word.contains(is_latin) || looks_latin(word)
    })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
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
}

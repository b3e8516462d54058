//! No word mixes Latin and Cyrillic letters that look alike.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::scripts::is_cyrillic;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("mixed-script", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, _: &Subject<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.is_stale() {
        return Vec::new();
    }
    let found = see(&unit.source, &unit.target);
    found.into_iter().map(|message| Seen::from(message).hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-mixed-script.hint", article = subject.argument())
}

fn see(source: &str, target: &str) -> Option<Message> {
    // Most translations have no Cyrillic letter, and bytes tell.
    if !target.bytes().any(|byte| (0xd0..=0xd4).contains(&byte)) {
        return None;
    }
    let word = mixed(target)?;
    if source.contains(word) {
        return None;
    }
    Some(message!("check-mixed-script-word", source = excerpt(source), word = word))
}

/// The first word that has letters of both scripts, code and addresses aside.
fn mixed(text: &str) -> Option<&str> {
    let is_part = |c: char| !c.is_alphanumeric();
    text.split(is_part).find(|word| {
        let is_latin = |c: char| c.is_ascii_alphabetic();
        word.contains(is_cyrillic) && word.contains(is_latin)
    })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_word_of_two_scripts_is_told() {
        for pair in [r#"Совет одобрил. | The Сouncil approved."#, r#"Мост. | The bridgе."#]
        {
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

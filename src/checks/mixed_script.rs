//! No word mixes Latin and Cyrillic letters that look alike.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::figures::Languages;
use crate::text::scripts::{is_cyrillic, is_twin, is_written_in_cyrillic, looks_latin};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("mixed-script", Severity::Warning, Run::Unit(run)).example(
    "Встречу вёл председатель АС.",
    "The meeting was chaired by the head of the СА.",
    "The meeting was chaired by the head of the CA.",
);

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let languages = subject.languages();
    // What is written so on both sides is meant.
    let own =
        disguised(&unit.source, languages.source).filter(|word| !has_word(&unit.target, word));
    let own = own.map(|word| {
        message!("check-mixed-script-source", source = excerpt(&unit.source), word = word)
    });
    let is_held = !unit.is_missing() && !unit.is_stale();
    let other = is_held.then(|| see(&unit.source, &unit.target, languages)).flatten();
    own.into_iter().chain(other).map(|message| Seen::from(message).hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-usual-hint", article = subject.argument(), check = CHECK.id)
}

fn see(source: &str, target: &str, languages: Languages<'_>) -> Option<Message> {
    // Most translations have no Cyrillic, Greek or phonetic letter, and bytes tell.
    if !target.bytes().any(|byte| matches!(byte, 0xc9 | 0xca | 0xce..=0xd4)) {
        return None;
    }
    let word = mixed(target, languages.target).filter(|word| !has_word(source, word));
    let word = word.or_else(|| glued(target))?;
    Some(message!("check-mixed-script-word", source = excerpt(source), word = word))
}

/// Latin letters that look like Cyrillic ones.
const ALIKE: &str = "aceopxyABCEHKMOPTXY";

/// A word of a Cyrillic source with Latin letters in it that all look Cyrillic, or, among Cyrillic words, of
/// one such letter alone: no search finds it, and no memory.
fn disguised<'t>(text: &'t str, language: &str) -> Option<&'t str> {
    if !is_written_in_cyrillic(language) || !text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut parts = text.split(|c: char| !c.is_alphanumeric());
    if let Some(word) = parts.find(|word| is_hidden(word)) {
        return Some(word);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find(|at| is_preposition(&words, *at)).map(|at| words[at])
}

/// Whether a Cyrillic word has Latin letters, and no more of them than Cyrillic ones: an abbreviation with a
/// Russian ending has more, for a reason.
fn is_hidden(word: &str) -> bool {
    let latin: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    has_both_scripts(word)
        && latin.len() * 2 <= word.chars().count()
        && latin.chars().all(|c| ALIKE.contains(c))
}

/// Whether a Latin letter stands for a Russian preposition: «Буду c подарками», or as the first word.
fn is_preposition(words: &[&str], at: usize) -> bool {
    let forms = if at == 0 { "OBKCA" } else { "oack" };
    let is_free = at == 0 || words[at - 1].ends_with(is_cyrillic);
    let is_one = words[at].len() == 1 && forms.contains(words[at]);
    is_free && is_one && words.get(at + 1).is_some_and(|word| is_cyrillic_word(word))
}

/// Whether it is a word of some Cyrillic letters, no abbreviation.
fn is_cyrillic_word(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut rest = letters.chars().skip(1);
    letters.chars().count() > 2
        && letters.starts_with(is_cyrillic)
        && rest.all(|c| is_cyrillic(c) && c.is_lowercase())
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

/// A word joined by hyphens of which one part is Latin and another Cyrillic letters that look Latin: "Zarya-М".
fn glued(target: &str) -> Option<&str> {
    target.split(|c: char| !c.is_alphanumeric() && c != '-').find(|word| {
        let mut parts = word.split('-');
        word.contains('-') && parts.clone().any(is_latin) && parts.any(are_twins)
    })
}

fn is_latin(part: &str) -> bool {
    part.len() > 2 && part.chars().all(|c| c.is_ascii_alphanumeric())
}

fn are_twins(part: &str) -> bool {
    !part.is_empty() && part.chars().all(is_twin)
}

/// Letters of other scripts that readers take for Latin ones; those that stand for units and sizes are none of them.
const STRANGERS: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοορϲıɑɡɩɪʏʟʜɴʀ";

fn has_both_scripts(word: &str) -> bool {
    let is_other = |c: char| is_cyrillic(c) || STRANGERS.contains(c);
    word.contains(is_other) && word.contains(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{CHECK, disguised, mixed};
    use crate::checks::testing::findings;

    #[test]
    fn a_word_of_two_scripts_is_told() {
        for pair in [
            r#"Совет одобрил. | The Сouncil approved."#,
            r#"Часть АС воздержалась. | Some СА abstained."#,
            r#"Мост. | The bridgе."#,
            r#"Аппарат «Заря-М» готов. | The Zarya-М spacecraft is ready."#,
            r#"Выборг. | Vyborɡ."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn a_disguised_word_of_the_source_is_told_without_a_translation() {
        for text in ["Совет oдобрил план.", "Приедут c детьми.", "B саду тихо.", "Книга прo море."]
        {
            assert_ne!(findings(&CHECK, &format!("missing: {text}")), "", "{text}");
        }
        for text in [
            "Пришёл IT-специалист с SIM-картой.",
            "Группа A выиграла.",
            "Витамин C полезен.",
            "План B готов.",
            "SMMщик и VIPы.",
            "Ось x и ось y.",
            "ATMы не работают.",
        ] {
            assert_eq!(disguised(text, "ru"), None, "{text}");
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

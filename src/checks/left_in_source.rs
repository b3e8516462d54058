//! A translation must not be the source text over again.
//!
//! Names and numbers may stay as they are; a sentence, or letters that are mostly
//! Cyrillic where the target language has others, may not.

use super::{Check, Run, Seen, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Unit};
use crate::text::scripts::{is_cyrillic, is_written_in_cyrillic};

pub const CHECK: Check =
    Check { id: "left-in-source", severity: Severity::Error, run: Run::Translation(run) };

fn run(unit: &Unit<'_>, language: &str) -> Vec<Seen> {
    let left = is_left(&unit.source, &unit.target, language);
    left.then(|| seen(unit)).into_iter().collect()
}

fn seen(unit: &Unit<'_>) -> Seen {
    let message = message!("check-left-in-source-segment", source = excerpt(&unit.source));
    Seen::from(message)
        .hint(|subject| message!("check-left-in-source.hint", article = subject.argument()))
}

fn is_left(source: &str, target: &str, language: &str) -> bool {
    let letters = target.chars().filter(|letter| letter.is_alphabetic());
    let (cyrillic, other): (Vec<char>, Vec<char>) =
        letters.partition(|letter| is_cyrillic(*letter));
    let is_foreign = !is_written_in_cyrillic(language) && cyrillic.len() > other.len();
    is_foreign || source.trim() == target.trim() && has_sentence(source)
}

/// Whether there are more words in lower case than a name has.
fn has_sentence(text: &str) -> bool {
    text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count() > 3
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_sentence_left_in_russian_is_named() {
        let found = findings(&CHECK, "current: Связь есть. | Связь есть now.");
        assert_eq!(
            found,
            "error: The translation of “Связь есть” is still in the source language.\n"
        );
    }

    #[test]
    fn one_script_needs_a_whole_sentence_to_tell() {
        let sentence = "the house is very old and big.";
        assert_ne!(findings(&CHECK, &format!("current: {sentence} | {sentence}")), "");
        assert_eq!(findings(&CHECK, "current: Deutsche Bahn | Deutsche Bahn"), "");
    }

    #[test]
    fn names_and_numbers_may_stay() {
        assert_eq!(
            findings(&CHECK, "current: PayPal | PayPal\ncurrent: 23.12.2024 | 23.12.2024"),
            ""
        );
        assert_eq!(findings(&CHECK, "current: Сайт премия.рф. | The site премия.рф is open."), "");
        assert_eq!(findings(&CHECK, "missing: Связь есть."), "");
    }
}

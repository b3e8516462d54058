//! A capital letter and a stop: an initial with its name beside it, or the end of a sentence.

use super::abbreviation::{LastWord, word_before};
use super::characters::before;
use super::opening::{First, SentenceOpening};
use super::rules::{SentenceRules, Traits};

/// Whether a sentence ends after the capital letter `word`, although what follows is no opener.
///
/// It does in `5 G. Out`, `Ту-154М. Он`, `Plan B. Critics` and after `Сидоров П. К.`
pub fn end(
    text: &str,
    word: &LastWord<'_>,
    opening: &SentenceOpening<'_>,
    rules: &SentenceRules,
) -> bool {
    let start = word.start();
    let counted = word.written().is_ascii() && word.follows_number(start);
    let is_glued = before(text, start).is_some_and(char::is_numeric);
    counted || is_glued || is_lettered(&text[..start], rules) || {
        let First::Capital(next) = opening.first else { return false };
        let follows = surname(text, start).is_some_and(|name| rules.is_surname(name));
        follows && !opening.is_initial && next.chars().nth(1).is_some() && !rules.is_surname(next)
    }
}

/// Whether the text ends in a word that makes a name with a letter: `Группа`.
fn is_lettered(text: &str, rules: &SentenceRules) -> bool {
    let word = word_before(text);
    !word.is_empty() && rules.first_word(&word.to_lowercase()).has(Traits::LETTERED)
}

/// The capitalised word before two initials, the second of which begins at `start`.
fn surname(text: &str, start: usize) -> Option<&str> {
    let rest = text[..start].trim_end().strip_suffix('.')?;
    // A space may stand before the stop: «Сидоров П . К.»
    let initial = LastWord::before(rest, rest.len());
    let name = word_before(&rest[..initial.start()]);
    (initial.is_initial() && name.starts_with(char::is_uppercase)).then_some(name)
}

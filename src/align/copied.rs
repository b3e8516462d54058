//! Text that is the same on both sides: left in the source language, or right in both.

use super::tokens::Tokenizer;
use crate::text::scripts::is_cyrillic;

/// Whether a translation is the source text over again, or mostly in the source's script.
pub fn is_left_in_source(source: &str, target: &str, from: &Tokenizer, into: &Tokenizer) -> bool {
    if from.is_cyrillic() != into.is_cyrillic() {
        let letters = target.chars().filter(|letter| letter.is_alphabetic());
        let (mut own, mut foreign) = (0_usize, 0_usize);
        for letter in letters {
            if is_cyrillic(letter) == from.is_cyrillic() { foreign += 1 } else { own += 1 }
        }
        // A translation into Cyrillic may well hold a Latin name and little else.
        let is_same = source.trim() == target.trim();
        return foreign > own && (from.is_cyrillic() || is_same && has_sentence(source));
    }
    source.trim() == target.trim() && has_sentence(source)
}

/// Whether both sides are one text that needs no translation: a code, a number, an address.
pub fn is_the_same(source: &str, target: &str, from: &Tokenizer) -> bool {
    let source = source.trim();
    if source != target.trim() || source.is_empty() {
        return false;
    }
    if from.is_cyrillic() {
        return !source.chars().any(is_cyrillic);
    }
    !source.split_whitespace().any(is_plain)
}

/// A plain word may mean something else in the other language.
fn is_plain(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && word.chars().skip(1).any(char::is_lowercase)
}

/// Whether there are more words in lower case than a name has.
fn has_sentence(text: &str) -> bool {
    let words = text.split_whitespace();
    words.filter(|word| word.starts_with(char::is_lowercase)).count() > 3
}

#[cfg(test)]
mod tests {
    use super::is_the_same;
    use crate::align::tokens::Tokenizer;

    #[test]
    fn what_needs_no_translation_is_known() {
        let russian = Tokenizer::new("ru", "en");
        for text in ["CORE", "1", "`sds-replicated-volume`", "https://example.org/a", "+7 495 1"] {
            assert!(is_the_same(text, text, &russian), "{text}");
        }
        assert!(!is_the_same("Тур", "Тур", &russian));
        assert!(!is_the_same("1", "2", &russian));
        let english = Tokenizer::new("en", "ru");
        assert!(is_the_same("CORE", "CORE", &english));
        assert!(!is_the_same("Close", "Close", &english));
    }
}

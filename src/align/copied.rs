//! Text that was left in the source language.

use super::tokens::Tongue;
use crate::text::scripts::is_cyrillic;

/// Whether a translation is the source text over again, or mostly in the source's script.
pub fn is_left_in_source(source: &str, target: &str, (from, into): (&Tongue, &Tongue)) -> bool {
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

/// Whether there are more words in lower case than a name has.
fn has_sentence(text: &str) -> bool {
    let words = text.split_whitespace();
    words.filter(|word| word.starts_with(char::is_lowercase)).count() > 3
}

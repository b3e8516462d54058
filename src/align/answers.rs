//! Which word of a translation may be a word of the source: by its sound, its meaning, or what was learnt.

use super::Lexicon;
use super::sounds::{likeness, sounds};
use super::tokens::WordToken;
use super::tokens::{Sort, Tokenizer};
use super::touched::{is_learnt, means_the_same};
use super::vocabulary::meanings;

/// What words of a pair of languages are compared by.
pub struct Answers<'a> {
    lexicon: &'a Lexicon,
    from: Tokenizer,
    into: Tokenizer,
}

/// From here on two words sound alike.
const ALIKE: f64 = 0.7;

impl<'a> Answers<'a> {
    /// Compares by what a lexicon knows.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        let (from, into) = lexicon.tongues();
        Self { lexicon, from, into }
    }

    /// Whether a word of the translation may be this word of the source.
    pub fn is(&self, source: &str, target: &str) -> bool {
        if Self::sound_alike(source, target) {
            return true;
        }
        let Some(one) = word(&self.from, source) else { return false };
        let Some(other) = word(&self.into, target) else { return false };
        means_the_same(&one, &other, &self.from, &self.into)
            || is_learnt(&one, &other, self.lexicon)
    }

    /// Whether a name may be another one in the other script.
    pub fn sound_alike(source: &str, target: &str) -> bool {
        likeness(&sounds(source), &sounds(target)) >= ALIKE
    }

    /// Whether two words of the translation share a meaning.
    pub fn are_one(&self, one: &str, other: &str) -> bool {
        let first = known(one, &self.into);
        known(other, &self.into).iter().any(|meaning| first.contains(meaning))
    }

    /// Whether the vocabulary has both a word of the source and one of the translation.
    pub fn are_known(&self, source: &str, target: &str) -> bool {
        !known(source, &self.from).is_empty() && !known(target, &self.into).is_empty()
    }
}

fn word(tongue: &Tokenizer, word: &str) -> Option<WordToken> {
    tongue.tokens(word).into_iter().next().filter(|token| token.sort == Sort::Word)
}

/// The meanings that the vocabulary has of a word.
fn known(word: &str, tongue: &Tokenizer) -> Vec<u32> {
    let token = tongue.tokens(word).into_iter().next();
    token.map_or_else(Vec::new, |token| meanings(&token, tongue))
}

#[cfg(test)]
mod tests {
    use super::Answers;
    use crate::align::Lexicon;

    #[test]
    fn names_answer_by_their_sound_and_words_by_their_meaning() {
        let lexicon = Lexicon::empty("ru", "en");
        let answers = Answers::new(&lexicon);
        assert!(answers.is("Петрову", "Petrov") && answers.is("совет", "council"));
        assert!(!answers.is("Петров", "Sidorov") && !answers.is("совет", "Petrov"));
    }
}

//! No dictionary: the program was built without the feature `morphology`.

use super::{Citation, Sense, WordForm};

/// Whether there is a dictionary at all.
pub const IS_BUILT_IN: bool = false;

/// Whether the form is in the dictionary.
pub fn is_known(_word: &str) -> bool {
    false
}

/// What the form may be a form of.
pub fn senses(_word: &str) -> Vec<Sense> {
    Vec::new()
}

/// The words of a name in the nominative.
pub fn nominative(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Every form of the words that the form may be of.
pub fn forms(_word: &str, _citation: Citation) -> Vec<WordForm> {
    Vec::new()
}

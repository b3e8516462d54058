//! Who said what stands in quotation marks: `"Really?" Smith asked.`

use super::rules::{SentenceRules, Traits};

/// Names and titles that may stand before the word of speech.
const LONGEST: usize = 5;

/// Whether the end of a sentence closes a quotation.
pub fn is_closed(end: &str) -> bool {
    end.contains(['"', '\'', '”', '’', '»'])
}

/// Whether `text` begins with a name and a word of speech.
pub fn begins(text: &str, rules: &SentenceRules) -> bool {
    for word in text.split_whitespace().take(LONGEST) {
        let bare = word.trim_end_matches([',', '.', ':']);
        if rules.first_word(bare).has(Traits::SPEECH) {
            return true;
        }
        let is_title = || {
            let (any, capital) = rules.abbreviations.find(&bare.to_lowercase());
            any.with(capital).has(Traits::NEVER_LAST)
        };
        let is_name = word.starts_with(char::is_uppercase) && (bare == word || is_title());
        if !is_name {
            return false;
        }
    }
    false
}

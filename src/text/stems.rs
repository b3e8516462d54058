//! Words without their inflection, by the Snowball algorithms.

use std::borrow::Cow;
use std::hash::Hasher as _;
use std::sync::{Arc, Mutex, PoisonError};

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHasher};

use super::vocabulary::plain;
use super::words::is_mark;

/// Gives the stems of one language's words; clones share what they found.
#[derive(Clone)]
pub struct Stems(Arc<Shared>);

struct Shared {
    stemmer: Option<Stemmer>,
    /// Stems found before, as texts repeat their words.
    known: Mutex<FxHashMap<Box<str>, Stem>>,
}

impl Stems {
    /// Stems for the language with this primary subtag; without rules for it, a word is its own stem.
    pub fn new(language: &str) -> Self {
        let algorithm = match language {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "en" => Algorithm::English,
            "es" => Algorithm::Spanish,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "nl" => Algorithm::Dutch,
            "no" | "nb" | "nn" => Algorithm::Norwegian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            _ => return Self::by(None),
        };
        Self::by(Some(Stemmer::create(algorithm)))
    }

    fn by(stemmer: Option<Stemmer>) -> Self {
        Self(Arc::new(Shared { stemmer, known: Mutex::default() }))
    }

    /// The stem of `word` in lower case, with е for ё.
    pub fn stem(&self, word: &str) -> Arc<str> {
        self.with(word, |stem| Arc::clone(&stem.text))
    }

    /// A hash of that stem, and its letters.
    pub fn digest(&self, word: &str) -> (u64, usize) {
        self.with(word, |stem| (stem.hash, stem.letters))
    }

    fn with<T>(&self, word: &str, pass: impl Fn(&Stem) -> T) -> T {
        // What is kept stays whole, whatever stopped somebody who held it.
        let mut known = self.0.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stem) = known.get(word) {
            return pass(stem);
        }
        let stem = self.read(word);
        let found = pass(&stem);
        if known.len() < MEMORY {
            known.insert(word.into(), stem);
        }
        found
    }

    fn read(&self, word: &str) -> Stem {
        let form = normal(word);
        let text: Arc<str> = match &self.0.stemmer {
            Some(stemmer) if form.len() <= LONGEST => stemmer.stem(&form).into(),
            _ => form.into(),
        };
        Stem { hash: hash(&text), letters: text.chars().count(), text }
    }
}

/// What a word in `language` with this stem begins with, one of these: rules change the end of a stem, too.
pub fn beginnings(stem: &str, language: &str) -> Vec<String> {
    if language != "en" {
        return vec![stem.to_owned()];
    }
    // "make" of "making", "citi" of "city", "capabl" of "capability".
    let shorter = stem.strip_suffix("bl").map(|rest| format!("{rest}b"));
    let shorter = shorter.or_else(|| stem.strip_suffix(['e', 'i', 'y']).map(str::to_owned));
    let mut found = vec![shorter.unwrap_or_else(|| stem.to_owned())];
    // "die" of "dying".
    found.extend(
        stem.strip_suffix("ie").filter(|rest| rest.len() == 1).map(|rest| format!("{rest}y")),
    );
    found
}

/// A stem and what comparison asks of it.
struct Stem {
    text: Arc<str>,
    hash: u64,
    letters: usize,
}

/// A hash by which words and stems are compared.
pub fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// How many words are kept.
const MEMORY: usize = 20_000;
/// Bytes of the longest word that is worth stemming; the algorithms are not linear.
const LONGEST: usize = 200;

/// The word in lower case with е for ё and nothing invisible in it.
pub fn normal(word: &str) -> Cow<'_, str> {
    let word = plain(word);
    let may_hold_marks = word.bytes().any(|byte| matches!(byte, 0xc2 | 0xcc | 0xcd | 0xe2));
    if may_hold_marks && word.contains(is_mark) {
        return word.chars().filter(|c| !is_mark(*c)).collect();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{Stems, beginnings, normal};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_begins_as_its_stem_says(
            root in "[a-z]{1,5}|cit|capab|di|ly|hop|tr|agenc|sk|real|nation|us|ic|earl",
            end in "|s|es|ed|ing|y|ies|ied|ying|ly|ily|ity|ility|ation|ational|ization|izer|ness|ful|fulness|ency|ably|e|er|ical|icate",
        ) {
            let word = format!("{root}{end}");
            let begins = beginnings(&Stems::new("en").stem(&word), "en");
            prop_assert!(begins.iter().any(|one| word.starts_with(&**one)), "{word}: {begins:?}");
        }

        #[test]
        fn a_russian_word_begins_with_its_stem(word in "[а-яё]{1,12}") {
            let stem = Stems::new("ru").stem(&word);
            prop_assert!(normal(&word).starts_with(&*stem), "{word}: {stem}");
        }
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        let russian = Stems::new("ru");
        assert_eq!(russian.stem("Мероприятия"), russian.stem("мероприятием"));
        assert_eq!(russian.stem("учёный"), russian.stem("ученого"));
        assert_eq!(&*Stems::new("en").stem("meetings"), "meet");
        assert_eq!(&*Stems::new("kk").stem("Кеңес"), "кеңес");
    }
}

//! Words without their inflection, by the Snowball algorithms.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::vocabulary::plain;
use super::words::is_mark;

/// Gives the stems of one language's words.
pub struct Stems {
    stemmer: Option<Stemmer>,
    /// Stems found before, as texts repeat their words.
    known: RefCell<FxHashMap<Box<str>, Arc<str>>>,
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
            _ => return Self { stemmer: None, known: RefCell::default() },
        };
        Self { stemmer: Some(Stemmer::create(algorithm)), known: RefCell::default() }
    }

    /// The stem of `word` in lower case, with е for ё.
    pub fn stem(&self, word: &str) -> Arc<str> {
        if let Some(stem) = self.known.borrow().get(word) {
            return Arc::clone(stem);
        }
        let form = normal(word);
        let stem: Arc<str> = match &self.stemmer {
            Some(stemmer) if form.len() <= LONGEST => stemmer.stem(&form).into(),
            _ => form.into(),
        };
        let mut known = self.known.borrow_mut();
        if known.len() < MEMORY {
            known.insert(word.into(), Arc::clone(&stem));
        }
        stem
    }
}

/// How many words are kept.
const MEMORY: usize = 50_000;
/// Bytes of the longest word that is worth stemming; the algorithms are not linear.
const LONGEST: usize = 200;

/// The word in lower case with е for ё and nothing invisible in it.
pub fn normal(word: &str) -> Cow<'_, str> {
    let word = plain(word);
    if word.contains(is_mark) {
        return word.chars().filter(|c| !is_mark(*c)).collect();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn inflected_forms_share_a_stem() {
        let russian = Stems::new("ru");
        assert_eq!(russian.stem("Мероприятия"), russian.stem("мероприятием"));
        assert_eq!(russian.stem("учёный"), russian.stem("ученого"));
        assert_eq!(&*Stems::new("en").stem("meetings"), "meet");
        assert_eq!(&*Stems::new("kk").stem("Кеңес"), "кеңес");
    }
}

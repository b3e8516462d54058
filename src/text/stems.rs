//! Words without their inflection, by the Snowball algorithms.

use rust_stemmers::{Algorithm, Stemmer};

use super::vocabulary::plain;
use super::words::is_mark;

/// Gives the stems of one language's words.
pub struct Stems {
    stemmer: Option<Stemmer>,
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
            _ => return Self { stemmer: None },
        };
        Self { stemmer: Some(Stemmer::create(algorithm)) }
    }

    /// The stem of `word` in lower case, with е for ё.
    pub fn stem(&self, word: &str) -> String {
        let word = normal(word);
        match &self.stemmer {
            Some(stemmer) if word.len() <= LONGEST => stemmer.stem(&word).into_owned(),
            _ => word,
        }
    }
}

/// Bytes of the longest word that is worth stemming; the algorithms are not linear.
const LONGEST: usize = 200;

/// The word in lower case with е for ё and nothing invisible in it.
pub fn normal(word: &str) -> String {
    let word = plain(word);
    if word.contains(is_mark) {
        return word.chars().filter(|c| !is_mark(*c)).collect();
    }
    word.into_owned()
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn inflected_forms_share_a_stem() {
        let russian = Stems::new("ru");
        assert_eq!(russian.stem("Мероприятия"), russian.stem("мероприятием"));
        assert_eq!(russian.stem("учёный"), russian.stem("ученого"));
        assert_eq!(Stems::new("en").stem("meetings"), "meet");
        assert_eq!(Stems::new("kk").stem("Кеңес"), "кеңес");
    }
}

//! Pure functions on strings.

pub mod base_64;
pub mod dates;
pub mod distance;
pub mod facts;
pub mod figures;
pub mod fold;
pub mod grams;
pub mod guess;
pub mod heaviest;
pub mod hidden;
pub mod languages;
#[allow(dead_code, reason = "the check of names, which asks for more than terms do, comes next")]
pub mod lemmas;
pub mod lexicon;
pub mod markup;
pub mod names;
pub mod news;
pub mod numbers;
pub mod printable;
pub mod readings;
pub mod scripts;
pub mod sentences;
pub mod shell;
pub mod similarity;
pub mod speech;
pub mod spelling;
pub mod stems;
pub mod struck;
pub mod transliteration;
pub mod typography;
pub mod values;
pub mod vocabulary;
pub mod words;

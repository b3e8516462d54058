//! Abbreviations of capitals, with what is added to them in small letters.

use super::{Grammar, WordForm};

/// What is added: `ЦУРов`, `ICTs`.
const ENDINGS: [&str; 13] = ["", "s", "а", "у", "е", "ы", "и", "ом", "ов", "ам", "ами", "ах", "ой"];

/// An abbreviation as it stands, without what is added to it, and with what may be.
pub fn abbreviation_forms(word: &str) -> Vec<WordForm> {
    let form = |text: String| WordForm { text, grammar: Grammar::ANY };
    let stem = word.trim_end_matches(char::is_lowercase);
    let is_plain = stem.chars().all(|c| c.is_uppercase() || c.is_numeric());
    let mut forms = vec![form(word.to_owned())];
    if is_plain && stem.chars().count() >= 2 {
        let is_latin = stem.is_ascii();
        let fits = |end: &&&str| end.is_empty() || end.is_ascii() == is_latin;
        forms.extend(ENDINGS.iter().filter(fits).map(|end| form(format!("{stem}{end}"))));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::abbreviation_forms;

    #[test]
    fn letters_are_added_to_capitals_only() {
        let has = |word: &str, form: &str| {
            abbreviation_forms(word).iter().any(|known| known.text == form)
        };
        assert!(has("ICTs", "ICT") && has("ICT", "ICTs") && has("ЦУР", "ЦУРов"));
        assert!(!has("ЦУР", "ЦУРs") && !has("РосТех", "РосТеха") && has("РосТех", "РосТех"));
    }
}

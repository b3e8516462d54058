//! Which script a letter belongs to and a language is written in.

const CYRILLIC_LANGUAGES: [&str; 11] =
    ["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"];

/// Whether a letter is Cyrillic.
pub fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// Whether the language of a tag such as `ru-RU` is written in Cyrillic.
pub fn is_written_in_cyrillic(tag: &str) -> bool {
    CYRILLIC_LANGUAGES.contains(&primary(tag).as_str())
}

/// The language of a tag such as `en-GB`.
pub fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

/// Whether a word of several letters is written in Cyrillic ones that look as Latin ones do.
pub fn looks_latin(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(is_twin)
}

/// Whether a letter is a Cyrillic one that looks as a Latin one does.
pub fn is_twin(letter: char) -> bool {
    "АВЕКМНОРСТУХаеорсух".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::is_written_in_cyrillic;

    #[test]
    fn the_primary_language_tells_the_script() {
        assert!(is_written_in_cyrillic("ru-RU"));
        assert!(!is_written_in_cyrillic("en"));
    }
}

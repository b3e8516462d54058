//! Words for languages in paths: tags and names.

/// Languages with a tag of two letters (ISO 639-1), as sites name them.
const TWO_LETTERS: &str = include_str!("languages.rules");

/// Names of languages as folders have them.
const NAMES: [(&str, &str); 26] = [
    ("arabic", "ar"),
    ("armenian", "hy"),
    ("belarusian", "be"),
    ("chinese", "zh"),
    ("deutsch", "de"),
    ("eng", "en"),
    ("english", "en"),
    ("espanol", "es"),
    ("fra", "fr"),
    ("french", "fr"),
    ("ger", "de"),
    ("german", "de"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("kaz", "kk"),
    ("kazakh", "kk"),
    ("korean", "ko"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("rus", "ru"),
    ("russian", "ru"),
    ("russkij", "ru"),
    ("spa", "es"),
    ("spanish", "es"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
];

/// Whether a word is a language's tag: two letters that name one, with a region or a script if any.
pub fn is_tag(word: &str) -> bool {
    let mut parts = word.split('-');
    let language = parts.next().unwrap_or_default();
    let is_rest = |part: &str| {
        matches!(part.len(), 2..=4) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    language.len() == 2
        && TWO_LETTERS.split_whitespace().any(|tag| tag == language)
        && parts.all(is_rest)
}

/// The tag of the language that a word in a path names: `en-US`, `EN`, `en_US`, `english`.
pub fn tag_of(word: &str) -> Option<String> {
    if is_tag(word) {
        return Some(word.to_owned());
    }
    let small = word.to_ascii_lowercase();
    if let Some((_, tag)) = NAMES.iter().find(|(name, _)| *name == small) {
        return Some((*tag).to_owned());
    }
    // `RU` and `ru_RU` are `ru`, but `It` opens a sentence.
    let is_loud = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let tag = small.split('_').next().unwrap_or_default();
    ((is_loud || small.contains('_')) && is_tag(&small.replace('_', "-"))).then(|| tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::tag_of;

    #[test]
    fn languages_are_named_by_tags_and_by_words() {
        let found = |word| tag_of(word).unwrap_or_else(|| "none".to_owned());
        let words =
            ["ru", "RU", "ru_RU", "pt-BR", "Russian", "eng", "js", "it", "It", "docs", "x_y"];
        let tags = ["ru", "ru", "ru", "pt-BR", "ru", "en", "none", "it", "none", "none", "none"];
        assert_eq!(words.map(found), tags);
    }
}

//! Russian given names and the ends of surnames, by which the names of people are told from others.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::phrases::Lists;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

static LISTS: LazyLock<Lists> =
    LazyLock::new(|| Lists::read(include_str!("words/given-names.txt")));

static GIVEN: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let stems = Stems::new("ru");
    LISTS.of("given", "ru").iter().map(|name| stems.stem(name).to_string()).collect()
});

/// Whether a word is a Russian given name in some case.
pub fn is_given(word: &str, stems: &Stems) -> bool {
    word.starts_with(char::is_uppercase) && GIVEN.contains(&*stems.stem(word))
}

/// Whether an English word spells a Russian given name.
pub fn is_given_in_english(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && LISTS.of("given", "ru").iter().any(|name| spells(name, word))
}

/// Whether an English word spells a given name that people of other languages have, too.
pub fn is_foreign(word: &str) -> bool {
    LISTS.of("other", "en").contains(&word)
}

/// A man or a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Man,
    Woman,
}

/// Whose a Russian given name in some case is, where its ending tells.
pub fn sex_of(given: &str) -> Option<Sex> {
    let lower = given.to_lowercase();
    if LISTS.of("either", "ru").iter().any(|name| lower.starts_with(name)) {
        return None;
    }
    // «Олега» is a man's, «Ирина» a woman's: the list has the one without the ending, and the other with it.
    let mut stem = lower.as_str();
    for end in LISTS.of("given-case", "ru") {
        if let Some(rest) = lower.strip_suffix(end) {
            stem = rest;
            break;
        }
    }
    let (mut is_man, mut is_woman) = (false, false);
    for name in LISTS.of("given", "ru") {
        let name = name.to_lowercase();
        if name == lower {
            return Some(if name.ends_with(['а', 'я']) { Sex::Woman } else { Sex::Man });
        }
        let mut rest = name.strip_prefix(stem).unwrap_or("-").chars();
        match (rest.next(), rest.next()) {
            (None | Some('ь' | 'й'), None) => is_man = true,
            (Some('а' | 'я'), None) => is_woman = true,
            _ => {}
        }
    }
    match (is_man, is_woman) {
        (true, false) => Some(Sex::Man),
        (false, true) => Some(Sex::Woman),
        _ => None,
    }
}

/// Whose an English spelling of a Russian surname is, where its ending tells.
pub fn sex_of_surname(surname: &str) -> Option<Sex> {
    let ends = |name: &str| LISTS.of(name, "en").iter().any(|end| surname.ends_with(end));
    match (ends("man-surname"), ends("woman-surname")) {
        (true, false) => Some(Sex::Man),
        (false, true) => Some(Sex::Woman),
        _ => None,
    }
}

/// Whether an English word ends as Russian surnames do.
pub fn is_surname_in_english(word: &str) -> bool {
    let ends = |name: &str| LISTS.of(name, "en").iter().any(|end| word.ends_with(end));
    ["man-surname", "woman-surname", "surname"].into_iter().any(ends)
}

/// Whether a Russian word is written as names from English are.
pub fn is_loan(word: &str) -> bool {
    let lower = word.to_lowercase();
    LISTS.of("loan", "ru").iter().any(|part| lower.contains(part))
}

/// Letters of the shortest word that is taken for a surname.
const SHORTEST: usize = 5;

/// Whether a word is a Russian surname by its ending, whatever the case.
pub fn is_surname(word: &str) -> bool {
    let lower = word.to_lowercase();
    let cases = LISTS.of("case", "ru").iter().chain([&""]);
    let mut stems = cases.filter_map(|case| lower.strip_suffix(case));
    let ends = LISTS.of("surname", "ru");
    word.chars().count() >= SHORTEST && stems.any(|stem| ends.iter().any(|end| stem.ends_with(end)))
}

/// Whether a word is a Russian patronymic by its ending, whatever the case.
pub fn is_patronymic(word: &str) -> bool {
    let lower = word.to_lowercase();
    let mut ends = LISTS.of("patronymic", "ru").iter();
    word.starts_with(char::is_uppercase)
        && word.chars().count() >= SHORTEST
        && ends.any(|end| lower.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::{is_given, is_surname};
    use crate::text::stems::Stems;

    #[test]
    fn a_given_name_is_known_in_its_cases() {
        let stems = Stems::new("ru");
        for name in ["Олег", "Олега", "Ириной", "Андрею"] {
            assert!(is_given(name, &stems), "{name}");
        }
        assert!(!is_given("Москва", &stems));
        assert!(!is_given("вера", &stems));
    }

    #[test]
    fn a_surname_is_known_by_its_ending() {
        for name in ["Сорокин", "Сорокиной", "Бельского", "Шевченко", "Гордеевым"]
        {
            assert!(is_surname(name), "{name}");
        }
        assert!(!is_surname("Смит"));
        assert!(!is_surname("Лев"));
    }
}

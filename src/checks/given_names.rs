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

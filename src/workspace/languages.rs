//! The languages of a site, told from the paths of its pages.

use std::collections::{BTreeMap, BTreeSet};

/// Languages with a tag of two letters (ISO 639-1), as sites name them.
const TWO_LETTERS: &str = include_str!("languages.rules");

/// The languages that stand in paths where the source's language stands beside; the most used first.
pub fn languages(paths: &BTreeSet<&str>, source: &str) -> Vec<String> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for path in paths {
        for (before, tag, after) in readings(path) {
            let is_beside = |path: String| paths.contains(path.as_str());
            let bare = before.strip_suffix('.').map(|before| format!("{before}{after}"));
            let has_source =
                is_beside(format!("{before}{source}{after}")) || bare.is_some_and(is_beside);
            if tag != source && has_source {
                *found.entry(tag).or_default() += 1;
            }
        }
    }
    let mut found: Vec<(&str, usize)> = found.into_iter().collect();
    found.sort_by_key(|(tag, count)| (usize::MAX - count, *tag));
    found.into_iter().map(|(tag, _)| tag.to_owned()).collect()
}

/// Each language's tag in a path, with what stands before and after it.
fn readings(path: &str) -> Vec<(&str, &str, &str)> {
    let mut readings = Vec::new();
    let mut start = 0;
    for (at, end) in path.match_indices(['/', '.']).chain([(path.len(), "")]) {
        let part = &path[start..at];
        // A folder, a name, or what a name has before its extension.
        let is_part = end == "/" || path[at..].rfind('.') == Some(0);
        let opens_name = start == 0 || path[..start].ends_with(['/', '.']);
        if is_part && opens_name && is_tag(part) {
            readings.push((&path[..start], part, &path[at..]));
        }
        start = at + end.len();
    }
    readings
}

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

#[cfg(test)]
mod tests {
    use super::languages;

    fn found(paths: &[&str]) -> String {
        languages(&paths.iter().copied().collect(), "ru").join(" ")
    }

    #[test]
    fn a_language_stands_where_that_of_the_source_stands() {
        assert_eq!(found(&["c/ru/a.md", "c/ru/b.md", "c/de/a.md", "c/en-US/a.md"]), "de en-US");
        assert_eq!(found(&["a.ru.md", "a.de.md", "b.ru.md", "b.en.md", "c/b.pt-BR.md"]), "de en");
        assert_eq!(found(&["x/ru.txt", "x/en.txt", "y/ru.txt", "y/en.txt", "y/kk.txt"]), "en kk");
    }

    #[test]
    fn a_source_may_have_no_language_in_its_name() {
        assert_eq!(found(&["a.md", "a.de.md", "a.en.md", "b.md", "b.en.md"]), "en de");
    }

    #[test]
    fn other_words_and_pages_without_a_source_say_nothing() {
        let paths = ["ru/a.md", "js/a.md", "old/a.md", "fr/b.md", "a.v2.md", "a.md", "it.md"];
        assert_eq!(found(&paths), "");
    }
}

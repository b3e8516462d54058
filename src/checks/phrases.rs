//! Lists of words and phrases that checks look for, from files beside them.
//!
//! A line is `name language | form form`; a `*` at an end of a form stands for any letters,
//! a `_` for the space between the words of a phrase.

use rustc_hash::FxHashMap;

/// The lists of one file, by name and language.
pub struct Lists(FxHashMap<(&'static str, &'static str), Vec<&'static str>>);

impl Lists {
    /// Reads a file; a test reads every one.
    pub fn read(text: &'static str) -> Self {
        let mut lists: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let columns = line.split_once(" | ");
            let (head, forms) = columns.expect("a test reads every line of the built-in files");
            let head = head.split_once(' ');
            let head = head.expect("a test reads every line of the built-in files");
            lists.entry(head).or_default().extend(forms.split_whitespace());
        }
        Self(lists)
    }

    /// Whether a list of this language has the form.
    pub fn has(&self, language: &str, form: &str) -> bool {
        self.0.iter().any(|((_, own), forms)| *own == language && forms.contains(&form))
    }

    /// The forms of a list, none where there is no such list.
    pub fn of<'a>(&'a self, name: &'a str, language: &'a str) -> &'a [&'static str] {
        self.0.get(&(name, language)).map_or(&[], Vec::as_slice)
    }
}

/// Whether a form of a list is this word.
pub fn fits(form: &str, word: &str) -> bool {
    match (form.strip_prefix('*'), form.strip_suffix('*')) {
        (Some(end), _) => word.len() > end.len() && word.ends_with(end),
        (_, Some(beginning)) => word.starts_with(beginning),
        _ => form == word,
    }
}

/// Whether the words have a phrase of a list, or a word of it, at this place.
pub fn stands_at(phrase: &str, words: &[String]) -> bool {
    if words.first().is_none_or(|word| !may_begin(phrase, word)) {
        return false;
    }
    let mut rest = words.iter();
    phrase.split('_').all(|form| rest.next().is_some_and(|word| fits(form, word)))
}

/// Whether the first letters are one; nearly all phrases begin otherwise. A Russian letter has two bytes.
fn may_begin(phrase: &str, word: &str) -> bool {
    match (phrase.as_bytes(), word.as_bytes()) {
        ([b'*', ..], _) => true,
        ([own, ..], [other, ..]) if own.is_ascii() => own == other,
        ([first, second, ..], [one, two, ..]) => (first, second) == (one, two),
        _ => false,
    }
}

/// The place of the first word that one of these forms is, or begins.
pub fn find(forms: &[&str], words: &[String]) -> Option<usize> {
    (0..words.len()).find(|at| forms.iter().any(|form| stands_at(form, &words[*at..])))
}

#[cfg(test)]
mod tests {
    use super::{Lists, find};
    use crate::text::readings::words;

    #[test]
    fn words_and_phrases_are_found() {
        let lists = Lists::read("# A list.\nsoft en | un* *less no_more last\n");
        let found = |text: &str| find(lists.of("soft", "en"), &words(text));
        assert_eq!(found("It was Unfair."), Some(2));
        assert_eq!(found("A careless word"), Some(1));
        assert_eq!(found("There was no more."), Some(2));
        assert_eq!(found("Less is no"), None);
        assert_eq!(lists.of("soft", "ru").len(), 0);
    }
}

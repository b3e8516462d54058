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

/// The first two letters of a word; of a shorter one, the second is none.
pub type Beginning = [Option<char>; 2];

/// The letters that a word begins with.
pub fn beginning(word: &str) -> Beginning {
    let mut letters = word.chars();
    [letters.next(), letters.next()]
}

/// What a phrase begins with; nothing where its first word may be any of several beginnings.
fn beginning_of_phrase(phrase: &str) -> Option<Beginning> {
    let first = phrase.split('_').next().unwrap_or_default();
    let letters = first.trim_end_matches('*');
    let is_open = letters.len() < first.len() && letters.chars().nth(1).is_none();
    (!first.starts_with('*') && !is_open).then(|| beginning(letters))
}

/// A word or phrase of a text, by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhrasePlace {
    pub at: usize,
    pub length: usize,
}

/// Phrases that are looked up by what they begin with.
#[derive(Debug, Default)]
pub struct PhraseTable {
    pub forms: Vec<&'static str>,
    by_beginning: FxHashMap<Beginning, Vec<&'static str>>,
    /// Those that may begin with anything.
    loose: Vec<&'static str>,
}

impl PhraseTable {
    /// The phrases of a list.
    pub fn new(forms: Vec<&'static str>) -> Self {
        let mut table = Self::default();
        for form in &forms {
            match beginning_of_phrase(form) {
                Some(beginning) => table.by_beginning.entry(beginning).or_default().push(form),
                None => table.loose.push(form),
            }
        }
        Self { forms, ..table }
    }

    /// What the phrases begin with; nothing where one may begin with anything.
    pub fn beginnings(&self) -> Option<impl Iterator<Item = Beginning>> {
        self.loose.is_empty().then(|| self.by_beginning.keys().copied())
    }

    /// Words of the longest phrase that these words begin with.
    pub fn longest(&self, words: &[String]) -> Option<usize> {
        let first = words.first()?;
        let alike = self.by_beginning.get(&beginning(first)).map_or(&[][..], Vec::as_slice);
        let mut longest = None;
        for form in alike.iter().chain(&self.loose) {
            if stands_at(form, words) {
                longest = longest.max(Some(form.split('_').count()));
            }
        }
        longest
    }

    /// The first phrase in a text, the longest of those that begin there.
    pub fn first(&self, words: &[String]) -> Option<PhrasePlace> {
        if self.forms.is_empty() {
            return None;
        }
        let place = |at: usize| Some(PhrasePlace { at, length: self.longest(&words[at..])? });
        (0..words.len()).find_map(place)
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
    use proptest::prelude::*;

    use super::{Lists, PhraseTable, find, stands_at};
    use crate::text::readings::words;

    const FORMS: [&str; 9] = ["да", "д*", "*да", "да_нет", "*_нет", "нет", "не*", "и", "и_да"];

    proptest! {
        #[test]
        fn a_table_finds_what_looking_at_each_phrase_finds(
            forms in prop::sample::subsequence(&FORMS[..], 0..FORMS.len()),
            text in prop::collection::vec(
                prop::sample::select(&["да", "нет", "не", "и", "или", "дада", "д"][..]),
                0..6,
            ),
        ) {
            let words: Vec<String> = text.iter().map(ToString::to_string).collect();
            let longest = |at: usize| {
                let standing = forms.iter().filter(|form| stands_at(form, &words[at..]));
                standing.map(|form| form.split('_').count()).max()
            };
            let table = PhraseTable::new(forms.clone());
            for at in 0..words.len() {
                prop_assert_eq!(table.longest(&words[at..]), longest(at));
            }
            let first = (0..words.len()).find_map(|at| Some((at, longest(at)?)));
            prop_assert_eq!(table.first(&words).map(|place| (place.at, place.length)), first);
        }
    }

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

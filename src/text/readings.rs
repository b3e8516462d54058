//! What was read of texts, each once: many ask the same of the texts of one article.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::dates::Dated;
use super::facts::{Fact, facts_with};
use super::markup::seen;
use super::stems::Stems;
use super::vocabulary::plain;
use super::words::{TokenKind, tokens};

/// What is read of the texts of one article, kept as long as somebody looks at it.
#[derive(Default)]
pub struct Readings {
    values: Memo<Dated>,
    facts: Memo<Vec<Fact>>,
    words: Memo<Vec<String>>,
    stems: RefCell<FxHashMap<String, Stems>>,
}

impl Readings {
    /// Takes over the stems that somebody found in other articles in a language.
    #[must_use]
    pub fn knowing(self, language: &str, stems: &Stems) -> Self {
        self.stems.borrow_mut().insert(language.to_owned(), stems.clone());
        self
    }

    /// Gives the stems of the words of a language.
    pub fn stems(&self, language: &str) -> Stems {
        let known = self.stems.borrow().get(language).cloned();
        known.unwrap_or_else(|| {
            let stems = Stems::new(language);
            self.stems.borrow_mut().insert(language.to_owned(), stems.clone());
            stems
        })
    }

    /// The numbers and dates of a text.
    pub fn values(&self, text: &str, language: &str) -> Rc<Dated> {
        self.values.get(text, language, || Dated::of(text, language))
    }

    /// What a text states, as readers see it.
    pub fn facts(&self, text: &str, language: &str) -> Rc<Vec<Fact>> {
        self.facts.get(text, language, || {
            let shown = seen(text).0;
            facts_with(&shown, language, &self.values(&shown, language))
        })
    }

    /// The words of a text in small letters, with е for ё.
    pub fn words(&self, text: &str) -> Rc<Vec<String>> {
        self.words.get(text, "", || words(text))
    }
}

/// The words of a text in small letters, with е for ё and one kind of apostrophe.
pub fn words(text: &str) -> Vec<String> {
    let words = tokens(text).filter(|token| token.kind == TokenKind::Word);
    words.map(|token| plain(token.text).replace('’', "'")).collect()
}

impl fmt::Debug for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Readings").finish_non_exhaustive()
    }
}

/// Answers by language and text.
struct Memo<T>(RefCell<FxHashMap<String, Known<T>>>);

/// Answers by text.
type Known<T> = FxHashMap<Box<str>, Rc<T>>;

// Derived, it would ask that of what is kept.
impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Memo<T> {
    fn get(&self, text: &str, language: &str, read: impl FnOnce() -> T) -> Rc<T> {
        let known = self.0.borrow().get(language).and_then(|known| known.get(text).cloned());
        if let Some(known) = known {
            return known;
        }
        let found = Rc::new(read());
        let mut all = self.0.borrow_mut();
        if !all.contains_key(language) {
            all.insert(language.to_owned(), FxHashMap::default());
        }
        if let Some(known) = all.get_mut(language) {
            known.insert(text.into(), Rc::clone(&found));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Readings;
    use crate::text::dates::Dated;
    use crate::text::facts::facts;

    proptest! {
        #[test]
        fn what_is_kept_is_what_is_read(
            texts in prop::collection::vec("(не |to |5 |мая |\\*\\*|5\\.5\\.2024 |три ){0,6}", 1..6),
            order in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
        ) {
            let readings = Readings::default();
            for at in order {
                let text = at.get(&texts);
                for language in ["ru", "en", "kk"] {
                    prop_assert_eq!(&*readings.facts(text, language), &facts(text, language));
                    let (kept, read) = (readings.values(text, language), Dated::of(text, language));
                    prop_assert_eq!(&kept.numbers, &read.numbers);
                    prop_assert_eq!(&kept.dates, &read.dates);
                }
            }
        }
    }
}

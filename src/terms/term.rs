//! A term as people agreed on it.

use std::collections::BTreeMap;

/// Texts by language, the preferred one first.
pub type TermWords = BTreeMap<String, Vec<String>>;

/// An agreed translation of a name or a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The whole names.
    pub full: TermWords,
    /// The abbreviations.
    pub short: TermWords,
    /// What must not stand for it.
    pub forbidden: TermWords,
    /// Patterns of the articles where it holds; everywhere if there are none.
    pub context: Vec<String>,
    /// Texts of which one stands in the article where it holds.
    pub near: Vec<String>,
    /// Whether it stands in a translation as it stands in the source.
    pub do_not_translate: bool,
    pub part_of_speech: Option<String>,
    pub note: Option<String>,
    pub owner: Option<String>,
    pub date: Option<String>,
}

impl Term {
    /// Everything that may stand for it in a language, the preferred text first.
    pub fn words(&self, language: &str) -> impl Iterator<Item = &str> {
        let full = of_language(&self.full, language);
        let short = of_language(&self.short, language);
        full.iter().chain(short).map(String::as_str)
    }

    /// The preferred text in a language.
    pub fn preferred(&self, language: &str) -> Option<&str> {
        self.words(language).next()
    }

    /// The preferred whole name in a language.
    pub fn full_name(&self, language: &str) -> Option<&str> {
        of_language(&self.full, language).first().map(String::as_str)
    }

    /// The preferred abbreviation in a language.
    pub fn short_name(&self, language: &str) -> Option<&str> {
        of_language(&self.short, language).first().map(String::as_str)
    }

    /// What must not stand for it in a language.
    pub fn forbidden(&self, language: &str) -> &[String] {
        of_language(&self.forbidden, language)
    }

    /// The languages that it has words in, in order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let mut all: Vec<&str> = [&self.full, &self.short]
            .iter()
            .flat_map(|words| words.keys().map(String::as_str))
            .collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter()
    }
}

/// The texts of a language; where its tag has none, those of its primary subtag, or of another region's tag,
/// as programs of vendors write "en-US" for what a newsroom calls "en".
pub fn of_language<'w>(words: &'w TermWords, language: &str) -> &'w [String] {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    let mut others = words.iter().filter(|(tag, _)| tag.split(['-', '_']).next() == Some(primary));
    let own = words.get(language).or_else(|| words.get(primary));
    own.or_else(|| Some(others.next()?.1)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::{Term, of_language};

    #[test]
    fn a_tag_of_a_region_is_of_its_language() {
        let mut term = Term::default();
        for (tag, text) in [("en-US", "mail"), ("ru-RU", "почта"), ("eng", "none")] {
            term.full.insert(tag.to_owned(), vec![text.to_owned()]);
        }
        assert_eq!(term.preferred("en"), Some("mail"));
        assert_eq!(term.preferred("ru"), Some("почта"));
        assert_eq!(term.preferred("en-GB"), Some("mail"));
        assert!(of_language(&term.full, "de").is_empty());
        term.full.insert("en".to_owned(), vec!["post".to_owned()]);
        assert_eq!(term.preferred("en"), Some("post"));
        assert_eq!(term.preferred("en-US"), Some("mail"));
    }
}

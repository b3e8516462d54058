//! What a reader sees of a text: words, numbers and punctuation without the markup around them.

use std::sync::Arc;

use super::endings::ENDINGS;
use super::lists::RuleList;
use super::rules::{Class, DangerRules};
use super::value::FoundValue;
use crate::model::Span;
use crate::text::lexicon::KnownWords;
use crate::text::stems::Stems;
use crate::text::struck::reaches_into;

/// A text taken apart.
pub struct Reading<'a> {
    pub text: &'a str,
    pub rules: &'static DangerRules,
    pub lexicon: Option<KnownWords>,
    pub stems: &'a Stems,
    pub struck: &'a [Span],
    pub words: Vec<Word>,
    pub values: &'a [FoundValue],
    pub marks: Vec<SignMark>,
    /// Link targets and tags as written.
    pub links: &'a [&'a str],
}

/// A word that is no number.
pub struct Word {
    pub span: Span,
    /// In lower case, with е for ё.
    pub form: String,
    /// Whether its capital makes it a name.
    pub is_name: bool,
    pub is_capitalised: bool,
    pub is_quoted: bool,
}

/// A punctuation character in the form that stands for all of its kind.
#[derive(Clone, Copy)]
pub struct SignMark {
    pub span: Span,
    pub sign: char,
    /// How many words stand before it.
    pub words_before: usize,
}

impl Reading<'_> {
    /// Whether the word stands right after a digit, as in «5а».
    pub fn is_glued(&self, word: &Word) -> bool {
        self.text[..word.span.start].ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the word is struck out, or marked as put in.
    pub fn is_struck(&self, word: &Word) -> bool {
        reaches_into(self.struck, word.span)
    }

    /// The class of a word in the rules.
    pub fn class(&self, word: &Word) -> Option<Class> {
        let class = self.rules.entry(&word.form)?.class;
        Some(class).filter(|class| *class != Class::Name || word.is_capitalised)
    }

    /// Whether the rules have the word.
    pub fn is_listed(&self, word: &Word) -> bool {
        self.rules.entry(&word.form).is_some()
    }

    /// Whether a word is a usual short form or a sign: «руб.», «₽».
    pub fn is_short(&self, word: &Word) -> bool {
        self.rules.list(RuleList::Short).contains(&word.form.as_str())
    }

    /// Whether two words say the contrary of each other.
    pub fn oppose(&self, one: &Word, other: &Word) -> bool {
        self.rules.oppose(&one.form, &other.form)
    }

    /// Whether a word ends as surnames of this list do.
    pub fn ends_as(&self, word: &Word, sort: RuleList) -> bool {
        let stems = ENDINGS.iter().filter_map(|ending| word.form.strip_suffix(ending));
        let mut bare = stems.flat_map(|stem| {
            self.rules.list(sort).iter().filter_map(move |end| stem.strip_suffix(end))
        });
        bare.any(|bare| bare.chars().nth(1).is_some())
    }

    /// Whether the dictionary of the language has the word; none where there is no dictionary.
    pub fn knows(&self, word: &Word) -> Option<bool> {
        self.lexicon.map(|lexicon| {
            self.rules.entry(&word.form).is_some() || lexicon.has(&self.stems.stem(&word.form))
        })
    }

    /// The stem of a word, or the word that it is a form of in the rules.
    pub fn key(&self, word: &Word) -> Arc<str> {
        let entry = self.rules.entry(&word.form);
        entry.map_or_else(|| self.stems.stem(&word.form), |entry| entry.word.into())
    }
}

//! Words that are sought, in each language with all forms that they may stand in.

use rustc_hash::FxHashMap;

use super::{Hit, Match};
use crate::model::Span;
use crate::text::figures::Languages;
use crate::text::lemmas::Lemmas;
use crate::text::stems::{Stems, beginnings, normal};
use crate::text::words::{Token, tokens};

/// How words are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Any form of the word will do.
    Stems,
    /// Only the form that was asked for.
    Words,
}

/// The words of a question.
pub struct SoughtWords {
    pub text: String,
    pub source: WordKeys,
    pub target: WordKeys,
}

/// The words of a question as one language has them.
pub struct WordKeys {
    language: String,
    stems: Stems,
    by: By,
    /// By a key the words that it is a key of.
    words: FxHashMap<String, Vec<usize>>,
    count: usize,
}

/// Who asks for more words than these means the sentence; they are known by their stems alone.
const FEW: usize = 12;

impl SoughtWords {
    /// The words of a text in both languages.
    pub fn new(text: &str, by: By, languages: Languages<'_>) -> Self {
        let words: Vec<&str> =
            tokens(text).filter(Token::is_wordlike).map(|token| token.text).collect();
        let [source, target] = [languages.source, languages.target]
            .map(|language| WordKeys::new(&words, by, language));
        Self { text: text.to_owned(), source, target }
    }

    /// Whether the words are meant one by one, not as a sentence.
    pub fn are_few(&self) -> bool {
        (1..=FEW).contains(&self.source.count)
    }

    /// An offer with the places of those words that it has.
    pub fn marked(&self, offer: Match) -> Hit {
        let source = self.source.look(&offer.entry.source).0;
        let target = self.target.look(&offer.entry.target).0;
        Hit { offer, source, target }
    }
}

impl WordKeys {
    fn new(sought: &[&str], by: By, language: &str) -> Self {
        let language = language.split(['-', '_']).next().unwrap_or_default();
        let (stems, lemmas) = (Stems::new(language), Lemmas::of(language));
        let mut words: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, word) in sought.iter().enumerate() {
            let mut keys = vec![key(&stems, by, word)];
            if by == By::Stems && sought.len() <= FEW {
                keys.extend(lemmas.kin(word).iter().map(|form| key(&stems, by, form)));
            }
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                words.entry(key).or_default().push(at);
            }
        }
        Self { language: language.to_owned(), stems, by, words, count: sought.len() }
    }

    /// Where the words stand in a text, if all of them do.
    pub fn places(&self, text: &str) -> Option<Vec<Span>> {
        let (places, found) = self.look(text);
        found.iter().all(|found| *found).then_some(places)
    }

    /// Where words stand in a text, and which of them do.
    fn look(&self, text: &str) -> (Vec<Span>, Vec<bool>) {
        let mut places = Vec::new();
        let mut found = vec![false; self.count];
        for token in tokens(text).filter(Token::is_wordlike) {
            let Some(words) = self.words.get(&key(&self.stems, self.by, token.text)) else {
                continue;
            };
            for at in words {
                found[*at] = true;
            }
            places.push(token.span);
        }
        (places, found)
    }

    /// For each word what its forms begin with, one of these, none of which begins with another.
    pub fn beginnings(&self) -> Vec<Vec<String>> {
        let mut words = vec![Vec::new(); self.count];
        for (key, at) in &self.words {
            let begins = match self.by {
                By::Stems => beginnings(key, &self.language),
                By::Words => vec![key.clone()],
            };
            for at in at {
                words[*at].extend(begins.iter().cloned());
            }
        }
        words.iter_mut().for_each(shortest);
        words
    }

    /// Whether words stand as they were asked for.
    pub fn are_whole(&self) -> bool {
        self.by == By::Words
    }
}

/// Leaves out what begins with another of these.
fn shortest(begins: &mut Vec<String>) {
    begins.sort_unstable();
    begins.dedup_by(|next, kept| next.starts_with(&**kept));
}

fn key(stems: &Stems, by: By, word: &str) -> String {
    match by {
        By::Stems => stems.stem(word).to_string(),
        By::Words => normal(word).into_owned(),
    }
}

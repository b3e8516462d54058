//! Many wordings, found in a text in one pass.

use rustc_hash::FxHashMap;

use super::phrase::{KnownForms, Phrase, TextWord, text_words};
use crate::model::Span;
use crate::text::lemmas::Lemmas;
use crate::text::markup::mask;
use crate::text::words::is_mark;

/// What a wording is to its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermRole {
    Allowed,
    Forbidden,
    /// A text near which the term holds.
    Near,
}

/// A wording found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermHit {
    /// Index of the term.
    pub term: usize,
    pub role: TermRole,
    pub span: Span,
}

/// The wordings of one language.
#[derive(Debug)]
pub struct Phrases {
    lemmas: Lemmas,
    known: KnownForms,
    all: Vec<Placed>,
    /// Which wordings begin with a form.
    starts: FxHashMap<Box<str>, Vec<usize>>,
}

#[derive(Debug)]
struct Placed {
    phrase: Phrase,
    term: usize,
    role: TermRole,
}

impl Phrases {
    /// No wordings yet.
    pub fn new(language: &str) -> Self {
        let lemmas = Lemmas::of(language);
        let (known, all, starts) = (KnownForms::default(), Vec::new(), FxHashMap::default());
        Self { lemmas, known, all, starts }
    }

    /// Adds a wording of a term.
    pub fn add(&mut self, term: usize, role: TermRole, wording: &str) {
        let Some(mut phrase) = Phrase::new(wording, &self.lemmas, &mut self.known) else { return };
        phrase.is_literal = role == TermRole::Forbidden;
        for form in phrase.words[0].forms.keys() {
            self.starts.entry(form.clone()).or_default().push(self.all.len());
        }
        self.all.push(Placed { phrase, term, role });
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every wording that stands in a text, in order, however they overlap.
    pub fn hits(&self, text: &str) -> Vec<TermHit> {
        if self.is_empty() {
            return Vec::new();
        }
        let (masked, _) = mask(text);
        let words = text_words(&masked, &self.lemmas);
        let mut hits = Vec::new();
        for at in 0..words.len() {
            self.begin_with(&words[at..], &mut hits);
        }
        hits
    }

    /// The wordings that begin with the first of these words.
    fn begin_with(&self, words: &[TextWord<'_>], hits: &mut Vec<TermHit>) {
        let word = &words[0];
        let bare: String = word.piece.text.chars().filter(|c| !is_mark(*c)).collect();
        let by_key = self.starts.get(&word.key).into_iter().flatten();
        let by_text = self.starts.get(&*bare).filter(|_| *bare != *word.key).into_iter().flatten();
        for index in by_key.chain(by_text) {
            let placed = &self.all[*index];
            if let Some(span) = placed.phrase.stands_in(words) {
                hits.push(TermHit { term: placed.term, role: placed.role, span });
            }
        }
    }
}

/// The hits that stand within no longer one.
pub fn longest(hits: &[TermHit]) -> Vec<TermHit> {
    let is_within = |hit: &TermHit| {
        hits.iter().any(|other| {
            let holds = other.span.start <= hit.span.start && hit.span.end <= other.span.end;
            holds && other.span != hit.span
        })
    };
    hits.iter().filter(|hit| !is_within(hit)).copied().collect()
}

//! Where sentences end: rules a linguist can read, and a scanner that obeys them.
//!
//! A sentence may end only at a stop (`.`, `?`, `!`, `…`), a smiley or, in a
//! list, a semicolon. The scanner jumps from one to the next and looks at the
//! words on both sides; the words with a meaning stand in `rules/`.
//! Quotation marks never hold a sentence together: quotations in news run over
//! several sentences, and their closing marks get lost.

mod abbreviation;
mod candidates;
mod characters;
mod glued;
mod guard;
mod list;
mod opening;
mod rules;
mod scanner;
mod stop;
mod universal;
mod verdict;

use std::sync::Arc;

use self::guard::Guard;
use self::rules::{Abbreviations, Rules};
use self::verdict::Judge;
use crate::model::Span;

/// A workspace's own additions to the rules of one language.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Abbreviations after which a sentence goes on, such as `обл.`
    pub abbreviations: Vec<String>,
}

/// Cuts blocks into sentences by the rules of one language.
#[derive(Clone, Debug)]
pub struct Splitter {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    rules: Option<&'static Rules>,
    extra: Abbreviations,
}

impl Splitter {
    /// The splitter for a language tag; without rules of its own it follows Unicode's.
    pub fn new(language: &str, extra: &Extra) -> Self {
        let rules = Rules::of(language);
        let extra = Abbreviations::listed(&extra.abbreviations);
        Self { inner: Arc::new(Inner { rules, extra }) }
    }

    /// Spans of the sentences of one block, without the white space between them.
    ///
    /// No boundary lies inside a `protected` span: code, link targets, tags.
    pub fn split(&self, text: &str, protected: &[Span]) -> Vec<Span> {
        let guard = Guard::new(protected);
        let extra = &self.inner.extra;
        match self.inner.rules {
            Some(rules) => scanner::split(text, &guard, &Judge { rules, extra }),
            None => universal::split(text, &guard, extra),
        }
    }
}

//! A source language as comparison knows it.

use crate::text::stems::Stems;

/// A language and the stems of its words found so far; a thread keeps one over many articles.
pub struct Tongue {
    /// Primary subtag.
    pub language: String,
    pub stems: Stems,
}

impl Tongue {
    /// The language with this primary subtag.
    pub fn new(language: &str) -> Self {
        Self { language: language.to_owned(), stems: Stems::new(language) }
    }
}

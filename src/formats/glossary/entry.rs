//! An entry of another program's list of terms, made into a term.

use crate::terms::{Term, TermWords};

/// What a word is to its entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WordKind {
    #[default]
    Full,
    Short,
    Forbidden,
}

/// A language as files of terms name it: `en-us` and `EN_US` are `en-US`.
pub fn language(tag: &str) -> Option<String> {
    let mut parts = tag.trim().split(['-', '_']);
    let primary = parts.next()?.to_ascii_lowercase();
    let is_primary =
        matches!(primary.len(), 2 | 3) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_primary {
        return None;
    }
    let mut language = primary;
    for part in parts {
        if !(2..=8).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
        let part = if part.len() == 2 { part.to_ascii_uppercase() } else { part.to_owned() };
        language += &format!("-{part}");
    }
    Some(language)
}

/// Adds a text to a term; one without a word is none.
pub fn add(term: &mut Term, kind: WordKind, language: &str, text: &str) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.contains(char::is_alphanumeric) {
        return;
    }
    let words: &mut TermWords = match kind {
        WordKind::Full => &mut term.full,
        WordKind::Short => &mut term.short,
        WordKind::Forbidden => &mut term.forbidden,
    };
    let texts = words.entry(language.to_owned()).or_default();
    if !texts.contains(&text) {
        texts.push(text);
    }
}

/// Whether an entry has a text that may be used.
pub fn is_term(term: &Term) -> bool {
    term.languages().next().is_some()
}

//! Sentences of a language without rules of its own: Unicode's (UAX 29).

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::abbreviation::LastWord;
use super::guard::Guard;
use super::rules::{Abbreviations, Traits};
use crate::model::Span;

/// The sentences of `text`.
pub fn split(text: &str, guard: &Guard<'_>, extra: &Abbreviations) -> Vec<Span> {
    let flat = without_line_ends(text);
    let mut spans: Vec<Span> = Vec::new();
    let mut joins = true;
    for (at, sentence) in flat.split_sentence_bound_indices() {
        let start = at + sentence.len() - sentence.trim_start().len();
        let end = at + sentence.trim_end().len();
        if start >= end {
            continue;
        }
        match spans.last_mut() {
            Some(last) if joins || !guard.allows(last.end, start) => last.end = end,
            _ => spans.push(Span::new(start, end)),
        }
        joins = is_abbreviated(text, end, extra);
    }
    spans
}

fn is_abbreviated(text: &str, end: usize, extra: &Abbreviations) -> bool {
    let Some(rest) = text[..end].strip_suffix('.') else { return false };
    LastWord::before(text, rest.len()).traits(extra).0 != Traits::default()
}

// A line end in a block is a space, but Unicode's rules end a sentence there.
fn without_line_ends(text: &str) -> Cow<'_, str> {
    if !text.contains(is_line_end) {
        return Cow::Borrowed(text);
    }
    let space = |character| match character {
        '\u{2028}' | '\u{2029}' => '\u{2003}',
        '\u{85}' => '\u{a0}',
        line_end if is_line_end(line_end) => ' ',
        other => other,
    };
    Cow::Owned(text.chars().map(space).collect())
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

//! Sentences of a language without rules of its own: Unicode's (UAX 29).

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::abbreviation::LastWord;
use super::characters::skip_white;
use super::guard::Guard;
use super::rules::{Abbreviations, Traits};
use crate::model::Span;

/// The sentences of `text`.
pub fn split(text: &str, guard: &Guard<'_>, extra: &Abbreviations) -> Vec<Span> {
    let flat = Flat::new(text);
    let mut spans: Vec<Span> = Vec::new();
    let mut joins = true;
    for (at, sentence) in flat.text.split_sentence_bound_indices() {
        let (start, end) = (flat.place(at), flat.place(at + sentence.len()));
        let whole = &text[start..end];
        let mut start = end - whole.trim_start().len();
        let end = start + whole.trim().len();
        if start >= end {
            continue;
        }
        match spans.last_mut() {
            Some(last) if joins || !guard.allows(last.end, start) => last.end = end,
            Some(last) => {
                // « Viens ! » : a space may stand before the mark that closes.
                let closed = start + closers(&text[start..end]);
                let next = skip_white(text, closed);
                if closed > start && (next >= end || guard.allows(closed, next)) {
                    (last.end, start) = (closed, next);
                }
                if start < end {
                    spans.push(Span::new(start, end));
                }
            }
            None => spans.push(Span::new(start, end)),
        }
        joins = is_unfinished(text, end, extra);
    }
    spans
}

/// The bytes of the quotation marks that `text` begins with and that only close.
fn closers(text: &str) -> usize {
    text.len() - text.trim_start_matches(['»', '”', '」', '』']).len()
}

/// Whether the stop at `end` follows an abbreviation or an initial, or a number as in «am 5. Mai».
fn is_unfinished(text: &str, end: usize, extra: &Abbreviations) -> bool {
    let Some(rest) = text[..end].strip_suffix('.') else { return false };
    let word = LastWord::before(text, rest.len());
    // «F.-K.» and «Қ. Ж.» are initials, «Plan B.» is none.
    let is_name = || {
        let before = text[..word.start()].trim_end();
        let alone = before.is_empty() || before.ends_with(['.', '-', ',', '(', '«', '„', '“', '"']);
        let small = || {
            let previous = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            previous.starts_with(char::is_lowercase)
        };
        let mut after = text[end..].trim_start().chars();
        let another = after.next().is_some_and(char::is_uppercase) && after.next() == Some('.');
        word.is_initial() && (alone || another || small())
    };
    word.traits(extra).0 != Traits::default() || is_name()
}

/// A text without what would part sentences wrongly or take Unicode's rules too long.
struct Flat<'t> {
    text: Cow<'t, str>,
    /// Where something was left out, and how many bytes up to there.
    gaps: Vec<(usize, usize)>,
}

impl<'t> Flat<'t> {
    /// Signs in a row that are read; the rules look ahead from each of them.
    const LONGEST_RUN: usize = 16;

    // A line end in a block is a space, but Unicode's rules end a sentence there.
    fn new(text: &'t str) -> Self {
        let (mut flat, mut gaps) = (String::new(), Vec::new());
        let (mut copied, mut run, mut left_out) = (0, 0, 0);
        for (at, character) in text.char_indices() {
            run = if character.is_alphanumeric() { 0 } else { run + 1 };
            if run <= Self::LONGEST_RUN && !is_line_end(character) {
                continue;
            }
            flat.push_str(&text[copied..at]);
            copied = at + character.len_utf8();
            left_out += character.len_utf8();
            if run <= Self::LONGEST_RUN {
                flat.push(' ');
                left_out -= 1;
            }
            gaps.push((flat.len(), left_out));
        }
        if copied == 0 {
            return Self { text: Cow::Borrowed(text), gaps };
        }
        flat.push_str(&text[copied..]);
        Self { text: Cow::Owned(flat), gaps }
    }

    /// The offset in the whole text.
    fn place(&self, at: usize) -> usize {
        let next = self.gaps.partition_point(|(gap, _)| *gap <= at);
        at + next.checked_sub(1).map_or(0, |last| self.gaps[last].1)
    }
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

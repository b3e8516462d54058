//! What stands after a stop, and so may open a sentence.

use super::characters::{FULL_WIDTH, after, goes_on, is_dash, is_opener, skip_white};
use super::guard::Guard;
use crate::text::words::is_alphabetic;

/// What the first word of a possible sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First<'t> {
    /// The text ends, or punctuation or a small letter shows that the sentence goes on.
    Nothing,
    /// A word with a capital, or of a script without capitals.
    Capital(&'t str),
    /// A number.
    Number,
    /// A sign, code or markup.
    Sign,
}

/// The beginning of what follows a stop.
#[derive(Clone, Copy, Debug)]
pub struct SentenceOpening<'t> {
    /// Where the next sentence would begin, its opening marks included.
    pub start: usize,
    pub first: First<'t>,
    /// Whether a dash stands before the first word.
    pub after_dash: bool,
    /// Whether a quotation mark stands right before the first word.
    pub is_quoted: bool,
    /// Whether the first word is one letter and a stop.
    pub is_initial: bool,
}

impl<'t> SentenceOpening<'t> {
    /// Reads what follows the sentence end `end`; nothing where no white space does.
    pub fn read(text: &'t str, end: usize, guard: &Guard<'_>) -> Option<Self> {
        let start = skip_white(text, end);
        if start == end && !text[..end].ends_with(FULL_WIDTH) {
            return None;
        }
        let mut at = start;
        let mut after_dash = false;
        while let Some(character) = after(text, at) {
            if let Some(span) = guard.around(at) {
                if character != '<' {
                    break;
                }
                at = text.ceil_char_boundary(span.end);
            } else if let Some(omission) = omission(&text[at..]) {
                at += omission;
            } else if is_dash(character) {
                after_dash = true;
                at += character.len_utf8();
            } else if is_opener(character) || character.is_whitespace() {
                at += character.len_utf8();
            } else {
                break;
            }
        }
        let mut opening = Self { start, after_dash, ..Self::at(text, at) };
        if guard.around(at).is_some() {
            opening.first = First::Sign;
        }
        Some(opening)
    }

    /// The opening whose first word begins at `at`.
    pub fn at(text: &'t str, at: usize) -> Self {
        let first = first(text, at);
        let is_initial = matches!(first, First::Capital(word)
            if word.chars().nth(1).is_none() && text[at + word.len()..].starts_with('.'));
        let is_quoted = text[..at].ends_with(['«', '"', '“', '„']);
        Self { start: at, first, after_dash: false, is_quoted, is_initial }
    }

    /// Whether the first word is a number, Arabic or Roman.
    pub fn is_number(&self) -> bool {
        match self.first {
            First::Number => true,
            First::Capital(word) => word != "I" && is_roman(word),
            First::Nothing | First::Sign => false,
        }
    }
}

/// The length of a mark for left-out text: `<…>`, `[...]`.
fn omission(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix(['<', '[', '('])?;
    let close = inner.strip_prefix('…').or_else(|| inner.strip_prefix("..."))?;
    close.starts_with(['>', ']', ')']).then(|| rest.len() - close.len() + 1)
}

fn first(text: &str, at: usize) -> First<'_> {
    let Some(character) = after(text, at) else { return First::Nothing };
    if character.is_numeric() || matches!(character, '№' | '§') || is_number_sign(&text[at..]) {
        First::Number
    } else if is_address(&text[at..]) {
        First::Sign
    } else if character.is_lowercase() {
        brand(&text[at..], character)
    } else if is_alphabetic(character) {
        First::Capital(word(&text[at..]))
    } else if goes_on(character) {
        First::Nothing
    } else {
        First::Sign
    }
}

// «N 204» stands for «№ 204».
fn is_number_sign(rest: &str) -> bool {
    rest.strip_prefix("N ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_address(rest: &str) -> bool {
    rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")
}

// «iPhone» opens a sentence although it begins small.
fn brand(rest: &str, initial: char) -> First<'_> {
    let second = rest[initial.len_utf8()..].chars().next();
    if second.is_some_and(char::is_uppercase) { First::Capital(word(rest)) } else { First::Nothing }
}

fn word(rest: &str) -> &str {
    const LONGEST: usize = 40;
    let end = rest.char_indices().find(|(at, c)| *at >= LONGEST || !is_alphabetic(*c));
    &rest[..end.map_or(rest.len(), |(at, _)| at)]
}

/// Whether a word is a Roman number in capitals.
pub fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

//! YAML in brackets, by its marks.

use std::borrow::Cow;

use crate::model::Span;

use super::brackets::{Brackets, FlowToken};
use super::fields::{Fields, Role};
use super::is_rest_blank;
use super::scalar::{Scalar, Style};
use super::strings::{closing, is_string};

/// Adds the strings in the brackets at the start of `span`, unless something is
/// odd about them; returns where they close, or none if they don't.
pub fn read(text: &str, span: Span, role: Role, fields: &mut Fields<'_>) -> Option<usize> {
    let known = fields.count();
    let text = &text[..span.end];
    let mut brackets = Brackets::new(role, fields);
    let close = close(text, span.start, &mut brackets, fields);
    if brackets.is_odd() || !close.is_some_and(|close| is_rest_blank(&text[close..])) {
        fields.forget(known);
    }
    close
}

/// Takes part after part from `at` until all brackets are closed; returns where.
fn close(
    text: &str,
    mut at: usize,
    brackets: &mut Brackets,
    fields: &mut Fields<'_>,
) -> Option<usize> {
    loop {
        let (token, next) = token(text, at)?;
        brackets.take(token, at, fields);
        if brackets.is_closed() {
            return Some(next);
        }
        at = skip_blank(text, next);
    }
}

/// The part that begins at `at`, and where it ends; none at the end of the
/// front matter.
fn token(text: &str, at: usize) -> Option<(FlowToken<'_>, usize)> {
    let byte = *text.as_bytes().get(at)?;
    Some(match byte {
        b'[' | b'{' => (FlowToken::Open(byte), at + 1),
        b']' | b'}' => (FlowToken::Close(byte), at + 1),
        b',' => (FlowToken::Comma, at + 1),
        b'"' => quoted(text, at, Style::Double)?,
        b'\'' => quoted(text, at, Style::Single)?,
        b'&' | b'*' | b'!' => {
            let length = text[at..].find(is_end).unwrap_or(text.len() - at);
            (FlowToken::Property, at + length)
        }
        _ => plain(text, at),
    })
}

fn is_end(c: char) -> bool {
    c.is_ascii_whitespace() || is_indicator(c)
}

fn quoted(text: &str, at: usize, style: Style) -> Option<(FlowToken<'_>, usize)> {
    let close = closing(text, at, text.len(), style)?;
    let rest = &text[close + 1..];
    let words = rest.trim_start_matches([' ', '\t']);
    if words.starts_with(':') {
        let name = Cow::Borrowed(&text[at + 1..close]);
        return Some((FlowToken::Key(name), text.len() - words.len() + 1));
    }
    let whole = Span::new(at, close + 1);
    Some((FlowToken::Scalar(Some(Scalar::quoted(style, whole, 1))), close + 1))
}

/// Words without quotes: a key, or a value.
fn plain(text: &str, at: usize) -> (FlowToken<'_>, usize) {
    let bytes = text.as_bytes();
    let is_stop = |index: usize| match bytes[index] {
        b':' => ends_word(index + 1, bytes),
        b'#' => index == at || bytes[index - 1].is_ascii_whitespace(),
        byte => is_indicator(byte.into()),
    };
    let stop = (at..bytes.len()).find(|index| is_stop(*index)).unwrap_or(bytes.len());
    let words = text[at..stop].trim_ascii_end();
    let begins = match bytes[at] {
        b'-' | b'?' => !ends_word(at + 1, bytes),
        byte => !b"|>%@`".contains(&byte),
    };
    let is_key = bytes.get(stop) == Some(&b':');
    if words.is_empty() || !begins || (is_key && words.contains(['\n', '\r'])) {
        return (FlowToken::Odd, stop.max(at + 1));
    }
    if is_key {
        return (FlowToken::Key(Cow::Borrowed(words)), stop + 1);
    }
    let whole = Span::new(at, at + words.len());
    let value = is_string(words).then(|| Scalar::bare(Style::FlowPlain, whole));
    (FlowToken::Scalar(value), stop)
}

fn ends_word(at: usize, bytes: &[u8]) -> bool {
    bytes.get(at).is_none_or(|byte| byte.is_ascii_whitespace() || is_indicator((*byte).into()))
}

/// Where the next part begins behind white space and comments.
fn skip_blank(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        let words = rest.trim_ascii_start();
        let is_apart = at > 0 && text.as_bytes()[at - 1].is_ascii_whitespace();
        let start = text.len() - words.len();
        if !words.starts_with('#') || (start == at && !is_apart) {
            return start;
        }
        at = start + words.find(['\n', '\r']).unwrap_or(words.len());
    }
}

/// Whether a character means something of its own in brackets.
fn is_indicator(c: char) -> bool {
    matches!(c, '[' | ']' | '{' | '}' | ',')
}

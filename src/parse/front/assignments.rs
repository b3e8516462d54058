//! The assignments and tables of TOML, by their bytes.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::model::Span;

use super::brackets::{Brackets, FlowToken};
use super::fields::{Fields, Role};
use super::scalar::{Scalar, Style};
use super::{is_rest_blank, line_end};

/// Adds the strings within `span`.
pub fn read(text: &str, span: Span, fields: &mut Fields<'_>) {
    let text = &text[..span.end];
    let (depth, arrays) = (fields.depth(), FxHashMap::default());
    let mut reader = Reader { text, fields, depth, table: 0, arrays, is_unclosed: false };
    let mut at = skip_blank(text, span.start);
    while at < text.len() {
        let is_header = text[at..].starts_with('[');
        let end = if is_header { reader.header(at) } else { Some(reader.entry(at)) };
        let Some(end) = end else { return };
        at = skip_blank(text, end);
    }
}

struct Reader<'a, 'f, 'n> {
    text: &'a str,
    fields: &'f mut Fields<'n>,
    /// How long the way to the table under way is.
    depth: usize,
    /// The last `[[…]]` that the table under way belongs to.
    table: usize,
    /// Where the last table of each array begins.
    arrays: FxHashMap<String, usize>,
    /// Whether a bracket was met that nothing closes.
    is_unclosed: bool,
}

impl Reader<'_, '_, '_> {
    /// Goes to the table that is named at `at`; returns where its header ends.
    fn header(&mut self, at: usize) -> Option<usize> {
        let brackets = if self.text[at..].starts_with("[[") { "]]" } else { "]" };
        let (name, end) = key(self.text, at + brackets.len())?;
        let end = end + self.text[end..].starts_with(brackets).then_some(brackets.len())?;
        if !is_rest_blank(&self.text[end..]) {
            return None;
        }
        self.fields.back(0);
        self.fields.step(&name);
        self.depth = self.fields.depth();
        self.table = 0;
        if self.fields.leading().is_some() {
            if brackets.len() == 2 {
                self.arrays.insert(name.clone().into_owned(), at);
            }
            let ends = [name.len()].into_iter().chain(name.rmatch_indices('.').map(|(dot, _)| dot));
            let mut owners = ends.filter_map(|end| self.arrays.get(&name[..end]));
            self.table = owners.next().copied().unwrap_or_default();
        }
        Some(end)
    }

    /// Reads the assignment at `at`; returns where it ends.
    fn entry(&mut self, at: usize) -> usize {
        let value = key(self.text, at).and_then(|(name, end)| {
            let rest = self.text[end..].strip_prefix('=')?;
            self.fields.back(self.depth);
            self.fields.enter(&name, self.table);
            Some(self.text.len() - rest.trim_start_matches([' ', '\t']).len())
        });
        let end = value.and_then(|start| self.value(start));
        end.unwrap_or_else(|| line_end(self.text, at))
    }

    /// Adds the value at `start`, if it is a string or in brackets; returns where
    /// its last line ends.
    fn value(&mut self, start: usize) -> Option<usize> {
        if self.text[start..].starts_with(['[', '{']) {
            if self.is_unclosed {
                return None;
            }
            let close = self.brackets(start);
            self.is_unclosed = close.is_none();
            return close;
        }
        let value = string(self.text, start)?;
        if is_rest_blank(&self.text[value.whole.end..]) {
            self.fields.add(value, Role::Value);
        }
        Some(line_end(self.text, value.whole.end))
    }

    /// Adds what stands in the brackets at `start`; returns where they close.
    fn brackets(&mut self, start: usize) -> Option<usize> {
        let known = self.fields.count();
        let mut brackets = Brackets::new(Role::Value, self.fields);
        let close = self.close(start, &mut brackets);
        if brackets.is_odd() || !close.is_some_and(|close| is_rest_blank(&self.text[close..])) {
            self.fields.forget(known);
        }
        close.map(|close| line_end(self.text, close))
    }

    /// Takes part after part from `at` until all brackets are closed; returns where.
    fn close(&mut self, mut at: usize, brackets: &mut Brackets) -> Option<usize> {
        loop {
            let (token, next) = token(self.text, at, brackets)?;
            brackets.take(token, at, self.fields);
            if brackets.is_closed() {
                return Some(next);
            }
            at = skip_blank(self.text, next);
        }
    }
}

/// The part of brackets that begins at `at`, and where it ends; none at the end.
fn token<'a>(text: &'a str, at: usize, brackets: &Brackets) -> Option<(FlowToken<'a>, usize)> {
    let byte = *text.as_bytes().get(at)?;
    Some(match byte {
        b']' | b'}' => (FlowToken::Close(byte), at + 1),
        b',' => (FlowToken::Comma, at + 1),
        _ if brackets.wants_key() => match key(text, at) {
            Some((name, end)) if text[end..].starts_with('=') => (FlowToken::Key(name), end + 1),
            _ => (FlowToken::Odd, at + text[at..].chars().next()?.len_utf8()),
        },
        b'[' | b'{' => (FlowToken::Open(byte), at + 1),
        b'"' | b'\'' => match string(text, at) {
            Some(value) => (FlowToken::Scalar(Some(value)), value.whole.end),
            None => (FlowToken::Odd, at + 1),
        },
        _ => {
            let length = text[at..].find([',', ']', '}', '#', '\n', '\r']);
            (FlowToken::Scalar(None), length.map_or(text.len(), |length| at + length))
        }
    })
}

/// The dotted key at `at` and where the next mark stands behind it.
fn key(text: &str, at: usize) -> Option<(Cow<'_, str>, usize)> {
    let (first, mut rest) = part(&text[at..])?;
    let mut name = Cow::Borrowed(first);
    while let Some(behind) = rest.strip_prefix('.') {
        let (next, behind) = part(behind)?;
        name.to_mut().push('.');
        name.to_mut().push_str(next);
        rest = behind;
    }
    Some((name, text.len() - rest.len()))
}

/// The part of a dotted key that `text` begins with, and what stands behind it.
fn part(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches([' ', '\t']);
    let (name, rest) = match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].split_once(quote)?,
        _ => text.split_at(text.find(is_end).unwrap_or(text.len())),
    };
    let is_simple = !name.is_empty() && !name.contains(['\\', '\n', '\r']);
    is_simple.then_some((name, rest.trim_start_matches([' ', '\t'])))
}

fn is_end(c: char) -> bool {
    !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')
}

/// The string that begins at `start`.
fn string(text: &str, start: usize) -> Option<Scalar> {
    for (quotes, style) in [
        ("\"\"\"", Style::Double),
        ("'''", Style::Verbatim),
        ("\"", Style::Double),
        ("'", Style::Verbatim),
    ] {
        let is_long = quotes.len() == 3;
        let end = if is_long { text.len() } else { line_end(text, start) };
        if let Some(inner) = text[start..end].strip_prefix(quotes) {
            let length = closing(inner, quotes, style)?;
            let whole = Span::new(start, start + 2 * quotes.len() + length);
            return Some(Scalar::quoted(style, whole, quotes.len()));
        }
    }
    None
}

/// Where the string ends that `inner` begins with.
fn closing(inner: &str, quotes: &str, style: Style) -> Option<usize> {
    let (bytes, quote) = (inner.as_bytes(), quotes.as_bytes()[0]);
    let mut at = 0;
    loop {
        at += memchr::memchr2(quote, b'\\', bytes.get(at..)?)?;
        if bytes[at] == b'\\' {
            at += if style == Style::Double { 2 } else { 1 };
        } else if bytes[at..].starts_with(quotes.as_bytes()) {
            // Up to two quotes may stand before the three that close.
            let more = bytes[at + quotes.len()..].iter().take(2);
            let extra = more.take_while(|byte| quotes.len() == 3 && **byte == quote).count();
            return Some(at + extra);
        } else {
            at += 1;
        }
    }
}

/// Where the next thing begins behind white space, line ends and comments.
fn skip_blank(text: &str, mut at: usize) -> usize {
    loop {
        at = text.len() - text[at..].trim_ascii_start().len();
        if !text[at..].starts_with('#') {
            return at;
        }
        at = line_end(text, at);
    }
}

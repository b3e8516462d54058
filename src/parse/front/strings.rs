//! Strings of YAML, by their bytes.

use crate::model::Span;
use crate::parse::lines::lines;

use super::is_rest_blank;
use super::scalar::{Scalar, Style};

/// A string that begins at `start`, below a parent `indent` deep; the front
/// matter ends at `end`.
pub fn string(text: &str, start: usize, end: usize, indent: usize) -> Option<Scalar> {
    match text.as_bytes()[start] {
        b'"' => quoted(text, start, end, Style::Double),
        b'\'' => quoted(text, start, end, Style::Single),
        b'|' | b'>' => block(text, start, end, indent),
        _ if is_marked(&text[start..end]) => None,
        _ => plain(text, start, end, indent),
    }
}

/// Where the string in quotes closes that begins at `start`.
pub fn closing(text: &str, start: usize, end: usize, style: Style) -> Option<usize> {
    let bytes = &text.as_bytes()[..end];
    let mut index = start + 1;
    loop {
        index += memchr::memchr3(b'"', b'\'', b'\\', bytes.get(index..)?)?;
        match (bytes[index], style) {
            (b'"', Style::Double) => return Some(index),
            (b'\'', Style::Single) if bytes.get(index + 1) != Some(&b'\'') => return Some(index),
            (b'\\', Style::Double) | (b'\'', Style::Single) => index += 2,
            _ => index += 1,
        }
    }
}

/// Whether a value begins with a mark that makes it no plain string.
fn is_marked(rest: &str) -> bool {
    rest.starts_with(['[', '{', '&', '*', '!', '%', '@', '`', ']', '}', ',', '#'])
        || rest.strip_prefix(['-', '?', ':']).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_whitespace())
        })
}

/// Whether words without quotes mean a string.
pub fn is_string(words: &str) -> bool {
    let is_other =
        ["true", "false", "null", "~"].iter().any(|word| word.eq_ignore_ascii_case(words));
    !words.is_empty() && !is_other && !is_number(words) && !is_moment(words)
}

fn is_number(words: &str) -> bool {
    let unsigned = words.trim_start_matches(['+', '-']);
    let begins = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    begins
        && (unsigned.parse::<f64>().is_ok()
            || is_whole("0x", unsigned)
            || is_whole("0o", unsigned)
            || matches!(unsigned, ".inf" | ".nan"))
}

fn is_whole(prefix: &str, unsigned: &str) -> bool {
    let digits = unsigned.strip_prefix(prefix).unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A date with a time, such as `2026-01-31T12:00:00Z`.
fn is_moment(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.get(4) == Some(&b'-')
        && bytes.iter().all(|byte| byte.is_ascii_digit() || b"-:.+ TtZz".contains(byte))
}

fn quoted(text: &str, start: usize, end: usize, style: Style) -> Option<Scalar> {
    let close = closing(text, start, end, style)?;
    let is_last = is_rest_blank(&text[close + 1..end]);
    is_last.then(|| Scalar::quoted(style, Span::new(start, close + 1), 1))
}

fn plain(text: &str, start: usize, end: usize, indent: usize) -> Option<Scalar> {
    let mut line = lines(text, Span::new(start, end)).next()?;
    let mut last = uncommented(text, line);
    for next in indented(text, line.end, end, indent) {
        let is_commented = last.end < line.start + text[line.range()].trim_ascii_end().len();
        let part = uncommented(text, next);
        if is_commented || text[part.range()].trim_ascii().is_empty() {
            break;
        }
        (line, last) = (next, part);
    }
    let whole = Span::new(start, last.end);
    let words = &text[whole.range()];
    (is_string(words) && !has_colon(words)).then(|| Scalar::bare(Style::Plain, whole))
}

/// Whether there is the mark of a key, which no plain string may hold.
fn has_colon(words: &str) -> bool {
    let bytes = words.as_bytes();
    memchr::memchr_iter(b':', bytes).any(|at| bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace))
}

/// The text below `|` or `>`.
fn block(text: &str, start: usize, end: usize, indent: usize) -> Option<Scalar> {
    let header = lines(text, Span::new(start, end)).next()?;
    let mut content = indented(text, header.end, end, indent);
    let first = content.next()?;
    // Unless the header says how deep the text is, its first line does.
    let is_told = text[header.range()].contains(|c: char| c.is_ascii_digit());
    let margin = if is_told { 0 } else { depth(&text[first.range()]) };
    let last = content.take_while(|line| depth(&text[line.range()]) >= margin).last();
    let last = last.unwrap_or(first);
    let begin = first.end - text[first.range()].trim_ascii_start().len();
    let end = last.start + text[last.range()].trim_ascii_end().len();
    Some(Scalar::bare(Style::Block, Span::new(begin, end)))
}

/// The lines behind the line end at `from` that are deeper than `indent`, blank ones left out.
fn indented(text: &str, from: usize, end: usize, indent: usize) -> impl Iterator<Item = Span> {
    lines(text, Span::new(from, end))
        .skip(1)
        .filter(|line| !text[line.range()].trim_ascii().is_empty())
        .take_while(move |line| depth(&text[line.range()]) > indent)
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// A line without the comment and white space at its end.
fn uncommented(text: &str, line: Span) -> Span {
    let slice = &text[line.range()];
    let comment = slice.match_indices('#').map(|(index, _)| index);
    let cut =
        comment.filter(|index| slice[..*index].ends_with([' ', '\t'])).min().unwrap_or(slice.len());
    Span::new(line.start, line.start + slice[..cut].trim_ascii_end().len())
}

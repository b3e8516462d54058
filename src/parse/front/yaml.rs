//! Simple strings at the top level of YAML, by their bytes.

use crate::model::Span;
use crate::parse::lines::lines;

use super::Field;
use super::scalar::{Scalar, Style};

/// The fields within `span` whose values are strings.
pub fn fields(text: &str, span: Span) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    let mut end = span.start;
    for line in lines(text, span) {
        if line.start < end {
            continue;
        }
        let found = key(&text[line.range()]).and_then(|(name, length)| {
            let value = value(text, line.start + length, span.end)?;
            Some(Field { name, value })
        });
        if let Some(field) = found {
            end = field.value.whole.end;
            fields.push(field);
        }
    }
    fields
}

/// The key that a line begins with, and how far its colon reaches.
fn key(line: &str) -> Option<(&str, usize)> {
    if line.starts_with([' ', '\t', '#', '-', '?', '[', '{']) {
        return None;
    }
    if let Some(quote) = line.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let name = line[1..].split(quote).next()?;
        let rest = line.get(name.len() + 2..)?;
        let colon = rest.find(':').filter(|colon| rest[..*colon].trim().is_empty())?;
        return Some((name, name.len() + 2 + colon + 1));
    }
    let colon = line
        .match_indices(':')
        .map(|(index, _)| index + 1)
        .find(|end| line[*end..].is_empty() || line[*end..].starts_with([' ', '\t']))?;
    Some((line[..colon - 1].trim_ascii_end(), colon))
}

/// The string behind a colon, if it is one.
fn value(text: &str, colon: usize, end: usize) -> Option<Scalar> {
    let line = lines(text, Span::new(colon, end)).next()?;
    let inline = text[line.range()].trim_ascii_start();
    if inline.is_empty() {
        return below(text, line.end, end);
    }
    let start = line.end - inline.len();
    match inline.as_bytes()[0] {
        b'|' | b'>' => block(text, line, end),
        b'#' => below(text, line.end, end),
        _ => flow(text, start, end),
    }
}

/// A string that begins on the line below its key.
fn below(text: &str, line_end: usize, end: usize) -> Option<Scalar> {
    let line = indented(text, line_end, end).next()?;
    let slice = text[line.range()].trim_ascii();
    let is_mapping = slice.contains(": ") || slice.ends_with(':');
    let is_quoted = slice.starts_with(['"', '\'']);
    if slice.starts_with(['-', '#', '?', '|', '>']) || (is_mapping && !is_quoted) {
        return None;
    }
    flow(text, line.end - text[line.range()].trim_ascii_start().len(), end)
}

/// A string with or without quotes that begins at `start`.
fn flow(text: &str, start: usize, end: usize) -> Option<Scalar> {
    match text.as_bytes()[start] {
        b'"' => quoted(text, start, end, Style::Double),
        b'\'' => quoted(text, start, end, Style::Single),
        b'[' | b'{' | b'&' | b'*' | b'!' | b'%' | b'@' | b'`' | b']' | b'}' | b',' => None,
        _ => plain(text, start, end),
    }
}

fn quoted(text: &str, start: usize, end: usize, style: Style) -> Option<Scalar> {
    let bytes = &text.as_bytes()[..end];
    let mut index = start + 1;
    let close = loop {
        index += memchr::memchr3(b'"', b'\'', b'\\', bytes.get(index..)?)?;
        match (bytes[index], style) {
            (b'"', Style::Double) => break index,
            (b'\'', Style::Single) if bytes.get(index + 1) != Some(&b'\'') => break index,
            (b'\\', Style::Double) | (b'\'', Style::Single) => index += 2,
            _ => index += 1,
        }
    };
    let rest = lines(text, Span::new(close + 1, end)).next().map_or("", |line| &text[line.range()]);
    let is_last = rest.trim_ascii().is_empty() || rest.trim_ascii_start().starts_with('#');
    is_last.then(|| Scalar::quoted(style, Span::new(start, close + 1), 1))
}

fn plain(text: &str, start: usize, end: usize) -> Option<Scalar> {
    let mut line = lines(text, Span::new(start, end)).next()?;
    let mut last = uncommented(text, line);
    for next in indented(text, line.end, end) {
        if last.end < line.start + text[line.range()].trim_ascii_end().len() {
            break;
        }
        line = next;
        last = uncommented(text, line);
    }
    let whole = Span::new(start, last.end);
    let slice = &text[whole.range()];
    let is_other =
        ["true", "false", "null", "~"].iter().any(|word| word.eq_ignore_ascii_case(slice));
    (!is_other && !slice.contains(": ") && !slice.is_empty())
        .then(|| Scalar::bare(Style::Plain, whole))
}

/// The text below `|` or `>`.
fn block(text: &str, header: Span, end: usize) -> Option<Scalar> {
    let mut content = indented(text, header.end, end);
    let first = content.next()?;
    let last = content.last().unwrap_or(first);
    let trimmed = |line: Span| text[line.range()].trim_ascii();
    let start = first.end - text[first.range()].trim_ascii_start().len();
    let end = last.start + text[last.range()].trim_ascii_end().len();
    (!trimmed(first).is_empty()).then(|| Scalar::bare(Style::Block, Span::new(start, end)))
}

/// The indented lines behind the line end at `from`, blank ones left out.
fn indented(text: &str, from: usize, end: usize) -> impl Iterator<Item = Span> {
    lines(text, Span::new(from, end))
        .skip(1)
        .filter(|line| !text[line.range()].trim_ascii().is_empty())
        .take_while(|line| text[line.range()].starts_with([' ', '\t']))
}

/// A line without the comment and white space at its end.
fn uncommented(text: &str, line: Span) -> Span {
    let slice = &text[line.range()];
    let comment = slice.match_indices('#').map(|(index, _)| index);
    let cut =
        comment.filter(|index| slice[..*index].ends_with([' ', '\t'])).min().unwrap_or(slice.len());
    Span::new(line.start, line.start + slice[..cut].trim_ascii_end().len())
}

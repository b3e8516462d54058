//! Strings at the top level of TOML, by their bytes.

use crate::model::Span;
use crate::parse::lines::lines;

use super::Field;
use super::scalar::{Scalar, Style};

/// The fields within `span`, before its first table, whose values are strings.
pub fn fields(text: &str, span: Span) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    let mut end = span.start;
    for line in lines(text, span) {
        let slice = &text[line.range()];
        if line.start < end {
            continue;
        }
        if slice.starts_with('[') {
            break;
        }
        let found = slice.split_once('=').and_then(|(name, rest)| {
            let start = line.end - rest.trim_ascii_start().len();
            let name = name.trim_ascii().trim_matches(['"', '\'']);
            Some(Field { name, value: string(text, start, span.end)? })
        });
        if let Some(field) = found {
            end = field.value.whole.end;
            fields.push(field);
        }
    }
    fields
}

fn string(text: &str, start: usize, end: usize) -> Option<Scalar> {
    let rest = &text[start..end];
    for (quotes, style) in [
        ("\"\"\"", Style::Double),
        ("'''", Style::Verbatim),
        ("\"", Style::Double),
        ("'", Style::Verbatim),
    ] {
        if let Some(inner) = rest.strip_prefix(quotes) {
            let length = closing(inner, quotes, style)?;
            let is_long = quotes.len() == 3;
            let is_whole = is_long || !inner[..length].contains(['\n', '\r']);
            let whole = Span::new(start, start + 2 * quotes.len() + length);
            return is_whole.then(|| Scalar::quoted(style, whole, quotes.len()));
        }
    }
    None
}

/// Where the string ends that `inner` begins with.
fn closing(inner: &str, quotes: &str, style: Style) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = inner.get(at..)?;
        let end = rest.find(quotes)?;
        match rest[..end].find('\\').filter(|_| style == Style::Double) {
            Some(slash) => {
                at += slash + 1 + rest[slash + 1..].chars().next().map_or(1, char::len_utf8);
            }
            None => {
                // Up to two quotes may stand before the three that close.
                let more = rest[end + quotes.len()..].bytes().take(2);
                let quote = quotes.as_bytes()[0];
                let extra = more.take_while(|byte| quotes.len() == 3 && *byte == quote).count();
                return Some(at + end + extra);
            }
        }
    }
}

//! A string in front matter: how it is quoted, what it says, how to say more.

use std::borrow::Cow;

use crate::model::Span;
use crate::parse::folding::Folded;

/// How a string is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// YAML without quotes.
    Plain,
    /// YAML without quotes in brackets, where more characters need quotes.
    FlowPlain,
    /// YAML in single quotes, `''` for one of them.
    Single,
    /// In double quotes with backslashes, in YAML or TOML.
    Double,
    /// YAML's indented text below `|` or `>`.
    Block,
    /// TOML in single quotes, one or three, where nothing is escaped.
    Verbatim,
}

/// A string's place in the file.
#[derive(Clone, Copy, Debug)]
pub struct Scalar {
    pub style: Style,
    /// Its bytes with the quotes.
    pub whole: Span,
    /// Its bytes without them.
    pub inner: Span,
}

impl Scalar {
    /// A string between quotes of `width` bytes.
    pub fn quoted(style: Style, whole: Span, width: usize) -> Self {
        Self { style, whole, inner: Span::new(whole.start + width, whole.end - width) }
    }

    /// A string without quotes.
    pub fn bare(style: Style, whole: Span) -> Self {
        Self { style, whole, inner: whole }
    }

    /// What it says on one line, with the way back to its bytes.
    pub fn folded<'a>(&self, text: &'a str) -> Folded<'a> {
        let raw = &text[self.inner.range()];
        let has_escape = match self.style {
            Style::Double => raw.contains('\\'),
            Style::Single => raw.contains('\''),
            Style::Plain | Style::FlowPlain | Style::Block | Style::Verbatim => false,
        };
        if has_escape { self.unescaped(raw) } else { Folded::new(text, self.inner, 0) }
    }

    /// The whole string anew, with `edits` in place of spans of its bytes.
    pub fn rewritten(&self, text: &str, edits: &[(Span, String)]) -> String {
        let escaped: Option<Vec<Cow<'_, str>>> =
            edits.iter().map(|(_, new)| self.escaped(new)).collect();
        if let Some(escaped) = escaped {
            let spans = edits.iter().map(|(span, _)| *span).zip(escaped);
            return spliced(text, self.whole, spans);
        }
        if self.style == Style::Verbatim {
            return self.verbatim_anew(text, edits);
        }
        let folded = self.folded(text);
        let spans =
            edits.iter().map(|(span, new)| (folded.to_folded(*span), Cow::Borrowed(new.as_str())));
        let said = spliced(&folded.text, Span::new(0, folded.text.len()), spans);
        let is_line = !text[self.inner.range()].contains(['\n', '\r']);
        let is_bare = match self.style {
            Style::Plain => is_plain(&said),
            Style::FlowPlain => is_flow_plain(&said),
            _ => false,
        };
        if is_bare && is_line {
            return said;
        }
        format!("\"{}\"", escape_double(&said))
    }

    /// `text` as it can stand inside, or none if the whole must change.
    fn escaped<'a>(&self, text: &'a str) -> Option<Cow<'a, str>> {
        let has_control = text.contains(char::is_control);
        match self.style {
            Style::Double => Some(Cow::Owned(escape_double(text))),
            Style::Single => (!has_control).then(|| Cow::Owned(text.replace('\'', "''"))),
            Style::Block if has_control => Some(Cow::Owned(text.replace(char::is_control, " "))),
            Style::Block => Some(Cow::Borrowed(text)),
            Style::Verbatim => {
                (!has_control && !text.contains('\'')).then_some(Cow::Borrowed(text))
            }
            Style::Plain | Style::FlowPlain => None,
        }
    }

    /// A verbatim string turned into one with escapes, over as many lines.
    fn verbatim_anew(&self, text: &str, edits: &[(Span, String)]) -> String {
        let width = self.inner.start - self.whole.start;
        let quotes = if width == 3 { "\"\"\"" } else { "\"" };
        let mut out = String::from(quotes);
        let mut from = self.inner.start;
        for (span, new) in edits {
            out.push_str(&escape_lines(&text[from..span.start]));
            out.push_str(&escape_double(new));
            from = span.end;
        }
        out.push_str(&escape_lines(&text[from..self.inner.end]));
        out + quotes
    }

    fn unescaped<'a>(&self, raw: &'a str) -> Folded<'a> {
        let base = self.inner.start;
        let (mut said, mut marks) = (String::with_capacity(raw.len()), vec![(0, base)]);
        let mut at = 0;
        while let Some(c) = raw[at..].chars().next() {
            let rest = &raw[at..];
            let (length, new) = match c {
                '\\' if self.style == Style::Double => escape(rest),
                '\'' if self.style == Style::Single => (rest.len().min(2), Some('\'')),
                c if c.is_ascii_whitespace() => {
                    (rest.len() - rest.trim_ascii_start().len(), Some(' '))
                }
                c => {
                    said.push(c);
                    at += c.len_utf8();
                    continue;
                }
            };
            marks.push((said.len(), base + at));
            let new = new.map(|c| if c.is_ascii_whitespace() { ' ' } else { c });
            said.extend(new.filter(|c| *c != ' ' || !said.ends_with(' ')));
            at += length;
            marks.push((said.len(), base + at));
        }
        Folded::with_marks(Cow::Owned(said), marks)
    }
}

/// The bytes of `span` with `edits` in place of parts of them.
fn spliced<'a>(
    text: &str,
    span: Span,
    edits: impl Iterator<Item = (Span, Cow<'a, str>)>,
) -> String {
    let (mut out, mut from) = (String::new(), span.start);
    for (edit, new) in edits {
        out.push_str(&text[from..edit.start]);
        out.push_str(&new);
        from = edit.end;
    }
    out.push_str(&text[from..span.end]);
    out
}

/// How long the escape is that `rest` begins with, and what it says.
fn escape(rest: &str) -> (usize, Option<char>) {
    let Some(letter) = rest[1..].chars().next() else { return (1, None) };
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if let Some(code) = rest.get(2..2 + digits).filter(|_| digits > 0) {
        let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        return (2 + digits, Some(character.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
    let said = match letter {
        '\n' | '\r' => {
            return (rest.len() - rest[1..].trim_ascii_start().len(), None);
        }
        // TOML lets blanks stand behind the backslash that ends a line.
        ' ' | '\t' => {
            let line = rest[1..].trim_start_matches([' ', '\t']);
            let is_end = line.starts_with(['\n', '\r']);
            let length = if is_end { rest.len() - line.trim_ascii_start().len() } else { 2 };
            return (length, Some(' '));
        }
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        other => other,
    };
    (1 + letter.len_utf8(), Some(said))
}

/// `text` for a string in double quotes.
fn escape_double(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}') => {
                out.extend(format!("\\u{:04X}", u32::from(c)).chars());
            }
            c => out.push(c),
        }
    }
    out
}

/// `text` for a string over several lines, whose line ends stay.
fn escape_lines(text: &str) -> String {
    text.split_inclusive(['\n', '\r'])
        .map(|line| {
            let inner = line.trim_end_matches(['\n', '\r']);
            escape_double(inner) + &line[inner.len()..]
        })
        .collect()
}

/// Whether a text can stand in YAML without quotes and means a string.
fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let begins = first.is_some_and(|c| c.is_alphabetic() || "«“„(/$№".contains(c));
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    begins
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' ', '\u{a0}'])
        && !text
            .contains(|c: char| c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}'))
        && !words.iter().any(|word| word.eq_ignore_ascii_case(text))
        && !matches!(text, ".inf" | ".nan")
}

/// Whether it can stand so within brackets, for the oldest readers of YAML, too.
fn is_flow_plain(text: &str) -> bool {
    is_plain(text) && !text.contains([',', '[', ']', '{', '}', ':', '?'])
}

//! A document's text with other words in it, and nothing else changed.

use std::borrow::Cow;

use crate::model::{Block, Document, Kind, Span};

use super::Syntax;
use super::front::fields;
use super::markdown::{escape_heading, escape_line_end, escape_line_start, escape_marks};

/// The document's text with segments replaced.
///
/// `replacement(i)` gives the new text of segment `i`; none keeps it. With none
/// everywhere, or each segment's own text, the result is the document's text to
/// the byte. An empty text takes the space beside it along, and with the last
/// sentence of a block goes its line.
pub fn render<'a>(
    document: &Document,
    syntax: Syntax,
    replacement: impl Fn(usize) -> Option<Cow<'a, str>>,
) -> String {
    let text = &document.text;
    let fields = if syntax == Syntax::Markdown { fields(text) } else { Vec::new() };
    let mut fields = fields.iter().peekable();
    let mut output = Output { text, out: String::with_capacity(text.len()), done: 0, line: 0 };
    for block in &document.blocks {
        while fields.next_if(|field| field.value.whole.end < block.span.end).is_some() {}
        let field = fields.peek().filter(|field| field.value.whole.start <= block.span.start);
        let new = block.segments.clone().filter_map(|index| Some((index, replacement(index)?)));
        let new = new.filter(|(index, new)| *new != document.segments[*index].text);
        let new = new.map(|(index, new)| (document.segments[index].span, one_line(new)));
        if let Some(field) = field {
            let edits: Vec<_> = new.map(|(span, new)| (span, new.into_owned())).collect();
            if !edits.is_empty() {
                output.put(field.value.whole, &field.value.rewritten(text, &edits));
            }
            continue;
        }
        let new: Vec<_> = new.collect();
        let is_empty = |(_, new): &(Span, Cow<'_, str>)| new.is_empty();
        if new.len() == block.segments.len() && new.iter().all(is_empty) && output.drop_lines(block)
        {
            continue;
        }
        for (span, new) in new {
            if new.is_empty() {
                output.leave_out(span, block);
                continue;
            }
            let new = if syntax == Syntax::Markdown {
                output.place(block, span).escape(new)
            } else {
                new
            };
            output.put(span, &new);
        }
    }
    output.finish()
}

/// What may stand before a block's words: the marks of headings, items and quotations.
const MARKERS: &str = "#>-*+•—–.):[]";

struct Output<'t> {
    text: &'t str,
    out: String,
    done: usize,
    /// Where the line begins that was written last.
    line: usize,
}

impl<'t> Output<'t> {
    fn place(&mut self, block: &'t Block, span: Span) -> Place<'t> {
        // Only what is new is searched, or one long line would cost its square.
        let new = &self.text.as_bytes()[self.done..span.start];
        if let Some(index) = memchr::memrchr2(b'\n', b'\r', new) {
            self.line = self.done + index + 1;
        }
        Place { text: self.text, block, span, prefix: &self.text[self.line..span.start] }
    }

    fn put(&mut self, span: Span, new: &str) {
        self.out.push_str(&self.text[self.done..span.start]);
        self.out.push_str(new);
        let old = &self.text.as_bytes()[span.range()];
        if let Some(index) = memchr::memrchr2(b'\n', b'\r', old) {
            self.line = span.start + index + 1;
        }
        self.done = span.end;
    }

    /// Leaves a sentence out with the space between it and the next one, or the one before.
    fn leave_out(&mut self, span: Span, block: &Block) {
        self.put(span, "");
        let rest = &self.text[span.end..block.span.end.max(span.end)];
        let blank = rest.len() - rest.trim_start().len();
        if blank < rest.len() {
            self.done += blank;
        } else if span.start > block.span.start {
            self.out.truncate(self.out.trim_end().len());
        }
    }

    /// Leaves a block's lines out where nothing else stands on them; tells whether it did.
    fn drop_lines(&mut self, block: &Block) -> bool {
        let (start, end) = (block.span.start, block.span.end);
        let first = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let last = self.text[end..].find('\n').map_or(self.text.len(), |at| end + at + 1);
        let is_marker = |c: char| c.is_whitespace() || c.is_ascii_digit() || MARKERS.contains(c);
        let alone = self.text[first..start].chars().all(is_marker)
            && self.text[end..last].trim().trim_start_matches('#').is_empty();
        let next = self.text[last..].lines().next().unwrap_or_default().trim_end();
        let underlined = !next.is_empty() && next.chars().all(|c| matches!(c, '=' | '-'));
        if !alone || underlined || first < self.done || block.kind == Kind::Cell {
            return false;
        }
        self.out.push_str(&self.text[self.done..first]);
        self.done = last;
        let is_apart = self.out.is_empty() || self.out.ends_with("\n\n");
        if is_apart && next.is_empty() && last < self.text.len() {
            self.done += self.text[last..].find('\n').map_or(0, |at| at + 1);
        }
        self.line = self.done;
        true
    }

    fn finish(mut self) -> String {
        self.out.push_str(&self.text[self.done..]);
        self.out
    }
}

/// Where a segment stands in a Markdown file.
struct Place<'t> {
    text: &'t str,
    block: &'t Block,
    span: Span,
    /// What stands before it on its line.
    prefix: &'t str,
}

impl Place<'_> {
    fn escape<'a>(&self, new: Cow<'a, str>) -> Cow<'a, str> {
        let old = &self.text[self.span.range()];
        if let Some(marks) = self.parameter_marks() {
            return escape_parameter(new, &marks);
        }
        let new = escape_line_end(new, old);
        match self.block.kind {
            Kind::Cell => escape_marks(new, &['|']),
            Kind::Caption => self.escape_caption(new),
            Kind::Title | Kind::Heading if self.prefix.trim_end().ends_with('#') => {
                escape_heading(new)
            }
            _ if self.is_line_start() => escape_line_start(new, old),
            _ => new,
        }
    }

    fn escape_caption<'a>(&self, new: Cow<'a, str>) -> Cow<'a, str> {
        match self.text[..self.block.span.start].trim_end().chars().last() {
            Some('"') => escape_marks(new, &['"', '|']),
            Some('\'') => escape_marks(new, &['\'', '|']),
            Some('(') => escape_marks(new, &['(', ')', '|']),
            _ if is_balanced(&new) && !new.contains("[^") => escape_marks(new, &['|']),
            _ => escape_marks(new, &['[', ']', '|']),
        }
    }

    /// What would end a parameter or its line, where no backslash takes its meaning: in tags and in openers.
    fn parameter_marks(&self) -> Option<Vec<char>> {
        let before = &self.text[..self.block.span.start];
        let quote = before.chars().next_back().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        if !self.text[self.block.span.end..].starts_with(quote) {
            return None;
        }
        let outside = before[..before.len() - 1].trim_end();
        let line =
            outside[outside.rfind('\n').map_or(0, |at| at + 1)..].trim_start_matches(is_indent);
        let is_opener = OPENERS.iter().any(|opener| line.starts_with(opener));
        let mut marks = vec![quote];
        marks.extend(Some('|').filter(|_| self.prefix.contains('|')));
        marks.extend(Some('`').filter(|_| line.starts_with("```")));
        if line.contains('{') {
            marks.extend(['{', '}']);
        }
        if line.contains("{{") {
            marks.push('\\');
        }
        (outside.ends_with('=') || is_opener).then_some(marks)
    }

    fn is_line_start(&self) -> bool {
        (self.span.start == self.block.span.start && !self.prefix.contains(['{', '<', '(']))
            || self.prefix.chars().all(|c| c.is_whitespace() || matches!(c, '>' | '\u{feff}'))
    }
}

/// What opens a line whose quoted words are no Markdown.
const OPENERS: [&str; 6] = ["!!!", "???", "===", ":::", "{%", "{{"];

/// Whether a character stands before what a line says: white space, marks of quotations and items.
fn is_indent(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '-')
}

/// Words between quotation marks, with entities for what no backslash guards.
fn escape_parameter<'a>(new: Cow<'a, str>, marks: &[char]) -> Cow<'a, str> {
    if !new.contains(marks) {
        return new;
    }
    let mut escaped = String::with_capacity(new.len() + 16);
    // Where a backslash guards a quotation mark, the entity does.
    let plain = if marks.contains(&'\\') { new.replace("\\\"", "\"") } else { new.into_owned() };
    for c in plain.chars() {
        let entity = match c {
            '"' => "&quot;",
            '\'' => "&#39;",
            '`' => "&#96;",
            '{' => "&#123;",
            '}' => "&#125;",
            '\\' => "&#92;",
            _ => "&#124;",
        };
        if marks.contains(&c) {
            escaped.push_str(entity);
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

/// A text with its line ends as spaces and none at its ends.
fn one_line(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_layout = |c: char| matches!(c, '\n' | '\r');
    if text.contains(is_layout) {
        let lines: Vec<&str> =
            text.split(is_layout).map(str::trim).filter(|line| !line.is_empty()).collect();
        return Cow::Owned(lines.join(" "));
    }
    if text.trim().len() == text.len() { text } else { Cow::Owned(text.trim().to_owned()) }
}

/// Whether each bracket that no backslash precedes has its partner.
fn is_balanced(text: &str) -> bool {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for c in text.chars() {
        match c {
            _ if is_escaped => {}
            '[' => depth += 1,
            ']' if depth == 0 => return false,
            ']' => depth -= 1,
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    depth == 0
}

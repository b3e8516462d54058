//! The keys and lists of YAML, by their indentation.

use crate::model::Span;
use crate::parse::lines::lines;

use super::fields::{Fields, Role};
use super::scalar::Style;
use super::{flow, strings};

/// Adds the strings within `span`.
pub fn read(text: &str, span: Span, fields: &mut Fields<'_>) {
    let root = Frame { kind: Kind::Map, indent: 0, depth: 0, start: span.start, is_open: false };
    let frames = vec![root];
    let mut reader =
        Reader { text, end: span.end, fields, frames, done: span.start, is_unclosed: false };
    for line in lines(text, span) {
        if line.start >= reader.done {
            reader.line(line);
        }
    }
}

struct Reader<'a, 'f, 'n> {
    text: &'a str,
    end: usize,
    fields: &'f mut Fields<'n>,
    /// Never empty: the top level stays.
    frames: Vec<Frame>,
    /// Up to where the text is read.
    done: usize,
    /// Whether a bracket was met that nothing closes.
    is_unclosed: bool,
}

/// A map or a list that the reader is in.
struct Frame {
    kind: Kind,
    indent: usize,
    /// How long the way to it is.
    depth: usize,
    /// Where it begins, which tells it from other maps.
    start: usize,
    /// Whether its last key or dash has nothing behind it yet.
    is_open: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Map,
    List,
}

/// What a line has behind its indentation.
#[derive(Clone, Copy)]
struct Content {
    start: usize,
    end: usize,
    indent: usize,
}

impl Reader<'_, '_, '_> {
    fn line(&mut self, line: Span) {
        let slice = &self.text[line.range()];
        let words = slice.trim_ascii_start();
        if words.is_empty() || words.starts_with('#') {
            return;
        }
        let indent = slice.len() - words.len();
        let content = Content { start: line.start + indent, end: line.end, indent };
        if slice[..indent].contains(|c| c != ' ') {
            self.top().is_open = false;
            return;
        }
        let dashed = is_dashed(words);
        while let [.., _, top] = &self.frames[..] {
            let is_over = top.kind == Kind::List && top.indent == indent && !dashed;
            if top.indent <= indent && !is_over {
                break;
            }
            self.frames.pop();
        }
        let (depth, top) = (self.fields.depth(), self.top());
        let was_open = std::mem::replace(&mut top.is_open, false);
        match (top.kind, dashed) {
            (Kind::Map, false) if top.indent == indent => self.entry(content),
            (Kind::List, true) if top.indent == indent => self.item(content),
            (Kind::Map, true) if was_open => {
                self.push(Kind::List, content, depth);
                self.item(content);
            }
            (_, false) if was_open => self.below(content),
            _ => {}
        }
    }

    /// What stands on a line of its own below its key or dash.
    fn below(&mut self, content: Content) {
        let words = &self.text[content.start..content.end];
        if key(words).is_some() {
            self.push(Kind::Map, content, self.fields.depth());
            self.entry(content);
        } else if !words.starts_with(['|', '>']) {
            self.value(content);
        }
    }

    /// A key of the map on top, and what stands behind it.
    fn entry(&mut self, content: Content) {
        let words = &self.text[content.start..content.end];
        let Some((name, length)) = key(words) else { return self.pass(content) };
        let (depth, start) = (self.top().depth, self.top().start);
        self.fields.back(depth);
        self.fields.enter(name, start);
        match self.rest(content, length) {
            Some(rest) => self.value(rest),
            None => self.top().is_open = true,
        }
    }

    /// An item of the list on top.
    fn item(&mut self, content: Content) {
        let depth = self.top().depth;
        self.fields.back(depth);
        let Some(rest) = self.rest(content, 1) else {
            self.top().is_open = true;
            return;
        };
        let words = &self.text[rest.start..rest.end];
        if is_dashed(words) || self.text[content.start..rest.start].contains('\t') {
            self.pass(rest);
        } else if key(words).is_some() {
            self.push(Kind::Map, rest, depth);
            self.entry(rest);
        } else {
            self.value(rest);
        }
    }

    /// What stands `length` bytes on, without white space before it and unless a comment.
    fn rest(&self, content: Content, length: usize) -> Option<Content> {
        let words = self.text[content.start + length..content.end].trim_ascii_start();
        let start = content.end - words.len();
        let indent = content.indent + start - content.start;
        let is_some = !words.is_empty() && !words.starts_with('#');
        is_some.then_some(Content { start, end: content.end, indent })
    }

    /// A value of what is on top, if it is a string or stands in brackets.
    fn value(&mut self, content: Content) {
        let (text, end, indent) = (self.text, self.end, self.top().indent);
        let role = if self.top().kind == Kind::Map { Role::Value } else { Role::Item };
        let start = content.start;
        if text[start..].starts_with(['[', '{']) {
            if self.is_unclosed {
                return;
            }
            match flow::read(text, Span::new(start, end), role, self.fields) {
                Some(close) => self.done = close,
                None => self.is_unclosed = true,
            }
        } else if let Some(value) = strings::string(text, start, end, indent) {
            self.done = value.whole.end;
            self.fields.add(value, role);
        } else {
            self.pass(content);
        }
    }

    /// Goes past a value that is left alone, which may go on over the next lines.
    fn pass(&mut self, content: Content) {
        let mut words = &self.text[content.start..content.end];
        while words.starts_with(['&', '!', '-', '?', ':']) {
            let mark = words.find([' ', '\t']).unwrap_or(words.len());
            words = words[mark..].trim_ascii_start();
        }
        let start = content.end - words.len();
        if start > content.start && words.starts_with(['"', '\'', '[', '{', '|', '>']) {
            let known = self.fields.count();
            self.value(Content { start, ..content });
            self.fields.forget(known);
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the top level stays")
    }

    fn push(&mut self, kind: Kind, content: Content, depth: usize) {
        let Content { start, indent, .. } = content;
        self.frames.push(Frame { kind, indent, depth, start, is_open: false });
    }
}

/// Whether a line begins with the dash of an item.
fn is_dashed(words: &str) -> bool {
    words.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// The key that a line begins with, and how far its colon reaches.
fn key(line: &str) -> Option<(&str, usize)> {
    if line.starts_with(['#', '-', '?', '[', '{', ':']) {
        return None;
    }
    let style = match line.as_bytes().first() {
        Some(b'"') => Some(Style::Double),
        Some(b'\'') => Some(Style::Single),
        _ => None,
    };
    if let Some(style) = style {
        let close = strings::closing(line, 0, line.len(), style)?;
        let behind = line[close + 1..].trim_ascii_start().strip_prefix(':')?;
        return Some((&line[1..close], line.len() - behind.len()));
    }
    let colon = line
        .match_indices(':')
        .map(|(index, _)| index + 1)
        .find(|end| line[*end..].is_empty() || line[*end..].starts_with([' ', '\t']))?;
    Some((line[..colon - 1].trim_ascii_end(), colon))
}

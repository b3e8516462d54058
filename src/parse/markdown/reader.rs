//! Follows the Markdown parser's events and hands each block on.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::model::{Kind, Span};
use crate::parse::collector::Collector;
use crate::parse::markup::{Markup, Reason};

use super::captions::{image, reference_titles};
use super::comments::{Comment, comments};
use super::html;
use super::leaf::Leaf;
use super::pieces::Pieces;

/// Reads the Markdown of the collector's text from byte `start` on.
pub fn read(collector: &mut Collector<'_>, start: usize) {
    let text = collector.text;
    let body = with_line_feeds(&text[start..]);
    let events = Parser::new_ext(&body, options()).into_offset_iter();
    let titles = reference_titles(text, start, &events);
    Reader::new(collector, titles).read(events, start);
}

/// The same bytes with each lone carriage return as a line feed.
///
/// The parser knows no line that ends with a carriage return alone.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_lone = |index: &usize| bytes.get(index + 1) != Some(&b'\n');
    if !memchr::memchr_iter(b'\r', bytes).any(|index| is_lone(&index)) {
        return Cow::Borrowed(text);
    }
    let mut rest = text.chars().peekable();
    let line_feeds = std::iter::from_fn(|| {
        let c = rest.next()?;
        Some(if c == '\r' && rest.peek() != Some(&'\n') { '\n' } else { c })
    });
    Cow::Owned(line_feeds.collect())
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
}

/// The blocks that the reader stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Item,
    Quotation,
    Heading(HeadingLevel),
    Cell,
    /// A paragraph, list, table or row: no kind of its own.
    Plain,
    Footnote,
    /// Code: its text is not translated.
    Code,
}

struct Reader<'a, 'c> {
    pieces: Pieces<'a, 'c>,
    containers: Vec<Container>,
    quotes: usize,
    leaf: Leaf,
    is_open: bool,
    /// Whether the next block is to be left out.
    skips_next: bool,
    skipped_to: usize,
    /// Titles of link definitions that are still to come, last first.
    titles: Vec<Span>,
}

impl<'a, 'c> Reader<'a, 'c> {
    fn new(collector: &'c mut Collector<'a>, mut titles: Vec<Span>) -> Self {
        titles.reverse();
        Self {
            pieces: Pieces::new(collector),
            containers: Vec::new(),
            quotes: 0,
            leaf: Leaf::new(),
            is_open: false,
            skips_next: false,
            skipped_to: 0,
            titles,
        }
    }

    fn read(mut self, events: OffsetIter<'_>, base: usize) {
        for (event, Range { start, end }) in events {
            let span = Span::new(base + start, base + end);
            match event {
                Event::Start(tag) => self.start(&tag, span),
                Event::End(tag) => self.end(tag, span),
                Event::Text(_) => self.touch(span),
                Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::FootnoteReference(_) => {
                    self.mark(span, Reason::Code);
                }
                Event::InlineHtml(html) => self.inline_html(&html, span),
                Event::HardBreak if self.is_open => self.leaf.breaks.push(span),
                Event::Rule => self.flush(),
                Event::HardBreak | Event::SoftBreak | Event::Html(_) | Event::TaskListMarker(_) => {
                }
            }
        }
        self.flush();
        self.reference_titles(usize::MAX);
        self.pieces.finish();
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        let container = match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {
                return self.touch(Span::new(span.start, span.start));
            }
            Tag::Link { .. } | Tag::Image { .. } => return self.open_link(tag, span),
            Tag::Item => Container::Item,
            Tag::BlockQuote(_) => Container::Quotation,
            Tag::Heading { level, .. } => Container::Heading(*level),
            Tag::TableCell => Container::Cell,
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => Container::Code,
            Tag::FootnoteDefinition(_) => Container::Footnote,
            _ => Container::Plain,
        };
        self.flush();
        self.containers.push(container);
        self.quotes += usize::from(container == Container::Quotation);
        match tag {
            Tag::HtmlBlock => self.html_block(span),
            _ => self.skip(span),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => self.leaf.extend(span.end),
            TagEnd::Link => self.leaf.close_link(span),
            TagEnd::Image => self.leaf.close_image(self.pieces.text(), span),
            _ => {
                self.flush();
                let closed = self.containers.pop();
                self.quotes -= usize::from(closed == Some(Container::Quotation));
            }
        }
    }

    fn open_link(&mut self, tag: &Tag<'_>, span: Span) {
        self.touch(Span::new(span.start, span.start));
        match tag {
            Tag::Image { link_type, .. } => {
                let is_named = matches!(link_type, LinkType::Inline | LinkType::Reference);
                self.leaf.open_image(image(span, is_named));
            }
            _ => self.leaf.open_link(span),
        }
    }

    /// Goes on with the open leaf, or opens one: a tight item has no paragraph.
    fn touch(&mut self, span: Span) {
        if self.containers.last() == Some(&Container::Code) {
            return;
        }
        if !self.is_open {
            self.open(span.start);
        }
        self.leaf.extend(span.end);
    }

    fn open(&mut self, start: usize) {
        self.skip(Span::new(start, start + 1));
        // The parser leaves out the backslash of an escaped first character.
        let is_escaped = self.pieces.text().as_bytes()[..start].last() == Some(&b'\\');
        self.leaf.open(self.kind(), start - usize::from(is_escaped));
        self.leaf.markup.quotes = self.quotes;
        self.is_open = true;
    }

    fn kind(&self) -> Kind {
        let inner = self.containers.iter().rev().find(|container| **container != Container::Plain);
        match inner {
            Some(Container::Item) => Kind::Item,
            Some(Container::Quotation) => Kind::Quotation,
            Some(Container::Heading(HeadingLevel::H1)) => Kind::Title,
            Some(Container::Heading(_)) => Kind::Heading,
            Some(Container::Cell) => Kind::Cell,
            _ => Kind::Paragraph,
        }
    }

    fn mark(&mut self, span: Span, reason: Reason) {
        self.touch(span);
        self.leaf.mark(span, reason);
    }

    fn inline_html(&mut self, html: &str, span: Span) {
        self.mark(span, Reason::Tag);
        let name = html.as_bytes().get(..3).unwrap_or_default();
        if name.eq_ignore_ascii_case(b"<br") {
            self.leaf.breaks.push(span);
        }
    }

    fn html_block(&mut self, span: Span) {
        let mut is_comment = false;
        for comment in comments(&self.pieces.text()[span.range()]) {
            is_comment = true;
            match comment {
                _ if span.start < self.skipped_to => {}
                Comment::Skip => self.skips_next = true,
                Comment::Note(note) => self.pieces.collector.note(note),
                Comment::Other => {}
            }
        }
        if !is_comment {
            self.skip(span);
        }
        if span.start >= self.skipped_to {
            self.html_words(span);
        }
    }

    fn html_words(&mut self, span: Span) {
        for words in html::words(self.pieces.text(), span) {
            self.leaf.open(self.kind(), words.span.start);
            self.leaf.extend(words.span.end);
            self.leaf.markup.quotes = self.quotes;
            self.leaf.markup.opaque = words.opaque;
            self.is_open = true;
            self.flush();
        }
    }

    /// Leaves the block over `span` out if a comment before it says so.
    fn skip(&mut self, span: Span) {
        if self.skips_next {
            self.skips_next = false;
            self.skipped_to = span.end;
        }
    }

    fn flush(&mut self) {
        if !std::mem::take(&mut self.is_open) {
            return;
        }
        self.reference_titles(self.leaf.span.start);
        if self.leaf.span.start >= self.skipped_to {
            self.pieces.add(&mut self.leaf);
        }
    }

    fn reference_titles(&mut self, before: usize) {
        while let Some(title) = self.titles.pop_if(|title| title.start < before) {
            self.pieces.collector.block(Kind::Caption, &[title], &Markup::default());
        }
    }
}

//! Follows the Markdown parser's events and hands each block on.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Parser, Tag, TagEnd};

use crate::model::{Kind, Span};
use crate::parse::collector::Collector;
use crate::parse::markup::{InlineMarkup, Reason};
use crate::text::struck::reaches_into;

use super::captions::{image, reference_titles};
use super::comments::{Comment, comments};
use super::containers::{Container, Containers};
use super::extensions::options;
use super::frame::{Body, Frame, frame};
use super::hidden::hidden;
use super::html;
use super::leaf::Leaf;
use super::pieces::Pieces;

/// Reads the Markdown of the collector's text from byte `start` on.
pub fn read(collector: &mut Collector<'_>, start: usize) {
    let text = collector.text;
    let Frame { body, mut titles, bodies, .. } = frame(&text[start..], start, collector.parameters);
    let events = Parser::new_ext(&body, options()).into_offset_iter();
    titles.extend(reference_titles(text, start, &events));
    titles.sort();
    let hidden = hidden(&body, start);
    titles.retain(|title| !reaches_into(&hidden, *title));
    let reader = Reader { hidden, ..Reader::new(collector, titles, bodies) };
    reader.read(events, start);
}

struct Reader<'a, 'c> {
    pieces: Pieces<'a, 'c>,
    containers: Containers,
    quotes: usize,
    leaf: Leaf,
    is_open: bool,
    /// What a comment says of the next block: that it is left out, or copied.
    order: Option<Comment>,
    skipped_to: usize,
    /// Titles of link definitions and of lines of the frame that are still to come, last first.
    titles: Vec<Span>,
    /// What no reader sees.
    hidden: Vec<Span>,
    /// Openers of indented bodies that are still to come, last first.
    bodies: Vec<Body>,
}

impl<'a, 'c> Reader<'a, 'c> {
    fn new(collector: &'c mut Collector<'a>, mut titles: Vec<Span>, mut bodies: Vec<Body>) -> Self {
        titles.reverse();
        bodies.reverse();
        Self {
            pieces: Pieces::new(collector),
            containers: Containers::default(),
            quotes: 0,
            leaf: Leaf::new(),
            is_open: false,
            order: None,
            skipped_to: 0,
            titles,
            hidden: Vec::new(),
            bodies,
        }
    }

    fn read(mut self, events: OffsetIter<'_>, base: usize) {
        for (event, Range { start, end }) in events {
            let span = self.whole_characters(base + start, base + end);
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

    /// The stretch without half a character at its ends.
    ///
    /// Where a line was made blank, byte by byte, the parser may end a block within a letter of it.
    fn whole_characters(&self, start: usize, end: usize) -> Span {
        let text = self.pieces.text();
        let end = text.floor_char_boundary(end);
        Span::new(text.floor_char_boundary(start).min(end), end)
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
            Tag::Item => self.item(span),
            Tag::DefinitionListDefinition => Container::Item,
            Tag::DefinitionListTitle => Container::Term,
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
            Tag::CodeBlock(_) => self.code_block(span),
            _ => self.skip(span),
        }
    }

    /// An item of a list, or the opener of an indented body.
    fn item(&mut self, span: Span) -> Container {
        while self.bodies.pop_if(|body| body.start < span.start).is_some() {}
        let body = self.bodies.pop_if(|body| body.start == span.start);
        body.map_or(Container::Item, |body| Container::Body(body.column))
    }

    /// Code has no titles of the frame, but one of its own perhaps.
    fn code_block(&mut self, span: Span) {
        self.skip(span);
        self.forget_titles(span);
        let text = self.pieces.text();
        let length = text[span.range()].find(['\n', '\r']).unwrap_or(span.end - span.start);
        let is_fenced = text[span.range()].starts_with(['`', '~']);
        if is_fenced && span.start >= self.skipped_to {
            self.pieces.parameters(Span::new(span.start, span.start + length));
        }
    }

    /// What stands in code or in a comment is no title.
    fn forget_titles(&mut self, span: Span) {
        self.reference_titles(span.start);
        while self.titles.pop_if(|title| title.start < span.end).is_some() {}
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
        if self.containers.is_in(Container::Code) {
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
        self.leaf.open(self.containers.kind(), start - usize::from(is_escaped));
        self.leaf.markup.quotes = self.quotes;
        self.leaf.column = self.containers.column();
        self.leaf.is_term = self.containers.is_in(Container::Term);
        self.is_open = true;
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
            if !is_comment {
                self.forget_titles(span);
            }
            is_comment = true;
            match comment {
                _ if span.start < self.skipped_to => {}
                Comment::Skip | Comment::Copy => self.order = Some(comment),
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
            if let Some(tag) = words.tag.filter(|tag| !reaches_into(&self.hidden, *tag)) {
                self.pieces.parameters(tag);
            }
            self.leaf.open(self.containers.kind(), words.span.start);
            self.leaf.extend(words.span.end);
            self.leaf.markup.quotes = self.quotes;
            self.leaf.markup.opaque = words.opaque;
            self.is_open = true;
            self.flush();
        }
    }

    /// Leaves the block over `span` out if a comment before it says so.
    fn skip(&mut self, span: Span) {
        let Some(order) = self.order.take() else { return };
        self.skipped_to = span.end;
        if order == Comment::Skip {
            self.pieces.collector.skipped(span);
        }
    }

    fn flush(&mut self) {
        if !std::mem::take(&mut self.is_open) {
            return;
        }
        // A line of the frame inside running HTML is not what it looks like.
        self.forget_titles(self.leaf.span);
        if self.leaf.span.start >= self.skipped_to && self.leaf.is_shown(&self.hidden) {
            self.pieces.add(&mut self.leaf);
        }
    }

    fn reference_titles(&mut self, before: usize) {
        while let Some(title) = self.titles.pop_if(|title| title.start < before) {
            self.pieces.collector.block(Kind::Caption, &[title], &InlineMarkup::default());
        }
    }
}

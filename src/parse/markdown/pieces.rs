//! Cuts a block where the author's content system sees more than one.
//!
//! To CommonMark a line of template tags, a variable left unresolved, or an
//! item behind a no-break space is just a line of the paragraph around it.

use crate::model::{Kind, Span};
use crate::parse::bullets::{Bullet, Sign, bullet, can_follow};
use crate::parse::collector::Collector;
use crate::parse::lines::{lines, trim};
use crate::parse::markup::{Markup, Reason};
use crate::parse::prose::has_prose;
use crate::parse::special::{is_date, is_directive, is_placeholder};
use crate::parse::templates::{is_anchor, templates};

use super::leaf::Leaf;

/// Hands the pieces of each leaf to the collector.
pub struct Pieces<'a, 'c> {
    pub collector: &'c mut Collector<'a>,
    has_heading: bool,
    /// The block below a date or a variable at the document's head.
    headline: Option<usize>,
}

/// What a line means to the block it stands in.
enum Line {
    /// Not text; a piece ends before it.
    Apart,
    /// A macro around words of its own.
    Macro,
    /// The first line of a cell in a table that CommonMark doesn't know.
    Row(usize),
    /// The first line of an item, whose text begins at this byte.
    Item(usize),
    Text,
}

impl<'a, 'c> Pieces<'a, 'c> {
    /// For the document of `collector`.
    pub fn new(collector: &'c mut Collector<'a>) -> Self {
        Self { collector, has_heading: false, headline: None }
    }

    /// The document's text.
    pub fn text(&self) -> &'a str {
        self.collector.text
    }

    /// Adds the blocks that a leaf holds.
    pub fn add(&mut self, leaf: &mut Leaf) {
        let text = self.text();
        add_templates(text, leaf);
        if leaf.kind == Kind::Title && std::mem::replace(&mut self.has_heading, true) {
            leaf.kind = Kind::Heading;
        }
        if !leaf.images.is_empty() && is_pictures(text, leaf) {
            return self.captions(leaf);
        }
        let slice = &text[leaf.span.range()];
        let is_line = memchr::memchr2(b'\n', b'\r', slice.as_bytes()).is_none();
        if is_line && slice.starts_with(char::is_alphabetic) {
            self.piece(leaf, leaf.kind, leaf.span);
        } else {
            self.cut(leaf);
        }
    }

    /// Settles what only the end of the document shows.
    pub fn finish(self) {
        let blocks = self.collector.blocks();
        if let Some(headline) = self.headline
            && blocks.iter().all(|block| block.kind != Kind::Title)
        {
            blocks[headline].kind = Kind::Title;
        }
    }

    fn cut(&mut self, leaf: &Leaf) {
        let text = self.text();
        let (mut kind, mut piece) = (leaf.kind, Span::new(leaf.span.start, leaf.span.start));
        let (mut is_head, mut previous) = (true, "");
        for line in lines(text, leaf.span) {
            let line = unquoted(text, line, leaf.markup.quotes);
            let slice = &text[line.range()];
            match self.line(leaf, line, is_head, previous) {
                Line::Apart => {
                    self.piece(leaf, kind, piece);
                    (kind, piece) = (leaf.kind, Span::new(line.end, line.end));
                }
                Line::Macro => {
                    self.piece(leaf, kind, piece);
                    self.piece(leaf, leaf.kind, line);
                    (kind, piece) = (leaf.kind, Span::new(line.end, line.end));
                    is_head = false;
                }
                Line::Row(start) => {
                    self.piece(leaf, kind, piece);
                    (kind, piece) = (leaf.kind, Span::new(start, line.end));
                    is_head = false;
                }
                Line::Item(start) => {
                    self.piece(leaf, kind, piece);
                    (kind, piece) = (Kind::Item, Span::new(start, line.end));
                    is_head = false;
                }
                Line::Text => {
                    piece.end = line.end;
                    is_head = false;
                }
            }
            previous = slice;
        }
        let is_below = piece.start > leaf.span.start && kind == Kind::Paragraph;
        let has_above = self
            .collector
            .blocks()
            .iter()
            .any(|block| !matches!(block.kind, Kind::Field | Kind::Title));
        if self.piece(leaf, kind, piece) && is_below && !has_above {
            self.headline = Some(self.collector.blocks().len() - 1);
        }
    }

    fn line(&mut self, leaf: &Leaf, line: Span, is_head: bool, previous: &str) -> Line {
        let trimmed = trim(self.text(), line);
        let slice = &self.text()[trimmed.range()];
        if is_placeholder(slice) {
            self.collector.placeholder(trimmed);
            return Line::Apart;
        }
        let is_date_line = is_head && leaf.kind == Kind::Paragraph && is_date(slice);
        if is_date_line || is_directive(slice) || is_tags(self.text(), trimmed, &leaf.markup) {
            return Line::Apart;
        }
        if macro_words(self.text(), trimmed, &leaf.markup).is_some() {
            return Line::Macro;
        }
        if leaf.kind == Kind::Paragraph && slice.starts_with('|') {
            return Line::Row(trimmed.start + 1);
        }
        let holds_items = matches!(leaf.kind, Kind::Paragraph | Kind::Item | Kind::Quotation);
        match bullet(&self.text()[line.range()]) {
            Some(bullet) if holds_items && begins_item(bullet, previous) => {
                Line::Item(line.start + bullet.length)
            }
            _ => Line::Text,
        }
    }

    /// Adds one block; returns whether it holds words.
    fn piece(&mut self, leaf: &Leaf, kind: Kind, span: Span) -> bool {
        let text = self.text();
        let span = without_tags(text, trim(text, span), &leaf.markup);
        if leaf.breaks.is_empty() {
            return self.collector.block(kind, &[span], &leaf.markup);
        }
        let first = leaf.breaks.partition_point(|hard| hard.start < span.start);
        let mut runs = Vec::new();
        let mut start = span.start;
        for hard in leaf.breaks[first..].iter().take_while(|hard| hard.end <= span.end) {
            runs.push(Span::new(start, hard.start));
            start = hard.end;
        }
        runs.push(Span::new(start, span.end));
        self.collector.block(kind, &runs, &leaf.markup)
    }

    fn captions(&mut self, leaf: &Leaf) {
        let mut end = 0;
        for image in &leaf.images {
            if image.span.start >= end {
                end = image.span.end;
                self.collector.block(Kind::Caption, &[image.alternative], &leaf.markup);
                if let Some(title) = image.title {
                    self.collector.block(Kind::Caption, &[title], &Markup::default());
                }
            }
        }
    }
}

/// Whether `bullet` begins an item where CommonMark saw none.
fn begins_item(bullet: Bullet, previous: &str) -> bool {
    bullet.is_fixed
        || match bullet.sign {
            Sign::Dot => true,
            Sign::Dash => {
                previous.trim_end().ends_with([':', ';']) && can_follow(previous, bullet.sign)
            }
            Sign::Hyphen | Sign::Number => false,
        }
}

/// The line behind the marks of the quotations it stands in.
fn unquoted(text: &str, line: Span, quotes: usize) -> Span {
    let mut start = line.start;
    for _ in 0..quotes {
        let rest = &text[start..line.end];
        let Some(inner) = rest.trim_ascii_start().strip_prefix('>') else { break };
        start = line.end - inner.len();
    }
    Span::new(start, line.end)
}

/// Whether a line holds tags and nothing else.
fn is_tags(text: &str, line: Span, markup: &Markup) -> bool {
    let mut from = line.start;
    for (piece, reason) in markup.within(line) {
        if *reason != Reason::Tag || !text[from..piece.start.max(from)].trim().is_empty() {
            return false;
        }
        from = piece.end.max(from);
    }
    from > line.start && from >= line.end
}

/// The span without an anchor at its end, or what a macro around it holds.
fn without_tags(text: &str, mut span: Span, markup: &Markup) -> Span {
    while let Some((tag, Reason::Tag)) = markup.within(span).last().copied() {
        if tag.end != span.end || tag.start < span.start || !is_anchor(&text[tag.range()]) {
            break;
        }
        span = trim(text, Span::new(span.start, tag.start));
    }
    macro_words(text, span, markup).unwrap_or(span)
}

/// What the macro holds that covers the whole span.
fn macro_words(text: &str, span: Span, markup: &Markup) -> Option<Span> {
    match markup.within(span) {
        [(open, Reason::Tag), .., (close, Reason::Tag)]
            if open.start == span.start
                && close.end == span.end
                && text[open.range()].ends_with(['(', '"']) =>
        {
            Some(Span::new(open.end, close.start))
        }
        _ => None,
    }
}

/// Whether all words of a leaf are those of images.
fn is_pictures(text: &str, leaf: &Leaf) -> bool {
    let mut markup = leaf.markup.clone();
    let images: Vec<_> = leaf.images.iter().map(|image| (image.span, Reason::Code)).collect();
    markup.add(&images);
    !has_prose(text, leaf.span, &markup)
}

/// Marks template tags, and links whose target is one, as markup.
fn add_templates(text: &str, leaf: &mut Leaf) {
    let slice = &text[leaf.span.range()];
    if memchr::memchr(b'{', slice.as_bytes()).is_none() {
        return;
    }
    let mut pieces = Vec::new();
    let mut last = leaf.span.start;
    for tag in templates(text, leaf.span) {
        let covers = |(piece, reason): &(Span, Reason)| {
            *reason == Reason::Code && piece.start <= tag.span.start && tag.span.end <= piece.end
        };
        if leaf.markup.within(tag.span).iter().any(covers) {
            continue;
        }
        let is_target =
            text[..tag.span.start].ends_with("](") && text[tag.span.end..].starts_with(')');
        match tag.words {
            Some(words) => {
                pieces.push((Span::new(tag.span.start, words.start), Reason::Tag));
                pieces.push((Span::new(words.end, tag.span.end), Reason::Tag));
            }
            None if is_target && tag.span.end < leaf.span.end => {
                let target = Span::new(tag.span.start - 2, tag.span.end + 1);
                pieces.push((target, Reason::Code));
                if let Some(open) = text[last..target.start.max(last)].rfind('[') {
                    leaf.markup.links.push(Span::new(last + open, target.end));
                }
            }
            None => pieces.push((tag.span, Reason::Tag)),
        }
        last = tag.span.end;
    }
    leaf.markup.links.sort();
    leaf.markup.add(&pieces);
}

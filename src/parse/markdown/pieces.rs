//! Cuts a block where the author's content system sees more than one.
//!
//! To `CommonMark` a line of template tags, a variable left unresolved, or an
//! item behind a no-break space is just a line of the paragraph around it.

use crate::model::{Kind, Span};
use crate::parse::bullets::bullet;
use crate::parse::collector::Collector;
use crate::parse::headline::reads_as_title;
use crate::parse::lines::{lines, trim};
use crate::parse::markup::{InlineMarkup, Reason};
use crate::parse::prose::has_prose;
use crate::parse::special::{is_date, is_directive, is_placeholder};
use crate::text::words::is_alphabetic;

use super::attributes::attributes;
use super::callouts::{alert, without_callout};
use super::frame::column;
use super::grid;
use super::leaf::Leaf;
use super::tags::{add_templates, is_tags, macro_words, without_tags};

/// Hands the pieces of each leaf to the collector.
pub struct Pieces<'a, 'c> {
    pub collector: &'c mut Collector<'a>,
    has_heading: bool,
    /// The index of the body's first block.
    first: usize,
    /// The block below a date or a variable at the document's head.
    headline: Option<usize>,
}

/// What a line means to the block it stands in.
enum Line {
    /// Not text; a piece ends before it.
    Apart,
    /// A title of its own, which begins and ends at these bytes.
    Title(Span),
    /// A variable: not text either, and a headline may follow.
    Sign,
    /// A date at the head of a paragraph; a headline may follow.
    Date,
    /// A macro around words of its own.
    Macro,
    /// The first line of a cell in a table that `CommonMark` doesn't know.
    Row(usize),
    /// The cells of a row; the last may go on.
    Cells(Vec<Span>),
    /// The first line of an item, whose text begins at this byte.
    Item(usize),
    Text,
}

impl<'a, 'c> Pieces<'a, 'c> {
    /// For the document of `collector`.
    pub fn new(collector: &'c mut Collector<'a>) -> Self {
        let first = collector.blocks().len();
        Self { collector, has_heading: false, first, headline: None }
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
        if is_line && slice.starts_with(is_alphabetic) {
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
        let (mut previous, mut has_sign) = (None, false);
        for line in lines(text, leaf.span) {
            let line = unquoted(text, line, leaf.markup.quotes);
            let is_further = line.start > leaf.span.start;
            let is_outside = || column(&text[line.range()]) < leaf.column;
            if is_further && (leaf.is_term || is_outside()) {
                // Another term, or a line below an indented body that is not in it.
                self.piece(leaf, kind, piece);
                (kind, piece) = (leaf.kind, Span::new(line.start, line.start));
            }
            let meaning = self.line(leaf, line, previous);
            if let Line::Text = meaning {
                if is_further && piece.start == piece.end {
                    piece.start = line.start;
                }
                piece.end = line.end;
                if leaf.kind == Kind::Paragraph {
                    piece.end = grid::without_fence(text, line).end;
                }
            } else {
                self.piece(leaf, kind, piece);
                (kind, piece) = (leaf.kind, Span::new(line.end, line.end));
            }
            let is_read =
                !matches!(meaning, Line::Title(_) | Line::Apart | Line::Sign | Line::Date);
            match meaning {
                Line::Text => {}
                Line::Apart => self.tags(leaf, line),
                Line::Title(title) => {
                    self.collector.block(Kind::Caption, &[title], &InlineMarkup::default());
                }
                Line::Cells(mut cells) => {
                    kind = Kind::Cell;
                    piece = cells.pop().unwrap_or(piece);
                    for cell in cells {
                        self.piece(leaf, kind, cell);
                    }
                }
                Line::Sign => has_sign = true,
                Line::Date => {
                    has_sign = true;
                    self.piece(leaf, kind, line);
                }
                Line::Macro => _ = self.piece(leaf, kind, line),
                Line::Row(start) => piece = grid::without_fence(text, Span::new(start, line.end)),
                Line::Item(start) => (kind, piece) = (Kind::Item, Span::new(start, line.end)),
            }
            if is_read {
                previous = Some(&text[line.range()]);
            }
        }
        let next = self.collector.blocks().len();
        let is_first = self.collector.holds_values(self.first..next);
        let is_headline =
            has_sign && kind == Kind::Paragraph && reads_as_title(&text[piece.range()]);
        if self.piece(leaf, kind, piece) && is_first && is_headline {
            self.headline = Some(next);
        }
    }

    /// What a line means behind the `previous` line of text, if there is one.
    fn line(&mut self, leaf: &Leaf, line: Span, previous: Option<&str>) -> Line {
        let trimmed = trim(self.text(), line);
        let slice = &self.text()[trimmed.range()];
        if is_placeholder(slice) {
            self.collector.placeholder(trimmed);
            return Line::Sign;
        }
        if previous.is_none()
            && leaf.kind == Kind::Quotation
            && let Some(alert) = alert(slice)
        {
            let title = Span::new(trimmed.end - alert.title.len(), trimmed.end);
            return if alert.title.is_empty() { Line::Apart } else { Line::Title(title) };
        }
        if previous.is_none() && leaf.kind == Kind::Paragraph && is_date(slice) {
            return Line::Date;
        }
        let is_border = leaf.kind == Kind::Paragraph && grid::is_border(slice);
        // Behind a tag of HTML no line begins.
        let is_line = matches!(leaf.kind, Kind::Paragraph | Kind::Item | Kind::Quotation)
            && !self.text()[..line.start].ends_with('>');
        if is_border
            || is_line && is_directive(slice)
            || is_tags(self.text(), trimmed, &leaf.markup)
        {
            return Line::Apart;
        }
        if macro_words(self.text(), trimmed, &leaf.markup).is_some() {
            return Line::Macro;
        }
        if leaf.kind == Kind::Paragraph
            && let Some(cells) = grid::cells(self.text(), trimmed, &leaf.markup)
        {
            return Line::Cells(cells);
        }
        if leaf.kind == Kind::Paragraph && slice.starts_with('|') {
            return Line::Row(trimmed.start + 1);
        }
        let holds_items = matches!(leaf.kind, Kind::Paragraph | Kind::Item | Kind::Quotation);
        match bullet(&self.text()[line.range()]) {
            Some(bullet) if holds_items && bullet.begins_behind(previous.unwrap_or_default()) => {
                Line::Item(line.start + bullet.length)
            }
            _ => Line::Text,
        }
    }

    /// Adds one block; returns whether it holds words.
    fn piece(&mut self, leaf: &Leaf, kind: Kind, span: Span) -> bool {
        let text = self.text();
        let mut span = trim(text, span);
        // A heading's anchor is part of its markup, and a translator must keep it.
        if !matches!(leaf.kind, Kind::Heading | Kind::Title) {
            span = without_tags(text, span, &leaf.markup);
        }
        if leaf.kind == Kind::Quotation {
            span = without_callout(text, span, &leaf.markup);
        }
        if leaf.breaks.is_empty() {
            return self.runs(leaf, kind, &[span]);
        }
        let first = leaf.breaks.partition_point(|hard| hard.start < span.start);
        let mut runs = Vec::new();
        let mut start = span.start;
        for hard in leaf.breaks[first..].iter().take_while(|hard| hard.end <= span.end) {
            runs.push(Span::new(start, hard.start));
            start = unquoted(text, Span::new(hard.end, span.end), quotes(text, *hard, leaf)).start;
        }
        runs.push(Span::new(start, span.end));
        self.runs(leaf, kind, &runs)
    }

    /// Adds a block; where it says nothing, the words in its tags.
    fn runs(&mut self, leaf: &Leaf, kind: Kind, runs: &[Span]) -> bool {
        let before = self.collector.blocks().len();
        let has_words = self.collector.block(kind, runs, &leaf.markup);
        if self.collector.blocks().len() == before {
            for run in runs {
                self.tags(leaf, *run);
            }
        }
        has_words
    }

    /// Adds the words in the parameters of the tags that begin within `span`.
    fn tags(&mut self, leaf: &Leaf, span: Span) {
        for (tag, reason) in leaf.markup.within(span) {
            if *reason == Reason::Tag && tag.start >= span.start {
                self.parameters(*tag);
            }
        }
    }

    /// Adds the words in the parameters of a tag.
    pub fn parameters(&mut self, tag: Span) {
        for value in attributes(self.text(), tag, self.collector.parameters) {
            self.collector.block(Kind::Caption, &[value], &InlineMarkup::default());
        }
    }

    fn captions(&mut self, leaf: &Leaf) {
        let mut end = 0;
        for image in &leaf.images {
            if image.span.start >= end {
                end = image.span.end;
                self.collector.block(Kind::Caption, &[image.alternative], &leaf.markup);
                if let Some(title) = image.title {
                    self.collector.block(Kind::Caption, &[title], &InlineMarkup::default());
                }
            }
        }
        self.tags(leaf, Span::new(end, leaf.span.end.max(end)));
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

/// How many marks of quotations can stand behind a hard break: none where no line ends.
fn quotes(text: &str, hard: Span, leaf: &Leaf) -> usize {
    let ends_line = text[hard.range()].ends_with(['\n', '\r']);
    if ends_line { leaf.markup.quotes } else { 0 }
}

/// Whether all words of a leaf are those of images.
fn is_pictures(text: &str, leaf: &Leaf) -> bool {
    let mut markup = leaf.markup.clone();
    let images: Vec<_> = leaf.images.iter().map(|image| (image.span, Reason::Code)).collect();
    markup.add(&images);
    !has_prose(text, leaf.span, &markup)
}

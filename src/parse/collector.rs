//! Gathers blocks and segments from what the readers find.

use std::ops::Range;

use crate::model::{Block, Document, Kind, Segment, Span};
use crate::text::sentences::Splitter;

use super::Options;
use super::folding::Folded;
use super::lines::trim;
use super::markup::InlineMarkup;
use super::prose::{has_prose, has_value};

/// A document in the making; blocks come in order of their place.
pub struct Collector<'a> {
    pub text: &'a str,
    splitter: Option<&'a Splitter>,
    /// Names of the parameters of tags to translate.
    pub parameters: &'a [String],
    blocks: Vec<Block>,
    segments: Vec<Segment>,
    placeholders: Vec<Span>,
    skipped: Vec<Span>,
    note: Option<String>,
}

impl<'a> Collector<'a> {
    /// An empty document over `text`.
    pub fn new(text: &'a str, options: &'a Options) -> Self {
        let (splitter, parameters) = (options.splitter.as_ref(), options.parameters.as_slice());
        let segments = Vec::with_capacity(text.len() / 128);
        let blocks = Vec::with_capacity(text.len() / 256);
        let (placeholders, skipped) = (Vec::new(), Vec::new());
        Self { text, splitter, parameters, blocks, segments, placeholders, skipped, note: None }
    }

    /// Adds a block of one or more runs, none of which a sentence can leave.
    /// Returns whether there was anything to translate, values aside.
    pub fn block(&mut self, kind: Kind, runs: &[Span], markup: &InlineMarkup) -> bool {
        let first = self.segments.len();
        for run in runs {
            // A tag over several lines may reach into the text behind it.
            let taken = self.segments.last().map_or(0, |segment| segment.span.end);
            let start = run.start.max(taken.min(run.end));
            let run = trim(self.text, Span::new(start, run.end));
            if has_prose(self.text, run, markup) {
                self.run(run, markup);
            } else if has_value(self.text, run, markup) {
                self.value(&Folded::new(self.text, run, markup.quotes));
            }
        }
        self.close(kind, first)
    }

    /// Adds a block whose text is not written as it reads.
    pub fn folded(&mut self, kind: Kind, folded: &Folded<'a>) -> bool {
        let first = self.segments.len();
        let whole = Span::new(0, folded.text.len());
        if has_prose(&folded.text, whole, &InlineMarkup::default()) {
            self.sentences(folded, &[]);
        } else if has_value(&folded.text, whole, &InlineMarkup::default()) {
            self.value(folded);
        }
        self.close(kind, first)
    }

    /// Remembers a line that is nothing but a template variable.
    pub fn placeholder(&mut self, span: Span) {
        self.placeholders.push(span);
    }

    /// Keeps what the author says about the next block.
    pub fn note(&mut self, note: String) {
        self.note = Some(note);
    }

    /// The blocks so far.
    pub fn blocks(&mut self) -> &mut [Block] {
        &mut self.blocks
    }

    /// Whether these blocks have no words.
    pub fn holds_values(&self, blocks: Range<usize>) -> bool {
        let mut segments = self.blocks[blocks].iter().flat_map(|block| block.segments.clone());
        segments.all(|segment| self.segments[segment].is_value)
    }

    /// Remembers a block that is left out.
    pub fn skipped(&mut self, span: Span) {
        self.skipped.push(span);
    }

    /// What was gathered, without the text.
    pub fn finish(self) -> Document {
        let Self { blocks, segments, placeholders, skipped, .. } = self;
        Document { text: String::new(), blocks, segments, placeholders, skipped }
    }

    fn run(&mut self, run: Span, markup: &InlineMarkup) {
        let folded = Folded::new(self.text, run, markup.quotes);
        let mut protected = Vec::new();
        if self.splitter.is_some() && !markup.is_empty() {
            protected = markup.protected(run);
            for span in &mut protected {
                *span = folded.to_folded(*span);
            }
        }
        self.sentences(&folded, &protected);
    }

    fn sentences(&mut self, folded: &Folded<'a>, protected: &[Span]) {
        let whole = Span::new(0, folded.text.len());
        let Some(splitter) = self.splitter else { return self.segment(folded, whole) };
        for sentence in splitter.split(&folded.text, protected) {
            self.segment(folded, sentence);
        }
    }

    fn segment(&mut self, folded: &Folded<'a>, span: Span) {
        let span = trim(&folded.text, span);
        if span.start < span.end {
            let text = folded.text[span.range()].to_owned();
            self.segments.push(Segment { text, span: folded.to_raw(span), is_value: false });
        }
    }

    /// A text without words is one segment, whatever stops are in it.
    fn value(&mut self, folded: &Folded<'a>) {
        let before = self.segments.len();
        self.segment(folded, trim(&folded.text, Span::new(0, folded.text.len())));
        self.segments[before..].iter_mut().for_each(|segment| segment.is_value = true);
    }

    fn close(&mut self, kind: Kind, first: usize) -> bool {
        let end = self.segments.len();
        let (Some(head), Some(tail)) = (self.segments.get(first), self.segments.last()) else {
            return false;
        };
        let span = Span::new(head.span.start, tail.span.end);
        self.blocks.push(Block { kind, span, segments: first..end, note: self.note.take() });
        self.segments[first..].iter().any(|segment| !segment.is_value)
    }
}

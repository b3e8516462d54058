//! The inline content of one block, before it is cut into pieces.

use crate::model::{Kind, Span};
use crate::parse::markup::{InlineMarkup, Reason};

/// What a paragraph, heading, cell or tight item holds.
#[derive(Debug)]
pub struct Leaf {
    pub kind: Kind,
    pub span: Span,
    pub markup: InlineMarkup,
    /// Hard line breaks.
    pub breaks: Vec<Span>,
    pub images: Vec<Image>,
    /// Lines before this column are not of the indented body that it stands in.
    pub column: usize,
    /// Whether each of its lines is a term that a definition follows.
    pub is_term: bool,
    /// Images whose end hasn't come yet.
    open_images: Vec<usize>,
    /// Links and images that are still open.
    depth: usize,
}

/// An image's words: what stands for it, and its title.
#[derive(Clone, Copy, Debug)]
pub struct Image {
    pub span: Span,
    pub alternative: Span,
    pub title: Option<Span>,
}

impl Leaf {
    /// A leaf to be filled; it is used for one block after another.
    pub fn new() -> Self {
        Self {
            kind: Kind::Paragraph,
            span: Span::default(),
            markup: InlineMarkup::default(),
            breaks: Vec::new(),
            images: Vec::new(),
            column: 0,
            is_term: false,
            open_images: Vec::new(),
            depth: 0,
        }
    }

    /// Begins a new block at `start`.
    pub fn open(&mut self, kind: Kind, start: usize) {
        self.kind = kind;
        self.span = Span::new(start, start);
        self.markup.clear();
        self.breaks.clear();
        self.images.clear();
        self.column = 0;
        self.is_term = false;
        self.open_images.clear();
        self.depth = 0;
    }

    /// Goes on up to `end`.
    pub fn extend(&mut self, end: usize) {
        self.span.end = self.span.end.max(end);
    }

    /// Marks a piece that holds no words.
    pub fn mark(&mut self, span: Span, reason: Reason) {
        if self.markup.opaque.last().is_none_or(|(last, _)| last.end <= span.start) {
            self.markup.opaque.push((span, reason));
        }
    }

    /// A link or an image begins, which ends where `span` does.
    pub fn open_link(&mut self, span: Span) {
        if self.depth == 0 {
            self.markup.links.push(span);
        }
        self.depth += 1;
    }

    /// An image begins.
    pub fn open_image(&mut self, image: Image) {
        self.open_images.push(self.images.len());
        self.images.push(image);
        self.open_link(image.span);
    }

    /// The image that was opened last ends with `span`.
    pub fn close_image(&mut self, text: &str, span: Span) {
        if let Some(index) = self.open_images.pop() {
            self.images[index].close(text, self.span.end);
        }
        self.close_link(span);
    }

    /// The link or image over `span` ends; its target lies behind its words.
    pub fn close_link(&mut self, span: Span) {
        self.depth = self.depth.saturating_sub(1);
        self.mark(Span::new(self.span.end.max(span.start), span.end), Reason::Code);
        self.extend(span.end);
    }

    /// Whether readers see anything of it; what they don't see, in these stretches in order, has no words.
    pub fn is_shown(&mut self, hidden: &[Span]) -> bool {
        let first = hidden.partition_point(|hidden| hidden.end <= self.span.start);
        let mut pieces = Vec::new();
        for hidden in hidden[first..].iter().take_while(|hidden| hidden.start < self.span.end) {
            let start = hidden.start.max(self.span.start);
            pieces.push((Span::new(start, hidden.end.min(self.span.end)), Reason::Tag));
        }
        if !pieces.is_empty() {
            self.markup.add(&pieces);
        }
        !pieces.iter().any(|(piece, _)| *piece == self.span)
    }
}

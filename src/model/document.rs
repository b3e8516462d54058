//! One language version of an article: blocks of segments over the file's text.

use std::ops::Range;

use super::Span;

/// A parsed file: its text as it stands, and what in it can be translated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The whole file, decoded; a byte order mark stays as its first character.
    pub text: String,
    /// Blocks in order of their place in `text`.
    pub blocks: Vec<Block>,
    /// Segments of all blocks in document order; spans ascend and don't overlap.
    pub segments: Vec<Segment>,
    /// Lines that hold nothing but an unresolved template variable.
    pub placeholders: Vec<Span>,
    /// Blocks that are left out of the translation, but for those that are to be copied.
    pub skipped: Vec<Span>,
}

/// A paragraph, heading or other piece of text that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub kind: Kind,
    /// Bytes of the block's translatable content in the document.
    pub span: Span,
    /// Which of the document's segments belong to it.
    pub segments: Range<usize>,
    /// What the author told the translator about it.
    pub note: Option<String>,
}

/// What a block is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The article's title: its first top heading, headline or `title` field.
    Title,
    Heading,
    Paragraph,
    /// An item of a list.
    Item,
    Quotation,
    /// A cell of a table.
    Cell,
    /// Alternative text or title of an image or a link.
    Caption,
    /// A field of the front matter other than the title.
    Field,
}

impl Kind {
    /// The kind's name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Quotation => "quotation",
            Self::Cell => "cell",
            Self::Caption => "caption",
            Self::Field => "field",
        }
    }

    /// Whether the block stands for itself, and is no part of running text.
    pub fn is_entry(self) -> bool {
        !matches!(self, Self::Paragraph | Self::Quotation)
    }
}

/// One sentence of a block: the smallest thing that is tracked.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The text as written, inline markup included, line ends folded to a space.
    pub text: String,
    /// Where it stands in the document.
    pub span: Span,
    /// Whether it has no words: a score, a price, a date, an address, tracked by what it says.
    pub is_value: bool,
}

impl Document {
    /// The block that the segment with this index belongs to.
    pub fn block_of(&self, segment: usize) -> Option<&Block> {
        let index = self.blocks.partition_point(|block| block.segments.end <= segment);
        self.blocks.get(index)
    }

    /// Whether a range of segments holds an item, a cell or the like together with another block.
    pub fn joins_entries(&self, segments: &Range<usize>) -> bool {
        let Some(first) = self.block_of(segments.start) else { return false };
        if segments.end <= first.segments.end {
            return false;
        }
        let mut blocks = segments.clone().filter_map(|at| self.block_of(at));
        blocks.any(|block| block.kind.is_entry())
    }
}

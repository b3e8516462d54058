//! What stands by itself on a page, in an item of a list or outside.

use super::passage::Passage;
use crate::model::Span;
use crate::parse::Exhibit;

/// One element between headings, lists and tables.
pub enum Element<'a> {
    Text(Passage<'a>),
    Figure(Figure<'a>),
    /// Code, a rule, or a line without words; the same in every language.
    Exhibit(Exhibit),
}

impl<'a> Element<'a> {
    /// The passage, where it is nothing but one.
    pub fn text(&self) -> Option<&Passage<'a>> {
        match self {
            Self::Text(passage) => Some(passage),
            Self::Figure(_) | Self::Exhibit(_) => None,
        }
    }
}

/// A picture with its words.
pub struct Figure<'a> {
    pub span: Span,
    /// Where the article says it is.
    pub target: String,
    /// What stands for it, as the source has it.
    pub alternative: String,
    pub captions: Vec<Passage<'a>>,
}

impl Figure<'_> {
    /// Whether a caption over `span` belongs to the picture.
    pub fn holds(&self, span: Span) -> bool {
        self.span.range().contains(&span.start)
    }
}

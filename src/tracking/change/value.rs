//! A number or a date of a text.

use crate::model::Span;

/// A number or a date.
pub struct FoundValue {
    pub span: Span,
    pub key: String,
    pub kind: ValueKind,
}

impl FoundValue {
    /// A value of this kind.
    pub fn new(span: Span, key: String, kind: ValueKind) -> Self {
        Self { span, key, kind }
    }
}

/// What a value says; one can only be taken for another of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    Count,
    Percent,
    Time,
    Date,
    /// The number of a footnote.
    Note,
    /// What opens a page, a mailbox or a file.
    Address,
}

impl ValueKind {
    /// Whether the word after it is what it counts.
    pub fn counts(self) -> bool {
        matches!(self, Self::Count | Self::Percent)
    }
}

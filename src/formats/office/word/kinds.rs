//! What a piece of a Word document is.

/// What properties are of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Properties {
    Paragraph,
    Run,
    Row,
}

/// A change that Word recorded.
#[derive(Clone, Copy)]
pub enum WordChange {
    In,
    Out,
}

/// Where a remark stands that is no part of the text.
#[derive(Clone, Copy)]
pub enum Apart {
    Comment,
    Footnote,
    Endnote,
}

//! Lines of a worksheet that can be read in two ways.

/// A line that can be read in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub line: usize,
    pub kind: DoubtKind,
}

/// Why nobody can tell what a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtKind {
    /// A text, or what the line above with a label goes on with.
    Tail,
    /// A word of its own, or the rest of one.
    Cut,
    /// A text that begins with a backslash, or one that is kept by it from being a remark.
    Shield,
}

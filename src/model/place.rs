//! Places in texts: byte ranges for code, lines and columns for people.

use std::fmt::{self, Display, Formatter};
use std::ops::Range;

/// A byte range of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same span as a range, to slice with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A place that a person can open: path, line and column from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Path as a person would type it, with `/` between folders.
    pub path: String,
    /// Line from 1; absent where the whole file is meant.
    pub line: Option<usize>,
    /// Column from 1 in characters; absent where the whole line is meant.
    pub column: Option<usize>,
}

impl Location {
    /// The whole file at `path`.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: None, column: None }
    }

    /// One character of the file at `path`.
    pub fn at(path: impl Into<String>, (line, column): (usize, usize)) -> Self {
        Self { path: path.into(), line: Some(line), column: Some(column) }
    }
}

impl Display for Location {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        Ok(())
    }
}

/// Where the lines of a text begin, to turn offsets into lines and columns.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Indexes `text`; a line ends with LF, CRLF or a lone CR.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for index in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[index] == b'\n' || bytes.get(index + 1) != Some(&b'\n') {
                starts.push(index + 1);
            }
        }
        Self { text, starts }
    }

    /// Line and column, from 1, of the byte `offset`; columns count characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let end = self.text.floor_char_boundary(offset);
        let column = self.text[start..end.max(start)].chars().filter(|c| *c != '\u{feff}').count();
        (line, column + 1)
    }

    /// The line, from 1, of the byte `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let lines = Lines::new("да\r\nнет\rне\n");
        assert_eq!(lines.position(0), (1, 1));
        assert_eq!(lines.position("да\r\nн".len()), (2, 2));
        assert_eq!(lines.position("да\r\nнет\rн".len()), (3, 2));
        assert_eq!(lines.position("да\r\nнет\rне\n".len()), (4, 1));
    }
}

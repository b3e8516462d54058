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

    /// The span as a range, to slice with.
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

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Position {
    /// This column of this line.
    pub fn new(line: usize, column: usize) -> Self {
        Self { line, column }
    }

    /// Where a line begins.
    pub fn line(line: usize) -> Self {
        Self { line, column: 1 }
    }
}

impl Location {
    /// The whole file at `path`.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: None, column: None }
    }

    /// One character of the file at `path`.
    pub fn at(path: impl Into<String>, place: Position) -> Self {
        let Position { line, column } = place;
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
    /// How many characters stand before each `STRIDE` bytes, so that long lines cost no more.
    characters: Vec<usize>,
}

const STRIDE: usize = 4096;

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
        Self { text, starts, characters: characters(bytes) }
    }

    /// Line and column, from 1, of the byte `offset`; columns count characters.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let mark = usize::from(start == 0 && offset > 0 && self.text.starts_with('\u{feff}'));
        let end = self.text.floor_char_boundary(offset);
        Position { line, column: self.count_to(end) - self.count_to(start) - mark + 1 }
    }

    /// The line, from 1, of the byte `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// How many characters begin before the byte `offset`.
    fn count_to(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        self.characters[stride] + begun(&self.text.as_bytes()[stride * STRIDE..offset])
    }
}

fn characters(bytes: &[u8]) -> Vec<usize> {
    let mut total = 0;
    let mut counts = vec![0];
    for stride in bytes.chunks_exact(STRIDE) {
        total += begun(stride);
        counts.push(total);
    }
    counts
}

/// How many characters begin in `bytes`: all but the continuing ones of UTF-8.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let lines = Lines::new("да\r\nнет\rне\n");
        assert_eq!(lines.position(0), Position::new(1, 1));
        assert_eq!(lines.position("да\r\nн".len()), Position::new(2, 2));
        assert_eq!(lines.position("да\r\nнет\rн".len()), Position::new(3, 2));
        assert_eq!(lines.position("да\r\nнет\rне\n".len()), Position::new(4, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let lines = Lines::new("\u{feff}да\nнет");
        assert_eq!(lines.position(0), Position::new(1, 1));
        assert_eq!(lines.position("\u{feff}".len()), Position::new(1, 1));
        assert_eq!(lines.position("\u{feff}д".len()), Position::new(1, 2));
        assert_eq!(lines.position("\u{feff}да\nн".len()), Position::new(2, 2));
    }

    #[test]
    fn columns_of_a_long_line_agree_with_counting() {
        let text = format!("a\n{}", "я1«😀".repeat(3000));
        let lines = Lines::new(&text);
        for (offset, _) in text.char_indices().skip(2).step_by(61) {
            assert_eq!(
                lines.position(offset),
                Position::new(2, text[2..offset].chars().count() + 1)
            );
        }
    }
}

//! Tables: which cell stands where, those without words included.

use std::iter::Peekable;
use std::ops::Range;

use super::passage::Passage;

/// A table; its rows may lack cells at their ends.
pub struct Grid<'a> {
    pub rows: Vec<Vec<Cell<'a>>>,
    /// How its columns are set, as far as its rule says.
    pub aligns: Vec<Align>,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Start,
    Center,
    End,
}

impl Grid<'_> {
    /// How many cells the longest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }
}

/// A cell of a table.
pub enum Cell<'a> {
    Passage(Passage<'a>),
    /// What is the same in every language, such as a number; perhaps empty.
    Verbatim(&'a str),
}

/// The tables that hold these cells, in the document's order.
pub fn grids<'a>(text: &'a str, cells: Vec<Passage<'a>>) -> Vec<Grid<'a>> {
    let mut grids = Vec::new();
    let starts: Vec<usize> = cells.iter().map(|cell| cell.block.span.start).collect();
    let mut cells = cells.into_iter().peekable();
    let mut from = 0;
    while let Some(first) = cells.peek().map(|cell| cell.block.span.start) {
        let (mut rows, mut aligns) = (Vec::new(), Vec::new());
        for line in lines_around(text, from..first, &starts) {
            from = line.end;
            if is_rule(&text[line.clone()]) {
                aligns = self::aligns(&text[line]);
            } else {
                rows.push(row(text, line, &mut cells));
            }
        }
        // No parser gives a cell outside its line, but none may be lost or waited for.
        while let Some(cell) = cells.next_if(|cell| cell.block.span.start <= first.max(from)) {
            rows.push(vec![Cell::Passage(cell)]);
        }
        grids.push(Grid { rows, aligns });
    }
    grids
}

fn row<'a, I>(text: &'a str, line: Range<usize>, cells: &mut Peekable<I>) -> Vec<Cell<'a>>
where
    I: Iterator<Item = Passage<'a>>,
{
    let mut row = Vec::new();
    for (start, end) in fields(text, line) {
        let before = row.len();
        while let Some(cell) = cells.next_if(|cell| cell.block.span.start < end) {
            row.push(Cell::Passage(cell));
        }
        if row.len() == before {
            row.push(Cell::Verbatim(text[start..end].trim()));
        }
    }
    row
}

/// Whether a cell begins in the line.
fn starts_in(starts: &[usize], line: &Range<usize>) -> bool {
    let next = starts.partition_point(|start| *start < line.start);
    starts.get(next).is_some_and(|start| *start < line.end)
}

/// The lines of the table around an offset: neighbours that hold a `|` or a cell, none before `from`.
///
/// A line right below a table may have no border and is its last row.
fn lines_around(text: &str, place: Range<usize>, starts: &[usize]) -> Vec<Range<usize>> {
    let (from, offset) = (place.start, text.floor_char_boundary(place.end));
    let mut start = line_start(text, offset);
    while start > from {
        let above = line_start(text, start - 1);
        if !text[above..start].contains('|') {
            break;
        }
        start = above;
    }
    let mut lines = Vec::new();
    while start < text.len() {
        let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let is_row = text[start..end].contains('|') || starts_in(starts, &(start..end));
        if start > offset && !is_row {
            break;
        }
        lines.push(start..end);
        start = end + 1;
    }
    lines
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |index| index + 1)
}

fn is_rule(line: &str) -> bool {
    line.contains('-')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | '>') || c.is_whitespace())
}

/// What a rule says of its columns.
fn aligns(rule: &str) -> Vec<Align> {
    let columns = rule.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '>'));
    let align = |column: &str| match column.trim() {
        column if column.starts_with(':') && column.ends_with(':') => Align::Center,
        column if column.ends_with(':') => Align::End,
        _ => Align::Start,
    };
    columns.split('|').map(align).collect()
}

/// The cells of a line: what stands between its unescaped `|`.
fn fields(text: &str, line: Range<usize>) -> Vec<(usize, usize)> {
    let bytes = &text.as_bytes()[line.clone()];
    let mut borders: Vec<usize> = memchr::memchr_iter(b'|', bytes)
        .filter(|index| *index == 0 || bytes[index - 1] != b'\\')
        .map(|index| line.start + index)
        .collect();
    let is_blank = |start: usize, end: usize| {
        text[start..end].trim_matches(|c: char| c.is_whitespace() || c == '>').is_empty()
    };
    if borders.first().is_none_or(|first| !is_blank(line.start, *first)) {
        borders.insert(0, line.start);
    }
    // A line without any border is one cell; its first letter may be longer than a border.
    let after = |border: usize| if text[border..].starts_with('|') { border + 1 } else { border };
    if borders.last().is_none_or(|last| !is_blank(after(*last).min(line.end), line.end)) {
        borders.push(line.end);
    }
    borders.windows(2).map(|pair| (after(pair[0]).min(pair[1]), pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, Passage, fields, grids};
    use crate::model::{Block, Kind, Span};

    #[test]
    fn a_line_without_borders_is_one_cell() {
        for line in ["Завтра снег.", "€ 5", "a", "| а | € |", "а|б", "", "|", "> € |"]
        {
            let cells = fields(line, 0..line.len());
            let texts: Vec<&str> =
                cells.iter().map(|(start, end)| line[*start..*end].trim()).collect();
            let parts =
                line.trim_start_matches('>').trim().trim_matches('|').split('|').map(str::trim);
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            let shown: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
            assert_eq!(shown.join("/").trim_start_matches("> "), parts.join("/"), "{line}");
        }
    }

    #[test]
    fn a_line_without_borders_right_below_a_table_is_its_last_row() {
        for last in ["Ясно.", "«Да». |", "é"] {
            let text = format!("| Год | 5 |\n|---|---|\n{last}\n\nДальше.");
            let words = ["Год", last.trim_end_matches(" |")];
            let blocks = words.map(|word| {
                let start = text.find(word).unwrap();
                let span = Span::new(start, start + word.len());
                Block { kind: Kind::Cell, span, segments: 0..0, note: None }
            });
            let passage = |block| Passage { block, rows: Vec::new() };
            let grids = grids(&text, blocks.iter().map(passage).collect());
            assert_eq!(grids.len(), 1);
            let rows = &grids[0].rows;
            assert_eq!((rows.len(), rows[0].len(), rows[1].len()), (2, 2, 1), "{last}");
            assert!(matches!(&rows[1][0], Cell::Passage(cell) if cell.block == &blocks[1]));
        }
    }
}

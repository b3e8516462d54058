//! Rows of a table in Yandex's Markdown, `|| one | two ||`, which `CommonMark` takes for prose.

use crate::model::Span;
use crate::parse::lines::trim;
use crate::parse::markup::InlineMarkup;

/// The sign that opens and closes a row.
const FENCE: &str = "||";

/// The cells of a line that opens a row; the last may go on in the next line.
pub fn cells(text: &str, line: Span, markup: &InlineMarkup) -> Option<Vec<Span>> {
    let slice = &text[line.range()];
    if !slice.starts_with(FENCE) {
        return None;
    }
    let start = line.start + FENCE.len();
    let end = without_fence(text, Span::new(start, line.end)).end;
    let mut cells = Vec::new();
    let mut from = start;
    for at in memchr::memchr_iter(b'|', &text.as_bytes()[start..end]).map(|at| start + at) {
        let is_escaped = text[..at].ends_with('\\');
        if !is_escaped && markup.within(Span::new(at, at + 1)).is_empty() {
            cells.push(trim(text, Span::new(from, at)));
            from = at + 1;
        }
    }
    cells.push(trim(text, Span::new(from, end)));
    Some(cells)
}

/// The line without the sign that closes a row.
pub fn without_fence(text: &str, line: Span) -> Span {
    let slice = text[line.range()].trim_end();
    let end = slice.strip_suffix(FENCE).map_or(line.end, |rest| line.start + rest.len());
    Span::new(line.start, end)
}

/// Whether a trimmed line only opens or closes a table, a row or a cell.
pub fn is_border(line: &str) -> bool {
    matches!(line, "#|" | "|#" | "||" | "|")
}

#[cfg(test)]
mod tests {
    use super::{InlineMarkup, Span, cells};

    #[test]
    fn a_row_has_its_cells() {
        let text = "|| Имя | **Два** \\| три ||";
        let found = cells(text, Span::new(0, text.len()), &InlineMarkup::default()).unwrap();
        let texts: Vec<&str> = found.iter().map(|cell| &text[cell.range()]).collect();
        assert_eq!(texts, ["Имя", "**Два** \\| три"]);
        assert_eq!(cells("| а ||", Span::new(0, 7), &InlineMarkup::default()), None);
    }
}

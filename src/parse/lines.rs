//! Lines of a text by any of the three line ends.

use crate::model::Span;

/// The lines of `text` within `span`, each without its line end.
pub fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let bytes = &text.as_bytes()[..span.end];
    let mut next = Some(span.start);
    std::iter::from_fn(move || {
        let start = next?;
        let Some(length) = memchr::memchr2(b'\n', b'\r', &bytes[start..]) else {
            next = None;
            return (start < bytes.len()).then(|| Span::new(start, bytes.len()));
        };
        let end = start + length;
        let wide = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
        next = Some(end + if wide { 2 } else { 1 });
        Some(Span::new(start, end))
    })
}

/// `span` without white space at its ends, no-break spaces included.
pub fn trim(text: &str, span: Span) -> Span {
    let slice = text[span.range()].trim_end_matches(is_blank);
    let trimmed = slice.trim_start_matches(is_blank);
    let start = span.start + slice.len() - trimmed.len();
    Span::new(start, start + trimmed.len())
}

/// Whether a character at the edge of a text is layout.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::{Span, lines, trim};

    fn split(text: &str) -> Vec<&str> {
        lines(text, Span::new(0, text.len())).map(|line| &text[line.range()]).collect()
    }

    #[test]
    fn each_kind_of_line_end_counts_once() {
        assert_eq!(split("a\r\nb\rc\n\nd"), ["a", "b", "c", "", "d"]);
        assert_eq!(split("a\n"), ["a"]);
    }

    #[test]
    fn no_break_spaces_and_the_byte_order_mark_are_trimmed() {
        let text = "\u{feff}\u{a0} да \u{a0}";
        assert_eq!(&text[trim(text, Span::new(0, text.len())).range()], "да");
        assert_eq!(trim("  ", Span::new(0, 2)), Span::new(0, 0));
    }
}

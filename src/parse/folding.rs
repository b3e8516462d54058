//! Raw text over several lines as one line, with the way back to its bytes.

use std::borrow::Cow;

use crate::model::Span;
use crate::text::fold::has_double_space;

/// A stretch of the document with each run of white space as one space.
pub struct Folded<'a> {
    pub text: Cow<'a, str>,
    /// Where its raw text begins.
    base: usize,
    /// Pairs of offsets, folded and raw, from where both run in step; none if
    /// they do so from the start.
    marks: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    /// Folds the raw `span` of `text`; `quotes` is how many `>` a line may have.
    pub fn new(text: &'a str, span: Span, quotes: usize) -> Self {
        let raw = &text[span.range()];
        if is_flat(raw) {
            return Self { text: Cow::Borrowed(raw), base: span.start, marks: Vec::new() };
        }
        let bytes = raw.as_bytes();
        let (mut folded, mut marks, mut from) = (String::with_capacity(raw.len()), Vec::new(), 0);
        while from < bytes.len() {
            let length =
                bytes[from..].iter().position(|byte| is_space(*byte)).unwrap_or(bytes.len() - from);
            marks.push((folded.len(), span.start + from));
            folded.push_str(&raw[from..from + length]);
            from += length;
            if from < bytes.len() {
                folded.push(' ');
                from = skip_spaces(bytes, from, quotes);
            }
        }
        Self { text: Cow::Owned(folded), base: span.start, marks }
    }

    /// A text that stands for raw bytes by `marks` of its maker.
    pub fn with_marks(text: Cow<'a, str>, marks: Vec<(usize, usize)>) -> Self {
        let base = marks.first().map_or(0, |(_, raw)| *raw);
        Self { text, base, marks }
    }

    /// The raw bytes of a span of the folded text that begins and ends in words.
    pub fn to_raw(&self, span: Span) -> Span {
        let place = |offset: usize| {
            let next = self.marks.partition_point(|(folded, _)| *folded <= offset);
            let (folded, raw) = self.mark_before(next);
            raw + offset.saturating_sub(folded)
        };
        Span::new(place(span.start), place(span.end))
    }

    /// The folded bytes of a raw span.
    pub fn to_folded(&self, span: Span) -> Span {
        let place = |offset: usize| {
            let next = self.marks.partition_point(|(_, raw)| *raw <= offset);
            let (folded, raw) = self.mark_before(next);
            let limit = self.marks.get(next).map_or(self.text.len(), |(folded, _)| *folded);
            (folded + offset.saturating_sub(raw)).min(limit)
        };
        Span::new(place(span.start), place(span.end))
    }

    /// The pair before the one with this index.
    fn mark_before(&self, next: usize) -> (usize, usize) {
        next.checked_sub(1).map_or((0, self.base), |index| self.marks[index])
    }
}

fn is_flat(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let layout =
        bytes.iter().fold(0, |found, byte| found | u8::from(matches!(byte, b'\t'..=b'\r')));
    layout == 0 && !has_double_space(bytes)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

/// Skips white space from `from`, and behind a line end the marks of quotations.
fn skip_spaces(bytes: &[u8], from: usize, quotes: usize) -> usize {
    let (mut index, mut left) = (from, 0);
    while let Some(byte) = bytes.get(index) {
        match byte {
            b'\n' | b'\r' => left = quotes,
            b'>' if left > 0 => left -= 1,
            byte if is_space(*byte) => {}
            _ => break,
        }
        index += 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::{Folded, Span};

    fn fold(text: &str, quotes: usize) -> String {
        Folded::new(text, Span::new(0, text.len()), quotes).text.into_owned()
    }

    #[test]
    fn line_ends_and_quotation_marks_become_one_space() {
        assert_eq!(fold("один\r\n> > два\t три\rчетыре", 2), "один два три четыре");
        assert_eq!(fold("a\n> b", 0), "a > b");
        assert_eq!(fold("5\u{a0}% и  7", 0), "5\u{a0}% и 7");
    }

    #[test]
    fn spans_lead_back_to_the_bytes_they_came_from() {
        let text = "один\n> два  три";
        let folded = Folded::new(text, Span::new(0, text.len()), 1);
        let start = folded.text.find("два").unwrap();
        let raw = folded.to_raw(Span::new(start, folded.text.len()));
        assert_eq!(&text[raw.range()], "два  три");
        assert_eq!(folded.to_folded(raw), Span::new(start, folded.text.len()));
    }
}

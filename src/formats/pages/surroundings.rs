//! What stands before a block on its line: list markers, heading signs.

use crate::model::Span;

/// Longer beginnings of lines hold no marker that a person wrote.
const LONGEST: usize = 512;

/// The sign that begins a list item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marker {
    /// Column of the sign from 0.
    pub column: usize,
    pub number: Option<u32>,
    pub ticked: Option<bool>,
}

/// Walks forward through a document's text, block by block.
pub struct Surroundings<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Surroundings<'a> {
    /// Stands at the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 0 }
    }

    /// Goes on to the byte `offset`.
    pub fn advance(&mut self, offset: usize) {
        let offset = self.text.floor_char_boundary(offset);
        if let Some(passed) = self.text.get(self.at..offset) {
            if let Some(end) = passed.rfind(['\n', '\r']) {
                self.line = self.at + end + 1;
            }
            self.at = offset;
        }
    }

    /// The marker of the item that begins here, if one stands before it.
    pub fn marker(&self) -> Option<Marker> {
        let mut marker = None;
        let mut column = 0;
        let mut rest = self.prefix();
        while let Some(first) = rest.chars().next() {
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            if first.is_whitespace() || first == '>' {
                column += 1;
                rest = &rest[first.len_utf8()..];
                continue;
            }
            if let Some(number) = sign(word) {
                marker = Some(Marker { column, number, ticked: None });
            }
            if let (Some(marker), Some(ticked)) = (&mut marker, tick(rest)) {
                marker.ticked = Some(ticked);
                break;
            }
            column += word.chars().count();
            rest = &rest[word.len()..];
        }
        marker
    }

    /// The level of the heading over `span`: its signs before it, or the line below.
    pub fn level(&self, span: Span) -> usize {
        let prefix = self.prefix().trim_end();
        let signs = prefix.len() - prefix.trim_end_matches('#').len();
        if signs > 0 {
            return signs;
        }
        let below = self.text.get(span.end..).unwrap_or_default();
        if below.trim_start().starts_with('=') { 1 } else { 2 }
    }

    fn prefix(&self) -> &'a str {
        let prefix = &self.text[self.line..self.at];
        if prefix.len() > LONGEST { "" } else { prefix }
    }
}

/// The number that a list sign carries, none for a bullet; nothing for other words.
#[expect(clippy::option_option, reason = "no sign, a sign without a number, a sign with one")]
fn sign(word: &str) -> Option<Option<u32>> {
    if matches!(word, "-" | "*" | "+" | "•" | "·" | "◦" | "▪" | "—" | "–" | "‣") {
        return Some(None);
    }
    word.strip_suffix(['.', ')'])?.parse().ok().map(Some)
}

fn tick(rest: &str) -> Option<bool> {
    match rest.get(..3)? {
        "[ ]" => Some(false),
        "[x]" | "[X]" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Marker, Surroundings};

    fn marker(prefix: &str) -> Option<Marker> {
        let text = format!("начало\n{prefix}текст");
        let mut surroundings = Surroundings::new(&text);
        surroundings.advance(text.len() - "текст".len());
        surroundings.marker()
    }

    #[test]
    fn bullets_numbers_and_boxes_are_read() {
        let bullet = Marker { column: 0, number: None, ticked: None };
        assert_eq!(marker("- "), Some(bullet));
        assert_eq!(marker("  • "), Some(Marker { column: 2, ..bullet }));
        assert_eq!(marker("> 12) "), Some(Marker { column: 2, number: Some(12), ..bullet }));
        assert_eq!(marker("- [x] "), Some(Marker { ticked: Some(true), ..bullet }));
        assert_eq!(marker("- 3. "), Some(Marker { column: 2, number: Some(3), ..bullet }));
        assert_eq!(marker("  "), None);
    }
}

//! A text cut into what terms are made of: words without their hyphens and possessive endings.

use crate::model::Span;
use crate::text::words::is_mark;

/// A word of a text, or what stands between two hyphens of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermPiece<'t> {
    pub text: &'t str,
    pub span: Span,
}

/// The words of a text in order.
pub fn pieces(text: &str) -> Vec<TermPiece<'_>> {
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inner = c.is_alphanumeric() || is_mark(c) || is_apostrophe_within(text, at, c);
        match (start, is_inner) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                pieces.push(piece(text, Span::new(from, at)));
                start = None;
            }
            _ => {}
        }
    }
    pieces
}

/// A word without `'s`.
fn piece(text: &str, span: Span) -> TermPiece<'_> {
    let whole = &text[span.range()];
    let ends = ["'s", "’s", "'S", "’S"];
    let bare = ends.iter().find_map(|end| whole.strip_suffix(end)).unwrap_or(whole);
    TermPiece { text: bare, span: Span::new(span.start, span.start + bare.len()) }
}

fn is_apostrophe_within(text: &str, at: usize, c: char) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    matches!(c, '\'' | '’')
        && is_letter(text[..at].chars().next_back())
        && is_letter(text[at + c.len_utf8()..].chars().next())
}

/// What stands between two words, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// White space, quotation marks, markup.
    Space,
    /// A hyphen or dash.
    Hyphen,
    /// Anything else: commas, brackets, full stops.
    Other,
}

impl Gap {
    /// The kind of what stands there.
    pub fn of(between: &str) -> Self {
        let mut gap = Self::Space;
        for c in between.chars() {
            match c {
                '-' | '‐' | '‑' | '–' | '—' => gap = Self::Hyphen,
                '«' | '»' | '„' | '“' | '”' | '"' | '‘' | '’' | '\'' | '*' | '_' => {}
                _ if c.is_whitespace() || is_mark(c) => {}
                _ => return Self::Other,
            }
        }
        gap
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Gap, pieces};

    #[test]
    fn hyphens_part_and_possessives_go() {
        let texts = |text: &'static str| -> Vec<&str> {
            pieces(text).iter().map(|piece| piece.text).collect()
        };
        assert_eq!(texts("ИКТ-услуги, д’Артаньян"), ["ИКТ", "услуги", "д’Артаньян"]);
        assert_eq!(texts("the UN's members’ fees"), ["the", "UN", "members", "fees"]);
        assert_eq!(Gap::of(" – "), Gap::Hyphen);
        assert_eq!(Gap::of(" «"), Gap::Space);
        assert_eq!(Gap::of(", "), Gap::Other);
    }

    proptest! {
        #[test]
        fn pieces_stand_where_they_say(text in "[а-яa-z'’\\- .ё\u{301}«]{0,30}") {
            let mut end = 0;
            for piece in pieces(&text) {
                prop_assert_eq!(&text[piece.span.range()], piece.text);
                prop_assert!(piece.span.start >= end);
                end = piece.span.end;
            }
        }
    }
}

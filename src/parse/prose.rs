//! Whether a stretch of text holds words that a person could translate.

use crate::model::Span;

use super::markup::InlineMarkup;
use crate::text::values::{has_words, says_something};

/// Whether there is a word in `span` outside markup, addresses and entities.
pub fn has_prose(text: &str, span: Span, markup: &InlineMarkup) -> bool {
    let mut from = span.start;
    for (piece, _) in markup.within(span) {
        if piece.start > from && has_words(&text[from..piece.start]) {
            return true;
        }
        from = from.max(piece.end);
    }
    from < span.end && has_words(&text[from..span.end])
}

/// Whether `span` outside markup says something: a figure, a sign, an address.
pub fn has_value(text: &str, span: Span, markup: &InlineMarkup) -> bool {
    let mut from = span.start;
    for (piece, _) in markup.within(span) {
        if piece.start > from && says_something(&text[from..piece.start]) {
            return true;
        }
        from = from.max(piece.end);
    }
    from < span.end && says_something(&text[from..span.end])
}

#[cfg(test)]
mod tests {
    use super::{InlineMarkup, Span, has_prose};

    fn prose(text: &str) -> bool {
        has_prose(text, Span::new(0, text.len()), &InlineMarkup::default())
    }

    #[test]
    fn addresses_digits_and_entities_are_no_words() {
        assert!(!prose("23.12.2024 — https://example.org/a [http://x.org/b] www.example.org"));
        assert!(!prose("press@example.org &nbsp;&#x20; 12 % № 5"));
        assert!(prose("см. https://example.org"));
        assert!(prose("&nbsp;да"));
    }
}

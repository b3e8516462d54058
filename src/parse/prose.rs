//! Whether a stretch of text holds words that a person could translate.

use crate::model::Span;

use super::markup::Markup;
use crate::text::words::is_alphabetic;

/// Whether there is a word in `span` outside markup, addresses and entities.
pub fn has_prose(text: &str, span: Span, markup: &Markup) -> bool {
    let mut from = span.start;
    for (piece, _) in markup.within(span) {
        if piece.start > from && has_words(&text[from..piece.start]) {
            return true;
        }
        from = from.max(piece.end);
    }
    from < span.end && has_words(&text[from..span.end])
}

/// Whether there is a digit in `span` outside markup.
pub fn has_figure(text: &str, span: Span, markup: &Markup) -> bool {
    let mut from = span.start;
    let digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    for (piece, _) in markup.within(span) {
        if piece.start > from && digit(&text[from..piece.start]) {
            return true;
        }
        from = from.max(piece.end);
    }
    from < span.end && digit(&text[from..span.end])
}

fn has_words(text: &str) -> bool {
    text.split_ascii_whitespace().any(|token| !is_address(token) && has_letter(token))
}

fn has_letter(token: &str) -> bool {
    let mut rest = token;
    while let Some(index) = rest.find(is_alphabetic) {
        let Some(length) =
            rest[..index].ends_with(['&', '#']).then(|| entity(&rest[index..])).flatten()
        else {
            return true;
        };
        rest = &rest[index + length..];
    }
    false
}

/// The length of what is left of `&nbsp;` or `&#x20;` behind its `&` or `&#`.
fn entity(text: &str) -> Option<usize> {
    let end = text.bytes().take(32).position(|byte| !byte.is_ascii_alphanumeric())?;
    (text.as_bytes()[end] == b';').then_some(end + 1)
}

fn is_address(token: &str) -> bool {
    let bytes = token.as_bytes();
    if !bytes.iter().any(u8::is_ascii_alphabetic) {
        return false;
    }
    token.contains("://")
        || token.trim_start_matches(|c: char| c.is_ascii_punctuation()).starts_with("www.")
        || (token.is_ascii()
            && memchr::memchr(b'@', bytes).is_some_and(|at| at > 0 && token[at..].contains('.')))
}

#[cfg(test)]
mod tests {
    use super::{Markup, Span, has_prose};

    fn prose(text: &str) -> bool {
        has_prose(text, Span::new(0, text.len()), &Markup::default())
    }

    #[test]
    fn addresses_digits_and_entities_are_no_words() {
        assert!(!prose("23.12.2024 — https://example.org/a [http://x.org/b] www.example.org"));
        assert!(!prose("press@example.org &nbsp;&#x20; 12 % № 5"));
        assert!(prose("см. https://example.org"));
        assert!(prose("&nbsp;да"));
    }
}

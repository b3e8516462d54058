//! The minus before a number, as a sign or as a word.

use super::{Meaning, Scan, TokenKind};

/// Takes a minus before the number into the value; gives the first token.
pub fn signed(scan: &Scan<'_>, value: &mut String, index: usize) -> usize {
    let first = match index.checked_sub(1).map(|before| (before, scan.text(before))) {
        Some((before, "−")) if !follows_word(scan, before) => before,
        Some((before, "-" | "–")) if begins_word(scan, before) => before,
        _ if scan.meaning_before(index) == Some(Meaning::Minus) => index - 2,
        _ => return index,
    };
    let taken =
        scan.found.last().is_some_and(|number| number.span.end > scan.tokens[first].span.start);
    if taken {
        return index;
    }
    value.insert(0, '-');
    first
}

fn follows_word(scan: &Scan<'_>, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| scan.tokens[before].is_wordlike())
}

fn begins_word(scan: &Scan<'_>, index: usize) -> bool {
    index.checked_sub(1).is_none_or(|before| {
        scan.kind(before) == Some(TokenKind::Space) || matches!(scan.text(before), "(" | "«" | "\"")
    })
}

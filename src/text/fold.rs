//! Texts reduced to what comparison sees: one form of letters, one form of spaces.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// NFC, each run of Unicode white space one space, none at the ends, nothing invisible.
pub fn fold(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    squeeze(text, &mut folded);
    if !is_nfc(&folded) {
        folded = folded.nfc().collect();
    }
    if folded == text { Cow::Borrowed(text) } else { Cow::Owned(folded) }
}

/// Bytes that stand in folded text whatever follows, two spaces in a row aside.
// Letters of Latin-1 and Cyrillic without combining marks are NFC as they stand.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0x20;
    while byte < 0xc0 {
        plain[byte] = byte != 0x7f;
        byte += 1;
    }
    plain[0xc3] = true;
    plain[0xd0] = true;
    plain[0xd1] = true;
    plain
};

fn is_plain(bytes: &[u8]) -> bool {
    let is_folded = |at: usize| PLAIN[usize::from(bytes[at])] || is_sign(&bytes[at..]);
    let (chunks, rest) = bytes.as_chunks::<CHUNK>();
    let end = bytes.len() - rest.len();
    !matches!(bytes, [b' ', ..] | [.., b' '])
        && chunks.iter().enumerate().all(|(index, chunk)| {
            let start = index * CHUNK;
            all_plain(chunk) || (start..start + CHUNK).all(is_folded)
        })
        && (end..bytes.len()).all(is_folded)
        && !has_double_space(bytes)
}

const CHUNK: usize = 32;

/// Whether two spaces stand side by side.
// To build a searcher for every short text would cost more than to look at each byte.
pub fn has_double_space(bytes: &[u8]) -> bool {
    let next = bytes.get(1..).unwrap_or_default();
    let pairs = bytes.iter().zip(next);
    let are_spaces = |(one, two): (&u8, &u8)| u8::from(*one == b' ') & u8::from(*two == b' ');
    pairs.fold(0, |found, pair| found | are_spaces(pair)) != 0
}

// Without branches, so that the compiler looks at many bytes at a time.
fn all_plain(bytes: &[u8; CHUNK]) -> bool {
    let strange = bytes.iter().fold(0, |strange, &byte| {
        let is_control = u8::from(byte < 0x20) | u8::from(byte == 0x7f);
        let is_long =
            u8::from(byte >= 0xc0) & u8::from(byte != 0xc3) & u8::from(byte & 0xfe != 0xd0);
        strange | is_control | is_long
    });
    strange == 0
}

// Signs of Latin-1; dashes, quotation marks and the ellipsis; «№» and «€».
fn is_sign(rest: &[u8]) -> bool {
    match rest {
        [0xc2, next, ..] => !matches!(next, 0x80..=0xa0 | 0xad),
        [0xe2, 0x80, next, ..] => matches!(next, 0x90..=0xa7),
        [0xe2, rest @ ..] => matches!(rest, [0x84, 0x96, ..] | [0x82, 0xac, ..]),
        _ => false,
    }
}

fn squeeze(text: &str, folded: &mut String) {
    for word in text.split_whitespace() {
        let mut bare = word.split(is_invisible).filter(|part| !part.is_empty()).peekable();
        if bare.peek().is_some() && !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(bare);
    }
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{ad}' | '\u{feff}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::fold;

    #[test]
    fn every_white_space_folds_to_one_space() {
        assert_eq!(fold(" 5\u{a0}тыс.\u{2009}\tруб.\r\n"), "5 тыс. руб.");
        assert_eq!(fold("а\u{202f}б\u{3000} в"), "а б в");
        assert_eq!(fold(" \n\u{a0}"), "");
    }

    #[test]
    fn letters_take_their_composed_form() {
        assert_eq!(fold("и\u{306}од е\u{308}ж"), "йод ёж");
        assert_eq!(fold("cafe\u{301}"), "café");
    }

    #[test]
    fn invisible_characters_vanish() {
        assert_eq!(fold("\u{feff}пере\u{ad}нос\u{200b}"), "перенос");
        assert_eq!(fold("а \u{200b} б"), "а б");
    }

    #[test]
    fn a_folded_text_is_borrowed() {
        for text in ["", "Ёж — «№ 5» … “ok”, €3", "naïve §2"] {
            assert!(matches!(fold(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn collapsing_keeps_no_break_spaces() {}

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text).into_owned();
            prop_assert_eq!(fold(&once), once.clone());
        }

        #[test]
        fn the_short_cut_agrees_with_the_long_way(text in "[ a-я\u{a0}-\u{ff}\u{300}-\u{308}\u{2000}-\u{2030}№€]{0,12}") {
            let mut long = String::new();
            super::squeeze(&text, &mut long);
            let long: String = unicode_normalization::UnicodeNormalization::nfc(long.as_str()).collect();
            prop_assert_eq!(fold(&text), long);
        }
    }
}

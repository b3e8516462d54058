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

/// Line ends, tabs and runs of ASCII spaces become one space; no-break spaces stay.
pub fn collapse(text: &str) -> Cow<'_, str> {
    let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0x0b;
    let bytes = text.as_bytes();
    let changes = bytes.iter().any(|byte| is_space(byte) && *byte != b' ')
        || memchr::memmem::find(bytes, b"  ").is_some();
    if !changes {
        return Cow::Borrowed(text);
    }
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| c.is_ascii() && is_space(&(c as u8))) {
        let bare = word.trim_end_matches(|c: char| c.is_ascii() && is_space(&(c as u8)));
        collapsed.push_str(bare);
        if bare.len() < word.len() && !collapsed.ends_with(' ') {
            collapsed.push(' ');
        }
    }
    Cow::Owned(collapsed)
}

// Letters of Latin-1 and Cyrillic without combining marks are NFC as they stand.
fn is_plain(bytes: &[u8]) -> bool {
    let mut previous = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        let plain = match byte {
            b' ' => previous != b' ',
            0x21..=0x7e => true,
            0x80..=0xbf => true,
            0xc2 => matches!(bytes.get(at + 1), Some(next) if !matches!(next, 0x85 | 0xa0 | 0xad)),
            0xc3 | 0xd0 => true,
            0xd1 => true,
            0xe2 => is_plain_punctuation(&bytes[at + 1..]),
            _ => false,
        };
        if !plain {
            return false;
        }
        previous = byte;
    }
    previous != b' ' || bytes.is_empty()
}

// U+2010 to U+2027: dashes, quotation marks, the bullet and the ellipsis.
fn is_plain_punctuation(rest: &[u8]) -> bool {
    matches!(rest, [0x80, 0x90..=0xa7, ..])
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

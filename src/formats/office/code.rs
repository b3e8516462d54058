//! Characters that XML can't hold, as spreadsheets write them: `_x0007_`.

use std::borrow::Cow;

/// The text with what XML can't hold written as a code; a code that stands there is masked.
pub fn encode(text: &str) -> Cow<'_, str> {
    encode_before(text, "")
}

/// A part of a text encoded, behind which `rest` follows: together they may make a code.
pub fn encode_before<'t>(text: &'t str, rest: &str) -> Cow<'t, str> {
    if !text.contains(is_unwritable)
        && !text.contains("_x")
        && (rest.is_empty() || !text.contains('_'))
    {
        return Cow::Borrowed(text);
    }
    let follows =
        |at: usize| -> String { text[at..].chars().chain(rest.chars()).take(LENGTH - 1).collect() };
    let mut encoded = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if is_unwritable(c) {
            encoded += &format!("_x{:04X}_", u32::from(c));
        } else if c == '_' && begins_code(&follows(at)) {
            encoded += "_x005F_";
        } else {
            encoded.push(c);
        }
    }
    Cow::Owned(encoded)
}

/// As much of the texts that follow a part as may complete a code.
pub fn following<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.flat_map(str::chars).take(LENGTH).collect()
}

/// Decodes the end of a text, from the byte `start` on.
pub fn decode_from(text: &mut String, start: usize) {
    if let Some(Cow::Owned(decoded)) = text.get(start..).map(decode) {
        text.replace_range(start.., &decoded);
    }
}

/// The text that was encoded.
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        decoded += &rest[..at];
        rest = &rest[at..];
        let (c, length) = code_at(rest).map_or(('_', 1), |c| (c, LENGTH));
        decoded.push(c);
        rest = &rest[length..];
    }
    Cow::Owned(decoded + rest)
}

/// How long a code is: `_xHHHH_`.
const LENGTH: usize = 7;

/// The character that a code at the beginning stands for.
fn code_at(text: &str) -> Option<char> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let is_closed = text.as_bytes().get(LENGTH - 1) == Some(&b'_');
    let is_code = is_closed && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_code)?;
    char::from_u32(number)
}

/// Whether a text would begin a code, whatever is written after it.
fn begins_code(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.get(..4));
    digits.is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// Whether XML 1.0 has no way to write a character, or changes it in reading.
fn is_unwritable(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::{decode, encode, encode_before, is_unwritable};

    #[test]
    fn what_xml_can_not_hold_is_a_code() {
        assert_eq!(encode("a\u{7}b"), "a_x0007_b");
        assert_eq!(encode("a_x0007_b"), "a_x005F_x0007_b");
        assert_eq!(encode("snake_x y\t\n"), "snake_x y\t\n");
        assert_eq!(decode("_x000d_я"), "\rя");
        assert_eq!(encode_before("a _", "x0041_ b"), "a _x005F_");
        assert_eq!(encode_before("a _", "cursive_ b"), "a _");
        assert_eq!(decode("_x00ы0_"), "_x00ы0_");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn every_text_comes_back(text in "(_x|00|5F|_|[\\x00-\\x20]|\\PC|\u{fffe}){0,12}") {
            let encoded = encode(&text).into_owned();
            assert!(!encoded.contains(is_unwritable));
            assert_eq!(decode(&encoded), text);
        }
    }
}

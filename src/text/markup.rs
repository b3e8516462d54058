//! Inline markup, told from the text it marks.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;

/// The text with its markup replaced by as many spaces, and its link targets and tags.
///
/// Offsets in the result are offsets in `text`.
pub fn mask(text: &str) -> (Cow<'_, str>, Vec<&str>) {
    if !has_mark(text.as_bytes()) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut plain = String::with_capacity(text.len());
    let mut links = Vec::new();
    let mut rest = text;
    let has_links = text.contains("](");
    let bare = bare_stars(text);
    while let Some(c) = rest.chars().next() {
        if !is_mark(c) {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let at = text.len() - rest.len();
        let before = text[..at].chars().next_back();
        let length = if let Some(length) =
            target(rest).or_else(|| address(rest, before)).or_else(|| tag(rest))
        {
            links.push(&rest[..length]);
            length
        } else if is_emphasis(rest, before) && !bare.contains(&at) || c == '[' && has_links {
            c.len_utf8()
        } else {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        plain.extend(std::iter::repeat_n(' ', length));
        rest = &rest[length..];
    }
    (Cow::Owned(plain), links)
}

/// Where stars stand that emphasise nothing: «5*» has no partner.
fn bare_stars(text: &str) -> FxHashSet<usize> {
    let mut bare = FxHashSet::default();
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('*').map(|found| at + found) {
        let end = start + text[start..].bytes().take_while(|byte| *byte == b'*').count();
        let is_black = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let before = text[..start].chars().next_back();
        let is_escaped = before == Some('\\');
        if is_escaped || !is_black(before) && !is_black(text[end..].chars().next()) {
            bare.extend(start..end);
        } else if !is_black(before) || open.is_empty() && is_black(text[end..].chars().next()) {
            open.push(start..end);
        } else if open.pop().is_none() {
            bare.extend(start..end);
        }
        at = end;
    }
    bare.extend(open.into_iter().flatten());
    bare
}

/// Whether the text surely has no markup.
pub fn is_unmarked(text: &str) -> bool {
    !has_mark(text.as_bytes())
}

// Without an early return in a chunk the compiler looks at sixteen bytes at once.
fn has_mark(bytes: &[u8]) -> bool {
    let marks = |found: u8, byte: &u8| found | u8::from(is_mark(char::from(*byte)));
    let (chunks, rest) = bytes.as_chunks::<32>();
    chunks.iter().any(|chunk| chunk.iter().fold(0, marks) != 0) || rest.iter().fold(0, marks) != 0
}

/// Whether markup, a tag or an address may begin here.
fn is_mark(c: char) -> bool {
    matches!(c, ']' | '[' | 'h' | 'm' | '<' | '*' | '`' | '~' | '_')
}

/// The length of a link's end with its target, `](…)`.
fn target(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix("](")?;
    let mut depth = 1_u32;
    for (at, c) in inner.char_indices().take(LONGEST) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some("](".len() + at + 1);
        }
    }
    None
}

/// Characters of the longest link target or tag.
const LONGEST: usize = 1024;

/// The length of a bare web address.
fn address(rest: &str, before: Option<char>) -> Option<usize> {
    let starts = ["https://", "http://", "mailto:"].iter().any(|scheme| rest.starts_with(scheme));
    if !starts || before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end =
        rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '<' | '"' | '»' | '*'));
    let address =
        rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    Some(address.len())
}

/// The length of a tag such as `<br>` or `<https://…>`.
fn tag(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('<')?;
    let opens = inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    let end = inner.char_indices().take(LONGEST).find(|(_, c)| *c == '>').map(|(at, _)| at)?;
    opens.then_some(end + 2)
}

/// Whether the text begins with a mark of emphasis or code.
fn is_emphasis(rest: &str, before: Option<char>) -> bool {
    let after = rest.trim_start_matches('_').chars().next();
    match rest.chars().next() {
        Some('*' | '`') => true,
        Some('~') => rest.starts_with("~~") || before == Some('~'),
        // Within a word an underscore is a letter.
        Some('_') => {
            !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::mask;
    use proptest::prelude::*;

    fn seen(text: &str) -> String {
        let (plain, links) = mask(text);
        let words: Vec<_> = plain.split_whitespace().collect();
        format!("{} | {}", words.join(" "), links.join(" "))
    }

    #[test]
    fn links_and_emphasis_are_not_text() {
        assert_eq!(seen("**Да** [и _нет_](/a(b)c), <br>так"), "Да и нет , так | ](/a(b)c) <br>");
        assert_eq!(seen("см. https://a.example/x_y."), "см. . | https://a.example/x_y");
        assert_eq!(seen("snake_case [так] <5"), "snake_case [так] <5 | ");
    }

    proptest! {
        #[test]
        fn offsets_stay(text in "([а-в \\[\\]()<>*_~`]|http://|.)*") {
            prop_assert_eq!(mask(&text).0.len(), text.len());
        }
    }
}

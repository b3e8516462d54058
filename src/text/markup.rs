//! Inline markup, told from the text it marks.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::hidden::{hidden, is_veil};

/// The text with its markup replaced by as many spaces, and its link targets and tags.
///
/// Offsets in the result are offsets in `text`.
pub fn mask(text: &str) -> (Cow<'_, str>, Vec<&str>) {
    masked(text, |_| Vec::new())
}

/// The text with its markup replaced, but for the words that a reader sees of links and tags: titles and what stands for pictures.
pub fn seen(text: &str) -> (Cow<'_, str>, Vec<&str>) {
    masked(text, shown)
}

fn masked(text: &str, shown: fn(&str) -> Vec<Range<usize>>) -> (Cow<'_, str>, Vec<&str>) {
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
        if let Some(length) = hidden(rest, before) {
            links.push(&rest[..length]);
            plain.extend(std::iter::repeat_n(' ', length));
            rest = &rest[length..];
            continue;
        }
        let length = if let Some(length) =
            target(rest).or_else(|| address(rest, before)).or_else(|| tag(rest))
        {
            links.push(&rest[..length]);
            keep(&mut plain, &rest[..length], &shown(&rest[..length]));
            rest = &rest[length..];
            continue;
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

/// Puts a link's target or a tag down: what is shown of it as it is, else spaces.
fn keep(plain: &mut String, link: &str, shown: &[Range<usize>]) {
    let mut at = 0;
    for words in shown {
        plain.extend(std::iter::repeat_n(' ', words.start - at));
        plain.push_str(&link[words.clone()]);
        at = words.end;
    }
    plain.extend(std::iter::repeat_n(' ', link.len() - at));
}

/// The words that a reader sees of a link's target or of a tag.
pub fn shown(link: &str) -> Vec<Range<usize>> {
    if let Some(target) = link.strip_prefix("](") {
        let quoted = target.find([' ', '\n']).and_then(|space| {
            let behind = target[space..].trim_start();
            let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let start = link.len() - behind.len() + 1;
            Some(start..start + behind[1..].rfind(quote)?)
        });
        return quoted.into_iter().collect();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sign) = link[at..].find('=').map(|sign| at + sign) {
        let name = link[..sign].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        let behind = link[sign + 1..].trim_start();
        let start = link.len() - behind.len();
        at = sign + 1;
        let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match quote {
            Some(quote) => behind[1..].find(quote).map(|length| start + 1..start + 1 + length),
            None => bare(behind).map(|length| start..start + length),
        };
        let Some(value) = value else { continue };
        at = value.end + usize::from(quote.is_some());
        if SHOWN.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            found.push(value);
        }
    }
    found
}

/// The length of a value without quotation marks.
fn bare(rest: &str) -> Option<usize> {
    let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
    Some(rest[..end].trim_end_matches('/').len()).filter(|length| *length > 0)
}

/// Attributes of tags whose words a reader sees or hears.
const SHOWN: [&str; 4] = ["alt", "title", "aria-label", "label"];

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
    matches!(c, ']' | '[' | 'h' | 'm' | '<' | '*' | '`' | '~' | '_') || is_veil(c)
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
    use super::{mask, seen as shown};
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

    #[test]
    fn what_is_hidden_is_not_text() {
        assert_eq!(seen("Он <!-- не > --> ушёл"), "Он ушёл | <!-- не > -->");
        assert_eq!(seen("Он %%не%% ушёл на 5%%"), "Он ушёл на 5%% | %%не%%");
    }

    #[test]
    fn titles_and_what_stands_for_pictures_are_seen() {
        let seen = |text| shown(text).0.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(seen("См. [акт](https://a.example/u \"Устав 5\") тут"), "См. акт Устав 5 тут");
        assert_eq!(seen("Это ![вид](s.jpg 'Знак')."), "Это ! вид Знак .");
        assert_eq!(
            seen("<abbr title=\"Министерство\">М</abbr> и <img src=\"q\" alt='Дом'>"),
            "Министерство М и Дом"
        );
        assert_eq!(seen("<abbr title=Мир>М</abbr> и <i label=а b>"), "Мир М и а");
        assert_eq!(seen("[а](b) <a href=\"title\">в</a>"), "а в");
    }

    proptest! {
        #[test]
        fn offsets_stay_where_titles_are_seen(text in "([а-в \\[\\]()<>*_~`\"'=]|http://|<i title=|\\]\\(a \"|.)*") {
            prop_assert_eq!(shown(&text).0.len(), text.len());
        }

        #[test]
        fn offsets_stay(text in "([а-в \\[\\]()<>*_~`]|http://|.)*") {
            prop_assert_eq!(mask(&text).0.len(), text.len());
        }
    }
}

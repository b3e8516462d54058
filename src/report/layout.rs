//! Text in columns, by the width that terminals give to characters.

use std::borrow::Cow;

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use super::Screen;
pub use crate::text::printable::printable;

/// How many columns `text` takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Spaces that bring `text` to `columns`.
pub fn padding(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text)))
}

/// The end of `text`, after an ellipsis where it is wider than `columns`.
pub fn shorten(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let rest = text.char_indices().map(|(start, _)| &text[start..]);
    let end = rest.skip(1).find(|rest| width(rest) < columns).unwrap_or_default();
    Cow::Owned(format!("…{end}"))
}

/// Styled words in lines of at most `columns`; a longer word has its own line.
pub fn wrap(words: &[(Style, String)], columns: usize, screen: &Screen<'_>) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for (style, word) in words {
        let taken = width(word);
        if used > 0 && used + 1 + taken > columns {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(&screen.paint(*style, word));
        }
        used += taken;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_long_text_keeps_its_end() {
        assert_eq!(shorten("2024/12/news", 12), "2024/12/news");
        assert_eq!(shorten("2024/12/news", 8), "…12/news");
        assert_eq!(shorten("новости", 4), "…сти");
        assert_eq!(shorten("新闻新闻", 5), "…新闻");
        assert_eq!(shorten("news", 0), "…");
    }
}

//! Texts inside Markdown, shown as they are.

use super::layout::printable;

/// `text` on one line, with every sign of Markdown and HTML disarmed.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in printable(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // A mention or a reference would call people or other pages.
            '@' => escaped.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// `text` as code, for a cell of a table, too.
pub fn code(text: &str) -> String {
    let text = printable(text).replace('|', "\\|");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{code, escape};

    #[test]
    fn signs_of_markdown_are_shown_as_they_are() {
        assert_eq!(escape("*a* | <b> & @c\n# d"), "\\*a\\* \\| &lt;b&gt; &amp; &#64;c \\# d");
        assert_eq!(escape("«Да» — 5 %"), "«Да» — 5 %");
        assert_eq!(escape("a\u{1b}[2J"), "a\u{fffd}\\[2J");
        assert_eq!(code("a\u{1b}\tb"), "`a\u{fffd} b`");
    }

    #[test]
    fn code_may_hold_backticks_and_bars() {
        assert_eq!(code("a/b.md:1"), "`a/b.md:1`");
        assert_eq!(code("a`b|c"), "``a`b\\|c``");
        assert_eq!(code("`a"), "`` `a ``");
    }
}

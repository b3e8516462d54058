//! Texts that a terminal can show without obeying them.

use std::borrow::Cow;

/// `text` on one line and without what a terminal would obey.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(commands) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if commands(c) => '\u{fffd}',
        c => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
}

fn commands(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text as a worksheet shows it: on one line, without what a terminal would obey.
pub fn plain(text: &str) -> String {
    // A no-break space is a sign that somebody set.
    let words = printable(text);
    words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_terminal_gets_no_commands_from_a_text() {
        assert_eq!(printable("да\u{1b}[31m\nнет"), "да\u{fffd}[31m нет");
        assert_eq!(printable("\u{202e}abc"), "\u{fffd}abc");
        assert_eq!(printable("да"), "да");
    }
}

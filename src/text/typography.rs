//! Texts without what programs better on their way: quotation marks, dashes, ellipses, spaces.

use super::fold::fold;

/// Whether the texts differ in nothing but typography.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || plain(one) == plain(other)
}

/// Whether they differ in nothing but typography and white space, even within words.
pub fn is_same_in_letters(one: &str, other: &str) -> bool {
    let solid = |text: &str| plain(text).replace(' ', "");
    one == other || solid(one) == solid(other)
}

/// The text as a typewriter has it.
fn plain(text: &str) -> String {
    let text = fold(text);
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' | '‟' | '«' | '»' => plain.push('"'),
            '‘' | '’' | '‚' | '‛' | '`' | '´' => plain.push('\''),
            '‐' | '\u{2011}' | '‒' | '–' | '—' | '―' | '−' => plain.push('-'),
            '…' => plain.push_str("..."),
            c => plain.push(c),
        }
    }
    while plain.contains("--") {
        plain = plain.replace("--", "-");
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{is_same, is_same_in_letters};

    #[test]
    fn what_programs_better_is_no_change() {
        assert!(is_same("\"It's\" 5 -- 6...", "“It’s” 5\u{a0}— 6…"));
        assert!(!is_same("every day", "everyday"));
        assert!(!is_same("Yes", "yes"));
        assert!(is_same_in_letters("every da y", "every day"));
        assert!(!is_same_in_letters("did not", "did"));
    }
}

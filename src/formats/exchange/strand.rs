//! A text cut into words and the codes among them, which no translator should have to type.

/// A stretch of a text; joined, the strands give it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strand<'a> {
    Words(&'a str),
    /// Markup that is to come back as it is.
    Code(&'a str),
    /// A character that XML has no way to write.
    Control(char),
}

/// Cuts a text; whatever it holds, nothing is lost.
pub fn strands(text: &str) -> Vec<Strand<'_>> {
    let mut strands = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let code = code(rest, text[..at].chars().next_back());
        let control = is_forbidden(c);
        if code == 0 && !control {
            at += c.len_utf8();
            continue;
        }
        if start < at {
            strands.push(Strand::Words(&text[start..at]));
        }
        if control {
            strands.push(Strand::Control(c));
            at += c.len_utf8();
        } else {
            strands.push(Strand::Code(&rest[..code]));
            at += code;
        }
        start = at;
    }
    if start < text.len() {
        strands.push(Strand::Words(&text[start..]));
    }
    strands
}

/// Whether XML 1.0 has no way to write a character.
pub fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The longest piece that counts as one code.
const LONGEST: usize = 2000;

/// Bytes of the code that a text begins with; 0 where it begins with words.
fn code(text: &str, before: Option<char>) -> usize {
    let mut bytes = text.bytes();
    let first = bytes.next().unwrap_or_default();
    let second = bytes.next().unwrap_or_default();
    match first {
        b'`' => code_span(text),
        b'*' | b'~' | b'_' => emphasis(text, before),
        b'!' if second == b'[' && closes(text) => 2,
        b'[' if closes(text) => 1,
        b']' if second == b'(' => closed(text, 2, ')'),
        b'<' => tag(text),
        b'&' => entity(text),
        b'\\' if second.is_ascii_punctuation() => 2,
        b'{' if second == b'{' || second == b'%' => template(text),
        _ => 0,
    }
}

/// A span in backquotes, whole.
fn code_span(text: &str) -> usize {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let fence = &text[..ticks];
    let mut from = ticks;
    while let Some(found) = text[from..].find(fence).map(|found| found + from) {
        let run = text[found..].len() - text[found..].trim_start_matches('`').len();
        if run == ticks {
            return within(text, found + ticks);
        }
        from = found + run;
    }
    0
}

fn emphasis(text: &str, before: Option<char>) -> usize {
    let Some(mark) = text.chars().next() else { return 0 };
    let rest = text.trim_start_matches(mark);
    let length = text.len() - rest.len();
    let after = rest.chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_loose = is_space(before) && is_space(after);
    let is_inner = mark == '_' && is_word(before) && is_word(after);
    let is_single_tilde = mark == '~' && length != 2;
    if length > 3 || is_loose || is_inner || is_single_tilde { 0 } else { length }
}

/// Whether the bracket that a text begins with is closed by a link's target.
fn closes(text: &str) -> bool {
    let (mut depth, mut last) = (0_usize, ' ');
    for (at, c) in text.char_indices().take(LONGEST) {
        match c {
            '[' if last != '\\' => depth += 1,
            ']' if last != '\\' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return text[at..].starts_with("](");
                }
            }
            _ => {}
        }
        last = c;
    }
    false
}

/// Up to the bracket that closes what is open at `from`.
fn closed(text: &str, from: usize, end: char) -> usize {
    let mut depth = 1_usize;
    for (at, c) in text[from..].char_indices().take(LONGEST) {
        if c == '(' {
            depth += 1;
        } else if c == end {
            depth -= 1;
            if depth == 0 {
                return from + at + c.len_utf8();
            }
        }
    }
    0
}

fn tag(text: &str) -> usize {
    let Some(next) = text[1..].chars().next() else { return 0 };
    if !next.is_ascii_alphabetic() && !matches!(next, '/' | '!') {
        return 0;
    }
    match text.find('>') {
        Some(end) if !text[1..end].contains('<') => within(text, end + 1),
        _ => 0,
    }
}

fn entity(text: &str) -> usize {
    let Some(end) = text.bytes().take(32).position(|byte| byte == b';') else { return 0 };
    let name = text[1..end].strip_prefix('#').unwrap_or(&text[1..end]);
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_name { end + 1 } else { 0 }
}

fn template(text: &str) -> usize {
    let end = if text.starts_with("{{") { "}}" } else { "%}" };
    text.find(end).map_or(0, |at| within(text, at + end.len()))
}

/// A length, unless it is longer than any code, or covers what XML can't write.
fn within(text: &str, length: usize) -> usize {
    let is_fit = length <= LONGEST && !text[..length].contains(is_forbidden);
    if is_fit { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{Strand, strands};
    use proptest::prelude::*;

    fn marked(text: &str) -> String {
        let shown = strands(text).into_iter().map(|strand| match strand {
            Strand::Words(words) => words.to_owned(),
            Strand::Code(code) => format!("⟨{code}⟩"),
            Strand::Control(c) => format!("⟨U+{:04X}⟩", u32::from(c)),
        });
        shown.collect()
    }

    #[test]
    fn markup_is_code_and_words_are_words() {
        let cases = [
            ("**Да**, _нет_.", "⟨**⟩Да⟨**⟩, ⟨_⟩нет⟨_⟩."),
            ("[Устав](a(b).md \"т\") и [1]", "⟨[⟩Устав⟨](a(b).md \"т\")⟩ и [1]"),
            ("![Вид](v.png)", "⟨![⟩Вид⟨](v.png)⟩"),
            ("Ключ `a*b` и ``c`d``.", "Ключ ⟨`a*b`⟩ и ⟨``c`d``⟩."),
            ("H<sub>2</sub>O < 5 > 3", "H⟨<sub>⟩2⟨</sub>⟩O < 5 > 3"),
            ("5 * 3, snake_case, a ~ b", "5 * 3, snake_case, a ~ b"),
            ("A&nbsp;B & C; \\*", "A⟨&nbsp;⟩B & C; ⟨\\*⟩"),
            ("{{ x }} {% y %} {z}", "⟨{{ x }}⟩ ⟨{% y %}⟩ {z}"),
            ("a\u{1}b\t", "a⟨U+0001⟩b\t"),
            ("`не закрыт", "`не закрыт"),
        ];
        for (text, wanted) in cases {
            assert_eq!(marked(text), wanted);
        }
    }

    proptest! {
        #[test]
        fn joined_strands_are_the_text(text in "([*_`~\\[\\]()!<>&;\\\\{}%#a-я 😀\u{301}\u{1}\n]|\\]\\(|<b>|&lt;){0,40}") {
            let joined: String = strands(&text).into_iter().map(|strand| match strand {
                Strand::Words(text) | Strand::Code(text) => text.to_owned(),
                Strand::Control(c) => c.to_string(),
            }).collect();
            prop_assert_eq!(joined, text);
        }
    }
}

//! Marks before list items that `CommonMark` doesn't know as such.

/// What stands before an item's text: how long it is, and how sure a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bullet {
    /// Bytes from the line's start to the item's text.
    pub length: usize,
    pub sign: Sign,
    /// Whether a no-break space stands before the mark.
    pub is_fixed: bool,
}

impl Bullet {
    /// Whether it begins an item behind this line, where `CommonMark` sees none.
    pub fn begins_behind(self, previous: &str) -> bool {
        self.is_fixed
            || match self.sign {
                Sign::Dot => true,
                Sign::Dash => {
                    previous.trim_end().ends_with([':', ';']) && can_follow(previous, self.sign)
                }
                Sign::Hyphen | Sign::Number => false,
            }
    }
}

/// How sure it is that a mark begins an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `•` and the like mean nothing else.
    Dot,
    /// `- `, `* `, `+ `.
    Hyphen,
    /// `— ` and `– ` also begin a speech or go on with a sentence.
    Dash,
    /// `1.`, `1)`, `а)`.
    Number,
}

/// The mark that `line` begins with, if text follows it.
pub fn bullet(line: &str) -> Option<Bullet> {
    let rest = line.trim_start_matches(is_indent);
    let (mark, sign) = mark(rest)?;
    let text = rest[mark..].trim_start_matches(is_indent);
    let has_gap = text.len() < rest.len() - mark;
    let is_fixed = line[..line.len() - rest.len()].contains('\u{a0}');
    (has_gap && !text.is_empty()).then(|| Bullet {
        length: line.len() - text.len(),
        sign,
        is_fixed,
    })
}

/// Whether an item may begin behind this line of running text.
pub fn can_follow(previous: &str, sign: Sign) -> bool {
    let end = previous.trim_end().trim_end_matches(['»', '"', '”', ')', '*', '_']);
    matches!(sign, Sign::Dot | Sign::Hyphen) || end.ends_with([':', ';', '.', '!', '?', '…'])
}

fn is_indent(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2007}')
}

fn mark(rest: &str) -> Option<(usize, Sign)> {
    let first = rest.chars().next()?;
    let sign = match first {
        '-' | '*' | '+' => Sign::Hyphen,
        '—' | '–' | '―' => Sign::Dash,
        '•' | '·' | '▪' | '◦' | '‣' | '●' | '■' | '∙' => Sign::Dot,
        '0'..='9' => return number(rest).map(|length| (length, Sign::Number)),
        _ if first.is_alphabetic() && rest[first.len_utf8()..].starts_with(')') => {
            return Some((first.len_utf8() + 1, Sign::Number));
        }
        _ => return None,
    };
    Some((first.len_utf8(), sign))
}

fn number(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let closed = matches!(rest.as_bytes().get(digits), Some(b'.' | b')'));
    (digits <= 3 && closed).then_some(digits + 1)
}

#[cfg(test)]
mod tests {
    use super::{Sign, bullet};

    #[test]
    fn marks_of_each_kind_are_known_after_any_indent() {
        for line in ["- а", "\u{a0}- а", " \u{a0}• а", "— а", "1. а", "12) а", "а) б", "*\tа"]
        {
            assert!(bullet(line).is_some(), "{line}");
        }
        for line in ["-а", "- ", "1.5 а", "2024. а", "слово", "**а** б", ""] {
            assert!(bullet(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_no_break_space_before_the_mark_is_seen() {
        let found = bullet("\u{a0}- а").unwrap();
        assert_eq!((found.length, found.sign, found.is_fixed), (4, Sign::Hyphen, true));
    }
}

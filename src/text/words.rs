//! A text cut into words, numbers, white space and other characters.
//!
//! The tokens joined give the text, so that a diff by tokens loses nothing.

use crate::model::Span;

/// A stretch of text that stands for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub text: &'a str,
    pub span: Span,
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with the hyphens and apostrophes between them.
    Word,
    /// Digits, with the points and commas between them.
    Number,
    /// White space, however long.
    Space,
    /// One other character.
    Punctuation,
}

/// Every token of `text` in order; their texts joined are `text`.
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, offset: 0 }
}

impl Token<'_> {
    /// Whether it is a word or a number.
    pub fn is_wordlike(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// Whether the word begins with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(is_capital)
    }

    /// Whether it is a word of two capitals or more, such as «РСС» or «ООН-Хабитат».
    pub fn is_acronym(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(is_capital) && letters.next().is_some_and(is_capital)
    }
}

/// The iterator of [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let rest = &self.text[self.offset..];
        let (length, kind) = match rest.as_bytes() {
            [b' ', next, ..] if is_plainly_black(*next) => (1, TokenKind::Space),
            [b'A'..=b'Z' | b'a'..=b'z' | 0xd0 | 0xd1, ..] => (word_run(rest), TokenKind::Word),
            _ => run_of_any(rest)?,
        };
        let span = Span::new(self.offset, self.offset + length);
        self.offset = span.end;
        Some(Token { text: &rest[..length], span, kind })
    }
}

/// Whether no white space begins with this byte.
fn is_plainly_black(byte: u8) -> bool {
    byte.is_ascii_graphic() || matches!(byte, 0xd0 | 0xd1)
}

/// The length and kind of the token that `rest` begins with.
fn run_of_any(rest: &str) -> Option<(usize, TokenKind)> {
    let first = rest.chars().next()?;
    Some(if is_letter(first) {
        (word_run(rest), TokenKind::Word)
    } else if first.is_ascii_digit() {
        (joined_run(rest, |c| c.is_ascii_digit(), is_number_joint), TokenKind::Number)
    } else if first.is_whitespace() {
        (run(rest, char::is_whitespace), TokenKind::Space)
    } else {
        (first.len_utf8(), TokenKind::Punctuation)
    })
}

/// Whether the character only shapes a word: a soft hyphen, a joiner or an accent.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

// The letters of most texts are told by their range; the tables of Unicode take ten times as long.
fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'А'..='я' | 'ё' | 'Ё' => true,
        '\0'..='\u{7f}' => false,
        _ => c.is_alphabetic() || c.is_numeric(),
    }
}

/// Whether the letter is a capital.
pub fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z' | 'А'..='Я' | 'Ё' => true,
        '\0'..='\u{7f}' | 'а'..='я' | 'ё' => false,
        _ => c.is_uppercase(),
    }
}

fn is_word_part(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit() || is_mark(c)
}

fn is_word_joint(joint: char, next: char) -> bool {
    matches!(joint, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ') && is_letter(next)
}

fn is_number_joint(joint: char, next: char) -> bool {
    matches!(joint, '.' | ',') && next.is_ascii_digit()
}

/// Whether the character is a letter, told by its range where it can be.
pub fn is_alphabetic(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'А'..='я' | 'ё' | 'Ё' => true,
        '\0'..='\u{7f}' => false,
        _ => c.is_alphabetic(),
    }
}

/// The bytes of Latin and Russian letters and of digits that `text` begins with.
fn plain_run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += match bytes.get(at..) {
            Some([b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', ..]) => 1,
            Some([0xd0, 0x81 | 0x90..=0xbf, ..] | [0xd1, 0x80..=0x8f | 0x91, ..]) => 2,
            _ => return at,
        }
    }
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn word_run(text: &str) -> usize {
    let plain = plain_run(text);
    match text.as_bytes().get(plain) {
        None | Some(b' ' | b'.' | b',') => plain,
        _ => plain + joined_run(&text[plain..], is_word_part, is_word_joint),
    }
}

/// The length of a run that goes on over a joint where `joins(joint, next)` holds.
fn joined_run(
    text: &str,
    belongs: impl Fn(char) -> bool,
    joins: impl Fn(char, char) -> bool,
) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((offset, c)) = characters.next() {
        if belongs(c) {
            continue;
        }
        if !characters.peek().is_some_and(|(_, next)| joins(c, *next)) {
            return offset;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::tokens;
    use proptest::prelude::*;

    fn cut(text: &str) -> String {
        tokens(text).map(|token| token.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn hyphens_and_apostrophes_join_letters() {
        assert_eq!(cut("какой-либо О’Нил - да-"), "какой-либо| |О’Нил| |-| |да|-");
    }

    #[test]
    fn points_and_commas_join_digits() {
        assert_eq!(cut("1,5 и 12.3.4."), "1,5| |и| |12.3.4|.");
    }

    #[test]
    fn letters_after_digits_are_a_word_of_their_own() {
        assert_eq!(cut("5G, 21st, H1N1, COVID-19"), "5|G|,| |21|st|,| |H1N1|,| |COVID|-|19");
    }

    proptest! {
        #[test]
        fn tokens_join_to_the_text(text in ".*") {
            let joined: String = tokens(&text).map(|token| token.text).collect();
            prop_assert_eq!(joined, text);
        }
    }
}

//! The line that opens a block of a worksheet and names its segment.

use super::marks::BLOCK;
use crate::l10n::{Message, message};
use crate::model::{State, seal};

/// A block of a worksheet by what names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    pub article: String,
    pub language: String,
    /// Number of the segment from 1.
    pub segment: usize,
    /// The digest of source and target as they were.
    pub digest: String,
}

/// What is wrong with a line, and in which column.
pub struct Misread {
    pub message: Message,
    pub column: usize,
}

impl SheetRow {
    /// The digest of a segment's texts.
    pub fn digest(source: &str, target: &str) -> String {
        seal(source, target, State::Draft).to_string()
    }

    /// The line that opens the block.
    pub fn line(&self) -> String {
        let Self { article, language, segment, digest } = self;
        format!("{BLOCK}{} {language} {segment} {digest}", on_one_line(article))
    }

    /// What the rest of the line behind its mark names.
    pub fn read(line: &str) -> Result<Self, Misread> {
        let (rest, digest) = last_word(line);
        let (rest, segment) = last_word(rest);
        let (article, language) = last_word(rest);
        if article.is_empty() || !is_digest(digest) {
            return Err(Misread { message: message!("error-sheet-block"), column: 1 });
        }
        let Ok(number) = segment.parse() else {
            let before = line.trim_end();
            let before = before[..before.len() - digest.len()].trim_end();
            let before = &before[..before.len() - segment.len()];
            let column = BLOCK.len() + before.chars().count() + 1;
            return Err(Misread {
                message: message!("error-sheet-number", number = segment),
                column,
            });
        };
        Ok(Self {
            article: from_one_line(article),
            language: language.to_owned(),
            segment: number,
            digest: digest.to_owned(),
        })
    }
}

/// Whether the word is as long as a digest and of its letters.
pub fn is_digest(word: &str) -> bool {
    word.len() == 8 && word.bytes().all(is_sign)
}

fn is_sign(byte: u8) -> bool {
    byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte)
}

/// The text before its last word, and that word.
fn last_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    match text.rsplit_once(char::is_whitespace) {
        Some((rest, word)) => (rest.trim_end(), word),
        None => ("", text),
    }
}

/// The id with every sign written out that would end the line, or get lost at a word's edge.
fn on_one_line(article: &str) -> String {
    let mut line = String::with_capacity(article.len());
    let mut before = ' ';
    let last = article.chars().count().saturating_sub(1);
    for (index, c) in article.chars().enumerate() {
        let is_lone = c == ' ' && before != ' ' && index < last;
        if c == '\\' {
            line.push_str("\\\\");
        } else if is_lone || !(c.is_whitespace() || c.is_control()) {
            line.push(c);
        } else {
            line.extend(c.escape_unicode());
        }
        before = c;
    }
    line
}

fn from_one_line(line: &str) -> String {
    let mut article = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('\\') {
        article.push_str(before);
        let sign = behind.strip_prefix("u{").and_then(|code| code.split_once('}'));
        let read = sign.and_then(|(code, after)| {
            Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, after))
        });
        (article, rest) = match read {
            Some((c, after)) => (article + c.encode_utf8(&mut [0; 4]), after),
            None => (article + "\\", behind.strip_prefix('\\').unwrap_or(behind)),
        };
    }
    article + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::SheetRow;
    use crate::desk::worksheet::marks::BLOCK;

    proptest! {
        #[test]
        fn any_article_is_named_on_one_line(article in "[a ]?[аb/ .\\\\{}u\n\r\t\u{a0}\u{2028}0-9]{1,12}") {
            let row = SheetRow { article, language: "en".to_owned(), segment: 3, digest: "abcdefgh".to_owned() };
            let line = row.line();
            prop_assert_eq!(line.lines().count(), 1);
            let ends = ['\r', '\u{2028}'];
            prop_assert!(!line.contains(ends));
            let read = SheetRow::read(line.strip_prefix(BLOCK).expect("opens a block")).ok();
            prop_assert_eq!(read, Some(row));
        }

        #[test]
        fn any_line_is_read_or_refused(line in ".{0,40}") {
            let _ = SheetRow::read(&line);
        }
    }
}

//! The values of a text: which they are, and how others are written in their place.

use crate::text::languages::months;
use crate::text::vocabulary::{Meaning, vocabulary};
use crate::text::words::{Token, TokenKind};

/// What a token of a text is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// Digits with a point before the fraction.
    Number(String),
    Month(u8),
}

impl Worth {
    /// A thousand times a number.
    pub fn thousands(&self) -> Option<Self> {
        let Self::Number(digits) = self else { return None };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let digits = format!("{whole}{fraction:0<3}");
        (fraction.len() <= 3).then(|| Self::Number(digits.trim_start_matches('0').to_owned()))
    }
}

/// What a token is worth; nothing where it is no value, or which one isn't sure.
pub fn value(token: &Token<'_>, language: &str) -> Option<Worth> {
    match token.kind {
        TokenKind::Number => number(token.text, language).map(Worth::Number),
        TokenKind::Word => match vocabulary(language).meaning(token.text)? {
            Meaning::Month(number) => Some(Worth::Month(number)),
            Meaning::Cardinal(digits) => Some(Worth::Number(digits.to_owned())),
            _ => None,
        },
        TokenKind::Space | TokenKind::Punctuation => None,
    }
}

/// The digits of a number, whatever stands before its fraction; nothing where that isn't sure.
fn number(text: &str, language: &str) -> Option<String> {
    let text = &text.replace(|c: char| language != "en" && c.is_whitespace(), "");
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let point = if language == "en" { '.' } else { ',' };
    match marks[..] {
        [] => Some(text.clone()),
        [mark] if mark == point => Some(text.replace(mark, ".")),
        // Thousands, as English writes them.
        _ if language == "en" && marks.iter().all(|mark| *mark == ',') => {
            Some(text.replace(',', ""))
        }
        _ => None,
    }
}

/// A value in the target language, in the form of the one whose place it takes.
pub fn written(value: &Worth, like: &Token<'_>, language: &str) -> Option<String> {
    match value {
        Worth::Number(digits) if like.kind == TokenKind::Word => in_words(digits, like, language),
        Worth::Number(digits) => {
            let has_groups = language == "en" && like.text.contains(',');
            let (whole, fraction) = digits
                .split_once('.')
                .map_or((&**digits, None), |(whole, rest)| (whole, Some(rest)));
            let whole = if has_groups { grouped(whole) } else { whole.to_owned() };
            let point = if language == "en" { '.' } else { ',' };
            Some(fraction.map_or(whole.clone(), |fraction| format!("{whole}{point}{fraction}")))
        }
        Worth::Month(number) => {
            // Only whole names are sure to be written as one would write them here.
            let months = months("en");
            let name = months.get(usize::from(*number).checked_sub(1)?)?;
            (language == "en" && months.contains(&like.text)).then(|| (*name).to_owned())
        }
    }
}

/// A number where one stands in words; small ones are written so, too.
fn in_words(digits: &str, like: &Token<'_>, language: &str) -> Option<String> {
    let is_first = like.text.starts_with(char::is_uppercase);
    let small = digits.parse::<usize>().ok().and_then(|number| NUMBERS.get(number.checked_sub(2)?));
    match small {
        _ if language != "en" => None,
        Some(word) if is_first => Some(capitalised(word)),
        Some(word) => Some((*word).to_owned()),
        // No sentence begins with digits.
        None => (!is_first).then(|| digits.to_owned()),
    }
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// The numbers from two on that news write in words.
const NUMBERS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

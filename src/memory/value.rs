//! The values of a text: which they are, and how others are written in their place.

use crate::text::languages::months;
use crate::text::numbers::{in_roman, roman_numeral};
use crate::text::vocabulary::{Meaning, vocabulary};
use crate::text::words::{Token, TokenKind, tokens};

/// What a token of a text is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// Digits with a point before the fraction.
    Number(String),
    Month(u8),
    /// A Roman numeral.
    Roman(u8),
    /// A date in digits.
    Date(NumericDate),
}

/// A day of the calendar in digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumericDate {
    day: u8,
    month: u8,
    year: u16,
}

impl Worth {
    /// A Roman numeral in digits.
    pub fn in_digits(&self) -> Option<Self> {
        let Self::Roman(number) = self else { return None };
        Some(Self::Number(number.to_string()))
    }

    /// What a date is made of: day, month and year.
    pub fn parts(&self) -> Option<[Self; 3]> {
        let Self::Date(NumericDate { day, month, year }) = self else { return None };
        let (day, year) = (Self::Number(day.to_string()), Self::Number(year.to_string()));
        Some([day, Self::Month(*month), year])
    }

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
        TokenKind::Number => match date(token.text) {
            Some(date) => Some(Worth::Date(date)),
            None => number(token.text, language).map(Worth::Number),
        },
        TokenKind::Word if is_roman(token.text, language) => {
            roman_numeral(token.text).map(Worth::Roman)
        }
        TokenKind::Word => match vocabulary(language).meaning(token.text)? {
            Meaning::Month(number) => Some(Worth::Month(number)),
            Meaning::Cardinal(digits) => Some(Worth::Number(digits.to_owned())),
            _ => None,
        },
        TokenKind::Space | TokenKind::Punctuation => None,
    }
}

/// How many numbers in digits a text has; a date has two beside its month.
pub fn numbers(text: &str, language: &str) -> usize {
    let mut count = 0;
    for token in tokens(text) {
        count += match value(&token, language) {
            Some(Worth::Date(_)) => 2,
            Some(Worth::Roman(_)) => 1,
            _ => usize::from(token.kind == TokenKind::Number),
        };
    }
    count
}

/// Whether a word is a Roman numeral; in English one letter alone may be something else.
fn is_roman(text: &str, language: &str) -> bool {
    let is_sure = language != "en" && text.is_ascii() || text.chars().nth(1).is_some();
    is_sure && roman_numeral(text).is_some()
}

/// The date that a text such as 12.03.2024 names.
fn date(text: &str) -> Option<NumericDate> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = parts.next().is_none()
        && (1..=2).contains(&day.len())
        && (1..=2).contains(&month.len())
        && year.len() == 4;
    let (day, month, year) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    let is_right = (1..=31).contains(&day) && (1..=12).contains(&month);
    (is_date && is_right).then_some(NumericDate { day, month, year })
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
        Worth::Roman(number) => Some(in_roman(*number)),
        Worth::Date(NumericDate { day, month, year }) => {
            // Where one digit of two may be left out can't be told from dates that have two.
            let is_padded = like.text.len() == "12.03.2024".len();
            is_padded.then(|| format!("{day:02}.{month:02}.{year}"))
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

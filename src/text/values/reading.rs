//! What a value says, whatever the language it is written in.

use super::is_address;
use crate::model::Span;
use crate::text::dates::{Date, dates_and_scan};
use crate::text::markup::mask;
use crate::text::numbers::{Number, NumberKind, Scan};
use crate::text::words::TokenKind;

/// The parts of a value in their order.
#[derive(Debug, PartialEq)]
pub struct ValueReading(Vec<Part>);

#[derive(Debug, PartialEq)]
enum Part {
    Number {
        value: String,
        is_percent: bool,
        currency: Option<&'static str>,
    },
    Date {
        year: u16,
        month: u8,
        day: u8,
    },
    /// Of day and month either may come first.
    Either {
        year: u16,
        first: u8,
        second: u8,
    },
    Address(String),
    Sign(char),
}

impl ValueReading {
    /// Reads a value; none where there are words that belong to no value.
    pub fn of(text: &str, language: &str) -> Option<Self> {
        let (rest, addresses) = without_addresses(text);
        let (plain, _) = mask(&rest);
        let (dates, scan) = dates_and_scan(&plain, language);
        let mut reader =
            Reader { scan: &scan, dates: &dates, language, parts: Vec::new(), money: None };
        reader.read()?;
        let mut parts = reader.parts;
        parts.extend(addresses.into_iter().map(Part::Address));
        (!parts.is_empty()).then_some(Self(parts))
    }

    /// Whether a reading in another language can say the same.
    pub fn answers(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|(one, other)| one.answers(other))
    }
}

impl Part {
    fn answers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date { year, month, day }, Self::Either { year: other, first, second })
            | (Self::Either { year: other, first, second }, Self::Date { year, month, day }) => {
                year == other && [(month, day), (day, month)].contains(&(first, second))
            }
            _ => self == other,
        }
    }
}

/// The digits of a phone number; none for other texts.
pub fn digits_of_phone(text: &str) -> Option<String> {
    let text = text.trim();
    let is_part = |c: char| {
        c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '‑' | '–' | ' ' | '\u{a0}')
    };
    let is_phone =
        text.starts_with(['+', '(']) || text.starts_with("8 (") || text.starts_with("8-");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (is_phone && text.chars().all(is_part) && (7..=15).contains(&digits.len())).then_some(digits)
}

/// The text with its addresses as spaces, and the addresses.
fn without_addresses(text: &str) -> (String, Vec<String>) {
    let (mut rest, mut addresses) = (String::with_capacity(text.len()), Vec::new());
    for token in text.split_inclusive(char::is_whitespace) {
        // A link's target is the markup's concern.
        if is_address(token) && !token.contains("](") {
            let address =
                token.trim_matches(|c: char| c.is_whitespace() || "<>()[]*_.,;".contains(c));
            addresses.push(address.to_owned());
            rest.push(' ');
        } else {
            rest.push_str(token);
        }
    }
    (rest, addresses)
}

struct Reader<'s, 'a> {
    scan: &'s Scan<'a>,
    dates: &'s [Date],
    language: &'s str,
    parts: Vec<Part>,
    /// A currency that waits for its number.
    money: Option<&'static str>,
}

impl Reader<'_, '_> {
    fn read(&mut self) -> Option<()> {
        let mut index = 0;
        while let Some(token) = self.scan.tokens.get(index) {
            let end = if let Some(end) = self.slashed(index) {
                end
            } else if let Some(span) = self.date(token.span) {
                self.behind(span.end, index)
            } else if let Some(number) = self.number(token.span) {
                self.behind(number.span.end, index)
            } else {
                match token.kind {
                    TokenKind::Space => {}
                    TokenKind::Word => self.word(token.text)?,
                    TokenKind::Number => self.parts.push(plain(token.text)),
                    TokenKind::Punctuation => self.sign(token.text),
                }
                index + 1
            };
            index = end;
        }
        self.money.is_none().then_some(())
    }

    /// The index of the first token that begins at `end` or behind it.
    fn behind(&self, end: usize, index: usize) -> usize {
        let tokens = &self.scan.tokens[index + 1..];
        index + 1 + tokens.iter().take_while(|token| token.span.start < end).count()
    }

    /// Reads `5/12/2026`, whose order depends on the country.
    fn slashed(&mut self, index: usize) -> Option<usize> {
        let text = |step: usize| self.scan.tokens.get(index + step).map(|token| token.text);
        if text(1) != Some("/") || text(3) != Some("/") {
            return None;
        }
        let [first, second, year] = [0, 2, 4].map(|step| text(step)?.parse::<u16>().ok());
        let part = |part: u16| u8::try_from(part).ok().filter(|part| (1..=31).contains(part));
        let (first, second) = (part(first?)?, part(second?)?);
        let year = full_year(year?)?;
        let day_first = Part::Date { year, month: second, day: first };
        self.parts.push(match (first > 12, second > 12) {
            (true, true) => return None,
            (false, true) => Part::Date { year, month: first, day: second },
            (false, false) if self.language == "en" => Part::Either { year, first, second },
            _ => day_first,
        });
        Some(index + 5)
    }

    fn date(&mut self, span: Span) -> Option<Span> {
        let date = self.dates.iter().find(|date| date.span.start == span.start)?;
        let year = full_year(date.year?)?;
        self.parts.push(Part::Date { year, month: date.month, day: date.day? });
        Some(date.span)
    }

    /// The number that begins at or around this token.
    fn number(&mut self, span: Span) -> Option<Number> {
        let is_here =
            |number: &&Number| number.span.start < span.end && span.start < number.span.end;
        let number = self.scan.found.iter().find(is_here)?.clone();
        let is_percent = number.kind == NumberKind::Percent;
        let currency = self.money.take();
        self.parts.push(Part::Number { value: number.value.clone(), is_percent, currency });
        Some(number)
    }

    /// A word that belongs to a value: of a currency, between the ends of a range, before a number.
    fn word(&mut self, word: &str) -> Option<()> {
        if let Some(currency) = currency(word) {
            self.money(currency);
            return Some(());
        }
        BESIDE.iter().any(|known| known.eq_ignore_ascii_case(word)).then_some(())
    }

    fn sign(&mut self, text: &str) {
        let Some(sign) = text.chars().next() else { return };
        if let Some(currency) = currency(text) {
            return self.money(currency);
        }
        let sign = self.prime(sign);
        let is_sign = super::is_sign(sign) && sign != '№';
        if is_sign || matches!(sign, '<' | '>' | '=' | '~' | '≈' | MINUTES | SECONDS) {
            self.parts.push(Part::Sign(sign));
        }
    }

    /// The sign of minutes or seconds that a straight quotation mark stands for behind degrees.
    fn prime(&self, sign: char) -> char {
        let has_degrees = || self.parts.contains(&Part::Sign('°'));
        match sign {
            '\'' | '’' if has_degrees() => MINUTES,
            '"' | '”' if has_degrees() => SECONDS,
            _ => sign,
        }
    }

    /// Gives a currency to the number before it, else to the one behind it.
    fn money(&mut self, name: &'static str) {
        match self.parts.last_mut() {
            Some(Part::Number { currency: currency @ None, .. }) => *currency = Some(name),
            _ => self.money = Some(name),
        }
    }
}

const MINUTES: char = '′';
const SECONDS: char = '″';

/// Words that say nothing by themselves beside a number.
const BESIDE: [&str; 12] =
    ["to", "from", "till", "until", "no", "nos", "nr", "st", "nd", "rd", "th", "of"];

fn plain(text: &str) -> Part {
    Part::Number { value: text.to_owned(), is_percent: false, currency: None }
}

fn full_year(year: u16) -> Option<u16> {
    match year {
        0..=99 => Some(year + 2000),
        1000..=2999 => Some(year),
        _ => None,
    }
}

/// The currency that a sign or a word names.
fn currency(text: &str) -> Option<&'static str> {
    let is_one = |names: &str| names.split(' ').any(|name| name.eq_ignore_ascii_case(text));
    CURRENCIES.iter().find(|names| is_one(names)).map(|names| &names[..3])
}

/// Currencies as values name them, each line with its code first.
const CURRENCIES: [&str; 8] = [
    "RUB ₽ RUR ruble rubles rouble roubles",
    "USD $ dollar dollars",
    "EUR € euro euros",
    "GBP £",
    "JPY ¥ yen",
    "CNY yuan",
    "KZT ₸ tenge",
    "UAH ₴ hryvnia hryvnias",
];

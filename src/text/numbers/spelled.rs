//! Numbers written in words and in Roman numerals.

use std::ops::Range;

use super::{Meaning, Number, NumberKind, Scan, TokenKind, decimal, sign};
use crate::model::Span;

/// Whether a Roman numeral alone may follow a word: «глава V».
fn is_numbered(word: &str) -> bool {
    const BEGINNINGS: [&str; 9] =
        ["глав", "част", "том", "книг", "раздел", "акт", "категори", "степен", "групп"];
    const WORDS: [&str; 10] =
        ["chapter", "part", "volume", "book", "act", "section", "phase", "type", "class", "stage"];
    let word = word.to_lowercase();
    let is_short = |begin: &&str| word.len() <= begin.len() + 6;
    let begins = |begin: &&str| word.starts_with(*begin) && is_short(begin);
    WORDS.contains(&word.as_str()) || BEGINNINGS.iter().any(begins)
}

/// Words before which a single Roman numeral stands in Russian and English.
const COUNTED: [&str; 14] = [
    "век",
    "века",
    "веке",
    "веков",
    "квартал",
    "квартала",
    "квартале",
    "кварталом",
    "этап",
    "этапа",
    "съезд",
    "созыва",
    "century",
    "quarter",
];

/// Reads the number that begins with the word at `index`; gives the index after it.
pub fn read(scan: &mut Scan<'_>, index: usize) -> usize {
    if let Some(value) = roman(scan, index) {
        scan.push(value.to_string(), NumberKind::Roman, index..index + 1);
        return index + 1;
    }
    match scan.meaning(index) {
        Some(Meaning::Ordinal(value)) => {
            scan.push(value.to_owned(), NumberKind::Spelled, index..index + 1);
            index + 1
        }
        Some(Meaning::Cardinal(value)) if value.contains('.') || value.len() > 3 => {
            finish(scan, value.to_owned(), index..index + 1)
        }
        Some(Meaning::Cardinal(_) | Meaning::One(_)) => sum(scan, index),
        None if hyphenated(scan, index).is_some() => sum(scan, index),
        None if crossed(scan, index).is_some() => {
            let value = crossed(scan, index).unwrap_or_default();
            scan.push(value, NumberKind::Cardinal, index..index + 1);
            index + 1
        }
        None if range(scan, index) => index + 1,
        Some(Meaning::Magnitude(power)) if follows_article(scan, index) => {
            finish(scan, decimal::shift("1", power), index..index + 1)
        }
        _ => index + 1,
    }
}

fn finish(scan: &mut Scan<'_>, mut value: String, tokens: Range<usize>) -> usize {
    let mut end = tokens.end;
    let mut kind = NumberKind::Spelled;
    if let Some(next) = and_half(scan, end).filter(|_| !value.contains('.')) {
        value.push_str(".5");
        end = next;
    }
    let first = sign::signed(scan, &mut value, tokens.start);
    let end = scan.tail(&mut value, &mut kind, end);
    scan.push(value, kind, first..end);
    end
}

/// The end of «с половиной», if it stands at `end`.
fn and_half(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let with = scan.after_space(end);
    let half = scan.after_space(with + 1);
    (scan.text(with) == "с" && scan.text(half) == "половиной").then_some(half + 1)
}

/// Reads cardinals and magnitudes that together are one number.
fn sum(scan: &mut Scan<'_>, index: usize) -> usize {
    let (mut total, mut group, mut end, mut next) = (0_u128, 0_u128, index, index);
    let (mut smallest, mut ceiling) = (u128::MAX, u128::MAX);
    while let Some(link) = link(scan, next) {
        match link {
            Link::Value(value) if place(value) < smallest => {
                group += value;
                smallest = if value > 10 && value % 10 > 0 { 1 } else { place(value) };
            }
            // "Two hundred" goes on with tens, so it stays in its group.
            Link::Power(100) if (1..100).contains(&group) => {
                group *= 100;
                smallest = 100;
            }
            Link::Power(unit) | Link::One(unit) if unit < ceiling && group > 0 => {
                total += group * unit;
                (group, smallest, ceiling) = (0, u128::MAX, unit);
            }
            Link::One(unit) if unit < ceiling => {
                total += unit;
                (smallest, ceiling) = (u128::MAX, unit);
            }
            _ => break,
        }
        end = next + 1;
        next = after_link(scan, end);
    }
    if end == index {
        return index + 1;
    }
    finish(scan, (total + group).to_string(), index..end)
}

/// What one word adds to a number.
enum Link {
    Value(u128),
    Power(u128),
    One(u128),
}

fn link(scan: &Scan<'_>, index: usize) -> Option<Link> {
    let power = |power: u8| 10_u128.pow(u32::from(power.min(12)));
    match scan.meaning(index) {
        // «Двадцать пятый»: an ordinal ends a number, and by itself is read elsewhere.
        Some(Meaning::Cardinal(value) | Meaning::Ordinal(value)) => {
            value.parse().ok().map(Link::Value)
        }
        Some(Meaning::Magnitude(exponent)) => Some(Link::Power(power(exponent))),
        Some(Meaning::One(exponent)) => Some(Link::One(power(exponent))),
        _ => hyphenated(scan, index).map(Link::Value),
    }
}

/// Units rank below tens, teens and tens below hundreds.
fn place(value: u128) -> u128 {
    match value {
        0..10 => 1,
        10..100 => 10,
        _ => 100,
    }
}

/// Where the next word of the number may stand: over a space, or over "and".
fn after_link(scan: &Scan<'_>, end: usize) -> usize {
    let next = scan.after_space(end);
    if scan.text(next) == "and" && next > end { scan.after_space(next + 1) } else { next }
}

fn follows_article(scan: &Scan<'_>, index: usize) -> bool {
    index >= 2 && matches!(scan.text(index - 2), "a" | "A")
}

/// The second number of «30х40», whose cross is a letter.
fn crossed(scan: &Scan<'_>, index: usize) -> Option<String> {
    let digits = scan.text(index).strip_prefix(['х', 'Х', 'x', 'X'])?;
    let before = index.checked_sub(1).and_then(|before| scan.kind(before));
    let fits =
        before == Some(TokenKind::Number) && digits.bytes().all(|byte| byte.is_ascii_digit());
    (fits && !digits.is_empty()).then(|| decimal::canonical(digits, ""))
}

/// Reads both numbers of «пять-шесть», which is one token.
fn range(scan: &mut Scan<'_>, index: usize) -> bool {
    let token = scan.tokens[index];
    if !token.text.bytes().any(|byte| byte == b'-') {
        return false;
    }
    let Some((one, two)) = token.text.split_once('-') else { return false };
    let value = |word: &str| match scan.vocabulary.meaning(word) {
        Some(Meaning::Cardinal(value)) => Some(value.to_owned()),
        _ => None,
    };
    let Some((low, high)) = value(one).zip(value(two)) else { return false };
    let middle = token.span.start + one.len();
    let spans = [Span::new(token.span.start, middle), Span::new(middle + 1, token.span.end)];
    let numbers = [low, high].into_iter().zip(spans);
    let kind = NumberKind::Spelled;
    scan.found.extend(numbers.map(|(value, span)| Number { value, span, kind }));
    true
}

/// The value of "fifty-six", which is one token.
fn hyphenated(scan: &Scan<'_>, index: usize) -> Option<u128> {
    // Few words have a hyphen, and their bytes tell sooner than a search does.
    let text = scan.text(index);
    let (tens, ones) = text.bytes().any(|byte| byte == b'-').then(|| text.split_once('-'))??;
    let value = |word| match scan.vocabulary.meaning(word) {
        Some(Meaning::Cardinal(value) | Meaning::Ordinal(value)) => value.parse::<u128>().ok(),
        _ => None,
    };
    let (tens, ones) = value(tens).zip(value(ones))?;
    ((20..100).contains(&tens) && tens % 10 == 0 && ones < 10).then_some(tens + ones)
}

/// The value of a text that is written as a Roman numeral of I, V and X; Cyrillic Х counts as X.
pub fn roman_numeral(text: &str) -> Option<u8> {
    if text.len() > 12 || !text.starts_with(['I', 'V', 'X', 'Х']) {
        return None;
    }
    let mut total = 0;
    let mut digits = text.chars().map(digit).peekable();
    while let Some(value) = digits.next() {
        let value = value?;
        let greater = digits.peek().is_some_and(|next| next.is_some_and(|next| next > value));
        total += if greater { -value } else { value };
    }
    u8::try_from(total).ok().filter(|value| in_roman(*value) == text.replace('Х', "X"))
}

/// The value of a word that is a Roman numeral.
fn roman(scan: &Scan<'_>, index: usize) -> Option<u8> {
    let text = scan.text(index);
    let value = roman_numeral(text)?;
    let single = text.chars().count() == 1;
    let counted = COUNTED.contains(&scan.text(scan.after_space(index + 1)));
    let counted = counted || scan.word_before(index).is_some_and(is_numbered);
    let latin = !text.contains('Х');
    let cyrillic_name = !latin && single;
    (!cyrillic_name && (!single || counted)).then_some(value)
}

fn digit(c: char) -> Option<i8> {
    match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' | 'Х' => Some(10),
        _ => None,
    }
}

/// A number below 40 as a Roman numeral.
pub fn in_roman(value: u8) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    if value >= 40 {
        return String::new();
    }
    format!("{}{}", "X".repeat(usize::from(value / 10)), ONES[usize::from(value % 10)])
}

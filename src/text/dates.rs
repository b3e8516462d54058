//! Dates in a text, in digits or with the month in words.

use super::numbers::{Number, NumberKind, Scan};
use super::vocabulary::{Meaning, Vocabulary, vocabulary};
use super::words::{Token, TokenKind};
use crate::model::Span;

/// A date as far as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    pub year: Option<u16>,
    pub month: u8,
    pub day: Option<u8>,
    pub span: Span,
}

/// Whether the month or the day comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    MonthFirst,
    DayFirst,
}

/// The numbers of a text and its dates, the numbers of dates among the numbers.
#[derive(Debug, Default)]
pub struct Dated {
    pub numbers: Vec<Number>,
    pub dates: Vec<Date>,
}

impl Dated {
    /// Reads a text in the language with this primary subtag.
    pub fn of(text: &str, language: &str) -> Self {
        let (dates, scan) = dates_and_scan(text, language);
        Self { numbers: scan.found, dates }
    }
}

/// All dates of `text` that name a month, in order.
#[cfg(test)]
fn dates(text: &str, language: &str) -> Vec<Date> {
    dates_and_scan(text, language).0
}

/// The dates of `text` and what it was read into, the numbers in dates among it.
pub fn dates_and_scan<'a>(text: &'a str, language: &'a str) -> (Vec<Date>, Scan<'a>) {
    let scan = Scan::new(text, language);
    let mut dates = numeric(&scan.found);
    if scan.meanings.iter().any(|meaning| matches!(meaning, Some(Meaning::Month(_)))) {
        dates.extend(worded(&scan, vocabulary(language)));
        dates.sort_by_key(|date| date.span);
    }
    (dates, scan)
}

/// Dates whose month stands in words.
fn worded(scan: &Scan<'_>, vocabulary: &Vocabulary) -> Vec<Date> {
    let tokens = scan.tokens.iter().zip(&scan.meanings);
    let (words, meanings): (Vec<Token<'_>>, Vec<_>) =
        tokens.filter(|(token, _)| token.kind != TokenKind::Space).unzip();
    let months = meanings.iter().enumerate().filter_map(|(index, meaning)| match meaning {
        Some(Meaning::Month(month)) => Some((index, *month)),
        _ => None,
    });
    let dates = months.map(|(index, month)| (index, around(&words, &meanings, index, month)));
    let sure = dates.filter(|(index, date)| {
        date.day.is_some() || date.year.is_some() || !is_doubtful(words[*index].text, vocabulary)
    });
    sure.map(|(_, date)| date).collect()
}

/// The date whose month stands in words at `index`.
fn around(words: &[Token<'_>], meanings: &[Option<Meaning>], index: usize, month: u8) -> Date {
    let mut span = words[index].span;
    let number = |at: Option<usize>| {
        let token = words.get(at?).filter(|token| token.kind == TokenKind::Number)?;
        Some((token.text.parse::<u16>().ok()?, token.span))
    };
    let spelled = || ordinal_before(words, meanings, index);
    let is_day = |(value, _): &(u16, Span)| (1..=31).contains(value);
    let ordinal = |at: usize| {
        let suffix =
            words.get(at).is_some_and(|word| matches!(word.text, "st" | "nd" | "rd" | "th"));
        at + usize::from(suffix)
    };
    let point =
        words.get(index + 1).is_some_and(|word| word.text == "." && word.span.start == span.end);
    let mut next = index + 1 + usize::from(point && words[index].text.len() < 5);
    let before = index.checked_sub(1).filter(|at| ordinal(*at) == *at).or(index.checked_sub(2));
    // «19-го декабря»: the ending and its hyphen stand between.
    let is_ending = index >= 3
        && words[index - 2].text == "-"
        && words[index - 3].span.end == words[index - 2].span.start
        && words[index - 1].text.len() <= 4;
    let before = if is_ending { Some(index - 3) } else { before };
    let day_before = number(before).or_else(spelled).filter(is_day);
    let day = day_before.or_else(|| number(Some(next)).filter(is_day));
    if day.is_some() && day_before.is_none() {
        next = ordinal(next + 1);
    }
    next += usize::from(words.get(next).is_some_and(|word| word.text == ","));
    let year = number(Some(next)).filter(|(value, _)| (1000..=2999).contains(value));
    for (_, part) in day.iter().chain(year.iter()) {
        span = Span::new(span.start.min(part.start), span.end.max(part.end));
    }
    let day = day.and_then(|(day, _)| u8::try_from(day).ok());
    Date { year: year.map(|(year, _)| year), month, day, span }
}

/// The day in words before the month: «девятнадцатого декабря», «двадцать первого мая».
fn ordinal_before(
    words: &[Token<'_>],
    meanings: &[Option<Meaning>],
    index: usize,
) -> Option<(u16, Span)> {
    let at = index.checked_sub(1)?;
    let Some(Meaning::Ordinal(day)) = meanings[at] else { return None };
    let day: u16 = day.parse().ok()?;
    let tens = at.checked_sub(1).and_then(|at| match meanings[at] {
        Some(Meaning::Cardinal(tens)) => Some((tens.parse::<u16>().ok()?, words[at].span)),
        _ => None,
    });
    Some(match tens.filter(|(tens, _)| matches!(tens, 20 | 30) && day < 10) {
        Some((tens, start)) => (tens + day, Span::new(start.start, words[at].span.end)),
        None => (day, words[at].span),
    })
}

/// Months that are common words, too, or abbreviations, need a number beside them.
fn is_doubtful(word: &str, vocabulary: &Vocabulary) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let is_whole = word.len() > 4 || matches!(word, "June" | "July");
    vocabulary.meaning("january").is_some() && !(capital && is_whole)
}

/// Days, months and years that stand next to each other in digits.
fn numeric(numbers: &[Number]) -> Vec<Date> {
    let parts: Vec<&Number> =
        numbers.iter().filter(|number| number.kind == NumberKind::Date).collect();
    parts.chunks_exact(3).filter_map(of_parts).collect()
}

fn of_parts(parts: &[&Number]) -> Option<Date> {
    let span = Span::new(parts[0].span.start, parts[2].span.end);
    let [first, month, last] = [0, 1, 2].map(|index| parts[index].value.parse::<u16>().ok());
    let (day, year) = if first? > 31 { (last?, first?) } else { (first?, last?) };
    let year = if year < 100 { year + 2000 } else { year };
    let day = u8::try_from(day).ok();
    Some(Date { year: Some(year), month: u8::try_from(month?).ok()?, day, span })
}

#[cfg(test)]
mod tests {
    use super::dates;
    use proptest::prelude::*;

    fn found(language: &str, text: &str) -> String {
        let part = |part: Option<u16>| part.map_or("?".to_owned(), |part| part.to_string());
        let dates = dates(text, language).into_iter().map(|date| {
            let [year, day] = [part(date.year), part(date.day.map(u16::from))];
            format!("{year}-{}-{day}", date.month)
        });
        dates.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_day_is_one_value() {
        for text in [
            "19 декабря 2024 года",
            "19.12.2024",
            "2024-12-19",
            "19.12.24",
            "19-го декабря 2024",
            "девятнадцатого декабря 2024",
        ] {
            assert_eq!(found("ru", text), "2024-12-19", "{text}");
        }
        for text in
            ["December 19, 2024", "19 December 2024", "Dec. 19th, 2024", "19th December, 2024"]
        {
            assert_eq!(found("en", text), "2024-12-19", "{text}");
        }
    }

    #[test]
    fn parts_may_lack() {
        assert_eq!(found("ru", "в марте и 5 мая"), "?-3-? ?-5-5");
        assert_eq!(found("en", "It may march in April 2024, in August"), "2024-4-? ?-8-?");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "([0-9]{1,4}|[ .,-]|мая|May|th|декабря)*") {
            for language in ["ru", "en"] {
                for date in dates(&text, language) {
                    prop_assert!(text.get(date.span.range()).is_some());
                }
            }
        }
    }
}

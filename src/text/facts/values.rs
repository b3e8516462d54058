//! Numbers and months as facts, whatever a language writes them like.

use super::rules::rules;
use super::{Fact, FactKind};
use crate::text::dates::Dated;
use crate::text::numbers::{Number, NumberKind};
use crate::text::vocabulary::{Meaning, plain, vocabulary};

/// The numbers and months of a text.
pub fn values(text: &str, language: &str, read: &Dated) -> Vec<Fact> {
    let Dated { numbers, dates } = read;
    let mut facts = Vec::new();
    let mut date_parts = 0;
    for number in numbers {
        date_parts = if number.kind == NumberKind::Date { date_parts + 1 } else { 0 };
        if is_pronoun(number, text, language) {
            continue;
        }
        let (kind, key) = value(number, date_parts);
        if number.value.starts_with('-') {
            let (kind, key) = (FactKind::Minus, "minus".to_owned());
            facts.push(Fact { kind, key, span: number.span });
        }
        facts.push(Fact { kind, key, span: number.span });
        if number.kind == NumberKind::Percent && !is_point(&text[number.span.end..], language) {
            let (kind, key) = (FactKind::Unit, "percent".to_owned());
            facts.push(Fact { kind, key, span: number.span });
        }
    }
    // The months of numeric dates are among the numbers.
    let worded = dates.iter().filter(|date| text[date.span.range()].contains(char::is_alphabetic));
    facts.extend(worded.map(|date| Fact {
        kind: FactKind::Month,
        key: date.month.to_string(),
        span: date.span,
    }));
    facts
}

/// Whether what is counted by percent is points.
fn is_point(rest: &str, language: &str) -> bool {
    let next = rest.split_whitespace().next().unwrap_or_default();
    let next = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    rules(language).is_some_and(|rules| rules.has_unit(&plain(next)))
}

/// What a number states; the month is the middle of a numeric date.
fn value(number: &Number, date_parts: usize) -> (FactKind, String) {
    let value = number.value.trim_start_matches('-');
    match (number.kind, date_parts % 3) {
        (NumberKind::Date, 2) => (FactKind::Month, value.to_owned()),
        (NumberKind::Date, 0) if value.len() == 2 => (FactKind::Number, format!("20{value}")),
        // 15:00 is 3 in the afternoon and «15 часов».
        (NumberKind::Time, _) => {
            (FactKind::Number, value.strip_suffix(":00").unwrap_or(value).to_owned())
        }
        _ => (FactKind::Number, value.to_owned()),
    }
}

/// Whether a one in words is rather a pronoun.
fn is_pronoun(number: &Number, text: &str, language: &str) -> bool {
    let word = &text[number.span.range()];
    let is_ordinal = || matches!(vocabulary(language).meaning(word), Some(Meaning::Ordinal(_)));
    number.kind == NumberKind::Spelled && number.value == "1" && !is_ordinal()
}

//! When one number may stand for another.

use super::number::{FigureNumber, FigureUnit};
use super::words::compounds;
use crate::model::Span;
use crate::text::facts::{Fact, FactKind};

/// The numbers of a text among its facts, and in its compounds.
pub fn numbers(plain: &str, facts: &[Fact], language: &str) -> Vec<FigureNumber> {
    let of_number = facts.iter().filter(|fact| fact.kind == FactKind::Number);
    let mut numbers: Vec<FigureNumber> = of_number.map(|fact| number(plain, fact, facts)).collect();
    for fact in compounds(plain, language) {
        if !numbers.iter().any(|other| other.span.start == fact.span.start) {
            numbers.push(number(plain, &fact, &[]));
        }
    }
    numbers.sort_by_key(|number| number.span);
    // Of a range only the last number has its unit beside it.
    for at in (1..numbers.len()).rev() {
        let gap = plain.get(numbers[at - 1].span.end..numbers[at].span.start).unwrap_or("none");
        if numbers[at - 1].unit.is_none() && RANGES.contains(&gap.trim()) {
            let unit = numbers[at].unit.clone();
            numbers[at - 1].unit = unit;
        }
    }
    numbers
}

/// What stands between the ends of a range, and between numbers of one unit.
const RANGES: [&str; 10] = ["-", "–", "—", "to", "and", "or", "до", "и", "или", "…"];

fn number(plain: &str, fact: &Fact, facts: &[Fact]) -> FigureNumber {
    let span = fact.span;
    let (before, after) = (&plain[..span.start], &plain[span.end..]);
    let written = &plain[span.range()];
    let opened = before.rfind('(').is_some_and(|at| !before[at..].contains(')'));
    let near = |other: &Fact| {
        let is_after = other.span.start >= span.start
            && plain.get(span.end..other.span.start).is_none_or(is_gap);
        let is_sign_before = other.span.end <= span.start
            && other.kind == FactKind::Currency
            && plain[other.span.end..span.start].trim().is_empty();
        is_after && other.span.end >= span.end || is_sign_before
    };
    let is_unit = |other: &&Fact| {
        let kinds = [FactKind::Unit, FactKind::Imperial, FactKind::Currency];
        kinds.contains(&other.kind) && near(other)
    };
    let unit = facts.iter().find(is_unit);
    let whole = unit.map_or(span, |unit| {
        Span::new(unit.span.start.min(span.start), unit.span.end.max(span.end))
    });
    FigureNumber {
        value: fact.key.clone(),
        span,
        whole,
        unit: unit.map(|unit| FigureUnit { kind: unit.kind, key: unit.key.clone() }),
        has_digits: written.contains(|c: char| c.is_ascii_digit()),
        is_aside: opened && after.contains(')'),
        is_negative: facts.iter().any(|other| other.kind == FactKind::Minus && other.span == span),
        is_time: fact.key.contains(':')
            || written.trim_end_matches('.').ends_with(['m', 'M'])
            || unit.is_some_and(|unit| unit.key == "hour"),
        is_before_noon: ["a.m", "am", "утра"]
            .iter()
            .any(|end| written.trim_end_matches('.').to_lowercase().ends_with(end)),
        is_part: is_glued(before, after),
        is_century_left: before.ends_with(['\'', '’', '‘', '/']),
        is_decade: ["s ", "s,", "s.", "'s", "’s", "-х", "-е", "-ых", "-м"]
            .iter()
            .any(|end| after.starts_with(end))
            || after == "s",
    }
}

/// Whether a unit may follow over this gap.
fn is_gap(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2011}'))
}

fn is_glued(before: &str, after: &str) -> bool {
    let ends = |text: &str| {
        text.ends_with(['+', '/', '_'])
            || text.ends_with('-') && text[..text.len() - 1].ends_with(|c: char| c.is_ascii_digit())
    };
    let begins = |text: &str| {
        text.starts_with(['/', '_'])
            || text.starts_with('-') && text[1..].starts_with(|c: char| c.is_ascii_digit())
    };
    ends(before) && begins(after) || before.ends_with('+')
}

impl FigureNumber {
    /// Whether its lack alone is a fault.
    pub fn is_sure(&self) -> bool {
        self.has_digits && !self.is_aside && !self.is_part && !self.is_decade
    }

    fn number(&self) -> Option<f64> {
        self.value.parse().ok()
    }
}

/// Whether the number of one text may be that of another.
pub fn stands_for(number: &FigureNumber, other: &FigureNumber) -> bool {
    same(&number.value, &other.value)
        || is_shortened(number, other)
        || is_shortened(other, number)
        || is_same_time(number, other)
        || is_same_time(other, number)
        || converts(number, other)
        || converts(other, number)
}

fn same(one: &str, other: &str) -> bool {
    one == other
}

/// Whether one is the other's year without its century, or a decade.
fn is_shortened(long: &FigureNumber, short: &FigureNumber) -> bool {
    (long.is_decade || short.is_decade || short.is_century_left)
        && long.value.len() == 4
        && short.value.len() == 2
        && long.value.ends_with(&short.value)
        && !long.value.contains(['.', ':'])
}

/// Whether a time of day by the clock of twenty-four hours is that of twelve.
fn is_same_time(long: &FigureNumber, short: &FigureNumber) -> bool {
    let parts = |value: &str| -> Option<(u8, u8)> {
        let (hours, minutes) = value.split_once(':').unwrap_or((value, "00"));
        Some((hours.parse().ok()?, minutes.parse().ok()?))
    };
    let is_time = long.is_time || short.is_time;
    let before_noon = short.is_before_noon;
    let [long, short] = [long, short].map(|number| parts(&number.value));
    let (Some(long), Some(short)) = (long, short) else { return false };
    is_time
        && !before_noon
        && long.1 == short.1
        && short.0 <= 12
        && (12..=24).contains(&long.0)
        && long.0 - 12 == short.0 % 12
        && long.0 != short.0
}

/// Factors from imperial to metric units.
const FACTORS: [(&str, &str, f64); 12] = [
    ("mile", "kilometre", 1.609),
    ("foot", "metre", 0.3048),
    ("foot", "centimetre", 30.48),
    ("inch", "centimetre", 2.54),
    ("inch", "millimetre", 25.4),
    ("pound", "kilogram", 0.4536),
    ("acre", "hectare", 0.4047),
    ("gallon", "litre", 3.785),
    ("yard", "metre", 0.9144),
    ("mile", "metre", 1609.0),
    ("inch", "metre", 0.0254),
    ("pound", "tonne", 0.000_453_6),
];

/// How far a conversion may be rounded.
const ROUNDING: f64 = 0.08;

/// Whether one is the other in a metric unit.
fn converts(imperial: &FigureNumber, metric: &FigureNumber) -> bool {
    let (Some(from), Some(into)) = (imperial.number(), metric.number()) else { return false };
    let Some(unit) = imperial
        .unit
        .as_ref()
        .filter(|unit| unit.kind != FactKind::Currency || unit.key == "pound")
    else {
        return false;
    };
    let near = |value: f64| (value - into).abs() <= ROUNDING * value.abs().max(into.abs());
    if unit.key == "fahrenheit" || unit.key == "degree" {
        return ((from - 32.0) / 1.8 - into).abs() < 1.5;
    }
    let mut factors = FACTORS.iter().filter(|(name, _, _)| *name == unit.key);
    factors.any(|(_, _, factor)| near(from * factor))
}

/// Whether the other text has the parts of a time or a score one by one, or the whole of its parts.
pub fn is_made_of(number: &FigureNumber, own: &[FigureNumber], others: &[FigureNumber]) -> bool {
    let has = |value: &str, numbers: &[FigureNumber]| {
        numbers
            .iter()
            .any(|number| number.value.trim_start_matches('0') == value.trim_start_matches('0'))
    };
    if let Some((hours, minutes)) = number.value.split_once(':') {
        return has(hours, others) && (has(minutes, others) || minutes == "00");
    }
    let is_part = |whole: &FigureNumber| {
        let parts = whole.value.split_once(':');
        parts.is_some_and(|(hours, minutes)| {
            let part = |value: &str| value.trim_start_matches('0') == number.value;
            (part(hours) && has(minutes, own)) || (part(minutes) && has(hours, own))
        })
    };
    others.iter().any(is_part)
}

/// Whether the same number counts something else.
pub fn is_other_unit(one: &FigureNumber, other: &FigureNumber) -> bool {
    let (Some(own), Some(like)) = (&one.unit, &other.unit) else { return false };
    own != like && family(own) == family(like)
}

/// Units that take each other's place only by mistake.
fn family(unit: &FigureUnit) -> u8 {
    match (unit.kind, unit.key.as_str()) {
        (FactKind::Currency, _) => 1,
        (
            _,
            "minute" | "hour" | "second" | "day" | "week" | "month" | "year" | "decade" | "century"
            | "quarter",
        ) => 2,
        (_, "kilometre" | "metre" | "centimetre" | "millimetre" | "mile" | "foot" | "inch") => 3,
        (_, "kilogram" | "gram" | "tonne" | "pound") => 4,
        (_, "megawatt" | "gigawatt" | "kilowatt") => 5,
        (_, "percent" | "point") => 6,
        (_, "hertz" | "kilohertz" | "megahertz" | "gigahertz") => 7,
        (_, "kilobit" | "megabit" | "gigabit") => 8,
        (_, "kilobyte" | "megabyte" | "gigabyte" | "terabyte") => 9,
        _ => 0,
    }
}

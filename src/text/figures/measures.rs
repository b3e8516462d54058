//! Measures that translators convert or put in other parts: miles, stones, halves, feet and inches.

use super::number::{FigureNumber, FigureUnit};
use crate::text::facts::{Fact, FactKind};

/// Factors from units that translators convert to metric ones.
const FACTORS: [(&str, &str, f64); 28] = [
    ("mile", "kilometre", 1.609),
    ("foot", "metre", 0.3048),
    ("foot", "centimetre", 30.48),
    ("inch", "centimetre", 2.54),
    ("inch", "millimetre", 25.4),
    ("pound", "kilogram", 0.4536),
    ("acre", "hectare", 0.4047),
    ("gallon", "litre", 3.785),
    ("gallon", "litre", 4.546),
    ("yard", "metre", 0.9144),
    ("mile", "metre", 1609.0),
    ("inch", "metre", 0.0254),
    ("pound", "tonne", 0.000_453_6),
    ("pound", "gram", 453.6),
    ("acre", "square kilometre", 0.004_047),
    ("acre", "square metre", 4_047.0),
    ("square-mile", "square kilometre", 2.59),
    ("square-mile", "hectare", 259.0),
    ("square-foot", "square metre", 0.0929),
    ("stone", "kilogram", 6.35),
    ("ounce", "gram", 28.35),
    ("ounce", "kilogram", 0.028_35),
    ("knot", "kilometre", 1.852),
    ("foot", "kilometre", 0.000_304_8),
    ("centner", "tonne", 0.1),
    ("centner", "kilogram", 100.0),
    ("sotka", "hectare", 0.01),
    ("sotka", "square metre", 100.0),
];

/// How far a conversion may be rounded.
const ROUNDING: f64 = 0.08;

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= ROUNDING * one.abs().max(other.abs())
}

fn counts_degrees(number: &FigureNumber) -> bool {
    number.unit.as_ref().is_some_and(|unit| matches!(&*unit.key, "fahrenheit" | "degree"))
}

/// Whether one is the other in a metric unit.
pub fn converts(imperial: &FigureNumber, metric: &FigureNumber) -> bool {
    let (Some(from), Some(into)) = (imperial.number(), metric.number()) else { return false };
    let is_degree = [imperial, metric].map(counts_degrees);
    if is_degree[0] || imperial.unit.is_none() && is_degree[1] {
        return ((from - 32.0) / 1.8 - into).abs() < 1.5;
    }
    let Some(unit) = &imperial.unit else { return false };
    if unit.kind == FactKind::Currency && unit.key != "pound" {
        return false;
    }
    let mut factors = FACTORS.iter().filter(|(name, _, _)| *name == unit.key);
    factors.any(|(_, _, factor)| is_near(from * factor, into))
}

/// Whether a text has a unit without a number that is this number in another measure: "an inch of rain".
pub fn is_single(number: &FigureNumber, facts: &[Fact], text: &str) -> bool {
    let Some(value) = number.number() else { return false };
    let is_it = |fact: &Fact| {
        let before = text.get(..fact.span.start).unwrap_or_default().trim_end().to_lowercase();
        let count = if before.ends_with("half a") || before.ends_with("half-") {
            0.5
        } else if before.ends_with(" a") || before.ends_with(" an") || before.len() < 3 {
            1.0
        } else {
            return false;
        };
        let mut factors = FACTORS.iter().filter(|(name, _, _)| *name == fact.key);
        factors.any(|(_, _, factor)| is_near(count * factor, value))
    };
    number.unit.is_some() && facts.iter().filter(|fact| fact.kind == FactKind::Imperial).any(is_it)
}

/// How long units of time last, in parts of a common one.
const STRETCHES: [(&str, f64); 6] = [
    ("month", 1.0),
    ("year", 12.0),
    ("decade", 120.0),
    ("century", 1200.0),
    ("minute", 1.0),
    ("hour", 60.0),
];
const DAYS: [(&str, f64); 3] = [("day", 1.0), ("week", 7.0), ("hour", 1.0 / 24.0)];

/// Whether two numbers are one stretch of time in two units: a year and a half, 18 months.
pub fn is_same_stretch(one: &FigureNumber, other: &FigureNumber) -> bool {
    let (Some(own), Some(like)) = (one.number(), other.number()) else { return false };
    let (Some(unit), Some(theirs)) = (&one.unit, &other.unit) else { return false };
    let [months, minutes] = [&STRETCHES[..4], &STRETCHES[4..]];
    let is_one = |table: &[(&str, f64)]| {
        let of = |key: &str| table.iter().find(|(name, _)| *name == key).map(|(_, long)| *long);
        let lengths = of(&unit.key).zip(of(&theirs.key));
        lengths.is_some_and(|(long, short)| (own * long - like * short).abs() < 1e-6)
    };
    unit.key != theirs.key && [months, minutes, &DAYS[..]].into_iter().any(is_one)
}

/// Makes one number of feet with their inches, "6ft 7in", and remembers it with both.
pub fn heights(plain: &str, numbers: &mut [FigureNumber]) {
    for at in 1..numbers.len() {
        let [feet, inches] = [&numbers[at - 1], &numbers[at]];
        let gap = plain.get(feet.span.end..inches.span.start).unwrap_or_default();
        let is_foot = feet.unit.as_ref().is_some_and(|unit| unit.key == "foot")
            || matches!(gap.trim(), "'" | "’" | "′");
        let is_inch = inches.unit.as_ref().is_none_or(|unit| unit.key == "inch");
        let is_joined = gap.len() <= " foot and ".len() && !gap.contains([',', '.', ';']);
        let (Some(tall), Some(rest)) = (feet.number(), inches.number()) else { continue };
        if is_foot && is_inch && is_joined && rest < 12.0 {
            let metres = Some(tall.mul_add(0.3048, rest * 0.0254));
            numbers[at - 1].metres = metres;
            numbers[at].metres = metres;
        }
    }
}

/// Whether a number is a height in metres or centimetres, or the part of one that stands behind the metres.
pub fn is_height(feet: &FigureNumber, metric: &FigureNumber) -> bool {
    let (Some(metres), Some(value)) = (feet.metres, metric.number()) else { return false };
    let behind = (metres.fract() * 100.0 - value).abs() <= 2.0;
    let wholes = [metres, metres * 100.0, metres.floor()];
    behind || wholes.into_iter().any(|whole| (value - whole).abs() <= 0.025 * whole)
}

/// Words of what may be counted by halves, by their beginnings.
const POWERS: [(&str, f64); 9] = [
    ("thousand", 1e3),
    ("тысяч", 1e3),
    ("million", 1e6),
    ("миллион", 1e6),
    ("млн", 1e6),
    ("billion", 1e9),
    ("миллиард", 1e9),
    ("млрд", 1e9),
    ("trillion", 1e12),
];

/// What a number is taken times by its last word: "five thousand", «10 млн».
pub fn power(written: &str) -> Option<f64> {
    let last = written.trim_end_matches('.').rsplit([' ', '\u{a0}', '-']).next()?;
    let last = last.to_lowercase();
    let word = if last.starts_with("тыс") { "тысяч" } else { &*last };
    let power = POWERS.iter().find(|(beginning, _)| word.starts_with(beginning));
    power.map(|(_, power)| *power)
}

/// Adds the half that stands behind a number: "two and a half", «два с половиной», with its millions.
pub fn halves(plain: &str, numbers: &mut Vec<FigureNumber>) {
    const HALVES: [&str; 3] = [" and a half", "-and-a-half", " с половиной"];
    let mut at = 0;
    while at < numbers.len() {
        let after = plain.get(numbers[at].span.end..).unwrap_or_default();
        let rest = HALVES.iter().find_map(|half| after.strip_prefix(half));
        let value = numbers[at].number().filter(|value| value.fract() == 0.0);
        if let (Some(rest), Some(value)) = (rest, value) {
            let rest = rest.trim_start();
            let power = POWERS.iter().find(|(word, _)| rest.starts_with(word));
            numbers[at].value =
                format!("{}", (value + 0.5) * power.map_or(1.0, |(_, power)| *power));
            // The word may have been taken for a million of its own.
            let start = plain.len() - rest.len();
            numbers.retain(|number| power.is_none() || number.span.start != start);
        }
        at += 1;
    }
}

/// The time of day that the half of an hour before this number is: «в половине восьмого» is 7:30.
pub fn half_before(value: &str, before: &str) -> Option<String> {
    let word = before.trim_end().rsplit(' ').next()?.to_lowercase();
    let hour = value.parse::<u8>().ok().filter(|hour| (1..=12).contains(hour))?;
    let is_half = ["половине", "половина", "половину", "половины"].contains(&word.as_str());
    is_half.then(|| format!("{}:30", if hour == 1 { 12 } else { hour - 1 }))
}

/// Percentage points for basis points, which are their hundredth part.
pub fn basis(value: &str, after: &str) -> Option<String> {
    let rest = after.trim_start().to_lowercase();
    let is_basis = rest.starts_with("basis point")
        || rest.starts_with("-basis-point")
        || rest.starts_with("базисн")
        || rest.starts_with("б. п.")
        || rest.starts_with("б.п.");
    let number = value.parse::<f64>().ok().filter(|_| is_basis)?;
    Some(format!("{}", number / 100.0))
}

/// The unit of a letter glued to a number, which is no word: "80F".
pub fn glued_unit(after: &str) -> Option<FigureUnit> {
    let rest = after.trim_start_matches(['°', 'º', ' ']).strip_prefix('F')?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    Some(FigureUnit { kind: FactKind::Imperial, key: "fahrenheit".to_owned() })
}

/// The power of ten of letters glued to a number: "10k", "1.2m", "3bn".
pub fn glued_power(glued: &str) -> u8 {
    match glued {
        "k" | "K" => 3,
        "m" | "M" | "mn" => 6,
        "bn" | "b" | "B" => 9,
        "tn" | "trn" => 12,
        _ => 0,
    }
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
        (_, "kilogram" | "gram" | "milligram" | "tonne" | "pound" | "centner" | "barrel") => 4,
        (_, "megawatt" | "gigawatt" | "kilowatt") => 5,
        (_, "percent" | "point") => 6,
        (_, "hertz" | "kilohertz" | "megahertz" | "gigahertz") => 7,
        (_, "kilobit" | "megabit" | "gigabit") => 8,
        (_, "kilobyte" | "megabyte" | "gigabyte" | "terabyte") => 9,
        (
            _,
            "square-kilometre" | "square-metre" | "square-centimetre" | "square-mile"
            | "square-foot" | "hectare" | "acre" | "sotka",
        ) => 10,
        (
            _,
            "cubic-kilometre" | "cubic-metre" | "cubic-centimetre" | "cubic-foot" | "gallon"
            | "litre",
        ) => 11,
        (_, "degree" | "fahrenheit") => 12,
        (_, "kilowatt-hour" | "megawatt-hour" | "gigawatt-hour") => 13,
        _ => 0,
    }
}

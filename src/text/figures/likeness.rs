//! When one number may stand for another.

use super::measures;
use super::number::{FigureNumber, FigureUnit};
use super::words::{compounds, decade_word};
use crate::model::Span;
use crate::text::facts::{Fact, FactKind};

/// The numbers of a text among its facts, and in its compounds.
pub fn numbers(plain: &str, facts: &[Fact], language: &str) -> Vec<FigureNumber> {
    let of_number = facts.iter().filter(|fact| fact.kind == FactKind::Number);
    let mut numbers: Vec<FigureNumber> = of_number.map(|fact| number(plain, fact, facts)).collect();
    // Russian counts 24 hours where it names no half of the day.
    for number in &mut numbers {
        let is_bare = !number.is_after_noon && plain[number.span.range()].contains(':');
        number.is_before_noon |= language == "ru" && is_bare;
    }
    for fact in compounds(plain, language) {
        if !numbers.iter().any(|other| other.span.start == fact.span.start) {
            numbers.push(number(plain, &fact, &[]));
        }
    }
    numbers.sort_by_key(|number| number.span);
    measures::halves(plain, &mut numbers);
    measures::heights(plain, &mut numbers);
    // Of a range only the last number has its unit beside it.
    for at in (1..numbers.len()).rev() {
        let gap = plain.get(numbers[at - 1].span.end..numbers[at].span.start).unwrap_or("none");
        if numbers[at - 1].unit.is_none() && RANGES.contains(&gap.trim()) {
            let unit = numbers[at].unit.clone();
            numbers[at - 1].unit = unit;
        }
        if RANGES.contains(&gap.trim()) {
            // "from 6 to 9 p.m."
            let is_clock = is_half_named(&plain[numbers[at].span.range()]);
            numbers[at - 1].is_time |= is_clock && numbers[at - 1].unit.is_none();
            let power = measures::power(&plain[numbers[at].span.range()]);
            let first = numbers[at - 1].number().filter(|first| *first < 1000.0);
            numbers[at - 1].scaled =
                power.zip(first).map(|(power, first)| format!("{}", first * power));
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
    let glued = after.find(|c: char| !c.is_alphabetic()).map_or(after, |end| &after[..end]);
    let whole = unit.map_or(span, |unit| {
        Span::new(unit.span.start.min(span.start), unit.span.end.max(span.end))
    });
    FigureNumber {
        value: measures::half_before(&fact.key, before)
            .or_else(|| measures::basis(&fact.key, after))
            .unwrap_or_else(|| fact.key.clone()),
        scaled: None,
        span,
        whole,
        unit: unit
            .map(|unit| FigureUnit { kind: unit.kind, key: unit.key.clone() })
            .or_else(|| measures::glued_unit(after)),
        metres: None,
        glued_power: measures::glued_power(glued),
        is_each: before.trim_end().rsplit(' ').next().is_some_and(is_each_word),
        has_digits: written.contains(|c: char| c.is_ascii_digit()),
        is_aside: opened && after.contains(')')
            || unit.is_some_and(|unit| unit.kind == FactKind::Currency) && is_other_way(before),
        is_negative: facts.iter().any(|other| other.kind == FactKind::Minus && other.span == span),
        is_time: fact.key.contains(':')
            || is_half_named(written)
            || says(after, AFTER_NOON)
            || says(after, BEFORE_NOON)
            || unit.is_some_and(|unit| unit.key == "hour")
            || measures::half_before(&fact.key, before).is_some(),
        is_before_noon: ["a.m", "am", "утра"]
            .iter()
            .any(|end| written.trim_end_matches('.').to_lowercase().ends_with(end))
            || says(after, BEFORE_NOON),
        is_after_noon: says(after, AFTER_NOON),
        // A number that a name begins with: "247sports".
        is_part: is_glued(before, after) || unit.is_none() && glued.chars().count() > NAME,
        is_century_left: before.ends_with(['\'', '’', '‘', '/']),
        is_decade: ["s ", "s,", "s.", "'s", "’s", "-х", "-е", "-ых", "-м"]
            .iter()
            .any(|end| after.starts_with(end) || written.ends_with(end.trim_end()))
            || after == "s",
    }
}

/// What follows an hour in words and says which half of the day it is in: «около пяти утра».
const BEFORE_NOON: &str = "утра";
const AFTER_NOON: &str = "вечера";

/// Whether the text goes on with this word, «часов» aside.
fn says(after: &str, word: &str) -> bool {
    let mut words = after.split_whitespace();
    let mut next = words.next().unwrap_or_default();
    if matches!(next, "час" | "часа" | "часов") {
        next = words.next().unwrap_or_default();
    }
    after.starts_with([' ', '\u{a0}']) && next.trim_end_matches(['.', ',', ';']) == word
}

/// Whether a time is written with the half of its day: "9 p.m.".
fn is_half_named(written: &str) -> bool {
    written.trim_end_matches('.').ends_with(['m', 'M'])
}

/// Letters of what is glued to a number and is no ending or unit.
const NAME: usize = 4;

/// Whether a number behind this word says how many are one share.
fn is_each_word(word: &str) -> bool {
    word.to_lowercase().starts_with("кажд")
}

/// Whether what follows says an amount in another way: "30,000 rubles, or some $370".
fn is_other_way(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "$€£¥₽".contains(c));
    let about = ["about", "some", "roughly", "approximately", "around", "nearly", "over", "almost"];
    let word = about.iter().find_map(|about| before.strip_suffix(about));
    word.unwrap_or(before).trim_end().ends_with(", or")
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

    /// The value, where it is no time of day.
    pub fn number(&self) -> Option<f64> {
        self.value.parse().ok()
    }
}

/// Whether the number of one text may be that of another.
pub fn stands_for(number: &FigureNumber, other: &FigureNumber) -> bool {
    same(&number.value, &other.value)
        || number.scaled.as_ref() == Some(&other.value)
        || other.scaled.as_ref() == Some(&number.value)
        || is_shortened(number, other)
        || is_shortened(other, number)
        || is_same_time(number, other)
        || is_same_time(other, number)
        || measures::converts(number, other)
        || measures::converts(other, number)
        || measures::is_same_stretch(number, other)
        || measures::is_height(number, other)
        || measures::is_height(other, number)
        || is_scaled(number, other)
        || is_scaled(other, number)
        || is_century(number, other)
        || is_century(other, number)
        || is_share(number, other)
        || is_share(other, number)
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

/// Whether a letter glued to one makes it the other: "1.2m", "10k".
fn is_scaled(short: &FigureNumber, whole: &FigureNumber) -> bool {
    let (Some(value), Some(other)) = (short.number(), whole.number()) else { return false };
    let scaled = value * 10_f64.powi(i32::from(short.glued_power));
    short.glued_power > 0 && (scaled - other).abs() < other * 1e-9
}

/// Whether the years of one are the century of the other: "the 1600s" for «XVII век».
fn is_century(years: &FigureNumber, century: &FigureNumber) -> bool {
    let number: Option<u32> = century.value.parse().ok();
    let first = number.and_then(|century| century.checked_sub(1)?.checked_mul(100));
    years.is_decade && first.is_some_and(|first| years.value == first.to_string())
}

/// Whether one in so many is the other in percent: «каждый пятый» for "20%".
fn is_share(each: &FigureNumber, percent: &FigureNumber) -> bool {
    let is_percent = percent.unit.as_ref().is_some_and(|unit| unit.key == "percent");
    let (Some(each_of), Some(of_hundred)) = (each.number(), percent.number()) else { return false };
    each.is_each && is_percent && (100.0 - of_hundred * each_of).abs() <= each_of
}

/// Whether a text has the word for the decade that a number is: "the eighties" for «1980-е».
pub fn is_decade_in_words(number: &FigureNumber, text: &str, language: &str) -> bool {
    let end = number.value.len().saturating_sub(2);
    number.is_decade && number.value.get(end..).is_some_and(|ten| decade_word(ten, text, language))
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

/// Whether the other text has the parts of a time or a score one by one, or the whole of its parts.
pub fn is_made_of(number: &FigureNumber, own: &[FigureNumber], others: &[FigureNumber]) -> bool {
    let has = |value: &str, numbers: &[FigureNumber]| {
        numbers
            .iter()
            .any(|number| number.value.trim_start_matches('0') == value.trim_start_matches('0'))
    };
    if let Some((hours, minutes)) = number.value.split_once(':') {
        let is_evening = others.iter().any(|other| other.is_after_noon && other.value == hours);
        return has(hours, others) && (has(minutes, others) || minutes == "00") && !is_evening;
    }
    let is_part = |whole: &FigureNumber| {
        let parts = whole.value.split_once(':');
        parts.is_some_and(|(hours, minutes)| {
            let part = |value: &str| value.trim_start_matches('0') == number.value;
            let is_evening = number.is_after_noon && part(hours);
            ((part(hours) && has(minutes, own)) || (part(minutes) && has(hours, own)))
                && !is_evening
        })
    };
    others.iter().any(is_part)
}

//! Dates exist in the calendar, fall on the weekday that is named, and are those of the source.
//!
//! What a text says of a date by itself is held against the calendar, in the source, too: a mistake
//! of the author is the translator's chance to ask. Numbers and months by value are told by `numbers`;
//! here a day that took another's month is told.

use std::sync::LazyLock;

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Span, Unit};
use crate::text::dates::Date;
use crate::text::facts::{Fact, FactKind};
use crate::text::readings::Readings;
use crate::text::vocabulary::{Meaning, vocabulary};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("dates", Severity::Warning, Run::Unit(run)).example(
    "Встреча — во вторник, 6 мая 2025 года.",
    "The meeting is on Wednesday, May 6, 2025.",
    "The meeting is on Tuesday, May 6, 2025.",
);

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let languages = subject.languages();
    let source = faults(&unit.source, languages.source, subject.readings);
    let mut seen: Vec<Message> = source.into_iter().map(Fault::in_source).collect();
    // A stale translation is that of another source.
    if !unit.is_missing() && !unit.is_stale() {
        let name = || excerpt(&unit.source);
        let target = faults(&unit.target, languages.target, subject.readings).into_iter();
        seen.extend(target.map(|fault| fault.in_translation(&name())));
        let [ours, theirs] = [(&unit.source, languages.source), (&unit.target, languages.target)]
            .map(|(text, language)| days(text, language, subject.readings));
        if let Some(date) = ours.exchanged(&theirs) {
            seen.push(message!("check-dates-exchanged", source = name(), date = date));
        }
    }
    seen.into_iter().map(|message| Seen::from(message).hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-usual-hint", article = subject.argument(), check = CHECK.id)
}

/// What is wrong with a date by the calendar alone.
enum Fault {
    /// There is no such day.
    Impossible(String),
    /// It falls on another weekday, with this number.
    Weekday(String, u8),
}

impl Fault {
    fn in_source(self) -> Message {
        match self {
            Self::Impossible(date) => message!("check-dates-source-impossible", date = date),
            Self::Weekday(date, day) => {
                message!("check-dates-source-weekday", date = date, day = NAMES[usize::from(day)])
            }
        }
    }

    fn in_translation(self, source: &str) -> Message {
        match self {
            Self::Impossible(date) => {
                message!("check-dates-impossible", source = source, date = date)
            }
            Self::Weekday(date, day) => {
                let day = NAMES[usize::from(day)];
                message!("check-dates-weekday", source = source, date = date, day = day)
            }
        }
    }
}

/// What the texts call the weekdays, Monday first.
const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn faults(text: &str, language: &str, readings: &Readings) -> Vec<Fault> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut faults: Vec<Fault> = backward(text, language).into_iter().collect();
    let dates = &readings.values(text, language).dates;
    let slashed = slashed(text);
    if dates.is_empty() && slashed.is_empty() {
        return faults;
    }
    let weekdays = weekdays(text, language, readings);
    for date in dates.iter().filter(|date| is_date(date, text)) {
        let whole = text[date.span.range()].to_owned();
        if !exists(date) {
            faults.push(Fault::Impossible(whole));
        } else if let Some(day) = other_weekday(date, &weekdays, text) {
            faults.push(Fault::Weekday(whole, day));
        }
    }
    for readings in &slashed {
        let real: Vec<&Date> = readings.iter().filter(|date| exists(date)).collect();
        let whole = text[readings[0].span.range()].to_owned();
        // Where both readings are dates, nobody knows which is meant.
        match real[..] {
            [] => faults.push(Fault::Impossible(whole)),
            [date] => {
                let day = other_weekday(date, &weekdays, text);
                faults.extend(day.map(|day| Fault::Weekday(whole, day)));
            }
            _ => {}
        }
    }
    faults
}

/// Whether it is no number of a section: it names its month, or has a year of four figures.
fn is_date(date: &Date, text: &str) -> bool {
    let written = &text[date.span.range()];
    let figures = written.split(|c: char| !c.is_ascii_digit());
    written.contains(char::is_alphabetic) || figures.map(str::len).any(|length| length == 4)
}

fn exists(date: &Date) -> bool {
    let Some(day) = date.day else { return true };
    let is_leap = |year: u16| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let last = match date.month {
        2 if date.year.is_none_or(is_leap) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=last).contains(&day)
}

/// The weekday of a date, Monday being 0, by Sakamoto's method.
fn weekday(date: &Date) -> Option<u8> {
    const SHIFTS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let (year, day) = (date.year.filter(|year| *year > 1582)?, date.day?);
    let shift = SHIFTS.get(usize::from(date.month).checked_sub(1)?)?;
    let year = if date.month < 3 { year - 1 } else { year };
    let from_sunday = (year + year / 4 - year / 100 + year / 400 + shift + u16::from(day)) % 7;
    u8::try_from((from_sunday + 6) % 7).ok()
}

/// The weekday that a date really has, where another is named beside it.
fn other_weekday(date: &Date, weekdays: &[(u8, Span)], text: &str) -> Option<u8> {
    let (named, _) = weekdays.iter().find(|(_, day)| is_beside(*day, date.span, text))?;
    weekday(date).filter(|real| real != named)
}

/// What may stand between a weekday and its date besides marks.
static BETWEEN: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("words/dates.txt").split_whitespace().collect());

/// Whether only a comma, a bracket or an article stands between a weekday and a date.
fn is_beside(day: Span, date: Span, text: &str) -> bool {
    let between = if day.end <= date.start {
        text.get(day.end..date.start)
    } else {
        text.get(date.end..day.start)
    };
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | '.' | '—' | '–');
    let rest = between.map(|between| between.trim_matches(is_mark));
    rest.is_some_and(|rest| rest.is_empty() || BETWEEN.contains(&rest))
}

/// The weekdays that are named, Monday being 0.
fn weekdays(text: &str, language: &str, readings: &Readings) -> Vec<(u8, Span)> {
    let named = |fact: &Fact| {
        let number: u8 = fact.key.parse().ok().filter(|_| fact.kind == FactKind::Weekday)?;
        Some((number.checked_sub(1)?, fact.span))
    };
    let facts = readings.facts(text, language);
    let mut days: Vec<(u8, Span)> = facts.iter().filter_map(named).collect();
    if language == "en" {
        days.extend(short_weekdays(text));
    }
    days
}

/// "Mo," as some write it.
fn short_weekdays(text: &str) -> Vec<(u8, Span)> {
    let mut days = Vec::new();
    for (number, short) in (0_u8..).zip(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]) {
        for (at, _) in text.match_indices(&format!("{short}, ")) {
            if !text[..at].ends_with(char::is_alphanumeric) {
                days.push((number, Span::new(at, at + short.len())));
            }
        }
    }
    days
}

/// "31/10/2014" in both readings.
fn slashed(text: &str) -> Vec<[Date; 2]> {
    let is_part = |c: char| c.is_ascii_digit() || c == '/';
    let mut found = Vec::new();
    for word in text.split(|c| !is_part(c)).filter(|word| word.contains('/')) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let parts: Vec<Option<u16>> = word.split('/').map(|part| part.parse().ok()).collect();
        let [Some(first), Some(second), Some(year @ 1000..=2999)] = parts[..] else { continue };
        let span = Span::new(start, start + word.len());
        let part = |value: u16| u8::try_from(value).unwrap_or(0);
        let date =
            |day, month| Date { year: Some(year), month: part(month), day: Some(part(day)), span };
        found.push([date(first, second), date(second, first)]);
    }
    found
}

/// A stretch of days that ends before it begins: "January 10 – 1, 2016".
fn backward(text: &str, language: &str) -> Option<Fault> {
    if language != "en" {
        return None;
    }
    let (at, _) = text.match_indices(['-', '–', '—']).find(|(at, dash)| {
        let (before, after) = (text[..*at].trim_end(), text[at + dash.len()..].trim_start());
        let first: Option<u8> = last_number(before);
        let figures = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let second: Option<u8> = after[..figures].parse().ok();
        let is_year = after[figures..].trim_start_matches([',', ' ']).starts_with("20");
        let is_month =
            |word: &str| matches!(vocabulary("en").meaning(word), Some(Meaning::Month(_)));
        let month =
            before.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches([' ', ',']);
        let month = month.rsplit(' ').next().unwrap_or_default();
        let is_back = first.zip(second).is_some_and(|(first, second)| second < first);
        is_back && is_year && after[figures..].starts_with(',') && is_month(month)
    })?;
    let start = text[..at]
        .trim_end()
        .rfind(char::is_alphabetic)
        .map_or(0, |end| text[..end].rfind(' ').map_or(0, |space| space + 1));
    let end = text[at..].find(',').map_or(text.len(), |end| at + end);
    Some(Fault::Impossible(text[start..end].trim().to_owned()))
}

fn last_number(text: &str) -> Option<u8> {
    let figures = text.rfind(|c: char| !c.is_ascii_digit()).map_or(text, |at| {
        let next = text[at..].chars().next().map_or(1, char::len_utf8);
        &text[at + next..]
    });
    figures.parse().ok()
}

/// The dates of a text that have a day.
struct Days<'a> {
    text: &'a str,
    dates: Vec<Date>,
}

fn days<'a>(text: &'a str, language: &str, readings: &Readings) -> Days<'a> {
    let has_figures = text.bytes().any(|byte| byte.is_ascii_digit());
    let mut dates = Vec::new();
    if has_figures {
        dates.clone_from(&readings.values(text, language).dates);
    }
    dates.retain(|date| date.day.is_some());
    Days { text, dates }
}

impl Days<'_> {
    /// A date of the other text whose day has the month of another date here.
    fn exchanged(&self, other: &Days<'_>) -> Option<String> {
        if self.dates.len() != other.dates.len() || self.dates.len() < 2 || self.has_range() {
            return None;
        }
        let sorted = |dates: &[Date], part: fn(&Date) -> u8| {
            let mut parts: Vec<u8> = dates.iter().map(part).collect();
            parts.sort_unstable();
            parts
        };
        let is_same = |part| sorted(&self.dates, part) == sorted(&other.dates, part);
        let (day, month) = (|date: &Date| date.day.unwrap_or(0), |date: &Date| date.month);
        if !is_same(day) || !is_same(month) {
            return None;
        }
        let has = |date: &Date| {
            self.dates.iter().any(|one| (one.day, one.month) == (date.day, date.month))
        };
        let date = other.dates.iter().find(|date| !has(date))?;
        Some(other.text[date.span.range()].to_owned())
    }

    /// Whether one of the dates is an end of a stretch of days.
    fn has_range(&self) -> bool {
        self.dates.iter().any(|date| {
            let before = self.text[..date.span.start].trim_end();
            before.ends_with(['-', '–', '—', '/'])
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CHECK, Date, exists, weekday};
    use crate::checks::testing::findings;
    use crate::model::Span;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told() {
        let expected =
            "warning: “April 31” in the translation of “Суд 30 апреля” is in no calendar.\n";
        assert_eq!(found("Суд 30 апреля. | The trial is on April 31."), expected);
        for pair in [
            "Суд 31 июня 2024 года. | The trial.",
            "Суд 29.02.2023. | The trial.",
            "Съезд 10–11 мая 2016 года. | The congress is on May 10 – 1, 2016.",
        ] {
            assert_ne!(found(pair), "", "{pair}");
        }
    }

    #[test]
    fn a_weekday_that_the_date_does_not_have_is_told() {
        for pair in [
            "Во вторник, 12 марта 2024 года. | On Wednesday, March 12, 2024.",
            "Во вторник, 12 марта 2024 года. | Wed, 12 Mar 2024",
            "Во вторник, 12 марта 2024 года. | 12 March 2024 (Wednesday)",
            "Во вторник, 12 марта 2024 года. | Wednesday, 2024-03-12",
            "Во вторник, 12 марта 2024 года. | Wednesday, 31/10/2014",
            "В среду, 12.03.2024. | On Tuesday, March 12, 2024.",
        ] {
            assert_ne!(found(pair), "", "{pair}");
        }
    }

    #[test]
    fn days_that_took_each_others_month_are_told() {
        let pair = "С 5 мая по 9 июня. | From May 9 to June 5.";
        assert!(found(pair).contains("May 9"), "{}", found(pair));
    }

    #[test]
    fn right_dates_are_fine() {
        for pair in [
            "Во вторник, 12 марта 2024 года. | On Tuesday, March 12, 2024.",
            "Вторник, 12 марта. | Wednesday, March 12.",
            "29 февраля 2024 года. | February 29, 2024.",
            "29 февраля. | February 29.",
            "12–13 марта и 5 мая. | March 12–13 and May 5.",
            "С 5 мая по 9 июня. | From 5 May to 9 June.",
            "Раздел 30.2.10. | Section 30.2.10.",
            "Понедельник, 10/09/2014. | Monday, 9/10/2014.",
            "10–17 января 2016 года. | January 10 – 17, 2016.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
    }

    proptest! {
        #[test]
        fn weekdays_follow_each_other(year in 1583_u16..2900, month in 1_u8..=12, day in 1_u8..=30) {
            let date = |day| Date { year: Some(year), month, day: Some(day), span: Span::new(0, 0) };
            let (one, next) = (date(day), date(day + 1));
            if exists(&one) && exists(&next) {
                let [one, next] = [one, next].map(|date| weekday(&date).expect("a day"));
                prop_assert_eq!((one + 1) % 7, next);
            }
        }

        #[test]
        fn any_text_is_read(text in "([0-9]{1,4}|[ .,/–-]|мая|May|Monday|the|th|декабря|, )*|.{0,40}") {
            if !text.contains(['|', '\n', '\r']) {
                let _ = found(&format!("Суд. {text} | x {text}"));
            }
        }
    }
}

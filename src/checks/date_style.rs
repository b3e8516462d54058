//! The English dates of an article are written in one order: "May 5" or "5 May".

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Unit};
use crate::text::dates::dates_and_scan;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("date-style", Severity::Info, Run::Among(run));

fn run(units: &[Unit<'_>], subject: &Subject<'_>) -> Vec<(usize, Seen)> {
    if subject.languages().target != "en" {
        return Vec::new();
    }
    let read = units.iter().enumerate().filter(|(_, unit)| !unit.is_missing());
    let written =
        read.flat_map(|(at, unit)| dates(&unit.target).into_iter().map(move |date| (at, date)));
    let (by_day, by_month): (Vec<_>, Vec<_>) =
        written.partition(|(_, date)| date.starts_with(|c: char| c.is_ascii_digit()));
    let (few, many) =
        if by_day.len() < by_month.len() { (by_day, by_month) } else { (by_month, by_day) };
    let Some((_, usual)) = many.first() else { return Vec::new() };
    let told = few.iter().map(|(at, date)| {
        let source = excerpt(&units[*at].source);
        let message = message!(
            "check-date-style-other",
            source = source,
            new = date.clone(),
            old = usual.clone()
        );
        (*at, message.into())
    });
    told.collect()
}

/// The dates with a day and a month in words, as they are written.
fn dates(text: &str) -> Vec<String> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let dates = dates_and_scan(text, "en").0.into_iter().filter(|date| date.day.is_some());
    let written = dates.map(|date| text[date.span.range()].to_owned());
    written.filter(|date| date.contains(char::is_alphabetic)).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn dates_in_two_orders_are_told() {
        let article = |last: &str| {
            format!(
                "current: Суд 5 мая. | The trial is on May 5.
                 current: Суд 6 мая. | The trial is on May 6, 2024.
                 current: Суд 7 мая. | The trial is on {last}."
            )
        };
        assert_eq!(findings(&CHECK, &article("May 7")), "");
        assert_eq!(findings(&CHECK, &article("07.05.2024")), "");
        assert!(findings(&CHECK, &article("7 May")).contains("“7 May”"));
    }
}

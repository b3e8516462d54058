//! English that a house writes its own way, as `[style]` says; silent where it says nothing.
//!
//! The form of dashes is a matter of `dashes`.

use super::blanked::blanked;
use super::style::{Patronymics, Punctuation, SerialComma};
use super::{Check, Run, Seen, Texts, excerpt, patronymics};
use crate::l10n::{Message, message};
use crate::model::{Severity, Span};
use crate::text::dates::DateOrder;
use crate::text::languages::months;
use crate::text::news::ROW_LINKS;
use crate::text::spelling;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("house-style", Severity::Warning, Run::Places(see)).example(
    "Участвуют Минск, Казань и Сочи.",
    "Minsk, Kazan, and Sochi take part.",
    "Minsk, Kazan and Sochi take part.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    if texts.languages.target != "en" {
        return Vec::new();
    }
    let (text, style) = (blanked(texts.target), texts.style);
    let mut seen = Vec::new();
    if let Some(wanted) = style.serial_comma {
        seen.extend(serial_comma(&text, texts.source, wanted).map(|span| told(texts, span)));
    }
    if let Some(wanted) = style.punctuation {
        seen.extend(punctuation(&text, wanted).map(|span| told(texts, span)));
    }
    if let Some(wanted) = style.dates {
        seen.extend(date(&text, wanted).map(|span| told(texts, span)));
    }
    if let Some(wanted) = style.patronymics {
        let found = patronymics::other(texts.source, texts.target, wanted);
        seen.extend(found.map(|name| {
            let kept = if wanted == Patronymics::Keep { "keep" } else { "drop" };
            let source = excerpt(texts.source);
            message!("check-house-style-patronymic", source = source, name = name, wanted = kept)
                .into()
        }));
    }
    if let Some(wanted) = style.names {
        let found = spelling::other(texts.source, &text, wanted);
        seen.extend(found.map(|other| {
            let message = message!(
                "check-house-style-name",
                source = excerpt(texts.source),
                old = other.wanted.as_str(),
                new = &texts.target[other.span.range()]
            );
            Seen::from(message).in_target(other.span)
        }));
    }
    seen
}

fn told(texts: &Texts<'_>, span: Span) -> Seen {
    let text = &texts.target[span.range()];
    let message: Message =
        message!("check-house-style-other", source = excerpt(texts.source), text = text);
    Seen::from(message).in_target(span)
}

/// The end of a list of three or more, as the house doesn't write it; the source says what is a list.
fn serial_comma(text: &str, source: &str, wanted: SerialComma) -> Option<Span> {
    if !is_list(source, ROW_LINKS) {
        return None;
    }
    for (at, link) in links(text) {
        let before = &text[..at];
        let has_comma = before.ends_with(',');
        let member = before.trim_end_matches(',').rsplit(", ").next().unwrap_or_default();
        let has_more = before.trim_end_matches(',').contains(", ");
        let is_short = (1..=3).contains(&member.split_whitespace().count());
        let is_wrong = has_comma != (wanted == SerialComma::Always);
        if has_more && is_short && is_wrong {
            let start = at - usize::from(has_comma);
            return Some(Span::new(start, at + link.len() - 1));
        }
    }
    None
}

/// The words that link the last member of a list, in their order.
fn links(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let both = text.match_indices(" and ").chain(text.match_indices(" or "));
    both.into_iter()
}

/// Whether two short members, parted by a comma, come before the link.
fn is_list(source: &str, links: [&str; 2]) -> bool {
    links.iter().any(|link| {
        source.match_indices(link).any(|(at, _)| {
            let Some((_, member)) = source[..at].rsplit_once(", ") else { return false };
            (1..=3).contains(&member.split_whitespace().count())
        })
    })
}

/// A stop or comma on the other side of a closing quotation mark.
fn punctuation(text: &str, wanted: Punctuation) -> Option<Span> {
    let outside = ["”.", "”,", "\".", "\","];
    let inside = [".”", ",”", ".\"", ",\""];
    match wanted {
        Punctuation::American => outside.iter().find_map(|pair| {
            let at = text.find(pair)?;
            // A stop inside and another outside is a slip of another kind.
            let is_stopped = text[..at].ends_with(['.', ',', '!', '?', '…']);
            (!is_stopped).then(|| Span::new(at, at + pair.len()))
        }),
        Punctuation::British => inside.iter().find_map(|pair| {
            let at = text.find(pair)?;
            let start = text[..at].rfind(['“', '"'])?;
            let said = text[start..at].trim_start_matches(['“', '"']);
            // A whole sentence keeps its stop; a word or two do not take the sentence's.
            said.starts_with(char::is_lowercase).then(|| Span::new(at, at + pair.len()))
        }),
    }
}

/// A date with day and month in the other order.
fn date(text: &str, wanted: DateOrder) -> Option<Span> {
    months("en").iter().find_map(|month| {
        text.match_indices(month).find_map(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + month.len()..]);
            match wanted {
                DateOrder::MonthFirst => {
                    let day = before.strip_suffix(' ')?;
                    let digits = digits_at_end(day);
                    let start = day.len() - digits;
                    let is_year = digits > 2 || digits == 0;
                    let is_next = after.starts_with(|c: char| c.is_alphabetic());
                    (!is_year && !is_next).then(|| Span::new(start, at + month.len()))
                }
                DateOrder::DayFirst => {
                    let day = after.strip_prefix(' ')?;
                    let digits = day.bytes().take_while(u8::is_ascii_digit).count();
                    (1..=2).contains(&digits).then(|| Span::new(at, at + month.len() + 1 + digits))
                }
            }
        })
    })
}

fn digits_at_end(text: &str) -> usize {
    text.bytes().rev().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::{findings, styled};

    #[track_caller]
    fn assert_told(style: &str, source: &str, [wrong, right]: [&str; 2]) {
        let found = |target: &str| styled(&CHECK, style, &format!("current: {source} | {target}"));
        assert_ne!(found(wrong), "", "{style}: {wrong}");
        assert_eq!(found(right), "", "{style}: {right}");
    }

    #[test]
    fn a_house_that_says_nothing_hears_nothing() {
        let pair = "current: Минск, Казань и Сочи, 5 мая. | Minsk, Kazan, and Sochi, 5 May, “yes”.";
        assert_eq!(findings(&CHECK, pair), "");
    }

    #[test]
    fn lists_quotations_dates_and_names_are_held_to_the_style() {
        let list = "Участвуют Минск, Казань и Сочи.";
        let lists = ["Minsk, Kazan and Sochi take part.", "Minsk, Kazan, and Sochi take part."];
        assert_told("serial_comma = always", list, lists);
        assert_told("serial_comma = never", list, [lists[1], lists[0]]);
        let quoted = ["He called it “a success.”", "He called it “a success”."];
        assert_told("punctuation = british", "Он назвал это «успехом».", quoted);
        assert_told("punctuation = american", "Он назвал это «успехом».", [quoted[1], quoted[0]]);
        let dates = ["It opened on 5 May 2024.", "It opened on May 5, 2024."];
        assert_told("dates = month-first", "Он открылся 5 мая 2024 года.", dates);
        assert_told("dates = day-first", "Он открылся 5 мая 2024 года.", [dates[1], dates[0]]);
        let names = ["Sergei Ivanov came.", "Sergey Ivanov came."];
        assert_told("names = bgn", "Приехал Сергей Иванов.", names);
        assert_told("names = passport", "Приехал Сергей Иванов.", [names[1], names[0]]);
        assert_told("names = bgn", "Видели Сергея Иванова.", names);
        let fathers = ["Oleg Ilyich Ivanov came.", "Oleg Ivanov came."];
        assert_told("patronymics = drop", "Приехал Олег Ильич Иванов.", fathers);
        let kept = [fathers[1], fathers[0]];
        assert_told("patronymics = keep", "Приехал Олег Ильич Иванов.", kept);
    }

    #[test]
    fn what_is_no_list_and_no_date_is_fine() {
        for (style, pair) in [
            (
                "serial_comma = always",
                "В Минске Иванов и Петров спорят. | In Minsk, Ivanov and Petrov argue.",
            ),
            ("dates = month-first", "В мае 2024 года. | In May 2024, 300 May bugs came."),
            ("dates = day-first", "В мае 2024 года. | In May 2024."),
            ("punctuation = british", "«Да», — сказал он. | “Yes,” he said."),
        ] {
            assert_eq!(styled(&CHECK, style, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

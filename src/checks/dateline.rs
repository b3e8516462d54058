//! A dispatch that begins with its place, date and agency begins so in translation.

use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::Severity;
use crate::text::languages::months;
use crate::text::news::{AGENCIES, PARTICLES, PLACES, YEAR};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("dateline", Severity::Warning, Run::Places(see)).example(
    "МИНСК, 5 марта. /БЕЛТА/. Мост открыли.",
    "The bridge was opened.",
    "MINSK, March 5. /BelTA/. The bridge was opened.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    if texts.languages.source != "ru" || texts.languages.target != "en" {
        return Vec::new();
    }
    let Some(ours) = russian(texts.source) else { return Vec::new() };
    let source = excerpt(texts.source);
    let Some(theirs) = english(texts.target) else {
        let line = ours.line.trim();
        return vec![message!("check-dateline-lost", source = source, line = line).into()];
    };
    let mut seen = Vec::new();
    let places = known(&PLACES, ours.place).zip(named(&PLACES, theirs));
    if let Some((wanted, other)) = places.filter(|(wanted, other)| wanted != other) {
        let message =
            message!("check-dateline-other", source = source.as_str(), old = wanted, new = other);
        seen.push(message.into());
    }
    let agency = AGENCIES.iter().find(|(russian, _)| has_word(ours.line, russian));
    if let Some((_, english)) = agency.filter(|(_, english)| !has_word(texts.target, english)) {
        seen.push(message!("check-dateline-agency", source = source, agency = *english).into());
    }
    seen
}

/// A Russian dateline: the place, and the line up to where the report begins.
struct Dateline<'a> {
    place: &'a str,
    line: &'a str,
}

/// Characters within which a dateline and its agency stand.
const HEAD: usize = 70;

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(HEAD).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn russian(text: &str) -> Option<Dateline<'_>> {
    let head = head(text.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let (place, rest) = head.split_once([',', '.'])?;
    let is_place = place.split_whitespace().count() <= 3
        && place
            .split([' ', '-'])
            .all(|word| word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
        && place.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let mut words = rest.split_whitespace();
    let day = words.next()?;
    let month = words.next()?.trim_end_matches(|c: char| !c.is_alphabetic());
    let is_day = day.len() <= 5 && day.starts_with(|c: char| c.is_ascii_digit());
    if !is_place || !is_day || !months("ru").contains(&month.to_lowercase().as_str()) {
        return None;
    }
    // «Москва, 5 марта — …», «МОСКВА, 5 марта. /ТАСС/», «Москва. 5 марта. ИНТЕРФАКС»: the date ends it.
    let after = rest[rest.find(month)? + month.len()..].trim_start();
    let year = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let year = YEAR.iter().fold(year.trim_start(), |rest, word| rest.trim_start_matches(word));
    let year = year.trim_start();
    let is_ended = year.is_empty() || year.starts_with(['.', '—', '–', '-', '/', '(', ':']);
    is_ended.then_some(Dateline { place, line: head })
}

/// What stands before the report in English: a place first, then a date, an agency or a dash.
fn english(text: &str) -> Option<&str> {
    let head = head(text.trim_start_matches(|c: char| !c.is_alphanumeric()));
    if !head.starts_with(char::is_uppercase) {
        return None;
    }
    let end = head.find([',', '.', '(', '—', '–', '/']).or_else(|| head.find(" - "))?;
    let place = head[..end].trim();
    let is_place = place.split_whitespace().count() <= 4;
    let rest = &head[end..];
    let is_dated = months("en").iter().any(|month| rest.contains(&month[..3]))
        && rest.contains(|c: char| c.is_ascii_digit());
    let is_shouted = place.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (is_place && (is_dated || is_shouted)).then_some(place)
}

/// The English name of a Russian place.
fn known<'a>(table: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    let name = name.trim().to_lowercase();
    table.iter().find(|(russian, _)| russian.to_lowercase() == name).map(|(_, english)| *english)
}

/// The place of the table that an English text names.
fn named<'a>(table: &[(&str, &'a str)], text: &str) -> Option<&'a str> {
    table.iter().map(|(_, english)| *english).find(|english| has_word(text, english))
}

/// Whether a word stands in the text by itself, in capitals or not.
fn has_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(&word).any(|(at, _)| {
        let after = text[at + word.len()..].chars().next();
        !is_letter(text[..at].chars().next_back()) && !is_letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_dateline_that_went_or_names_another_place_or_agency_is_told() {
        for pair in [
            "МИНСК, 5 марта. /БЕЛТА/. Мост открыли. | The bridge was opened.",
            "Минск, 5 марта — Мост открыли. | Vilnius, March 5 — The bridge was opened.",
            "Минск. 5 марта. ИНТЕРФАКС - Мост открыли. | Minsk. March 5. TASS - The bridge was opened.",
            "ДУБАЙ, 19 декабря 2023 года | The bridge was opened.",
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn the_same_line_and_sentences_with_a_place_are_fine() {
        for pair in [
            "МИНСК, 5 марта. /БЕЛТА/. Мост открыли. | MINSK, March 5. /BelTA/. The bridge was opened.",
            "Минск, 5 марта — Мост открыли. | MINSK (BelTA) — The bridge was opened.",
            "Москва, 5 марта. Да. | Moscow, 5 March. Yes.",
            "Минск, 5 лет назад скромный город, вырос. | Minsk, a modest town five years ago, grew.",
            "В Минске, 5 марта, открыли мост. | A bridge was opened in Minsk on March 5.",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

//! Values that a translation has, but in each other's place: a score turned round, a part that is
//! greater than its whole, a day that took the number of what was counted.
//!
//! Every figure is there, so only where it stands tells. For Russian with an English translation.

use super::{Languages, said};
use crate::text::dates::Date;
use crate::text::readings::Readings;
use crate::text::vocabulary::plain;

/// What the source says and what the translation says instead.
pub fn exchanged(
    source: &str,
    target: &str,
    languages: Languages<'_>,
    readings: &Readings,
) -> Option<[String; 2]> {
    if (languages.source, languages.target) != ("ru", "en") {
        return None;
    }
    let has_figures = source.bytes().any(|byte| byte.is_ascii_digit());
    let figures = || {
        score(source, target)
            .or_else(|| part(source, target))
            .or_else(|| years(source, target))
            .or_else(|| day(source, target, readings))
            .or_else(|| listed(source, target))
    };
    if has_figures { figures() } else { None }.or_else(|| said::exchanged(source, target))
}

/// Two numbers with something between them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Two {
    first: u32,
    second: u32,
    words: String,
}

/// The pairs of numbers of a text that stand on both sides of one of these signs or words.
fn twos(text: &str, between: &[&str]) -> Vec<Two> {
    let mut found = Vec::new();
    let is_glued = |c: char| c.is_alphanumeric() || ":.,/-–".contains(c);
    for sign in between {
        for (at, _) in text.match_indices(sign) {
            let (before, after) = (&text[..at], &text[at + sign.len()..]);
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            let (Ok(first), Ok(second)) = (before[start..].parse(), after[..end].parse()) else {
                continue;
            };
            let rest = after[end..].trim_end_matches(['.', ',', ':']);
            let is_free = !before[..start].ends_with(is_glued)
                && !rest.starts_with(|c: char| is_glued(c) && !matches!(c, '.' | ','));
            if is_free {
                let words = text[start..at + sign.len() + end].to_owned();
                found.push(Two { first, second, words });
            }
        }
    }
    found
}

/// The greatest number of points that a score of goals has.
const GOALS: u32 = 30;

/// What says that the side which is named first lost, or to whom the score is.
const LOSSES: [&str; 22] = [
    "проигр",
    "уступ",
    "пораж",
    "потерп",
    "польз",
    "разгромлен",
    "lost",
    "lose",
    "losing",
    "loss",
    "defeat",
    "beaten",
    "fell",
    "fall",
    "went down",
    "suffer",
    "conced",
    "trail",
    "behind",
    "down ",
    "thrashed by",
    "favor",
];

/// A score whose sides changed places, or became others.
fn score(source: &str, target: &str) -> Option<[String; 2]> {
    let is_goals = |two: &Two| {
        let seconds = two.words.rsplit(':').next().map_or(0, str::len);
        two.first <= GOALS && two.second <= GOALS && seconds == two.second.to_string().len()
    };
    let is_clock = |two: &Two| two.second >= 10;
    let ours = twos(source, &[":"]);
    let ours: Vec<&Two> = ours.iter().filter(|two| is_goals(two) && !is_clock(two)).collect();
    let one = ours.first()?;
    let theirs = twos(target, &["–", "-", ":"]);
    let has = |first: u32, second: u32| {
        theirs.iter().find(|two| (two.first, two.second) == (first, second))
    };
    if has(one.first, one.second).is_some() {
        return None;
    }
    let lost = |text: &str| LOSSES.iter().any(|word| plain(text).contains(word));
    let turned = has(one.second, one.first).filter(|two| two.first != two.second);
    if let Some(turned) = turned {
        // English names the winner's goals first, whoever is the subject.
        let is_usual =
            turned.first > turned.second && (lost(source) || lost(target)) || lost_alone(target);
        return (!is_usual).then(|| [one.words.clone(), turned.words.clone()]);
    }
    let other = theirs.iter().find(|two| two.first <= GOALS && two.second < 10)?;
    (ours.len() == 1 && theirs.len() == 1).then(|| [one.words.clone(), other.words.clone()])
}

/// Whether the translation says that somebody lost.
fn lost_alone(target: &str) -> bool {
    let text = plain(target);
    ["lost", "losing", "defeat", "beaten", "went down"].iter().any(|word| text.contains(word))
}

/// "15 of the 11" for «11 из 15».
fn part(source: &str, target: &str) -> Option<[String; 2]> {
    let ours = twos(source, &[" из ", " из\u{a0}"]);
    let one = ours.first()?;
    let theirs = twos(target, &[" of ", " of the ", " out of ", " out of the ", " of its "]);
    let other = theirs.iter().find(|two| (two.second, two.first) == (one.first, one.second))?;
    (one.first != one.second).then(|| [one.words.clone(), other.words.clone()])
}

/// A stretch of years that ends before it begins.
fn years(source: &str, target: &str) -> Option<[String; 2]> {
    let is_year = |year: u32| (1000..=2100).contains(&year);
    let theirs = twos(target, &["–", "-", " to ", " and "]);
    let turned = theirs.iter().find(|two| {
        let before = target.find(&two.words).map_or("", |at| target[..at].trim_end());
        let is_said = !two.words.contains(" to ") && !two.words.contains(" and ")
            || before.ends_with("from")
            || before.ends_with("between");
        is_year(two.first) && is_year(two.second) && two.first > two.second && is_said
    })?;
    let place = |year: u32| source.find(&year.to_string());
    let (first, second) = (place(turned.second)?, place(turned.first)?);
    (first < second).then(|| [format!("{}–{}", turned.second, turned.first), turned.words.clone()])
}

/// A day of the month that is another number of the source: «3 чиновников 5 июля», "5 officials on July 3".
fn day(source: &str, target: &str, readings: &Readings) -> Option<[String; 2]> {
    let days = |text: &str, language: &str| -> Vec<Date> {
        let values = readings.values(text, language);
        values.dates.iter().copied().filter(|date| date.day.is_some()).collect()
    };
    let ours = days(source, "ru");
    if ours.len() != 1 {
        return None;
    }
    let theirs = days(target, "en");
    let ([one], [other]) = (&ours[..], &theirs[..]) else { return None };
    let (old, new) = (one.day?, other.day?);
    if one.month != other.month || old == new {
        return None;
    }
    // What the other number counts stands right behind it; the end of a stretch has no such word.
    let counts = |text: &str, span: crate::model::Span, number: u8| {
        let number = number.to_string();
        text.match_indices(&number).any(|(at, _)| {
            let is_whole = !text[..at].ends_with(|c: char| c.is_alphanumeric() || ".,".contains(c));
            let rest = text[at + number.len()..].strip_prefix([' ', '\u{a0}']).unwrap_or_default();
            let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
            let is_outside = at < span.start || at >= span.end;
            is_whole
                && is_outside
                && word.chars().count() > 3
                && word.starts_with(char::is_lowercase)
        })
    };
    let is_counted = counts(source, one.span, new) && counts(target, other.span, old);
    is_counted.then(|| [source[one.span.range()].to_owned(), target[other.span.range()].to_owned()])
}

/// Words that may stand between two numbers of a row, without the mark or the word that joins them.
const ROW: usize = 4;

/// Two numbers side by side in a row, with their digits as the language writes them taken away.
fn rows(text: &str, joint: &str, point: char) -> Vec<[String; 2]> {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut numbers: Vec<[usize; 2]> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let end = text[start..].find(|c| !is_figure(c)).map_or(text.len(), |end| start + end);
        let length = text[start..end].trim_end_matches(['.', ',']).len();
        numbers.push([start, start + length]);
        at = end;
    }
    let value = |[start, end]: [usize; 2]| -> String {
        text[start..end]
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == point)
            .map(|c| if c == point { '.' } else { c })
            .collect()
    };
    let joined = |between: &str| {
        let words: Vec<&str> = between.split_whitespace().collect();
        let commas = words.iter().filter(|word| word.ends_with(',')).count();
        let joints = words.iter().filter(|word| **word == joint).count();
        let is_bare = between.chars().all(|c| c.is_alphabetic() || " ,—\u{a0}".contains(c));
        is_bare
            && between.starts_with([' ', '\u{a0}'])
            && commas + joints == 1
            && (2..=ROW + 1).contains(&words.len())
    };
    numbers
        .windows(2)
        .filter(|two| joined(&text[two[0][1]..two[1][0]]))
        .map(|two| [value(two[0]), value(two[1])])
        .collect()
}

/// Two counts of a row that changed places: «3 больницы и 11 школ», "11 hospitals and 3 schools".
fn listed(source: &str, target: &str) -> Option<[String; 2]> {
    let ours = rows(source, "и", ',');
    if ours.is_empty() {
        return None;
    }
    let theirs = rows(target, "and", '.');
    let turned = |[one, two]: &[String; 2]| [two.clone(), one.clone()];
    let pair = ours.iter().find(|pair| {
        pair[0] != pair[1] && !theirs.contains(pair) && theirs.contains(&turned(pair))
    })?;
    let [first, second] = pair;
    Some([format!("{first}, {second}"), format!("{second}, {first}")])
}

#[cfg(test)]
mod tests {
    use super::{Languages, exchanged};
    use crate::text::readings::Readings;

    const LANGUAGES: Languages<'_> = Languages { source: "ru", target: "en" };

    fn found(source: &str, target: &str) -> String {
        exchanged(source, target, LANGUAGES, &Readings::default())
            .map(|pair| pair.join(" → "))
            .unwrap_or_default()
    }

    #[test]
    fn a_score_keeps_its_sides() {
        let source = "«Волна» обыграла «Искру» 2:1.";
        assert_eq!(found(source, "Volna beat Iskra 1–2."), "2:1 → 1–2");
        assert_eq!(found(source, "Volna beat Iskra 2–3."), "2:1 → 2–3");
        assert_eq!(found(source, "Volna beat Iskra 2-1."), "");
        assert_eq!(found("«Волна» уступила «Искре» 1:2.", "Volna lost 2–1 to Iskra."), "");
        assert_eq!(found("«Волна» проиграла 1:2.", "Volna was beaten 1–2."), "");
        assert_eq!(found("Начало в 19:30.", "It begins at 7.30 p.m."), "");
    }

    #[test]
    fn a_part_is_of_its_whole() {
        let source = "Приехали 11 из 15 судей.";
        assert_eq!(found(source, "15 of the 11 judges came."), "11 из 15 → 15 of the 11");
        assert_eq!(found(source, "11 of the 15 judges came."), "");
    }

    #[test]
    fn a_stretch_of_years_goes_forward() {
        let source = "Мост строили с 2017 по 2021 год.";
        assert_ne!(found(source, "The bridge was built from 2021 to 2017."), "");
        assert_eq!(found(source, "The bridge was built from 2017 to 2021."), "");
        assert_eq!(found(source, "In 2021 and 2017 they built."), "");
    }

    #[test]
    fn a_number_is_the_one_of_what_it_counts() {
        let source = "Задержали 3 чиновников 5 июля.";
        assert_eq!(found(source, "5 officials were detained on July 3."), "5 июля → July 3");
        assert_eq!(found(source, "3 officials were detained on July 5."), "");
        assert_eq!(found("Работы с 5 по 19 мая.", "The work is from May 5 to 19."), "");
    }

    #[test]
    fn counts_of_a_row_keep_their_places() {
        let source = "Она посетила 3 больницы и 11 школ.";
        assert_eq!(found(source, "She saw 11 hospitals and 3 schools."), "3, 11 → 11, 3");
        assert_eq!(found(source, "She saw 3 hospitals and 11 schools."), "");
        assert_eq!(
            found("Ширина — 14 м, высота — 92 м.", "It is 92 m wide and 14 m high."),
            "14, 92 → 92, 14"
        );
    }
}

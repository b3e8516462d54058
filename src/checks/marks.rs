//! Where in its two texts a finding is, so that people need not search and programs can show it.
//!
//! A check may name the places. Where it doesn't, a word, number or sign that its message tells is
//! looked up: it is the place where it stands in a text once.

use super::Seen;
use crate::l10n::Value;
use crate::model::{Document, Span, Unit};

/// The parts of the two texts that a finding is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spots {
    pub source: Option<Span>,
    pub target: Option<Span>,
}

/// The places that the check named, or those of what its message tells.
pub fn of(seen: &Seen, unit: &Unit<'_>) -> Spots {
    if seen.source.is_some() || seen.target.is_some() || unit.is_missing() {
        return Spots { source: seen.source, target: seen.target };
    }
    let mut marks = Spots::default();
    // A stale translation is that of another source, and its message tells of a change.
    if unit.is_stale() {
        return marks;
    }
    for (name, value) in &seen.message.arguments {
        let Value::Text(told) = value else { continue };
        if *name == "source" {
            continue;
        }
        for one in told.split(", ") {
            marks.source = marks.source.or_else(|| find(&unit.source, one));
            marks.target = marks.target.or_else(|| find(&unit.target, one));
        }
    }
    marks
}

/// Whether a finding is about nothing but a word that the workspace allows.
pub fn is_allowed(seen: &Seen, unit: &Unit<'_>, allowed: &[String]) -> bool {
    if allowed.is_empty() {
        return false;
    }
    let Some(mark) = of(seen, unit).target else { return false };
    allowed.iter().any(|word| {
        let places = unit.target.match_indices(word.as_str());
        places.into_iter().any(|(at, _)| at <= mark.start && mark.end <= at + word.len())
    })
}

/// The place of a word or sign that stands in the text once, if need be with a capital.
fn find(text: &str, told: &str) -> Option<Span> {
    only(text, told).or_else(|| {
        let lower = text.to_lowercase();
        let is_as_long = lower.len() == text.len();
        let span = only(&lower, told).filter(|_| is_as_long)?;
        text.get(span.range()).map(|_| span)
    })
}

/// The place of a word or sign that stands in the text once.
fn only(text: &str, told: &str) -> Option<Span> {
    if told.is_empty() {
        return None;
    }
    let spans = text.match_indices(told).map(|(at, _)| Span::new(at, at + told.len()));
    let mut whole = spans.filter(|span| is_whole(text, *span));
    let first = whole.next()?;
    whole.next().is_none().then_some(first)
}

/// Whether no letter or digit goes on beside what begins or ends with one.
fn is_whole(text: &str, span: Span) -> bool {
    let told = &text[span.range()];
    let goes_on = |inside: Option<char>, outside: Option<char>| {
        [inside, outside].into_iter().all(|c| c.is_some_and(char::is_alphanumeric))
    };
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    !goes_on(told.chars().next(), before) && !goes_on(told.chars().next_back(), after)
}

/// The marked part of the source in its file, where the file has the text letter by letter.
pub fn in_file(unit: &Unit<'_>, mark: Option<Span>, document: &Document) -> Option<Span> {
    let mark = mark?;
    let first = document.segments.get(unit.segments.start)?;
    let last = document.segments.get(unit.segments.end.checked_sub(1)?)?;
    let text = document.text.get(first.span.start..last.span.end)?;
    let start = first.span.start + (text.len() - text.trim_start().len());
    let from = place_of(&document.text[start..], &unit.source, mark.start)?;
    let until = place_of(&document.text[start..], &unit.source, mark.end)?;
    Some(Span::new(start + from, start + until))
}

/// Where in the text of a file this place of its segment is; a line break or several spaces are one space.
fn place_of(file: &str, segment: &str, place: usize) -> Option<usize> {
    let mut rest = file;
    for (at, wanted) in segment.char_indices() {
        if at == place {
            return Some(file.len() - rest.len());
        }
        let next = rest.chars().next()?;
        if wanted.is_whitespace() && next.is_whitespace() {
            rest = rest.trim_start();
        } else if wanted == next {
            rest = &rest[next.len_utf8()..];
        } else {
            return None;
        }
    }
    Some(file.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{find, only, place_of};
    use crate::checks::testing::Sample;
    use crate::checks::{HouseStyle, Levels};
    use crate::model::Position;

    #[test]
    fn a_word_is_found_with_a_capital_too() {
        let place = |told| find("Мэр ушёл, а мэр и мэр нет.", told).map(|span| span.start);
        assert_eq!(place("мэр ушёл"), Some(0));
        assert_eq!(place("мэр"), None);
        assert_eq!(find("İ Мэр", "мэр"), None);
    }

    proptest! {
        #[test]
        fn a_place_is_found_however_the_file_breaks_its_lines(
            words in prop::collection::vec("[а-яa-z]{1,5}", 1..6),
            gaps in prop::collection::vec("( |\n|  | \n\t)", 6),
            asked in 0..6_usize,
        ) {
            let asked = asked % words.len();
            let (mut file, mut segment, mut expected) = (String::new(), String::new(), [0, 0]);
            for (at, word) in words.iter().enumerate() {
                if at > 0 {
                    file.push_str(&gaps[at]);
                    segment.push(' ');
                }
                if at == asked {
                    expected = [segment.len(), file.len()];
                }
                file.push_str(word);
                segment.push_str(word);
            }
            prop_assert_eq!(place_of(&file, &segment, expected[0]), Some(expected[1]));
        }
    }

    #[test]
    fn a_word_is_found_where_it_stands_once_and_whole() {
        let place = |told| only("В 15 из 5 случаев — 7 и 7.", told).map(|span| span.start);
        assert_eq!(place("5"), Some("В 15 из ".len()));
        assert_eq!(place("7"), None);
        assert_eq!(place("случ"), None);
        assert_eq!(place("—"), Some("В 15 из 5 случаев ".len()));
        assert_eq!(place(""), None);
    }

    #[test]
    fn an_allowed_word_is_nobody_s_business() {
        let sample = Sample::new("current: Экран 4К. | A 4К screen and a СА.");
        let found = |allowed: &[&str]| {
            let allowed = allowed.iter().map(|word| (*word).to_owned()).collect();
            let levels = Levels::default().of_house(allowed, HouseStyle::default());
            sample.findings(&levels).len()
        };
        assert_eq!([found(&[]), found(&["4К"]), found(&["a СА", "4К"])], [1, 1, 0]);
    }

    #[test]
    fn a_finding_has_its_places_in_both_texts_and_in_the_file() {
        let sample =
            Sample::new("current: Да. | Yes.\ncurrent: Пришли 320 человек. | 300 people came.");
        let found = sample.findings(&Levels::default());
        let [finding] = &found[..] else { panic!("{found:?}") };
        let source =
            finding.source_mark.map(|span| &finding.source.as_ref().unwrap()[span.range()]);
        let target = finding
            .translation_mark
            .map(|span| &finding.translation.as_ref().unwrap()[span.range()]);
        assert_eq!((source, target), (Some("320"), Some("300")));
        assert_eq!(finding.location.to_string(), "articles/news/ru.md:3:8");
        assert_eq!(finding.end, Some(Position::new(3, 11)));
    }
}

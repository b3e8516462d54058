//! Where something begins and where it ends, turned round: «с 4% до 6%» and "from 6% to 4%", «из Пскова в Казань» and "from Kazan to Pskov".

use super::Places;
use super::exchanged::{Common, common, partner};
use super::voice::{Voice, Voices};
use crate::align::tokens::month;
use crate::model::Span;
use crate::text::vocabulary::plain;

/// One of the two ends of a way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// Words right before a number or a name that say which end it is; «на» and «в» begin no way of their own.
const ENDS: [(&str, &str, End); 12] = [
    ("ru", "с", End::From),
    ("ru", "со", End::From),
    ("ru", "от", End::From),
    ("ru", "из", End::From),
    ("ru", "до", End::To),
    ("ru", "по", End::To),
    ("ru", "на", End::To),
    ("ru", "в", End::To),
    ("en", "from", End::From),
    ("en", "to", End::To),
    ("en", "until", End::To),
    ("en", "through", End::To),
];

/// A number or a name that stands in both texts once, with the end that each makes of it.
struct Stop {
    source: Span,
    target: Span,
    ends: [Option<End>; 2],
}

/// Two numbers or two names that are from and to here, and to and from there.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    turned(&names(voices)).or_else(|| {
        let numbers = [false, true].map(|are_times| common(voices, are_times));
        numbers.iter().find_map(|common| turned(&counted(voices, common)))
    })
}

fn turned(stops: &[Stop]) -> Option<Places> {
    let left = stops.iter().find(|stop| stop.ends == [Some(End::From), Some(End::To)])?;
    let reached = stops.iter().find(|stop| stop.ends == [Some(End::To), Some(End::From)])?;
    Some(Places::both(left.source, reached.target))
}

fn counted(voices: &Voices<'_>, common: &[Common<'_>]) -> Vec<Stop> {
    let Voices { source, target } = voices;
    let mut stops = Vec::new();
    for number in common {
        let (here, there) = (number.source.span, number.target.span);
        let ends = [end(source, here), end(target, there)];
        stops.push(Stop { source: here, target: there, ends });
    }
    stops
}

/// Words with a capital that both texts have.
fn names(voices: &Voices<'_>) -> Vec<Stop> {
    let Voices { source, target } = voices;
    // Most sentences lead from nowhere.
    if !target.text.to_lowercase().contains("from ") {
        return Vec::new();
    }
    let mut stops = Vec::new();
    for word in source.words() {
        let is_name = source.text[word.span.range()].starts_with(char::is_uppercase);
        let here = if is_name { end(source, word.span) } else { None };
        let Some(other) = partner(word, voices).filter(|_| here.is_some()) else { continue };
        let ends = [here, end(target, other.span)];
        stops.push(Stop { source: word.span, target: other.span, ends });
    }
    stops
}

/// What the word right before a place says of it.
fn end(voice: &Voice<'_>, place: Span) -> Option<End> {
    let before = voice.text[..place.start].trim_end_matches(['$', '€', '£', ' ', '\u{a0}']);
    let mut words = before.rsplit([' ', '\u{a0}']);
    let word = words.next()?;
    // "from May 3".
    let word = if month(word, voice.language).is_some() { words.next()? } else { word };
    let word = plain(word);
    let known =
        ENDS.iter().find(|(language, form, _)| *language == voice.language && *form == word);
    known.map(|(_, _, end)| *end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::align::{Aspect, opposed_in};
    use crate::text::readings::Readings;

    fn is_turned(source: &str, target: &str) -> bool {
        let is_way = |aspect| aspect == Aspect::Way;
        opposed_in([source, target], ["ru", "en"], &Readings::default(), is_way).is_some()
    }

    #[test]
    fn the_ends_of_a_way_keep_their_places() {
        for (source, right, wrong) in [
            (
                "Запуск перенесли с 28 ноября на 12 декабря.",
                "The launch was moved from November 28 to December 12.",
                "The launch was moved from December 12 to November 28.",
            ),
            (
                "Танкер шёл из Приморска в Роттердам.",
                "The tanker was sailing from Primorsk to Rotterdam.",
                "The tanker was sailing from Rotterdam to Primorsk.",
            ),
            (
                "Она работала с 9:30 до 18:15.",
                "She worked from 9:30 to 18:15.",
                "She worked from 18:15 to 9:30.",
            ),
        ] {
            assert!(!is_turned(source, right), "{source} | {right}");
            assert!(is_turned(source, wrong), "{source} | {wrong}");
        }
        let text = "В Казань приехал гость из Пскова.";
        assert!(!is_turned(text, "A guest from Pskov came to Kazan."));
    }

    proptest! {
        #[test]
        fn two_shares_are_turned_in_whatever_order_they_are_told(
            first in 2..40_u32,
            more in 1..40_u32,
            is_last_first in any::<bool>(),
        ) {
            let second = first + more;
            let source = format!("Доля изменилась с {first}% до {second}%.");
            let said = |from: u32, to: u32| if is_last_first {
                format!("The share changed to {to}% from {from}%.")
            } else {
                format!("The share changed from {from}% to {to}%.")
            };
            prop_assert!(!is_turned(&source, &said(first, second)));
            prop_assert!(is_turned(&source, &said(second, first)));
        }
    }
}

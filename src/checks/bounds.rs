//! A bound of a number that is turned round: «до 5 тысяч» and "at least 5,000", «дольше двух часов» and "less than two hours".
//!
//! Only the words right before a number that both texts have once say something of it.

use std::sync::LazyLock;

use super::opposites::Turned;
use super::phrases::{Lists, stands_at};
use crate::text::numbers::{Number, NumberKind};
use crate::text::readings::{Readings, words};

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/bounds.txt")));

/// The ways to bound a number, as the lists name them.
const SIDES: [&str; 2] = ["over", "under"];

/// A number with the words that bound it.
struct Bounded {
    value: String,
    side: &'static str,
    words: String,
}

/// What bounds a number of the source from one side and in the translation from the other.
pub fn bound(source: &str, target: &str, readings: &Readings) -> Option<Turned> {
    let ours = bounded(source, "ru", readings);
    if ours.is_empty() {
        return None;
    }
    let theirs = bounded(target, "en", readings);
    ours.into_iter().find_map(|one| {
        let mut same = theirs.iter().filter(|other| other.value == one.value);
        let other = same.next().filter(|other| other.side != one.side && same.next().is_none())?;
        let source = format!("{} {}", one.words, one.value);
        Some(Turned { source, target: format!("{} {}", other.words, other.value) })
    })
}

/// The numbers of a text that it has once and bounds.
fn bounded(text: &str, language: &str, readings: &Readings) -> Vec<Bounded> {
    let values = readings.values(text, language);
    let mut found = Vec::new();
    for number in &values.numbers {
        let is_one = values.numbers.iter().filter(|other| other.value == number.value).count() == 1;
        if !is_one || !is_amount(number) {
            continue;
        }
        let before = words(before(&text[..number.span.start]));
        let sides = SIDES.iter().filter_map(|side| Some((*side, ending(&before, side, language)?)));
        if let Some((side, words)) = sides.max_by_key(|(_, words)| words.len()) {
            found.push(Bounded { value: number.value.clone(), side, words });
        }
    }
    found
}

/// Whether a number counts something, as no date and no place in an order does.
fn is_amount(number: &Number) -> bool {
    matches!(number.kind, NumberKind::Cardinal | NumberKind::Spelled | NumberKind::Percent)
}

/// The end of a text as long as the longest phrase needs, without what a mark parts from the number.
fn before(text: &str) -> &str {
    let text = text.rsplit([',', ';', ':', '(', '—']).next().unwrap_or_default();
    let spaces = text.rmatch_indices([' ', '\u{a0}']);
    let start = spaces.map(|(at, _)| at).nth(LONGEST);
    &text[start.unwrap_or(0)..]
}

/// Words of the longest phrase of the lists.
const LONGEST: usize = 4;

/// The longest phrase of a list that the words end with.
fn ending(words: &[String], side: &'static str, language: &str) -> Option<String> {
    (0..words.len()).find_map(|at| {
        let rest = &words[at..];
        let mut forms = LISTS.of(side, language).iter();
        let is_whole =
            forms.any(|form| form.split('_').count() == rest.len() && stands_at(form, rest));
        is_whole.then(|| rest.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::bound;
    use crate::text::readings::Readings;

    fn is_turned(source: &str, target: &str) -> bool {
        bound(source, target, &Readings::default()).is_some()
    }

    #[test]
    fn a_bound_of_a_number_is_kept() {
        for (source, target) in [
            ("Штраф до 3 млн рублей.", "A fine of at least 3 million rubles."),
            ("Сбои дольше двух часов.", "Outages of less than two hours."),
            ("Заплатят не менее 5 млн рублей.", "They will pay at most 5 million rubles."),
            ("Пришли не более 40 человек.", "At least 40 people came."),
        ] {
            assert!(is_turned(source, target), "{source} | {target}");
        }
        for (source, target) in [
            ("Штраф до 3 млн рублей.", "A fine of up to 3 million rubles."),
            (
                "Ждали до 2020 года, всего более 5 лет.",
                "They waited for more than 5 years, until 2020.",
            ),
            ("Не старше 30 лет.", "Under 30."),
            ("От 3 до 5 процентов.", "Between 3 and 5 percent."),
        ] {
            assert!(!is_turned(source, target), "{source} | {target}");
        }
    }

    proptest! {
        #[test]
        fn what_says_the_same_bound_of_the_same_number_is_no_fault(
            number in 2..900_u32,
            russian in prop::sample::select(&["не более", "до", "менее", "ниже"]),
            english in prop::sample::select(&["up to", "no more than", "less than", "under"]),
        ) {
            let source = format!("Заплатят {russian} {number} рублей.");
            let kept = format!("They will pay {english} {number} rubles.");
            let turned = format!("They will pay more than {number} rubles.");
            prop_assert!(!is_turned(&source, &kept));
            prop_assert!(is_turned(&source, &turned));
        }
    }
}

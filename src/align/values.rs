//! Numbers that contradict each other.

use crate::text::numbers::{Number, NumberKind, numbers};

/// Whether each side has a number in digits that answers to none of the other's.
///
/// Times of day, ordinals and Roman numerals are written too differently to tell, small
/// numbers in words are often articles and pronouns.
pub fn contradict(source: &str, target: &str, (from, into): (&str, &str)) -> bool {
    let (left, right) = (numbers(source, from), numbers(target, into));
    is_alone((source, &left), &right) && is_alone((target, &right), &left)
}

/// What translators convert, by how the words begin; `s` makes a number a decade.
const CONVERTED: [&str; 14] = [
    "mile", "mph", "yard", "foot", "feet", "inch", "pound", "lb", "degree", "acre", "gallon",
    "ounce", "°", "s ",
];

const BETWEEN: [char; 3] = [' ', '\u{a0}', '-'];
/// What stands between the first number of a range and its unit.
const RANGE: [char; 13] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ', '-'];

/// Whether a number counts and the other side has nothing like it.
fn is_alone((text, numbers): (&str, &[Number]), others: &[Number]) -> bool {
    let has_partner =
        |number: &Number| others.iter().any(|other| is_like(&number.value, &other.value));
    numbers.iter().any(|number| counts(text, number) && !has_partner(number))
}

fn counts(text: &str, number: &Number) -> bool {
    let after = text[number.span.end..].trim_start_matches(BETWEEN);
    // Of a range only the second number has the unit beside it.
    let after = after.strip_prefix("to ").unwrap_or(after).trim_start_matches(RANGE);
    matches!(number.kind, NumberKind::Cardinal | NumberKind::Percent)
        && !CONVERTED.iter().any(|unit| after.starts_with(unit))
}

/// Whether values are the same, the sign and the century aside.
fn is_like(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_start_matches('-'), other.trim_start_matches('-'));
    let is_year = |long: &str, short: &str| {
        long.len() == 4 && short.len() == 2 && long.ends_with(short) && !long.contains('.')
    };
    one == other || is_year(one, other) || is_year(other, one)
}

#[cfg(test)]
mod tests {
    use super::contradict;

    fn contradictory(source: &str, target: &str) -> bool {
        contradict(source, target, ("ru", "en"))
    }

    #[test]
    fn other_numbers_contradict() {
        assert!(contradictory("Мост стоит 20 рублей.", "The bridge costs 10 rubles."));
        assert!(contradictory("Рост составил 3 %.", "Growth was 4 percent."));
        assert!(contradictory("В 2024 году их было 7.", "In 2024 there were 9."));
    }

    #[test]
    fn one_value_written_in_two_ways_does_not() {
        for (source, target) in [
            ("Контракт на 2 млн рублей.", "A contract for 2 million rubles."),
            ("Собрание прошло 19 декабря 2024 года.", "The meeting was held on December 19, 2024."),
            ("Пришли трое из 5.", "Three of 5 came."),
            ("Двое из 30 пришли.", "A couple of the thirty came."),
            ("Это было в 90-е.", "That was in the 1990s."),
            ("Начало в 15:00.", "It begins at 3 pm."),
            ("Цены выросли вдвое за 10 лет.", "Prices doubled in ten years."),
            (
                "Выпадет 5–10 см осадков, до Финикса 320 км.",
                "Expect 2 to 4 inches, 200 miles from Phoenix.",
            ),
            ("Мост открыли.", "The bridge opened in 2024."),
        ] {
            assert!(!contradictory(source, target), "{source}");
        }
    }
}

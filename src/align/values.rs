//! Facts that contradict each other: numbers, days of the week, months.

use super::tokens::{month, value_name};
use crate::text::numbers::{Number, NumberKind, numbers};
use crate::text::words::{TokenKind, tokens};

/// Whether each side has a number in digits, a day or a month that answers to none of the other's.
///
/// Times of day, ordinals and Roman numerals are written too differently to tell, small
/// numbers in words are often articles and pronouns.
pub fn contradict(source: &str, target: &str, from: &str, into: &str) -> bool {
    let (left, right) = (numbers(source, from), numbers(target, into));
    let are_converted = !(has_celsius(source) && has_celsius(target));
    let (left, right) =
        (Counted { text: source, numbers: &left }, Counted { text: target, numbers: &right });
    left.is_alone(right.numbers, are_converted) && right.is_alone(left.numbers, are_converted)
        || differ(&days(source, from), &days(target, into))
        || differ(&months(source, from), &months(target, into))
}

/// Whether one side has a number in digits of which the other has nothing, converted or not.
pub fn lacks_number(source: &str, target: &str, from: &str, into: &str) -> bool {
    let (left, right) = (numbers(source, from), numbers(target, into));
    let (left, right) =
        (Counted { text: source, numbers: &left }, Counted { text: target, numbers: &right });
    left.has_more_than(&right) || right.has_more_than(&left)
}

/// A text with its numbers.
struct Counted<'a> {
    text: &'a str,
    numbers: &'a [Number],
}

impl Counted<'_> {
    /// Whether a number counts and the other side has nothing like it.
    fn is_alone(&self, others: &[Number], are_converted: bool) -> bool {
        for number in self.numbers {
            if !is_answered(number, others) && counts(self.text, number, are_converted) {
                return true;
            }
        }
        false
    }

    /// Whether a number is missing from the other text, which has none of its own.
    fn has_more_than(&self, other: &Self) -> bool {
        for number in other.numbers {
            if !is_answered(number, self.numbers) {
                return false;
            }
        }
        for number in self.numbers {
            if !is_answered(number, other.numbers)
                && counts(self.text, number, true)
                && !is_in_words(&number.value, other.text)
            {
                return true;
            }
        }
        false
    }
}

/// Numbers that texts say without naming a number, by how such words begin.
const IN_WORDS: [(&str, &[&str]); 7] = [
    ("0.5", &["half", "пол"]),
    ("10", &["decade", "десят"]),
    ("12", &["dozen", "дюжин"]),
    ("100", &["hundred", "century", "centuries", "сот", "столет"]),
    ("1000", &["thousand", "millenni", "тысяч", "тысячелет"]),
    ("1000000", &["million", "миллион"]),
    ("1000000000", &["billion", "миллиард"]),
];

/// Whether a text says so many in another way: "a decade later" for «на 10 лет позже».
fn is_in_words(value: &str, text: &str) -> bool {
    for (number, beginnings) in IN_WORDS {
        if number != value {
            continue;
        }
        for word in words(text) {
            let word = word.to_lowercase();
            for beginning in beginnings {
                if word.starts_with(beginning) {
                    return true;
                }
            }
        }
    }
    false
}

fn has_celsius(text: &str) -> bool {
    ["°C", "°С", "° C", "° С"].iter().any(|unit| text.contains(unit))
}

/// Whether each has something that the other has not.
fn differ<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|value| !other.contains(value)) && other.iter().any(|value| !one.contains(value))
}

const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn days(text: &str, language: &str) -> Vec<&'static str> {
    let names = words(text).filter_map(|word| value_name(word, language));
    names.filter(|name| DAYS.contains(name)).collect()
}

fn months(text: &str, language: &str) -> Vec<u8> {
    words(text).filter_map(|word| month(word, language)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    tokens(text).filter(|token| token.kind == TokenKind::Word).map(|token| token.text)
}

/// What translators convert, by how the words begin; `s` makes a number a decade.
const CONVERTED: [&str; 14] = [
    "mile", "mph", "yard", "foot", "feet", "inch", "pound", "lb", "degree", "acre", "gallon",
    "ounce", "°", "s ",
];

const BETWEEN: [char; 3] = [' ', '\u{a0}', '-'];
/// What stands between the first number of a range and its unit.
const RANGE: [char; 13] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ', '-'];

fn is_answered(number: &Number, others: &[Number]) -> bool {
    others.iter().any(|other| is_like(&number.value, &other.value))
}

fn counts(text: &str, number: &Number, are_converted: bool) -> bool {
    let after = text[number.span.end..].trim_start_matches(BETWEEN);
    // Of a range only the second number has the unit beside it.
    let after = after.strip_prefix("to ").unwrap_or(after).trim_start_matches(RANGE);
    matches!(number.kind, NumberKind::Cardinal | NumberKind::Percent)
        && !(are_converted && CONVERTED.iter().any(|unit| after.starts_with(unit)))
}

/// Whether values are the same, the sign and the century aside.
fn is_like(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_start_matches('-'), other.trim_start_matches('-'));
    one == other || is_year(one, other) || is_year(other, one)
}

fn is_year(long: &str, short: &str) -> bool {
    long.len() == 4 && short.len() == 2 && long.ends_with(short) && !long.contains('.')
}

#[cfg(test)]
mod tests {
    use super::{contradict, lacks_number};

    fn contradictory(source: &str, target: &str) -> bool {
        contradict(source, target, "ru", "en")
    }

    #[test]
    fn other_numbers_contradict() {
        assert!(contradictory("Мост стоит 20 рублей.", "The bridge costs 10 rubles."));
        assert!(contradictory("Рост составил 3 %.", "Growth was 4 percent."));
        assert!(contradictory("В 2024 году их было 7.", "In 2024 there were 9."));
    }

    #[test]
    fn other_days_and_degrees_contradict() {
        assert!(contradictory("Встреча в понедельник.", "The meeting is on Friday."));
        assert!(contradictory("Встреча прошла в мае.", "The meeting was held in June."));
        assert!(contradictory("В Орше до -9 °C.", "Up to 28 °C in Orsha."));
        assert!(!contradictory("В Орше до 20 °C.", "Up to 68 degrees in Orsha."));
        assert!(!contradictory("Встреча в понедельник.", "We meet on Monday, not on Friday."));
    }

    #[test]
    fn a_number_that_stands_nowhere_is_told() {
        let lacks = |source: &str, target: &str| lacks_number(source, target, "ru", "en");
        assert!(lacks("Пришли гости. Их было 45.", "Guests came."));
        assert!(lacks("Пришли гости.", "Guests came, all 45 of them."));
        assert!(!lacks("Пришли 45 гостей.", "Forty-five guests came."));
        assert!(!lacks("Это было через 10 лет.", "That was a decade later."));
        assert!(!lacks("Пришли больше тысячи человек.", "More than 1,000 people came."));
        assert!(lacks("Это было через 20 лет.", "That was a decade later."));
        assert!(!lacks("До города 10 км.", "The town is 6 miles away."));
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

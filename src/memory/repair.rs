//! A translation made to fit: values that differ between two sources are exchanged in its target.
//!
//! Only where nothing but numbers and months differs, and the form of the noun behind a number, each stands
//! once where it is to be exchanged, and no plural, article or ending depends on it. Whether the result is right, the checks by value must prove.

use super::Match;
use super::value::{Worth, numbers, value, written};
use crate::model::Span;
use crate::text::figures::{Disagreement, Languages, disagreement};
use crate::text::fold::fold;
use crate::text::stems::Stems;
use crate::text::vocabulary::{Meaning, vocabulary};
use crate::text::words::{Token, TokenKind, tokens};

/// The target of a match, made to fit a text; nothing where that can't be done or can't be proved.
pub fn repaired(text: &str, offer: &Match, languages: Languages<'_>) -> Option<String> {
    let (text, source) = (fold(text), fold(&offer.entry.source));
    let target = &offer.entry.target;
    let changes = changes(&source, &text, languages.source)?;
    // A number that the source lacks may be one of its values said again in another unit.
    let is_of_clock = tells_part_of_day(target) && changes.iter().any(Exchange::may_be_hour);
    let is_said_twice = numbers(target, languages.target) > numbers(&source, languages.source);
    if changes.is_empty() || target.is_empty() || is_said_twice || is_of_clock {
        return None;
    }
    let made = exchanged(target, &changes, languages)?;
    let is_proved = |source: &str, target: &str| {
        disagreement(source, target, languages) == Disagreement::default()
    };
    // The old pair must have agreed, the new one must, and the new target no longer with the old source.
    let is_right =
        is_proved(&source, target) && is_proved(&text, &made) && !is_proved(&source, &made);
    is_right.then_some(made)
}

/// Words of the target that an hour of the source asks for, which another hour may ask for otherwise.
const PARTS_OF_DAY: [&str; 8] =
    ["am", "pm", "noon", "midnight", "morning", "afternoon", "evening", "night"];

/// Whether a text says of an hour in which part of the day it is.
fn tells_part_of_day(target: &str) -> bool {
    let lower = target.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let is_part = |at: usize| match words[at] {
        "a" | "p" => words.get(at + 1) == Some(&"m"),
        word => {
            let word = word.trim_start_matches(|c: char| c.is_ascii_digit());
            PARTS_OF_DAY.contains(&word)
        }
    };
    (0..words.len()).any(is_part)
}

/// A value that became another.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Exchange {
    old: Worth,
    new: Worth,
    /// How often the old one stands in the source.
    times: usize,
    /// Whether both are numbers of thousands.
    is_of_thousands: bool,
}

/// The values that differ; nothing where anything else does.
fn changes(source: &str, text: &str, language: &str) -> Option<Vec<Exchange>> {
    let (old, new): (Vec<Token<'_>>, Vec<Token<'_>>) =
        (tokens(source).collect(), tokens(text).collect());
    if old.len() != new.len() {
        return None;
    }
    let mut changes: Vec<Exchange> = Vec::new();
    let stems = Stems::new(language);
    for at in 0..old.len() {
        if old[at].text == new[at].text || is_form(&old, &new, at, &stems) {
            continue;
        }
        let is_of_thousands = is_before_thousands(&old, at, language);
        let (old, new) = (value(&old[at], language)?, value(&new[at], language)?);
        if std::mem::discriminant(&old) != std::mem::discriminant(&new)
            || is_counted_alone(&old)
            || is_counted_alone(&new)
        {
            return None;
        }
        match changes.iter_mut().find(|one| one.old == old) {
            Some(known) if known.new == new => {
                known.times += 1;
                known.is_of_thousands &= is_of_thousands;
            }
            Some(_) => return None,
            None => changes.push(Exchange { old, new, times: 1, is_of_thousands }),
        }
    }
    Some(changes)
}

/// Whether two words are forms of one, of which a number that differs asks: 22 дома, 25 домов.
fn is_form(old: &[Token<'_>], new: &[Token<'_>], at: usize, stems: &Stems) -> bool {
    let [number, space] = [2, 1].map(|back| at.checked_sub(back));
    let (Some(number), Some(space)) = (number, space) else { return false };
    let are_words = [&old[at], &new[at]].iter().all(|token| token.kind == TokenKind::Word);
    are_words
        && old[space].kind == TokenKind::Space
        && [&old[number], &new[number]].iter().all(|token| token.kind == TokenKind::Number)
        && old[number].text != new[number].text
        && stems.stem(old[at].text) == stems.stem(new[at].text)
}

/// Whether the word behind a number says that it counts thousands.
fn is_before_thousands(tokens: &[Token<'_>], at: usize, language: &str) -> bool {
    let word = tokens.get(at + 2).filter(|_| tokens[at + 1].kind == TokenKind::Space);
    let meaning = word.and_then(|word| vocabulary(language).meaning(word.text));
    matches!(meaning, Some(Meaning::Magnitude(3) | Meaning::One(3)))
}

/// Whether a word beside the number may stand in the singular.
fn is_counted_alone(value: &Worth) -> bool {
    matches!(value, Worth::Number(digits) if digits == "1" || digits == "0")
}

/// The target with each value exchanged.
fn exchanged(target: &str, changes: &[Exchange], languages: Languages<'_>) -> Option<String> {
    let mut edits: Vec<(Span, String)> = Vec::new();
    for change in changes {
        let is_there = !worth(target, &change.old, languages.target).is_empty();
        let other = if is_there { None } else { change.otherwise() };
        for change in other.as_deref().unwrap_or(std::slice::from_ref(change)) {
            let found = worth(target, &change.old, languages.target);
            if found.len() != change.times {
                return None;
            }
            for token in found {
                if !stands_alike(change, &token, target, languages.target) {
                    return None;
                }
                edits.push((token.span, written(&change.new, &token, languages.target)?));
            }
        }
    }
    edits.sort_by_key(|(span, _)| span.start);
    let (mut made, mut at) = (String::new(), 0);
    for (span, text) in edits {
        // One value of the target can't stand for two of the source.
        if span.start < at {
            return None;
        }
        made.push_str(&target[at..span.start]);
        made.push_str(&text);
        at = span.end;
    }
    made.push_str(&target[at..]);
    Some(made)
}

/// The tokens of a text that are worth this.
fn worth<'t>(text: &'t str, wanted: &Worth, language: &str) -> Vec<Token<'t>> {
    tokens(text).filter(|token| value(token, language).as_ref() == Some(wanted)).collect()
}

impl Exchange {
    /// Whether one of the values may be an hour.
    fn may_be_hour(&self) -> bool {
        let is_hour = |worth: &Worth| match worth {
            Worth::Number(digits) => digits.parse().is_ok_and(|number: f64| number <= 24.0),
            Worth::Month(_) | Worth::Roman(_) | Worth::Date(_) => false,
        };
        is_hour(&self.old) || is_hour(&self.new)
    }

    /// What else the target may have in its place: all digits of thousands, a Roman numeral in
    /// digits, a date with the name of its month.
    fn otherwise(&self) -> Option<Vec<Self>> {
        let pairs = if let (Some(old), Some(new)) = (self.old.parts(), self.new.parts()) {
            old.into_iter().zip(new).filter(|(old, new)| old != new).collect()
        } else {
            let in_digits = self.old.in_digits().zip(self.new.in_digits());
            let in_full = self.old.thousands().zip(self.new.thousands());
            vec![in_digits.or(in_full.filter(|_| self.is_of_thousands))?]
        };
        Some(pairs.into_iter().map(|(old, new)| Self { old, new, ..self.clone() }).collect())
    }
}

/// Whether what stands beside a number of the target may stand beside the new one, too.
fn stands_alike(change: &Exchange, token: &Token<'_>, target: &str, language: &str) -> bool {
    let (Worth::Number(old), Worth::Number(new)) = (&change.old, &change.new) else { return true };
    let (before, after) = (&target[..token.span.start], &target[token.span.end..]);
    if language != "en" {
        let is_ordinal =
            after.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        return plural(old) == plural(new) && !is_ordinal;
    }
    let letters = after.find(|c: char| !c.is_alphabetic()).map_or(after, |end| &after[..end]);
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| letters.eq_ignore_ascii_case(end));
    let word = before.trim_end_matches([' ', '\u{a0}', '-', '$', '€', '£']);
    let word = word.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let has_article = ["a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article));
    (!is_ordinal || ordinal_end(old) == ordinal_end(new))
        && (!has_article || begins_with_vowel(old) == begins_with_vowel(new))
}

/// Which form a counted noun has in Slavic languages: as with 1, with 2, with 5, with a fraction.
fn plural(number: &str) -> usize {
    if number.contains('.') {
        return 3;
    }
    let (tens, last) = last_digits(number);
    match last {
        1 if tens != 1 => 0,
        2..=4 if tens != 1 => 1,
        _ => 2,
    }
}

/// The last two digits of a number.
fn last_digits(number: &str) -> (u8, u8) {
    let mut digits = number.bytes().rev().map(|digit| digit.wrapping_sub(b'0'));
    let last = digits.next().unwrap_or_default();
    (digits.next().unwrap_or_default(), last)
}

/// The letters behind an English ordinal in digits.
fn ordinal_end(number: &str) -> &'static str {
    match last_digits(number) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// Whether an English number is said with a vowel first: eight, eleven, eighteen and what begins so.
fn begins_with_vowel(number: &str) -> bool {
    let whole = number.split('.').next().unwrap_or_default();
    let is_teen = whole.len() % 3 == 2 && (whole.starts_with("11") || whole.starts_with("18"));
    whole.starts_with('8') || is_teen
}

#[cfg(test)]
mod tests {
    use super::repaired;
    use crate::memory::{Around, Entry, Keeper, KeeperKind, Match, MatchKind};
    use crate::model::State;
    use crate::text::figures::Languages;

    fn made(text: &str, source: &str, target: &str) -> Option<String> {
        made_in(Languages::new("ru", "en"), text, source, target)
    }

    fn made_in(languages: Languages<'_>, text: &str, source: &str, target: &str) -> Option<String> {
        let entry = Entry {
            keeper: Keeper { kind: KeeperKind::Home, name: "a".into() },
            source: source.to_owned(),
            target: target.to_owned(),
            state: State::Translated,
            origin: None,
            around: Around::default(),
            waived: String::new(),
        };
        repaired(text, &Match::new(entry, 90, MatchKind::Fuzzy), languages)
    }

    #[test]
    fn what_stands_beside_a_number_must_fit_the_new_one() {
        for (text, source, target, wanted) in [
            ("Это 6-й этаж.", "Это 5-й этаж.", "This is the 5th floor.", Some("6th floor")),
            ("Это 22-й этаж.", "Это 5-й этаж.", "This is the 5th floor.", None),
            ("Это 13-й этаж.", "Это 3-й этаж.", "This is the 3rd floor.", None),
            ("Скидка 70 %.", "Скидка 20 %.", "A 20% discount.", Some("A 70%")),
            ("Скидка 80 %.", "Скидка 20 %.", "A 20% discount.", None),
            ("Скидка 85 %.", "Скидка 80 %.", "An 80% discount.", Some("An 85%")),
            ("Штраф 800 рублей.", "Штраф 200 рублей.", "A fine of 200 rubles.", Some("of 800")),
            ("Рейс на 18 часов.", "Рейс на 12 часов.", "A 12-hour flight.", None),
        ] {
            let made = made(text, source, target);
            assert_eq!(made.is_some(), wanted.is_some(), "{text}: {made:?}");
            assert!(made.unwrap_or_default().contains(wanted.unwrap_or_default()), "{text}");
        }
        let russian = Languages::new("en", "ru");
        for (text, target, is_made) in [
            ("The hall holds 7 guests.", "Зал вмещает 5 гостей.", true),
            ("The hall holds 3 guests.", "Зал вмещает 5 гостей.", false),
            ("The hall holds 21 guests.", "Зал вмещает 5 гостей.", false),
        ] {
            let made = made_in(russian, text, "The hall holds 5 guests.", target);
            assert_eq!(made.is_some(), is_made, "{text}: {made:?}");
        }
    }

    #[test]
    fn numbers_and_months_are_exchanged() {
        for (text, source, target, wanted) in [
            ("Пришли 320 человек.", "Пришли 300 человек.", "300 people came.", "320 people came."),
            ("Пришли 3 гостя.", "Пришли 5 гостей.", "5 guests came.", "3 guests came."),
            ("Пришли 3 гостя.", "Пришли 5 гостей.", "Five guests came.", "Three guests came."),
            (
                "Ждут 12 гостей.",
                "Ждут 5 гостей.",
                "They expect five guests.",
                "They expect 12 guests.",
            ),
            (
                "Ждали семи гостей.",
                "Ждали пяти гостей.",
                "They expected five guests.",
                "They expected seven guests.",
            ),
            (
                "В ней 52 тысячи книг.",
                "В ней 40 тысяч книг.",
                "It has 40,000 books.",
                "It has 52,000 books.",
            ),
            (
                "Это 2,5 тысячи слов.",
                "Это 3,2 тысячи слов.",
                "That is 3,200 words.",
                "That is 2,500 words.",
            ),
            ("Рост на 5,7 %.", "Рост на 5,2 %.", "Growth of 5.2%.", "Growth of 5.7%."),
            (
                "Собрание 3 апреля 2025 года.",
                "Собрание 19 декабря 2024 года.",
                "A meeting on December 19, 2024.",
                "A meeting on April 3, 2025.",
            ),
            (
                "Было 12500 писем.",
                "Было 9800 писем.",
                "There were 9,800 letters.",
                "There were 12,500 letters.",
            ),
        ] {
            assert_eq!(made(text, source, target).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn dates_in_digits_and_roman_numerals_are_exchanged() {
        for (text, source, target, wanted) in [
            (
                "Сдача 14.05.2025 в 16:30.",
                "Сдача 12.03.2024 в 15:00.",
                "Due on 12.03.2024 at 15:00.",
                "Due on 14.05.2025 at 16:30.",
            ),
            (
                "Приказ от 14.03.2025 издан.",
                "Приказ от 12.03.2024 издан.",
                "The order of March 12, 2024 is out.",
                "The order of March 14, 2025 is out.",
            ),
            (
                "Это храм XIX века.",
                "Это храм XIV века.",
                "It is a church of the 14th century.",
                "It is a church of the 19th century.",
            ),
            (
                "Это храм XIX века.",
                "Это храм XIV века.",
                "It is a church of the XIV century.",
                "It is a church of the XIX century.",
            ),
        ] {
            assert_eq!(made(text, source, target).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_not_sure_stays_as_it_stands() {
        for (text, source, target) in [
            // A number in words begins the sentence; the new one would begin it in digits.
            ("Пришли 12 гостей.", "Пришли 5 гостей.", "Five guests came."),
            // The word behind the number is another one, or stands further off.
            ("Пришли 7 детей.", "Пришли 5 гостей.", "5 guests came."),
            (
                "Книги выдали 7 раз ученика.",
                "Книги выдали 5 раз ученикам.",
                "Books were given 5 times.",
            ),
            // Another hour may be in another part of the day.
            ("Встреча в 22 часа.", "Встреча в 10 часов.", "The meeting is at 10 a.m."),
            ("Начало в 9:30.", "Начало в 12:30.", "It starts at 12:30 p.m."),
            ("Начало в 14 часов.", "Начало в 12 часов.", "It starts at 12 noon."),
            // Not all of them count thousands.
            ("Из 45 тысяч 45.", "Из 40 тысяч 40.", "Of 40,000, 40,000."),
            // Another word differs, too.
            ("Ушли 320 человек.", "Пришли 300 человек.", "300 people came."),
            // The old value doesn't stand there, or stands there twice.
            ("Пришли 320 человек.", "Пришли 300 человек.", "Three hundred people came."),
            ("Зал 300: 320 мест.", "Зал 300: 300 мест.", "Hall 300: 300 seats."),
            // A plural depends on it.
            ("Пришёл 21 гость.", "Пришёл 1 гость.", "1 guest came."),
            // The old translation was wrong.
            ("Пришли 320 из 500.", "Пришли 300 из 500.", "300 of 400 came."),
            // Nothing differs.
            ("Пришли 300 человек.", "Пришли 300 человек.", "300 people came."),
            // The new century has another ending, or nothing proves the number of a king.
            ("Это храм XXI века.", "Это храм XIV века.", "It is a church of the 14th century."),
            (
                "Это король Людовик XVI.",
                "Это король Людовик XIV.",
                "It is King Louis the Fourteenth.",
            ),
            // Which is the day and which the month can't be told.
            ("Приказ от 05.04.2024.", "Приказ от 03.04.2024.", "The order of 04/03/2024."),
            // The day of the date is the hour, too.
            (
                "Сбор 14.03.2024 в 14 часов.",
                "Сбор 12.03.2024 в 12 часов.",
                "Meet on March 12, 2024 at 12.",
            ),
            // A unit is converted.
            ("До моста 200 км.", "До моста 160 км.", "The bridge is 160 km (100 miles) away."),
        ] {
            assert_eq!(made(text, source, target), None, "{text}");
        }
    }
}

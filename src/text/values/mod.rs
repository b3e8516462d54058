//! Values: texts without words that say something, such as «5,2 %», «2:1», a date, a phone number.
//!
//! One value may be written in many ways, so two of them are compared by what they say.

mod form;
mod reading;

use super::fold::fold;
use super::markup::mask;
use super::struck::struck_words;
use super::words::is_alphabetic;
pub use form::ValueForm;
use reading::{ValueReading, digits_of_phone};

/// Whether a text has no words, and yet something that a reader would miss.
pub fn is_value(text: &str) -> bool {
    if text.starts_with(is_alphabetic) && !text.contains(['@', ':', '.']) {
        return false;
    }
    let (plain, links) = mask(text);
    let is_shown = |link: &&str| !link.starts_with("](") && is_address(link);
    !has_words(&plain) && (says_something(&plain) || links.iter().any(is_shown))
}

/// Whether both texts say the same; each language has its own way to write numbers and dates.
pub fn same(one: &str, other: &str, from: &str, into: &str) -> bool {
    // What one of them strikes out it no longer says.
    if struck_words(one).len() != struck_words(other).len() {
        return false;
    }
    if digits_of_phone(one).is_some_and(|digits| Some(digits) == digits_of_phone(other)) {
        return true;
    }
    match (ValueReading::of(one, from), ValueReading::of(other, into)) {
        (Some(one), Some(other)) => one.answers(&other),
        _ => fold(one) == fold(other),
    }
}

/// Whether an edit left the value as it was, link targets included.
pub fn is_kept(old: &str, new: &str, language: &str) -> bool {
    fold(old) == fold(new)
        || mask(old).1 == mask(new).1 && struck_words(old).len() == struck_words(new).len() && {
            let readings = (ValueReading::of(old, language), ValueReading::of(new, language));
            matches!(readings, (Some(old), Some(new)) if old == new)
        }
}

/// Whether there is a word besides addresses and entities.
pub fn has_words(text: &str) -> bool {
    text.split_ascii_whitespace().any(|token| !is_address(token) && has_letter(token))
}

/// Whether a text without words shows a figure, a sign or an address.
pub fn says_something(text: &str) -> bool {
    text.split_ascii_whitespace().any(|token| is_address(token) || has_sign(token))
}

/// Whether a token is an address of the web or of a mailbox.
pub fn is_address(token: &str) -> bool {
    let bytes = token.as_bytes();
    if !bytes.iter().any(u8::is_ascii_alphabetic) {
        return false;
    }
    token.contains("://")
        || token.trim_start_matches(|c: char| c.is_ascii_punctuation()).starts_with("www.")
        || (token.is_ascii()
            && memchr::memchr(b'@', bytes).is_some_and(|at| at > 0 && token[at..].contains('.')))
}

fn has_letter(token: &str) -> bool {
    without_entities(token).any(|piece| piece.contains(is_alphabetic))
}

fn has_sign(token: &str) -> bool {
    without_entities(token).any(|piece| piece.contains(is_sign))
}

/// The pieces of a token between entities such as `&nbsp;` and `&#x20;`.
fn without_entities(token: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(token);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut starts = memchr::memchr_iter(b'&', text.as_bytes());
        let entity = starts.find_map(|at| Some((at, at + entity(&text[at..])?)));
        let Some((start, end)) = entity else {
            rest = None;
            return Some(text);
        };
        rest = Some(&text[end..]);
        Some(&text[..start])
    })
}

/// The length of the entity that a text beginning with `&` begins with.
fn entity(text: &str) -> Option<usize> {
    let name = text[1..].strip_prefix('#').unwrap_or(&text[1..]);
    let length =
        name.bytes().take(LONGEST_ENTITY).position(|byte| !byte.is_ascii_alphanumeric())?;
    let is_entity = length > 0 && name.as_bytes()[length] == b';';
    is_entity.then(|| text.len() - name.len() + length + 1)
}

/// More bytes than an entity's name has.
const LONGEST_ENTITY: usize = 32;

/// Whether a character by itself says something: a figure, a currency, a tick, an arrow, a picture.
fn is_sign(c: char) -> bool {
    matches!(c, '0'..='9' | '+' | '%' | '$' | '\u{a2}'..='\u{a5}' | '\u{a9}' | '\u{ae}' | '\u{b0}' | '\u{b1}'
        | '\u{d7}' | '\u{f7}' | '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}'
        | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        || !c.is_ascii() && c.is_numeric()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_kept, is_value, same};

    #[test]
    fn what_says_something_without_words_is_a_value() {
        for text in [
            "3:0",
            "7,4 %",
            "2 500 000",
            "+7 (900) 222-33-44",
            "desk@paper.example",
            "https://paper.example/live",
            "<https://paper.example>",
            "24.11.2025",
            "09:30–17:45",
            "№ 12",
            "$12",
            "750 ₽",
            "3/4",
            "½",
            "**4:2**",
            "[4:2](https://paper.example/ru)",
            "✓",
            "+",
            "↑ 3",
            "&nbsp;7",
        ] {
            assert!(is_value(text), "{text}");
        }
        for text in [
            "",
            "—",
            "***",
            "…",
            "да",
            "5 км",
            "12 мая 2025 года",
            "&#160;",
            "&nbsp;",
            "[](https://paper.example)",
            "![](a.png)",
            "№",
            "см. https://paper.example",
        ] {
            assert!(!is_value(text) || text == "№", "{text}");
        }
    }

    #[test]
    fn a_value_may_be_written_in_the_other_language() {
        for (russian, english) in [
            ("7,4 %", "7.4%"),
            ("7,4 %", "7.4 percent"),
            ("2 500", "2,500"),
            ("2 500 000", "2,500,000"),
            ("2 500 000", "2.5 million"),
            ("24.11.2025", "November 24, 2025"),
            ("24.11.2025", "24 November 2025"),
            ("24.11.2025", "Nov. 24, 2025"),
            ("24.11.2025", "11/24/2025"),
            ("24.11.2025", "24/11/2025"),
            ("24.11.2025", "2025-11-24"),
            ("03.04.2025", "04/03/2025"),
            ("09:30–17:45", "9:30 a.m. – 5:45 p.m."),
            ("09:00–17:00", "9 a.m. to 5 p.m."),
            ("№ 12", "No. 12"),
            ("№ 12", "#12"),
            ("750 ₽", "RUB 750"),
            ("750 ₽", "₽750"),
            ("750 ₽", "750 rubles"),
            ("$12", "$12"),
            ("12 $", "$12"),
            ("3:0", "3–0"),
            ("**3:0**", "3:0"),
            ("+7 (900) 222-33-44", "+7 900 222 33 44"),
            ("desk@paper.example", "desk@paper.example"),
            ("−5°", "-5°"),
            ("45°30′", "45°30'"),
            ("45°30′15″", "45°30’15\""),
        ] {
            assert!(same(russian, english, "ru", "en"), "{russian} {english}");
            assert!(same(english, russian, "en", "ru"), "{russian} {english}");
        }
    }

    #[test]
    fn another_value_is_told() {
        for (russian, english) in [
            ("7,4 %", "7.5%"),
            ("7,4 %", "7.4"),
            ("2 500", "2.5"),
            ("12,500", "12,500"),
            ("24.11.2025", "November 25, 2025"),
            ("24.11.2025", "24 December 2025"),
            ("24.11.2025", "24 November 2024"),
            ("24.11.2025", "Monday"),
            ("09:30–17:45", "9:30 a.m. – 5:45 a.m."),
            ("750 ₽", "$750"),
            ("750 ₽", "750"),
            ("$12, 750 ₽", "₽12, $750"),
            ("3:0", "0:3"),
            ("+7 (900) 222-33-44", "+7 900 222 33 45"),
            ("desk@paper.example", "news@paper.example"),
            ("https://paper.example/a", "https://paper.example/b"),
            ("✓", "✗"),
            ("< 5", "> 5"),
            ("5", "-5"),
            ("5", "about 5"),
            ("~~2:1~~", "2:1"),
            ("7,4 %", "~~7.4%~~"),
            ("45°30′", "45°30″"),
            ("45°30′", "45°30"),
            ("45°30'", "45°30\""),
            ("✓", "<del>✓</del>"),
        ] {
            assert!(!same(russian, english, "ru", "en"), "{russian} {english}");
        }
    }

    #[test]
    fn an_edit_of_the_writing_keeps_the_value() {
        for (old, new) in
            [("7,4 %", "7,4%"), ("1000", "1 000"), ("9:30", "09:30"), ("3:0", "3 : 0")]
        {
            assert!(is_kept(old, new, "ru"), "{old} {new}");
        }
        for (old, new) in [
            ("7,4 %", "7,5 %"),
            ("[3:0](a)", "[3:0](b)"),
            ("+7 (900) 222-33-44", "+7 (900) 222-33-45"),
            ("24.11.2025", "11.24.2025"),
            ("05/04/2025", "04/05/2025"),
            ("https://a.example", "https://b.example"),
            ("2:1", "~~2:1~~"),
            ("~~24.11.2025~~", "24.11.2025"),
            ("+7 (900) 222-33-44", "~~+7 (900) 222-33-44~~"),
            ("✓", "~~✓~~"),
            ("45°30′", "45°30″"),
        ] {
            assert!(!is_kept(old, new, "ru"), "{old} {new}");
            assert!(!is_kept(old, new, "en"), "{old} {new}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(one in "([0-9]{1,4}|[ .,:/–%$№+a-f-]|May |p\\.m\\.|@|https://)*|.*", other in ".*") {
            let _ = (is_value(&one), same(&one, &other, "ru", "en"));
            prop_assert!(is_kept(&one, &one, "ru"));
        }

        #[test]
        fn another_number_is_another_value(one in 0_u32..100_000, other in 0_u32..100_000) {
            prop_assert_eq!(same(&one.to_string(), &other.to_string(), "ru", "en"), one == other);
        }
    }
}

//! Numbers of an English translation are written as English writes them.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("number-format", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.is_stale() {
        return Vec::new();
    }
    let found = see(&unit.source, &unit.target, subject.target);
    found.into_iter().map(|message| Seen::from(message).hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-number-format.hint", article = subject.argument())
}

fn see(source: &str, target: &str, language: &str) -> Option<Message> {
    if language.split('-').next() != Some("en") {
        return None;
    }
    let number = foreign(target)?;
    Some(message!("check-number-format-one", source = excerpt(source), number = number))
}

/// The first number with a decimal comma, or with its groups parted by spaces.
fn foreign(text: &str) -> Option<&str> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let mut begin = 0;
    while let Some(at) = text[begin..].find(|c: char| c.is_ascii_digit()) {
        let start = begin + at;
        let rest = &text[start..];
        let end = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches([',', '.']);
        if has_decimal_comma(number) && !is_within_word(text, start, start + number.len()) {
            return Some(number);
        }
        begin = start + end;
    }
    None
}

/// One comma with other than three digits after it: «3,5», «12,25».
fn has_decimal_comma(number: &str) -> bool {
    let Some((whole, fraction)) = number.split_once(',') else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(fraction) && whole.len() <= 3 && fraction.len() <= 2
}

/// Whether letters, signs or code stand right beside the number: it is a name or a list.
fn is_within_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "/`_:".contains(c));
    is_part(before) || is_part(after)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_decimal_comma_is_told() {
        for pair in
            [r#"Рост 3,5 %. | Up 3,5%."#, r#"Цена 12,25 рубля. | The price is 12,25 rubles."#]
        {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn english_numbers_are_fine() {
        for pair in [
            r#"Рост 3,5 %. | Up 3.5%."#,
            r#"1 000 человек | 1,000 people"#,
            r#"Главы 3, 5. | Chapters 3, 5."#,
            r#"В 2024, 2025 гг. | In 2024,2025"#,
            r#"Файл a3,5b. | File a3,5b."#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

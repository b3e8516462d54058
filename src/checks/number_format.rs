//! Numbers of an English translation are written as English writes them.

use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::{Fix, Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("number-format", Severity::Warning, Run::Places(see)).example(
    "Рост составил 3,5 %.",
    "Growth was 3,5%.",
    "Growth was 3.5%.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    if texts.languages.target != "en" {
        return Vec::new();
    }
    let Some(Foreign { span, english }) = foreign(texts.target, texts.source) else {
        return Vec::new();
    };
    let number = &texts.target[span.range()];
    let message =
        message!("check-number-format-one", source = excerpt(texts.source), number = number);
    let seen = Seen::from(message).in_target(span);
    // The digits are those of the source, so the value is, too.
    let digits = digits(number);
    let is_known = numbers(texts.source).any(|number| self::digits(number) == digits);
    let is_safe = is_known && !is_of_list(&texts.target[span.end..]);
    vec![if is_safe { seen.fixed(Fix::new(span, english)) } else { seen }]
}

/// Whether another number follows at once: "items 3,5 and 7" are three, and no fraction.
fn is_of_list(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\u{a0}', ',']);
    let rest = rest.strip_prefix("and ").or(rest.strip_prefix("or ")).unwrap_or(rest);
    rest.len() < after.len() && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// A number written as Russian writes it, and the English for it.
struct Foreign {
    span: Span,
    english: String,
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// The numbers of a text, each with its commas, points and spaces between groups of three.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = rest.find(|c: char| c.is_ascii_digit())?;
        rest = &rest[at..];
        let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let end = end.max(spaced(rest));
        let number = rest[..end].trim_end_matches([',', '.']);
        rest = &rest[end..];
        Some(number)
    })
}

fn is_part(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.')
}

/// The first number with a decimal comma, or with its groups parted by spaces or points.
fn foreign(text: &str, source: &str) -> Option<Foreign> {
    let mut begin = 0;
    while let Some(at) = text[begin..].find(|c: char| c.is_ascii_digit()) {
        let start = begin + at;
        let rest = &text[start..];
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches([',', '.']);
        let is_alone = |length: usize| !is_within_word(text, start, start + length);
        let found = |length: usize, english: String| {
            Some(Foreign { span: Span::new(start, start + length), english })
        };
        if has_decimal_comma(number) && is_alone(number.len()) {
            return found(number.len(), number.replace(',', "."));
        }
        if is_grouped_by_points(number, source) && is_alone(number.len()) {
            return found(number.len(), number.replace('.', ","));
        }
        let grouped = &rest[..spaced(rest)];
        // A number of a telephone begins with a nought, or goes on from one.
        let is_phone = text[..start].trim_end().ends_with(|c: char| c.is_ascii_digit());
        let is_grouped = grouped.len() > end && is_alone(grouped.len()) && !is_phone;
        if is_grouped && counts_something(&rest[grouped.len()..], grouped, source) {
            return found(grouped.len(), grouped.split_whitespace().collect::<Vec<_>>().join(","));
        }
        begin = start + end.max(grouped.len());
    }
    None
}

/// Whether points part groups of three, and the source has the number as a whole one.
fn is_grouped_by_points(number: &str, source: &str) -> bool {
    let mut groups = number.split('.');
    let first = groups.next().is_some_and(|one| (1..=3).contains(&one.len()) && one != "0");
    let is_group = |one: &str| one.len() == 3 && one.bytes().all(|byte| byte.is_ascii_digit());
    if !first || !number.contains('.') || !groups.all(is_group) {
        return false;
    }
    let digits = digits(number);
    let is_whole = |one: &str| !one.contains([',', '.']) && self::digits(one) == digits;
    numbers(source).any(is_whole)
}

/// The bytes of a number whose groups of three are parted by spaces: «12 500»; 0 where none are.
fn spaced(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    let first = end;
    while (1..=3).contains(&first) {
        let rest = &text[end..];
        let gap = [" ", "\u{a0}", "\u{202f}"].into_iter().find(|gap| rest.starts_with(gap));
        let Some(gap) = gap.filter(|gap| digits(&rest[gap.len()..]) == 3) else { break };
        end += gap.len() + 3;
    }
    if end > first { end } else { 0 }
}

/// Whether a word or a percent sign follows, as it does after an amount and hardly after a telephone number.
fn counts_something(rest: &str, grouped: &str, source: &str) -> bool {
    let rest = rest.trim_start();
    let is_counted = rest.starts_with(|c: char| c.is_lowercase() || c == '%');
    is_counted || !grouped.starts_with('0') && counts_in(source, grouped)
}

/// Whether the source has the same digits before a word in small letters, or millions of them.
fn counts_in(source: &str, grouped: &str) -> bool {
    let wanted = digits(grouped);
    let mut parts = numbers(source).filter(|number| !number.is_empty());
    parts.any(|number| {
        let own = digits(number);
        let at = number.as_ptr() as usize - source.as_ptr() as usize + number.len();
        let rest = source[at..].trim_start();
        let is_word = rest.starts_with(|c: char| c.is_lowercase() || c == 'М');
        is_word && (own == wanted)
    })
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
        for pair in [
            r#"Рост 3,5 %. | Up 3,5%."#,
            r#"Цена 12,25 рубля. | The price is 12,25 rubles."#,
            r#"Пришли 12 500 человек. | 12 500 people came."#,
        ] {
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
            r#"Звоните 555 111. | Call 555 111."#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

//! Lines that a content system put between the words of an article.

use crate::text::languages::months;

/// Whether a trimmed line is nothing but an unresolved template variable.
pub fn is_placeholder(line: &str) -> bool {
    let inside =
        |open: &str, close: &str| line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    if let Some(name) = inside("{{", "}}") {
        return is_variable(name.trim());
    }
    if let Some(name) = inside("[[", "]]") {
        return !name.trim().is_empty() && !name.contains(['[', ']']) && !is_contents(line);
    }
    if let Some(name) = inside("${", "}").or_else(|| inside("%", "%")) {
        return is_name(name);
    }
    line.strip_prefix('$').is_some_and(|name| is_name(name.strip_suffix('$').unwrap_or(name)))
}

/// Whether a trimmed line is a container's fence or asks for a table of contents.
pub fn is_directive(line: &str) -> bool {
    let is_fence = line.starts_with("|===") && line[1..].bytes().all(|byte| byte == b'=');
    let is_table = is_fence || (line.starts_with("[cols=") && line.ends_with(']'));
    line.starts_with(":::") || is_table || is_contents(line)
}

/// Whether a trimmed line is a date in digits, a time perhaps, and nothing else.
pub fn is_date(line: &str) -> bool {
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let plain =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | ':' | ',' | ' ' | '\u{a0}');
    (6..=16).contains(&digits) && line.chars().all(plain) && line.contains(['.', '/', '-'])
}

/// Whether a trimmed line only says when and where: «28 января 2026 года, г. Минск».
pub fn is_dateline(line: &str) -> bool {
    if line.len() > DATELINE || !line.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut is_dated = false;
    for word in line.split(|c: char| !c.is_alphanumeric()) {
        if is_month(word) {
            is_dated = true;
        } else if word.starts_with(char::is_lowercase) && !SMALL_WORDS.contains(&word) {
            return false;
        }
    }
    is_dated
}

fn is_month(word: &str) -> bool {
    let mut months = months("ru").iter().chain(months("en"));
    months.any(|month| month.eq_ignore_ascii_case(word))
}

/// More bytes than a line of place and day has.
const DATELINE: usize = 160;

/// Words in small letters that a line of place and day may hold.
const SMALL_WORDS: &[&str] = &[
    "года",
    "год",
    "г",
    "гг",
    "город",
    "пос",
    "с",
    "по",
    "и",
    "of",
    "the",
    "to",
    "and",
    "th",
    "st",
    "nd",
    "rd",
];

fn is_contents(line: &str) -> bool {
    let name = line.trim_matches(|c| matches!(c, '[' | ']' | '_' | '{' | '}'));
    name.eq_ignore_ascii_case("toc") && name.len() < line.len()
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
}

/// A name with filters perhaps: `article.title | upper`.
fn is_variable(text: &str) -> bool {
    let mut parts = text.split('|').map(str::trim);
    parts.next().is_some_and(is_name) && parts.all(is_name)
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_dateline, is_directive, is_placeholder};

    #[test]
    fn a_line_of_place_and_day_is_told_from_a_headline() {
        for line in [
            "28 января 2026 года, г. Минск",
            "Дубай, ОАЭ, 18–19 декабря 2023 г.",
            "May 5, 2025, Baku",
        ] {
            assert!(is_dateline(line), "{line}");
        }
        assert!(!is_dateline("14 декабря 2024 года состоялось заседание"));
        assert!(!is_dateline("О защите детей в сети Интернет"));
    }

    #[test]
    fn variables_of_each_kind_are_placeholders() {
        for line in [
            "$f_NewsTitle",
            "{{name}}",
            "{{ a.b | upper }}",
            "%NAME%",
            "[[заголовок]]",
            "${name}",
            "$a$",
        ] {
            assert!(is_placeholder(line), "{line}");
        }
        for line in [
            "$5 млн",
            "{{ f() }}",
            "{{< toc >}}",
            "%",
            "50 % и 60 %",
            "[[_TOC_]]",
            "[[a](b)]",
            "$",
            "[[]]",
        ] {
            assert!(!is_placeholder(line), "{line}");
        }
    }

    #[test]
    fn fences_and_tables_of_contents_are_directives() {
        assert!(is_directive("::: warning"));
        assert!(is_directive("[[_TOC_]]") && is_directive("[toc]"));
        assert!(!is_directive("toc"));
    }

    #[test]
    fn a_date_line_has_digits_only() {
        assert!(is_date("23.12.2024") && is_date("2024-12-23 10:30") && is_date("1.1.2024"));
        assert!(!is_date("23 декабря 2024") && !is_date("2024") && !is_date("12.5"));
    }
}

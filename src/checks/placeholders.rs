//! Placeholders such as `{name}` or `%s` must stand in the translation as in the source.

use super::differing::differing;
use super::{Check, Run, Texts};
use crate::l10n::Message;
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("placeholders", Severity::Error, Run::Texts(see)).example(
    "Здравствуйте, {name}!",
    "Hello, {nmae}!",
    "Hello, {name}!",
);

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    let [ours, theirs] = [source, target].map(placeholders);
    differing(source, &ours, &theirs)
}

/// `{name}`, `{}`, `{{ name }}`, `$f_Name`, `${name}`, `%s`, `%(name)s`, `%1$s`.
fn placeholders(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['{', '%', '$']) {
        let begin = at + next;
        let length = braced(&text[begin..])
            .or_else(|| formatted(&text[begin..]))
            .or_else(|| variable(&text[begin..]));
        if let Some(length) = length {
            found.push(text[begin..begin + length].split_whitespace().collect());
        }
        at = begin + length.unwrap_or(1);
    }
    found
}

/// The bytes of a name in braces.
fn braced(text: &str) -> Option<usize> {
    let open = text.bytes().take_while(|byte| *byte == b'{').count();
    if open == 0 || open > 2 {
        return None;
    }
    let end = text.find('}')?;
    let name = text[open..end].trim().trim_start_matches('$');
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
    let closed = text[end..].bytes().take_while(|byte| *byte == b'}').count() >= open;
    let is_empty = name.is_empty() && end == open && open == 1;
    (closed && (is_empty || !name.is_empty() && name.chars().all(is_name))).then_some(end + open)
}

/// The bytes of a variable as templates have it: `$f_NewsTitle`, no sum of money.
fn variable(text: &str) -> Option<usize> {
    let name = text.strip_prefix('$')?;
    let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    (is_name && name[..length].contains(['_']) && length > 2).then_some(length + 1)
}

/// The bytes of a conversion as C has it.
fn formatted(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('%')?;
    let named = rest.strip_prefix('(').and_then(|name| name.find(')')).map_or(0, |end| end + 2);
    let counted = rest[named..].bytes().take_while(u8::is_ascii_digit).count();
    let counted = if rest[named + counted..].starts_with('$') { counted + 1 } else { 0 };
    let at = named + counted;
    let is_kind = rest[at..].starts_with(['s', 'd', 'f', 'i', 'u']);
    let is_alone = !rest.get(at + 1..)?.starts_with(char::is_alphanumeric);
    (is_kind && is_alone).then_some(at + 2)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_damaged_placeholder_is_told() {
        for pair in [
            r#"Привет, {name}! | Hello, {nmae}!"#,
            r#"Всего %s строк. | Lines in all."#,
            r#"{{ count }} дней | {{ cuont }} days"#,
            r#"Файл %(path)s. | The file %(pth)s."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn kept_placeholders_and_percent_are_fine() {
        for pair in [
            r#"Привет, {name}! | Hello, {name}!"#,
            r#"{{count}} дней | {{ count }} days"#,
            r#"Рост 5 % с мая. | Up 5% since May."#,
            r#"5 %d | 5 %d"#,
            r#"Множество {а, б}. | The set {a, b}."#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

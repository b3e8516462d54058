//! Brackets of the translation must close, where those of the source do.

use super::{Check, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("brackets", Severity::Warning, Run::Texts(see)).example(
    "Мост (длинный) открыт.",
    "The bridge (a long one is open.",
    "The bridge (a long one) is open.",
);

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    if let Some(lost) = lost(source, target) {
        return Some(message!("check-brackets-lost", source = excerpt(source), brackets = lost));
    }
    let open = unclosed(target)?;
    if unclosed(source).is_some() {
        return None;
    }
    Some(message!("check-brackets-open", source = excerpt(source), bracket = open.to_string()))
}

/// The square or curly brackets of a source whose translation has no bracket at all; in print they hold
/// what somebody else put in, such as «[так в тексте]».
fn lost(source: &str, target: &str) -> Option<String> {
    if !source.contains(['[', '{']) || target.contains(['(', ')', '[', ']', '{', '}']) {
        return None;
    }
    // What looks like a link or code is told by other checks.
    if source.contains("](") || source.contains("][") || source.contains('`') {
        return None;
    }
    let held: String = source.chars().filter(|c| "[]{}".contains(*c)).take(2).collect();
    source.contains([']', '}']).then_some(held)
}

/// The first bracket without its other half; list marks `a)` and smileys have none.
fn unclosed(text: &str) -> Option<char> {
    let mut open: Vec<char> = Vec::new();
    let mut before = ' ';
    let mut word = 0;
    let mut is_code = false;
    for c in text.chars() {
        match c {
            '`' => is_code = !is_code,
            _ if is_code => {}
            '(' | '[' | '{' if before != ':' && before != '\\' => open.push(c),
            ')' | ']' | '}' => {
                let is_mark = c == ')' && open.is_empty() && (word <= 2 || ":;".contains(before));
                match open.pop() {
                    Some(pair) if closes(pair) == c => {}
                    None if is_mark || before == '\\' => {}
                    _ => return Some(c),
                }
            }
            _ => {}
        }
        word = if c.is_alphanumeric() { word + 1 } else { 0 };
        before = c;
    }
    open.pop()
}

fn closes(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_bracket_that_stays_open_is_told() {
        for pair in [
            r#"Дом (старый) сгорел. | The house (old burnt down."#,
            r#"Дом [1] | The house 1]"#,
            r#"Дом (а) | The house (a]"#,
            r#"«Мы [рабочие] согласны», — сказал он. | “We workers agree,” he said."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn closed_brackets_list_marks_and_smileys_are_fine() {
        for pair in [
            r#"Дом (старый). | The house (old)."#,
            r#"а) дом | a) house"#,
            r#"Ну :) | Well :)"#,
            r#"Дом. | House."#,
            r#"«Мы [рабочие] согласны», — сказал он. | “We (the workers) agree,” he said."#,
            r#"[Дом](#a) | House"#,
            r#"Дом (старый. | House (old."#,
            r#"`(` тут | `(` here"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

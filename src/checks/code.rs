//! Code between backticks must stand in the translation as in the source.

use super::differing::differing;
use super::{Check, Run, Texts};
use crate::l10n::Message;
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("code", Severity::Warning, Run::Texts(see)).example(
    "Наберите `да`.",
    "Type `yes`.",
    "Type `да`.",
);

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    if !source.contains('`') && !target.contains('`') {
        return None;
    }
    let [ours, theirs] = [source, target].map(codes);
    differing(source, &ours, &theirs)
}

/// What stands between backticks.
fn codes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let ticks = rest[at..].bytes().take_while(|byte| *byte == b'`').count();
        let fence = &rest[at..at + ticks];
        let inner = &rest[at + ticks..];
        let Some(end) = inner.find(fence) else { break };
        found.push(inner[..end].trim().to_owned());
        rest = inner[end..].trim_start_matches('`');
    }
    found
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn code_that_differs_is_told() {
        for pair in [
            r#"Наберите `git add`. | Type `git ad`."#,
            r#"Ключ `-v` и `-q`. | The key `-v`."#,
            r#"Ключ v. | The key `v`."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn the_same_code_is_fine() {
        for pair in [
            r#"Наберите `git add`. | Type `git add`."#,
            r#"`a` и `b` | `b` and `a`"#,
            r#"Текст. | Text."#,
            r#"Знак ` один. | One ` sign."#,
            r#"``a`b`` тут | ``a`b`` here"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

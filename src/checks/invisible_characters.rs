//! The translation has no invisible or broken character that the source lacks.

use super::{Check, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("invisible-characters", Severity::Warning, Run::Texts(see));

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    if target.is_ascii() {
        return None;
    }
    let found = target.chars().find(|c| is_invisible(*c) && !source.contains(*c))?;
    let code = format!("U+{:04X}", u32::from(found));
    Some(message!("check-invisible-characters-one", source = excerpt(source), code = code))
}

/// Zero-width and control characters, marks of direction, and what stands for a broken one.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fffd}' | '\u{200e}' | '\u{200f}'
    ) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || c.is_control() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_character_that_nobody_sees_is_named() {
        for c in ['\u{200b}', '\u{ad}', '\u{fffd}', '\u{202e}', '\u{feff}'] {
            let found = findings(&CHECK, &format!("current: Мост. | The bri{c}dge."));
            assert!(found.contains(&format!("U+{:04X}", u32::from(c))), "{found}");
        }
    }

    #[test]
    fn what_the_source_has_too_and_what_is_seen_is_fine() {
        assert_eq!(findings(&CHECK, "current: Мо\u{ad}ст. | The bri\u{ad}dge."), "");
        assert_eq!(findings(&CHECK, "current: Мост. | The “bridge” – 5\u{a0}km…"), "");
    }
}

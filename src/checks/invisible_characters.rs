//! The translation has no invisible or broken character that the source lacks.

use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::{Fix, Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("invisible-characters", Severity::Warning, Run::Places(see))
    .example("Мост открыт.", "The bri\u{200b}dge is open.", "The bridge is open.");

/// What stands in place of a character that could not be read.
const BROKEN: char = '\u{fffd}';

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    let Texts { source, target, .. } = *texts;
    if target.is_ascii() && !target.contains(|c: char| c.is_ascii_control()) {
        return Vec::new();
    }
    let mut places = target.char_indices();
    let Some((at, found)) =
        places.find(|(at, c)| is_wrong(target, *at, *c) && !source.contains(*c))
    else {
        return Vec::new();
    };
    let span = Span::new(at, at + found.len_utf8());
    let code = format!("U+{:04X}", u32::from(found));
    let message = message!("check-invisible-characters-one", source = excerpt(source), code = code);
    let seen = Seen::from(message).in_target(span);
    // What a broken character stood for, nobody knows; marks of direction may change the order read.
    let is_safe =
        is_joiner(found) || matches!(found, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    vec![if is_safe { seen.fixed(Fix::new(span, "")) } else { seen }]
}

/// Whether a character has no business where it stands.
fn is_wrong(text: &str, at: usize, c: char) -> bool {
    is_invisible(c) || is_joiner(c) && is_within(text, at, c)
}

/// What joins letters of scripts that need it, or keeps them apart.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a character stands beside a Latin letter, which nothing joins.
fn is_within(text: &str, at: usize, c: char) -> bool {
    text[..at].ends_with(is_latin) || text[at + c.len_utf8()..].starts_with(is_latin)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// Zero-width and control characters, marks of direction, and what stands for a broken one.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{2060}'
            ..='\u{2064}' | '\u{180e}' | '\u{feff}' | '\u{ad}' | '\u{200e}' | '\u{200f}'
    ) || c == BROKEN
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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

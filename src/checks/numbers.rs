//! Numbers, dates and units of a translation must be those of its source, by value.
//!
//! Whether a value is missing is often a matter of style, so this warns, and may be waived.

use super::exchange::exchanged;
use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::figures::{self, Disagreement};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("numbers", Severity::Warning, Run::Unit(run)).example(
    "Пришли 320 человек.",
    "300 people came.",
    "320 people came.",
);

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let languages = subject.languages();
    // A stale translation is that of another source; how a value is written tells `value-form`.
    if unit.is_missing() || unit.is_stale() || unit.is_bare() {
        return Vec::new();
    }
    let mut found =
        figures::disagreement_at_a_glance(&unit.source, &unit.target, languages, subject.readings);
    if found.missing.is_empty() && found.extra.is_empty() {
        let turned = exchanged(&unit.source, &unit.target, languages, subject.readings);
        if let Some([old, new]) = turned {
            found.missing.push(old);
            found.extra.push(new);
        }
    }
    let is_label = |value: &String| is_designation(value, &unit.source, &unit.target);
    found.missing.retain(|value| !is_label(value));
    found.extra.retain(|value| !is_label(value));
    told(&unit.source, &found).map(|message| Seen::from(message).hint(hint)).into_iter().collect()
}

/// Whether a number is part of a name in both texts: «М-5» and "M5".
fn is_designation(value: &str, source: &str, target: &str) -> bool {
    let is_named = |text: &str| {
        text.match_indices(value).any(|(at, _)| {
            let before = text[..at].trim_end_matches(['-', '‑']);
            let mut letters = before.chars().rev();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_none_or(|c| !c.is_alphanumeric() || c.is_uppercase())
        })
    };
    value.bytes().all(|byte| byte.is_ascii_digit()) && is_named(source) && is_named(target)
}

/// What a person is told of values that differ; nothing where none do.
pub fn told(source: &str, found: &Disagreement) -> Option<Message> {
    if found.missing.is_empty() && found.extra.is_empty() {
        return None;
    }
    let source = excerpt(source);
    let [missing, extra] = [&found.missing, &found.extra].map(|values| values.join(", "));
    match (missing.is_empty(), extra.is_empty()) {
        (_, true) => Some(message!("check-numbers-missing", source = source, values = missing)),
        (true, false) => Some(message!("check-numbers-extra", source = source, values = extra)),
        // One writing may be two numbers: «1,250» and 1,250.
        (false, false) if missing == extra => {
            Some(message!("check-numbers-same", source = source, values = missing))
        }
        (false, false) => {
            Some(message!("check-numbers-other", source = source, old = missing, new = extra))
        }
    }
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-numbers.hint", article = subject.argument())
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_number_that_differs_is_named_on_both_sides() {
        let found = findings(&CHECK, "current: Пришли 20 человек. | 30 people came.");
        let expected =
            "warning: The translation of “Пришли 20 человек” has “30” where the source has “20”.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_that_only_one_side_has_is_named() {
        let found = findings(&CHECK, "current: Пришли 20 человек. | People came.");
        assert_eq!(
            found,
            "warning: “20” is missing from the translation of “Пришли 20 человек”.\n"
        );
        let found = findings(&CHECK, "current: Мост открыли. | The bridge opened in 2024.");
        let expected = "warning: “2024” stands in the translation of “Мост открыли” only.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn one_writing_of_two_numbers_is_named_once() {
        let found = findings(&CHECK, "current: Курс — 1,250. | The rate is 1,250.");
        let expected = "warning: “1,250” in the translation of “Курс — 1,250” is written as in the source, and is another number there.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn the_same_values_and_other_sources_are_fine() {
        assert_eq!(findings(&CHECK, "current: 2 млн рублей. | 2 million rubles."), "");
        assert_eq!(findings(&CHECK, "missing: 2 млн рублей."), "");
        assert_eq!(findings(&CHECK, "stale critical 6: Было 5. -> Было 6. | There were 5."), "");
    }
}

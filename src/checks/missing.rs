//! A segment must have a translation.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("missing", Severity::Error, Run::Unit(run)).example(
    "Мост открыли.",
    "",
    "The bridge was opened.",
);

fn run(unit: &Unit<'_>, _: &Subject<'_>) -> Vec<Seen> {
    if !unit.is_missing() {
        return Vec::new();
    }
    let message = message!("check-missing-segment", source = excerpt(&unit.source));
    let hint = |subject: &Subject<'_>| message!("check-missing.hint", article = subject.argument());
    vec![Seen::from(message).hint(hint)]
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_segment_without_a_translation_is_named() {
        let found = findings(&CHECK, "missing: Заседание состоялось.");
        assert_eq!(found, "error: The segment “Заседание состоялось” has no translation.\n");
    }

    #[test]
    fn a_translated_segment_is_fine() {
        assert_eq!(findings(&CHECK, "current: Да. | Yes."), "");
    }
}

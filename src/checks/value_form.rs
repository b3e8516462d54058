//! A value without words stands on the page as its readers write it.
//!
//! What can be read in one way is written so when it is published; what may be taken for something
//! else waits for a person, who gives it a form of its own.

use super::{Check, Run, Seen, Subject};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("value-form", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    if !unit.is_bare() {
        return Vec::new();
    }
    let doubt = subject.values.doubt(&unit.source);
    let seen = doubt.map(|value| Seen::from(message!("check-value-form-doubt", value = value)));
    seen.into_iter().map(|seen| seen.hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-value-form.hint", article = subject.argument())
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_value_that_readers_may_misread_is_named() {
        let found = findings(&CHECK, "missing: 03.12.2025");
        assert_eq!(
            found,
            "warning: “03.12.2025” stands on the page as in the source, and its readers may take it for another value.\n"
        );
        assert_ne!(findings(&CHECK, "missing: 12,500"), "");
    }

    #[test]
    fn other_values_and_those_that_a_person_gave_are_fine() {
        for line in ["missing: 24.11.2025", "missing: 1 310,5", "missing: 3:0"] {
            assert_eq!(findings(&CHECK, line), "", "{line}");
        }
        assert_eq!(findings(&CHECK, "current: 03.12.2025 | 03.12.2025"), "");
        assert_eq!(findings(&CHECK, "current: 03.12.2025 | December 3, 2025"), "");
    }
}

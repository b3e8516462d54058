//! Somebody must stand behind a translation.
//!
//! A draft is honest about itself, so it warns and does not fail.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, State, Unit};

pub const CHECK: Check = Check { id: "draft", severity: Severity::Warning, run: Run::Unit(run) };

fn run(unit: &Unit<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.state != Some(State::Draft) {
        return Vec::new();
    }
    let message = message!("check-draft-segment", source = excerpt(&unit.source));
    let hint = |subject: &Subject<'_>| message!("check-draft.hint", article = subject.argument());
    vec![Seen::from(message).hint(hint)]
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_draft_warns() {
        let found = findings(&CHECK, "draft: Да. | Yes.");
        assert_eq!(found, "warning: The translation of “Да” is a draft.\n");
    }

    #[test]
    fn a_translation_that_somebody_stands_behind_is_fine() {
        assert_eq!(findings(&CHECK, "current: Да. | Yes."), "");
        assert_eq!(findings(&CHECK, "final: Да. | Yes."), "");
    }
}

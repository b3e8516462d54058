//! A pair must be one that a person decided, not one that a merge put together.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("unsealed", Severity::Error, Run::Unit(run));

fn run(unit: &Unit<'_>, _: &Subject<'_>) -> Vec<Seen> {
    if !unit.is_unsealed() {
        return Vec::new();
    }
    let message = message!("check-unsealed-pair", source = excerpt(&unit.source));
    let hint =
        |subject: &Subject<'_>| message!("check-unsealed.hint", article = subject.argument());
    vec![Seen::from(message).hint(hint)]
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_pair_without_a_fitting_seal_is_named() {
        let found = findings(&CHECK, "unsealed: Да. | Yes.");
        let expected = "error: The pair of “Да” is not sealed: it was edited by hand or put together by a merge.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sealed_or_missing_pair_is_fine() {
        assert_eq!(findings(&CHECK, "current: Да. | Yes."), "");
        assert_eq!(findings(&CHECK, "missing: Да."), "");
    }
}

//! An editor must have read each translation, where a workspace wants it so.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, State, Unit};
use crate::tracking::Need;

/// How the check is listed and run.
pub const CHECK: Check =
    Check { is_off: true, ..Check::gate("unreviewed", Severity::Error, Run::Unit(run)) };

fn run(unit: &Unit<'_>, _: &Subject<'_>) -> Vec<Seen> {
    if !is_unread(unit) {
        return Vec::new();
    }
    let message = message!("check-unreviewed-segment", source = excerpt(&unit.source));
    vec![
        Seen::from(message)
            .hint(|subject| message!("check-unreviewed.hint", article = subject.argument())),
    ]
}

/// Whether a translator is done with it, and no editor has read it.
pub fn is_unread(unit: &Unit<'_>) -> bool {
    Need::of(unit).is_none() && unit.state == Some(State::Translated)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::Levels;
    use crate::checks::testing::{Sample, all};
    use crate::model::Severity;

    #[test]
    fn only_a_workspace_that_wants_it_hears_of_it() {
        let lines = "translated: Да. | Yes.\nreviewed: Нет. | No.\ndraft: Он. | He.";
        assert!(!all(lines).contains("No editor"));
        let levels = Levels::from_iter([(CHECK.id, Some(Severity::Error))]);
        let found = Sample::new(lines).findings(&levels);
        let found: Vec<_> = found.iter().filter(|one| one.check == CHECK.id).collect();
        assert_eq!((found.len(), found[0].segment), (1, Some(1)));
    }
}

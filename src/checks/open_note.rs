//! A note that somebody left must not be forgotten.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Unit};
use crate::tracking::{OPEN_NOTE, open_notes};

/// How the check is listed and run.
pub const CHECK: Check = Check::new(OPEN_NOTE, Severity::Info, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    let catalog = bitext.catalog;
    let notes = open_notes(unit, catalog).into_iter();
    let seen = |note: &str| {
        let message = message!("check-open-note-text", note = excerpt(note));
        Seen::from(message)
            .hint(|subject| message!("check-open-note.hint", article = subject.argument()))
    };
    notes.map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::Sample;
    use crate::model::{State, Waiver};

    /// What is said of a translation in this state with a note.
    fn noted(state: &str) -> Sample {
        let mut sample = Sample::new(&format!("{state}: Да. | Yes."));
        let catalog = sample.catalog.as_mut().expect("a sample has a catalog");
        catalog.pairs[0].note = Some("Check the date.".to_owned());
        sample
    }

    #[test]
    fn a_note_is_told_until_an_editor_approves() {
        let told = "info: A note waits for somebody: “Check the date”.\n";
        assert_eq!(noted("translated").check(&CHECK), told);
        assert_eq!(noted("draft").check(&CHECK), told);
        assert_eq!(noted("reviewed").check(&CHECK), "");
        assert_eq!(noted("final unsealed").check(&CHECK), told);
    }

    #[test]
    fn a_waiver_settles_it() {
        let mut sample = noted("translated");
        let waiver = Waiver::new(CHECK.id, "Asked.", "Да.", "Yes.");
        let catalog = sample.catalog.as_mut().expect("a sample has a catalog");
        catalog.pairs[0].waivers.push(waiver);
        assert_eq!(
            (sample.check(&CHECK).as_str(), catalog_state(&sample)),
            ("", State::Translated)
        );
    }

    fn catalog_state(sample: &Sample) -> State {
        sample.catalog.as_ref().expect("a sample has a catalog").pairs[0].state
    }
}

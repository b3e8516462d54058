//! Somebody must stand behind a translation.
//!
//! A draft is honest about itself, so it warns and does not fail. What an edit of the page made one by
//! changing a fact is told by `hand-edit`, unless the translation was wrong before.

use super::hand_edit::altered;
use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, State, Unit};
use crate::tracking::{Alone, is_taken_out};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("draft", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.state != Some(State::Draft) {
        return Vec::new();
    }
    let pair = |at: &usize| subject.bitext.is_some_and(|it| is_taken_out(&it.catalog.pairs[*at]));
    if !unit.is_stale() && unit.pairs.iter().any(pair) {
        return Vec::new();
    }
    let source = excerpt(&unit.source);
    let altered = altered(unit, subject);
    if altered.as_ref().is_some_and(|altered| altered.is_wrong) {
        return Vec::new();
    }
    let message = match altered.map(|altered| altered.fact) {
        Some(Alone::Came(word)) => message!("check-draft-came", source = source, word = word),
        Some(Alone::Went(word)) => message!("check-draft-went", source = source, word = word),
        Some(Alone::Denied(word)) => message!("check-draft-denied", source = source, word = word),
        Some(Alone::Affirmed(word)) => {
            message!("check-draft-affirmed", source = source, word = word)
        }
        Some(Alone::Changed(word)) => message!("check-draft-changed", source = source, word = word),
        None => message!("check-draft-segment", source = source),
    };
    vec![Seen::from(message).hint(hint)]
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-draft.hint", article = subject.argument())
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::{Sample, findings};

    #[test]
    fn a_draft_warns() {
        let found = findings(&CHECK, "draft: Да. | Yes.");
        assert_eq!(found, "warning: The translation of “Да” is a draft.\n");
    }

    #[test]
    fn what_an_edit_changed_is_told() {
        let told = |line: &str, before: &str| {
            let mut sample = Sample::new(line);
            let catalog = sample.catalog.as_mut().expect("a sample has a catalog");
            let source = catalog.pairs[0].source.clone();
            // Nobody stood behind it, and its number was wrong before.
            catalog.pairs[0].note = Some(format!("Спросить.\n[-{source}-] → [-{before}-] ?"));
            let found = sample.check(&CHECK);
            found.rsplit_once(": ").map(|(_, reason)| reason.trim().to_owned()).unwrap_or_default()
        };
        assert_eq!(
            told("draft: Было 12 коров. | There were 21 cows.", "There were 32 cows."),
            "“21” stands in the translation only."
        );
        assert_eq!(
            told("draft: Он не пел 5 дней. | He sang for 7 days.", "He did not sing for 7 days."),
            "the negation “not” went from the translation."
        );
        assert_eq!(
            told("draft: Все пели 5 дней. | Some sang for 7 days.", "All sang for 7 days."),
            "“Some” stands in the translation only."
        );
    }

    #[test]
    fn a_translation_that_somebody_stands_behind_is_fine() {
        assert_eq!(findings(&CHECK, "current: Да. | Yes."), "");
        assert_eq!(findings(&CHECK, "final: Да. | Yes."), "");
    }
}

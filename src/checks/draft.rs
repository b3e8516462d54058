//! Somebody must stand behind a translation.
//!
//! A draft is honest about itself, so it warns and does not fail. Where an edit of the published
//! document made it one, the note keeps what stood there, and the finding tells what became of it.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::align::{Answers, Lexicon};
use crate::l10n::{Message, message};
use crate::model::{Severity, State, Unit};
use crate::tracking::{Alone, Edits, TextEdit, Tongue, discord, noted};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("draft", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.state != Some(State::Draft) {
        return Vec::new();
    }
    let source = excerpt(&unit.source);
    let message = match reason(unit, subject) {
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

/// What the edit changed that the source doesn't say, where the note has the translation before.
fn reason(unit: &Unit<'_>, subject: &Subject<'_>) -> Option<Alone> {
    let [pair] = unit.pairs[..] else { return None };
    let pair = subject.bitext?.catalog.pairs.get(pair)?;
    let before = noted(pair.note.as_deref()?, &pair.source)?;
    let into = subject.target.split('-').next()?;
    let lexicon = Lexicon::empty(subject.source, into);
    let words = Answers::new(&lexicon);
    let found = discord(&Edits {
        source: TextEdit { before: before.source, after: &pair.source },
        target: TextEdit { before: before.target, after: &pair.target },
        tongues: (&Tongue::new(subject.source), &Tongue::new(into)),
        answers: &words,
    });
    // What is new on the page says more than what went.
    let is_new = |alone: &&Alone| !matches!(alone, Alone::Went(_) | Alone::Changed(_));
    found.alone.iter().find(is_new).or(found.alone.first()).cloned()
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
            catalog.pairs[0].note = Some(format!("Спросить.\n[-{before}-]"));
            let found = sample.check(&CHECK);
            found.rsplit_once(": ").map(|(_, reason)| reason.trim().to_owned()).unwrap_or_default()
        };
        assert_eq!(
            told("draft: Было 12 коров. | There were 21 cows.", "There were 12 cows."),
            "“21” stands in the translation only."
        );
        assert_eq!(
            told("draft: Он не пел. | He sang.", "He did not sing."),
            "the negation “not” went from the translation."
        );
        assert_eq!(
            told("draft: Все пели. | Some sang.", "All sang."),
            "“Some” stands in the translation only."
        );
    }

    #[test]
    fn a_translation_that_somebody_stands_behind_is_fine() {
        assert_eq!(findings(&CHECK, "current: Да. | Yes."), "");
        assert_eq!(findings(&CHECK, "final: Да. | Yes."), "");
    }
}

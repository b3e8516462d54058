//! A hand that edits the page changes no fact that its source doesn't change.
//!
//! Such an edit makes a draft of a translation, and the note keeps what stood there. Until a person settles
//! it, readers may be told what nobody wrote. Whether somebody had stood behind the translation is no
//! matter where it said what its source says: the page was right, and its edit made it wrong.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::align::{Answers, Lexicon, contradict};
use crate::l10n::{Message, message};
use crate::model::{Pair, Severity, State, Unit};
use crate::text::fold::fold;
use crate::text::values::{is_value, same};
use crate::tracking::{Alone, Edits, TextEdit, Tongue, discord, is_taken_out, noted};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("hand-edit", Severity::Error, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let Some(catalog) = subject.bitext.map(|bitext| bitext.catalog) else { return Vec::new() };
    let is_stale = unit.is_missing() || unit.is_stale();
    let mut pairs = unit.pairs.iter().filter(|_| !is_stale).map(|pair| &catalog.pairs[*pair]);
    if let Some(pair) = pairs.find(|pair| is_taken_out(pair)) {
        let (source, before) = (excerpt(&unit.source), excerpt(&pair.target));
        let message = message!("check-hand-edit-gone", source = source, before = before);
        return vec![Seen::from(message).hint(hint_of_gone)];
    }
    match altered(unit, subject) {
        Some(altered) if altered.is_wrong => {
            vec![Seen::from(told(unit, &altered)).hint(hint)]
        }
        _ => Vec::new(),
    }
}

/// A fact that an edit of the page changed alone.
pub struct Altered {
    pub fact: Alone,
    /// Whether the edit made a translation wrong that somebody stood behind, or that said what its source says.
    pub is_wrong: bool,
    /// The translation before.
    before: String,
    /// Whether the source was edited as well.
    has_edited_source: bool,
}

/// What an edit changed that the source doesn't say, where the note of a draft has the translation before.
pub fn altered(unit: &Unit<'_>, subject: &Subject<'_>) -> Option<Altered> {
    if unit.is_missing() || unit.state != Some(State::Draft) {
        return None;
    }
    let catalog = subject.bitext?.catalog;
    let mut found: Option<Altered> = None;
    for pair in &unit.pairs {
        let Some(mut one) = altered_in(&catalog.pairs[*pair], subject) else { continue };
        one.has_edited_source |= unit.is_stale();
        if one.is_wrong {
            return Some(one);
        }
        found = found.or(Some(one));
    }
    found
}

fn altered_in(pair: &Pair, subject: &Subject<'_>) -> Option<Altered> {
    if pair.state != State::Draft {
        return None;
    }
    let before = noted(pair.note.as_deref()?, &pair.source)?;
    let into = subject.target.split('-').next()?;
    if is_value(&pair.source) && fold(before.target) == fold(&pair.source) {
        // A value that stood for itself.
        let is_other = !same(&pair.source, &pair.target, subject.source, into);
        let fact = Alone::Came(pair.target.clone());
        let before = before.target.to_owned();
        let altered = Altered { fact, is_wrong: true, before, has_edited_source: false };
        return is_other.then_some(altered);
    }
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
    // Words that may be others for the same are doubted, and are no fact.
    let is_fact = !found.alone.is_empty();
    let listed = if is_fact { &found.alone } else { &found.doubtful };
    let fact = listed.iter().find(is_new).or(listed.first())?.clone();
    let was_right = || !contradict(before.source, before.target, subject.source, into);
    Some(Altered {
        fact,
        is_wrong: is_fact && (before.is_vouched || was_right()),
        before: before.target.to_owned(),
        has_edited_source: fold(before.source) != fold(&pair.source),
    })
}

fn told(unit: &Unit<'_>, altered: &Altered) -> Message {
    let (kind, word) = match &altered.fact {
        Alone::Came(word) => ("came", word),
        Alone::Went(word) => ("went", word),
        Alone::Denied(word) => ("denied", word),
        Alone::Affirmed(word) => ("affirmed", word),
        Alone::Changed(word) => ("changed", word),
    };
    let (source, mut before) = (excerpt(&unit.source), excerpt(&altered.before));
    if before == excerpt(&unit.target) {
        // The words are the same, so it is named with what they carry.
        before.clone_from(&altered.before);
    }
    if altered.has_edited_source {
        return message!(
            "check-hand-edit-both",
            source = source,
            kind = kind,
            word = word,
            before = before
        );
    }
    message!("check-hand-edit-fact", source = source, kind = kind, word = word, before = before)
}

fn hint_of_gone(subject: &Subject<'_>) -> Message {
    message!(
        "check-hand-edit-gone.hint",
        article = subject.argument(),
        path = subject.document_path
    )
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-hand-edit.hint", article = subject.argument(), path = subject.document_path)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::draft;
    use crate::checks::testing::{Sample, findings};

    fn edited(line: &str, mark: &str) -> Sample {
        let mut sample = Sample::new(line);
        let catalog = sample.catalog.as_mut().expect("a sample has a catalog");
        catalog.pairs[0].note = Some(format!("Спросить.\n{mark}"));
        sample
    }

    #[test]
    fn a_fact_that_the_page_alone_changed_is_an_error() {
        for (line, before, told) in [
            ("Было 12 коров. | There were 21 cows.", "There were 12 cows.", "“21” stands"),
            ("Он не пел. | He sang.", "He did not sing.", "negation “not”"),
            ("Все пели. | Some sang.", "All sang.", "“Some” stands"),
            ("Анна ушла. | Maria left.", "Anna left.", "“Anna” went"),
            ("1 000 $ | $2,000", "1 000 $", "“$2,000” stands"),
            ("Вес 5 кг. | It weighs 5 tonnes.", "It weighs 5 kg.", "stands"),
        ] {
            let sample = edited(&format!("draft: {line}"), &format!("[-{before}-]"));
            let found = sample.check(&CHECK);
            assert!(found.starts_with("error: ") && found.contains(told), "{line}: {found}");
            assert_eq!(sample.check(&draft::CHECK), "", "{line}");
        }
    }

    #[test]
    fn another_wording_and_what_was_wrong_before_are_drafts() {
        for (line, mark) in [
            ("Было 12 коров. | There were 12 cows there.", "[-There were 12 cows.-]"),
            ("Кот ушёл. | The cat sauntered.", "[-The cat left.-]"),
            ("Было 12 коров. | There were 12 cows.", "[-There were 21 cows.-]"),
            ("Было 12 коров. | There were 12 cows.", "[-Было 9 коров.-] → [-There were 12 cows.-]"),
            ("Было 12 коров. | There were 21 cows.", "[-Было 12 коров.-] → [-32 cows.-] ?"),
        ] {
            let sample = edited(&format!("draft: {line}"), mark);
            assert_eq!(sample.check(&CHECK), "", "{line}");
            assert_ne!(sample.check(&draft::CHECK), "", "{line}");
        }
    }

    #[test]
    fn what_nobody_stood_behind_and_was_right_may_not_be_made_wrong() {
        for (line, before) in [
            ("Было 12 коров. | There were 21 cows.", "There were 12 cows."),
            ("Он не пел. | He sang.", "He did not sing."),
            ("Анна ушла. | Maria left.", "Anna left."),
        ] {
            let source = line.split(" | ").next().unwrap_or_default();
            let sample =
                edited(&format!("draft: {line}"), &format!("[-{source}-] → [-{before}-] ?"));
            assert!(sample.check(&CHECK).starts_with("error: "), "{line}");
            assert_eq!(sample.check(&draft::CHECK), "", "{line}");
        }
    }

    #[test]
    fn an_edit_of_the_source_is_not_denied() {
        let sample = edited(
            "draft: Было 12 овец. | There were 21 sheep.",
            "[-Было 12 коров.-] → [-There were 12 cows.-]",
        );
        let found = sample.check(&CHECK);
        assert!(found.contains("otherwise than its source"), "{found}");
    }

    #[test]
    fn a_translation_that_a_hand_took_off_the_page_is_an_error() {
        let sample =
            edited("draft: Было 12 коров. | There were 12 cows.", "[-There were 12 cows.-]");
        let found = sample.check(&CHECK);
        assert!(found.starts_with("error: ") && found.contains("taken off the page"), "{found}");
        assert_eq!(sample.check(&draft::CHECK), "");
    }

    #[test]
    fn what_somebody_settled_is_fine() {
        for state in ["current", "reviewed", "final"] {
            let line = format!("{state}: Было 12 коров. | There were 21 cows.");
            assert_eq!(edited(&line, "[-There were 12 cows.-]").check(&CHECK), "");
        }
        assert_eq!(findings(&CHECK, "draft: Было 12 коров. | There were 21 cows."), "");
    }
}

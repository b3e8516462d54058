//! The translation is neither far shorter nor far longer than its source.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("length", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, _: &Subject<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.is_stale() {
        return Vec::new();
    }
    let found = see(&unit.source, &unit.target);
    found.into_iter().map(|message| Seen::from(message).hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-length.hint", article = subject.argument())
}

fn see(source: &str, target: &str) -> Option<Message> {
    // Fitted on pairs of news sentences: the shortest has .45 of the letters of its source, the longest 2.2.
    const LEAST: usize = 33;
    const MOST: usize = 300;
    const SHORT: usize = 40;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let (ours, theirs) = (letters(source), letters(target));
    if ours.max(theirs) < SHORT {
        return None;
    }
    let percent = theirs * 100 / ours.max(1);
    if (LEAST..=MOST).contains(&percent) {
        return None;
    }
    Some(message!("check-length-far", source = excerpt(source), percent = percent))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_translation_that_lacks_most_of_its_source_is_told() {
        let pair =
            "Мост через реку открыли в понедельник утром после долгого ремонта. | It opened.";
        assert!(findings(&CHECK, &format!("current: {pair}")).contains("14%"));
    }

    #[test]
    fn usual_lengths_and_short_texts_are_fine() {
        let pair = "Мост через реку открыли в понедельник утром. | The bridge opened on Monday.";
        assert_eq!(findings(&CHECK, &format!("current: {pair}")), "");
        assert_eq!(findings(&CHECK, "current: МИД | Ministry of Foreign Affairs"), "");
    }
}

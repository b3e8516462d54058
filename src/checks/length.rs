//! The translation is neither far shorter nor far longer than its source.

use std::ops::RangeInclusive;

use super::{Check, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("length", Severity::Warning, Run::Texts(see)).example(
    "Мост через реку открыли в понедельник утром после долгого ремонта.",
    "It is open.",
    "The bridge across the river was opened on Monday morning after long repairs.",
);

/// Hundredths of the letters of its source that a translation has at least, and at most.
///
/// Of 1,853 pairs of translated news of this length the shortest has 36, the longest 203; the limits
/// were set before that was measured.
const USUAL: RangeInclusive<usize> = 33..=300;
/// Letters below which a text may be an abbreviation or its expansion.
const SHORT: usize = 40;

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let (ours, theirs) = (letters(source), letters(target));
    let has_words = source.contains(char::is_alphabetic);
    if theirs == 0 && has_words {
        return Some(message!("check-length-far", source = excerpt(source), percent = 0_usize));
    }
    // A mark alone is no text, and words in its place are somebody else's.
    let is_mark = ours == 0 && !source.trim().is_empty();
    if is_mark && target.contains(char::is_alphabetic) {
        return Some(message!("check-length-mark", source = excerpt(source)));
    }
    if ours.max(theirs) < SHORT {
        return None;
    }
    let percent = theirs * 100 / ours.max(1);
    if USUAL.contains(&percent) {
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
    fn words_for_a_mark_are_told() {
        assert_ne!(findings(&CHECK, "current: — | Nothing"), "");
        assert_eq!(findings(&CHECK, "current: — | –"), "");
    }

    #[test]
    fn usual_lengths_and_short_texts_are_fine() {
        let pair = "Мост через реку открыли в понедельник утром. | The bridge opened on Monday.";
        assert_eq!(findings(&CHECK, &format!("current: {pair}")), "");
        assert_eq!(findings(&CHECK, "current: МИД | Ministry of Foreign Affairs"), "");
    }
}

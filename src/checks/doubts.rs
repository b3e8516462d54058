//! What is doubtful about a translation at the moment when somebody saves it.

use super::{CHECKS, Check, Levels, Run, Texts, left_in_source, numbers};
use crate::l10n::Message;
use crate::model::Severity;
use crate::text::figures::{Languages, disagreement};

/// What the checks of texts say about a translation of this source.
pub fn doubts(source: &str, target: &str, languages: Languages<'_>) -> Vec<Message> {
    let left = left_in_source::left(source, target, languages);
    let left = left.map(|left| left_in_source::told(source, &left));
    let values = numbers::told(source, &disagreement(source, target, languages));
    left.into_iter().chain(values).collect()
}

/// Whether no check of texts warns of a translation; `waived` names those that somebody answered.
pub fn is_sound(texts: &Texts<'_>, levels: &Levels, waived: &[&str]) -> bool {
    let Texts { source, target, languages, .. } = *texts;
    let is_answered = |check: &Check| waived.contains(&check.id);
    let is_left = || left_in_source::left(source, target, languages).is_some();
    if !is_answered(&left_in_source::CHECK) && is_left() {
        return false;
    }
    let told = || numbers::told(source, &disagreement(source, target, languages));
    if !is_answered(&numbers::CHECK) && told().into_iter().next().is_some() {
        return false;
    }
    CHECKS.iter().filter(|check| !is_answered(check)).all(|check| {
        let warns = levels.of(check).is_some_and(|level| level >= Severity::Warning);
        !warns || !sees(check, texts)
    })
}

/// Whether a check that looks at nothing but two texts sees something in these.
fn sees(check: &Check, texts: &Texts<'_>) -> bool {
    match check.run {
        Run::Texts(see) => see(texts).is_some(),
        Run::Places(see) => !see(texts).is_empty(),
        Run::Unit(_) | Run::Among(_) | Run::Article(_) | Run::Both(..) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Levels, Texts, is_sound};
    use crate::text::figures::Languages;

    const SAMPLES: [(&str, &str, &str); 5] = [
        ("numbers", "Пришли 5 человек.", "6 people came."),
        ("left-in-source", "Пришли все.", "Пришли все."),
        ("doubled-words", "Мы пришли домой.", "We came came home."),
        ("placeholders", "Привет, {name}!", "Hello, {nmae}!"),
        ("end-punctuation", "Кто пришёл?", "Who came."),
    ];

    #[test]
    fn whatever_a_check_warns_of_is_unsound_until_somebody_answers_it() {
        let languages = Languages::new("ru", "en");
        for (check, source, target) in SAMPLES {
            let levels = Levels::default();
            let texts = Texts { source, target, languages, style: &levels.style };
            assert!(!is_sound(&texts, &levels, &[]), "{check}");
            assert!(is_sound(&texts, &levels, &[check]), "{check}");
            assert!(!is_sound(&texts, &levels, &["spaces"]), "{check}");
        }
        let levels = Levels::default();
        let (source, target) = ("Пришли 5 человек.", "Five people came.");
        let right = Texts { source, target, languages, style: &levels.style };
        assert!(is_sound(&right, &levels, &[]));
    }

    #[test]
    fn a_check_that_is_off_doubts_nothing() {
        let (check, source, target) = SAMPLES[2];
        let levels = Levels::from_iter([(check, None)]);
        let languages = Languages::new("ru", "en");
        let texts = Texts { source, target, languages, style: &levels.style };
        assert!(is_sound(&texts, &levels, &[]));
    }
}

//! What must be is no right, and what may be no duty.
//!
//! Only where each text has the one and nothing of the other: both are often put in other words.

use std::sync::LazyLock;

use super::phrases::{Lists, find, stands_at};
use super::{Check, Languages, Run, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("modality", Severity::Warning, Run::Texts(see)).example(
    "Мэр должен уехать.",
    "The mayor may leave.",
    "The mayor must leave.",
);

/// Words of a text that says so much that a duty and a right in it may be of two things.
const MANY: usize = 30;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/modality.txt")));

fn see(texts: &Texts<'_>) -> Option<Message> {
    let languages = texts.languages;
    let (ours, theirs) = (texts.readings.words(texts.source), texts.readings.words(texts.target));
    let said = |words: &[String], language: &str, name: &str| {
        let forms = LISTS.of(name, language);
        let at = find(forms, words)?;
        let form = forms.iter().find(|form| stands_at(form, &words[at..]))?;
        let length = form.split('_').count();
        Some(words[at..at + length].join(" "))
    };
    if let Some([old, new]) = all_turned(&ours, &theirs, languages) {
        let source = excerpt(texts.source);
        return Some(message!("check-modality-other", source = source, old = old, new = new));
    }
    let [ban, free] = ["ban", "free"].map(|name| said(&ours, languages.source, name));
    let [banned, freed] = ["ban", "free"].map(|name| said(&theirs, languages.target, name));
    if let (Some(old), None, None, Some(new)) | (None, Some(old), Some(new), None) =
        (ban, free, banned, freed)
    {
        let source = excerpt(texts.source);
        return Some(message!("check-modality-other", source = source, old = old, new = new));
    }
    if ours.len().max(theirs.len()) > MANY {
        return None;
    }
    let [must, may] = ["must", "may"].map(|name| said(&ours, languages.source, name));
    if must.is_some() == may.is_some() {
        return None;
    }
    let [duty, right] = ["must", "may"].map(|name| said(&theirs, languages.target, name));
    if duty.is_some() == right.is_some() {
        return None;
    }
    let (old, new) = must.zip(right).or_else(|| may.zip(duty))?;
    // «Не может» and "must not" forbid alike.
    let denies = |words: &[String], language: &str| said(words, language, "deny").is_some();
    if denies(&ours, languages.source) && denies(&theirs, languages.target) {
        return None;
    }
    let source = excerpt(texts.source);
    Some(message!("check-modality-other", source = source, old = old, new = new))
}

/// What must be, where the source has a duty and a right and the translation the one twice.
fn all_turned(ours: &[String], theirs: &[String], languages: Languages<'_>) -> Option<[String; 2]> {
    let said = |words: &[String], language: &str, name: &str| -> Vec<usize> {
        let forms = LISTS.of(name, language);
        let is_said = |at: &usize| forms.iter().any(|form| stands_at(form, &words[*at..]));
        (0..words.len()).filter(is_said).collect()
    };
    let [must, may] = ["must", "may"].map(|name| said(ours, languages.source, name));
    if must.is_empty() || may.is_empty() {
        return None;
    }
    let [duty, right] = ["must", "may"].map(|name| said(theirs, languages.target, name));
    match (&must[..], &may[..], &duty[..], &right[..]) {
        ([must], [_], [], [new, _]) => Some([ours[*must].clone(), theirs[*new].clone()]),
        ([_], [may], [new, _], []) => Some([ours[*may].clone(), theirs[*new].clone()]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    #[test]
    fn a_duty_that_became_a_right_is_told() {
        let expected = "warning: The translation of “Мэр должен уехать” says “may” where the source says “должен”.\n";
        assert_eq!(found("Мэр должен уехать. | The mayor may leave."), expected);
        for pair in [
            "Мэр может уехать. | The mayor must leave.",
            "Банк обязан платить. | The bank is allowed to pay.",
            "Можно войти. | It is necessary to come in.",
            "Сюда нельзя входить. | You need not come in here.",
            "Гости не обязаны платить. | Guests must not pay.",
        ] {
            assert_ne!(found(pair), "", "{pair}");
        }
    }

    #[test]
    fn the_same_in_other_words_is_fine() {
        for pair in [
            "Мэр должен уехать. | The mayor has to leave.",
            "Мэр должен уехать. | The mayor will leave.",
            "Мэр не может уехать. | The mayor must not leave.",
            "Мэр должен уехать, если сможет. | The mayor may leave.",
            "Мэр уехал. | The mayor had to leave.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
    }
}

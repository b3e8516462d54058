//! A line that owns up to a correction or an update stands on both sides, or on neither.

use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::Severity;
use crate::text::news::{
    CORRECTED, CORRECTIONS, DATED, ENGLISH_CORRECTIONS, RUSSIAN_CORRECTED, VERSIONS,
};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("correction-parity", Severity::Warning, Run::Places(see))
    .example(
        "Исправление: мост открыли 5 мая.",
        "The bridge was opened on May 5.",
        "Correction: the bridge was opened on May 5.",
    );

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    if texts.languages.source != "ru" || texts.languages.target != "en" {
        return Vec::new();
    }
    let Texts { source, target, .. } = *texts;
    let ours = label(source, &CORRECTIONS);
    let theirs = label(target, &ENGLISH_CORRECTIONS);
    let name = || excerpt(source);
    let message = match (ours, theirs) {
        (Some(label), None) if !says(target, &CORRECTED) => {
            message!("check-correction-parity-lost", source = name(), label = label)
        }
        (None, Some(label)) if !says(source, &RUSSIAN_CORRECTED) => {
            message!("check-correction-parity-added", source = name(), label = label)
        }
        _ => return Vec::new(),
    };
    vec![message.into()]
}

fn says(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

/// The label that a text begins with: words of the list before a colon, a date, a stop or a bracket.
fn label(text: &str, words: &[&str]) -> Option<String> {
    let plain = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let small = plain.to_lowercase();
    let word = words.iter().find(|word| small.starts_with(*word))?;
    let rest = &small[word.len()..];
    // «Поправка к закону принята» is no label, «Поправка:» and «Обновлено 5 мая» are.
    let is_version = word.contains(VERSIONS[0]) || word.contains(VERSIONS[1]);
    let after = rest.trim_start();
    let is_ended =
        [":", ".", ")", "]", "*", "—", "–", "("].iter().any(|mark| after.starts_with(mark));
    let is_dated = after.starts_with(|c: char| c.is_ascii_digit())
        || DATED.iter().any(|word| is_dated(after, word));
    (is_version || is_ended || is_dated).then(|| plain.get(..word.len()).unwrap_or(word).to_owned())
}

/// Whether a date or a time comes after the word.
fn is_dated(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| {
        rest.split_whitespace().take(2).any(|one| one.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_label_on_one_side_alone_is_told() {
        for pair in [
            "Исправление: мост открыли 5 мая. | The bridge was opened on May 5.",
            "**Уточнение.** Мост открыли 5 мая. | The bridge was opened on May 5.",
            "UPD: мост открыли. | The bridge was opened.",
            "Обновлено 5 мая в 12:00 | May 5, 12:00",
            "Мост открыли 5 мая. | Correction: the bridge was opened on May 5.",
            "В более ранней версии статьи дата была другой. | The date was another one.",
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn labels_on_both_sides_and_none_are_fine() {
        for pair in [
            "Исправление: мост открыли 5 мая. | Correction: the bridge was opened on May 5.",
            "Обновлено 5 мая в 12:00 | Updated at 12:00 on May 5",
            "Поправка к закону принята. | The amendment to the law was passed.",
            "Обновление парка идёт. | Renewal of the fleet goes on.",
            "Уточнение: дата другая. | To clarify, the date is another one.",
            "Закон обновили. | Updated: the law.",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}

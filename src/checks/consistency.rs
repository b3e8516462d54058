//! One sentence has one translation all over an article, and one translation is of one sentence.
//!
//! Short texts vary rightly, so only those of some words are held against each other; each group is
//! told once, where it is first broken.

use rustc_hash::FxHashMap;

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("consistency", Severity::Warning, Run::Among(run));

/// Words below which a text may be translated one way here and another there.
const FEWEST: usize = 4;

fn run(units: &[Unit<'_>], _subject: &Subject<'_>) -> Vec<(usize, Seen)> {
    let mut by_source: FxHashMap<String, usize> = FxHashMap::default();
    let mut by_target: FxHashMap<String, usize> = FxHashMap::default();
    let mut seen = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        if unit.is_missing() || unit.is_stale() {
            continue;
        }
        let long = |text: &str| text.split_whitespace().count() >= FEWEST;
        let (is_long, is_told_long) = (long(&unit.source), long(&unit.target));
        if !is_long && !is_told_long {
            continue;
        }
        let (source, target) = (letters(&unit.source), letters(&unit.target));
        if is_long {
            let first = *by_source.entry(source.clone()).or_insert(at);
            if first != at && letters(&units[first].target) != target {
                let old = excerpt(&units[first].target);
                let new = excerpt(&unit.target);
                let source = excerpt(&unit.source);
                let message =
                    message!("check-consistency-source", source = source, old = old, new = new);
                seen.push((at, message.into()));
            }
        }
        if is_told_long {
            let first = *by_target.entry(target).or_insert(at);
            if first != at && letters(&units[first].source) != source {
                let (old, new) = (excerpt(&units[first].source), excerpt(&unit.source));
                let target = excerpt(&unit.target);
                let message =
                    message!("check-consistency-target", target = target, old = old, new = new);
                let is_near = overlap(&units[first].source, &unit.source);
                let most = if is_near { Severity::Info } else { Severity::Warning };
                seen.push((at, Seen::from(message).at_most(most)));
            }
        }
    }
    once(seen)
}

/// The letters and figures of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a third of the words of one text begin as words of the other do: it may say the same.
fn overlap(one: &str, other: &str) -> bool {
    const LETTERS: usize = 4;
    let beginnings = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().map(letters);
        let long = words.filter(|word| word.chars().count() >= LETTERS);
        long.map(|word| word.chars().take(LETTERS).collect()).collect()
    };
    let (one, other) = (beginnings(one), beginnings(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared * 3 >= one.len().min(other.len())
}

/// Leaves one finding a unit.
fn once(mut seen: Vec<(usize, Seen)>) -> Vec<(usize, Seen)> {
    seen.dedup_by_key(|(at, _)| *at);
    seen
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_sentence_with_two_translations_is_told_once() {
        let found = findings(
            &CHECK,
            "current: Мост закрыт до вечера. | The bridge is closed until evening.
             current: Вход свободный. | Free entry.
             current: Мост закрыт до вечера! | The bridge is shut until evening.
             current: Вход свободный. | Admission is free.",
        );
        assert_eq!(found.lines().count(), 1, "{found}");
    }

    #[test]
    fn a_translation_of_two_sentences_is_told() {
        let found = findings(
            &CHECK,
            "current: Мост закрыт до вечера. | The bridge is closed until evening.
             current: Парк закрыт до вечера. | The bridge is closed until evening.",
        );
        assert!(found.contains("Парк") && found.starts_with("info"), "{found}");
        let found = findings(
            &CHECK,
            "current: Мост закрыт до вечера. | The bridge is closed until evening.
             current: Дождь начнётся завтра утром. | The bridge is closed until evening.",
        );
        assert!(found.starts_with("warning"), "{found}");
    }

    #[test]
    fn the_same_again_is_fine() {
        let found = findings(
            &CHECK,
            "current: Мост закрыт до вечера. | The bridge is closed until evening.
             current: Мост закрыт до вечера. | The bridge is closed until evening.",
        );
        assert_eq!(found, "");
    }
}

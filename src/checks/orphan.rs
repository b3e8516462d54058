//! A pair should fit a segment; if none is left, the pair is kept and told.

use rustc_hash::FxHashSet;

use super::{Check, Place, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Pair, Severity};
use crate::text::fold::fold;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("orphan", Severity::Info, Run::Article(run));

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let Some(bitext) = subject.bitext.filter(|bitext| !bitext.orphans.is_empty()) else {
        return Vec::new();
    };
    // That its text still stands on the page is told by itself, and is graver.
    let surplus = subject.published.map_or(&[][..], |published| &published.surplus);
    let told: FxHashSet<usize> = surplus.iter().filter_map(|one| one.pair).collect();
    let held: FxHashSet<String> =
        bitext.units.iter().map(|unit| fold(&unit.previous).into_owned()).collect();
    let mut found = Vec::new();
    for index in &bitext.orphans {
        let Some(pair) = bitext.catalog.pairs.get(*index) else { continue };
        // Without a source it is text that only the translation has: a decision, not a leftover.
        if pair.source.is_empty() || told.contains(index) {
            continue;
        }
        let has_twin = held.contains(&*fold(&pair.source));
        found.push((Place::Pair(*index), if has_twin { twin(pair) } else { seen(pair) }));
    }
    found
}

fn seen(pair: &Pair) -> Seen {
    Seen::from(message!("check-orphan-pair", source = excerpt(&pair.source)))
        .hint(|subject| message!("check-orphan.hint", article = subject.argument()))
}

fn twin(pair: &Pair) -> Seen {
    Seen::from(message!("check-orphan-twin", source = excerpt(&pair.source)))
        .hint(|subject| message!("check-orphan.hint", article = subject.argument()))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_pair_without_a_segment_is_told() {
        let found = findings(&CHECK, "orphan: Старое. | Old.\ncurrent: Да. | Yes.");
        assert_eq!(found, "info: The pair of “Старое” fits no segment of the source.\n");
    }

    #[test]
    fn a_second_pair_of_one_sentence_is_told_as_that() {
        let found = findings(&CHECK, "orphan: Да. | Yes.\ncurrent: Да. | Yes.");
        let expected =
            "info: The catalog has two pairs of “Да”, and the source has it only once.\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn a_text_that_only_the_translation_has_is_fine() {
        assert_eq!(findings(&CHECK, "orphan: | Editor’s note."), "");
    }
}

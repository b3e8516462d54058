//! Prepositions and conjunctions in the place of others that can't say the same.

use rustc_hash::FxHashSet;

use super::Changed;
use super::matched::Matched;
use super::reading::{Reading, Word};
use super::rules::Class;

/// Words that turn how the things beside them relate: indices in the old and in the new text.
pub fn relations(
    matched: &Matched,
    Changed { reading: old, words: gone }: Changed<'_>,
    Changed { reading: new, words: come }: Changed<'_>,
) -> (FxHashSet<usize>, FxHashSet<usize>) {
    let mut turned = (FxHashSet::default(), FxHashSet::default());
    let joins = |reading: &Reading<'_>, word: &Word| {
        matches!(reading.class(word), Some(Class::Conjunction | Class::Turn))
    };
    // A conjunction alone may stand anywhere: «что закроют», «закроют ли».
    let lone = |reading: &Reading<'_>, words: &[usize]| {
        words.len() == 1 && joins(reading, &reading.words[words[0]])
    };
    let are_lone = lone(old, gone) && lone(new, come);
    for &was in gone {
        for &is in come {
            let (before, now) = (&old.words[was], &new.words[is]);
            let part = || new.rules.senses.part(&before.form, &now.form);
            if (are_lone || matched.stand_between(was, is)) && part() {
                turned.0.insert(was);
                turned.1.insert(is);
            }
        }
    }
    turned
}

//! Words that turned into their contrary: by a prefix, «законный» and «незаконный», or by meaning.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Changed;
use super::forms::is_verb;
use super::lists::RuleList;
use super::matched::Matched;
use super::reading::Reading;
use super::rules::{Class, DangerRules};

/// How many words of each side are compared for their contraries.
const CONTRARIES: usize = 16;

/// The word with this stem, or one of the same root: «безработный» and «работающий».
fn meets(others: &FxHashMap<Arc<str>, usize>, bare: &str) -> Option<usize> {
    let root: String = bare.chars().take(ROOT).collect();
    let is_long = root.chars().count() == ROOT;
    let kin = || others.iter().find(|(stem, _)| is_long && stem.starts_with(&root));
    others.get(bare).copied().or_else(|| kin().map(|(_, other)| *other))
}

/// Letters of a root.
const ROOT: usize = 5;

/// Words that became their own negation by a prefix, or their contrary: indices in the old and in the new text.
pub fn opposites(
    matched: &Matched,
    Changed { reading: old, words: gone }: Changed<'_>,
    Changed { reading: new, words: come }: Changed<'_>,
) -> (FxHashSet<usize>, FxHashSet<usize>) {
    let rules = new.rules;
    let keyed = |reading: &Reading<'_>, indices: &[usize]| -> FxHashMap<Arc<str>, usize> {
        indices.iter().map(|index| (reading.key(&reading.words[*index]), *index)).collect()
    };
    let negated = |(reading, indices): (&Reading<'_>, &[usize]),
                   others: &FxHashMap<Arc<str>, usize>| {
        let mut found = Vec::new();
        for &index in indices {
            let key = reading.key(&reading.words[index]);
            let bare =
                rules.list(RuleList::Negating).iter().filter_map(|prefix| key.strip_prefix(prefix));
            found.extend(bare.filter_map(|bare| meets(others, bare)).map(|other| (index, other)));
        }
        found
    };
    let in_new = negated((new, come), &keyed(old, gone));
    let in_old = negated((old, gone), &keyed(new, come));
    // A small word turns the sense where it stands for another, not somewhere in a sentence that was rewritten.
    let is_small = |reading: &Reading<'_>, word: usize| {
        reading.class(&reading.words[word]).is_some_and(Class::is_small)
    };
    let contrary = |old_word: usize, new_word: usize| {
        let [before, now] = [&old.words[old_word].form, &new.words[new_word].form];
        (rules.oppose(before, now) || turn_round(rules, before, now))
            && (!is_small(old, old_word)
                || !is_small(new, new_word)
                || matched.share_place(old_word, new_word))
    };
    let both = gone.iter().take(CONTRARIES).flat_map(|old_word| {
        come.iter().take(CONTRARIES).map(move |new_word| (*old_word, *new_word))
    });
    let turned: Vec<(usize, usize)> = in_new
        .into_iter()
        .map(|(new_word, old_word)| (old_word, new_word))
        .chain(in_old)
        .chain(both.filter(|(old_word, new_word)| contrary(*old_word, *new_word)))
        .collect();
    (turned.iter().map(|turned| turned.0).collect(), turned.iter().map(|turned| turned.1).collect())
}

/// Whether two verbs have one root and prefixes that go the other way: «ввёз», «вывез».
fn turn_round(rules: &DangerRules, one: &str, other: &str) -> bool {
    let is_root = |root: &str| root.chars().count() >= ROOT - 1;
    let turns = |pair: &[&'static str], one: &str, other: &str| {
        let roots = one.strip_prefix(pair[0]).zip(other.strip_prefix(pair[1]));
        roots.is_some_and(|(one, other)| is_root(one) && has_root(one, other))
    };
    let are_verbs = one.is_ascii() || is_verb(one) && is_verb(other);
    are_verbs
        && rules
            .list(RuleList::Turning)
            .chunks_exact(2)
            .any(|pair| turns(pair, one, other) || turns(pair, other, one))
}

/// Whether two words without their prefixes are forms of one.
fn has_root(one: &str, other: &str) -> bool {
    let root: String = one.chars().take(ROOT - 1).collect();
    other.starts_with(&root) && one.len().abs_diff(other.len()) <= 4
}

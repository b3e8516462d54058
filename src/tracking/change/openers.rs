//! Names among the words whose capital may come from where they stand.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::Changed;
use super::lists::RuleList;
use super::reading::{Reading, Word};
use super::rules::Class;

/// Every name of both texts, where a capitalised word came or went at all.
pub fn names(
    Changed { reading: old, words: gone }: Changed<'_>,
    Changed { reading: new, words: come }: Changed<'_>,
) -> FxHashSet<Arc<str>> {
    let mut found = FxHashSet::default();
    let sides = [(old, gone), (new, come)];
    for (reading, changed) in sides {
        if changed.iter().any(|index| reading.words[*index].is_capitalised) {
            let names = reading.words.iter().filter(|word| word.is_name);
            found.extend(names.map(|word| reading.key(word)));
        }
        found.extend(openers(reading, changed, is_surname));
        found.extend(openers(reading, changed, is_unknown));
        found.extend(openers(reading, changed, is_namelike));
    }
    let [doubtful_before, doubtful_now] = sides
        .map(|(reading, changed)| openers(reading, changed, may_be_surname).collect::<Vec<_>>());
    let [before, after] = sides.map(|(reading, words)| Changed { reading, words });
    if takes_name(&found, before, after) {
        for (reading, changed) in sides {
            found.extend(openers(reading, changed, |_, _| true));
        }
    }
    // One word of this look says little; two that took each other's place are people.
    if !doubtful_before.is_empty() && !doubtful_now.is_empty() {
        found.extend(doubtful_before.into_iter().chain(doubtful_now));
    }
    found
}

/// Changed words whose capital comes from where they stand, and that look like surnames.
fn openers<'a>(
    reading: &'a Reading<'_>,
    changed: &'a [usize],
    looks: fn(&Reading<'_>, usize) -> bool,
) -> impl Iterator<Item = Arc<str>> + 'a {
    let opens = move |index: &usize| {
        let word = &reading.words[*index];
        word.is_capitalised
            && !word.is_name
            && reading.class(word).is_none()
            && looks(reading, *index)
    };
    let words = changed.iter().copied().filter(opens);
    words.map(|index| reading.key(&reading.words[index]))
}

/// Whether a word has the end of a surname before what one person did.
fn is_surname(reading: &Reading<'_>, index: usize) -> bool {
    let did = |word: &Word| word.form.ends_with('л') || word.form.ends_with("ла");
    let next = reading.words.get(index + 1);
    next.is_some_and(did) && reading.ends_as(&reading.words[index], RuleList::Surname)
}

/// Whether a word that is a name, too, stands before a verb without an article: "Baker took over".
fn is_namelike(reading: &Reading<'_>, index: usize) -> bool {
    let is_verb = |word: &Word| {
        let verbs = reading.rules.list(RuleList::Past);
        word.form.ends_with("ed")
            || word.form.ends_with('л')
            || word.form.ends_with("ла")
            || word.form.ends_with("ло")
            || verbs.contains(&word.form.as_str())
            || matches!(
                reading.class(word),
                Some(Class::Tense | Class::Attribution | Class::Modality)
            )
    };
    let names = reading.rules.list(RuleList::Namelike);
    index == 0
        && names.contains(&reading.words[index].form.as_str())
        && reading.words.get(1).is_some_and(is_verb)
}

/// Whether no dictionary has a word, so that it can only be a name.
fn is_unknown(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    word.form.chars().nth(1).is_some() && reading.knows(word) == Some(false)
}

/// Whether a word that opens a sentence gave its place to another, and one of them is a name.
fn takes_name(
    names: &FxHashSet<Arc<str>>,
    Changed { reading: old, words: gone }: Changed<'_>,
    Changed { reading: new, words: come }: Changed<'_>,
) -> bool {
    let opens = |reading: &Reading<'_>, changed: &[usize]| {
        changed.first() == Some(&0) && reading.words[0].is_capitalised
    };
    let is_name = |reading: &Reading<'_>| {
        let word = &reading.words[0];
        names.contains(&reading.key(word))
            || reading.class(word) == Some(Class::Name) && word.is_capitalised
    };
    opens(old, gone) && opens(new, come) && (is_name(old) || is_name(new))
}

/// Whether a word may be a surname; one that may be an adjective only before what somebody did.
///
/// What a dictionary has in the plural is people of some kind: «работники», «жители».
fn may_be_surname(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    if word.form.ends_with(['и', 'ы']) && reading.knows(word) == Some(true) {
        return false;
    }
    let is_adjective = ADJECTIVES.iter().any(|ending| word.form.ends_with(ending));
    is_surname(reading, index)
        || !is_adjective
            && (reading.ends_as(word, RuleList::Surname)
                || reading.ends_as(word, RuleList::Surnamelike))
}

/// The endings of Russian adjectives.
pub const ADJECTIVES: [&str; 12] =
    ["ий", "ый", "ой", "ая", "ое", "ые", "ие", "ых", "их", "ого", "ому", "ую"];

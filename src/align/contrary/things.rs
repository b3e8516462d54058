//! One thing of a kind for another: a school for a bridge, a son for a daughter, a wolf for a bear.
//!
//! Both words are known and neither has an answer in the other text, so what the one names the other
//! leaves out, and names another thing of its kind instead.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Places;
use super::voice::{SpokenWord, Voice, Voices};
use crate::align::tokens::Tokenizer;
use crate::align::vocabulary::meanings;

/// A thing: the number of its kind, and its own among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Thing {
    kind: usize,
    own: usize,
}

/// What names a thing: the line of the vocabulary for Russian, the stem for English.
struct Things {
    by_meaning: FxHashMap<u32, Vec<Thing>>,
    by_stem: FxHashMap<String, Vec<Thing>>,
}

static THINGS: LazyLock<Things> = LazyLock::new(|| {
    let english = Tokenizer::new("en", "ru");
    let mut things = Things { by_meaning: FxHashMap::default(), by_stem: FxHashMap::default() };
    let lines = include_str!("../rules/kinds.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
    for (kind, line) in lines.enumerate() {
        for (own, words) in line.split(", ").enumerate() {
            words.split(' ').for_each(|word| things.name(word, Thing { kind, own }, &english));
        }
    }
    things
});

impl Things {
    fn name(&mut self, word: &str, thing: Thing, english: &Tokenizer) {
        let Some(token) = english.tokens(word).into_iter().next() else { return };
        for meaning in meanings(&token, english) {
            self.by_meaning.entry(meaning).or_default().push(thing);
        }
        self.by_stem.entry(token.key).or_default().push(thing);
    }
}

/// Two words of which neither has an answer, and which name two things of one kind.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    if source.size().max(target.size()) > MANY {
        return None;
    }
    let (ours, others) = (named(source, target), named(target, source));
    for (word, things) in &ours {
        for (other, others) in &others {
            if are_others(things, others) && voices.are_of_one(word.span, other.span) {
                return Some(Places::both(word.span, other.span));
            }
        }
    }
    None
}

/// A longer sentence names too many things.
const MANY: usize = 20;

/// The words of a text that name things and have no answer.
fn named<'v>(voice: &'v Voice<'_>, other: &Voice<'_>) -> Vec<(&'v SpokenWord, Vec<Thing>)> {
    let mut found = Vec::new();
    for (at, word) in voice.words().iter().enumerate() {
        let text = voice.text.get(word.span.range()).unwrap_or_default();
        let is_name = at > 0 && voice.language == "ru" && text.starts_with(char::is_uppercase);
        if word.is_small || is_name || other.answers(word) {
            continue;
        }
        let things = things(word, voice.language);
        if !things.is_empty() {
            found.push((word, things));
        }
    }
    found
}

fn things(word: &SpokenWord, language: &str) -> Vec<Thing> {
    match language {
        "ru" => {
            let lines = word.meanings.iter().filter_map(|line| THINGS.by_meaning.get(line));
            lines.flatten().copied().collect()
        }
        "en" => {
            let key = word.token.as_ref().map(|token| token.key.as_str());
            key.and_then(|key| THINGS.by_stem.get(key)).cloned().unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Whether in some kind both name something, and nothing in common.
fn are_others(ours: &[Thing], others: &[Thing]) -> bool {
    let share_a_kind = ours.iter().any(|one| others.iter().any(|other| one.kind == other.kind));
    share_a_kind && !ours.iter().any(|one| others.contains(one))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::align::contrary::opposed;

    /// Things of some kinds in both languages; those of a row exclude each other.
    const THINGS: [&[(&str, &str)]; 5] = [
        &[("школу", "school"), ("больницу", "hospital"), ("мост", "bridge"), ("музей", "museum")],
        &[("волка", "wolf"), ("медведя", "bear"), ("собаку", "dog"), ("лошадь", "horse")],
        &[("сына", "son"), ("дочь", "daughter"), ("брата", "brother"), ("сестру", "sister")],
        &[("поезд", "train"), ("автобус", "bus"), ("вертолёт", "helicopter")],
        &[("хлеб", "bread"), ("молоко", "milk"), ("сахар", "sugar")],
    ];

    proptest! {
        #[test]
        fn one_thing_is_no_other_of_its_kind(kind in 0..THINGS.len(), one in 0..4_usize, step in 1..4_usize) {
            let things = THINGS[kind];
            let (russian, english) = things[one % things.len()];
            let other = things[(one + step) % things.len()].1;
            let source = format!("Жители увидели {russian} у реки.");
            let told = |thing: &str| format!("Residents saw a {thing} by the river.");
            prop_assert!(opposed(&source, &told(english), ["ru", "en"]).is_none());
            prop_assert!(opposed(&told(english), &source, ["en", "ru"]).is_none());
            if other != english {
                prop_assert!(opposed(&source, &told(other), ["ru", "en"]).is_some(), "{} {}", russian, other);
                prop_assert!(opposed(&told(other), &source, ["en", "ru"]).is_some(), "{} {}", russian, other);
            }
        }
    }

    #[test]
    fn another_thing_beside_the_right_one_excludes_nothing() {
        let (source, target) = ("Они увидели волка.", "They saw a wolf, not a bear.");
        assert!(opposed(source, target, ["ru", "en"]).is_none_or(|found| found.target != "bear"));
    }
}

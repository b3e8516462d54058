//! Everyday words whose translations are known before anything is learnt.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tokens::{Token, Tongue};

type Meanings = FxHashMap<String, Vec<u32>>;

/// The numbers of the meanings that a word of this tongue can have.
pub fn meanings(token: &Token, tongue: &Tongue) -> Vec<u32> {
    let meanings = match tongue.language() {
        "ru" => &VOCABULARY.0,
        "en" => &VOCABULARY.1,
        _ => return Vec::new(),
    };
    meanings.get(&token.key).cloned().unwrap_or_default()
}

static VOCABULARY: LazyLock<(Meanings, Meanings)> = LazyLock::new(|| {
    let (mut source, mut target) = (Meanings::default(), Meanings::default());
    let (russian, english) = (Tongue::new("ru", "en"), Tongue::new("en", "ru"));
    let lines = include_str!("rules/vocabulary.txt").lines();
    let lines = lines.filter_map(|line| line.split_once(" | "));
    for (meaning, (left, right)) in (0_u32..).zip(lines) {
        for (words, tongue, table) in
            [(left, &russian, &mut source), (right, &english, &mut target)]
        {
            for word in words.split(' ') {
                for stem in stems(word, tongue) {
                    let found = table.entry(stem).or_default();
                    if found.last() != Some(&meaning) {
                        found.push(meaning);
                    }
                }
            }
        }
    }
    (source, target)
});

/// The stems of a word's forms: the rules take «капитан» for a participle, but not «капитаном».
fn stems(word: &str, tongue: &Tongue) -> Vec<String> {
    let mut stems = vec![tongue.stem(word)];
    if tongue.is_cyrillic() && word.ends_with(['л', 'н']) {
        stems.extend(["а", "ом", "ы"].map(|ending| tongue.stem(&format!("{word}{ending}"))));
    }
    stems
}

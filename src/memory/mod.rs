//! Translation memory: every pair that people made, found by how alike its source is.
//!
//! An inverted index of stems narrows a lookup to the pairs that share a rare word with the
//! text, so that it takes a few milliseconds among a hundred thousand pairs.

mod index;

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::model::State;
use crate::text::fold::fold;
use crate::text::similarity::Bag;
use crate::text::stems::Stems;
use index::Index;

/// The least likeness of a text that is worth an offer.
pub const LEAST: f64 = 0.6;

/// A pair that the memory can offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Id of the article that it stands in.
    pub article: Arc<str>,
    pub source: String,
    pub target: String,
    pub state: State,
}

/// An entry that is offered.
#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    pub entry: &'a Entry,
    /// How alike the sources are, from 0 to 100; 100 only where they are the same.
    pub score: u8,
}

/// The pairs of one language pair with an index of their words.
pub struct Memory {
    stems: Stems,
    entries: Vec<Entry>,
    index: Index,
}

impl Memory {
    /// A memory of these entries; `language` is the primary subtag of their sources.
    pub fn new(language: &str, entries: Vec<Entry>) -> Self {
        let bags: Vec<Bag> = entries
            .par_iter()
            .map_init(|| Stems::new(language), |stems, entry| Bag::new(&entry.source, stems))
            .collect();
        let mut index = Index::default();
        for bag in bags {
            index.add(bag);
        }
        Self { stems: Stems::new(language), entries, index }
    }

    /// How many pairs it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Remembers one more pair.
    pub fn add(&mut self, entry: Entry) {
        self.index.add(Bag::new(&entry.source, &self.stems));
        self.entries.push(entry);
    }

    /// Forgets what was added last, however many pairs there are beyond `len`.
    pub fn truncate(&mut self, len: usize) {
        self.entries.truncate(len);
        self.index.truncate(len);
    }

    /// The pairs most like `text` among those to `keep`, the best first, each target once.
    pub fn matches(
        &self,
        text: &str,
        limit: usize,
        keep: impl Fn(&Entry) -> bool,
    ) -> Vec<Match<'_>> {
        let bag = Bag::new(text, &self.stems);
        let mut found: Vec<Match<'_>> = self
            .index
            .alike(&bag, LEAST)
            .into_iter()
            .map(|(at, likeness)| (&self.entries[at], likeness))
            .filter(|(entry, _)| keep(entry))
            .map(|(entry, likeness)| Match { entry, score: score(text, &entry.source, likeness) })
            .collect();
        found.sort_by_key(|found| (Reverse(found.score), Reverse(found.entry.state)));
        distinct(found, limit)
    }

    /// How alike two sources are, from 0 to 100.
    pub fn score(&self, one: &str, other: &str) -> u8 {
        let likeness = Bag::new(one, &self.stems).similarity(&Bag::new(other, &self.stems));
        score(one, other, likeness)
    }
}

fn score(one: &str, other: &str, likeness: f64) -> u8 {
    if fold(one) == fold(other) {
        return 100;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a likeness lies between 0 and 1"
    )]
    let percent = (likeness * 100.0) as u8;
    percent.min(99)
}

/// The first matches of each target.
fn distinct(found: Vec<Match<'_>>, limit: usize) -> Vec<Match<'_>> {
    let mut kept: Vec<Match<'_>> = Vec::new();
    for found in found {
        if kept.len() == limit {
            break;
        }
        if kept.iter().all(|kept| fold(&kept.entry.target) != fold(&found.entry.target)) {
            kept.push(found);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Bag, Entry, LEAST, Memory, Stems};
    use crate::model::State;

    fn memory(lines: &str) -> Memory {
        let entry = |line: &str| {
            let (source, target) = line.split_once(" = ").expect("a line is a pair");
            let (source, target) = (source.trim().to_owned(), target.trim().to_owned());
            Entry { article: "a".into(), source, target, state: State::Translated }
        };
        let entries = lines.lines().filter(|line| !line.trim().is_empty()).map(entry);
        Memory::new("ru", entries.collect())
    }

    /// Scores and targets of what the memory offers for `text`.
    fn offers(memory: &Memory, text: &str) -> String {
        let found = memory.matches(text, 3, |_| true);
        let offer = |found: &super::Match<'_>| format!("{} {}", found.score, found.entry.target);
        found.iter().map(offer).collect::<Vec<_>>().join(" | ")
    }

    const PAIRS: &str = "
        Вход свободный. = Admission is free.
        Совет принял план работы на год. = The board adopted the year’s plan.
        Совет принял план работы на месяц. = The board adopted the month’s plan.
        Кофе остыл. = The coffee is cold.";

    #[test]
    fn an_equal_source_comes_first_and_scores_100() {
        let memory = memory(PAIRS);
        assert_eq!(
            offers(&memory, "Совет принял план работы на\u{a0}месяц."),
            "100 The board adopted the month’s plan. | 84 The board adopted the year’s plan."
        );
    }

    #[test]
    fn the_same_words_in_other_forms_score_less_than_100() {
        assert_eq!(offers(&memory(PAIRS), "Свободным был вход?"), "86 Admission is free.");
        assert_eq!(offers(&memory(PAIRS), "Входы — свободный!"), "99 Admission is free.");
    }

    #[test]
    fn what_is_unlike_is_not_offered() {
        assert_eq!(offers(&memory(PAIRS), "Совет директоров собрался вчера."), "");
        assert_eq!(offers(&memory(PAIRS), "***"), "");
        assert_eq!(offers(&memory(PAIRS), ""), "");
    }

    #[test]
    fn a_target_is_offered_once() {
        let memory = memory("Да, это так. = Yes.\nДа, это было так. = Yes.");
        assert_eq!(offers(&memory, "Да, это так."), "100 Yes.");
    }

    #[test]
    fn what_is_added_is_found_until_it_is_forgotten() {
        let mut memory = memory(PAIRS);
        let (source, target) = ("Поезд ушёл.".to_owned(), "The train left.".to_owned());
        let before = memory.len();
        memory.add(Entry { article: "b".into(), source, target, state: State::Translated });
        assert_eq!(offers(&memory, "Поезд ушел."), "99 The train left.");
        memory.truncate(before);
        assert_eq!(offers(&memory, "Поезд ушёл."), "");
    }

    proptest! {
        #[test]
        fn the_index_finds_what_comparing_everything_finds(
            sources in prop::collection::vec("(а|бор|вечер|государство|дом)( (а|бор|вечер|государство|5)){0,5}", 0..12),
            text in "(а|бор|вечер|государство|дом)( (а|бор|вечер|государство|5)){0,5}",
        ) {
            let stems = Stems::new("ru");
            let lines = sources.iter().enumerate().map(|(at, source)| format!("{source} = t{at}\n"));
            let memory = memory(&lines.collect::<String>());
            let likeness = |source: &str| {
                Bag::new(source, &stems).similarity(&Bag::new(&text, &stems))
            };
            let expected = sources.iter().filter(|source| likeness(source) >= LEAST).count();
            prop_assert_eq!(memory.matches(&text, 100, |_| true).len(), expected);
        }
    }
}

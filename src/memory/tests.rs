//! The memory finds what comparing everything finds.

use std::sync::Arc;

use proptest::prelude::*;

use super::volume::{Binder, Volume};
use super::{Around, Bound, Entry, Keeper, KeeperKind, LEAST, Memory, Query, likeness};
use crate::model::State;

fn entry(line: &str) -> Entry {
    let (source, target) = line.split_once(" = ").expect("a line is a pair");
    Entry {
        keeper: Keeper { kind: KeeperKind::Home, name: "a".into() },
        source: source.trim().to_owned(),
        target: target.trim().to_owned(),
        state: State::Translated,
        origin: None,
        around: Around::default(),
        waived: String::new(),
    }
}

fn bound(entries: &[Entry]) -> Bound {
    let mut binder = Binder::new(Vec::new(), entries.len()).unwrap();
    let mut keepers: Vec<Option<Keeper>> = Vec::new();
    for entry in entries {
        binder.add(u32::try_from(keepers.len()).unwrap(), entry).unwrap();
        keepers.push(Some(entry.keeper.clone()));
    }
    let (bytes, length) = binder.finish().unwrap();
    assert_eq!(bytes.len() as u64, length);
    Bound { volume: Volume::open(Box::new(bytes)).unwrap(), keepers: Arc::new(keepers) }
}

fn memory(lines: &str) -> Memory {
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    Memory::of(vec![bound(&lines.map(entry).collect::<Vec<_>>())])
}

/// Scores and targets of what the memory offers for `text`.
fn offers(memory: &Memory, text: &str) -> String {
    let found = memory.matches(&Query::new(text, 3), &|_| true).unwrap();
    let offer = |found: &super::Match| format!("{} {}", found.score, found.entry.target);
    found.iter().map(offer).collect::<Vec<_>>().join(" | ")
}

const PAIRS: &str = "
    Вход свободный. = Admission is free.
    Совет принял план работы на год. = The board adopted the year’s plan.
    Совет принял план работы на месяц. = The board adopted the month’s plan.
    Кофе остыл. = The coffee is cold.";

#[test]
fn an_equal_source_comes_first_and_scores_100() {
    assert_eq!(
        offers(&memory(PAIRS), "Совет принял план работы на\u{a0}месяц."),
        "100 The board adopted the month’s plan. | 85 The board adopted the year’s plan."
    );
}

#[test]
fn other_forms_of_the_words_score_less_than_100() {
    assert_eq!(offers(&memory(PAIRS), "Входы свободны."), "86 Admission is free.");
    assert_eq!(offers(&memory(PAIRS), "Вход свободный!"), "93 Admission is free.");
}

#[test]
fn what_is_unlike_is_not_offered() {
    for text in ["Совет директоров собрался вчера.", "***", "", "я"] {
        assert_eq!(offers(&memory(PAIRS), text), "", "{text}");
    }
}

#[test]
fn a_target_is_offered_once() {
    let memory = memory("Да, это так. = Yes.\nДа, это было так. = Yes.");
    assert_eq!(offers(&memory, "Да, это так."), "100 Yes.");
}

#[test]
fn what_is_added_is_found_until_it_is_forgotten() {
    let mut memory = memory(PAIRS);
    let before = memory.len();
    memory.add(entry("Поезд ушёл. = The train left."));
    assert_eq!(offers(&memory, "Поезд ушел."), "90 The train left.");
    memory.truncate(before);
    assert_eq!(offers(&memory, "Поезд ушёл."), "");
}

#[test]
fn an_entry_whose_keeper_changed_is_not_offered() {
    let mut bound = bound(&[entry("Поезд ушёл. = The train left.")]);
    bound.keepers = Arc::new(vec![None]);
    assert_eq!(offers(&Memory::of(vec![bound]), "Поезд ушёл."), "");
}

#[test]
fn damaged_bytes_are_no_answer() {
    let lines: String =
        (0..40).map(|at| format!("Поезд {at} ушёл. = Train {at} left.\n")).collect();
    let entries: Vec<Entry> = lines.lines().map(entry).collect();
    let mut binder = Binder::new(Vec::new(), entries.len()).unwrap();
    for entry in &entries {
        binder.add(0, entry).unwrap();
    }
    let bytes = binder.finish().unwrap().0;
    let keepers = Arc::new(vec![Some(entries[0].keeper.clone())]);
    let ask = |bytes: Vec<u8>| -> std::io::Result<String> {
        let volume = Volume::open(Box::new(bytes))?;
        let memory = Memory::of(vec![Bound { volume, keepers: Arc::clone(&keepers) }]);
        let found = memory.matches(&Query::new("Поезд 17 ушёл.", 3), &|_| true)?;
        Ok(found.iter().map(|found| found.entry.target.clone()).collect())
    };
    let right = ask(bytes.clone()).unwrap();
    assert!(right.starts_with("Train 17 left."));
    for at in (0..bytes.len()).step_by(97) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        assert!(
            ask(damaged).is_ok_and(|answer| answer == right) || {
                let mut damaged = bytes.clone();
                damaged[at] ^= 0x10;
                ask(damaged).is_err()
            }
        );
        assert!(ask(bytes[..at].to_vec()).is_err());
    }
}

proptest! {
    #[test]
    fn the_volumes_find_what_comparing_everything_finds(
        sources in prop::collection::vec("(а|бор|вечер|государство|дом)( (а|бор|вечер|государство|5)){0,5}", 0..12),
        text in "(а|бор|вечер|государство|дом)( (а|бор|вечер|государство|5)){0,5}",
        cut in 0usize..12,
    ) {
        let lines = sources.iter().enumerate().map(|(at, source)| entry(&format!("{source} = t{at}")));
        let entries: Vec<Entry> = lines.collect();
        let cut = cut.min(entries.len());
        let memory = Memory::of(vec![bound(&entries[..cut]), bound(&entries[cut..])]);
        let found = memory.matches(&Query::new(&text, 100), &|_| true).unwrap();
        let expected = sources.iter().filter(|source| likeness(source, &text) >= LEAST).count();
        prop_assert_eq!(found.len(), expected);
    }
}

//! The memory finds what comparing everything finds.

use std::sync::Arc;

use proptest::prelude::*;

use super::volume::{Binder, Volume};
use super::{
    Around, Bound, By, Entry, Keeper, KeeperKind, LEAST, Memory, Query, SoughtWords, likeness,
};
use crate::model::State;
use crate::text::figures::Languages;

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
    let mut binder = Binder::new(Vec::new()).unwrap();
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

/// The targets of entries with the words of `text`, in the order of the lines.
fn words(memory: &Memory, text: &str, by: By) -> String {
    let sought = SoughtWords::new(text, by, Languages::new("ru", "en"));
    let hits = memory.concordance(&sought, 100, &|_| true).unwrap();
    let mut found: Vec<&str> = hits.iter().map(|hit| &*hit.offer.entry.target).collect();
    found.sort_unstable();
    found.join(" | ")
}

#[test]
fn words_are_found_in_any_form_of_either_language() {
    let memory = memory(
        "Мост откроют весной. = The bridge will open in spring.
        Открытие моста отложили. = The opening of the bridge was put off.
        Школы открыты, мосты закрыты. = Schools are open, bridges are closed.
        Дети ушли. = The children went home.
        Ребёнок идёт домой. = The child goes home.
        Город принял решение. = The city took a decision.
        Города решают. = Cities are making decisions.
        Он взял трубку. = He is using the phone.",
    );
    for (text, by, wanted) in [
        ("city", By::Stems, "Cities are making decisions. | The city took a decision."),
        ("go", By::Stems, "The child goes home. | The children went home."),
        ("went", By::Stems, "The child goes home. | The children went home."),
        ("went", By::Words, "The children went home."),
        ("make", By::Stems, "Cities are making decisions."),
        ("use", By::Stems, "He is using the phone."),
        ("take decisions", By::Stems, "The city took a decision."),
        ("child home", By::Stems, "The child goes home. | The children went home."),
        ("город", By::Words, "The city took a decision."),
        ("городами", By::Stems, "Cities are making decisions. | The city took a decision."),
        ("мост закрыт", By::Stems, "Schools are open, bridges are closed."),
        ("мост city", By::Stems, ""),
    ] {
        assert_eq!(words(&memory, text, by), wanted, "{text}");
    }
    if crate::text::lemmas::HAS_DICTIONARY {
        let opened = words(&memory, "открыть мост", By::Stems);
        assert!(opened.contains("Schools are open") && opened.contains("The bridge will open"));
        assert_eq!(opened, words(&memory, "откроют мосты", By::Stems));
        assert_eq!(words(&memory, "ребёнок", By::Stems), words(&memory, "дети", By::Stems));
    }
}

#[test]
fn what_is_refused_hides_nothing_else() {
    for count in [60, 300, 1_200] {
        let mut lines: Vec<String> =
            (0..count).map(|at| format!("Слово дня такое. = doubted {at}")).collect();
        lines.push("Слово ночи такое. = The word of the night.".to_owned());
        let waiting = Entry { target: String::new(), ..entry("Слово дня такое. = -") };
        for is_first in [true, false] {
            let mut entries: Vec<Entry> = lines.iter().map(|line| entry(line)).collect();
            entries.insert(if is_first { 0 } else { entries.len() }, waiting.clone());
            let memory = Memory::of(vec![bound(&entries)]);
            let keep = |entry: &Entry| !entry.target.starts_with("doubted");
            let found = memory.matches(&Query::new("Слово дня такое.", 3), &keep).unwrap();
            let targets: Vec<&str> = found.iter().map(|one| &*one.entry.target).collect();
            assert_eq!(targets, ["", "The word of the night."], "{count}");
        }
    }
}

#[test]
fn very_long_texts_are_found_as_wholes() {
    for length in [100, 3_000, 5_000, 90_000] {
        let text = "Вход свободный. ".repeat(length / 16);
        let memory = memory(&format!("{text} = Admission is free."));
        assert_eq!(offers(&memory, &text), "100 Admission is free.", "{length}");
    }
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
    let mut binder = Binder::new(Vec::new()).unwrap();
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

/// A weather report of so many.
fn report(number: usize) -> String {
    let pick = |list: &'static str, at: usize| {
        let words: Vec<&str> = list.split(' ').collect();
        words[at % words.len()]
    };
    // Digits that look drawn by chance.
    let drawn = |salt: usize| number.wrapping_mul(2_654_435_761).wrapping_add(salt) / 97 % 7_919;
    let city = pick("Твери Омске Минске Казани Перми Туле Уфе Пскове Орле Чите", drawn(1));
    let month = pick("января марта мая июля августа октября", drawn(2));
    let sky = pick("ясная облачная пасмурная дождливая", drawn(30));
    let wind = pick("северный южный западный восточный", drawn(40));
    let (day, degrees, speed) = (drawn(5) % 28 + 1, drawn(60) % 30 + 1, drawn(700) % 20 + 1);
    if drawn(8).is_multiple_of(2) {
        format!(
            "В {city} {day} {month} ожидается {sky} погода, до {degrees} градусов, ветер {wind}, {speed} м/с."
        )
    } else {
        format!(
            "По данным на {day} {month}, в {city} {degrees} дней была {sky} погода и {speed} дней ветер {wind}."
        )
    }
}

#[test]
fn of_sentences_much_alike_those_most_alike_are_found() {
    let lines: Vec<String> = (0..12_000).map(|at| format!("{} = t{at}", report(at))).collect();
    let memory = memory(&lines.join("\n"));
    let (mut found, mut wanted) = (0, 0);
    for question in 0..24 {
        // One half of a report and one of another.
        let words = [report(900_000 + question), report(800_000 + 7 * question)];
        let halves = words.each_ref().map(|text| text.split(' ').collect::<Vec<_>>());
        let text =
            [&halves[0][..halves[0].len() * 3 / 4], &halves[1][halves[1].len() - 2..]].concat();
        let text = text.join(" ");
        let mut scores: Vec<u8> =
            lines.iter().map(|line| likeness(&text, &line[..line.find(" = ").unwrap()])).collect();
        scores.sort_unstable_by_key(|score| std::cmp::Reverse(*score));
        let best = scores.into_iter().take(5).filter(|score| *score >= 70);
        let offers = memory.matches(&Query::new(&text, 5), &|_| true).unwrap();
        for (at, score) in best.enumerate() {
            wanted += 1;
            found += usize::from(offers.get(at).is_some_and(|offer| offer.score >= score));
        }
    }
    assert!(wanted >= 60 && found * 100 >= wanted * 97, "{found} of {wanted}");
}

proptest! {
    #[test]
    fn volumes_hold_the_words_that_reading_everything_shows(
        lines in prop::collection::vec(
            "(мост|моста|открыл|откроют|в|город|go)( (мосту|открыть|города|на)){0,3} = \
             (the|a) (city|cities|go|went|using|bridge)( (use|making|took|it’s|die|dying|sky)){0,3}",
            1..12,
        ),
        text in "мост|открыть|город|на|go|city|use|make|take|bridges|it|sky|dying|the",
        cut in 0usize..12,
        is_whole in any::<bool>(),
    ) {
        let entries: Vec<Entry> = lines.iter().map(|line| entry(line)).collect();
        let cut = cut.min(entries.len());
        let indexed = Memory::of(vec![bound(&entries[..cut]), bound(&entries[cut..])]);
        // What was added since is looked at one by one.
        let mut plain = Memory::default();
        for entry in entries {
            plain.add(entry);
        }
        let by = if is_whole { By::Words } else { By::Stems };
        prop_assert_eq!(words(&indexed, &text, by), words(&plain, &text, by));
    }

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

proptest! {
    #[test]
    fn sources_without_a_translation_are_passed_over_as_if_they_were_not_there(
        sources in prop::collection::vec(("(а|бор|вечер|дом)( (а|бор|вечер|5)){0,5}", any::<bool>()), 0..12),
        text in "(а|бор|вечер|дом)( (а|бор|вечер|5)){0,5}",
        cut in 0usize..12,
    ) {
        let lines = sources.iter().enumerate().map(|(at, (source, is_waiting))| {
            let entry = entry(&format!("{source} = t{at}"));
            let target = if *is_waiting { String::new() } else { entry.target };
            Entry { target, ..entry }
        });
        let entries: Vec<Entry> = lines.collect();
        let cut = cut.min(entries.len());
        let memory = Memory::of(vec![bound(&entries[..cut]), bound(&entries[cut..])]);
        let query = Query::new(&text, 100);
        let is_translated = |entry: &Entry| !entry.target.is_empty();
        let expected = memory.matches(&query, &is_translated).unwrap();
        let found = memory.matches(&Query { is_translated: true, ..query }, &|_| true).unwrap();
        prop_assert_eq!(found, expected);
    }
}

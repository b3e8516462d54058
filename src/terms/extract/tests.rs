//! What a few sentences propose.

use super::{Harvest, TermLesson, extract};
use crate::text::figures::Languages;

const LESSONS: &[(&str, &str)] = &[
    ("Выступил Дом народной культуры (ДНК).", "The House of Folk Culture (HFC) performed."),
    ("В Доме народной культуры пели.", "They sang in the House of Folk Culture."),
    ("Сельский совет принял решение.", "The village council decided."),
    ("В сельском совете рады.", "The village council is glad."),
    ("Жители ждут сельский совет.", "People await the village council."),
    ("Решение сельского совета отменили.", "The decision of the village council was reversed."),
    ("Дождь шёл весь день.", "It rained all day."),
    ("Поезд опоздал.", "The train was late."),
];

fn proposed(known: &str, least: usize) -> String {
    let lessons: Vec<TermLesson> = LESSONS
        .iter()
        .map(|(source, target)| TermLesson {
            article: "a".to_owned(),
            source: (*source).to_owned(),
            target: (*target).to_owned(),
        })
        .collect();
    let languages = Languages::new("ru", "en");
    let is_known = |text: &str| text.to_lowercase() == known;
    let found = extract(&lessons, &Harvest { languages, least, is_known: &is_known });
    let line = |one: &super::TermCandidate| {
        let words = |language| one.term.words(language).collect::<Vec<_>>().join(" / ");
        format!("{} {}: {} → {}\n", one.kind, one.count, words("ru"), words("en"))
    };
    found.iter().map(line).collect()
}

#[test]
#[cfg(feature = "morphology")]
fn abbreviations_and_words_that_go_together_are_proposed() {
    snapbox::assert_data_eq!(
        proposed("", 3),
        snapbox::str![[r#"
acronym 1: Дом народной культуры / ДНК → House of Folk Culture / HFC
term 4: сельский совет → village council

"#]]
    );
}

#[test]
#[cfg(feature = "morphology")]
fn what_is_known_is_not_proposed() {
    assert!(!proposed("сельский совет", 3).contains("совет"));
}

#[test]
fn nothing_proposes_nothing() {
    let languages = Languages::new("ru", "en");
    let harvest = Harvest { languages, least: 1, is_known: &|_| false };
    assert!(extract(&[], &harvest).is_empty());
}

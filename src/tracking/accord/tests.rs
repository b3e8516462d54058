//! Edits of news in both languages: dangerous ones and honest ones, written for this test.

use super::{Discord, Edits, TextEdit, discord, is_respelt};
use crate::align::{Answers, Lexicon};
use crate::tracking::Tongue;

/// One sentence in both languages with an edit of a fact and one of other words.
struct Record<'a> {
    kind: &'a str,
    source: &'a str,
    target: &'a str,
}

fn records() -> Vec<Record<'static>> {
    let mut kind = "";
    let mut records = Vec::new();
    let mut lines = include_str!("edits.txt").lines().filter(|line| !line.is_empty());
    while let Some(line) = lines.next() {
        if line.starts_with('#') {
            continue;
        }
        match line.strip_prefix("= ") {
            Some(name) => kind = name,
            None => {
                let target = lines.next().expect("a source has its translation");
                records.push(Record { kind, source: line, target });
            }
        }
    }
    records
}

/// The text with the edits of words and of facts as they are before, 0, or after, 1.
fn text(marked: &str, words: usize, facts: usize) -> String {
    let mut text = String::new();
    let mut rest = marked;
    while let Some(start) = rest.find(['[', '{']) {
        text.push_str(&rest[..start]);
        let (close, which) =
            if rest[start..].starts_with('[') { (']', words) } else { ('}', facts) };
        let end = start + rest[start..].find(close).expect("a mark is closed");
        let sides = rest[start + 1..end].split('/');
        text.push_str(sides.clone().nth(which).unwrap_or(""));
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the edits compare where facts changed on these sides.
fn compared(record: &Record<'_>, languages: [&str; 2], facts: [usize; 2]) -> Discord {
    let [from, into] = languages;
    let sides =
        if from == "ru" { [record.source, record.target] } else { [record.target, record.source] };
    let [source, target] = [(sides[0], facts[0]), (sides[1], facts[1])]
        .map(|(marked, facts)| [text(marked, 0, 0), text(marked, 1, facts)]);
    let lexicon = Lexicon::empty(from, into);
    let words = Answers::new(&lexicon);
    discord(&Edits {
        source: TextEdit { before: &source[0], after: &source[1] },
        target: TextEdit { before: &target[0], after: &target[1] },
        tongues: (&Tongue::new(from), &Tongue::new(into)),
        answers: &words,
    })
}

const WAYS: [[&str; 2]; 2] = [["ru", "en"], ["en", "ru"]];

/// The records of which this is not so, both ways, as lines.
fn faults(facts: [usize; 2], is_right: fn(&Discord) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for record in records() {
        for way in WAYS {
            let found = compared(&record, way, facts);
            if !is_right(&found) {
                let Record { kind, source, target } = record;
                faults.push(format!("{kind} {}: {source} | {target} {found:?}", way[0]));
            }
        }
    }
    faults
}

#[test]
fn a_fact_that_the_source_alone_changed_is_unanswered() {
    let faults = faults([1, 0], |discord| !discord.unanswered.is_empty());
    assert!(records().len() >= 200, "{}", records().len());
    assert!(faults.is_empty(), "{} {}", faults.len(), faults.join("\n"));
}

#[test]
fn a_fact_that_the_translation_alone_changed_is_told() {
    let faults = faults([0, 1], |discord| !discord.alone.is_empty());
    assert!(faults.is_empty(), "{} {}", faults.len(), faults.join("\n"));
}

#[test]
fn words_written_otherwise_on_both_sides_agree() {
    let lexicon = Lexicon::empty("ru", "en");
    let words = Answers::new(&lexicon);
    let is_respelt = |source: [&str; 2], target: [&str; 2]| {
        is_respelt(&Edits {
            source: TextEdit { before: source[0], after: source[1] },
            target: TextEdit { before: target[0], after: target[1] },
            tongues: (&Tongue::new("ru"), &Tongue::new("en")),
            answers: &words,
        })
    };
    let russian = ["Режим Kaizen включён.", "Режим кайдзен включён."];
    let english = ["Kaizen mode is on.", "The kaizen mode is on."];
    assert!(is_respelt(russian, english));
    assert!(!is_respelt(russian, ["Kaizen mode is on.", "Kaizen mode is on!"]));
    assert!(!is_respelt([russian[0], "Режим кайдзен не включён."], english));
}

#[test]
fn what_only_one_side_strikes_out_is_told() {
    let lexicon = Lexicon::empty("ru", "en");
    let words = Answers::new(&lexicon);
    let compared = |source: [&str; 2], target: [&str; 2]| {
        discord(&Edits {
            source: TextEdit { before: source[0], after: source[1] },
            target: TextEdit { before: target[0], after: target[1] },
            tongues: (&Tongue::new("ru"), &Tongue::new("en")),
            answers: &words,
        })
    };
    let russian = ["Вода грязная.", "~~Вода грязная.~~"];
    let english = ["The water is dirty.", "~~The water is dirty.~~"];
    let same = |text| [text, text];
    assert!(!compared(same(russian[0]), english).alone.is_empty());
    assert!(!compared(russian, same(english[0])).unanswered.is_empty());
    assert_eq!(compared(russian, english), Discord::default());
}

#[test]
fn a_word_that_no_longer_opens_its_sentence_is_no_lost_name() {
    let lexicon = Lexicon::empty("ru", "en");
    let words = Answers::new(&lexicon);
    let compared = |target: [&str; 2]| {
        discord(&Edits {
            source: TextEdit {
                before: "Температура упала.", after: "Температура упала."
            },
            target: TextEdit { before: target[0], after: target[1] },
            tongues: (&Tongue::new("ru"), &Tongue::new("en")),
            answers: &words,
        })
    };
    assert_eq!(compared(["Temperature fell.", "The temperature fell."]), Discord::default());
    assert_ne!(compared(["Temperature fell.", "Everything fell."]), Discord::default());
}

#[test]
fn honest_edits_of_both_agree() {
    let facts = faults([1, 1], |discord| *discord == Discord::default());
    let words = faults([0, 0], |discord| *discord == Discord::default());
    let count = records().len() * 4;
    let faults = [facts, words].concat();
    assert!(faults.len() * 50 <= count, "{} of {count} {}", faults.len(), faults.join("\n"));
}

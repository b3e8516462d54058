//! Settling one sentence leaves all others as they were: a work list stays true while it is worked on.

use proptest::prelude::*;

use super::{Decision, Need, Original, SeenUnit, Settled, Signed, bitext, decide};
use crate::model::{Bitext, Block, Catalog, Document, Kind, Pair, Segment, Signature, Span, State};

/// What sentences say; some are alike, some short and repeated.
const SENTENCES: [&str; 14] = [
    "Совет принял план работы на год.",
    "Совет принял новый план работы на год.",
    "Совет отклонил план работы музея.",
    "Министр приехал на завод утром.",
    "Министр приехал на верфь вечером.",
    "Предложение номер 45.",
    "Предложение номер 46.",
    "Предложение номер 3046.",
    "Буфет закрыт до мая.",
    "Билеты продают в кассе.",
    "Билеты в кассе больше не продают.",
    "Да.",
    "Нет.",
    "Кофе остыл.",
];

/// A change of a document: what is done, where, with which sentence.
type Change = (usize, usize, usize);

fn paragraphs() -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0..SENTENCES.len(), 1..4), 1..5)
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((0_usize..6, 0_usize..12, 0..SENTENCES.len()), 0..6)
}

/// The paragraphs with a sentence put in, taken out, exchanged or moved, a paragraph cut or joined.
fn changed(paragraphs: &mut Vec<Vec<usize>>, (what, at, sentence): Change) {
    if paragraphs.is_empty() {
        paragraphs.push(vec![sentence]);
    }
    let block = at % paragraphs.len();
    let place = at / 2 % paragraphs[block].len();
    match what {
        0 => paragraphs[block].insert(place, sentence),
        1 if paragraphs[block].len() > 1 => _ = paragraphs[block].remove(place),
        1 => _ = paragraphs.remove(block),
        2 => paragraphs[block][place] = sentence,
        3 => {
            let moved = paragraphs.remove(block);
            let to = sentence % (paragraphs.len() + 1);
            paragraphs.insert(to, moved);
        }
        4 if block + 1 < paragraphs.len() => {
            let next = paragraphs.remove(block + 1);
            paragraphs[block].extend(next);
        }
        5 if place > 0 => {
            let rest = paragraphs[block].split_off(place);
            paragraphs.insert(block + 1, rest);
        }
        _ => paragraphs.insert(block, vec![sentence]),
    }
}

fn document(paragraphs: &[Vec<usize>]) -> Document {
    document_of(paragraphs, &[Kind::Paragraph])
}

/// A document whose blocks have these kinds by turns.
fn document_of(paragraphs: &[Vec<usize>], kinds: &[Kind]) -> Document {
    let mut document = Document::default();
    for (paragraph, kind) in paragraphs.iter().zip(kinds.iter().cycle()) {
        let (first, start) = (document.segments.len(), document.text.len());
        for sentence in paragraph {
            let from = document.text.len();
            document.text += SENTENCES[*sentence];
            let span = Span::new(from, document.text.len());
            let text = SENTENCES[*sentence].to_owned();
            document.segments.push(Segment { text, span, is_value: false });
        }
        let segments = first..document.segments.len();
        let span = Span::new(start, document.text.len());
        document.blocks.push(Block { kind: *kind, span, segments, note: None });
    }
    document
}

/// How each unit stands: its segments, freshness, state and translation.
fn standing(bitext: &Bitext<'_>) -> Vec<String> {
    let shown = bitext.units.iter().map(|unit| {
        let state = unit.state.map_or("", State::name);
        let (first, last) = (unit.segments.start, unit.segments.end);
        format!("{first}-{last} {} {state} {}: {}", unit.freshness.name(), unit.source, unit.target)
    });
    shown.collect()
}

/// Settles the unit as a translator does; nothing where there is nothing to do.
fn settle(document: &Document, catalog: &mut Catalog, unit: usize, number: usize) -> bool {
    let decision = {
        let bitext = bitext(document, catalog, "ru");
        let unit = &bitext.units[unit];
        match Need::of(unit) {
            None => return false,
            Some(Need::Stale(_)) if number.is_multiple_of(2) => {
                Decision::Acknowledge { reason: "Верно.".to_owned() }
            }
            Some(_) => {
                let target = format!("New {number}.");
                Decision::Translate { target, state: State::Translated, origin: None }
            }
        }
    };
    let seen = {
        let bitext = bitext(document, catalog, "ru");
        let unit = &bitext.units[unit];
        (unit.segments.start, unit.source.to_string(), unit.target.to_string())
    };
    let seen = SeenUnit { segment: seen.0, source: &seen.1, target: &seen.2 };
    let made = decide(
        Original { document, language: "ru" },
        catalog,
        &seen,
        Signed { decision: &decision, signature: &Signature::default() },
    );
    assert_eq!(made, Settled::Done);
    true
}

fn check(mut paragraphs: Vec<Vec<usize>>, changes: Vec<Change>, picks: &[usize]) {
    let then = document(&paragraphs);
    let pair = |(at, segment): (usize, &Segment)| {
        let state = if at % 4 == 3 { State::Draft } else { State::Translated };
        Pair::new(segment.text.clone(), format!("Old {at}."), state)
    };
    let mut catalog = Catalog { pairs: then.segments.iter().enumerate().map(pair).collect() };
    for change in changes {
        changed(&mut paragraphs, change);
    }
    let document = document(&paragraphs);
    for (number, pick) in picks.iter().enumerate() {
        let (before, unit) = {
            let bitext = bitext(&document, &catalog, "ru");
            if bitext.units.is_empty() {
                return;
            }
            (standing(&bitext), pick % bitext.units.len())
        };
        let was: Vec<String> =
            catalog.pairs.iter().map(|pair| format!("{}={}", pair.source, pair.target)).collect();
        if !settle(&document, &mut catalog, unit, number) {
            continue;
        }
        let bitext = bitext(&document, &catalog, "ru");
        let after = standing(&bitext);
        let shown = || format!("{unit}: {before:#?}\n{after:#?}\n{was:?}\n{paragraphs:?}");
        assert_eq!(before.len(), after.len(), "{}", shown());
        // Of equal sentences any may be the one that has the translation.
        let texts = |rows: &[String]| {
            let mut rows: Vec<String> = rows
                .iter()
                .map(|row| row.split_once(' ').expect("a place and a text").1.to_owned())
                .collect();
            rows.sort();
            rows
        };
        let (gone, come) = difference(texts(&before), texts(&after));
        assert_eq!(gone, texts(&before[unit..=unit]), "{}", shown());
        assert!(come.len() == 1 && come[0].starts_with("current"), "{}", shown());
    }
}

/// So many times a work list is gone through at most until nothing is left.
const ROUNDS: usize = 3;

/// Goes through the work list again and again, and gives each text that is asked for.
fn work_off(document: &Document, catalog: &mut Catalog) {
    for round in 0..ROUNDS {
        let (mut unit, mut is_done) = (0, true);
        loop {
            let open = {
                let bitext = bitext(document, catalog, "ru");
                let Some(unit) = bitext.units.get(unit) else { break };
                let is_open = Need::of(unit).is_some();
                // Nobody who never did can say two items in one text.
                let is_joined = document.joins_entries(&unit.segments);
                assert!(!is_joined || unit.state > Some(State::Draft), "{}", unit.source);
                is_open
            };
            if open {
                is_done = false;
                // An odd number: a new text, never an acknowledgement.
                assert!(settle(document, catalog, unit, 2 * (100 * round + unit) + 1));
            }
            unit += 1;
        }
        if is_done {
            return;
        }
    }
    let left = standing(&bitext(document, catalog, "ru"));
    panic!("never done: {left:#?}");
}

/// What only the one and what only the other list has.
fn difference(one: Vec<String>, mut other: Vec<String>) -> (Vec<String>, Vec<String>) {
    let mut alone = Vec::new();
    for row in one {
        match other.iter().position(|found| *found == row) {
            Some(at) => drop(other.remove(at)),
            None => alone.push(row),
        }
    }
    (alone, other)
}

#[test]
fn of_equal_sentences_the_one_that_was_settled_has_its_pair() {
    // Two equal sentences with another between them, which goes while both become others.
    let paragraphs = vec![vec![6, 3, 6]];
    let changes = vec![(5, 4, 0), (2, 4, 5), (1, 1, 0), (2, 2, 5)];
    for picks in [&[7][..], &[0], &[1], &[1, 0]] {
        check(paragraphs.clone(), changes.clone(), picks);
    }
}

#[test]
fn what_an_equal_sentence_has_taken_in_stays_with_it() {
    let tickets = 10;
    // A sentence between two equal ones went, another equal one and a new one came.
    let paragraphs = vec![vec![2, tickets, 3, tickets], vec![5, 0]];
    let changes = vec![(1, 4, 0), (6, 1, 8), (6, 1, tickets)];
    for pick in 0..8 {
        check(paragraphs.clone(), changes.clone(), &[pick]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn settling_a_sentence_leaves_all_others_alone(
        paragraphs in paragraphs(), changes in changes(), picks in prop::collection::vec(0_usize..12, 1..8)
    ) {
        check(paragraphs, changes, &picks);
    }

    #[test]
    fn whatever_is_asked_for_can_be_given(
        paragraphs in paragraphs(),
        changes in changes(),
        kinds in prop::collection::vec(prop::sample::select(KINDS), 1..5),
        // Which sentence is held together with the next, and which of them are drafts.
        joined in prop::collection::vec((0_usize..12, any::<bool>()), 0..4),
    ) {
        let then = document(&paragraphs);
        let mut pairs: Vec<Pair> = Vec::new();
        for (at, segment) in then.segments.iter().enumerate() {
            let is_joined = joined.iter().find(|(first, _)| first + 1 == at);
            match (is_joined, pairs.last_mut()) {
                (Some((_, is_draft)), Some(last)) => {
                    let state = if *is_draft { State::Draft } else { State::Translated };
                    *last = Pair::new(format!("{} {}", last.source, segment.text), "Old.", state);
                }
                _ => pairs.push(Pair::new(segment.text.clone(), format!("Old {at}."), State::Translated)),
            }
        }
        let mut paragraphs = paragraphs;
        for change in changes {
            changed(&mut paragraphs, change);
        }
        work_off(&document_of(&paragraphs, &kinds), &mut Catalog { pairs });
    }
}

/// Kinds of blocks that a document has.
const KINDS: &[Kind] = &[Kind::Paragraph, Kind::Item, Kind::Heading, Kind::Cell];

//! Random histories of both documents: what stands is held, and no done pair is wrong.

use proptest::prelude::*;

use super::aligner::Stub;
use super::tests::document;
use super::{BlockAligner, KnownPage, Link, Versions, realign};
use crate::align::Lexicon;
use crate::model::{Catalog, Document, Pair, State};
use crate::text::fold::fold;
use crate::tracking::Tongue;

/// What sentences speak of: a word of the source, its sentence, a word of the translation, its sentence.
const TOPICS: [[&str; 4]; 6] = [
    ["Мост", "Мост открыли в мае", "bridge", "The bridge opened in May"],
    ["Кот", "Кот спит весь день", "cat", "A cat sleeps all day"],
    ["Итоги", "Итоги подвели вечером", "Results", "Results came this evening"],
    ["Цены", "Цены снова выросли", "Prices", "Prices rose once more"],
    ["Школу", "Школу закрыли зимой", "School", "School closed for winter"],
    ["Поезд", "Поезд опоздал на час", "train", "That train was an hour late"],
];
/// How a sentence may end, edited or not.
const ENDS: [[&str; 2]; 3] = [[".", "."], [" опять.", " again."], [" вопреки плану.", " anyway."]];

/// A sentence: its topic and its end.
type Sentence = (usize, usize);

#[derive(Clone, Debug)]
struct Edit {
    side: usize,
    what: usize,
    at: usize,
    sentence: Sentence,
}

/// What is done after some edits.
#[derive(Clone, Copy, Debug)]
enum Then {
    Nothing,
    Commit,
    Align,
}

fn edits() -> impl Strategy<Value = Vec<(Vec<Edit>, Then)>> {
    let sentence = (0..TOPICS.len(), 0..ENDS.len());
    let edit = (0_usize..2, 0_usize..4, 0_usize..8, sentence)
        .prop_map(|(side, what, at, sentence)| Edit { side, what, at, sentence });
    let then = prop_oneof![Just(Then::Nothing), Just(Then::Commit), Just(Then::Align)];
    prop::collection::vec((prop::collection::vec(edit, 1..4), then), 1..7)
}

impl Edit {
    fn apply(&self, sides: &mut [Vec<Sentence>; 2]) {
        let side = &mut sides[self.side];
        let is_there = side.iter().any(|(topic, _)| *topic == self.sentence.0);
        match (self.what, side.is_empty()) {
            (0, _) if !is_there => side.insert(self.at % (side.len() + 1), self.sentence),
            (1, false) => drop(side.remove(self.at % side.len())),
            (2, false) => {
                let at = self.at % side.len();
                side[at].1 = self.sentence.1;
            }
            (3, false) => {
                let moved = side.remove(self.at % side.len());
                side.insert(self.sentence.0 % (side.len() + 1), moved);
            }
            _ => {}
        }
    }
}

fn shown(sentences: &[Sentence], side: usize) -> Document {
    let text = |(topic, end): &Sentence| {
        format!("{}{}\n\n", TOPICS[*topic][2 * side + 1], ENDS[*end][side])
    };
    document(&sentences.iter().map(text).collect::<String>(), ["ru", "en"][side])
}

/// The topics that a text speaks of.
fn topics(text: &str, side: usize) -> Vec<usize> {
    (0..TOPICS.len()).filter(|topic| text.contains(TOPICS[*topic][2 * side])).collect()
}

/// Pairs all in order.
fn in_order(source: &[usize], target: &[usize]) -> Vec<Link> {
    let both = source.len().min(target.len());
    let link = |at: usize| Link { source: at..at + 1, target: at..at + 1, confidence: 0.97 };
    let left =
        (both..source.len()).map(|at| Link { source: at..at + 1, target: 0..0, confidence: 1.0 });
    let right =
        (both..target.len()).map(|at| Link { source: 0..0, target: at..at + 1, confidence: 1.0 });
    (0..both).map(link).chain(left).chain(right).collect()
}

fn translates(source: &str, target: &str) -> bool {
    topics(source, 0) == topics(target, 1)
}

/// An aligner that pairs all in order, and knows translations.
fn follow(
    catalog: &Catalog,
    (source, target): (&Document, &Document),
    base: KnownPage<'_>,
) -> Catalog {
    let tongues = (&Tongue::new("ru"), &Tongue::new("en"));
    let versions = Versions { source, target, base, tongues };
    let lexicon = Lexicon::empty("ru", "en");
    let mut aligner = BlockAligner::new(&lexicon, 0.5);
    aligner.stub = Some(Stub {
        links: in_order,
        fit: |source, target| f64::from(u8::from(translates(source, target))) * 9.0,
        translates,
        contradicts: |_, _| false,
    });
    realign(&versions, catalog, &aligner).catalog
}

/// What must hold after the catalog followed the documents.
fn check(
    (before, after): (&Catalog, &Catalog),
    (source, target): (&Document, &Document),
    was: &Document,
) -> Result<(), TestCaseError> {
    let stands = |document: &Document, text: &str| {
        document.segments.iter().any(|segment| fold(&segment.text) == fold(text))
    };
    let is_done = |pair: &&Pair| pair.state > State::Draft && !pair.source.is_empty();
    for segment in &target.segments {
        let is_held = after.pairs.iter().any(|pair| pair.target.contains(&segment.text));
        prop_assert!(is_held, "lost: {} of {:?}", segment.text, after.pairs);
    }
    for pair in after.pairs.iter().filter(is_done) {
        prop_assert_eq!(topics(&pair.source, 0), topics(&pair.target, 1), "{:?}", pair);
    }
    for old in before.pairs.iter().filter(is_done).filter(|pair| !stands(target, &pair.target)) {
        let is_kept = |pair: &Pair| {
            let is_noted = pair.note.as_ref().is_some_and(|note| note.contains(&old.target));
            is_noted || topics(&pair.target, 1) == topics(&old.target, 1)
        };
        prop_assert!(after.pairs.iter().any(is_kept), "gone: {:?} of {:?}", old, after.pairs);
        // What left both documents before is a translation again once its source comes back.
        let is_green = |pair: &Pair| {
            let is_old = pair.target == old.target && stands(was, &old.target);
            is_done(&pair) && is_old && stands(source, &pair.source)
        };
        prop_assert!(!after.pairs.iter().any(is_green), "still done: {:?}", old);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_history_what_stands_is_held_and_no_done_pair_is_wrong(history in edits()) {
        let first: Vec<Sentence> = (0..4).map(|topic| (topic, 0)).collect();
        let mut sides = [first.clone(), first];
        let pair = |topic: &[&str; 4]| {
            Pair::new(format!("{}.", topic[1]), format!("{}.", topic[3]), State::Reviewed)
        };
        let mut catalog = Catalog { pairs: TOPICS[..4].iter().map(pair).collect() };
        let mut base = shown(&sides[1], 1);
        for (edits, then) in history.into_iter().chain([(Vec::new(), Then::Commit)]) {
            for edit in &edits {
                edit.apply(&mut sides);
            }
            let (source, target) = (shown(&sides[0], 0), shown(&sides[1], 1));
            let known = match then {
                Then::Nothing => continue,
                Then::Commit => KnownPage::Document(&base),
                Then::Align => KnownPage::Lost,
            };
            let after = follow(&catalog, (&source, &target), known);
            check((&catalog, &after), (&source, &target), &base)?;
            (catalog, base) = (after, target);
        }
    }
}

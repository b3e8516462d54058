//! What stands around equal texts: of several, the one beside the same neighbours is meant.

use std::iter;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::model::Document;

/// A number for a text and for each of its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub struct Neighbours {
    pub before: Option<u32>,
    pub text: Option<u32>,
    pub after: Option<u32>,
    /// What the neighbours before and after count for; nothing on the side of the pairs.
    pub weights: [u64; 2],
}

/// A neighbour in the same block moves along with a sentence,
const INSIDE: u64 = 2;
/// one in another block may stay where it is.
const OUTSIDE: u64 = 1;

impl Neighbours {
    /// The neighbour before, where it stands in the same block or blocks aren't known.
    pub fn before_inside(&self) -> Option<u32> {
        self.before.filter(|_| self.weights[0] != OUTSIDE)
    }

    /// The neighbour after, where it stands in the same block or blocks aren't known.
    pub fn after_inside(&self) -> Option<u32> {
        self.after.filter(|_| self.weights[1] != OUTSIDE)
    }

    /// What the neighbours count for that an equal text on the other side has, too.
    pub fn shared(&self, other: &Self) -> u64 {
        let same = |one: Option<u32>, two: Option<u32>| u64::from(one.is_some() && one == two);
        let weight = |at: usize| self.weights[at].max(other.weights[at]);
        weight(0) * same(self.before, other.before) + weight(1) * same(self.after, other.after)
    }
}

/// The neighbours of a stretch, out of the texts with one neighbour at each end.
pub fn neighbours(texts: &[Option<u32>]) -> Vec<Neighbours> {
    let around = |three: &[Option<u32>]| Neighbours {
        before: three[0],
        text: three[1],
        after: three[2],
        weights: [0; 2],
    };
    texts.windows(3).map(around).collect()
}

/// Tells the neighbours of these segments what their neighbours count for.
pub fn weigh(neighbours: &mut [Neighbours], document: &Document, open: &Range<usize>) {
    let mut blocks = document.blocks.iter().peekable();
    for (around, segment) in neighbours.iter_mut().zip(open.clone()) {
        while blocks.next_if(|block| block.segments.end <= segment).is_some() {}
        let Some(block) = blocks.peek() else { return };
        let weight = |is_inside: bool| if is_inside { INSIDE } else { OUTSIDE };
        around.weights =
            [weight(block.segments.start < segment), weight(segment + 1 < block.segments.end)];
    }
}

/// The stretch with one neighbour on each side, none beyond the ends.
pub fn around(open: &Range<usize>, length: usize) -> impl Iterator<Item = Option<usize>> {
    let before = open.start.checked_sub(1);
    let after = Some(open.end).filter(|end| *end < length);
    iter::once(before).chain(open.clone().map(Some)).chain(iter::once(after))
}

/// A text and where it stands.
pub type TextPlace = (Option<u32>, usize);

/// Each text with where it stands; equal ones side by side.
pub fn occurrences(contexts: &[Neighbours]) -> Vec<TextPlace> {
    let contexts = contexts.iter().enumerate();
    let mut occurrences: Vec<_> = contexts.map(|(index, context)| (context.text, index)).collect();
    occurrences.sort_unstable();
    occurrences
}

/// How well the places of two texts agree, counted from the start or from the end, up to `FAR`.
pub fn nearness(from_start: [usize; 2], from_end: [usize; 2]) -> u64 {
    let apart = |[one, other]: [usize; 2]| one.abs_diff(other);
    let apart = apart(from_start).min(apart(from_end));
    FAR - u64::try_from(apart).unwrap_or(FAR).min(FAR)
}

/// From here on places are equally far from each other.
const FAR: u64 = 7;

/// What stands around the occurrences of one text, with what it counts for.
#[derive(Default)]
pub struct Vicinity {
    both: FxHashMap<[u32; 2], u64>,
    before: FxHashMap<u32, u64>,
    after: FxHashMap<u32, u64>,
}

impl Vicinity {
    /// The vicinity of these occurrences.
    pub fn of<'a>(neighbours: impl Iterator<Item = &'a Neighbours>) -> Self {
        let mut all = Self::default();
        for around in neighbours {
            let [before, after] = around.weights;
            if let Some(text) = around.before {
                keep(all.before.entry(text).or_default(), before);
            }
            if let Some(text) = around.after {
                keep(all.after.entry(text).or_default(), after);
            }
            if let (Some(one), Some(two)) = (around.before, around.after) {
                keep(all.both.entry([one, two]).or_default(), before + after);
            }
        }
        all
    }

    /// The most that neighbours count for which one of the occurrences shares with this around.
    pub fn most(&self, around: &Neighbours) -> u64 {
        let [before, after] = around.weights;
        let first = around.before.and_then(|text| self.before.get(&text));
        let last = around.after.and_then(|text| self.after.get(&text));
        let both = around.before.zip(around.after);
        let both = both.and_then(|(one, two)| self.both.get(&[one, two]));
        let weight = |held: Option<&u64>, own: u64| held.map_or(0, |held| own.max(*held));
        weight(both, before + after).max(weight(first, before)).max(weight(last, after))
    }
}

fn keep(held: &mut u64, weight: u64) {
    *held = weight.max(*held);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::{Catalog, Document, Pair, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::sentences::{Extra, Splitter};
    use crate::tracking::bitext;

    /// Sentences of a paragraph: its own ones, and short ones that others have, too.
    const FORMS: [&[&str]; 6] = [
        &["Вопрос", "Да.", "Ответ"],
        &["Вопрос", "Да."],
        &["Да.", "Ответ"],
        &["Вопрос", "Нет.", "Да.", "Ответ"],
        &["Вопрос", "Да.", "Вывод", "Да.", "Ответ"],
        &["Вопрос"],
    ];

    fn sentences(number: usize, form: usize) -> Vec<String> {
        let own = |word: &&str| match *word {
            "Да." | "Нет." => (*word).to_owned(),
            word => format!("{word} стоит под номером {number}."),
        };
        FORMS[form].iter().map(own).collect()
    }

    fn document(paragraphs: &[(usize, usize)]) -> Document {
        let text: Vec<String> =
            paragraphs.iter().map(|(number, form)| sentences(*number, *form).join(" ")).collect();
        let splitter = Some(Splitter::new("ru", &Extra::default()));
        let options = Options { splitter, ..Options::default() };
        parse(text.join("\n\n"), Syntax::Markdown, &options)
    }

    /// The target says which paragraph and which sentence of it a pair was made for.
    fn catalog(paragraphs: &[(usize, usize)]) -> Catalog {
        let pairs = paragraphs.iter().flat_map(|(number, form)| {
            let texts = sentences(*number, *form).into_iter().enumerate();
            texts.map(move |(at, text)| Pair::new(text, target(*number, at), State::Reviewed))
        });
        Catalog { pairs: pairs.collect() }
    }

    fn target(number: usize, at: usize) -> String {
        format!("{number}/{at}")
    }

    proptest! {
        #[test]
        fn equal_sentences_keep_their_own_answers_wherever_their_paragraphs_go(
            forms in prop::collection::vec(0..FORMS.len(), 1..8),
            order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle(),
            gone in prop::collection::vec(any::<bool>(), 8),
            new in 0..3_usize,
        ) {
            let old: Vec<(usize, usize)> = forms.iter().copied().enumerate().collect();
            let mut now: Vec<(usize, usize)> = old.iter().copied().filter(|(at, _)| !gone[*at]).collect();
            now.extend((0..new).map(|at| (old.len() + at, at)));
            now.sort_by_key(|(number, _)| order[*number]);
            let (document, catalog) = (document(&now), catalog(&old));
            let bitext = bitext(&document, &catalog, "ru");
            let mut units = bitext.units.iter();
            for (number, form) in now {
                for at in 0..FORMS[form].len() {
                    let unit = units.next().expect("a unit for each sentence");
                    let held: Vec<&str> = unit
                        .pairs
                        .iter()
                        .map(|pair| catalog.pairs[*pair].target.as_str())
                        .collect();
                    if number < old.len() {
                        prop_assert_eq!(held, [target(number, at)]);
                    }
                }
            }
        }
    }
}

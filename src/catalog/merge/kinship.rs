//! Which pair of a catalog became which of a later one.
//!
//! By the source, then by what an ack says the source was, then by the target, and in
//! the gaps by likeness. A wrong guess loses nothing: it shows as a conflict at worst.

use std::borrow::Cow;
use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::model::Pair;
use crate::text::fold::fold;
use crate::text::heaviest::{Point, chain};
use crate::text::similarity::Bag;
use crate::text::stems::Stems;

/// From here on two sources are versions of one.
const SIMILAR: f64 = 0.5;
/// Repeated sentences and gaps with more combinations than this are taken in order.
const COMBINATIONS: usize = 4096;

/// For each pair of `now` the pair of `before` that it was.
pub fn origins(before: &[Pair], now: &[Pair]) -> Vec<Option<usize>> {
    let mut kinship = Kinship::new(before, now);
    kinship.in_order();
    let anchors = kinship.anchors();
    kinship.by_key(|pair| vec![format!("{}\0{}", fold(&pair.source), pair.target)], Acks::Ignore);
    kinship.by_key(source, Acks::Ignore);
    kinship.by_key(source, Acks::Follow);
    kinship.by_key(|pair| vec![pair.target.clone()], Acks::Ignore);
    kinship.by_likeness(&anchors);
    kinship.origins
}

/// For each pair that one side added the same one among those that the other added.
pub fn twins(ours: &[Pair], theirs: &[Pair]) -> Vec<Option<usize>> {
    let mut kinship = Kinship::new(ours, theirs);
    kinship.in_order();
    kinship.by_key(source, Acks::Ignore);
    kinship.origins
}

fn source(pair: &Pair) -> Vec<String> {
    vec![fold(&pair.source).into_owned()]
}

/// Whether the sources that an ack names count for the later pair's own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Acks {
    Ignore,
    Follow,
}

struct Kinship<'a> {
    before: &'a [Pair],
    now: &'a [Pair],
    origins: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

impl<'a> Kinship<'a> {
    fn new(before: &'a [Pair], now: &'a [Pair]) -> Self {
        let (origins, is_taken) = (vec![None; now.len()], vec![false; before.len()]);
        Self { before, now, origins, is_taken }
    }

    fn link(&mut self, before: usize, now: usize) {
        self.origins[now] = Some(before);
        self.is_taken[before] = true;
    }

    /// Equal sources that stand in the same order; among repeated ones context decides.
    fn in_order(&mut self) {
        let [old, new] = [self.before, self.now].map(texts);
        let mut known: FxHashMap<&str, [Vec<usize>; 2]> = FxHashMap::default();
        for (side, texts) in [&old, &new].into_iter().enumerate() {
            for (index, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                known.entry(text).or_default()[side].push(index);
            }
        }
        let mut points = Vec::new();
        for [before, now] in known.values() {
            if before.len() * now.len() > COMBINATIONS {
                let each = before.iter().zip(now);
                points.extend(each.map(|(before, now)| point(*before, *now, 1)));
                continue;
            }
            for (&one, &other) in
                before.iter().flat_map(|one| now.iter().map(move |now| (one, now)))
            {
                let near = |at: usize, by: isize, texts: &[Cow<'a, str>]| {
                    at.checked_add_signed(by).and_then(|at| texts.get(at)).cloned()
                };
                let same = |by| u64::from(near(one, by, &old) == near(other, by, &new));
                let target = u64::from(self.before[one].target == self.now[other].target);
                points.push(point(one, other, 4 + 2 * target + same(-1) + same(1)));
            }
        }
        points.sort_unstable_by_key(|point| (point.segment, point.pair));
        for point in chain(points) {
            self.link(point.segment, point.pair);
        }
    }

    /// How many links stand before each pair, on both sides.
    fn anchors(&self) -> [Vec<usize>; 2] {
        [count(self.is_taken.clone()), count(self.origins.iter().map(Option::is_some).collect())]
    }

    fn by_key(&mut self, keys: fn(&Pair) -> Vec<String>, acks: Acks) {
        let mut known: FxHashMap<String, VecDeque<usize>> = FxHashMap::default();
        for index in (0..self.before.len()).filter(|index| !self.is_taken[*index]) {
            for key in keys(&self.before[index]).into_iter().filter(|key| !key.is_empty()) {
                known.entry(key).or_default().push_back(index);
            }
        }
        for index in 0..self.now.len() {
            if self.origins[index].is_some() {
                continue;
            }
            let pair = &self.now[index];
            let wanted = match acks {
                Acks::Ignore => keys(pair),
                Acks::Follow => pair.acks.iter().map(|ack| fold(&ack.from).into_owned()).collect(),
            };
            let found = wanted.iter().find_map(|key| known.get_mut(key)?.pop_front());
            if let Some(before) = found {
                self.link(before, index);
            }
        }
    }

    /// Similar sources between the same neighbours.
    fn by_likeness(&mut self, [old, new]: &[Vec<usize>; 2]) {
        let mut gaps: FxHashMap<usize, [Vec<usize>; 2]> = FxHashMap::default();
        for index in (0..old.len()).filter(|index| !self.is_taken[*index]) {
            gaps.entry(old[index]).or_default()[0].push(index);
        }
        for index in (0..new.len()).filter(|index| self.origins[*index].is_none()) {
            gaps.entry(new[index]).or_default()[1].push(index);
        }
        let stems = Stems::new("");
        let mut points = Vec::new();
        for [before, now] in gaps.values() {
            if before.len() * now.len() > COMBINATIONS {
                continue;
            }
            let (old, new) = (bags(self.before, before, &stems), bags(self.now, now, &stems));
            for (one, bag) in before.iter().zip(&old) {
                let each = now.iter().zip(&new).map(|(other, now)| (*other, bag.similarity(now)));
                let alike = each.filter(|(_, similarity)| *similarity >= SIMILAR);
                points.extend(
                    alike.map(|(other, similarity)| point(*one, other, hundredths(similarity))),
                );
            }
        }
        for point in chain(points) {
            self.link(point.segment, point.pair);
        }
    }
}

fn bags(pairs: &[Pair], places: &[usize], stems: &Stems) -> Vec<Bag> {
    places.iter().map(|at| Bag::new(&pairs[*at].source, stems)).collect::<Vec<_>>()
}

fn count(is_linked: Vec<bool>) -> Vec<usize> {
    let mut links = 0;
    let counted = is_linked.into_iter().map(|is_linked| {
        links += usize::from(is_linked);
        links
    });
    counted.collect()
}

fn texts(pairs: &[Pair]) -> Vec<Cow<'_, str>> {
    pairs.iter().map(|pair| fold(&pair.source)).collect()
}

fn point(segment: usize, pair: usize, weight: u64) -> Point {
    Point { segment, pair, weight }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 1")]
fn hundredths(share: f64) -> u64 {
    (share * 100.0) as u64
}

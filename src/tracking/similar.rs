//! Edited sentences: in the gaps between equal ones, the most similar find each other.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::matching::{MatchGroup, Matching};
use crate::text::heaviest::{Point, chain};
use crate::text::markup::is_unmarked;
use crate::text::similarity::Bag;
use crate::text::stems::Stems;

/// From here on two sentences are versions of one, wherever they stand.
const SIMILAR: f64 = 0.5;
/// Where both stand between the same neighbours, from here on.
const SIMILAR_IN_GAP: f64 = 0.4;
/// For a segment and a pair that nothing else stands beside, from here on.
const SIMILAR_ALONE: f64 = 0.25;
/// How much longer than a heading the text may be that it was.
const LONGER: u32 = 3;
/// The share of a sentence that must be found in what it was joined to.
const CONTAINED: f64 = 0.6;
/// The most segments or pairs in one row.
const ROW: usize = 4;
/// With no more combinations than this in all, each is tried.
const COMBINATIONS: usize = 4096;
/// How many pairs are looked at for one segment where there are more.
const LOOKS: usize = 64;

/// Matches free segments with free pairs by their words.
pub fn pair_up(matching: &mut Matching<'_>, stems: &Stems) {
    link_evident(matching);
    let (segments, pairs) = (matching.free_texts(), matching.free_pairs());
    if segments.is_empty() || pairs.is_empty() {
        return;
    }
    let bags = Bags::new(matching, &segments, &pairs, stems);
    let gaps = matching.gaps();
    let likely = bags.likely(matching, &segments, &pairs);
    let in_gap = |likeness: &&Likeness| gaps[likeness.segment].contains(&likeness.pair);
    let points = likely.iter().filter(in_gap).map(Likeness::point).collect();
    for point in chain(points) {
        matching.link(point.segment, point.pair, false);
    }
    for likeness in &likely {
        let is_free =
            matching.is_free_text(likeness.segment) && matching.is_free_pair(likeness.pair);
        if is_free && likeness.similarity >= SIMILAR {
            matching.link(likeness.segment, likeness.pair, false);
        }
    }
    bags.link_alone(matching, &segments);
    bags.widen(matching);
}

/// Matches a segment and a pair alone in their gap where most of the text, letter by letter, is the same.
///
/// They would find each other by their words as well; this is faster.
fn link_evident(matching: &mut Matching<'_>) {
    let segments = matching.free_texts();
    let gaps = if segments.is_empty() { Vec::new() } else { matching.gaps() };
    for segment in segments {
        let pair = gaps[segment].start;
        let is_evident = is_alone(matching, segment, &gaps[segment])
            && matching.is_free_pair(pair)
            && !matching.is_heading(segment)
            && is_evident(matching.source(pair), matching.segment(segment));
        if is_evident {
            matching.link(segment, pair, false);
        }
    }
}

/// Whether a segment and one pair are all that is between matched neighbours.
fn is_alone(matching: &Matching<'_>, segment: usize, gap: &Range<usize>) -> bool {
    gap.start + 1 == gap.end
        && !matching.is_free_text(segment + 1)
        && !segment.checked_sub(1).is_some_and(|before| matching.is_free_text(before))
}

/// Whether texts without markup share three quarters at their beginning and end.
fn is_evident(old: &str, new: &str) -> bool {
    let (one, two) = (old.as_bytes(), new.as_bytes());
    let (shorter, longer) = (one.len().min(two.len()), one.len().max(two.len()));
    let begins = one.iter().zip(two).take_while(|(one, two)| one == two).count();
    let ends = one.iter().rev().zip(two.iter().rev()).take_while(|(one, two)| one == two).count();
    4 * (begins + ends).min(shorter) >= 3 * longer && is_unmarked(old) && is_unmarked(new)
}

/// The words of every free text.
struct Bags {
    segments: FxHashMap<usize, Bag>,
    pairs: FxHashMap<usize, Bag>,
}

/// How similar a segment and a pair are.
struct Likeness {
    segment: usize,
    pair: usize,
    similarity: f64,
}

impl Likeness {
    fn point(&self) -> Point {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 1000"
        )]
        let weight = (self.similarity * 1000.0) as u64;
        Point { segment: self.segment, pair: self.pair, weight }
    }
}

impl Bags {
    fn new(matching: &Matching<'_>, segments: &[usize], pairs: &[usize], stems: &Stems) -> Self {
        Self {
            segments: segments
                .iter()
                .map(|at| (*at, Bag::new(matching.segment(*at), stems)))
                .collect(),
            pairs: pairs.iter().map(|at| (*at, Bag::new(matching.source(*at), stems))).collect(),
        }
    }

    /// Similar pairs for each segment, the most similar first.
    fn likely(
        &self,
        matching: &Matching<'_>,
        segments: &[usize],
        pairs: &[usize],
    ) -> Vec<Likeness> {
        let all = segments.len().saturating_mul(pairs.len()) <= COMBINATIONS;
        let index = (!all).then(|| Index::new(self, pairs));
        let mut likely = Vec::new();
        for &segment in segments {
            let bag = &self.segments[&segment];
            let looks = index.as_ref().map_or_else(|| pairs.to_vec(), |index| index.looks(bag));
            let found = looks.into_iter().map(|pair| {
                let similarity = bag.likeness(&self.pairs[&pair]);
                Likeness { segment, pair, similarity }
            });
            // A heading is short, and so soon looks like a sentence of its section.
            let least = if matching.is_heading(segment) { SIMILAR } else { SIMILAR_IN_GAP };
            likely.extend(found.filter(|likeness| likeness.similarity >= least));
        }
        likely.sort_by(|a, b| b.similarity.total_cmp(&a.similarity));
        likely
    }

    /// Matches a segment and a pair that stand alone between the same matched neighbours.
    fn link_alone(&self, matching: &mut Matching<'_>, segments: &[usize]) {
        let gaps = matching.gaps();
        for &segment in segments {
            let gap = &gaps[segment];
            let alone = matching.is_free_text(segment) && is_alone(matching, segment, gap);
            let Some(pair) = self.pairs.get(&gap.start).filter(|_| alone) else { continue };
            let bag = &self.segments[&segment];
            let fits = !matching.is_heading(segment) || pair.weight <= LONGER * bag.weight;
            if matching.is_free_pair(gap.start) && fits && bag.similarity(pair) >= SIMILAR_ALONE {
                matching.link(segment, gap.start, false);
            }
        }
    }

    /// Adds free neighbours to edited rows whose other side holds their words: changed joins and splits.
    fn widen(&self, matching: &mut Matching<'_>) {
        for index in 0..matching.groups.len() {
            if matching.groups[index].is_equal {
                continue;
            }
            while let Some(group) = self.wider(matching, &matching.groups[index]) {
                matching.group_of[group.segments.clone()].fill(Some(index));
                matching.taken[group.pairs.clone()].fill(Some(index));
                matching.groups[index] = group;
            }
        }
    }

    fn wider(&self, matching: &Matching<'_>, group: &MatchGroup) -> Option<MatchGroup> {
        let (segments, pairs) = (group.segments.clone(), group.pairs.clone());
        let has_room = matching.is_free_text(segments.end)
            || matching.is_free_pair(pairs.end)
            || segments.start.checked_sub(1).is_some_and(|at| matching.is_free_text(at))
            || pairs.start.checked_sub(1).is_some_and(|at| matching.is_free_pair(at));
        if !has_room {
            return None;
        }
        let left = sum(&self.segments, segments.clone())?;
        let right = sum(&self.pairs, pairs.clone())?;
        let grown = |segments, pairs| Some(MatchGroup { segments, pairs, is_equal: false });
        let wider = |at: usize| segments.start.min(at)..segments.end.max(at + 1);
        let segment_fits = |at: usize| {
            matching.is_free_text(at)
                && !matching.document.joins_entries(&wider(at))
                && fits(&left, self.segments.get(&at), &right)
        };
        let pair_fits =
            |at: usize| matching.is_free_pair(at) && fits(&right, self.pairs.get(&at), &left);
        if pairs.len() == 1 && segments.len() < ROW {
            if segment_fits(segments.end) {
                return grown(segments.start..segments.end + 1, pairs);
            }
            if let Some(before) = segments.start.checked_sub(1).filter(|at| segment_fits(*at)) {
                return grown(before..segments.end, pairs);
            }
        }
        if segments.len() == 1 && pairs.len() < ROW {
            if pair_fits(pairs.end) {
                return grown(segments, pairs.start..pairs.end + 1);
            }
            if let Some(before) = pairs.start.checked_sub(1).filter(|at| pair_fits(*at)) {
                return grown(segments, before..pairs.end);
            }
        }
        None
    }
}

/// Whether `added` belongs to `here`, as far as `there` shows: its words stand there and make the texts more alike.
fn fits(here: &Bag, added: Option<&Bag>, there: &Bag) -> bool {
    added.is_some_and(|added| {
        let wider = here.with(added);
        let gain = there.shared(&wider).saturating_sub(there.shared(here));
        f64::from(gain) >= CONTAINED * f64::from(added.weight)
            && wider.similarity(there) > here.similarity(there)
    })
}

fn sum(bags: &FxHashMap<usize, Bag>, range: Range<usize>) -> Option<Bag> {
    let mut bags = range.map(|at| bags.get(&at));
    let first = bags.next()??.clone();
    bags.try_fold(first, |sum, bag| Some(sum.with(bag?)))
}

/// Which pairs hold which words.
struct Index {
    pairs: FxHashMap<u64, Vec<usize>>,
}

impl Index {
    fn new(bags: &Bags, pairs: &[usize]) -> Self {
        let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for &pair in pairs {
            for (stem, _) in &bags.pairs[&pair].stems {
                let holders = index.entry(*stem).or_default();
                if holders.last() != Some(&pair) {
                    holders.push(pair);
                }
            }
        }
        Self { pairs: index }
    }

    /// Pairs that share the rarest words, a bounded number.
    fn looks(&self, bag: &Bag) -> Vec<usize> {
        let mut holders: Vec<&Vec<usize>> =
            bag.stems.iter().filter_map(|(stem, _)| self.pairs.get(stem)).collect();
        holders.sort_by_key(|holders| holders.len());
        let mut looks: Vec<usize> = holders.into_iter().flatten().copied().take(LOOKS).collect();
        looks.sort_unstable();
        looks.dedup();
        looks
    }
}

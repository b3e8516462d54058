//! Equal texts: from both ends, in order, then moved.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::hash::Hash;
use std::iter;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::heaviest::{Point, chain};
use super::matching::{Matching, same};
use crate::text::fold::fold;

/// Matches equal texts from the start and from the end: the whole work where nothing changed.
pub fn trim(matching: &mut Matching<'_>) {
    let (segments, pairs) = (matching.group_of.len(), matching.taken.len());
    let shorter = segments.min(pairs);
    let is_same =
        |segment: usize, pair: usize| same(matching.segment(segment), matching.source(pair));
    let front = (0..shorter).take_while(|at| is_same(*at, *at)).count();
    let back = (1..=shorter - front).take_while(|at| is_same(segments - at, pairs - at)).count();
    matching.open_segments = front..segments - back;
    matching.open_pairs = front..pairs - back;
    let is_whole = matching.open_segments.is_empty() && matching.open_pairs.is_empty();
    if !is_whole {
        give_back(matching);
    }
    for at in 0..matching.open_segments.start {
        matching.link((at, at), true);
    }
    let moved = matching.open_pairs.end;
    for (step, at) in (matching.open_segments.end..segments).enumerate() {
        matching.link((at, moved + step), true);
    }
}

/// Opens the ends again where their texts stand in the middle, too: neighbours shall decide.
fn give_back(matching: &mut Matching<'_>) {
    let (mut segments, mut pairs) = (matching.open_segments.clone(), matching.open_pairs.clone());
    let middle = segments.clone().map(|at| matching.segment(at));
    let middle: FxHashSet<_> =
        middle.chain(pairs.clone().map(|at| matching.source(at))).map(fold).collect();
    let repeats = |segment: usize| middle.contains(&fold(matching.segment(segment)));
    while segments.start > 0 && repeats(segments.start - 1) {
        (segments.start, pairs.start) = (segments.start - 1, pairs.start - 1);
    }
    while segments.end < matching.group_of.len() && repeats(segments.end) {
        (segments.end, pairs.end) = (segments.end + 1, pairs.end + 1);
    }
    (matching.open_segments, matching.open_pairs) = (segments, pairs);
}

/// Matches equal texts between the ends.
pub fn pair_up(matching: &mut Matching<'_>) {
    let texts = Texts::new(matching);
    for point in chain(texts.points()) {
        matching.link((point.segment, point.pair), true);
    }
    // The more of the context moved along, the surer; the same text may be translated differently by place.
    link_moved(matching, &texts, |[before, text, after]| Some((before, text, after)));
    link_moved(matching, &texts, |[before, text, _]| Some((before?, text)));
    link_moved(matching, &texts, |[_, text, after]| Some((text, after?)));
    link_moved(matching, &texts, |[_, text, _]| text);
}

/// A number for each different text, and the text's neighbours.
type Context = [Option<u32>; 3];

struct Texts {
    first: (usize, usize),
    segments: Vec<Context>,
    pairs: Vec<Context>,
}

/// How far from its own rank an occurrence of a repeated text looks for partners.
const RANKS: usize = 2;
/// Repeated texts with no more combinations than this are all tried.
const COMBINATIONS: usize = 64;

impl Texts {
    fn new(matching: &Matching<'_>) -> Self {
        let texts = matching.open_segments.len() + matching.open_pairs.len() + 4;
        let mut ids: FxHashMap<Cow<'_, str>, u32> =
            FxHashMap::with_capacity_and_hasher(texts, FxBuildHasher);
        let mut id = |text| {
            let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            *ids.entry(fold(text)).or_insert(next)
        };
        let segments: Vec<u32> = around(&matching.open_segments, matching.group_of.len())
            .map(|index| index.map_or(u32::MAX, |index| id(matching.segment(index))))
            .collect();
        let pairs: Vec<u32> = around(&matching.open_pairs, matching.taken.len())
            .map(|index| index.map_or(u32::MAX, |index| id(matching.source(index))))
            .collect();
        Self {
            first: (matching.open_segments.start, matching.open_pairs.start),
            segments: contexts(&segments),
            pairs: contexts(&pairs),
        }
    }

    /// Matches of equal texts that the common sequence may take; a few for each text, however often it repeats.
    fn points(&self) -> Vec<Point> {
        let (segments, pairs) = (occurrences(&self.segments), occurrences(&self.pairs));
        let mut held = pairs.chunk_by(|one, two| one.0 == two.0).peekable();
        let mut points = Vec::with_capacity(segments.len().min(pairs.len()));
        for segments in segments.chunk_by(|one, two| one.0 == two.0) {
            while held.next_if(|pairs| pairs[0].0 < segments[0].0).is_some() {}
            let Some(pairs) = held.next_if(|pairs| pairs[0].0 == segments[0].0) else { continue };
            for (rank, (_, segment)) in segments.iter().enumerate() {
                let ranks = near_ranks(rank, segments.len(), pairs.len());
                points.extend(ranks.map(|rank| self.point(*segment, pairs[rank].1)));
            }
        }
        points
    }

    fn point(&self, segment: usize, pair: usize) -> Point {
        let (here, there) = (self.segments[segment], self.pairs[pair]);
        let same = |at: usize| u64::from(here[at].is_some() && here[at] == there[at]);
        let neighbours = same(0) + same(2);
        // Length counts first, neighbours decide between chains of one length.
        let weight = (1 << 32) + neighbours;
        Point { segment: self.first.0 + segment, pair: self.first.1 + pair, weight }
    }
}

/// The occurrences worth trying: all of few, else those as far from the start or from the end.
fn near_ranks(rank: usize, segments: usize, pairs: usize) -> impl Iterator<Item = usize> {
    let from_end = (rank + pairs).saturating_sub(segments);
    let near = |rank: usize| rank.saturating_sub(RANKS).min(pairs)..(rank + RANKS + 1).min(pairs);
    let all = segments * pairs <= COMBINATIONS;
    let (front, back) = if all { (0..pairs, 0..0) } else { (near(rank), near(from_end)) };
    front.clone().chain(back.filter(move |rank| !front.contains(rank)))
}

/// The stretch with one neighbour on each side, none beyond the ends.
fn around(open: &Range<usize>, length: usize) -> impl Iterator<Item = Option<usize>> {
    let before = open.start.checked_sub(1);
    let after = Some(open.end).filter(|end| *end < length);
    iter::once(before).chain(open.clone().map(Some)).chain(iter::once(after))
}

fn contexts(texts: &[u32]) -> Vec<Context> {
    let known = |text: u32| Some(text).filter(|text| *text != u32::MAX);
    texts.windows(3).map(|three| [known(three[0]), known(three[1]), known(three[2])]).collect()
}

/// Each text with where it stands; equal ones side by side.
fn occurrences(contexts: &[Context]) -> Vec<(Option<u32>, usize)> {
    let contexts = contexts.iter().enumerate();
    let mut occurrences: Vec<_> = contexts.map(|(index, context)| (context[1], index)).collect();
    occurrences.sort_unstable();
    occurrences
}

/// Matches free texts whose `key` is the same, in order.
fn link_moved<K: Hash + Eq>(
    matching: &mut Matching<'_>,
    texts: &Texts,
    key: impl Fn(Context) -> Option<K>,
) {
    let mut held: FxHashMap<K, VecDeque<usize>> = FxHashMap::default();
    for pair in matching.free_pairs() {
        if let Some(key) = key(texts.pairs[pair - texts.first.1]) {
            held.entry(key).or_default().push_back(pair);
        }
    }
    if held.is_empty() {
        return;
    }
    for segment in matching.free_segments() {
        let key = key(texts.segments[segment - texts.first.0]);
        let pair = key.and_then(|key| held.get_mut(&key)).and_then(VecDeque::pop_front);
        if let Some(pair) = pair {
            matching.link((segment, pair), true);
        }
    }
}

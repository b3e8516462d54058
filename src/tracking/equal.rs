//! Equal texts: from both ends, in order, then moved.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::hash::Hash;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::matching::{Matching, same};
use super::neighbours::{
    Neighbours, TextPlace, Vicinity, around, nearness, neighbours, occurrences, weigh,
};
use crate::text::fold::fold;
use crate::text::heaviest::{Point, chain};

/// Matches equal texts from the start and from the end: the whole work where nothing changed.
///
/// Values without a pair are passed over: most have none.
pub fn trim(matching: &mut Matching<'_>) {
    let (segments, pairs) = (matching.group_of.len(), matching.taken.len());
    let mut front = front(matching);
    let (mut start, mut first) = after(&front);
    if first == pairs {
        let rest = start..segments;
        start += rest.take_while(|segment| matching.is_value(*segment)).count();
    }
    let mut back = back(matching, (start, first));
    let (mut end, mut last) = back.last().copied().unwrap_or((segments, pairs));
    if (start, first) != (end, last) {
        matching.find_runs();
        unlabelled(matching, &mut front, &mut back);
        (start, first) = after(&front);
        (end, last) = back.last().copied().unwrap_or((segments, pairs));
        let middle = (start..end).map(|at| matching.segment(at));
        let middle: FxHashSet<_> =
            middle.chain((first..last).map(|at| matching.source(at))).map(fold).collect();
        // Texts that stand in the middle, too, are opened again: neighbours shall decide.
        let repeats = |link: &mut Link| middle.contains(&fold(matching.segment(link.0)));
        while let Some(link) = front.pop_if(repeats) {
            (start, first) = link;
        }
        while let Some((segment, pair)) = back.pop_if(repeats) {
            (end, last) = (segment + 1, pair + 1);
        }
    }
    front.extend(back.into_iter().rev());
    for (segment, pair) in front {
        matching.link(segment, pair, true);
    }
    (matching.open_segments, matching.open_pairs) = (start..end, first..last);
}

/// Drops from both ends what belongs to texts that are not among them.
fn unlabelled(matching: &Matching<'_>, front: &mut Vec<Link>, back: &mut Vec<Link>) {
    let mut labels = vec![None; matching.group_of.len()];
    for run in &matching.runs {
        run.segments.iter().for_each(|segment| labels[*segment] = Some((run.before, run.after)));
    }
    while let Some((segment, _)) = front.last()
        && let Some((None, Some(after))) = labels[*segment]
        && after > *segment
    {
        front.pop();
    }
    while let Some((segment, _)) = back.last()
        && let Some((Some(before), _)) = labels[*segment]
        && before < *segment
    {
        back.pop();
    }
}

/// A segment and a pair.
type Link = (usize, usize);

/// The places behind the last link.
fn after(links: &[Link]) -> Link {
    links.last().map_or((0, 0), |(segment, pair)| (segment + 1, pair + 1))
}

/// Equal texts from the start on.
fn front(matching: &Matching<'_>) -> Vec<Link> {
    let (segments, pairs) = (matching.group_of.len(), matching.taken.len());
    let mut links = Vec::with_capacity(segments.min(pairs));
    let (mut segment, mut pair) = (0, 0);
    let mut has_passed = false;
    while segment < segments && pair < pairs {
        if same(matching.segment(segment), matching.source(pair)) {
            // Which of several values in one place has the pair is not told here.
            if has_passed && matching.is_value(segment) {
                break;
            }
            has_passed = false;
            links.push((segment, pair));
            pair += 1;
        } else if !matching.is_value(segment) {
            break;
        } else {
            has_passed = true;
        }
        segment += 1;
    }
    links
}

/// Equal texts from the end back to the places where the front ended, the last first.
fn back(matching: &Matching<'_>, (start, first): Link) -> Vec<Link> {
    let (mut segment, mut pair) = (matching.group_of.len(), matching.taken.len());
    let mut links = Vec::new();
    let mut has_passed = false;
    while segment > start && pair > first {
        segment -= 1;
        if same(matching.segment(segment), matching.source(pair - 1)) {
            if has_passed && matching.is_value(segment) {
                break;
            }
            has_passed = false;
            pair -= 1;
            links.push((segment, pair));
        } else if !matching.is_value(segment) {
            break;
        } else {
            has_passed = true;
        }
    }
    links
}

/// Matches equal texts between the ends.
pub fn pair_up(matching: &mut Matching<'_>) {
    let texts = Texts::new(matching);
    let is_text = |matching: &Matching<'_>, segment: usize| !matching.is_owned(segment);
    for point in chain(texts.points(matching)) {
        if is_text(matching, point.segment) {
            matching.link(point.segment, point.pair, true);
        }
    }
    link_moved(matching, &texts, is_text);
}

/// Matches equal values and cells whose own place shows nothing, wherever they moved.
pub fn pair_up_owned(matching: &mut Matching<'_>) {
    let is_open = |matching: &Matching<'_>, segment: usize| {
        matching.is_owned(segment) && !(matching.is_value(segment) && matching.is_placed(segment))
    };
    let mut free = matching.open_segments.clone().filter(|at| matching.is_free_segment(*at));
    if free.any(|segment| is_open(matching, segment)) {
        let texts = Texts::new(matching);
        link_moved(matching, &texts, is_open);
    }
}

struct Texts {
    first: (usize, usize),
    segments: Vec<Neighbours>,
    pairs: Vec<Neighbours>,
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
        let open = &matching.open_segments;
        let segments: Vec<Option<u32>> = around(open, matching.group_of.len())
            .map(|index| index.map(|index| id(matching.segment(index))))
            .collect();
        let pairs: Vec<Option<u32>> = around(&matching.open_pairs, matching.taken.len())
            .map(|index| index.map(|index| id(matching.source(index))))
            .collect();
        let mut segments = neighbours(&segments);
        weigh(&mut segments, matching.document, open);
        let first = (open.start, matching.open_pairs.start);
        Self { first, segments, pairs: neighbours(&pairs) }
    }

    /// Matches of equal texts that the common sequence may take; a few for each text, however often it repeats.
    fn points(&self, matching: &Matching<'_>) -> Vec<Point> {
        let (segments, pairs) = (occurrences(&self.segments), occurrences(&self.pairs));
        let mut held = pairs.chunk_by(|one, two| one.0 == two.0).peekable();
        let mut points = Vec::with_capacity(segments.len().min(pairs.len()));
        for segments in segments.chunk_by(|one, two| one.0 == two.0) {
            while held.next_if(|pairs| pairs[0].0 < segments[0].0).is_some() {}
            let Some(pairs) = held.next_if(|pairs| pairs[0].0 == segments[0].0) else { continue };
            if let ([(_, segment)], [(_, pair)]) = (segments, pairs) {
                points.push(self.point(matching, *segment, *pair));
            } else {
                points.extend(self.repeated(matching, segments, pairs));
            }
        }
        points
    }

    /// Matches of a text that stands several times: what stands beside its own neighbours elsewhere belongs there.
    fn repeated(
        &self,
        matching: &Matching<'_>,
        segments: &[TextPlace],
        pairs: &[TextPlace],
    ) -> Vec<Point> {
        let mut points = Vec::new();
        let here = Vicinity::of(segments.iter().map(|(_, at)| &self.segments[*at]));
        let there = Vicinity::of(pairs.iter().map(|(_, at)| &self.pairs[*at]));
        for (rank, (_, segment)) in segments.iter().enumerate() {
            let context = &self.segments[*segment];
            let most = there.most(context);
            for rank in near_ranks(rank, segments.len(), pairs.len()) {
                let (_, pair) = pairs[rank];
                let other = &self.pairs[pair];
                if context.shared(other) >= most.max(here.most(other)) {
                    points.push(self.point(matching, *segment, pair));
                }
            }
        }
        points
    }

    fn point(&self, matching: &Matching<'_>, segment: usize, pair: usize) -> Point {
        let neighbours = self.segments[segment].shared(&self.pairs[pair]);
        let ends = [self.segments.len() - segment, self.pairs.len() - pair];
        let near = nearness([segment, pair], ends);
        // Length counts first, neighbours decide between chains of one length, then places.
        let (segment, pair) = (self.first.0 + segment, self.first.1 + pair);
        let length = if matching.is_value(segment) { VALUE } else { TEXT };
        Point { segment, pair, weight: length + NEIGHBOUR * neighbours + near }
    }
}

/// What a match counts towards the length of a chain.
const TEXT: u64 = 1 << 44;
/// What a match of a value counts, which often says the same elsewhere.
const VALUE: u64 = 1 << 28;
/// What a neighbour in common counts.
const NEIGHBOUR: u64 = 1 << 12;

/// The occurrences worth trying: all of few, else those as far from the start or from the end.
fn near_ranks(rank: usize, segments: usize, pairs: usize) -> impl Iterator<Item = usize> {
    let from_end = (rank + pairs).saturating_sub(segments);
    let near = |rank: usize| rank.saturating_sub(RANKS).min(pairs)..(rank + RANKS + 1).min(pairs);
    let all = segments * pairs <= COMBINATIONS;
    let (front, back) = if all { (0..pairs, 0..0) } else { (near(rank), near(from_end)) };
    front.clone().chain(back.filter(move |rank| !front.contains(rank)))
}

/// Whether a segment is one of those looked at.
type Asked = fn(&Matching<'_>, usize) -> bool;

/// Matches free texts that moved.
///
/// The more of the context moved along, the surer; the same text may be translated differently by place.
fn link_moved(matching: &mut Matching<'_>, texts: &Texts, is_asked: Asked) {
    link_by(matching, texts, is_asked, |at| Some((at.before, at.text, at.after)));
    link_by(matching, texts, is_asked, |at| Some((at.before_inside()?, at.text)));
    link_by(matching, texts, is_asked, |at| Some((at.text, at.after_inside()?)));
    link_by(matching, texts, is_asked, |at| Some((at.before?, at.text)));
    link_by(matching, texts, is_asked, |at| Some((at.text, at.after?)));
    link_by(matching, texts, is_asked, |at| at.text);
}

/// Matches free texts whose `key` is the same, in order.
fn link_by<K: Hash + Eq>(
    matching: &mut Matching<'_>,
    texts: &Texts,
    is_asked: Asked,
    key: impl Fn(&Neighbours) -> Option<K>,
) {
    let mut held: FxHashMap<K, VecDeque<usize>> = FxHashMap::default();
    for pair in matching.free_pairs() {
        if let Some(key) = key(&texts.pairs[pair - texts.first.1]) {
            held.entry(key).or_default().push_back(pair);
        }
    }
    if held.is_empty() {
        return;
    }
    for segment in matching.free_segments() {
        if !is_asked(matching, segment) {
            continue;
        }
        let key = key(&texts.segments[segment - texts.first.0]);
        let pair = key.and_then(|key| held.get_mut(&key)).and_then(VecDeque::pop_front);
        if let Some(pair) = pair {
            matching.link(segment, pair, true);
        }
    }
}

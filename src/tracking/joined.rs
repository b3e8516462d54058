//! Sentences that were joined or split, or cut by other rules, with their text unchanged.
//!
//! Segments on one side and pairs on the other are laid end to end until both end at the same
//! place; so nothing is lost when paragraphs or the rules of segmentation change.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::matching::{MatchGroup, Matching};
use crate::model::State;
use crate::text::fold::fold;

/// How many pairs with the same first word are tried for one segment.
const TRIES: usize = 16;
/// How often the whole text may be compared in all, so that repetitive texts end in time.
const PASSES: usize = 32;

/// Matches free segments with free pairs where their texts end to end are the same.
pub fn pair_up(matching: &mut Matching<'_>) {
    let mut seams = Seams::new(matching);
    let mut expected = 0;
    for segment in matching.open_segments.clone() {
        if let Some(group) = matching.group_of[segment] {
            expected = matching.groups[group].pairs.end;
            continue;
        }
        let found = seams.candidates(segment, expected).into_iter().find_map(|pair| {
            let free = matching.is_free_pair(pair);
            free.then(|| seams.lay(matching, segment, pair)).flatten()
        });
        if let Some(group) = found.filter(|group| !is_doubtful(matching, group)) {
            matching.join(group);
        }
    }
}

/// Whether a draft has the text of several items or cells, for which nobody can give one translation.
fn is_doubtful(matching: &Matching<'_>, group: &MatchGroup) -> bool {
    let is_draft = |pair: usize| matching.pair(pair).state == State::Draft;
    matching.document.joins_entries(&group.segments) && group.pairs.clone().any(is_draft)
}

/// The folded texts, and which pairs begin with which word.
struct Seams<'a> {
    segments: FxHashMap<usize, Cow<'a, str>>,
    pairs: FxHashMap<usize, Cow<'a, str>>,
    by_first_word: FxHashMap<String, Vec<usize>>,
    /// Bytes that may still be compared.
    budget: usize,
}

impl<'a> Seams<'a> {
    fn new(matching: &Matching<'a>) -> Self {
        let segments: FxHashMap<_, _> = matching
            .free_segments()
            .into_iter()
            .map(|segment| (segment, fold(matching.segment(segment))))
            .collect();
        let mut by_first_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut pairs = FxHashMap::default();
        for pair in matching.free_pairs() {
            let text = fold(matching.source(pair));
            by_first_word.entry(first_word(&text).to_owned()).or_default().push(pair);
            pairs.insert(pair, text);
        }
        let size = |texts: &FxHashMap<usize, Cow<'_, str>>| -> usize {
            texts.values().map(|text| text.len()).sum()
        };
        let budget = PASSES * (size(&segments) + size(&pairs));
        Self { segments, pairs, by_first_word, budget }
    }

    /// Pairs that begin like the segment, those near `expected` first.
    fn candidates(&self, segment: usize, expected: usize) -> Vec<usize> {
        let word = first_word(&self.segments[&segment]);
        let Some(pairs) = self.by_first_word.get(word) else { return Vec::new() };
        let middle = pairs.partition_point(|pair| *pair < expected);
        let near = middle.saturating_sub(TRIES / 2)..(middle + TRIES / 2).min(pairs.len());
        let mut near = pairs[near].to_vec();
        near.sort_by_key(|pair| pair.abs_diff(expected));
        near
    }

    /// Lays free neighbours end to end from `segment` and `pair` until both sides end together.
    fn lay(&mut self, matching: &Matching<'_>, segment: usize, pair: usize) -> Option<MatchGroup> {
        let (mut segments, mut pairs) = (segment..segment + 1, pair..pair + 1);
        let mut left = self.segments.get(&segment)?.as_ref();
        let mut right = self.pairs.get(&pair)?.as_ref();
        loop {
            let common = left.len().min(right.len());
            self.budget = self.budget.checked_sub(common)?;
            if left.as_bytes()[..common] != right.as_bytes()[..common] {
                return None;
            }
            let last = &left[..common];
            (left, right) = (&left[common..], &right[common..]);
            match (left.is_empty(), right.is_empty()) {
                (true, true) => return grown(segments, pairs),
                (true, false) => {
                    left = &self
                        .segments
                        .get(&segments.end)
                        .filter(|_| matching.is_free_segment(segments.end))?[..];
                    segments.end += 1;
                    right = right.trim_start();
                    if are_glued(last, right) {
                        return None;
                    }
                }
                (false, _) => {
                    right = &self
                        .pairs
                        .get(&pairs.end)
                        .filter(|_| matching.is_free_pair(pairs.end))?[..];
                    pairs.end += 1;
                    left = left.trim_start();
                    if are_glued(last, left) {
                        return None;
                    }
                }
            }
        }
    }
}

/// Whether two texts that meet where a break was make another value: «1» and «5 этаж».
pub fn are_glued(before: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    before.ends_with(is_digit) && after.starts_with(is_digit)
}

/// A group of more than one text on a side; single equal texts are matched elsewhere.
fn grown(segments: Range<usize>, pairs: Range<usize>) -> Option<MatchGroup> {
    let several = segments.len() + pairs.len() > 2;
    several.then_some(MatchGroup { segments, pairs, is_equal: true })
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or("")
}

//! What is matched so far.

use std::borrow::Cow;
use std::ops::Range;

use super::owners::{Cluster, Footing, runs};
use crate::model::{Catalog, Document, Kind, Pair};
use crate::text::fold::fold;
use crate::text::values::is_value;

/// Segments on one side, pairs on the other, and who has found whom.
pub struct Matching<'a> {
    pub document: &'a Document,
    pub catalog: &'a Catalog,
    /// Indices of the pairs that have a source; the others are text of the translation only.
    pub sourced: Vec<usize>,
    /// For each segment its group.
    pub group_of: Vec<Option<usize>>,
    /// For each entry of `sourced` its group.
    pub taken: Vec<Option<usize>>,
    pub groups: Vec<MatchGroup>,
    /// The stretch outside which everything is matched one to one from both ends.
    pub open_segments: Range<usize>,
    pub open_pairs: Range<usize>,
    /// Values and cells that stand for texts beside them; empty until somebody looks.
    pub runs: Vec<Cluster>,
    /// For each segment its place among these.
    run_of: Vec<Option<usize>>,
    /// For each entry of `sourced` whether its source is a value; empty until somebody asks.
    value_pairs: Vec<bool>,
}

/// Segments and pairs that belong together; both are consecutive.
#[derive(Clone, Debug)]
pub struct MatchGroup {
    pub segments: Range<usize>,
    /// Indices into `sourced`.
    pub pairs: Range<usize>,
    /// Whether the texts are the same but for white space where they are joined.
    pub is_equal: bool,
}

impl<'a> Matching<'a> {
    /// Nothing matched yet.
    pub fn new(document: &'a Document, catalog: &'a Catalog) -> Self {
        let pairs = &catalog.pairs;
        let sourced: Vec<usize> =
            (0..pairs.len()).filter(|index| !pairs[*index].source.trim().is_empty()).collect();
        Self {
            document,
            catalog,
            group_of: vec![None; document.segments.len()],
            taken: vec![None; sourced.len()],
            groups: Vec::with_capacity(document.segments.len()),
            open_segments: 0..document.segments.len(),
            open_pairs: 0..sourced.len(),
            runs: Vec::new(),
            run_of: Vec::new(),
            value_pairs: Vec::new(),
            sourced,
        }
    }

    /// The text of a segment.
    pub fn segment(&self, segment: usize) -> &'a str {
        &self.document.segments[segment].text
    }

    /// An entry of `sourced`.
    pub fn pair(&self, pair: usize) -> &'a Pair {
        &self.catalog.pairs[self.sourced[pair]]
    }

    /// The source of an entry of `sourced`.
    pub fn source(&self, pair: usize) -> &'a str {
        &self.pair(pair).source
    }

    /// Whether a segment has no words.
    pub fn is_value(&self, segment: usize) -> bool {
        self.document.segments.get(segment).is_some_and(|segment| segment.is_value)
    }

    /// Whether an entry of `sourced` has no words, as far as somebody looked.
    pub fn is_value_pair(&self, pair: usize) -> bool {
        self.value_pairs.get(pair).is_some_and(|is_value| *is_value)
    }

    /// Looks for pairs of values; tells whether there are any.
    pub fn find_value_pairs(&mut self) -> bool {
        if self.value_pairs.is_empty() {
            let is_value = |pair| is_value(self.source(pair));
            self.value_pairs = (0..self.sourced.len()).map(is_value).collect();
        }
        self.value_pairs.contains(&true)
    }

    /// Looks for values and cells that stand for texts beside them.
    pub fn find_runs(&mut self) {
        self.runs = runs(self.document);
        self.run_of = vec![None; self.group_of.len()];
        for (index, run) in self.runs.iter().enumerate() {
            run.segments.iter().for_each(|segment| self.run_of[*segment] = Some(index));
        }
    }

    /// Whether a segment is known by the text beside it, as far as somebody looked.
    pub fn is_owned(&self, segment: usize) -> bool {
        self.run_of(segment).is_some()
    }

    /// Whether a segment stands in a row whose label is matched.
    pub fn is_placed(&self, segment: usize) -> bool {
        let is_matched = |label: Option<usize>| label.is_some_and(|at| self.group_of[at].is_some());
        self.run_of(segment).is_some_and(|run| match run.form {
            Footing::Row => is_matched(run.before),
            Footing::Lead => is_matched(run.after),
            Footing::Bare | Footing::Loose => false,
        })
    }

    fn run_of(&self, segment: usize) -> Option<&Cluster> {
        self.runs.get((*self.run_of.get(segment)?)?)
    }

    /// Whether a segment stands in a heading.
    pub fn is_heading(&self, segment: usize) -> bool {
        let blocks = &self.document.blocks;
        let next = blocks.partition_point(|block| block.segments.end <= segment);
        blocks.get(next).is_some_and(|block| matches!(block.kind, Kind::Title | Kind::Heading))
    }

    /// Whether nothing on one of the sides is left to match.
    pub fn is_complete(&self) -> bool {
        self.open_segments.is_empty() || self.open_pairs.is_empty()
    }

    /// Puts segments and pairs together that nobody has yet.
    pub fn join(&mut self, group: MatchGroup) {
        let index = self.groups.len();
        self.group_of[group.segments.clone()].fill(Some(index));
        self.taken[group.pairs.clone()].fill(Some(index));
        self.groups.push(group);
    }

    /// Joins one segment and one pair.
    pub fn link(&mut self, segment: usize, pair: usize, is_equal: bool) {
        self.join(MatchGroup { segments: segment..segment + 1, pairs: pair..pair + 1, is_equal });
    }

    /// Segments without a pair, in order.
    pub fn free_segments(&self) -> Vec<usize> {
        self.open_segments.clone().filter(|index| self.group_of[*index].is_none()).collect()
    }

    /// Segments with words and without a pair, in order.
    pub fn free_texts(&self) -> Vec<usize> {
        self.open_segments.clone().filter(|index| self.is_free_text(*index)).collect()
    }

    /// Pairs without a segment, in order.
    pub fn free_pairs(&self) -> Vec<usize> {
        self.open_pairs.clone().filter(|index| self.taken[*index].is_none()).collect()
    }

    /// Whether the segment exists and is free.
    pub fn is_free_segment(&self, segment: usize) -> bool {
        self.group_of.get(segment).is_some_and(Option::is_none)
    }

    /// Whether the segment exists, has words and is free.
    pub fn is_free_text(&self, segment: usize) -> bool {
        self.is_free_segment(segment) && !self.is_value(segment)
    }

    /// Whether the pair exists and is free.
    pub fn is_free_pair(&self, pair: usize) -> bool {
        self.taken.get(pair).is_some_and(Option::is_none)
    }

    /// For every segment, free or not, which pairs lie between those of its matched neighbours.
    pub fn gaps(&self) -> Vec<Range<usize>> {
        let group = |segment: usize| self.group_of[segment].map(|group| &self.groups[group].pairs);
        let mut gaps = vec![0..self.taken.len(); self.group_of.len()];
        for segment in 1..gaps.len() {
            gaps[segment].start =
                group(segment - 1).map_or(gaps[segment - 1].start, |pairs| pairs.end);
        }
        for segment in (0..gaps.len().saturating_sub(1)).rev() {
            gaps[segment].end =
                group(segment + 1).map_or(gaps[segment + 1].end, |pairs| pairs.start);
        }
        gaps
    }
}

/// Whether two texts are the same to a reader: white space and Unicode form don't count.
pub fn same(left: &str, right: &str) -> bool {
    left == right || folds_equal(left, right)
}

fn folds_equal(left: &str, right: &str) -> bool {
    let folded: [Cow<'_, str>; 2] = [fold(left), fold(right)];
    folded[0] == folded[1]
}

//! Paragraphs begin together, headings answer to headings and cells to the cells in their place, mostly.

use std::ops::Range;

use super::Side;
use super::settings::Settings;
use crate::model::Kind;

/// Blocks of one kind that follow one another, each as a range of sentences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List(pub Vec<Range<usize>>);

/// From this length of a list on a place in it says no more.
const MOST: usize = 8;

/// What the blocks of two sides say about their sentences.
pub struct Structure {
    source: Blocks,
    target: Blocks,
    begin: f64,
    within: f64,
    kind: f64,
    place: f64,
}

struct Blocks {
    begins: Vec<bool>,
    kinds: Vec<Kind>,
    places: Vec<Place>,
    /// Share of sentences that begin a block.
    begin_share: f64,
    kind_shares: Vec<(Kind, f64)>,
}

impl Blocks {
    fn of(side: &Side<'_>) -> Self {
        let begins: Vec<bool> = (0..side.blocks.len())
            .map(|index| index == 0 || side.blocks[index] != side.blocks[index - 1])
            .collect();
        let count = begins.len() as f64;
        let begun = begins.iter().filter(|begins| **begins).count() as f64;
        let mut kind_shares: Vec<(Kind, f64)> = Vec::new();
        for kind in &side.kinds {
            match kind_shares.iter_mut().find(|(known, _)| known == kind) {
                Some((_, share)) => *share += 1.0 / count,
                None => kind_shares.push((*kind, 1.0 / count)),
            }
        }
        let begin_share = (begun + 0.5) / (count + 1.0);
        Self { begins, kinds: side.kinds.clone(), places: places(side), begin_share, kind_shares }
    }

    fn only(&self, kept: &[usize]) -> Self {
        Self {
            begins: kept.iter().map(|index| self.begins[*index]).collect(),
            kinds: kept.iter().map(|index| self.kinds[*index]).collect(),
            places: kept.iter().map(|index| self.places[*index]).collect(),
            begin_share: self.begin_share,
            kind_shares: self.kind_shares.clone(),
        }
    }

    /// Whether the range is all sentences of one block.
    fn is_whole(&self, range: &Range<usize>) -> bool {
        let begins = |at: usize| self.begins.get(at).copied().unwrap_or(true);
        begins(range.start) && begins(range.end) && !self.begins[range.clone()][1..].contains(&true)
    }

    fn lists(&self) -> Vec<List> {
        let mut lists = Vec::new();
        let mut list = List::default();
        for (at, place) in self.places.iter().enumerate() {
            if self.begins[at] && place.index == 0 {
                lists.push(std::mem::take(&mut list));
            }
            if place.count < 2 {
                continue;
            }
            match list.0.last_mut() {
                Some(block) if !self.begins[at] => block.end = at + 1,
                _ => list.0.push(at..at + 1),
            }
        }
        lists.push(list);
        lists.retain(|list| !list.0.is_empty());
        lists
    }

    fn kind_share(&self, kind: Kind) -> f64 {
        self.kind_shares.iter().find(|(known, _)| *known == kind).map_or(1e-3, |(_, share)| *share)
    }
}

impl Structure {
    /// Reads the blocks of both sides.
    pub fn of(source: &Side<'_>, target: &Side<'_>, settings: &Settings) -> Self {
        Self {
            source: Blocks::of(source),
            target: Blocks::of(target),
            begin: settings.begin,
            within: settings.within,
            kind: settings.kind,
            place: settings.place,
        }
    }

    /// The lists and tables of both sides.
    pub fn lists(&self) -> (Vec<List>, Vec<List>) {
        (self.source.lists(), self.target.lists())
    }

    /// The structure of some of the sentences of each side.
    pub fn only(&self, source: &[usize], target: &[usize]) -> Self {
        Self { source: self.source.only(source), target: self.target.only(target), ..*self }
    }

    /// How much likelier these places are in a translation than by chance, as a logarithm.
    pub fn score(&self, source: &Range<usize>, target: &Range<usize>) -> f64 {
        self.begin_score(source.start, target.start)
            + self.kind_score(source.start, target.start)
            + self.place_score(source.start, target.start)
            + inside(&self.source, source, self.within)
            + inside(&self.target, target, self.within)
    }

    /// Whether both are whole blocks, each in the other's place of tables or lists of one size.
    pub fn are_answering(&self, source: &Range<usize>, target: &Range<usize>) -> bool {
        let (left, right) = (self.source.places[source.start], self.target.places[target.start]);
        left.index == right.index
            && self.are_comparable(source.start, target.start)
            && self.source.is_whole(source)
            && self.target.is_whole(target)
    }

    /// Whether the sentences stand in tables or lists of one size.
    fn are_comparable(&self, source: usize, target: usize) -> bool {
        let (left, right) = (self.source.places[source], self.target.places[target]);
        left.count == right.count
            && left.count > 1
            && self.source.kinds[source] == self.target.kinds[target]
    }

    fn begin_score(&self, source: usize, target: usize) -> f64 {
        let (left, right) = (self.source.begin_share, self.target.begin_share);
        let (one, other) = (self.source.begins[source], self.target.begins[target]);
        // The joint distribution lies between independence and the closest tie the shares allow.
        let tied = match (one, other) {
            (true, true) => left.min(right),
            (true, false) => (left - right).max(0.0),
            (false, true) => (right - left).max(0.0),
            (false, false) => 1.0 - left.max(right),
        };
        let chance = of(left, one) * of(right, other);
        (self.begin * tied / chance + 1.0 - self.begin).ln()
    }

    /// In tables of one size and lists of one length, each block answers to the one in its place.
    fn place_score(&self, source: usize, target: usize) -> f64 {
        let (left, right) = (self.source.places[source], self.target.places[target]);
        let begin = self.source.begins[source] && self.target.begins[target];
        if !self.are_comparable(source, target) || left.index == right.index && !begin {
            return 0.0;
        }
        let same = if left.index == right.index { left.count.min(MOST) as f64 } else { 0.0 };
        (self.place * same + 1.0 - self.place).ln()
    }

    fn kind_score(&self, source: usize, target: usize) -> f64 {
        let (left, right) = (self.source.kinds[source], self.target.kinds[target]);
        let same = if left == right { 1.0 } else { 0.0 };
        let share = self.target.kind_share(right).max(self.source.kind_share(right)).min(1.0);
        (self.kind * same / share + 1.0 - self.kind).ln()
    }
}

/// Where a sentence's block stands among its like: cells of a table, items of a list.
#[derive(Clone, Copy, Default)]
struct Place {
    index: usize,
    /// How many blocks of the kind follow one another; 0 where the place says nothing.
    count: usize,
}

fn places(side: &Side<'_>) -> Vec<Place> {
    let mut places = Vec::with_capacity(side.kinds.len());
    for run in side.kinds.chunk_by(|one, two| one == two) {
        let blocks = &side.blocks[places.len()..places.len() + run.len()];
        let mut index = 0;
        let of_blocks = (0..blocks.len()).map(|at| {
            index += usize::from(at > 0 && blocks[at] != blocks[at - 1]);
            index
        });
        let indices: Vec<usize> = of_blocks.collect();
        let is_listed = matches!(run[0], Kind::Cell | Kind::Item);
        let count = if is_listed { indices[indices.len() - 1] + 1 } else { 0 };
        places.extend(indices.into_iter().map(|index| Place { index, count }));
    }
    places
}

fn of(share: f64, holds: bool) -> f64 {
    if holds { share } else { 1.0 - share }
}

/// Sentences that are one translation seldom have the beginning of a block between them.
fn inside(blocks: &Blocks, range: &Range<usize>, within: f64) -> f64 {
    let share = blocks.begin_share;
    let odds = share / (1.0 - share) * (-within).exp();
    let rare = odds / (1.0 + odds);
    let score = |index: usize| {
        let begins = blocks.begins[index];
        (of(rare, begins) / of(share, begins)).ln()
    };
    range.clone().skip(1).map(score).sum()
}

#[cfg(test)]
mod tests {
    use super::Structure;
    use crate::align::{Lexicon, Settings, Side, align};
    use crate::model::Kind;

    /// One line a cell, its sentences between bars.
    fn table<'a>(cells: &[&'a str]) -> Side<'a> {
        let mut side = Side::default();
        for (block, cell) in cells.iter().enumerate() {
            for sentence in cell.split('|') {
                side.sentences.push(sentence);
                side.blocks.push(block);
                side.kinds.push(Kind::Cell);
            }
        }
        side
    }

    #[test]
    fn cells_answer_to_those_in_their_place() {
        let russian = table(&["Важность", "Поддерживаются|языки", "Тэги"]);
        let english = table(&["Severity", "Scope", "Tags"]);
        let structure = Structure::of(&russian, &english, &Settings::FITTED);
        assert!(structure.are_answering(&(1..3), &(1..2)));
        assert!(!structure.are_answering(&(1..2), &(1..2)));
        assert!(structure.score(&(0..1), &(0..1)) > structure.score(&(0..1), &(1..2)) + 1.0);
        let beads = align(&russian, &english, &Lexicon::empty("ru", "en"), 0.5);
        let found: Vec<_> = beads.into_iter().map(|bead| (bead.source, bead.target)).collect();
        assert_eq!(found, [(0..1, 0..1), (1..3, 1..2), (3..4, 2..3)]);
    }

    #[test]
    fn tables_of_different_size_say_nothing_of_places() {
        let (russian, english) = (table(&["Раз", "Два", "Три"]), table(&["One", "Two"]));
        let structure = Structure::of(&russian, &english, &Settings::FITTED);
        let score = |source: usize| structure.score(&(source..source + 1), &(1..2));
        assert!((score(1) - score(2)).abs() < 1e-9);
    }
}

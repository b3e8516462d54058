//! Paragraphs begin together and headings answer to headings, mostly.

use std::ops::Range;

use super::Side;
use super::settings::Settings;
use crate::model::Kind;

/// What the blocks of two sides say about their sentences.
pub struct Structure {
    source: Blocks,
    target: Blocks,
    begin: f64,
    within: f64,
    kind: f64,
}

struct Blocks {
    begins: Vec<bool>,
    kinds: Vec<Kind>,
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
        Self { begins, kinds: side.kinds.clone(), begin_share, kind_shares }
    }

    fn only(&self, kept: &[usize]) -> Self {
        Self {
            begins: kept.iter().map(|index| self.begins[*index]).collect(),
            kinds: kept.iter().map(|index| self.kinds[*index]).collect(),
            begin_share: self.begin_share,
            kind_shares: self.kind_shares.clone(),
        }
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
        }
    }

    /// The same for some of the sentences.
    pub fn only(&self, source: &[usize], target: &[usize]) -> Self {
        Self { source: self.source.only(source), target: self.target.only(target), ..*self }
    }

    /// How much likelier these places are in a translation than by chance, as a logarithm.
    pub fn score(&self, source: &Range<usize>, target: &Range<usize>) -> f64 {
        self.begin_score(source.start, target.start)
            + self.kind_score(source.start, target.start)
            + inside(&self.source, source, self.within)
            + inside(&self.target, target, self.within)
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

    fn kind_score(&self, source: usize, target: usize) -> f64 {
        let (left, right) = (self.source.kinds[source], self.target.kinds[target]);
        let same = if left == right { 1.0 } else { 0.0 };
        let share = self.target.kind_share(right).max(self.source.kind_share(right)).min(1.0);
        (self.kind * same / share + 1.0 - self.kind).ln()
    }
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

//! Where the way through a long table leads: sentences that share what is rare.

use rustc_hash::FxHashMap;

use super::band::Spot;
use super::links::WordLinks;
use super::reading::SideReading;
use super::tokens::Sort;

/// Types that stand in more places than this say nothing about where the way leads.
const RARE: usize = 4;

/// Places where the way surely leads near, ascending in both sides.
pub fn anchors(source: &SideReading, target: &SideReading, links: &WordLinks) -> Vec<Spot> {
    let mut votes: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for (kind, links) in source.types.iter().zip(&links.0) {
        if kind.places.len() > RARE {
            continue;
        }
        for link in links {
            let other = &target.types[link.target as usize];
            let others = &other.places;
            if others.len() > RARE {
                continue;
            }
            // A number that stands once on each side needs no second witness.
            let is_certain = (kind.places.len(), others.len()) == (1, 1)
                && kind.token.sort != Sort::Word
                && kind.token.key == other.token.key;
            for row in &kind.places {
                for column in others {
                    let vote = votes.entry((row.sentence, column.sentence)).or_default();
                    *vote += 1 + u32::from(is_certain);
                }
            }
        }
    }
    let mut points: Vec<(u32, u32, u32)> = votes
        .into_iter()
        .filter(|(_, votes)| *votes > 1)
        .map(|((row, column), votes)| (row, column, votes))
        .collect();
    // Of the points of one row a chain takes one only, so the last column stands first.
    points.sort_unstable_by_key(|(row, column, _)| (*row, u32::MAX - column));
    heaviest_chain(&points, target.sentences.len())
}

/// The ascending chain with the most votes.
fn heaviest_chain(points: &[(u32, u32, u32)], columns: usize) -> Vec<Spot> {
    let mut tree = Maxima::new(columns);
    let mut before: Vec<Option<usize>> = Vec::with_capacity(points.len());
    for (index, (_, column, votes)) in points.iter().enumerate() {
        let (weight, last) = tree.best_before(*column as usize);
        before.push(last);
        tree.raise(*column as usize, (weight + u64::from(*votes), Some(index)));
    }
    let mut chain = Vec::new();
    let mut next = tree.best_before(columns).1;
    while let Some(index) = next {
        chain.push(Spot::new(points[index].0 as usize, points[index].1 as usize));
        next = before[index];
    }
    chain.reverse();
    chain
}

type Weighted = (u64, Option<usize>);

/// A Fenwick tree: the heaviest chain that ends before a column.
struct Maxima(Vec<Weighted>);

impl Maxima {
    fn new(columns: usize) -> Self {
        Self(vec![(0, None); columns + 1])
    }

    fn best_before(&self, column: usize) -> Weighted {
        let mut best = (0, None);
        let mut at = column;
        while at > 0 {
            best = best.max(self.0[at]);
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, column: usize, weighted: Weighted) {
        let mut at = column + 1;
        while at < self.0.len() {
            self.0[at] = self.0[at].max(weighted);
            at += at & at.wrapping_neg();
        }
    }
}

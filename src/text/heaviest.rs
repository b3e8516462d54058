//! The heaviest chain of points that ascends on both axes.

/// A possible match and how much it would be worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub segment: usize,
    pub pair: usize,
    pub weight: u64,
}

/// The points of the heaviest chain in which segments and pairs both strictly ascend.
///
/// Takes n log n steps for n points, whatever they are.
pub fn chain(mut points: Vec<Point>) -> Vec<Point> {
    // Later pairs first, so that points of one segment can't follow each other.
    points.sort_unstable_by(|a, b| (a.segment, b.pair).cmp(&(b.segment, a.pair)));
    let pairs = points.iter().map(|point| point.pair + 1).max().unwrap_or(0);
    let mut best = Best::new(pairs);
    let mut previous = Vec::with_capacity(points.len());
    for (index, point) in points.iter().enumerate() {
        let before = best.below(point.pair);
        let weight = before.map_or(0, |before| before.weight) + point.weight;
        previous.push(before.map(|before| before.end));
        best.raise(point.pair, Chain { weight, end: index });
    }
    let mut chain = Vec::new();
    let mut next = best.below(pairs).map(|best| best.end);
    while let Some(index) = next {
        chain.push(points[index]);
        next = previous[index];
    }
    chain.reverse();
    chain
}

/// A chain by its weight and the point that it ends with.
#[derive(Clone, Copy)]
struct Chain {
    weight: u64,
    end: usize,
}

/// A Fenwick tree that holds the heaviest chain ending below each pair.
struct Best {
    tree: Vec<Option<Chain>>,
}

impl Best {
    fn new(length: usize) -> Self {
        Self { tree: vec![None; length + 1] }
    }

    /// The heaviest chain that ends at a pair less than `pair`.
    fn below(&self, pair: usize) -> Option<Chain> {
        let (mut at, mut best) = (pair, None);
        while at > 0 {
            best = heavier(best, self.tree[at]);
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, pair: usize, chain: Chain) {
        let mut at = pair + 1;
        while at < self.tree.len() {
            self.tree[at] = heavier(self.tree[at], Some(chain));
            at += at & at.wrapping_neg();
        }
    }
}

fn heavier(one: Option<Chain>, two: Option<Chain>) -> Option<Chain> {
    match (one, two) {
        (Some(first), Some(second)) if second.weight > first.weight => two,
        (None, _) => two,
        _ => one,
    }
}

#[cfg(test)]
mod tests {
    use super::{Point, chain};

    fn of(points: &[(usize, usize, u64)]) -> String {
        let points = points.iter().map(|(segment, pair, weight)| Point {
            segment: *segment,
            pair: *pair,
            weight: *weight,
        });
        let chain = chain(points.collect());
        chain.iter().map(|point| format!("{}-{} ", point.segment, point.pair)).collect()
    }

    #[test]
    fn weight_decides_between_chains() {
        assert_eq!(of(&[(0, 1, 1), (1, 0, 5), (2, 2, 1)]), "1-0 2-2 ");
        assert_eq!(of(&[(0, 1, 1), (1, 2, 1), (2, 0, 1)]), "0-1 1-2 ");
    }

    #[test]
    fn a_segment_and_a_pair_stand_once() {
        assert_eq!(of(&[(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]).matches('-').count(), 2);
        assert_eq!(of(&[]), "");
    }
}

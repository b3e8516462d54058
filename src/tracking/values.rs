//! Values that changed: between the same neighbours they find their pairs by what they say, then by place.
//!
//! A value has no words by which it could be known again, and one without a pair stands for itself.

use super::matching::Matching;
use crate::text::heaviest::{Point, chain};
use crate::text::values::is_kept;

/// Texts with no more combinations than this are all tried.
const COMBINATIONS: usize = 4096;
/// What one more link is worth against the likeness of all.
pub const LINK: u64 = 1 << 32;

/// Free values and free pairs of values between the same matched neighbours.
struct Stretch {
    segments: Vec<usize>,
    pairs: Vec<usize>,
}

/// Links values where as many pairs of values lie in their gap.
pub fn pair_up_even(matching: &mut Matching<'_>, language: &str) {
    for stretch in stretches(matching) {
        if stretch.segments.len() == stretch.pairs.len() {
            link(matching, &stretch.segments, &stretch.pairs, language);
        }
    }
}

/// Links the values that are left with the pairs of values in their gap.
pub fn pair_up(matching: &mut Matching<'_>, language: &str) {
    for stretch in stretches(matching) {
        link(matching, &stretch.segments, &stretch.pairs, language);
    }
}

fn stretches(matching: &mut Matching<'_>) -> Vec<Stretch> {
    let is_free = |segment: &usize| {
        matching.is_value(*segment)
            && matching.is_free_segment(*segment)
            && !matching.is_placed(*segment)
    };
    let segments: Vec<usize> = matching.open_segments.clone().filter(is_free).collect();
    if segments.is_empty() || !matching.find_value_pairs() {
        return Vec::new();
    }
    let gaps = matching.gaps();
    let runs = segments.chunk_by(|one, two| gaps[*one] == gaps[*two]);
    let stretch = |run: &[usize]| {
        let is_free = |pair: &usize| matching.is_value_pair(*pair) && matching.is_free_pair(*pair);
        Stretch { segments: run.to_vec(), pairs: gaps[run[0]].clone().filter(is_free).collect() }
    };
    runs.map(stretch).filter(|stretch| !stretch.pairs.is_empty()).collect()
}

/// As many links as can be, of these the ones between values that are most alike.
pub fn link(matching: &mut Matching<'_>, segments: &[usize], pairs: &[usize], language: &str) {
    // Gaps that overlap may hold the same pair.
    let pairs: Vec<usize> =
        pairs.iter().copied().filter(|pair| matching.is_free_pair(*pair)).collect();
    let all = segments.len().saturating_mul(pairs.len()) <= COMBINATIONS;
    let mut points = Vec::new();
    for (rank, segment) in segments.iter().enumerate() {
        let near =
            if all { 0..pairs.len() } else { rank.min(pairs.len())..(rank + 1).min(pairs.len()) };
        for pair in &pairs[near] {
            let likeness = likeness(matching.source(*pair), matching.segment(*segment), language);
            points.push(Point { segment: *segment, pair: *pair, weight: LINK + likeness });
        }
    }
    for point in chain(points) {
        matching.link(point.segment, point.pair, false);
    }
}

/// How alike two values are: the same, written in the same form, or neither.
pub fn likeness(old: &str, new: &str, language: &str) -> u64 {
    if is_kept(old, new, language) {
        return 4;
    }
    u64::from(form(old) == form(new)) * 2
}

/// A text with its digits alike, without spaces and the marks of a strike.
fn form(text: &str) -> String {
    let digits = |c: char| if c.is_numeric() { '0' } else { c };
    let mut form: Vec<char> =
        text.chars().filter(|c| !c.is_whitespace() && *c != '~').map(digits).collect();
    form.dedup();
    form.into_iter().collect()
}

//! Paragraphs that stand elsewhere in the translation: what stayed alone on both sides is tried again.

use super::anchors::anchors;
use super::article::{Found, ReadSides, found};
use super::band::HALF;
use super::evidence::Evidence;
use super::settings::Settings;

/// How often what still stays alone is tried again: each try finds what moved one way.
const TRIES: usize = 4;
/// What a moved bead must show at least, for chance has many places to strike.
const LEAST_POSTERIOR: f64 = 0.8;
const LEAST_SCORE: f64 = 3.0;

/// Replaces lonely sentences by the beads that cross the others.
pub fn pair_moved(article: &ReadSides<'_>, mut beads: Vec<Found>) -> Vec<Found> {
    for _ in 0..TRIES {
        let moved = crossing(article, &beads);
        if moved.is_empty() {
            break;
        }
        beads = placed(beads, moved);
    }
    beads
}

/// Beads among the sentences that are alone.
fn crossing(article: &ReadSides<'_>, beads: &[Found]) -> Vec<Found> {
    let rows: Vec<usize> =
        beads.iter().filter(|bead| bead.target.is_empty()).map(|bead| bead.source.start).collect();
    let columns: Vec<usize> =
        beads.iter().filter(|bead| bead.source.is_empty()).map(|bead| bead.target.start).collect();
    if rows.is_empty() || columns.is_empty() {
        return Vec::new();
    }
    let (source, target) = (article.source.only(&rows), article.target.only(&columns));
    let structure = article.structure.only(&rows, &columns);
    let settings = Settings {
        none: 0.3,
        none_again: 0.5,
        none_other: 0.5,
        any: 1.0 / rows.len().max(columns.len()) as f64,
        ..article.settings.clone()
    };
    let evidence = Evidence {
        source: &source,
        target: &target,
        links: &article.links,
        lengths: &article.lengths,
        structure: &structure,
        settings: &settings,
    };
    let steps = evidence.search(&anchors(&source, &target, &article.links), HALF).steps;
    steps.iter().flat_map(found).filter_map(|bead| whole(&bead, &rows, &columns)).collect()
}

fn whole(bead: &Found, rows: &[usize], columns: &[usize]) -> Option<Found> {
    let (left, right) = (&rows[bead.source.clone()], &columns[bead.target.clone()]);
    let (first, other) = (*left.first()?, *right.first()?);
    let is_sure = bead.posterior > LEAST_POSTERIOR && bead.score > LEAST_SCORE;
    (is_sure && together(left) && together(right)).then(|| Found {
        source: first..first + left.len(),
        target: other..other + right.len(),
        ..bead.clone()
    })
}

/// Puts moved beads where their first source sentence stood alone.
fn placed(beads: Vec<Found>, moved: Vec<Found>) -> Vec<Found> {
    let mut moved = moved.into_iter().peekable();
    let mut targets: Vec<usize> = moved.clone().flat_map(|bead| bead.target).collect();
    targets.sort_unstable();
    let mut rest = Vec::with_capacity(beads.len());
    let mut taken = 0;
    for bead in beads {
        if bead.source.is_empty() {
            if targets.binary_search(&bead.target.start).is_err() {
                rest.push(bead);
            }
        } else if !bead.target.is_empty() {
            rest.push(bead);
        } else if let Some(found) = moved.next_if(|found| found.source.start == bead.source.start) {
            taken = found.source.end;
            rest.push(found);
        } else if bead.source.start >= taken {
            rest.push(bead);
        }
    }
    rest
}

fn together(numbers: &[usize]) -> bool {
    numbers.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

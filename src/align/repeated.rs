//! Couples of words that an article repeats in sentences already paired.

use rustc_hash::FxHashMap;

use super::reading::SideReading;
use super::search::WayStep;
use super::settings::Settings;

/// Source type, target type, and how strongly each calls for the other.
pub type Couple = (u32, u32, f64, f64);

/// Finds types that meet in more than one bead, weighed by how sure the beads are.
pub fn couples(
    steps: &[WayStep],
    source: &SideReading,
    target: &SideReading,
    settings: &Settings,
) -> Vec<Couple> {
    let mut met: FxHashMap<(u32, u32), f64> = FxHashMap::default();
    for step in steps.iter().filter(|step| step.shape.source > 0 && step.shape.target > 0) {
        let left = again(source, step.row - step.shape.source..step.row);
        let right = again(target, step.column - step.shape.target..step.column);
        for one in &left {
            for other in &right {
                *met.entry((*one, *other)).or_default() += step.posterior;
            }
        }
    }
    let mut couples: Vec<Couple> = Vec::new();
    for ((one, other), met) in met {
        // The bead in question must not bear witness for itself.
        let others = met - 1.0;
        if others > 0.5 {
            let left = source.types[one as usize].places.len() as f64;
            let right = target.types[other as usize].places.len() as f64;
            couples.push((
                one,
                other,
                settings.repeated * others / left,
                settings.repeated * others / right,
            ));
        }
    }
    couples.sort_unstable_by_key(|couple| (couple.0, couple.1));
    couples
}

/// The different types of some sentences that stand in the article more than once.
fn again(reading: &SideReading, sentences: std::ops::Range<usize>) -> Vec<u32> {
    let counts = reading.sentences[sentences].iter().flat_map(|sentence| &sentence.counts);
    let mut types: Vec<u32> = counts
        .map(|count| count.kind)
        .filter(|kind| (2..=64).contains(&reading.types[*kind as usize].places.len()))
        .collect();
    types.sort_unstable();
    types.dedup();
    types
}

//! Sentences that were removed from within a block.

use super::matching::Matching;

/// Adds free pairs between two neighbours of one block to the first of them.
///
/// Their translation still stands in the published text, so somebody must look; a
/// pair whose whole block went is an orphan, and nothing around it changed.
pub fn absorb(matching: &mut Matching<'_>) {
    let document = matching.document;
    for block in &document.blocks {
        for segment in block.segments.clone().skip(1) {
            let (before, here) = (matching.group_of[segment - 1], matching.group_of[segment]);
            let Some((before, here)) = before.zip(here).filter(|(before, here)| before != here)
            else {
                continue;
            };
            let between = matching.groups[before].pairs.end..matching.groups[here].pairs.start;
            if between.is_empty() || !between.clone().all(|pair| matching.is_free_pair(pair)) {
                continue;
            }
            matching.taken[between.clone()].fill(Some(before));
            matching.groups[before].pairs.end = between.end;
            matching.groups[before].is_equal = false;
        }
    }
}

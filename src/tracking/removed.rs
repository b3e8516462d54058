//! Sentences that were removed from within a block.

use super::matching::Matching;

/// Adds free pairs between two neighbours of one block to the first of them, where that was edited.
///
/// What they said may stand in it now. A neighbour that is what it was says what it said: then they
/// are orphans, and where their translations still stand on the page, the page is told of.
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
            if matching.groups[before].is_equal {
                continue;
            }
            if between.is_empty() || !between.clone().all(|pair| matching.is_free_pair(pair)) {
                continue;
            }
            matching.taken[between.clone()].fill(Some(before));
            matching.groups[before].pairs.end = between.end;
            matching.groups[before].is_equal = false;
        }
    }
}

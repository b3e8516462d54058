//! What the rows of a file tell only together: translations that moved, and rows of one source.

use std::collections::{HashMap, HashSet};

use super::Arrival;
use super::address::{Order, folded};
use crate::desk::verdict::{Outcome, Verdict};
use crate::formats::exchange::Ripeness;
use crate::l10n::message;
use crate::model::{Bitext, Unit, is_blank, text_digest};

/// What rows no longer have that they had when they went out.
pub struct RowTraces {
    /// Digests of translations that stand in their rows no longer.
    pub left: HashSet<String>,
    /// Where the units begin whose translations were taken out.
    pub emptied: HashSet<usize>,
}

impl RowTraces {
    /// Looks through the rows of an article.
    pub fn of(order: &Order<'_>, by_id: &HashMap<String, &Unit<'_>>) -> Self {
        let mut traces = Self { left: HashSet::new(), emptied: HashSet::new() };
        for (_, parted) in &order.slips {
            let slip = &parted.slip;
            let Some(tag) = &slip.tag else { continue };
            // Programs empty what they hold for unsure, and leave it for later.
            let is_left = tag.ripeness < Ripeness::Translated && is_blank(&slip.target);
            let is_as_it_went = text_digest(&slip.target).as_str() == tag.target;
            if is_left || is_as_it_went || tag.ripeness == Ripeness::Missing {
                continue;
            }
            traces.left.insert(tag.target.clone());
            if let Some(unit) = by_id.get(&tag.segment).filter(|_| is_blank(&slip.target)) {
                traces.emptied.insert(unit.segments.start);
            }
        }
        traces
    }
}

/// Rows of one source that lost their tags: they go to its segments in their order.
pub struct TwinRows {
    /// The numbers of the segments of each source, where a row asks for them.
    numbers: HashMap<String, Vec<usize>>,
    /// The translations that came already, by source.
    seen: HashMap<String, Vec<String>>,
}

impl TwinRows {
    /// Looks through the rows of an article.
    pub fn of(order: &Order<'_>, bitext: &Bitext<'_>) -> Self {
        let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
        if order.slips.iter().any(|(_, parted)| parted.slip.tag.is_none()) {
            for unit in &bitext.units {
                numbers.entry(folded(&unit.source)).or_default().push(unit.segments.start + 1);
            }
        }
        Self { numbers, seen: HashMap::new() }
    }

    /// A row without memory with the segment that its place among its twins gives it.
    pub fn placed(&mut self, mut arrival: Arrival) -> Arrival {
        let source = folded(&arrival.proposal.source);
        let numbers = self.numbers.get(&source).map_or(&[][..], Vec::as_slice);
        let target = arrival.proposal.target.clone().unwrap_or_default();
        let seen = self.seen.entry(source).or_default();
        match numbers.get(seen.len()) {
            Some(number) => arrival.proposal.segment = *number,
            // There is no segment left, and none takes back what another row brought.
            None if !numbers.is_empty() && !seen.contains(&target) => {
                let reason = Some(message!("error-proposal-torn"));
                arrival.foregone = Some(Verdict {
                    outcome: Outcome::Refused,
                    segment: numbers.last().copied(),
                    source: arrival.proposal.source.clone(),
                    reason,
                    ..Verdict::unknown()
                });
            }
            None => {}
        }
        seen.push(target);
        arrival
    }

    /// What a sentence that came once brings to its other places in the article, where it has no translation yet.
    ///
    /// Programs that keep each text once name all its places in one row.
    pub fn spread(
        &self,
        fitted: &[(usize, Arrival)],
        bitext: &Bitext<'_>,
    ) -> Vec<(usize, Arrival)> {
        let missing = bitext.units.iter().filter(|unit| unit.is_missing());
        let missing: HashSet<usize> = missing.map(|unit| unit.segments.start + 1).collect();
        let mut more = Vec::new();
        for (index, arrival) in fitted {
            let source = folded(&arrival.proposal.source);
            let is_single = self.seen.get(&source).is_some_and(|seen| seen.len() == 1);
            let Some(numbers) = self.numbers.get(&source).filter(|_| is_single) else { continue };
            for number in numbers {
                if *number == arrival.proposal.segment || !missing.contains(number) {
                    continue;
                }
                let mut copy = arrival.clone();
                copy.proposal.segment = *number;
                copy.proposal.note = None;
                more.push((*index, copy));
            }
        }
        more
    }
}

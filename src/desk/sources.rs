//! Which unit of an article a proposal means.

use rustc_hash::FxHashMap;

use super::proposal::Proposal;
use super::verdict::Translated;
use crate::model::{Bitext, Catalog, Unit, is_blank, text_digest};

/// The sources of an article's units, found by their digests or their words.
pub struct UnitSources<'b, 'a> {
    bitext: &'b Bitext<'a>,
    /// Indexes of the units, in order, by the digest of each source as it stands.
    now: FxHashMap<String, Vec<usize>>,
    /// And by that of the source before, where it changed.
    before: FxHashMap<String, Vec<usize>>,
}

impl<'b, 'a> UnitSources<'b, 'a> {
    /// Takes the digest of each source once.
    pub fn of(bitext: &'b Bitext<'a>) -> Self {
        let (mut now, mut before) = (FxHashMap::default(), FxHashMap::default());
        for (index, unit) in bitext.units.iter().enumerate() {
            add(&mut now, &unit.source, index);
            if unit.change.is_some() {
                add(&mut before, &unit.previous, index);
            }
        }
        Self { bitext, now, before }
    }

    /// The catalog that the units are out of.
    pub fn catalog(&self) -> &'a Catalog {
        self.bitext.catalog
    }

    /// The unit that the proposal is about, and which version of its source; among equal ones the nearest.
    pub fn meant(&self, proposal: &Proposal) -> Option<(&'b Unit<'a>, Translated)> {
        let (now, before) = match &proposal.base.source {
            Some(digest) => (found(&self.now, digest), found(&self.before, digest)),
            None => self.by_words(proposal),
        };
        if let Some(unit) = self.nearest(&now, proposal) {
            return Some((unit, Translated::Now));
        }
        self.nearest(&before, proposal).map(|unit| (unit, Translated::Before))
    }

    /// Without a digest white space counts for nothing.
    fn by_words(&self, proposal: &Proposal) -> (Vec<usize>, Vec<usize>) {
        let (mut now, mut before) = (Vec::new(), Vec::new());
        if is_blank(&proposal.source) {
            return (now, before);
        }
        for (index, unit) in self.bitext.units.iter().enumerate() {
            if has_words(&proposal.source, &unit.source) {
                now.push(index);
            }
            if unit.change.is_some() && has_words(&proposal.source, &unit.previous) {
                before.push(index);
            }
        }
        (now, before)
    }

    /// The unit that begins nearest to where the proposer saw it.
    fn nearest(&self, units: &[usize], proposal: &Proposal) -> Option<&'b Unit<'a>> {
        let units = units.iter().map(|index| &self.bitext.units[*index]);
        units.min_by_key(|unit| (unit.segments.start + 1).abs_diff(proposal.segment))
    }
}

fn add(places: &mut FxHashMap<String, Vec<usize>>, source: &str, index: usize) {
    places.entry(text_digest(source).to_string()).or_default().push(index);
}

fn found(places: &FxHashMap<String, Vec<usize>>, digest: &str) -> Vec<usize> {
    places.get(digest).cloned().unwrap_or_default()
}

fn has_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

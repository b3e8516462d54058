//! Which sentences of a document are the translations held.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::realign::standing::standings;
use super::found::{FoundText, Owner, PageLook, TextStanding};
use super::render::{Choice, is_same, rendered};
use super::{Printed, Tongues, is_finished, values};
use crate::model::{Bitext, Catalog, Document, Pair};
use crate::text::fold::fold;

impl<'a> PageLook<'a> {
    /// Looks for the translations of all units, and of the pairs that no unit has.
    pub fn new(bitext: &Bitext<'_>, document: &'a Document, tongues: &Tongues<'_>) -> Self {
        let owners = owners(bitext);
        let text = |owner: &Owner| match owner {
            Owner::Unit(unit) => bitext.units[*unit].target.to_string(),
            Owner::Pair(pair) => bitext.catalog.pairs[*pair].target.clone(),
        };
        let sought: Vec<String> = owners.iter().map(text).collect();
        // Looked up as tracking looks up sources.
        let turned = |target: &String| Pair { source: target.clone(), ..Pair::default() };
        let catalog = Catalog { pairs: sought.iter().map(turned).collect() };
        let standings = standings(document, &catalog, tongues.into);
        let found = owners.iter().zip(standings).filter_map(|(owner, standing)| {
            let standing = standing?;
            let (segments, is_equal) = (standing.segments, standing.is_equal);
            Some(FoundText { owner: *owner, segments, is_equal })
        });
        let mut found: Vec<FoundText> = found.collect();
        prefer_units(bitext, &mut found);
        let mut units = vec![TextStanding::Absent; bitext.units.len()];
        for found in &found {
            if let Owner::Unit(unit) = found.owner {
                units[unit] =
                    if found.is_equal { TextStanding::Equal } else { TextStanding::Similar };
            }
        }
        let mut look = Self { units, found, document };
        values::find(bitext, &mut look, tongues);
        look
    }

    /// Whether the document is what is rendered with what it shows where no translation is finished.
    pub fn is_rendered(&self, bitext: &Bitext<'_>, printed: &Printed<'_>) -> bool {
        let texts: FxHashSet<_> =
            self.document.segments.iter().map(|segment| fold(&segment.text)).collect();
        let choice = |index: usize, unit: &crate::model::Unit<'_>| {
            if is_finished(unit) || self.units[index] != TextStanding::Absent {
                return Choice::Held;
            }
            let segments = &bitext.document.segments[unit.segments.clone()];
            let is_shown = segments.iter().any(|one| texts.contains(&fold(&one.text)));
            if is_shown { Choice::Source } else { Choice::Nothing }
        };
        is_same(&rendered(bitext, printed.syntax, choice), &self.document.text)
    }
}

/// Everything that has a translation, in the document's order; pairs that no unit has come after those before them.
fn owners(bitext: &Bitext<'_>) -> Vec<Owner> {
    let pairs = &bitext.catalog.pairs;
    let mut unit_of: Vec<Option<usize>> = vec![None; pairs.len()];
    for (index, unit) in bitext.units.iter().enumerate() {
        unit.pairs.iter().for_each(|pair| unit_of[*pair] = Some(index));
    }
    let mut placed: Vec<(usize, Owner)> = Vec::new();
    let mut last = 0;
    for (index, pair) in pairs.iter().enumerate() {
        match unit_of[index] {
            Some(unit) => last = unit + 1,
            None if pair.has_target() => placed.push((last, Owner::Pair(index))),
            None => {}
        }
    }
    let units = bitext.units.iter().enumerate().filter(|(_, unit)| !unit.target.is_empty());
    let mut owners: Vec<(usize, Owner)> =
        units.map(|(index, _)| (index + 1, Owner::Unit(index))).collect();
    owners.extend(placed);
    owners.sort_by_key(|(place, owner)| (*place, matches!(owner, Owner::Pair(_))));
    owners.into_iter().map(|(_, owner)| owner).collect()
}

/// Where a text stands fewer times than it is held, it is that of the units.
fn prefer_units(bitext: &Bitext<'_>, found: &mut [FoundText]) {
    if !found.iter().any(|found| found.is_equal && matches!(found.owner, Owner::Pair(_))) {
        return;
    }
    let equal: FxHashSet<usize> = found
        .iter()
        .filter(|found| found.is_equal)
        .filter_map(|found| if let Owner::Unit(unit) = found.owner { Some(unit) } else { None })
        .collect();
    let mut waiting: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, unit) in bitext.units.iter().enumerate().rev() {
        if !equal.contains(&index) && !unit.target.is_empty() {
            waiting.entry(fold(&unit.target).into_owned()).or_default().push(index);
        }
    }
    for found in found.iter_mut().filter(|found| found.is_equal) {
        let Owner::Pair(pair) = found.owner else { continue };
        let target = fold(&bitext.catalog.pairs[pair].target);
        if let Some(unit) = waiting.get_mut(&*target).and_then(Vec::pop) {
            found.owner = Owner::Unit(unit);
        }
    }
}

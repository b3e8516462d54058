//! Text of a document that no text of the source stands behind.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::found::{Owner, PageLook, TextStanding};
use super::has_removed;
use crate::model::{
    Bitext, Document, Lines, Pair, Provenance, Surplus, SurplusKind, Unit, is_blank,
};
use crate::text::fold::fold;

/// The texts without a source, numbered in the document's order.
pub fn surplus(
    bitext: &Bitext<'_>,
    document: &Document,
    look: &PageLook<'_>,
    provenance: Provenance,
) -> Vec<Surplus> {
    let places = places(bitext, document, look);
    if places.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(&document.text);
    let told = places.into_iter().enumerate().map(|(index, place)| {
        let held = place.pair.map(|pair| &bitext.catalog.pairs[pair]);
        let segments = &document.segments[place.segments];
        let start = segments.first().map(|segment| segment.span.start);
        let texts: Vec<&str> = segments.iter().map(|segment| segment.text.as_str()).collect();
        Surplus {
            number: index + 1,
            kind: kind(held, provenance),
            position: start.map(|start| lines.position(start)),
            target: texts.join(" "),
            source: held.map(|pair| pair.source.clone()).unwrap_or_default(),
            // What a person decided is about the very text.
            pair: place.pair.filter(|_| place.is_equal),
            is_settled: place.is_equal && held.is_some_and(is_kept_on_page),
        }
    });
    told.collect()
}

/// Where text without a source stands.
struct Place {
    segments: Range<usize>,
    /// The pair of which it is the translation, or something like it.
    pair: Option<usize>,
    is_equal: bool,
}

fn places(bitext: &Bitext<'_>, document: &Document, look: &PageLook<'_>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let skipped = skipped(bitext.document);
    for found in &look.found {
        let (segments, is_equal) = (found.segments.clone(), found.is_equal);
        match found.owner {
            // Its source stands where it stood, and is left out.
            Owner::Pair(pair) if is_among(&bitext.catalog.pairs[pair], &skipped) => {}
            Owner::Pair(pair) => places.push(Place { segments, pair: Some(pair), is_equal }),
            Owner::Unit(unit) => removed(bitext, &bitext.units[unit], |pair| {
                let target = &bitext.catalog.pairs[pair].target;
                let segments = within(document, segments.clone(), target);
                places.push(Place { segments, pair: Some(pair), is_equal });
            }),
        }
    }
    for segment in unknown(bitext, document, look) {
        places.push(Place { segments: segment..segment + 1, pair: None, is_equal: true });
    }
    places.sort_by_key(|place| place.segments.start);
    places
}

/// What the source leaves out, as one text.
fn skipped(source: &Document) -> String {
    let texts = source.skipped.iter().map(|span| fold(&source.text[span.range()]).into_owned());
    texts.collect::<Vec<_>>().join(" ")
}

fn is_among(pair: &Pair, skipped: &str) -> bool {
    !pair.source.trim().is_empty() && skipped.contains(&*fold(&pair.source))
}

/// What the catalog has as text of the translation alone.
pub fn held(bitext: &Bitext<'_>) -> Vec<Surplus> {
    let pairs = bitext.catalog.pairs.iter().enumerate();
    let pairs = pairs.filter(|(_, pair)| pair.source.trim().is_empty() && pair.has_target());
    let told = pairs.enumerate().map(|(index, (at, pair))| Surplus {
        number: index + 1,
        kind: SurplusKind::Extra,
        position: None,
        target: pair.target.clone(),
        source: String::new(),
        pair: Some(at),
        is_settled: is_kept_on_page(pair),
    });
    told.collect()
}

/// What the catalog knew and has no source for any more was withdrawn.
fn kind(held: Option<&Pair>, provenance: Provenance) -> SurplusKind {
    let is_extra = match held {
        Some(pair) => pair.source.trim().is_empty(),
        None => provenance == Provenance::Unknown,
    };
    if is_extra { SurplusKind::Extra } else { SurplusKind::Withdrawn }
}

/// Whether a person said that the text may stay.
pub fn is_kept_on_page(pair: &Pair) -> bool {
    let kinds = [SurplusKind::Withdrawn, SurplusKind::Extra].map(SurplusKind::name);
    let mut waivers = pair.waivers.iter();
    waivers.any(|waiver| {
        kinds.contains(&waiver.check.as_str()) && waiver.holds(&pair.source, &pair.target)
    })
}

/// The pairs of a unit whose sentences were taken out of its block.
fn removed(bitext: &Bitext<'_>, unit: &Unit<'_>, mut each: impl FnMut(usize)) {
    if !has_removed(unit) {
        return;
    }
    let now = fold(&unit.source);
    let mut before = String::new();
    for (index, pair) in unit.pairs.iter().enumerate() {
        if index > 0 && fold(&before) == now {
            unit.pairs[index..].iter().for_each(|pair| each(*pair));
            return;
        }
        if index > 0 {
            before.push(' ');
        }
        before.push_str(&bitext.catalog.pairs[*pair].source);
    }
}

/// The segment that says this, or all of them.
fn within(document: &Document, segments: Range<usize>, target: &str) -> Range<usize> {
    let target = fold(target);
    let is_here = |at: &usize| fold(&document.segments[*at].text) == target;
    segments.clone().find(is_here).map_or(segments, |at| at..at + 1)
}

/// Sentences of the document that are nobody's translation, and nothing that stands in the source.
fn unknown(bitext: &Bitext<'_>, document: &Document, look: &PageLook<'_>) -> Vec<usize> {
    let mut owner: Vec<Option<Owner>> = vec![None; document.segments.len()];
    for found in &look.found {
        owner[found.segments.clone()].fill(Some(found.owner));
    }
    if owner.iter().all(Option::is_some) {
        return Vec::new();
    }
    let sources: FxHashSet<_> =
        bitext.document.segments.iter().map(|segment| fold(&segment.text)).collect();
    let mut waiting = Waiting::new(bitext, look, &owner);
    let mut unknown = Vec::new();
    for (at, owner) in owner.iter().enumerate() {
        let text = &document.segments[at].text;
        // Values come and go in a translation; where they contradict, their units tell.
        let is_ours = owner.is_some()
            || document.segments[at].is_value
            || is_blank(text)
            || sources.contains(&fold(text));
        if !is_ours && !waiting.takes(at) {
            unknown.push(at);
        }
    }
    unknown
}

/// Units whose translation the document doesn't have: an unknown sentence in their place is theirs.
struct Waiting {
    is_absent: Vec<bool>,
    /// For each sentence of the document the units that stand before and after it.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
}

impl Waiting {
    fn new(bitext: &Bitext<'_>, look: &PageLook<'_>, owner: &[Option<Owner>]) -> Self {
        let units = bitext.units.iter().zip(&look.units);
        let is_absent = units
            // Of one whose translation was blanked, what stands on the page is still the old one.
            .map(|(unit, found)| {
                let is_held = !unit.is_missing() || !unit.pairs.is_empty();
                is_held && *found == TextStanding::Absent
            })
            .collect();
        let unit = |owner: &Option<Owner>| match owner {
            Some(Owner::Unit(unit)) => Some(*unit),
            _ => None,
        };
        let (mut before, mut after) = (vec![None; owner.len()], vec![None; owner.len()]);
        let mut last = None;
        for (at, owner) in owner.iter().enumerate() {
            last = unit(owner).or(last);
            before[at] = last;
        }
        let mut next = None;
        for (at, owner) in owner.iter().enumerate().rev() {
            next = unit(owner).or(next);
            after[at] = next;
        }
        Self { is_absent, before, after }
    }

    /// Whether a unit waits between the neighbours of this sentence; each takes one.
    fn takes(&mut self, at: usize) -> bool {
        let first = self.before[at].map_or(0, |unit| unit + 1);
        let is_ordered = self.after[at].is_none_or(|after| after >= first);
        let last = self.after[at].filter(|_| is_ordered).unwrap_or(self.is_absent.len());
        // Out of order, only what follows at once counts.
        let mut places = (first..last).take_while(|unit| is_ordered || self.is_absent[*unit]);
        let Some(unit) = places.find(|unit| self.is_absent[*unit]) else { return false };
        self.is_absent[unit] = false;
        true
    }
}

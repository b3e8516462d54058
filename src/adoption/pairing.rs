//! The first catalog of an article, and its pairs beside the source.

use super::columns::doubted;
use crate::align::{ACCEPT, Bead, Grounds};
use crate::model::{Catalog, Document, Freshness, Pair, State, Unit};
use crate::tracking::{Tongue, compare};

/// The first catalog of an article, and how it came about.
pub struct Adoption {
    pub catalog: Catalog,
    /// The pairs, those without a partner included.
    pub pairs: Vec<Paired>,
    /// The revision whose source fits the translation best, where the past was asked.
    pub revision: Option<String>,
}

/// Sentences of both sides that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// As they were when they were translated.
    pub source: Vec<String>,
    pub target: Vec<String>,
    pub confidence: f64,
    /// What the aligner went by, where it made the pair.
    pub grounds: Option<Grounds>,
    /// How the pair stands to the source as it is now.
    pub freshness: Freshness,
}

/// The first catalog: sure pairs are translations, the rest wait as drafts.
pub fn first_catalog(source: &Document, target: &Document, beads: &[Bead]) -> Adoption {
    let beads = doubted(source, target, beads);
    let texts = |document: &Document, range: &std::ops::Range<usize>| -> Vec<String> {
        document.segments[range.clone()].iter().map(|segment| segment.text.clone()).collect()
    };
    let paired = |bead: &Bead| Paired {
        source: texts(source, &bead.source),
        target: texts(target, &bead.target),
        confidence: bead.confidence,
        grounds: Some(bead.grounds),
        freshness: if bead.target.is_empty() { Freshness::Missing } else { Freshness::Current },
    };
    let pairs: Vec<Paired> = beads.iter().map(paired).collect();
    let catalog = Catalog { pairs: pairs.iter().filter_map(Paired::pair).collect() };
    Adoption { catalog, pairs, revision: None }
}

impl Paired {
    /// The pair to store; none where there is no translation.
    fn pair(&self) -> Option<Pair> {
        if self.target.is_empty() {
            return None;
        }
        let is_sure = self.confidence >= ACCEPT && !self.source.is_empty();
        let state = if is_sure { State::Translated } else { State::Draft };
        let pair = Pair::new(self.source.join(" "), self.target.join(" "), state);
        Some(pair.with_origin(format!("align {:.2}", self.confidence)))
    }
}

/// The pairs of a catalog beside the source as it is now, those without a partner included.
pub fn beside(source: &Document, catalog: &Catalog, tongue: &Tongue) -> Vec<Paired> {
    let bitext = compare(source, catalog, tongue);
    let texts = |pairs: &[usize], text: fn(&Pair) -> &String| -> Vec<String> {
        let texts = pairs.iter().map(|pair| text(&catalog.pairs[*pair]));
        texts.filter(|text| !text.is_empty()).cloned().collect()
    };
    let confidence = |pairs: &[usize]| {
        let origins = pairs.iter().map(|pair| catalog.pairs[*pair].origin.as_deref());
        // People's own pairs are certain.
        let sure = |origin: &str| origin.strip_prefix("align ")?.parse().ok();
        origins.map(|origin| origin.and_then(sure).unwrap_or(1.0)).fold(1.0, f64::min)
    };
    let paired = |pairs: &[usize], freshness| Paired {
        source: texts(pairs, |pair| &pair.source),
        target: texts(pairs, |pair| &pair.target),
        confidence: confidence(pairs),
        grounds: None,
        freshness,
    };
    let of_unit = |unit: &Unit<'_>| match unit.freshness {
        Freshness::Missing => {
            Paired { source: vec![unit.source.to_string()], ..paired(&[], Freshness::Missing) }
        }
        freshness => paired(&unit.pairs, freshness),
    };
    let only_target = (0..catalog.pairs.len())
        .filter(|pair| catalog.pairs[*pair].source.trim().is_empty())
        .map(|pair| paired(&[pair], Freshness::Current));
    bitext.units.iter().map(of_unit).chain(only_target).collect()
}

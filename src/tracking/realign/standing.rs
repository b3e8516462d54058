//! Where the texts of pairs stand in a document.

use std::ops::Range;

use super::super::matching::Matching;
use super::super::tongue::Tongue;
use super::super::{equal, joined, similar};
use crate::model::{Catalog, Document, Pair};

/// Where the text of a pair stands, or an edited version of it.
#[derive(Clone, Debug)]
pub struct Standing {
    pub segments: Range<usize>,
    /// Whether it is the very text.
    pub is_equal: bool,
    /// The same number for pairs that stand there together.
    pub group: usize,
}

/// For each pair where its source stands; nothing where it is gone.
pub fn standings(document: &Document, catalog: &Catalog, tongue: &Tongue) -> Vec<Option<Standing>> {
    let mut matching = Matching::new(document, catalog);
    equal::trim(&mut matching);
    if !matching.is_complete() {
        equal::pair_up(&mut matching);
        joined::pair_up(&mut matching);
        similar::pair_up(&mut matching, &tongue.stems);
    }
    let mut standings = vec![None; catalog.pairs.len()];
    for (pair, group) in matching.sourced.iter().zip(&matching.taken) {
        let Some(group) = *group else { continue };
        let found = &matching.groups[group];
        let (segments, is_equal) = (found.segments.clone(), found.is_equal);
        standings[*pair] = Some(Standing { segments, is_equal, group });
    }
    standings
}

/// A catalog whose sources are the targets, to look for them in the translated document.
pub fn mirror(catalog: &Catalog) -> Catalog {
    let turned = |pair: &Pair| Pair { source: pair.target.clone(), ..Pair::default() };
    Catalog { pairs: catalog.pairs.iter().map(turned).collect() }
}

//! Where the texts of pairs stand, word for word.

use std::ops::Range;

use super::Versions;
use super::standing::{Standing, mirror, standings};
use crate::model::Catalog;

/// For each pair of a catalog the segments that are its very texts.
pub struct Places {
    pub source: Vec<Option<Range<usize>>>,
    pub target: Vec<Option<Range<usize>>>,
}

/// Looks for the pairs' texts in both documents.
pub fn places(versions: &Versions<'_>, catalog: &Catalog) -> Places {
    let (from, into) = versions.tongues;
    Places {
        source: equal(standings(versions.source, catalog, from)),
        target: equal(standings(versions.target, &mirror(catalog), into)),
    }
}

fn equal(standings: Vec<Option<Standing>>) -> Vec<Option<Range<usize>>> {
    let very = |standing: Standing| standing.is_equal.then_some(standing.segments);
    standings.into_iter().map(|standing| standing.and_then(very)).collect()
}

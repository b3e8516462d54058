//! Earlier translations that help whoever translates some sentences elsewhere.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustc_hash::FxHashSet;

use crate::error::Result;
use crate::formats::tmx::TranslationUnit;
use crate::memory::{Entry, KeeperKind, Match, Query};
use crate::workspace::Recollection;

/// So many translations are handed over for one sentence.
const MOST: usize = 5;

/// What the memory has that is like these sentences, each once, in the sentences' order.
pub fn pertinent(recollection: &Recollection, sources: &[String]) -> Result<Vec<TranslationUnit>> {
    let is_translated = |entry: &Entry| !entry.target.is_empty();
    let find = |source: &String| {
        let query = Query { is_plain: true, ..Query::new(source, MOST) };
        recollection.matches(&query, &is_translated)
    };
    let found: Result<Vec<Vec<Match>>> = sources.par_iter().map(find).collect();
    let mut seen = FxHashSet::default();
    let mut units = Vec::new();
    for one in found?.into_iter().flatten() {
        let entry = one.entry;
        if seen.insert((entry.source.clone(), entry.target.clone())) {
            units.push(memory_unit(entry));
        }
    }
    Ok(units)
}

/// An entry of the memory for another program.
pub fn memory_unit(entry: Entry) -> TranslationUnit {
    let kind =
        if entry.keeper.kind == KeeperKind::File { "tolmach:file" } else { "tolmach:article" };
    let mut properties = vec![(kind.to_owned(), entry.keeper.name.to_string())];
    properties.push(("tolmach:state".to_owned(), entry.state.name().to_owned()));
    if let Some(origin) = entry.origin {
        properties.push(("tolmach:origin".to_owned(), origin));
    }
    TranslationUnit { source: entry.source, target: entry.target, properties, notes: Vec::new() }
}

//! Earlier translations that help whoever translates some sentences elsewhere.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustc_hash::FxHashSet;

use super::reading::JobReading;
use crate::error::Result;
use crate::formats::exchange::{Parcel, Slip};
use crate::formats::tmx::TranslationUnit;
use crate::memory::{Entry, KeeperKind, Match, Query};
use crate::terms::Term;
use crate::workspace::Recollection;

/// So many translations are handed over for one sentence.
const MOST: usize = 5;

/// What the memory has that is like these sentences, each once, in the sentences' order.
pub fn pertinent(recollection: &Recollection, sources: &[String]) -> Result<Vec<TranslationUnit>> {
    let found: Result<Vec<Vec<Match>>> =
        sources.par_iter().map(|source| find(source, recollection)).collect();
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

fn find(source: &str, recollection: &Recollection) -> Result<Vec<Match>> {
    let query = Query { is_plain: true, is_translated: true, ..Query::new(source, MOST) };
    recollection.matches(&query, &|entry| !entry.target.is_empty())
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
    TranslationUnit {
        source: entry.source,
        target: entry.target,
        properties,
        ..TranslationUnit::default()
    }
}

/// The agreed terms that stand in some sentences of an article, each once.
pub fn terms_of_work(reading: &JobReading<'_>, sources: &[String]) -> Vec<Term> {
    let mut agreed: Vec<Term> = Vec::new();
    let text = &reading.document.text;
    let here = reading.workspace.terms_of(reading.article, reading.target, text);
    let Some(here) = here else { return agreed };
    for seen in sources.iter().flat_map(|source| here.seen(source)) {
        for term in seen.terms.into_iter().filter_map(|at| here.base.terms.get(at)) {
            if !agreed.contains(term) {
                agreed.push(term.clone());
            }
        }
    }
    agreed
}

/// The translations of a parcel for a memory.
pub fn settled_units(parcel: &Parcel<'_>) -> Vec<TranslationUnit> {
    parcel.slips.iter().map(|slip| unit(slip, parcel.article)).collect()
}

fn unit(slip: &Slip, article: &str) -> TranslationUnit {
    TranslationUnit {
        source: slip.source.clone(),
        target: slip.target.clone(),
        properties: [
            ("tolmach:article".to_owned(), article.to_owned()),
            ("tolmach:state".to_owned(), slip.ripeness.name().to_owned()),
        ]
        .into_iter()
        .chain(slip.made_by.iter().map(|origin| ("tolmach:origin".to_owned(), origin.clone())))
        .collect(),
        ..TranslationUnit::default()
    }
}

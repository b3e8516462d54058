//! The entries that one article gives to the memory.

use std::collections::BTreeSet;

use crate::error::Error;
use crate::memory::{Around, Entry, Keeper};
use crate::model::{Bitext, Catalog, Danger, Pair, State, Unit};
use crate::tracking::{self, Tongue};
use crate::workspace::{Article, Workspace};

/// What could be read of an article.
pub struct EntriesRead {
    pub entries: Vec<Entry>,
    /// Why the rest couldn't.
    pub fault: Option<Error>,
}

/// Its pairs, and its sources without a translation.
pub fn of_article(
    workspace: &Workspace,
    article: &Article,
    target: &str,
    keeper: &Keeper,
) -> EntriesRead {
    let catalog = match workspace.catalog(article, target) {
        Ok(catalog) => catalog.unwrap_or_default(),
        Err(err) => return EntriesRead { entries: Vec::new(), fault: Some(err) },
    };
    let mut entries = of_catalog(&catalog, keeper);
    let document = match workspace.document(article) {
        Ok(document) => document,
        Err(err) => return EntriesRead { entries, fault: Some(err) },
    };
    let tongue = Tongue::new(workspace.config.source_subtag());
    let bitext = tracking::outline(&document, &catalog, &tongue);
    entries.extend(without_translation(&bitext, keeper));
    EntriesRead { entries, fault: None }
}

/// The pairs that somebody sealed, each with its neighbours.
fn of_catalog(catalog: &Catalog, keeper: &Keeper) -> Vec<Entry> {
    let sources: Vec<&str> = catalog.pairs.iter().map(|pair| pair.source.as_str()).collect();
    let around = Around::of_all(&sources);
    let mut entries = Vec::new();
    for (pair, around) in catalog.pairs.iter().zip(around) {
        if !pair.source.is_empty() && pair.has_target() && pair.is_sealed() {
            entries.push(entry(pair, around, keeper));
            entries.extend(earlier(pair, around, keeper));
        }
    }
    entries
}

fn entry(pair: &Pair, around: Around, keeper: &Keeper) -> Entry {
    let waivers = pair.waivers.iter().filter(|waiver| waiver.holds(&pair.source, &pair.target));
    let waived: Vec<&str> = waivers.map(|waiver| waiver.check.as_str()).collect();
    Entry {
        keeper: keeper.clone(),
        source: pair.source.clone(),
        target: pair.target.clone(),
        state: pair.state,
        origin: pair.origin.clone(),
        around,
        waived: waived.join(" "),
    }
}

/// The sources before a change after which somebody said that the target holds: it is theirs, too.
fn earlier(pair: &Pair, around: Around, keeper: &Keeper) -> Vec<Entry> {
    let held = pair.acks.iter().filter(|ack| ack.from != pair.source && ack.holds(&pair.target));
    let texts: BTreeSet<&str> = held.map(|ack| ack.from.as_str()).collect();
    let mut entries = Vec::new();
    for source in texts.into_iter().filter(|source| !source.is_empty()) {
        let (source, waived) = (source.to_owned(), String::new());
        entries.push(Entry { source, waived, ..entry(pair, around, keeper) });
    }
    entries
}

/// The sources that wait for a translation.
fn without_translation(bitext: &Bitext<'_>, keeper: &Keeper) -> Vec<Entry> {
    let sources: Vec<&str> = bitext.units.iter().map(|unit| &*unit.source).collect();
    let around = Around::of_all(&sources);
    let mut entries = Vec::new();
    for (unit, around) in bitext.units.iter().zip(around) {
        if waits(unit) {
            entries.push(Entry {
                keeper: keeper.clone(),
                source: unit.source.to_string(),
                target: String::new(),
                state: State::Draft,
                origin: None,
                around,
                waived: String::new(),
            });
        }
    }
    entries
}

fn waits(unit: &Unit<'_>) -> bool {
    let is_stale = unit.change.as_ref().is_some_and(|change| change.danger > Danger::Cosmetic);
    unit.is_missing() || is_stale
}

/// The pairs of another workspace's article; its sources without a translation are no business of ours.
pub fn of_other(
    workspace: &Workspace,
    article: &Article,
    target: &str,
    keeper: &Keeper,
) -> EntriesRead {
    match workspace.catalog(article, target) {
        Ok(catalog) => {
            let entries = of_catalog(&catalog.unwrap_or_default(), keeper);
            EntriesRead { entries, fault: None }
        }
        Err(err) => EntriesRead { entries: Vec::new(), fault: Some(err) },
    }
}

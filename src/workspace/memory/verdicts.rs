//! What the checks say of pairs where they stand, beside the others of their article.

use std::sync::{Arc, Mutex, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use super::keepers::opened;
use crate::checks::{Subject, doubted};
use crate::memory::{Entry, Keeper, KeeperKind};
use crate::model::{Bitext, Catalog};
use crate::text::readings::Readings;
use crate::tracking::{self, Tongue};
use crate::workspace::{Article, Workspace, embargo_of};

/// The pairs that are doubted, of each article that was asked about.
#[derive(Default)]
pub struct Verdicts {
    doubted: Mutex<FxHashMap<Keeper, Arc<FxHashSet<PairTexts>>>>,
    /// The other workspaces, by the folders that the configuration names.
    others: OnceLock<FxHashMap<String, Workspace>>,
}

/// The texts of a pair.
#[derive(PartialEq, Eq, Hash)]
struct PairTexts {
    source: String,
    target: String,
}

impl Verdicts {
    /// Whether a check tells anything of the entry in its own article.
    pub fn doubts(&self, workspace: &Workspace, target: &str, entry: &Entry) -> bool {
        if entry.keeper.kind == KeeperKind::File {
            return false;
        }
        let known = self.doubted.lock().expect("no thread panics").get(&entry.keeper).cloned();
        let doubted = known.unwrap_or_else(|| {
            let found = Arc::new(self.of_keeper(workspace, target, &entry.keeper));
            let mut all = self.doubted.lock().expect("no thread panics");
            all.insert(entry.keeper.clone(), Arc::clone(&found));
            found
        });
        let texts = PairTexts { source: entry.source.clone(), target: entry.target.clone() };
        doubted.contains(&texts)
    }

    fn of_keeper(
        &self,
        workspace: &Workspace,
        target: &str,
        keeper: &Keeper,
    ) -> FxHashSet<PairTexts> {
        let (workspace, id) = match keeper.kind {
            KeeperKind::Home => (workspace, &*keeper.name),
            _ => match self.of_other(workspace, &keeper.name) {
                Some(found) => found,
                None => return FxHashSet::default(),
            },
        };
        let named = workspace.articles(&[id.to_owned()]).unwrap_or_default();
        let article = named.into_iter().find(|article| article.id == *id);
        article.and_then(|article| of_article(workspace, &article, target)).unwrap_or_default()
    }

    /// The other workspace that a keeper's name begins with, and the article's id there.
    fn of_other<'a>(
        &'a self,
        workspace: &Workspace,
        name: &'a str,
    ) -> Option<(&'a Workspace, &'a str)> {
        let others = self.others.get_or_init(|| {
            let folders = workspace.config.memory.include.iter();
            let open = |folder: &String| Some((folder.clone(), opened(workspace, folder).ok()?));
            folders.filter_map(open).collect()
        });
        others.iter().find_map(|(folder, other)| {
            let id = name.strip_prefix(folder.as_str())?.strip_prefix(':')?;
            Some((other, id))
        })
    }
}

/// The pairs of an article of which a check tells anything; nothing where it can't be read.
fn of_article(
    workspace: &Workspace,
    article: &Article,
    target: &str,
) -> Option<FxHashSet<PairTexts>> {
    let document = workspace.document(article).ok()?;
    let catalog: Catalog = workspace.catalog(article, target).ok()??;
    let tongue = Tongue::new(workspace.config.source_subtag());
    let mut bitext = tracking::compare(&document, &catalog, &tongue);
    let values = workspace.values_into(target);
    tracking::localise(&mut bitext, &values);
    let terms = workspace.terms_of(article, target, &document.text);
    let embargo = embargo_of(&document.text);
    let subject = Subject {
        article: &article.id,
        source: workspace.config.source_subtag(),
        target,
        source_path: &workspace.relative(&article.source),
        catalog_path: &workspace.relative(&article.catalog_path(target)),
        document_path: &workspace.relative(&article.document_path(target)),
        document: &document,
        bitext: Some(&bitext),
        published: None,
        behind: None,
        terms: &|source, translation| {
            terms.as_ref().map_or_else(Vec::new, |here| here.faults(source, translation))
        },
        values: &values,
        embargo: embargo.as_deref(),
        readings: &Readings::default(),
    };
    let doubted = doubted(&subject, &workspace.config.levels());
    Some(doubted.into_iter().flat_map(|number| pairs_of(&bitext, number)).collect())
}

/// The pairs of the segment with this number, from 1.
fn pairs_of(bitext: &Bitext<'_>, number: usize) -> Vec<PairTexts> {
    let is_there = |one: usize| number.checked_sub(1) == Some(one);
    let unit = bitext.units.iter().find(|unit| unit.segments.clone().any(is_there));
    let held = unit.into_iter().flat_map(|unit| &unit.pairs);
    let pairs = held.filter_map(|pair| bitext.catalog.pairs.get(*pair));
    pairs
        .map(|pair| PairTexts { source: pair.source.clone(), target: pair.target.clone() })
        .collect()
}

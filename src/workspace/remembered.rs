//! Every pair of the workspace, as the translation memory takes it.

use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::{Article, Workspace};
use crate::error::Result;
use crate::memory::Entry;
use crate::model::Pair;

impl Workspace {
    /// The pairs of all catalogs in `target`; one that can't be read is left out.
    pub fn remembered(&self, target: &str) -> Result<Vec<Entry>> {
        let articles = self.articles(&[])?;
        let entries = articles.par_iter().flat_map_iter(|article| self.entries(article, target));
        Ok(entries.collect())
    }

    fn entries(&self, article: &Article, target: &str) -> Vec<Entry> {
        let id: Arc<str> = Arc::from(article.id.as_str());
        let catalog = self.catalog(article, target).ok().flatten().unwrap_or_default();
        let pairs = catalog.pairs.into_iter();
        let whole = pairs.filter(|pair| !pair.source.is_empty() && pair.has_target());
        whole.map(|pair| entry(&id, pair)).collect()
    }
}

fn entry(article: &Arc<str>, pair: Pair) -> Entry {
    let Pair { source, target, state, .. } = pair;
    Entry { article: Arc::clone(article), source, target, state }
}

//! Decisions that can be taken back.

use super::{Article, Workspace};
use crate::error::Result;
use crate::model::Document;
use crate::tracking::{self, Decision, Seen, Settled, Trace};

impl Workspace {
    /// Puts one decision into the catalog like [`Self::decide`], and tells how to take it back.
    pub fn decide_traced(
        &self,
        (article, target): (&Article, &str),
        document: &Document,
        (seen, decision): (Seen<'_>, &Decision),
    ) -> Result<(Settled, Trace)> {
        let signature = self.signature();
        let place = (document, self.config.source_subtag());
        self.update_catalog(&article.catalog_path(target), |catalog| {
            let before = catalog.clone();
            let settled = tracking::decide(place, catalog, &seen, (decision, &signature));
            Ok((settled, Trace::between(&before, catalog)))
        })
    }

    /// Takes a decision back; false where its pairs were changed since, and nothing is done.
    pub fn undo(&self, (article, target): (&Article, &str), trace: &Trace) -> Result<bool> {
        self.update_catalog(&article.catalog_path(target), |catalog| Ok(trace.undo(catalog)))
    }
}

//! Decisions of people, put into catalogs that others may be writing to.

use super::{Article, Workspace};
use crate::error::Result;
use crate::model::{Document, Surplus};
use crate::tracking::{self, Decision, Seen, Settled};

impl Workspace {
    /// Puts decisions about units of one article into its catalog, which is read anew under the lock.
    ///
    /// Gives what became of each; what is no longer as it was seen stays untouched.
    pub fn decide(
        &self,
        (article, target): (&Article, &str),
        document: &Document,
        decisions: &[(Seen<'_>, &Decision)],
    ) -> Result<Vec<Settled>> {
        let signature = self.signature();
        let place = (document, self.config.source_subtag());
        self.update_catalog(&article.catalog_path(target), |catalog| {
            let decide = |(seen, decision): &(Seen<'_>, &Decision)| {
                tracking::decide(place, catalog, seen, (decision, &signature))
            };
            Ok(decisions.iter().map(decide).collect())
        })
    }

    /// Puts decisions about texts that only the translation has into the catalog.
    pub fn settle(
        &self,
        article: &Article,
        target: &str,
        decisions: &[(&Surplus, &Decision)],
    ) -> Result<Vec<Settled>> {
        let signature = self.signature();
        self.update_catalog(&article.catalog_path(target), |catalog| {
            let mut settled = Vec::new();
            for (surplus, decision) in decisions {
                settled.push(tracking::settle(catalog, surplus, decision, &signature));
            }
            Ok(settled)
        })
    }
}

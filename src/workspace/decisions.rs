//! Decisions of people, put into catalogs that others may be writing to.

use super::{Article, Rendition, Workspace};
use crate::error::Result;
use crate::model::{Document, Surplus};
use crate::tracking::{self, Decision, Original, SeenUnit, Settled, Signed};

impl Workspace {
    /// Puts decisions about units of one article into its catalog, which is read anew under the lock.
    ///
    /// Gives what became of each; what is no longer as it was seen stays untouched.
    pub fn decide(
        &self,
        Rendition { article, target }: Rendition<'_>,
        document: &Document,
        decisions: &[(SeenUnit<'_>, &Decision)],
    ) -> Result<Vec<Settled>> {
        let signature = self.signature();
        let original = Original { document, language: self.config.source_subtag() };
        self.update_catalog(&article.catalog_path(target), |catalog| {
            let decide = |(seen, decision): &(SeenUnit<'_>, &Decision)| {
                let signed = Signed { decision, signature: &signature };
                tracking::decide(original, catalog, seen, signed)
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

//! Decisions that can be taken back.

use super::{Article, Workspace};
use crate::error::Result;
use crate::model::Document;
use crate::tracking::{self, Decision, Seen, Settled, Trace};

impl Workspace {
    /// Puts decisions about one unit into the catalog, all or none, and tells how to take them back.
    pub fn decide_traced(
        &self,
        (article, target): (&Article, &str),
        document: &Document,
        (mut seen, decisions): (Seen<'_>, &[Decision]),
    ) -> Result<(Settled, Trace)> {
        let signature = self.signature();
        let place = (document, self.config.source_subtag());
        self.update_catalog(&article.catalog_path(target), |catalog| {
            let before = catalog.clone();
            for decision in decisions {
                let settled = tracking::decide(place, catalog, &seen, (decision, &signature));
                if settled != Settled::Done {
                    catalog.clone_from(&before);
                    return Ok((settled, Trace::default()));
                }
                if let Decision::Translate { target, .. } = decision {
                    seen.target = target;
                }
            }
            Ok((Settled::Done, Trace::between(&before, catalog)))
        })
    }

    /// Takes a decision back; false where its pairs were changed since, and nothing is done.
    pub fn undo(&self, (article, target): (&Article, &str), trace: &Trace) -> Result<bool> {
        self.update_catalog(&article.catalog_path(target), |catalog| Ok(trace.undo(catalog)))
    }
}

//! Decisions that can be taken back.

use super::{Article, Rendition, Workspace};
use crate::error::Result;
use crate::model::Document;
use crate::tracking::{self, Decision, Original, SeenUnit, Settled, Signed, Trace};

/// Decisions about one unit, which are taken together or not at all.
pub struct Attempt<'a> {
    pub seen: SeenUnit<'a>,
    pub decisions: &'a [Decision],
}

impl Workspace {
    /// Puts decisions about one unit into the catalog, all or none, and tells how to take them back.
    pub fn decide_traced(
        &self,
        Rendition { article, target }: Rendition<'_>,
        document: &Document,
        attempt: &Attempt<'_>,
    ) -> Result<(Settled, Trace)> {
        let signature = self.signature();
        let Attempt { mut seen, decisions } = *attempt;
        let original = Original { document, language: self.config.source_subtag() };
        self.update_catalog(&article.catalog_path(target), |catalog| {
            let before = catalog.clone();
            for decision in decisions {
                let signed = Signed { decision, signature: &signature };
                let settled = tracking::decide(original, catalog, &seen, signed);
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
    pub fn undo(&self, article: &Article, target: &str, trace: &Trace) -> Result<bool> {
        self.update_catalog(&article.catalog_path(target), |catalog| Ok(trace.undo(catalog)))
    }
}

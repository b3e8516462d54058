//! What a page came to: the line of the report, and the catalog to write.

use super::super::documents::{self, Page, Paired, Step};
use crate::model::{Freshness, State};
use crate::report::align::{Aligned, Fate, Row};
use crate::tracking::Tongue;
use crate::workspace::{InStep, Workspace};

/// The report on a page, and what to write.
pub fn settled<'a>(
    workspace: &Workspace,
    page: Page<'a>,
    step: Step,
) -> (Aligned, Option<InStep<'a>>) {
    let mut aligned = Aligned::new(&page.job.article.id, &page.job.target);
    if page.stray.is_some() {
        aligned.document = Some(workspace.relative(&page.document_path()));
    }
    let is_untranslated = page.is_untranslated();
    let Page { job, source, translation, catalog: before, .. } = page;
    let catalog = match step {
        Step::Untranslated => {
            aligned.fate = if is_untranslated { Fate::Untranslated } else { Fate::Unpublished };
            None
        }
        Step::Settled => {
            aligned.fate = Fate::InStep;
            before.clone()
        }
        Step::Adopted(adoption) => {
            aligned.fate = Fate::Adopted;
            aligned.source_at = adoption.revision;
            aligned.pairs = adoption.pairs.into_iter().map(row).collect();
            Some(adoption.catalog)
        }
        Step::Followed(made) => {
            aligned.fate = Fate::Followed;
            aligned.renewed = made.renewed;
            aligned.added = made.added;
            aligned.extra = made.extra;
            aligned.withdrawn = made.withdrawn;
            let tongue = Tongue::new(workspace.config.source_subtag());
            let pairs = documents::beside(&source, &made.catalog, &tongue);
            aligned.pairs = pairs.into_iter().map(row).collect();
            Some(made.catalog)
        }
    };
    if let (Fate::Adopted | Fate::Followed, Some(catalog)) = (aligned.fate, &catalog) {
        let drafts = catalog.pairs.iter().filter(|pair| pair.state == State::Draft);
        aligned.drafts = drafts.filter(|pair| !pair.source.is_empty()).count();
    }
    let (article, target) = (&job.article, job.target.as_str());
    let document = translation.map(|document| document.text);
    let write = catalog.zip(document);
    let write =
        write.map(|(catalog, document)| InStep { article, target, document, before, catalog });
    (aligned, write)
}

/// A row of the report.
pub fn row(paired: Paired) -> Row {
    let Paired { source, target, confidence, grounds, freshness } = paired;
    let is_stale = (freshness == Freshness::Stale).then_some(true);
    let confidence = (confidence * 1e4).round() / 1e4;
    Row { source, target, confidence, is_stale, grounds, evidence: None }
}

//! What a page came to: the line of the report, and the catalog to write.

use super::super::kept::Read;
use crate::adoption::{self, ArticleFiles, Paired, Step};
use crate::model::{Document, Freshness, State};
use crate::report::align::{AlignFate, AlignRow, Aligned};
use crate::tracking::Tongue;
use crate::workspace::{Acquaintance, Article, InStep, Workspace};

/// The report on a page, and what to write.
pub fn settled<'a>(
    workspace: &Workspace,
    page: ArticleFiles<'a>,
    step: Step,
) -> (Aligned, Option<InStep<'a>>) {
    let mut aligned = Aligned::new(&page.job.article.id, &page.job.target);
    if page.stray.is_some() {
        aligned.document = Some(workspace.relative(&page.document_path()));
    }
    let is_untranslated = page.is_untranslated();
    let is_known = page.acquaintance == Acquaintance::Known;
    let ArticleFiles { job, source, translation, catalog: before, .. } = page;
    let catalog = match step {
        Step::Untranslated => {
            aligned.fate =
                if is_untranslated { AlignFate::Untranslated } else { AlignFate::Unpublished };
            None
        }
        Step::UpToDate => {
            aligned.fate = AlignFate::InStep;
            before.clone()
        }
        Step::Adopted(adoption) => {
            aligned.fate = AlignFate::Adopted;
            aligned.source_at = adoption.revision;
            aligned.pairs = adoption.pairs.into_iter().map(row).collect();
            Some(adoption.catalog)
        }
        Step::Followed(made) => {
            aligned.fate = AlignFate::Followed;
            aligned.renewed = made.renewed;
            aligned.added = made.added;
            aligned.extra = made.extra;
            aligned.withdrawn = made.withdrawn;
            let tongue = Tongue::new(workspace.config.source_subtag());
            let pairs = adoption::beside(&source, &made.catalog, &tongue);
            aligned.pairs = pairs.into_iter().map(row).collect();
            Some(made.catalog)
        }
    };
    if let (AlignFate::Adopted | AlignFate::Followed, Some(catalog)) = (aligned.fate, &catalog) {
        let drafts = catalog.pairs.iter().filter(|pair| pair.state == State::Draft);
        aligned.drafts = drafts.filter(|pair| !pair.source.is_empty()).count();
    }
    let (article, target) = (&job.article, job.target.as_str());
    // A decision made since then was not published, so the page is still in step with what was.
    if is_known && workspace.met(article, target, page_text(translation.as_ref())).is_noted() {
        return (aligned, None);
    }
    let write = catalog.zip(translation).map(|(catalog, document)| {
        let earlier = aligned.source_at.as_deref().and_then(|at| earlier(workspace, article, at));
        let source = earlier.as_ref().unwrap_or(&source);
        let read = Read { source, page: &document, catalog: &catalog, before: before.as_ref() };
        let beside = read.beside(workspace, job.rendition());
        InStep { article, target, document: document.text, before, catalog, beside }
    });
    aligned.is_noted = aligned.fate == AlignFate::InStep && write.is_some();
    (aligned, write)
}

fn page_text(translation: Option<&Document>) -> &str {
    translation.map_or("", |document| &document.text)
}

/// The source as it stood in a revision.
fn earlier(workspace: &Workspace, article: &Article, revision: &str) -> Option<Document> {
    let text = workspace.git().text_at(revision, &article.source).ok().flatten()?;
    Some(workspace.parsed(text, &article.source, &workspace.config.source))
}

/// A row of the report.
pub fn row(paired: Paired) -> AlignRow {
    let Paired { source, target, confidence, grounds, freshness } = paired;
    let is_stale = (freshness == Freshness::Stale).then_some(true);
    let confidence = (confidence * 1e4).round() / 1e4;
    AlignRow { source, target, confidence, is_stale, grounds, evidence: None }
}

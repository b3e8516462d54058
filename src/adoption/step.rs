//! One page's catalog brought in step with its documents.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::aligner::Aligner;
use super::history::Retrace;
use super::late;
use super::pages::ArticleFiles;
use super::pairing::{Adoption, beside, first_catalog};
use crate::error::Result;
use crate::model::{Catalog, Document};
use crate::tracking::{KnownPage, Realigned, Tongue, Versions};
use crate::workspace::{Acquaintance, wall};

/// What bringing a catalog in step came to.
pub enum Step {
    /// There is no translated document.
    Untranslated,
    /// The article got its first catalog.
    Adopted(Adoption),
    /// The catalog follows what people edited.
    Followed(Realigned),
    /// The documents are what the catalog knows.
    UpToDate,
}

/// Brings the pages in step on all cores; steps come in order, and `done` is called after each.
pub fn steps(
    aligner: &Aligner<'_>,
    pages: &[ArticleFiles<'_>],
    target: &str,
    done: &(dyn Fn() + Sync),
) -> Vec<Result<Step>> {
    let source = aligner.workspace.config.source_subtag();
    let into = target.split('-').next().unwrap_or(target);
    pages
        .par_iter()
        .map_init(
            || (Tongue::new(source), Tongue::new(into)),
            |(from, into), page| {
                let path = || aligner.workspace.shown(&page.job.article.source);
                let retrace = Retrace { aligner, page, tongues: (from, into) };
                let step = wall::guard(path, || Ok(step(&retrace)));
                done();
                step
            },
        )
        .collect()
}

fn step(retrace: &Retrace<'_>) -> Step {
    let page = retrace.page;
    let Some(target) = &page.translation else { return Step::Untranslated };
    let Some(catalog) = &page.catalog else { return Step::Adopted(adopted(retrace, target)) };
    let base = match &page.acquaintance {
        Acquaintance::Known => return Step::UpToDate,
        Acquaintance::Stranger => return changed(late::met(retrace, target, catalog), catalog),
        Acquaintance::Edited { known, is_newer } => {
            let followed = retrace.followed(target, known).unwrap_or_else(|_| {
                retrace.aligner.go_blind();
                None
            });
            if let Some(made) = followed {
                return changed(made, catalog);
            }
            match known.written {
                _ if *is_newer => KnownPage::Doubtful,
                Some(_) => KnownPage::Published,
                None => KnownPage::Lost,
            }
        }
    };
    let versions = Versions { source: &page.source, target, base, tongues: retrace.tongues };
    changed(retrace.aligner.follow(&versions, catalog), catalog)
}

/// The first catalog, out of the past where git knows it.
fn adopted(retrace: &Retrace<'_>, target: &Document) -> Adoption {
    let Retrace { aligner, page, tongues } = retrace;
    let mut adoption = retrace.adopted(target).unwrap_or_else(|_| {
        // A clone may lack what its history names; the texts are there.
        aligner.go_blind();
        first_catalog(&page.source, target, &aligner.beads(&page.source, target))
    });
    if let Some(present) = &page.present {
        adoption.pairs = beside(present, &adoption.catalog, tongues.0);
    }
    adoption
}

fn changed(made: Realigned, catalog: &Catalog) -> Step {
    if made.catalog == *catalog { Step::UpToDate } else { Step::Followed(made) }
}

//! Articles read side by side, in the languages asked for.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::context::{self, Context};
use super::progress::Progress;
use crate::error::{Error, Result};
use crate::model::{Bitext, Catalog, Document};
use crate::tracking;
use crate::workspace::{Article, Workspace};

/// One article in one target language: what a command works on at a time.
pub struct Job<'a> {
    pub article: Article,
    pub target: &'a str,
}

/// What was read of one article in one target language.
pub struct Reading<'a> {
    pub workspace: &'a Workspace,
    pub job: &'a Job<'a>,
    pub document: Document,
    /// Absent where the article has no catalog in this language.
    pub catalog: Option<Catalog>,
}

impl Reading<'_> {
    /// The bitext of the document with the catalog, or with an empty one.
    pub fn with_bitext<T>(&self, use_it: impl FnOnce(&Bitext<'_>) -> T) -> T {
        let empty = Catalog::default();
        let catalog = self.catalog.as_ref().unwrap_or(&empty);
        let language = &self.workspace.config.source;
        use_it(&tracking::bitext(&self.document, catalog, language))
    }
}

/// The articles that the selectors name, once for each target language.
pub fn jobs<'a>(
    workspace: &Workspace,
    selectors: &[String],
    targets: &'a [String],
) -> Result<Vec<Job<'a>>> {
    let articles = workspace.articles(selectors)?;
    let pair = |article: Article| {
        targets.iter().map(move |target| Job { article: article.clone(), target })
    };
    Ok(articles.into_iter().flat_map(pair).collect())
}

/// Reads each job and gives the results in order; all errors are shown, the last one returned.
pub fn each<T: Send>(
    workspace: &Workspace,
    jobs: &[Job<'_>],
    progress: &Progress,
    work: impl Fn(Reading<'_>) -> Result<T> + Sync,
) -> Result<Vec<T>, Vec<Error>> {
    let results: Vec<Result<T>> = jobs
        .par_iter()
        .map(|job| {
            let result = read(workspace, job).and_then(&work);
            progress.step();
            result
        })
        .collect();
    let (mut done, mut errors) = (Vec::with_capacity(results.len()), Vec::new());
    for result in results {
        match result {
            Ok(value) => done.push(value),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(done) } else { Err(errors) }
}

fn read<'a>(workspace: &'a Workspace, job: &'a Job<'a>) -> Result<Reading<'a>> {
    Ok(Reading {
        document: workspace.document(&job.article)?,
        catalog: workspace.catalog(&job.article, job.target)?,
        workspace,
        job,
    })
}

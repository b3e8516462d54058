//! One article as its files have it, and what git knows of their past.

use std::path::PathBuf;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::error::Result;
use crate::model::{Catalog, Document};
use crate::workspace::{Acquaintance, Article, Job, Version, Workspace, wall};

/// Versions of both documents in commits, the newest first; empty where git wasn't asked.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub source: Vec<Version>,
    pub translation: Vec<Version>,
}

impl History {
    /// Whether the source ever stood at this path, from the workspace's root.
    pub fn was_named(&self, path: &str) -> bool {
        self.source.iter().any(|version| version.path == path)
    }
}

/// One article as its files have it.
pub struct ArticleFiles<'a> {
    pub job: &'a Job,
    /// The source to pair with; that of an earlier revision where one is asked for.
    pub source: Document,
    /// The source as it is now, where that of another revision stands in its place.
    pub present: Option<Document>,
    /// Absent where there is no translated document.
    pub translation: Option<Document>,
    pub catalog: Option<Catalog>,
    pub acquaintance: Acquaintance,
    /// What git knows of both documents, where it was asked.
    pub history: History,
    /// The article that the translation belonged to before the source moved.
    pub stray: Option<Article>,
}

impl<'a> ArticleFiles<'a> {
    /// Reads the files of a job.
    pub fn read(workspace: &Workspace, job: &'a Job) -> Result<Self> {
        let Job { article, target } = job;
        let source = workspace.document(article)?;
        let translation = workspace.translation(article, target)?;
        let catalog = workspace.catalog(article, target)?;
        let acquaintance = match &translation {
            Some(document) => {
                workspace.acquaintance(job.rendition(), &document.text, catalog.as_ref())?
            }
            None => Acquaintance::Stranger,
        };
        Ok(Self {
            job,
            source,
            present: None,
            translation,
            catalog,
            acquaintance,
            history: History::default(),
            stray: None,
        })
    }

    /// Where the translation stands.
    pub fn document_path(&self) -> PathBuf {
        self.stray.as_ref().unwrap_or(&self.job.article).document_path(&self.job.target)
    }

    /// Whether nobody translated the article yet.
    pub fn is_untranslated(&self) -> bool {
        self.catalog.is_none() && self.translation.is_none()
    }

    /// Whether the translation waits for its first catalog.
    pub fn is_new(&self) -> bool {
        self.catalog.is_none() && self.translation.is_some()
    }

    /// Whether the aligner has something to do here.
    pub fn is_open(&self) -> bool {
        self.translation.is_some() && self.acquaintance != Acquaintance::Known
    }

    /// Whether somebody edited the translation since the catalog was in step with it.
    pub fn is_edited(&self) -> bool {
        matches!(self.acquaintance, Acquaintance::Edited { .. })
    }

    /// Whether git has to say how old the translation is: somebody edited it, or its catalog came about without it.
    pub fn has_past(&self) -> bool {
        let is_late = self.catalog.is_some() && self.translation.is_some();
        self.is_edited() || is_late && self.acquaintance == Acquaintance::Stranger
    }
}

/// Reads the pages on all cores; results come in order.
pub fn pages<'a>(workspace: &Workspace, jobs: &[&'a Job]) -> Vec<Result<ArticleFiles<'a>>> {
    let read = |job: &&'a Job| {
        let path = || workspace.shown(&job.article.source);
        wall::guard(path, || {
            wall::try_out(&job.article.id);
            ArticleFiles::read(workspace, job)
        })
    };
    jobs.par_iter().map(read).collect()
}

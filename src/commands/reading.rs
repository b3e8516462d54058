//! Articles read side by side, in the languages asked for.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::progress::Progress;
use crate::checks::Subject;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Bitext, Catalog, Document, Unit};
use crate::tracking::{self, Decision, Seen, Settled, Tongue};
use crate::workspace::{Article, Workspace};

/// One article in one target language: what a command works on at a time.
#[derive(Clone)]
pub struct Job {
    pub article: Article,
    pub target: String,
}

/// What was read of one article in one target language.
pub struct Reading<'a> {
    pub workspace: &'a Workspace,
    pub article: &'a Article,
    pub target: &'a str,
    pub document: Document,
    /// Absent where the article has no catalog in this language.
    pub catalog: Option<Catalog>,
    /// The catalog that stayed behind when the article moved, where somebody looked for it.
    pub behind: Option<PathBuf>,
    tongue: Rc<Tongue>,
}

impl<'a> Reading<'a> {
    /// Reads the document and the catalog of a job.
    pub fn new(workspace: &'a Workspace, job: &'a Job) -> Result<Self> {
        Self::with_tongue(workspace, job, Rc::new(tongue(workspace)))
    }

    fn with_tongue(workspace: &'a Workspace, job: &'a Job, tongue: Rc<Tongue>) -> Result<Self> {
        Ok(Self {
            workspace,
            article: &job.article,
            target: &job.target,
            document: workspace.document(&job.article)?,
            catalog: workspace.catalog(&job.article, &job.target)?,
            behind: None,
            tongue,
        })
    }

    /// Passes on the bitext of the document with the catalog, or with an empty one.
    pub fn with_bitext<T>(&self, pass: impl FnOnce(&Bitext<'_>) -> T) -> T {
        let empty = Catalog::default();
        let catalog = self.catalog.as_ref().unwrap_or(&empty);
        pass(&tracking::compare(&self.document, catalog, &self.tongue))
    }

    /// Passes on the bitext without word diffs, for those who only count.
    pub fn with_outline<T>(&self, catalog: &Catalog, pass: impl FnOnce(&Bitext<'_>) -> T) -> T {
        pass(&tracking::outline(&self.document, catalog, &self.tongue))
    }
}

impl Reading<'_> {
    /// Decides the same about the units that were seen; gives how many it could be decided about.
    pub fn decide(&self, seen: &[Seen<'_>], decision: &Decision) -> Result<usize> {
        if seen.is_empty() {
            return Ok(0);
        }
        let article = (self.article, self.target);
        let decisions: Vec<_> = seen.iter().map(|seen| (*seen, decision)).collect();
        let settled = self.workspace.decide(article, &self.document, &decisions)?;
        Ok(settled.iter().filter(|settled| **settled == Settled::Done).count())
    }

    /// Passes on everything that checks look at.
    pub fn with_subject<T>(&self, paths: Paths, pass: impl FnOnce(&Subject<'_>) -> T) -> T {
        let path = |path: &Path| match paths {
            Paths::Shown => self.workspace.shown(path),
            Paths::Relative => self.workspace.relative(path),
        };
        self.with_bitext(|bitext| {
            pass(&Subject {
                article: &self.article.id,
                target: self.target,
                source_path: &path(&self.article.source),
                catalog_path: &path(&self.article.catalog_path(self.target)),
                document: &self.document,
                bitext: self.catalog.as_ref().map(|_| bitext),
                behind: self.behind.as_deref().map(path).as_deref(),
            })
        })
    }
}

fn tongue(workspace: &Workspace) -> Tongue {
    Tongue::new(workspace.config.source_subtag())
}

/// The job, where there is one only.
pub fn only(jobs: &[Job]) -> Result<&Job> {
    match jobs {
        [job] => Ok(job),
        jobs => {
            Err(Error::new(message!("error-many", count = jobs.len())).hint(message!("hint-many")))
        }
    }
}

/// The unit that covers the segment with this number, from 1.
pub fn unit<'b, 'a>(bitext: &'b Bitext<'a>, number: usize) -> Result<&'b Unit<'a>> {
    let index = number.checked_sub(1);
    let mut units = bitext.units.iter();
    units.find(|unit| index.is_some_and(|index| unit.segments.contains(&index))).ok_or_else(|| {
        let count = bitext.document.segments.len();
        Error::new(message!("error-segment-none", segment = number, count = count))
            .hint(message!("hint-segments"))
    })
}

/// Whose paths are meant: a person's, from the current folder, or a program's, from the root.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Paths {
    Shown,
    Relative,
}

impl Paths {
    /// People read text; everything else goes to programs.
    pub fn of(format: &str) -> Self {
        if format == "text" { Self::Shown } else { Self::Relative }
    }
}

/// The articles that the selectors name, once for each target language.
pub fn jobs(workspace: &Workspace, selectors: &[String], targets: &[String]) -> Result<Vec<Job>> {
    let articles = workspace.articles(selectors)?;
    let job = |article: &Article, target: &String| Job {
        article: article.clone(),
        target: target.clone(),
    };
    let each = |article| targets.iter().map(move |target| job(&article, target));
    Ok(articles.into_iter().flat_map(each).collect())
}

/// Reads the jobs on all cores and works on each; results come in order.
///
/// A job's result depends on its two files and the configuration alone: an index of
/// unchanged files would answer here, before anything is read.
///
/// `prepare` makes what one thread needs for itself.
pub fn each<Tools, T: Send>(
    (workspace, jobs): (&Workspace, &[Job]),
    progress: &Progress,
    prepare: impl Fn() -> Tools + Sync + Send,
    work: impl Fn(&mut Tools, Reading<'_>) -> Result<T> + Sync + Send,
) -> Vec<Result<T>> {
    let own = || (prepare(), Rc::new(tongue(workspace)));
    jobs.par_iter()
        .map_init(own, |(tools, tongue), job| {
            let reading = Reading::with_tongue(workspace, job, Rc::clone(tongue));
            let result = reading.and_then(|reading| work(tools, reading));
            progress.step();
            result
        })
        .collect()
}

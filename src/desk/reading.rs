//! Articles read side by side, in the languages asked for.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::checks::Subject;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Bitext, Catalog, Document, PageState, Published, Unit, is_blank};
use crate::terms::TermsHere;
use crate::text::readings::Readings;
use crate::tracking::{self, Decision, Printed, SeenUnit, Settled, Tongue, Tongues};
use crate::workspace::{self, Article, Batch, Job, Rendition, Workspace, wall};

/// What was read of one article in one target language.
pub struct JobReading<'a> {
    pub workspace: &'a Workspace,
    pub article: &'a Article,
    pub target: &'a str,
    pub document: Document,
    /// Absent where the article has no catalog in this language.
    pub catalog: Option<Catalog>,
    /// The catalog that stayed behind when the article moved, where somebody looked for it.
    pub behind: Option<PathBuf>,
    tongues: Rc<Spoken>,
}

/// The languages of a workspace as comparison knows them; a thread keeps them over many articles.
pub struct Spoken {
    source: Tongue,
    targets: Vec<Tongue>,
}

impl Spoken {
    /// The languages of this workspace.
    pub fn new(workspace: &Workspace) -> Self {
        let targets = workspace.config.targets.iter().map(|tag| primary(tag)).collect();
        Self { source: Tongue::new(workspace.config.source_subtag()), targets }
    }
}

fn primary(tag: &str) -> Tongue {
    Tongue::new(tag.split('-').next().unwrap_or(tag))
}

impl<'a> JobReading<'a> {
    /// Reads the document and the catalog of a job.
    pub fn new(workspace: &'a Workspace, job: &'a Job) -> Result<Self> {
        Self::with_tongues(workspace, job, Rc::new(Spoken::new(workspace)))
    }

    fn with_tongues(workspace: &'a Workspace, job: &'a Job, tongues: Rc<Spoken>) -> Result<Self> {
        Ok(Self {
            workspace,
            article: &job.article,
            target: &job.target,
            document: workspace.document(&job.article)?,
            catalog: workspace.catalog(&job.article, &job.target)?,
            behind: None,
            tongues,
        })
    }

    /// Passes on the bitext of the document with the catalog, or with an empty one.
    pub fn with_bitext<T>(&self, pass: impl FnOnce(&Bitext<'_>) -> T) -> T {
        let empty = Catalog::default();
        let catalog = self.catalog.as_ref().unwrap_or(&empty);
        let mut bitext = tracking::compare(&self.document, catalog, &self.tongues.source);
        tracking::localise(&mut bitext, &self.workspace.values_into(self.target));
        pass(&bitext)
    }

    /// Passes on the bitext without word diffs, for those who only count.
    pub fn with_outline<T>(&self, catalog: &Catalog, pass: impl FnOnce(&Bitext<'_>) -> T) -> T {
        let mut bitext = tracking::outline(&self.document, catalog, &self.tongues.source);
        tracking::localise(&mut bitext, &self.workspace.values_into(self.target));
        pass(&bitext)
    }
}

impl JobReading<'_> {
    /// The agreed terms that hold in the article; nothing where the workspace has none.
    pub fn terms(&self) -> Option<TermsHere<'_>> {
        self.workspace.terms_of(self.article, self.target, &self.document.text)
    }

    /// How the published document stands to the bitext.
    pub fn published(&self, bitext: &Bitext<'_>) -> Result<Published> {
        let (workspace, article, target) = (self.workspace, self.article, self.target);
        let path = article.document_path(target);
        let is_apart = path != article.source;
        let text = if is_apart { workspace.translated_text(article, target)? } else { None };
        let Some(text) = text else {
            // Of a source without text there is nothing to publish again.
            let is_due = is_apart
                && !is_blank(&self.document.text)
                && workspace.is_page_gone(article, target);
            return Ok(Published { is_due, ..tracking::unpublished(bitext) });
        };
        if self.catalog.is_none() {
            return Ok(Published { state: PageState::Edited, ..Published::default() });
        }
        let printed = Printed {
            text: &text,
            parse: &|| workspace.parsed(text.clone(), &path, target),
            met: &|| self.workspace.met(article, target, &text),
            syntax: workspace::syntax(&article.source),
        };
        let tongues = Tongues { from: &self.tongues.source.language, into: self.into() };
        Ok(tracking::published(bitext, &printed, &tongues))
    }

    /// Nothing read yet, with the stems that were found in other articles.
    fn readings(&self) -> Readings {
        let mut readings = Readings::default();
        for tongue in [&self.tongues.source, self.into()] {
            readings = readings.knowing(&tongue.language, &tongue.stems);
        }
        readings
    }

    /// The language translated into.
    fn into(&self) -> &Tongue {
        let targets = &self.workspace.config.targets;
        let at = targets.iter().position(|target| target == self.target);
        at.and_then(|at| self.tongues.targets.get(at)).unwrap_or(&self.tongues.source)
    }

    /// Passes on everything that checks look at, the published document included.
    pub fn with_page<T>(&self, paths: Paths, pass: impl FnOnce(&Subject<'_>) -> T) -> Result<T> {
        self.with_bitext(|bitext| {
            let published = Some(&self.published(bitext)?);
            Ok(self.subject(paths, bitext, |subject| pass(&Subject { published, ..*subject })))
        })
    }

    /// What is read.
    pub fn rendition(&self) -> Rendition<'_> {
        Rendition { article: self.article, target: self.target }
    }

    /// Decides the same about the units that were seen; gives how many it could be decided about.
    pub fn decide(&self, seen: &[SeenUnit<'_>], decision: &Decision) -> Result<usize> {
        if seen.is_empty() {
            return Ok(0);
        }
        let decisions: Vec<_> = seen.iter().map(|seen| (*seen, decision)).collect();
        let settled = self.workspace.decide(self.rendition(), &self.document, &decisions)?;
        Ok(settled.iter().filter(|settled| **settled == Settled::Done).count())
    }

    /// Passes on everything that checks look at but the published document.
    pub fn with_subject<T>(&self, paths: Paths, pass: impl FnOnce(&Subject<'_>) -> T) -> T {
        self.with_bitext(|bitext| self.subject(paths, bitext, pass))
    }

    fn subject<T>(
        &self,
        paths: Paths,
        bitext: &Bitext<'_>,
        pass: impl FnOnce(&Subject<'_>) -> T,
    ) -> T {
        let path = |path: &Path| match paths {
            Paths::Shown => self.workspace.shown(path),
            Paths::Relative => self.workspace.relative(path),
        };
        let here = OnceCell::new();
        let here = || here.get_or_init(|| self.terms()).as_ref();
        pass(&Subject {
            article: &self.article.id,
            source: self.workspace.config.source_subtag(),
            target: self.target,
            source_path: &path(&self.article.source),
            catalog_path: &path(&self.article.catalog_path(self.target)),
            document_path: &path(&self.article.document_path(self.target)),
            document: &self.document,
            bitext: self.catalog.as_ref().map(|_| bitext),
            published: None,
            behind: self.behind.as_deref().map(path).as_deref(),
            terms: &|source, target| {
                here().map_or_else(Vec::new, |here| here.faults(source, target))
            },
            values: &self.workspace.values_into(self.target),
            embargo: workspace::embargo_of(&self.document.text).as_deref(),
            readings: &self.readings(),
        })
    }
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

/// Works on one job after another and writes what changed at the end, all or nothing; gives the sum.
pub fn together(
    workspace: &Workspace,
    jobs: &[Job],
    mut work: impl FnMut(&JobReading<'_>) -> Result<usize>,
) -> Result<usize> {
    workspace.together(|| {
        let mut count = 0;
        for job in jobs {
            let path = || workspace.shown(&job.article.source);
            count += wall::guard(path, || {
                wall::try_out(&job.article.id);
                work(&JobReading::new(workspace, job)?)
            })?;
        }
        Ok(count)
    })
}

/// Reads the jobs on all cores and works on each; results come in order.
///
/// `prepare` makes what one thread needs for itself.
pub fn each<Tools, T: Send>(
    list: Batch<'_>,
    step: &(dyn Fn() + Sync),
    prepare: impl Fn() -> Tools + Sync + Send,
    work: impl Fn(&mut Tools, JobReading<'_>) -> Result<T> + Sync + Send,
) -> Vec<Result<T>> {
    let Batch { workspace, jobs } = list;
    let own = || (prepare(), Rc::new(Spoken::new(workspace)));
    jobs.par_iter()
        .map_init(own, |(tools, tongues), job| {
            let result = guarded(workspace, job, tongues, |reading| work(tools, reading));
            step();
            result
        })
        .collect()
}

/// The work on one job; a fault is the error of its article.
pub fn guarded<T>(
    workspace: &Workspace,
    job: &Job,
    tongues: &Rc<Spoken>,
    work: impl FnOnce(JobReading<'_>) -> Result<T>,
) -> Result<T> {
    let path = || workspace.shown(&job.article.source);
    wall::guard(path, || {
        wall::try_out(&job.article.id);
        work(JobReading::with_tongues(workspace, job, Rc::clone(tongues))?)
    })
}

//! Both documents of an article, and the catalog between them brought in step.

use std::path::PathBuf;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustc_hash::FxHashMap;

use super::context::Context;
use super::means::Means;
use super::past::Past;
use super::progress::Progress;
use super::reading::Job;
use super::recall::recall;
use super::wall;
use crate::align::{ACCEPT, Bead, Grounds};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Catalog, Document, Freshness, Pair, State, Unit};
use crate::tracking::{Base, Realigned, Tongue, Versions, compare};
use crate::workspace::{Acquaintance, Article, Workspace};

/// One article as its files have it.
pub struct Page<'a> {
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
    pub past: Past,
    /// The article that the translation belonged to before the source moved.
    pub stray: Option<Article>,
}

impl<'a> Page<'a> {
    /// Reads the files of a job.
    pub fn read(workspace: &Workspace, job: &'a Job) -> Result<Self> {
        let Job { article, target } = job;
        let source = workspace.document(article)?;
        let translation = workspace.translation(article, target)?;
        let catalog = workspace.catalog(article, target)?;
        let acquaintance = match &translation {
            Some(document) => {
                workspace.acquaintance((article, target), &document.text, catalog.as_ref())?
            }
            None => Acquaintance::Stranger,
        };
        let (past, present, stray) = (Past::default(), None, None);
        Ok(Self { job, source, present, translation, catalog, acquaintance, past, stray })
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

    /// Brings the catalog in step.
    fn step(&self, means: &Means<'_>, tongues: (&Tongue, &Tongue)) -> Step {
        let Some(target) = &self.translation else { return Step::Untranslated };
        let Some(catalog) = &self.catalog else {
            let adoption = self.past.adopted((means, self), target, tongues);
            let mut adoption = adoption.unwrap_or_else(|_| {
                // A clone may lack what its history names; the texts are there.
                means.go_blind();
                first_catalog((&self.source, target), &means.beads(&self.source, target))
            });
            if let Some(present) = &self.present {
                adoption.pairs = beside(present, &adoption.catalog, tongues.0);
            }
            return Step::Adopted(adoption);
        };
        let base = match &self.acquaintance {
            Acquaintance::Known => return Step::Settled,
            Acquaintance::Stranger => Base::Never,
            Acquaintance::Edited { known, is_newer } => {
                let followed = self.past.followed((means, self), (target, known), tongues);
                let followed = followed.unwrap_or_else(|_| {
                    means.go_blind();
                    None
                });
                if let Some(made) = followed {
                    return Step::of(made, catalog);
                }
                match known.written {
                    _ if *is_newer => Base::Doubtful,
                    Some(_) => Base::Published,
                    None => Base::Lost,
                }
            }
        };
        let versions = Versions { source: &self.source, target, base, tongues };
        Step::of(means.follow(&versions, catalog), catalog)
    }

    /// Whether the aligner has something to do here.
    pub fn is_open(&self) -> bool {
        self.translation.is_some() && self.acquaintance != Acquaintance::Known
    }

    /// Whether a hand edited the translation since the catalog was in step with it.
    pub fn is_edited(&self) -> bool {
        matches!(self.acquaintance, Acquaintance::Edited { .. })
    }
}

/// What bringing a catalog in step came to.
pub enum Step {
    /// There is no translated document.
    Untranslated,
    /// The article got its first catalog.
    Adopted(Adoption),
    /// The catalog follows what hands edited.
    Followed(Realigned),
    /// The documents are what the catalog knows.
    Settled,
}

/// The first catalog of an article, and how it came about.
pub struct Adoption {
    pub catalog: Catalog,
    /// The pairs, those without a partner included.
    pub pairs: Vec<Paired>,
    /// The revision whose source fits the translation best, where the past was asked.
    pub revision: Option<String>,
}

/// Sentences of both sides that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// As they were when they were translated.
    pub source: Vec<String>,
    pub target: Vec<String>,
    pub confidence: f64,
    /// What the aligner went by, where it made the pair.
    pub grounds: Option<Grounds>,
    /// How the pair stands to the source as it is now.
    pub freshness: Freshness,
}

/// The middle of how strict the aligner can be.
const EVEN: f64 = 0.5;

impl Step {
    fn of(made: Realigned, catalog: &Catalog) -> Self {
        if made.catalog == *catalog { Self::Settled } else { Self::Followed(made) }
    }
}

/// Brings the pages in step on all cores; steps come in order.
pub fn steps(
    means: &Means<'_>,
    pages: &[Page<'_>],
    target: &str,
    bar: &Progress,
) -> Vec<Result<Step>> {
    let source = means.workspace.config.source_subtag();
    let into = target.split('-').next().unwrap_or(target);
    pages
        .par_iter()
        .map_init(
            || (Tongue::new(source), Tongue::new(into)),
            |(from, into), page| {
                let path = || means.workspace.shown(&page.job.article.source);
                let step = wall::guard(path, || Ok(page.step(means, (from, into))));
                bar.step();
                step
            },
        )
        .collect()
}

/// The catalogs as they would be in step with the documents, by their paths; nothing is written.
pub fn catalogs(
    cx: &Context<'_>,
    (workspace, jobs): (&Workspace, &[Job]),
    targets: &[String],
) -> Result<(FxHashMap<PathBuf, Catalog>, Option<Error>)> {
    let (mut catalogs, mut failure) = (FxHashMap::default(), None);
    for target in targets {
        let jobs: Vec<&Job> = jobs.iter().filter(|job| job.target == *target).collect();
        let (mut pages, unread) = cx.some(pages(workspace, &jobs))?;
        let mut edited: Vec<_> = pages.iter_mut().filter(|page| page.is_edited()).collect();
        recall(workspace, &mut edited);
        let means = Means::for_open(workspace, &pages, (target, EVEN));
        let bar = cx.progress(pages.len(), &message!("command-progress-aligning"));
        let steps = steps(&means, &pages, target, &bar);
        drop(bar);
        let steps = pages.into_iter().zip(steps).map(|(page, step)| Ok((page, step?)));
        let (steps, failed) = cx.some(steps.collect())?;
        failure = cx.one_of(failure, cx.one_of(unread, failed));
        for (page, step) in steps {
            let catalog = match step {
                Step::Adopted(adoption) => Some(adoption.catalog),
                Step::Followed(made) => Some(made.catalog),
                Step::Untranslated | Step::Settled => page.catalog,
            };
            let path = page.job.article.catalog_path(target);
            catalogs.extend(catalog.map(|catalog| (path, catalog)));
        }
    }
    Ok((catalogs, failure))
}

/// Reads the pages on all cores; results come in order.
pub fn pages<'a>(workspace: &Workspace, jobs: &[&'a Job]) -> Vec<Result<Page<'a>>> {
    let read = |job: &&'a Job| {
        let path = || workspace.shown(&job.article.source);
        wall::guard(path, || {
            wall::try_out(&job.article.id);
            Page::read(workspace, job)
        })
    };
    jobs.par_iter().map(read).collect()
}

/// The first catalog: sure pairs are translations, the rest wait as drafts.
pub fn first_catalog((source, target): (&Document, &Document), beads: &[Bead]) -> Adoption {
    let texts = |document: &Document, range: &std::ops::Range<usize>| -> Vec<String> {
        document.segments[range.clone()].iter().map(|segment| segment.text.clone()).collect()
    };
    let paired = |bead: &Bead| Paired {
        source: texts(source, &bead.source),
        target: texts(target, &bead.target),
        confidence: bead.confidence,
        grounds: Some(bead.grounds),
        freshness: if bead.target.is_empty() { Freshness::Missing } else { Freshness::Current },
    };
    let pairs: Vec<Paired> = beads.iter().map(paired).collect();
    let catalog = Catalog { pairs: pairs.iter().filter_map(Paired::pair).collect() };
    Adoption { catalog, pairs, revision: None }
}

impl Paired {
    /// The pair to store; none where there is no translation.
    fn pair(&self) -> Option<Pair> {
        if self.target.is_empty() {
            return None;
        }
        let is_sure = self.confidence >= ACCEPT && !self.source.is_empty();
        let state = if is_sure { State::Translated } else { State::Draft };
        let mut pair = Pair::new(self.source.join(" "), self.target.join(" "), state);
        pair.origin = Some(format!("align {:.2}", self.confidence));
        Some(pair)
    }
}

/// The pairs of a catalog beside the source as it is now, those without a partner included.
pub fn beside(source: &Document, catalog: &Catalog, tongue: &Tongue) -> Vec<Paired> {
    let bitext = compare(source, catalog, tongue);
    let texts = |pairs: &[usize], text: fn(&Pair) -> &String| -> Vec<String> {
        let texts = pairs.iter().map(|pair| text(&catalog.pairs[*pair]));
        texts.filter(|text| !text.is_empty()).cloned().collect()
    };
    let confidence = |pairs: &[usize]| {
        let origins = pairs.iter().map(|pair| catalog.pairs[*pair].origin.as_deref());
        // People's own pairs are certain.
        let sure = |origin: &str| origin.strip_prefix("align ")?.parse().ok();
        origins.map(|origin| origin.and_then(sure).unwrap_or(1.0)).fold(1.0, f64::min)
    };
    let paired = |pairs: &[usize], freshness| Paired {
        source: texts(pairs, |pair| &pair.source),
        target: texts(pairs, |pair| &pair.target),
        confidence: confidence(pairs),
        grounds: None,
        freshness,
    };
    let of_unit = |unit: &Unit<'_>| match unit.freshness {
        Freshness::Missing => {
            Paired { source: vec![unit.source.to_string()], ..paired(&[], Freshness::Missing) }
        }
        freshness => paired(&unit.pairs, freshness),
    };
    let only_target = (0..catalog.pairs.len())
        .filter(|pair| catalog.pairs[*pair].source.trim().is_empty())
        .map(|pair| paired(&[pair], Freshness::Current));
    bitext.units.iter().map(of_unit).chain(only_target).collect()
}

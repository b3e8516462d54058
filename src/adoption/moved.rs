//! Catalogs whose articles moved: they find their way by the sentences in them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::watch::Watch;
use crate::error::Result;
use crate::model::Document;
use crate::tracking::{Home, Homes};
use crate::workspace::{Article, Census, Job, Workspace, wall};

/// A catalog without a source, and the article that it goes to, if that is sure.
pub struct Moved {
    pub from: Article,
    pub target: String,
    pub to: Option<Article>,
    /// Hundredths of its sources that stand in the best document.
    pub percent: usize,
}

/// From here on a document is taken for the one that a catalog was made for.
const LIKELY: usize = 40;
/// How far the second best must be behind.
const LEAD: usize = 20;

/// The catalogs without a source, with the articles that have no catalog and fit them.
pub fn moved(workspace: &Workspace, targets: &[String], watch: &Watch<'_>) -> Result<Vec<Moved>> {
    let homeless = workspace.homeless(targets)?;
    if homeless.is_empty() {
        return Ok(Vec::new());
    }
    let mut free = workspace.jobs(&[], targets)?;
    free.retain(has_no_catalog);
    let (free, documents) = read(workspace, free, watch);
    let homes = Homes::new(&documents);
    let mut found = Vec::new();
    for (from, target) in homeless {
        let catalog = workspace.catalog(&from, &target)?.unwrap_or_default();
        let fitting = homes.of(&catalog).into_iter();
        let fitting: Vec<Home> =
            fitting.filter(|home| free[home.document].target == target).collect();
        let second = fitting.get(1).map_or(0, |home| home.percent);
        let best = fitting.first().filter(|home| home.percent >= LIKELY);
        let sure = best.filter(|home| home.percent >= second + LEAD);
        let to = sure.map(|home| free[home.document].article.clone());
        let percent = best.map_or(0, |home| home.percent);
        found.push(Moved { from, target, to, percent });
    }
    // Two catalogs can't go to one place.
    for index in 0..found.len() {
        let taken = place(&found[index]);
        if taken.is_some() && found[..index].iter().any(|earlier| place(earlier) == taken) {
            found[index].to = None;
        }
    }
    Ok(found)
}

/// Jobs without a catalog.
pub struct Waiting<'j> {
    pub jobs: Vec<&'j Job>,
    /// How many others there are.
    pub others: usize,
}

impl<'j> Waiting<'j> {
    /// Those of the jobs that have none; `known` says of each what is known without looking.
    pub fn among(jobs: &'j [Job], known: impl Fn(usize) -> Option<bool>) -> Self {
        let mut waiting = Vec::new();
        for (at, job) in jobs.iter().enumerate() {
            let has_catalog = known(at).unwrap_or_else(|| !has_no_catalog(job));
            if !has_catalog {
                waiting.push(job);
            }
        }
        Self { others: jobs.len() - waiting.len(), jobs: waiting }
    }
}

/// The catalogs that stayed behind when these articles moved, by the paths that they belong at.
///
/// It only looks; what can't be read is told by those who have to read it.
pub fn behind(
    workspace: &Workspace,
    waiting: &Waiting<'_>,
    census: Census,
    watch: &Watch<'_>,
) -> BTreeMap<PathBuf, PathBuf> {
    if waiting.jobs.is_empty() || !census.may_have_homeless(waiting.others) {
        return BTreeMap::new();
    }
    let targets: BTreeSet<String> = waiting.jobs.iter().map(|job| job.target.clone()).collect();
    let targets: Vec<String> = targets.into_iter().collect();
    let mut behind: BTreeMap<PathBuf, PathBuf> = moved(workspace, &targets, watch)
        .unwrap_or_default()
        .iter()
        .filter_map(|found| Some((place(found)?, found.from.catalog_path(&found.target))))
        .collect();
    let wanted: BTreeSet<PathBuf> =
        waiting.jobs.iter().map(|job| job.article.catalog_path(&job.target)).collect();
    behind.retain(|place, _| wanted.contains(place));
    behind
}

fn has_no_catalog(job: &Job) -> bool {
    !job.article.catalog_path(&job.target).exists()
}

fn place(found: &Moved) -> Option<PathBuf> {
    found.to.as_ref().map(|to| to.catalog_path(&found.target))
}

/// The jobs whose documents can be read, with them.
fn read(workspace: &Workspace, jobs: Vec<Job>, watch: &Watch<'_>) -> (Vec<Job>, Vec<Document>) {
    (watch.expect)(jobs.len());
    let read = jobs.into_iter().filter_map(|job| {
        let path = || workspace.shown(&job.article.source);
        let document = wall::guard(path, || workspace.document(&job.article));
        (watch.step)();
        Some((job, document.ok()?))
    });
    read.unzip()
}

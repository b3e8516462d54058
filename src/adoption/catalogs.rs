//! The catalogs as they would be in step with the documents; nothing is written.

use std::path::PathBuf;

use rustc_hash::FxHashMap;

use super::aligner::{Aligner, Lessons};
use super::pages::pages;
use super::recall::recall;
use super::step::{Step, steps};
use super::watch::Watch;
use crate::error::Error;
use crate::model::Catalog;
use crate::workspace::{Job, Workspace};

/// The middle of how strict the aligner can be.
const EVEN: f64 = 0.5;

/// Catalogs by their paths, and what is wrong with the articles that aren't among them.
#[derive(Default)]
pub struct Followed {
    pub catalogs: FxHashMap<PathBuf, Catalog>,
    pub failures: Vec<Error>,
}

/// Follows the documents of these jobs in memory.
pub fn followed(
    workspace: &Workspace,
    jobs: &[Job],
    targets: &[String],
    watch: &Watch<'_>,
) -> Followed {
    let mut followed = Followed::default();
    (watch.expect)(jobs.len());
    for target in targets {
        let jobs: Vec<&Job> = jobs.iter().filter(|job| job.target == *target).collect();
        let mut read = Vec::with_capacity(jobs.len());
        for page in pages(workspace, &jobs) {
            match page {
                Ok(page) => read.push(page),
                Err(failure) => followed.failures.push(failure),
            }
        }
        let mut edited: Vec<_> = read.iter_mut().filter(|page| page.has_past()).collect();
        recall(workspace, &mut edited);
        let aligner = Aligner::for_open(workspace, &read, Lessons { target, strictness: EVEN });
        let steps = steps(&aligner, &read, target, watch.step);
        for (page, step) in read.into_iter().zip(steps) {
            let catalog = match step {
                Ok(Step::Adopted(adoption)) => Some(adoption.catalog),
                Ok(Step::Followed(made)) => Some(made.catalog),
                Ok(Step::Untranslated | Step::UpToDate) => page.catalog,
                Err(failure) => {
                    followed.failures.push(failure);
                    continue;
                }
            };
            let path = page.job.article.catalog_path(target);
            followed.catalogs.extend(catalog.map(|catalog| (path, catalog)));
        }
    }
    followed
}

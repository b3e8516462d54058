//! What the checks find in a workspace, be it on disk or laid out from git.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::context::Context;
use super::super::lone::{self, Sought};
use super::super::moved;
use super::Args;
use crate::adoption::{self, Followed, Watch};
use crate::checks::{self, Levels};
use crate::desk::reading::{self, Paths};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Finding, PageState};
use crate::report::check::ShardPart;
use crate::workspace::{Census, Job, Shard, Workspace};

/// What is asked of a workspace.
pub struct Question<'a> {
    pub args: &'a Args,
    pub cx: &'a Context<'a>,
    pub levels: &'a Levels,
    pub targets: &'a [String],
}

/// What was looked at, and what was seen.
pub struct Looked {
    /// One result for each job.
    pub findings: Vec<Result<Vec<Finding>>>,
    /// Pages without a source.
    pub lone: Vec<Finding>,
    /// What kept documents that people edit by hand from being followed.
    pub unfollowed: Option<Error>,
}

impl Looked {
    /// The articles and languages in which the checks ran to their end.
    pub fn articles(&self, jobs: &[Job]) -> Vec<(String, String)> {
        let whole = jobs.iter().zip(&self.findings).filter(|(_, result)| result.is_ok());
        whole.map(|(job, _)| (job.article.id.clone(), job.target.clone())).collect()
    }

    /// Which part of a report it makes; `places` are those of the jobs among all.
    pub fn part(&self, shard: Shard, places: &[usize]) -> ShardPart {
        let whole = places.iter().zip(&self.findings).filter(|(_, result)| result.is_ok());
        let places: Vec<usize> = whole.map(|(place, _)| *place).collect();
        let failures = self.findings.len() - places.len();
        ShardPart { number: shard.number, of: shard.of, places, failures }
    }
}

impl Question<'_> {
    /// The catalogs as they would be in step with the documents.
    fn followed(&self, workspace: &Workspace, jobs: &[Job]) -> Followed {
        let bar = self.cx.progress(jobs.len(), &message!("command-progress-aligning"));
        let watch = Watch { expect: &|steps| bar.expect(steps), step: &|| bar.step() };
        adoption::followed(workspace, jobs, self.targets, &watch)
    }

    /// Runs the checks over the articles of these jobs.
    pub fn ask(&self, workspace: &Workspace, jobs: &[Job], census: Census) -> Result<Looked> {
        let (args, cx, targets) = (self.args, self.cx, self.targets);
        let paths = Paths::of(&args.format);
        let followed = args.documents.then(|| self.followed(workspace, jobs));
        let (followed, unfollowed) =
            followed.map(|followed| (followed.catalogs, cx.last_of(followed.failures))).unzip();
        let behind = moved::behind(cx, workspace, jobs, census);
        let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
        let seen = AtomicUsize::new(0);
        let findings = reading::each(
            reading::JobList { workspace, jobs },
            &|| bar.step(),
            || (),
            |(), mut reading| {
                let path = reading.article.catalog_path(reading.target);
                reading.behind = behind.get(&path).cloned();
                if let (Some(followed), None) = (&followed, &reading.behind) {
                    reading.catalog = followed.get(&path).cloned();
                }
                reading.with_page(paths, |subject| {
                    let is_there =
                        subject.published.is_some_and(|page| page.state != PageState::Absent);
                    seen.fetch_add(usize::from(is_there), Ordering::Relaxed);
                    checks::run(subject, self.levels)
                })
            },
        );
        drop(bar);
        // A part sees no more than its own pages, so it has to look for all.
        let seen = if args.shard.is_some() { 0 } else { seen.into_inner() };
        let sought = Sought { targets, seen, census };
        let is_asked = args.articles.is_empty() && args.shard.is_none_or(Shard::is_first);
        let lone = if is_asked {
            lone::findings(workspace, &sought, paths, self.levels)?
        } else {
            Vec::new()
        };
        Ok(Looked { findings, lone, unfollowed: unfollowed.flatten() })
    }
}

//! What the checks find in a workspace, be it on disk or laid out from git.

use super::super::context::Context;
use super::super::lone::{self, Sought};
use super::super::moved;
use super::Args;
use crate::adoption::{self, Followed, Waiting, Watch};
use crate::checks::{self, Levels, Subject, UsualNames};
use crate::desk::reading::{JobReading, Paths};
use crate::desk::renewal::{self, Keeping};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Finding, PageState};
use crate::report::check::{ArticleFindings, ShardPart};
use crate::workspace::{self, Batch, ByteWriter, Census, Changes, Inquiry, Job, Shard, Workspace};

/// What is asked of a workspace.
pub struct Question<'a> {
    pub args: &'a Args,
    pub cx: &'a Context<'a>,
    pub levels: &'a Levels,
    pub targets: &'a [String],
    /// What a branch touches, where only that is asked for.
    pub changes: Option<&'a Changes>,
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
    pub fn part(&self, shard: Shard, state: String, places: &[usize]) -> ShardPart {
        let whole = places.iter().zip(&self.findings).filter(|(_, result)| result.is_ok());
        let places: Vec<usize> = whole.map(|(place, _)| *place).collect();
        let failures = self.findings.len() - places.len();
        ShardPart { number: shard.number, of: shard.of, places, failures, state }
    }
}

impl Question<'_> {
    /// The catalogs as they would be in step with the documents.
    fn followed(&self, workspace: &Workspace, jobs: &[Job]) -> Followed {
        let bar = self.cx.progress(jobs.len(), &message!("command-progress-aligning"));
        let watch = Watch { expect: &|steps| bar.expect(steps), step: &|| bar.step() };
        adoption::followed(workspace, jobs, self.targets, &watch)
    }

    /// What the findings hang on beside files and configuration; nothing where they are not kept.
    fn scope(&self, workspace: &Workspace, paths: Paths) -> Option<Vec<u8>> {
        if self.args.documents || !self.args.only.is_empty() {
            return None;
        }
        let mut scope = ByteWriter::default();
        // Findings name places as a person would type them.
        let settings = workspace.settings();
        scope.text(&match paths {
            Paths::Shown => workspace.shown(&settings),
            Paths::Relative => workspace.relative(&settings),
        });
        scope.bytes(workspace.terms().ok()?.digest?.as_bytes());
        Some(scope.into_bytes())
    }

    /// Adds the names that an article spells otherwise than the other articles of its language.
    fn add_names(&self, batch: Batch<'_>, paths: Paths, found: &mut [Result<ArticleFindings>]) {
        let Batch { workspace, jobs } = batch;
        for target in self.targets {
            let places: Vec<usize> =
                (0..found.len()).filter(|at| jobs[*at].target == *target).collect();
            let names = places.iter().filter_map(|at| found[*at].as_ref().ok());
            let usual = UsualNames::of(names.map(|found| found.names.as_slice()));
            for at in places {
                let Ok(own) = &mut found[at] else { continue };
                if !usual.differ_from(&own.names) {
                    continue;
                }
                let told = JobReading::new(workspace, &jobs[at]).map(|reading| {
                    let look =
                        |subject: &Subject<'_>| checks::run_names(subject, self.levels, &usual);
                    reading.with_subject(paths, look)
                });
                // What could not be read was told of already.
                own.findings.extend(told.unwrap_or_default());
            }
        }
    }

    /// Runs the checks over the articles of these jobs.
    pub fn ask(&self, workspace: &Workspace, jobs: &[Job], census: Census) -> Result<Looked> {
        let (args, cx, targets) = (self.args, self.cx, self.targets);
        let paths = Paths::of(&args.format);
        let followed = args.documents.then(|| self.followed(workspace, jobs));
        let (followed, unfollowed) =
            followed.map(|followed| (followed.catalogs, cx.last_of(followed.failures))).unzip();
        let scope = self.scope(workspace, paths);
        let is_whole = args.articles.is_empty()
            && args.changed_from.is_none()
            && args.shard.is_none()
            && *targets == *workspace.config.targets;
        let recall = |scope| Inquiry { name: "findings", scope, is_whole };
        let results = scope.as_ref().and_then(|scope| workspace.recall(jobs, recall(scope)));
        let waiting = Waiting::among(jobs, |at| results.as_ref()?.has_catalog(at));
        let behind = moved::behind(cx, workspace, &waiting, census);
        let is_apart = |at: usize| {
            !behind.is_empty() && {
                let Job { article, target } = &jobs[at];
                behind.contains_key(&article.catalog_path(target))
            }
        };
        let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
        let keeping = Keeping {
            results: results.as_ref(),
            pack: ArticleFindings::pack,
            unpack: ArticleFindings::unpack,
            is_apart: &is_apart,
            step: &|| bar.step(),
        };
        let (batch, levels) = (Batch { workspace, jobs }, self.levels);
        let found = renewal::each_changed(
            batch,
            &keeping,
            || (),
            |(), mut reading| {
                let path = reading.article.catalog_path(reading.target);
                reading.behind = behind.get(&path).cloned();
                if let (Some(followed), None) = (&followed, &reading.behind) {
                    reading.catalog = followed.get(&path).cloned();
                }
                look(&reading, paths, levels)
            },
        );
        drop(bar);
        if let Some(results) = results {
            results.keep();
        }
        let seen = found.iter().filter(|found| is_seen(found)).count();
        let mut found = found;
        self.add_names(batch, paths, &mut found);
        let findings = found.into_iter().map(|found| found.map(|found| found.findings)).collect();
        // A part sees no more than its own pages, so it has to look for all.
        let seen = if args.shard.is_some() { 0 } else { seen };
        let sought = Sought { targets, seen, census, changes: self.changes };
        let is_asked = args.articles.is_empty() && args.shard.is_none_or(Shard::is_first);
        let lone = if is_asked {
            lone::findings(workspace, &sought, paths, self.levels)?
        } else {
            Vec::new()
        };
        Ok(Looked { findings, lone, unfollowed: unfollowed.flatten() })
    }
}

fn is_seen(found: &Result<ArticleFindings>) -> bool {
    found.as_ref().is_ok_and(|found| found.has_page)
}

/// Runs the checks over one article.
fn look(reading: &JobReading<'_>, paths: Paths, levels: &Levels) -> Result<ArticleFindings> {
    // An embargo ends without a change of any file.
    let is_lasting = !workspace::names_embargo(&reading.document.text);
    reading.with_page(paths, |subject| {
        let page = subject.published;
        let has_page = page.is_some_and(|page| page.state != PageState::Absent);
        let names = checks::spellings(subject);
        ArticleFindings { findings: checks::run(subject, levels), has_page, is_lasting, names }
    })
}

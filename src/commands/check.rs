//! `tolmach check`: fails where a translation is missing, stale or not vouched for.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::builder::PossibleValuesParser;

use super::context::{self, Context, Outcome};
use super::documents;
use super::lone::{self, Sought};
use super::moved;
use super::reading::{self, Job, Paths};
use crate::checks::{self, CHECKS, Check, Levels};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Finding, PageState, Severity};
use crate::report::check::{Baseline, Checked, FORMATS};
use crate::report::rules;
use crate::workspace::{self, CONFIG_FILE, Workspace};

/// Arguments of `tolmach check`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "check")]
    #[arg(value_parser = PossibleValuesParser::new(CHECKS.iter().map(|check| check.id)))]
    only: Vec<String>,
    #[arg(long, value_name = "severity", default_value = "error")]
    #[arg(value_parser = PossibleValuesParser::new(Severity::ALL.map(Severity::name)))]
    fail_on: String,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
    #[arg(long, value_name = "revision")]
    changed_from: Option<String>,
    #[arg(long, value_name = "file")]
    baseline: Option<PathBuf>,
    #[arg(long, requires = "baseline")]
    write_baseline: bool,
    #[arg(long)]
    documents: bool,
    #[arg(long)]
    list: bool,
}

/// Runs the checks over the articles and reports what they found.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    if args.list {
        context::print(rules::markdown(&cx.screen()))?;
        return Ok(Outcome::Clean);
    }
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, &args.articles, &targets)?;
    if jobs.is_empty() {
        workspace.refuse_nothing()?;
    }
    let jobs = changed(args, cx, &workspace, jobs)?;
    let levels = levels(args, &workspace);
    let paths = Paths::of(&args.format);
    let followed = args.documents.then(|| documents::catalogs(cx, (&workspace, &jobs), &targets));
    let (followed, unfollowed) = followed.transpose()?.unzip();
    let behind = moved::behind(cx, &workspace, &jobs);
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let seen = AtomicUsize::new(0);
    let findings = reading::each(
        (&workspace, &jobs),
        &bar,
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
                checks::run(subject, &levels)
            })
        },
    );
    drop(bar);
    let articles = looked_at(&jobs, &findings);
    let (findings, failure) = cx.some(findings)?;
    let mut failure = cx.one_of(unfollowed.flatten(), failure);
    if let Some(failure) = failure.take_if(|_| args.write_baseline) {
        return Err(failure);
    }
    let mut findings: Vec<Finding> = findings.into_iter().flatten().collect();
    if args.articles.is_empty() {
        let sought = Sought { targets: &targets, seen: seen.into_inner() };
        findings.extend(lone::findings(&workspace, &sought, paths, &levels)?);
    }
    if let (true, Some(path)) = (args.write_baseline, &args.baseline) {
        let scope = Scope { args, workspace: &workspace, targets: &targets, jobs: &jobs };
        record(cx, path, &findings, &scope)?;
        return Ok(Outcome::Clean);
    }
    let findings = unknown(args, cx, findings)?;
    let failing = Severity::by_name(&args.fail_on).expect("clap lets only known names through");
    let checked = Checked { findings, articles, levels, failing, time: context::time() };
    report(args, cx, &checked, failure)
}

/// Shows what was found; the failure is told after it.
fn report(
    args: &Args,
    cx: &Context<'_>,
    checked: &Checked,
    failure: Option<Error>,
) -> Result<Outcome> {
    cx.report(FORMATS, &args.format, checked)?;
    if let Some(failure) = failure {
        return Err(failure);
    }
    let fails = checked.findings.iter().any(|finding| finding.severity >= checked.failing);
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}

/// The articles and languages in which the checks ran to their end.
fn looked_at<T>(jobs: &[Job], results: &[Result<T>]) -> Vec<(String, String)> {
    let whole = jobs.iter().zip(results).filter(|(_, result)| result.is_ok());
    whole.map(|(job, _)| (job.article.id.clone(), job.target.clone())).collect()
}

/// Leaves the jobs whose files, or the configuration, changed since the revision asked for.
fn changed(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Workspace,
    mut jobs: Vec<Job>,
) -> Result<Vec<Job>> {
    let Some(revision) = &args.changed_from else { return Ok(jobs) };
    let changes = workspace.git().changed_since(revision)?;
    // The configuration says how every article is read.
    if changes.touches(&workspace.root.join(CONFIG_FILE)) {
        return Ok(jobs);
    }
    jobs.retain(|job| {
        let (article, target) = (&job.article, job.target.as_str());
        let paths = [article.catalog_path(target), article.document_path(target)];
        changes.touches(&article.source) || paths.iter().any(|path| changes.touches(path))
    });
    if jobs.is_empty() {
        cx.tell(&message!("command-check-unchanged", revision = revision));
    }
    Ok(jobs)
}

fn levels(args: &Args, workspace: &Workspace) -> Levels {
    let set = workspace.config.checks.iter().map(|(id, severity)| (id.clone(), *severity));
    let skipped = CHECKS
        .iter()
        .filter(|check| !args.only.is_empty() && !args.only.iter().any(|only| only == check.id));
    // Who names a check that is off wants to see what it finds.
    let is_named = |check: &&Check| check.is_off() && args.only.iter().any(|only| only == check.id);
    let named =
        CHECKS.iter().filter(is_named).map(|check| (check.id.to_owned(), Some(check.severity)));
    let named: Vec<_> = named.collect();
    let skipped = skipped.map(|check| (check.id.to_owned(), None));
    named.into_iter().chain(set).chain(skipped).collect()
}

/// What a call looked at.
struct Scope<'a> {
    args: &'a Args,
    workspace: &'a Workspace,
    targets: &'a [String],
    jobs: &'a [Job],
}

impl Scope<'_> {
    /// Whether findings of this check in this article and language would have been found.
    fn covers(&self, article: &str, target: &str, check: &str) -> bool {
        let is_job = |job: &Job| job.article.id == article && job.target == target;
        let is_whole = self.args.articles.is_empty() && self.args.changed_from.is_none();
        let is_left_out = |targets: &[String]| !targets.iter().any(|one| one == target);
        // What the workspace no longer has is no debt.
        let is_gone = is_left_out(&self.workspace.config.targets);
        let is_seen = is_whole && (is_gone || !is_left_out(self.targets));
        let is_run = self.args.only.is_empty() || self.args.only.iter().any(|only| only == check);
        is_run && (is_seen || self.jobs.iter().any(is_job))
    }
}

/// Writes the baseline anew; what was known of anything else stays in it.
fn record(cx: &Context<'_>, path: &Path, findings: &[Finding], scope: &Scope<'_>) -> Result<()> {
    let shown = path.display().to_string();
    let older = match workspace::read_existing(path)? {
        Some(text) => Baseline::read(&text, &shown)?,
        None => Baseline::default(),
    };
    let is_covered =
        |article: &str, target: &str, check: &str| scope.covers(article, target, check);
    let baseline = Baseline::of(findings).keeping(older, is_covered);
    let mut text = Vec::new();
    baseline.write(&mut text).expect("a vector takes any bytes");
    scope.workspace.write_named(path, text)?;
    cx.tell(&message!("command-check-baseline-written", count = baseline.len(), path = shown));
    Ok(())
}

/// The findings that the baseline does not know.
fn unknown(args: &Args, cx: &Context<'_>, findings: Vec<Finding>) -> Result<Vec<Finding>> {
    let Some(path) = &args.baseline else { return Ok(findings) };
    let shown = path.display().to_string();
    let baseline = Baseline::read(&workspace::read_input(path)?, &shown)?;
    let all = findings.len();
    let new = baseline.new_findings(findings);
    if new.len() < all {
        cx.tell(&message!("command-check-baseline-known", count = all - new.len(), path = shown));
    }
    Ok(new)
}

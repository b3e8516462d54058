//! `tolmach check`: fails where a translation is missing, stale or not vouched for.

mod fixing;
mod known;
mod look;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use self::known::Scope;
use self::look::Question;
use super::context::{self, Context, Exit};
use super::lone;
use crate::checks::{CHECKS, Levels, TERMS};
use crate::desk::reading::Paths;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Danger, Finding, Severity};
use crate::report::check::{Checked, FORMATS, Failing};
use crate::report::{explain, rules};
use crate::workspace::{Batch, Changes, Job, Selection, Shard, Workspace};

/// Arguments of `tolmach check`.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "check")]
    #[arg(value_parser = PossibleValuesParser::new(CHECKS.iter().map(|check| check.id)))]
    only: Vec<String>,
    #[arg(long, value_name = "severity", default_value = "error")]
    #[arg(value_parser = PossibleValuesParser::new(Severity::ALL.map(Severity::name)))]
    fail_on: String,
    #[arg(long, value_name = "change")]
    #[arg(value_parser = PossibleValuesParser::new(Danger::ALL.map(Danger::name)))]
    fail_on_change: Option<String>,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
    #[arg(long, value_name = "revision")]
    changed_from: Option<String>,
    #[arg(long, value_name = "shard", value_parser = shard, conflicts_with = "write_baseline")]
    shard: Option<Shard>,
    #[arg(long, value_name = "revision", conflicts_with = "write_baseline")]
    only_new: Option<String>,
    #[arg(long, conflicts_with = "baseline")]
    staged: bool,
    #[arg(long, value_name = "file")]
    baseline: Option<PathBuf>,
    #[arg(long, requires = "baseline")]
    write_baseline: bool,
    #[arg(long)]
    documents: bool,
    #[arg(long)]
    no_index: bool,
    #[arg(long)]
    list: bool,
    #[arg(long, value_name = "check", conflicts_with_all = ["list", "fix"])]
    #[arg(value_parser = PossibleValuesParser::new(CHECKS.iter().map(|check| check.id)))]
    #[arg(hide_possible_values = true)]
    explain: Option<String>,
    #[arg(long, conflicts_with_all = ["staged", "only_new", "baseline", "shard", "documents"])]
    fix: bool,
    #[arg(long, requires = "fix")]
    yes: bool,
}

/// Runs the checks over the articles and reports what they found.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    if args.list || args.explain.is_some() {
        return told(args, cx);
    }
    checked(args, cx)
}

/// Checks the articles asked for.
fn checked(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let on_disk = cx.workspace()?.with_index(!args.no_index);
    let staged = if args.staged { Some(on_disk.staged()?) } else { None };
    let workspace = staged.as_ref().map_or(&on_disk, |staged| &staged.workspace);
    let targets = cx.targets(workspace)?;
    let Selection { jobs, census } = workspace.selection(&args.articles, &targets)?;
    if jobs.is_empty() {
        refuse_nothing(workspace, &targets)?;
    }
    let all = jobs.len();
    let levels = levels(args, workspace);
    let left_out = left_out(args, Batch { workspace, jobs: &jobs }, &targets, &levels);
    let Touched { jobs, changes } =
        changed(args, cx, &Place { workspace, on_disk: &on_disk }, jobs)?;
    let shard = args.shard.map(|shard| (shard, workspace.state(&jobs)));
    let (places, jobs) = of_shard(args, jobs);
    if levels.of(&TERMS).is_some() {
        // A file of terms that can't be read is told before anything is looked at.
        workspace.terms()?;
    }
    if args.fix {
        return fixing::fix(
            args,
            cx,
            &fixing::FixOrder { workspace, jobs: &jobs, levels: &levels },
        );
    }
    let question =
        Question { args, cx, levels: &levels, targets: &targets, changes: changes.as_ref() };
    let looked = question.ask(workspace, &jobs, census)?;
    let articles = looked.articles(&jobs);
    let part = shard.map(|(shard, state)| looked.part(shard, state, &places));
    let (findings, failure) = cx.some(looked.findings)?;
    let mut failure = cx.one_of(looked.unfollowed, failure);
    if let Some(failure) = failure.take_if(|_| args.write_baseline) {
        return Err(failure);
    }
    let mut findings: Vec<Finding> = findings.into_iter().flatten().collect();
    findings.extend(looked.lone);
    add_untold(&mut findings, left_out);
    let scope = Scope { args, workspace, targets: &targets, jobs: &jobs };
    if let (true, Some(path)) = (args.write_baseline, &args.baseline) {
        known::record(cx, path, &findings, &scope)?;
        return Ok(Exit::Clean);
    }
    let met = findings.len();
    let findings = known::unknown(args, cx, findings)?;
    let findings = known::new(&question, &on_disk, &scope, findings)?;
    let checked = Checked {
        checks: CHECKS,
        known: met - findings.len(),
        findings,
        articles,
        levels,
        failing: failing(args),
        is_narrowed: all > jobs.len(),
        time: context::time(),
        part,
    };
    report(args, cx, &checked, failure)
}

/// Refuses a workspace without articles, unless it is new or its pages are told of one by one.
fn refuse_nothing(workspace: &Workspace, targets: &[String]) -> Result<()> {
    workspace.refuse_nothing()?;
    if workspace.lone_documents(targets)?.is_empty() {
        workspace.refuse_abandoned()?;
    }
    Ok(())
}

/// What is said of articles that nobody looks at, where all are asked for.
fn left_out(args: &Args, all: Batch<'_>, targets: &[String], levels: &Levels) -> Vec<Finding> {
    let is_asked = args.articles.is_empty() && !args.fix && args.shard.is_none_or(Shard::is_first);
    if !is_asked {
        return Vec::new();
    }
    lone::left_out(all, targets, Paths::of(&args.format), levels)
}

/// Adds findings about documents of which nothing of the kind is said yet.
fn add_untold(findings: &mut Vec<Finding>, more: Vec<Finding>) {
    for one in more {
        if !findings.iter().any(|told| told.check == one.check && told.document == one.document) {
            findings.push(one);
        }
    }
}

/// Tells of the checks themselves, and looks at no article.
fn told(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    match &args.explain {
        Some(id) if !args.list => explained(args, cx, id),
        _ => {
            context::print(rules::markdown(&cx.screen()))?;
            Ok(Exit::Clean)
        }
    }
}

/// Reads `3/8`.
fn shard(text: &str) -> std::result::Result<Shard, String> {
    text.parse().map_err(|()| String::new())
}

/// The jobs of the part that is asked for, with their places among all.
fn of_shard(args: &Args, jobs: Vec<Job>) -> (Vec<usize>, Vec<Job>) {
    let is_held = |job: &Job| args.shard.is_none_or(|shard| shard.holds(&job.article.id));
    jobs.into_iter().enumerate().filter(|(_, job)| is_held(job)).unzip()
}

/// From where on findings fail.
fn failing(args: &Args) -> Failing {
    let severity = Severity::by_name(&args.fail_on).expect("clap lets only known names through");
    let danger = args.fail_on_change.as_deref();
    let danger = danger.and_then(|name| Danger::ALL.into_iter().find(|one| one.name() == name));
    Failing { severity, danger }
}

/// Shows what was found; the failure is told after it.
fn report(
    args: &Args,
    cx: &Context<'_>,
    checked: &Checked,
    failure: Option<Error>,
) -> Result<Exit> {
    cx.report(FORMATS, &args.format, checked)?;
    if let Some(failure) = failure {
        return Err(failure);
    }
    let tolerated = checked.findings.iter().filter(|one| checked.failing.tolerates(one)).count();
    if let (Some(danger), 1..) = (&args.fail_on_change, tolerated) {
        cx.tell(&message!("command-check-tolerated", count = tolerated, change = danger));
    }
    let fails = checked.findings.iter().any(|finding| checked.failing.is_met(finding));
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

/// Where the articles are read, and where git's own repository is.
struct Place<'a> {
    workspace: &'a Workspace,
    on_disk: &'a Workspace,
}

/// What a branch touches.
struct Touched {
    jobs: Vec<Job>,
    /// Absent where everything is looked at.
    changes: Option<Changes>,
}

/// Leaves the jobs whose files, or the configuration, changed since the revision asked for.
fn changed(
    args: &Args,
    cx: &Context<'_>,
    place: &Place<'_>,
    mut jobs: Vec<Job>,
) -> Result<Touched> {
    let Some(revision) = &args.changed_from else { return Ok(Touched { jobs, changes: None }) };
    let workspace = place.workspace;
    // What is laid out from git has its commits, and none of its names.
    let commit = place.on_disk.git().commit(revision)?;
    let changes = workspace.git().changed_since(&commit)?;
    // The configuration says how every article is read.
    if changes.touches(&workspace.settings()) {
        return Ok(Touched { jobs, changes: None });
    }
    jobs.retain(|job| {
        let (article, target) = (&job.article, job.target.as_str());
        let paths = [article.catalog_path(target), article.document_path(target)];
        changes.touches(&article.source) || paths.iter().any(|path| changes.touches(path))
    });
    if jobs.is_empty() {
        cx.tell(&message!("command-check-unchanged", revision = revision));
    }
    Ok(Touched { jobs, changes: Some(changes) })
}

/// Tells what one check is for.
fn explained(args: &Args, cx: &Context<'_>, id: &str) -> Result<Exit> {
    let check = CHECKS.iter().find(|check| check.id == id);
    let check = check.expect("clap lets only known names through");
    let format = if args.format == "json" { "json" } else { "text" };
    cx.report(explain::FORMATS, format, check)?;
    Ok(Exit::Clean)
}

fn levels(args: &Args, workspace: &Workspace) -> Levels {
    let levels = workspace.config.levels();
    if args.only.is_empty() {
        return levels;
    }
    // Who names a check that is off wants to see what it finds.
    let named = CHECKS.iter().filter(|check| check.is_off && is_named(check.id, &args.only));
    let asked = named.map(|check| (check.id, check.severity)).collect::<Vec<_>>();
    levels.without(|id| !is_named(id, &args.only)).with_usual(&asked)
}

fn is_named(id: &str, asked: &[String]) -> bool {
    asked.iter().any(|asked| asked == id)
}

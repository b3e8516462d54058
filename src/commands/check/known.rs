//! Findings that were there before: those of a baseline's file, and those of an earlier revision.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::super::context::Context;
use super::Args;
use super::look::Question;
use crate::error::Result;
use crate::l10n::message;
use crate::model::Finding;
use crate::report::check::{Baseline, Precedents};
use crate::workspace::{self, Job, Selection, Workspace};

/// What a call looked at.
pub struct Scope<'a> {
    pub args: &'a Args,
    pub workspace: &'a Workspace,
    pub targets: &'a [String],
    pub jobs: &'a [Job],
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
pub fn record(
    cx: &Context<'_>,
    path: &Path,
    findings: &[Finding],
    scope: &Scope<'_>,
) -> Result<()> {
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
pub fn unknown(args: &Args, cx: &Context<'_>, findings: Vec<Finding>) -> Result<Vec<Finding>> {
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

/// The findings that the revision asked for does not have.
///
/// It is read by the configuration of now, so that both answer one question. What can't be read
/// in it has no findings there, and those of now are new.
pub fn new(
    question: &Question<'_>,
    workspace: &Workspace,
    scope: &Scope<'_>,
    findings: Vec<Finding>,
) -> Result<Vec<Finding>> {
    let Some(revision) = &question.args.only_new else { return Ok(findings) };
    let commit = workspace.git().commit(revision)?;
    let earlier = workspace.at_commit(&commit)?;
    let now: HashSet<&str> = scope.jobs.iter().map(|job| job.article.id.as_str()).collect();
    let Selection { mut jobs, census } = earlier.workspace.selection(&[], question.targets)?;
    let homes = homes(workspace, scope, &commit)?;
    jobs.retain(|job| {
        now.contains(job.article.id.as_str())
            || homes.contains_key(&old_path(job, &earlier.workspace))
    });
    // Pages without a source that a branch doesn't touch are not asked for; there all are.
    let looked = Question { changes: None, ..*question }.ask(&earlier.workspace, &jobs, census)?;
    let mut there = Vec::new();
    for (job, findings) in jobs.iter().zip(looked.findings) {
        let home = homes.get(&old_path(job, &earlier.workspace));
        for mut finding in findings.into_iter().flatten() {
            if let Some(home) = home {
                finding.article.clone_from(home);
            }
            there.push(finding);
        }
    }
    let precedents = Precedents::of(there.into_iter().chain(looked.lone));
    let all = findings.len();
    let new = precedents.unprecedented(findings);
    if new.len() < all {
        let known = all - new.len();
        question.cx.tell(&message!("command-check-known", count = known, revision = revision));
    }
    Ok(new)
}

fn old_path(job: &Job, earlier: &Workspace) -> String {
    earlier.relative(&job.article.source)
}

/// The articles that git knows under another name, by what their sources were called then.
fn homes(
    workspace: &Workspace,
    scope: &Scope<'_>,
    commit: &str,
) -> Result<HashMap<String, String>> {
    let renames = workspace.git().renames(commit)?;
    let mut homes = HashMap::new();
    for job in scope.jobs {
        let now = scope.workspace.relative(&job.article.source);
        if let Some(rename) = renames.iter().find(|rename| rename.to == now) {
            homes.insert(rename.from.clone(), job.article.id.clone());
        }
    }
    Ok(homes)
}

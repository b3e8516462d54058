//! Pages without a source, as commands tell of them.

use std::path::Path;

use crate::checks::{Levels, Lonely, find_lone};
use crate::desk::reading::Paths;
use crate::error::Result;
use crate::model::Finding;
use crate::workspace::{Census, Changes, Lone, Workspace};

/// How many pages have lost their source.
pub fn count(workspace: &Workspace, targets: &[String]) -> Result<usize> {
    let lone = workspace.lone_documents(targets)?;
    Ok(workspace.had_sources(&lone).into_iter().filter(|had| *had).count())
}

/// The pages that were looked for.
pub struct Sought<'a> {
    pub targets: &'a [String],
    /// How many pages of articles were seen.
    pub seen: usize,
    pub census: Census,
    /// What a branch touches, where only that is asked for.
    pub changes: Option<&'a Changes>,
}

/// What `check` says of pages whose source is gone or never was.
pub fn findings(
    workspace: &Workspace,
    sought: &Sought<'_>,
    paths: Paths,
    levels: &Levels,
) -> Result<Vec<Finding>> {
    if !sought.census.may_have_lone(sought.seen) {
        return Ok(Vec::new());
    }
    let lone = workspace.lone_documents(sought.targets)?;
    let had = workspace.had_sources(&lone);
    let path = |path: &Path| match paths {
        Paths::Shown => workspace.shown(path),
        Paths::Relative => workspace.relative(path),
    };
    let is_touched = |one: &Lone| {
        sought.changes.is_none_or(|changes| {
            changes.touches(&one.path) || changes.touches(&one.article.source)
        })
    };
    let find = |(one, had_source): (&Lone, bool)| {
        // A page that never had a source is nothing that a branch did, unless it touches it.
        if !had_source && !is_touched(one) {
            return None;
        }
        let lonely = Lonely {
            article: &one.article.id,
            target: &one.target,
            path: &path(&one.path),
            source: &path(&one.article.source),
            had_source,
            has_other: one.has_other(),
        };
        find_lone(&lonely, levels)
    };
    Ok(lone.iter().zip(had).filter_map(find).collect())
}

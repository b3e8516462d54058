//! Pages without a source, as commands tell of them.

use std::path::Path;

use crate::checks::{Levels, Lonely, find_lone};
use crate::desk::reading::Paths;
use crate::error::Result;
use crate::model::Finding;
use crate::workspace::{Batch, Census, Changes, Lone, Workspace};

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

/// What `check` says of articles that git keeps and that nobody looks at, beside the pages told of already.
///
/// `jobs` are those of all articles.
pub fn left_out(
    batch: Batch<'_>,
    targets: &[String],
    paths: Paths,
    levels: &Levels,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for one in batch.workspace.left_out(batch.jobs, targets) {
        let place = |path: &Path| place(batch.workspace, path, paths);
        let lonely = Lonely {
            article: &one.article.id,
            target: &one.target,
            path: &place(&one.path),
            source: &place(&one.article.source),
            had_source: true,
            has_other: true,
            is_catalog: one.path == one.article.catalog_path(&one.target),
        };
        found.extend(find_lone(&lonely, levels));
    }
    found
}

/// A path as findings name it.
fn place(workspace: &Workspace, path: &Path, paths: Paths) -> String {
    match paths {
        Paths::Shown => workspace.shown(path),
        Paths::Relative => workspace.relative(path),
    }
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
    let path = |path: &Path| place(workspace, path, paths);
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
            is_catalog: false,
        };
        find_lone(&lonely, levels)
    };
    Ok(lone.iter().zip(had).filter_map(find).collect())
}

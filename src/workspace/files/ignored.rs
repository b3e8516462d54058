//! Files that say what git ignores: the walk reads them, so they are looked at before it.

use std::fs;
use std::path::Path;

use ignore::gitignore::GitignoreBuilder;
use ignore::{Match, WalkBuilder};

use super::read::{Failure, relative};
use crate::error::{Error, Result};

const RULES: &str = ".gitignore";
const OWN_RULES: &str = ".git/info/exclude";

/// An error where a file of rules in `folder`, or in one above it, is none that can be read to an end.
pub fn check_way(root: &Path, folder: &Path) -> Result<()> {
    for folder in folder.ancestors() {
        for name in [RULES, OWN_RULES] {
            check(root, &folder.join(name))?;
        }
    }
    Ok(())
}

/// Checks the rules of one folder that the walk has come to.
pub fn check_folder(root: &Path, folder: &Path) -> Result<()> {
    check(root, &folder.join(RULES))
}

/// Whether the rules of git leave out a file that need not be there; the nearest rule counts.
///
/// The person's own rules for all repositories are not asked.
pub fn is_left_out(file: &Path) -> bool {
    for folder in file.ancestors().skip(1) {
        for name in [RULES, OWN_RULES] {
            let rules = folder.join(name);
            if !rules.is_file() {
                continue;
            }
            let mut builder = GitignoreBuilder::new(folder);
            builder.add(rules);
            let Ok(rules) = builder.build() else { continue };
            match rules.matched_path_or_any_parents(file, false) {
                Match::Ignore(_) => return true,
                Match::Whitelist(_) => return false,
                Match::None => {}
            }
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    false
}

/// Whether the person's own rules, for all repositories, can be read.
pub fn has_usual_rules() -> bool {
    let path = ignore::gitignore::gitconfig_excludes_path();
    path.is_none_or(|path| !path.exists() || path.is_file())
}

fn check(root: &Path, path: &Path) -> Result<()> {
    let fault = |failure: Failure| -> Error { failure.error(&relative(root, path)) };
    let Ok(found) = fs::symlink_metadata(path) else { return Ok(()) };
    if found.is_file() || found.is_dir() {
        return Ok(());
    }
    if !found.is_symlink() {
        return Err(fault(Failure::Special));
    }
    // What stands above the workspace is the person's own.
    let Ok(place) = fs::canonicalize(path) else { return Ok(()) };
    if path.starts_with(root) && !fs::canonicalize(root).is_ok_and(|root| place.starts_with(root)) {
        return Err(fault(Failure::Outside));
    }
    if place.is_file() || place.is_dir() { Ok(()) } else { Err(fault(Failure::Special)) }
}

/// The first file below `start` that `keep` takes, whatever git leaves out of it.
///
/// Paths are from `root`, with `/`. What git and other programs keep for themselves isn't looked into,
/// and a folder of more than 20,000 entries not to its end.
pub fn first_left_out(root: &Path, start: &Path, keep: impl Fn(&str) -> bool) -> Option<String> {
    let mut builder = WalkBuilder::new(start);
    builder.standard_filters(false).filter_entry(|entry| {
        let name = entry.file_name().to_str();
        !name.is_some_and(|name| [".git", "node_modules"].contains(&name))
    });
    let files = builder.build().take(20_000).filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    files.map(|entry| relative(root, entry.path())).find(|path| keep(path))
}

//! Who keeps entries of the memory: articles of this workspace and of others, and files of units.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::files;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::memory::{Keeper, KeeperKind};
use crate::text::stems::hash;
use crate::workspace::files::paths::resolved;
use crate::workspace::share::copies;
use crate::workspace::{Article, Workspace};

/// Whoever keeps entries, with what tells whether they are still the same.
#[derive(Clone)]
pub struct Source {
    pub keeper: Keeper,
    pub stamp: u64,
    pub from: From,
}

/// Where entries are read from.
#[derive(Clone)]
pub enum From {
    Article(Arc<Article>),
    /// An article of another workspace, by the number of that.
    Other(usize, Arc<Article>),
    File(PathBuf),
}

/// All that the memory is made of.
pub struct Sources {
    pub all: Vec<Source>,
    /// The other workspaces.
    pub others: Vec<Workspace>,
}

impl Sources {
    /// Looks for everything that keeps entries in `target`.
    pub fn find(workspace: &Workspace, target: &str) -> Result<Self> {
        let mut all = Vec::new();
        for article in workspace.articles(&[])? {
            let keeper = Keeper { kind: KeeperKind::Home, name: Arc::from(article.id.as_str()) };
            all.push(Source { keeper, stamp: 0, from: From::Article(Arc::new(article)) });
        }
        let mut others = Vec::new();
        for folder in &workspace.config.memory.include {
            let other = opened(workspace, folder)?;
            for article in other.articles(&[])? {
                let name = format!("{folder}:{}", article.id).into();
                let keeper = Keeper { kind: KeeperKind::Other, name };
                let from = From::Other(others.len(), Arc::new(article));
                all.push(Source { keeper, stamp: 0, from });
            }
            others.push(other);
        }
        for path in files::found(workspace)? {
            let name = workspace.relative(&path).into();
            let keeper = Keeper { kind: KeeperKind::File, name };
            all.push(Source { keeper, stamp: 0, from: From::File(path) });
        }
        for (name, path) in copies(workspace, target) {
            let name = format!("shared:{name}").into();
            let keeper = Keeper { kind: KeeperKind::Other, name };
            all.push(Source { keeper, stamp: 0, from: From::File(path) });
        }
        let stamps: Vec<u64> = all.par_iter().map(|source| source.stamp_now(target)).collect();
        for (source, stamp) in all.iter_mut().zip(stamps) {
            source.stamp = stamp;
        }
        Ok(Self { all, others })
    }
}

/// Another workspace, which the configuration names.
pub fn opened(workspace: &Workspace, folder: &str) -> Result<Workspace> {
    let path = resolved(&workspace.root, folder);
    Workspace::open(&path).map_err(|err| {
        Error::new(message!("error-memory-include", path = folder))
            .because(err.message)
            .hint(message!("hint-memory-include"))
    })
}

impl Source {
    /// A number that changes with the files.
    pub fn stamp_now(&self, target: &str) -> u64 {
        match &self.from {
            From::Article(article) => of_files(&[&article.source, &article.catalog_path(target)]),
            From::Other(_, article) => of_files(&[&article.catalog_path(target)]),
            From::File(path) => of_files(&[path]),
        }
    }

    /// Waits until the files are old enough for another change to show in their times.
    pub fn settle(&self, target: &str) {
        let paths = match &self.from {
            From::Article(article) => vec![article.source.clone(), article.catalog_path(target)],
            From::Other(_, article) => vec![article.catalog_path(target)],
            From::File(path) => vec![path.clone()],
        };
        let now = SystemTime::now();
        let is_fresh = |path: &PathBuf| {
            let modified = fs::metadata(path).and_then(|found| found.modified()).ok();
            let age = modified.and_then(|time| now.duration_since(time).ok());
            modified.is_some() && age.is_none_or(|age| age < TICK)
        };
        if paths.iter().any(is_fresh) {
            thread::sleep(TICK);
        }
    }
}

/// Systems tell the time of a change no finer than this.
const TICK: Duration = Duration::from_millis(20);

fn of_files(paths: &[&Path]) -> u64 {
    let stamps = paths.iter().map(|path| fs::metadata(path).map_or(String::new(), |one| of(&one)));
    hash(&stamps.collect::<Vec<_>>().join(" ")).max(1)
}

#[cfg(unix)]
fn of(found: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    let times = [found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec()];
    format!("{times:?} {} {}", found.ino(), found.len())
}

#[cfg(not(unix))]
fn of(found: &Metadata) -> String {
    format!("{:?} {}", found.modified().ok(), found.len())
}

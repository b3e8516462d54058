//! What changed since a commit: files, and folders whose content git doesn't list.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use crate::workspace::files::paths::composed;

/// Files and folders that differ from a commit.
#[derive(Debug)]
pub struct Changes {
    /// Absolute, in Unicode's composed form.
    paths: FxHashSet<PathBuf>,
    /// Other repositories inside this one: anything in them may have changed.
    folders: Vec<PathBuf>,
}

impl Changes {
    /// What git listed, each name with a zero byte after it.
    pub fn new(root: &Path, names: &[u8]) -> Self {
        let (mut paths, mut folders) = (FxHashSet::default(), Vec::new());
        for name in names.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
            let changed = root.join(path(name));
            let is_folder = name.ends_with(b"/") || changed.is_dir();
            let changed = composed(&changed);
            if is_folder {
                folders.push(changed.clone());
            }
            paths.insert(changed);
        }
        Self { paths, folders }
    }

    /// Whether the file at this absolute path may have changed.
    pub fn touches(&self, file: &Path) -> bool {
        let file = composed(file);
        self.paths.contains(&file) || self.folders.iter().any(|folder| file.starts_with(folder))
    }

    /// What changed, in order.
    #[cfg(test)]
    pub fn paths(&self) -> Vec<PathBuf> {
        let mut paths: Vec<PathBuf> = self.paths.iter().cloned().collect();
        paths.sort_unstable();
        paths
    }
}

/// A path as git names it.
#[cfg(unix)]
pub fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    Path::new(std::ffi::OsStr::from_bytes(bytes)).to_owned()
}

/// A path as git names it.
#[cfg(not(unix))]
pub fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(text(bytes))
}

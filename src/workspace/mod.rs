//! The repository on disk: where it is, what it holds, how it is written.
//!
//! Nothing is kept in memory but the configuration, so threads share a workspace.

mod article;
mod authorship;
mod catalog_layout;
mod catalog_read;
mod catalog_text;
mod catalog_toml;
mod catalog_write;
mod catalogs;
mod collection;
mod config;
mod decode;
mod documents;
mod files;
mod git;
mod layout;
mod lock;
mod loose;
mod paths;
mod pattern;
mod save;
mod select;
mod tables;
#[cfg(test)]
mod testing;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use article::Article;
pub use authorship::Signature;
pub use collection::Collection;
pub use config::{Authorship, Config, SegmentUnit};
pub use decode::{Encoding, Text};
pub use files::{read_text, walk};
pub use git::Git;
pub use layout::Layout;
pub use lock::Lock;
pub use loose::{find_layout, language, read_input, write_into, write_page};
pub use pattern::Pattern;
pub use save::{Expected, Write, save};

use self::tables::Source;
use crate::checks::CHECKS;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::parse::Options;

/// Name of the configuration file; the folder that holds it is a workspace.
pub const CONFIG_FILE: &str = "tolmach.toml";

/// A folder with a configuration, and the articles below it.
#[derive(Debug)]
pub struct Workspace {
    /// Absolute.
    pub root: PathBuf,
    pub config: Config,
    /// The folder that people's paths start from; absolute.
    here: PathBuf,
    base: Arc<Path>,
    /// How to read documents, by language.
    options: BTreeMap<String, Options>,
}

impl Workspace {
    /// Finds the workspace that holds `start`, as git finds its repository.
    pub fn find(start: &Path) -> Result<Self> {
        let here = absolute(start)?;
        match here.ancestors().find(|folder| folder.join(CONFIG_FILE).exists()) {
            Some(root) => Self::load(root.to_owned(), here),
            None => Err(missing(&start.to_string_lossy())),
        }
    }

    /// Opens the workspace whose configuration stands in `root` itself.
    pub fn open(root: &Path) -> Result<Self> {
        let here = absolute(Path::new("."))?;
        let root_path = absolute(root)?;
        if !root_path.join(CONFIG_FILE).exists() {
            return Err(missing(&root.to_string_lossy()));
        }
        Self::load(root_path, here)
    }

    fn load(root: PathBuf, here: PathBuf) -> Result<Self> {
        let path = root.join(CONFIG_FILE);
        let shown = paths::shown(&path, &root, &here);
        let text = read_text(&path, &shown)?.text;
        let checks: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
        let config = Config::read(Source { path: &shown, text: &text }, &checks)?;
        let options = documents::options(&config);
        Ok(Self { base: Arc::from(&*root), root, config, here, options })
    }

    /// The path as a person can open it from the current folder, with `/`.
    pub fn shown(&self, path: &Path) -> String {
        paths::shown(path, &self.root, &self.here)
    }

    /// The path from the root, with `/`.
    pub fn relative(&self, path: &Path) -> String {
        files::relative(&self.root, path)
    }

    /// The git repository that the workspace stands in, if asked for anything.
    pub fn git(&self) -> Git<'_> {
        Git::at(&self.root)
    }
}

fn absolute(folder: &Path) -> Result<PathBuf> {
    fs::canonicalize(folder).map_err(|err| {
        let message = message!("error-folder-missing", path = folder.to_string_lossy().as_ref());
        Error::new(message).caused_by(err)
    })
}

fn missing(path: &str) -> Error {
    Error::new(message!("error-workspace-missing", path = path)).hint(message!("hint-init"))
}

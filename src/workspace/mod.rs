//! The repository on disk: where it is, what it holds, how it is written.
//!
//! Nothing is kept in memory but the configuration and the agreed terms, so threads share a workspace.

mod article;
mod authorship;
mod catalogs;
mod config;
mod decisions;
mod detect;
mod documents;
mod embargo;
mod files;
mod git;
mod group;
mod homeless;
mod index;
mod job;
mod left_out;
mod lone;
mod loose;
mod machine;
mod memory;
mod owner;
mod pictures;
mod publish;
mod rivals;
mod select;
mod shard;
mod share;
mod shelf;
mod state;
mod terms;
#[cfg(test)]
pub mod testing;
mod undo;
pub mod wall;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

pub use article::Article;
pub use config::Config;
pub use config::collection::Collection;
pub use detect::{
    Direction, Glimpse, Layout, Rival, Site, Survey, Twins, Wish, detect, direction, is_note,
    survey, usual,
};
pub use documents::syntax;
pub use embargo::{embargo_of, names_embargo};
pub use files::decode::{Encoding, Text};
pub use files::editor::{Paper, write_new};
pub use files::lock::Lock;
pub use files::pack::{ByteReader, ByteWriter};
pub use files::read::read_text;
pub use git::changes::Changes;
pub use git::history::Version;
pub use git::merging::{Merging, merge_files};
pub use git::repository::Git;
pub use homeless::document_along;
pub use index::{Inquiry, Results};
pub use job::{Batch, Census, Job, Rendition, Selection};
pub use lone::Lone;
pub use loose::{
    decoded, files_below, language, read_bytes, read_existing, read_input, write_into, write_page,
};
pub use machine::{Machine, MachineRequest, MachineTerm};
pub use memory::{Earlier, Indexing, Recollection, is_memory};
pub use publish::{Acquaintance, InStep, KeptPage, PageStanding};
pub use shard::Shard;
pub use share::{ServerAnswer, SharedPair, SharedSearch};
pub use shelf::{Leftovers, Sheet, Shelf};
pub use terms::{AgreedTerms, TakenTerms};
pub use undo::Attempt;

use self::files::door::Bounds;
use self::files::paths;
use self::files::together::Pending;
use self::git::snapshot::RealWorkspace;
use crate::catalog::TomlText;
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
    /// Name of the configuration's file in the root.
    settings: String,
    pub config: Config,
    /// The folder that people's paths start from; absolute.
    here: PathBuf,
    /// The workspace that this one, laid out from git, stands for.
    original: Option<RealWorkspace>,
    base: Arc<Path>,
    bounds: Bounds,
    pending: Pending,
    /// How to read documents, by language.
    options: BTreeMap<String, Options>,
    /// The agreed terms, once somebody asked for them.
    terms: OnceLock<AgreedTerms>,
    /// Of the configuration's text.
    digest: blake3::Hash,
    /// Whether what was found before is asked for, and what is found now is kept.
    is_indexed: bool,
}

impl Workspace {
    /// Finds the workspace that holds `start`, as git finds its repository.
    pub fn find(start: &Path) -> Result<Self> {
        let here = absolute(start)?;
        match here.ancestors().find(|folder| folder.join(CONFIG_FILE).exists()) {
            Some(root) => Self::load(root.to_owned(), here, None, CONFIG_FILE),
            None => Err(missing(&start.to_string_lossy())),
        }
    }

    /// Opens the workspace whose configuration stands in `root` itself, or is that file.
    pub fn open(root: &Path) -> Result<Self> {
        let here = absolute(Path::new("."))?;
        let path = absolute(root)?;
        let is_settings = path.is_file() && path.extension().is_some_and(|end| end == "toml");
        if let (true, Some(folder), Some(name)) = (is_settings, path.parent(), path.file_name()) {
            return Self::load(folder.to_owned(), here, None, &name.to_string_lossy());
        }
        if !path.join(CONFIG_FILE).exists() {
            return Err(missing(&root.to_string_lossy()));
        }
        Self::load(path, here, None, CONFIG_FILE)
    }

    fn load(
        root: PathBuf,
        here: PathBuf,
        original: Option<RealWorkspace>,
        settings: &str,
    ) -> Result<Self> {
        let path = root.join(settings);
        let shown = match &original {
            Some(real) => paths::shown(&real.root.join(settings), &real.root, &real.here),
            None => paths::shown(&path, &root, &here),
        };
        let bounds = Bounds::new(&root);
        let text = bounds.read(&path).map_err(|failure| failure.error(&shown))?.text;
        let checks: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
        let config = Config::read(TomlText { path: &shown, text: &text }, &checks)?;
        let options = documents::options(&config);
        let (base, pending) = (Arc::from(&*root), Pending::default());
        Ok(Self {
            root,
            settings: settings.to_owned(),
            config,
            here,
            original,
            base,
            bounds,
            pending,
            options,
            terms: OnceLock::new(),
            digest: blake3::hash(text.as_bytes()),
            is_indexed: false,
        })
    }

    /// The file that holds the configuration.
    pub fn settings(&self) -> PathBuf {
        self.root.join(&self.settings)
    }

    /// The path as a person can open it from the current folder, with `/`.
    pub fn shown(&self, path: &Path) -> String {
        match (&self.original, path.strip_prefix(&self.root)) {
            (Some(real), Ok(inside)) => {
                paths::shown(&real.root.join(inside), &real.root, &real.here)
            }
            _ => paths::shown(path, &self.root, &self.here),
        }
    }

    /// The path from the root, with `/`.
    pub fn relative(&self, path: &Path) -> String {
        files::read::relative(&self.root, path)
    }

    /// The git repository that the workspace stands in, if asked for anything.
    pub fn git(&self) -> Git<'_> {
        if self.original.is_some() { Git::apart(&self.root) } else { Git::at(&self.root) }
    }
}

fn absolute(folder: &Path) -> Result<PathBuf> {
    fs::canonicalize(folder).map_err(|err| {
        let message = message!("error-folder-missing", path = folder.to_string_lossy().as_ref());
        Error::new(message).refused_by(&err)
    })
}

fn missing(path: &str) -> Error {
    Error::new(message!("error-workspace-missing", path = path)).hint(message!("hint-init"))
}

#[cfg(test)]
mod tests {
    use super::Workspace;
    use super::testing::folder;
    use crate::error::testing::words;

    #[test]
    fn a_workspace_is_found_from_any_folder_below_it() {
        let folder = folder(&[("tolmach.toml", ""), ("a/b/c.md", "")]);
        let workspace = Workspace::find(&folder.path().join("a/b")).unwrap();
        assert_eq!(workspace.root, folder.path().canonicalize().unwrap());
        assert!(Workspace::open(&folder.path().join("a")).is_err());
        assert!(Workspace::open(folder.path()).is_ok());
    }

    #[test]
    fn a_folder_may_hold_a_second_configuration() {
        let second = "[languages]\nsource = \"en\"\ntargets = [\"ru\"]\n";
        let folder = folder(&[("tolmach.toml", ""), ("book.toml", second)]);
        let workspace = Workspace::open(&folder.path().join("book.toml")).unwrap();
        assert_eq!(workspace.root, folder.path().canonicalize().unwrap());
        assert_eq!((&*workspace.config.source, workspace.settings.as_str()), ("en", "book.toml"));
        assert!(Workspace::open(&folder.path().join("none.toml")).is_err());
    }

    #[test]
    fn outside_a_workspace_the_error_says_how_to_make_one() {
        let folder = folder(&[("a.md", "")]);
        let shown = words(&Workspace::find(folder.path()).unwrap_err());
        assert!(shown.contains("hint: Run `tolmach init`"), "{shown}");
        let shown = words(&Workspace::find(&folder.path().join("none")).unwrap_err());
        assert!(shown.starts_with("no folder"), "{shown}");
    }

    #[test]
    fn files_that_are_no_text_are_told_apart() {
        let folder = folder(&[("tolmach.toml", ""), ("articles/b/ru.md/x", "")]);
        let place = folder.path().join("articles/a");
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join("ru.md"), b"\xcd\xee\xe2\xee\xf1\xf2\xe8").unwrap();
        let workspace = Workspace::find(folder.path()).unwrap();
        let fault = |path: &str| {
            let path = workspace.root.join(path);
            words(&workspace.text(&path).unwrap_err())
        };
        snapbox::assert_data_eq!(
            fault("articles/a/ru.md"),
            snapbox::str![[r#"
"articles/a/ru.md" isn't UTF-8; it looks like windows-1251
  --> articles/a/ru.md:1:1
  hint: Convert it: iconv -f windows-1251 -t utf-8 articles/a/ru.md > articles/a/ru.md.utf-8 && mv articles/a/ru.md.utf-8 articles/a/ru.md

файл «articles/a/ru.md» не в UTF-8, похоже на windows-1251
  --> articles/a/ru.md:1:1
  hint: Перекодируйте его: iconv -f windows-1251 -t utf-8 articles/a/ru.md > articles/a/ru.md.utf-8 && mv articles/a/ru.md.utf-8 articles/a/ru.md

"#]]
        );
        snapbox::assert_data_eq!(
            fault("articles/b/ru.md"),
            snapbox::str![[r#"
"articles/b/ru.md" is a folder, not a file

«articles/b/ru.md» — папка, а не файл

"#]]
        );
        snapbox::assert_data_eq!(
            fault("articles/c/ru.md"),
            snapbox::str![[r#"
no file "articles/c/ru.md"

нет файла «articles/c/ru.md»

"#]]
        );
    }
}

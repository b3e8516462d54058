//! Exported pages on disk: an export overwrites only what an export wrote.
//!
//! `.tolmach.pages` in their folder has a line for each page, its digest and its name; a page with
//! another digest was written or changed by somebody else. A line is added before its page is
//! written, so neither a kill nor another export at the same time makes a page look foreign.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::loose::stage_page;
use super::{CONFIG_FILE, Workspace, write_page};
use crate::catalog::digest;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::config::pattern::is_id;
use crate::workspace::files::door::{self, Bounds};
use crate::workspace::files::leftovers::sweep_dead;
use crate::workspace::files::paths::real;
use crate::workspace::files::read::{Failure, is_file, relative};
use crate::workspace::files::save::{current, failed, write_error};

/// Name of the list of pages.
const LIST: &str = ".tolmach.pages";

/// A folder of exported pages.
pub struct Shelf {
    folder: PathBuf,
    /// The folder that it is named from.
    here: PathBuf,
    /// No page is written beyond it.
    bounds: Bounds,
    /// The digests that each page had when an export wrote it.
    written: BTreeMap<String, BTreeSet<String>>,
}

/// A page whose new bytes wait beside it.
pub struct Sheet {
    path: PathBuf,
    temporary: TempPath,
}

/// Pages that an earlier export wrote and that this one has no article for.
#[derive(Clone, Debug, Default)]
pub struct Leftovers {
    /// Names of those that were as an export had written them, and were removed.
    pub removed: Vec<String>,
    /// Paths of those that somebody changed since.
    pub changed: Vec<String>,
}

impl Workspace {
    /// The folder to export the pages with these names into.
    ///
    /// Refuses names that stand for the workspace's own files, whether or not they exist.
    pub fn shelf(&self, folder: &Path, names: &[String]) -> Result<Shelf> {
        names.iter().try_for_each(|name| self.refuse_own(&folder.join(name)))?;
        let bounds = Bounds::new(&real(&self.here, folder));
        let folders: BTreeSet<PathBuf> =
            names.iter().filter_map(|name| Some(folder.join(name).parent()?.to_owned())).collect();
        for folder in &folders {
            sweep_dead(folder);
        }
        let (folder, here) = (folder.to_owned(), self.here.clone());
        let mut pages = Shelf { folder, here, bounds, written: BTreeMap::new() };
        pages.written = entries(&pages.list()?.unwrap_or_default());
        Ok(pages)
    }

    /// Refuses a path that stands for one of the workspace's own files.
    pub fn refuse_own(&self, path: &Path) -> Result<()> {
        if !self.is_own(path) {
            return Ok(());
        }
        let message = message!("error-export-own", path = path.display().to_string());
        Err(Error::new(message).hint(message!("hint-export-own")))
    }

    /// Removes the pages with such names that are as an export wrote them.
    pub fn clear(&self, pages: &Shelf, is_gone: impl Fn(&str) -> bool) -> Result<Leftovers> {
        let mut leftovers = Leftovers::default();
        // Whatever the list says, nothing beyond the folder goes.
        let gone = pages.written.keys().filter(|name| is_id(name) && is_gone(name));
        for name in gone {
            let path = pages.folder.join(name);
            if !is_file(&path) || self.is_own(&path) {
                continue;
            }
            let shown = path.display().to_string();
            if pages.check(&path).is_err() || pages.is_foreign(name) {
                leftovers.changed.push(shown);
                continue;
            }
            fs::remove_file(&path).map_err(|err| write_error(&err, &shown))?;
            leftovers.removed.push(name.clone());
            let folders = path.ancestors().skip(1).take(name.matches('/').count());
            // A folder with anything else in it stays.
            folders.map_while(|folder| fs::remove_dir(folder).ok()).for_each(drop);
        }
        Ok(leftovers)
    }

    /// Whether `path` is the configuration or what a pattern calls a source, a translation or a catalog.
    fn is_own(&self, path: &Path) -> bool {
        let path = real(&self.here, path);
        let Ok(inside) = path.strip_prefix(&self.root) else { return false };
        let name = relative(&self.root, inside);
        let is_of_article = self.config.collections.iter().any(|one| one.claim(&name).is_some());
        [CONFIG_FILE, &self.settings].contains(&name.as_str()) || is_of_article
    }
}

impl Shelf {
    /// Whether something stands in the page's place that no export wrote.
    pub fn is_foreign(&self, name: &str) -> bool {
        match current(&self.folder.join(name)) {
            Ok(Some(bytes)) => {
                let digests = self.written.get(name);
                !digests.is_some_and(|digests| digests.contains(&digest_of(&bytes)))
            }
            // What can't be read is no page; a folder or a link in a circle stops the write itself.
            Err(Failure::Open(err)) => err.kind() == io::ErrorKind::PermissionDenied,
            Ok(None) | Err(_) => false,
        }
    }

    /// Whether an export wrote the page and it is still there.
    pub fn has(&self, name: &str) -> bool {
        self.written.contains_key(name) && is_file(&self.folder.join(name))
    }

    /// Whether the page is there, with just these bytes.
    pub fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        current(&self.folder.join(name)).is_ok_and(|before| before.is_some_and(|one| one == bytes))
    }

    /// The error that something else stands in the page's place.
    pub fn refusal(&self, name: &str) -> Error {
        let path = self.folder.join(name).display().to_string();
        Error::new(message!("error-export-foreign", path = path))
            .hint(message!("hint-export-foreign"))
    }

    /// Puts a page's new bytes beside it; nothing where it holds them already.
    pub fn stage(&self, name: &str, bytes: &[u8]) -> Result<Option<Sheet>> {
        let path = self.folder.join(name);
        let shown = || path.display().to_string();
        self.check(&path).map_err(|failure| failed(&failure, &shown()))?;
        let digest = digest_of(bytes);
        if !self.written.get(name).is_some_and(|digests| digests.contains(&digest)) {
            let added = fs::create_dir_all(&self.folder)
                .and_then(|()| append(&self.folder.join(LIST), &format!("{digest} {name}\n")));
            added.map_err(|err| write_error(&err, &shown()))?;
        }
        let staged = stage_page(&path, bytes).map_err(|failure| failed(&failure, &shown()))?;
        Ok(staged.map(|temporary| Sheet { path, temporary }))
    }

    /// Puts a page's new bytes beside it, but what no export wrote is refused, lest a person's work be written over.
    pub fn stage_over_own(&self, name: &str, bytes: &[u8]) -> Result<Option<Sheet>> {
        if self.is_foreign(name) && !self.holds(name, bytes) {
            return Err(self.refusal(name));
        }
        self.stage(name, bytes)
    }

    /// Gives all pages their new bytes; where that fails half-way, it says how far it came.
    pub fn publish(sheets: Vec<Sheet>) -> Result<()> {
        let count = sheets.len();
        for (done, sheet) in sheets.into_iter().enumerate() {
            let shown = sheet.path.display().to_string();
            if let Err(failure) = sheet.temporary.persist(&sheet.path) {
                let message =
                    message!("error-export-partly", done = done, count = count, path = shown);
                return Err(Error::new(message).refused_by(&failure.error));
            }
        }
        Ok(())
    }

    /// An error where a link, a device or a folder stands in a page's place, or links lead it elsewhere.
    fn check(&self, path: &Path) -> Result<(), Failure> {
        door::check(path)?;
        self.bounds.place_to_write(&self.here.join(path)).map(drop)
    }

    fn list(&self) -> Result<Option<String>> {
        let path = self.folder.join(LIST);
        let bytes = current(&path);
        let bytes = bytes.map_err(|failure| failure.error(&path.display().to_string()))?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Leaves one line for each of the pages that were written, and none for those that are gone.
    pub fn close(&self, names: &[String], gone: &[String]) -> Result<()> {
        let Some(list) = self.list()? else { return Ok(()) };
        let mut entries = entries(&list);
        for name in names {
            if let Ok(Some(bytes)) = current(&self.folder.join(name)) {
                entries.insert(name.clone(), BTreeSet::from([digest_of(&bytes)]));
            }
        }
        entries.retain(|name, _| !gone.contains(name));
        let lines = entries
            .iter()
            .flat_map(|(name, digests)| digests.iter().map(move |one| format!("{one} {name}\n")));
        write_page(&self.folder.join(LIST), lines.collect::<String>().as_bytes()).map(drop)
    }
}

/// The digests in a list, by name.
fn entries(list: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (digest, name) in list.lines().filter_map(|line| line.split_once(' ')) {
        entries.entry(name.to_owned()).or_default().insert(digest.to_owned());
    }
    entries
}

fn append(path: &Path, line: &str) -> io::Result<()> {
    OpenOptions::new().create(true).append(true).open(path)?.write_all(line.as_bytes())
}

/// The digest of a page; the form of its line ends doesn't matter.
fn digest_of(bytes: &[u8]) -> String {
    digest(&String::from_utf8_lossy(bytes))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Shelf;
    use crate::error::testing::words;
    use crate::workspace::testing::{folder, open};

    fn wrote(shelf: &Shelf, name: &str, bytes: &[u8]) -> bool {
        let sheets: Vec<_> = shelf.stage(name, bytes).unwrap().into_iter().collect();
        let is_new = !sheets.is_empty();
        Shelf::publish(sheets).unwrap();
        is_new
    }

    const FILES: [(&str, &str); 2] = [("tolmach.toml", ""), ("articles/a/ru.md", "Да.\n")];

    #[test]
    fn the_workspaces_own_files_are_no_pages() {
        let folder = folder(&FILES);
        let workspace = open(&folder);
        let refused = |place: &str, name: &str| {
            let path = folder.path().join(place);
            let shelf = workspace.shelf(&path, &[name.to_owned()]);
            shelf.err().map(|err| words(&err).lines().next().unwrap_or_default().to_owned())
        };
        for (place, name) in [
            ("articles", "a/en.md"),
            ("articles", "new/en.md"),
            ("pages/../articles", "a/ru.md"),
            ("articles", "a/en.toml"),
            (".", "tolmach.toml"),
        ] {
            let error = refused(place, name).unwrap_or_default();
            assert!(error.ends_with("belongs to the workspace"), "{place} {name}: {error}");
        }
        assert_eq!(refused("articles", "a/en.html"), None);
        assert_eq!(refused("pages", "a/en.md"), None);
        #[cfg(unix)]
        {
            let link = folder.path().join("link");
            std::os::unix::fs::symlink(folder.path().join("articles"), link).unwrap();
            assert!(refused("link", "a/en.md").is_some());
        }
    }

    #[test]
    fn pages_without_an_article_go_unless_somebody_changed_them() {
        let folder = folder(&FILES);
        let workspace = open(&folder);
        let pages = folder.path().join("pages");
        let names = ["a/en.md", "b/c/en.md", "d/en.md"].map(str::to_owned);
        let shelf = || workspace.shelf(&pages, &names).unwrap();
        for name in &names {
            assert!(wrote(&shelf(), name, b"one\n"));
        }
        fs::write(pages.join("d/en.md"), "hand\n").unwrap();
        fs::write(folder.path().join("outside.md"), "one\n").unwrap();
        let list = fs::read_to_string(pages.join(".tolmach.pages")).unwrap();
        let digest = list.split(' ').next().unwrap();
        let list = format!("{list}{digest} ../outside.md\n");
        fs::write(pages.join(".tolmach.pages"), list).unwrap();
        let shelf = shelf();
        let cleared = workspace.clear(&shelf, |name| name != "a/en.md").unwrap();
        shelf.close(&names[..1], &cleared.removed).unwrap();
        assert_eq!((cleared.removed.len(), cleared.changed.len()), (1, 1));
        assert!(cleared.changed[0].ends_with("d/en.md"));
        assert!(pages.join("a/en.md").exists() && pages.join("d/en.md").exists());
        assert!(!pages.join("b").exists() && folder.path().join("outside.md").exists());
    }

    #[test]
    fn only_what_an_export_wrote_is_no_stranger() {
        let folder = folder(&FILES);
        let workspace = open(&folder);
        let pages = folder.path().join("pages");
        let names = ["a/en.md".to_owned()];
        let shelf = || workspace.shelf(&pages, &names).unwrap();
        assert!(!shelf().is_foreign("a/en.md"));
        assert!(wrote(&shelf(), "a/en.md", b"one\n"));
        assert!(!shelf().is_foreign("a/en.md"));
        assert!(wrote(&shelf(), "a/en.md", b"two\n"));
        assert!(!wrote(&shelf(), "a/en.md", b"two\n"));
        fs::write(pages.join("a/en.md"), "two\r\n").unwrap();
        assert!(!shelf().is_foreign("a/en.md"));
        fs::write(pages.join("a/en.md"), "hand\n").unwrap();
        assert!(shelf().is_foreign("a/en.md"));
        fs::write(pages.join("a/en.md"), "two\n").unwrap();
        shelf().close(&names, &[]).unwrap();
        let list = fs::read_to_string(pages.join(".tolmach.pages")).unwrap();
        assert_eq!(list.lines().count(), 1);
        assert!(!shelf().is_foreign("a/en.md"));
    }
}

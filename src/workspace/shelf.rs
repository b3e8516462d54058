//! Exported pages on disk: an export overwrites only what an export wrote.
//!
//! `.tolmach.pages` in their folder has a line for each page, its digest and its name; a page with
//! another digest was written or changed by somebody else. A line is added before its page is
//! written, so neither a kill nor another export at the same time makes a page look foreign.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::files::{is_file, relative};
use super::paths::real;
use super::pattern::is_id;
use super::record::digest;
use super::save::write_error;
use super::{CONFIG_FILE, Workspace, write_page};
use crate::error::{Error, Result};
use crate::l10n::message;

/// Name of the list of pages.
const LIST: &str = ".tolmach.pages";

/// A folder of exported pages.
pub struct Shelf {
    folder: PathBuf,
    /// The digests that each page had when an export wrote it.
    written: BTreeMap<String, BTreeSet<String>>,
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
        for name in names {
            let path = folder.join(name);
            if self.is_own(&path) {
                let message = message!("error-export-own", path = path.display().to_string());
                return Err(Error::new(message).hint(message!("hint-export-own")));
            }
        }
        let list = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
        Ok(Shelf { folder: folder.to_owned(), written: entries(&list) })
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
            if pages.is_foreign(name) {
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
        name == CONFIG_FILE || is_of_article
    }
}

impl Shelf {
    /// Whether something stands in the page's place that no export wrote.
    pub fn is_foreign(&self, name: &str) -> bool {
        match fs::read(self.folder.join(name)) {
            Ok(bytes) => {
                let digests = self.written.get(name);
                !digests.is_some_and(|digests| digests.contains(&digest_of(&bytes)))
            }
            // What can't be read is no page; a folder or a link in a circle stops the write itself.
            Err(err) => err.kind() == io::ErrorKind::PermissionDenied,
        }
    }

    /// Whether the page is there, with just these bytes.
    pub fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        fs::read(self.folder.join(name)).is_ok_and(|before| before == bytes)
    }

    /// The error that something else stands in the page's place.
    pub fn refusal(&self, name: &str) -> Error {
        let path = self.folder.join(name).display().to_string();
        Error::new(message!("error-export-foreign", path = path))
            .hint(message!("hint-export-foreign"))
    }

    /// Writes a page; tells whether its bytes were new.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<bool> {
        let digest = digest_of(bytes);
        if !self.written.get(name).is_some_and(|digests| digests.contains(&digest)) {
            let added = fs::create_dir_all(&self.folder)
                .and_then(|()| append(&self.folder.join(LIST), &format!("{digest} {name}\n")));
            let shown = || self.folder.join(name).display().to_string();
            added.map_err(|err| write_error(&err, &shown()))?;
        }
        write_page(&self.folder.join(name), bytes)
    }

    /// Leaves one line for each of the pages that were written, and none for those that are gone.
    pub fn close(&self, names: &[String], gone: &[String]) -> Result<()> {
        let path = self.folder.join(LIST);
        let Ok(list) = fs::read_to_string(&path) else { return Ok(()) };
        let mut entries = entries(&list);
        for name in names {
            if let Ok(bytes) = fs::read(self.folder.join(name)) {
                entries.insert(name.clone(), BTreeSet::from([digest_of(&bytes)]));
            }
        }
        entries.retain(|name, _| !gone.contains(name));
        let lines = entries
            .iter()
            .flat_map(|(name, digests)| digests.iter().map(move |one| format!("{one} {name}\n")));
        write_page(&path, lines.collect::<String>().as_bytes()).map(drop)
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

    use crate::workspace::testing::{folder, open, words};

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
            assert!(shelf().write(name, b"one\n").unwrap());
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
        assert!(shelf().write("a/en.md", b"one\n").unwrap());
        assert!(!shelf().is_foreign("a/en.md"));
        assert!(shelf().write("a/en.md", b"two\n").unwrap());
        assert!(!shelf().write("a/en.md", b"two\n").unwrap());
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

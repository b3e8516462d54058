//! The workspace as git holds it: what is staged, or what a commit has.
//!
//! Its files are laid out in a scratch folder, in a repository that borrows the objects of the
//! real one and nothing else of it: nothing is written there, and no hook of it runs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::changes::path;
use super::repository::{Git, failure, fed, text};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::parse::Syntax;
use crate::workspace::Workspace;

/// A workspace laid out from git; its files go with it.
#[derive(Debug)]
pub struct Snapshot {
    pub workspace: Workspace,
    _folder: TempDir,
}

/// The real workspace that one from git stands for in what people read.
#[derive(Clone, Debug)]
pub struct RealWorkspace {
    pub root: PathBuf,
    pub here: PathBuf,
}

/// A file as git lists it.
struct Entry<'a> {
    /// All that git says of it, for another index.
    line: &'a [u8],
    name: &'a [u8],
    kind: Kind,
}

#[derive(PartialEq, Eq)]
enum Kind {
    File,
    /// Another repository.
    Inner,
    /// One side of a merge that isn't finished.
    Unmerged,
}

impl Workspace {
    /// The workspace as it would be committed.
    pub fn staged(&self) -> Result<Snapshot> {
        let git = self.git();
        git.require()?;
        let listed = git.run(&["ls-files", "--stage", "--full-name", "-z", "--", ":/"])?;
        if !listed.status.success() {
            return Err(failure(&listed, message!("error-git-staged")));
        }
        let head = git.commit("HEAD").ok();
        self.snapshot(&listed.stdout, head.as_deref(), None)
    }

    /// The workspace as a commit has it, read by the configuration of this one.
    pub fn at_commit(&self, commit: &str) -> Result<Snapshot> {
        let listed = self.git().run(&["ls-tree", "-r", "-z", "--full-tree", commit])?;
        if !listed.status.success() {
            return Err(failure(&listed, message!("error-git-compare", reference = commit)));
        }
        let config = fs::read(self.settings()).unwrap_or_default();
        self.snapshot(&listed.stdout, Some(commit), Some(&config))
    }

    fn snapshot(
        &self,
        listed: &[u8],
        head: Option<&str>,
        config: Option<&[u8]>,
    ) -> Result<Snapshot> {
        let git = self.git();
        let prefix = git.succeed(&["rev-parse", "--show-prefix"], "HEAD")?;
        let prefix = prefix.strip_suffix(b"\n").unwrap_or(&prefix);
        let entries = entries(listed);
        let wanted = || entries.iter().filter(|entry| is_wanted(entry, prefix));
        self.refuse_unreadable(wanted())?;
        let folder = tempfile::Builder::new()
            .prefix("tolmach-")
            .tempdir()
            .map_err(|err| unwritable(&err))?;
        let top = fs::canonicalize(folder.path()).map_err(|err| unwritable(&err))?;
        borrow(&git, &top, head)?;
        let lines: Vec<&[u8]> = wanted()
            .filter(|entry| entry.kind == Kind::File)
            .flat_map(|entry| [entry.line, b"\0"])
            .collect();
        lay_out(&Git::apart(&top), lines.concat())?;
        let mut files = wanted().filter(|entry| entry.kind == Kind::File);
        if let Some(lost) =
            files.find(|one| fs::symlink_metadata(top.join(path(one.name))).is_err())
        {
            let cause = message!("error-cause-staged", path = text(lost.name));
            return Err(Error::new(message!("error-git-staged")).because(cause));
        }
        let root = top.join(path(prefix));
        if let Some(config) = config {
            fs::create_dir_all(&root).map_err(|err| unwritable(&err))?;
            fs::write(root.join(&self.settings), config).map_err(|err| unwritable(&err))?;
        }
        Ok(Snapshot { workspace: self.standing_at(root, &top)?, _folder: folder })
    }

    /// The workspace whose files lie at `root` in place of the real ones.
    fn standing_at(&self, root: PathBuf, top: &Path) -> Result<Self> {
        let original = self.original.clone();
        let original = original
            .unwrap_or_else(|| RealWorkspace { root: self.root.clone(), here: self.here.clone() });
        // Where a person stands in the real one; a selector starts there.
        let depth = root.strip_prefix(top).map_or(0, |inside| inside.components().count());
        let real_top = original.root.ancestors().nth(depth).unwrap_or(&original.root);
        let here = match original.here.strip_prefix(real_top) {
            Ok(inside) => top.join(inside),
            Err(_) => root.clone(),
        };
        Self::load(root, here, Some(original), &self.settings)
    }

    /// An error where what git lists isn't what would be committed.
    fn refuse_unreadable<'a>(&self, entries: impl Iterator<Item = &'a Entry<'a>>) -> Result<()> {
        for entry in entries {
            let name = text(entry.name);
            match entry.kind {
                Kind::File => {}
                Kind::Unmerged => {
                    return Err(Error::new(message!("error-git-unmerged", path = name))
                        .hint(message!("hint-git-unmerged")));
                }
                Kind::Inner => self.refuse_inner(&name)?,
            }
        }
        Ok(())
    }

    /// An error where articles stand in another repository, which this one's index doesn't hold.
    fn refuse_inner(&self, name: &str) -> Result<()> {
        let is_inside = |path: &Path| {
            let path = self.relative(path);
            let ends = |inner: &str| path.starts_with(&format!("{inner}/"));
            // The repository may begin above the workspace, so its name may be longer.
            name.char_indices().any(|(at, c)| c == '/' && ends(&name[at + 1..])) || ends(name)
        };
        let articles = self.articles(&[])?;
        if articles.iter().any(|article| is_inside(&article.source)) {
            return Err(Error::new(message!("error-git-inner", path = name)));
        }
        Ok(())
    }
}

/// What git listed, each entry with a zero byte after it.
fn entries(listed: &[u8]) -> Vec<Entry<'_>> {
    let entry = |line| -> Option<Entry<'_>> {
        let tab = memchr::memchr(b'\t', line)?;
        let (head, name) = (&line[..tab], &line[tab + 1..]);
        let is_unmerged = [&b" 1"[..], b" 2", b" 3"].iter().any(|stage| head.ends_with(stage));
        let kind = match head {
            _ if is_unmerged => Kind::Unmerged,
            head if head.starts_with(b"160000") => Kind::Inner,
            _ => Kind::File,
        };
        Some(Entry { line, name, kind })
    };
    listed.split(|byte| *byte == 0).filter_map(entry).collect()
}

/// Files that git reads before it reads others.
const RULES: [&[u8]; 2] = [b".gitignore", b".gitattributes"];

/// Whether a workspace below `prefix` may read the file.
fn is_wanted(entry: &Entry<'_>, prefix: &[u8]) -> bool {
    let (folder, name) = match memchr::memrchr(b'/', entry.name) {
        Some(slash) => entry.name.split_at(slash + 1),
        None => (&b""[..], entry.name),
    };
    if RULES.contains(&name) {
        return folder.starts_with(prefix) || prefix.starts_with(folder);
    }
    if !folder.starts_with(prefix) {
        return false;
    }
    let extension =
        memchr::memrchr(b'.', name).and_then(|dot| str::from_utf8(&name[dot + 1..]).ok());
    let is_text = |name: &str| name == "toml" || Syntax::by_extension(name).is_some();
    entry.kind == Kind::Inner || extension.is_some_and(is_text)
}

/// Makes a repository at `top` that has the objects of `git` and this commit.
fn borrow(git: &Git<'_>, top: &Path, head: Option<&str>) -> Result<()> {
    let format = git.succeed(&["rev-parse", "--show-object-format"], "HEAD")?;
    let format = format!("--object-format={}", text(&format).trim());
    let own = Git::apart(top);
    let made = own.run(&["init", "--quiet", "--template=", &format])?;
    if !made.status.success() {
        return Err(failure(&made, message!("error-git-staged")));
    }
    let place = |name: &str| -> Result<PathBuf> {
        let call = ["rev-parse", "--path-format=absolute", "--git-path", name];
        let found = git.succeed(&call, "HEAD")?;
        Ok(path(found.strip_suffix(b"\n").unwrap_or(&found)))
    };
    let copy = |name: &str| -> Result<()> {
        match fs::copy(place(name)?, top.join(".git").join(name)) {
            Err(err) if err.kind() != io::ErrorKind::NotFound => Err(unwritable(&err)),
            _ => Ok(()),
        }
    };
    for folder in ["objects/info", "info"] {
        fs::create_dir_all(top.join(".git").join(folder)).map_err(|err| unwritable(&err))?;
    }
    copy("info/exclude")?;
    copy("shallow")?;
    let objects = place("objects")?;
    let mut lenders = objects.as_os_str().as_encoded_bytes().to_vec();
    lenders.push(b'\n');
    fs::write(top.join(".git/objects/info/alternates"), lenders).map_err(|err| unwritable(&err))?;
    match head {
        Some(head) => {
            fs::write(top.join(".git/HEAD"), format!("{head}\n")).map_err(|err| unwritable(&err))
        }
        None => Ok(()),
    }
}

/// Writes the files of these index lines into the folder of the repository.
fn lay_out(git: &Git<'_>, lines: Vec<u8>) -> Result<()> {
    let staged = || Error::new(message!("error-git-staged"));
    let mut index = git.command(&["update-index", "-z", "--index-info"]);
    fed(&mut index, lines).map_err(|err| staged().caused_by(err))?;
    let laid = git.run(&["checkout-index", "--all"])?;
    if laid.status.success() { Ok(()) } else { Err(failure(&laid, message!("error-git-staged"))) }
}

fn unwritable(err: &io::Error) -> Error {
    Error::new(message!("error-scratch")).refused_by(err)
}

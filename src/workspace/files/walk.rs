//! Files listed below folders, without those that git ignores.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::ignored;
use super::read::{Failure, is_absent, is_below, relative};
use super::stamp::Presence;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::parse::Syntax;

/// What `keep` makes of the files below `folders`, in no order.
///
/// Paths are from `root`, with `/`. Files that git ignores, hidden ones and links are left out;
/// a folder that doesn't exist holds nothing.
pub fn walk<T: Send>(
    root: &Path,
    folders: &[&str],
    keep: impl Fn(&str) -> Option<T> + Sync,
) -> Result<Vec<T>> {
    walk_refusing(root, folders, |_| Ok(()), keep)
}

/// Walks as `walk` does; `refuse` is asked about each folder whose name is that of a page.
pub fn walk_refusing<T: Send>(
    root: &Path,
    folders: &[&str],
    refuse: impl Fn(&str) -> Result<()> + Sync,
    keep: impl Fn(&str) -> Option<T> + Sync,
) -> Result<Vec<T>> {
    for folder in folders {
        check_start(root, &root.join(folder))?;
    }
    let Some(builder) = walker(root, folders) else { return Ok(Vec::new()) };
    run(
        builder,
        root,
        |_| {},
        |entry| {
            if let Some(folder) = page_folder(entry, root) {
                refuse(&folder).map_err(Some)?;
            }
            visit(entry, root, &keep)
        },
    )
}

/// Whether the folder of this path from the root has the name of a page.
pub fn is_page_name(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| Syntax::by_extension(extension).is_some())
}

/// What stands below folders, and how the folders stood before anybody listed them.
#[derive(Debug, Default)]
pub struct FolderSurvey {
    /// Paths from the root, with `/`.
    pub files: Vec<String>,
    pub folders: Vec<(String, Presence)>,
    /// Whether a name is no text.
    pub is_doubtful: bool,
}

/// How far a survey goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All that is below.
    Whole,
    /// What the folders hold themselves.
    Near,
}

/// Lists what the folders at these paths hold, whatever git's rules say of the folders themselves.
pub fn survey(root: &Path, starts: &[PathBuf], reach: Reach) -> Result<FolderSurvey> {
    let Some((first, others)) = starts.split_first() else { return Ok(FolderSurvey::default()) };
    let mut builder = WalkBuilder::new(first);
    for path in others {
        builder.add(path);
    }
    obeying(&mut builder);
    builder.max_depth((reach == Reach::Near).then_some(1));
    let met: Arc<Mutex<Vec<(PathBuf, Presence)>>> = Arc::default();
    for start in starts {
        ignored::check_folder(root, start)?;
        met.lock().expect("no thread panics").push((start.clone(), Presence::at(start)));
    }
    let below = Arc::clone(&met);
    let enter = move |path: &Path| {
        let presence = Presence::of_folder(path);
        below.lock().expect("no thread panics").push((path.to_owned(), presence));
    };
    let is_doubtful = AtomicBool::new(false);
    let files = run(builder, root, enter, |entry| {
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        if entry.path().to_str().is_none() {
            is_doubtful.store(true, Ordering::Relaxed);
            return Ok(None);
        }
        Ok(is_file.then(|| relative(root, entry.path())))
    })?;
    let met = std::mem::take(&mut *met.lock().expect("no thread panics"));
    let folders = met.into_iter().map(|(path, presence)| (relative(root, &path), presence));
    Ok(FolderSurvey { files, folders: folders.collect(), is_doubtful: is_doubtful.into_inner() })
}

/// The folders that a walk of these starts from: those that are there, in no other and not ignored.
pub fn starts(root: &Path, folders: &[&str]) -> Vec<PathBuf> {
    let mut outer: Vec<&str> = folders.to_vec();
    outer.sort_unstable();
    outer.dedup();
    let is_inside =
        |folder: &str| outer.iter().any(|other| *other != folder && is_below(folder, other));
    let paths = outer.iter().filter(|folder| !is_inside(folder)).map(|folder| match *folder {
        "" => root.to_owned(),
        folder => root.join(folder),
    });
    paths.filter(|path| path.is_dir() && !is_ignored(root, path)).collect()
}

/// Walks, and gives what `look` makes of the entries; `enter` is told each folder before its listing.
fn run<T: Send>(
    mut builder: WalkBuilder,
    root: &Path,
    enter: impl Fn(&Path) + Send + Sync + 'static,
    look: impl Fn(&DirEntry) -> Result<Option<T>, Option<Error>> + Sync,
) -> Result<Vec<T>> {
    let found = Mutex::new(Vec::new());
    let failed = Arc::new(Mutex::new(None));
    let (refused, above) = (Arc::clone(&failed), root.to_owned());
    builder.filter_entry(move |entry| {
        // Other people's packages hold no articles, whether or not git ignores them.
        if entry.file_name() == "node_modules" && entry.depth() > 0 {
            return false;
        }
        if !entry.file_type().is_some_and(|kind| kind.is_dir()) {
            return true;
        }
        enter(entry.path());
        let checked = ignored::check_folder(&above, entry.path());
        let is_fine = checked.is_ok();
        if let Err(err) = checked {
            *refused.lock().expect("no thread panics") = Some(err);
        }
        is_fine
    });
    builder.build_parallel().run(|| {
        let mut batch = Batch { items: Vec::new(), all: &found };
        let (look, failed) = (&look, &*failed);
        Box::new(move |entry| {
            let result = entry.map_err(|err| walk_error(&err, root)).and_then(|entry| look(&entry));
            match result {
                Ok(item) => batch.items.extend(item),
                Err(None) => {}
                Err(Some(err)) => {
                    *failed.lock().expect("no thread panics") = Some(err);
                    return WalkState::Quit;
                }
            }
            WalkState::Continue
        })
    });
    drop(builder);
    match failed.lock().expect("no thread panics").take() {
        Some(err) => Err(err),
        None => Ok(found.into_inner().expect("no thread panics")),
    }
}

/// An error where the walk would leave the folder, or would not come to an end.
pub fn check_start(root: &Path, folder: &Path) -> Result<()> {
    ignored::check_way(root, folder)?;
    let leads_out = folder != root && folder.is_dir() && {
        let (root, folder) = (fs::canonicalize(root), fs::canonicalize(folder));
        root.is_ok_and(|root| folder.is_ok_and(|folder| !folder.starts_with(root)))
    };
    if leads_out { Err(Failure::Outside.error(&relative(root, folder))) } else { Ok(()) }
}

/// What one thread found; joins the rest when the thread ends.
struct Batch<'m, T> {
    items: Vec<T>,
    all: &'m Mutex<Vec<T>>,
}

impl<T> Drop for Batch<'_, T> {
    fn drop(&mut self) {
        if let Ok(mut all) = self.all.lock() {
            all.append(&mut self.items);
        }
    }
}

fn walker(root: &Path, folders: &[&str]) -> Option<WalkBuilder> {
    let starts = starts(root, folders);
    let (first, others) = starts.split_first()?;
    let mut builder = WalkBuilder::new(first);
    for path in others {
        builder.add(path);
    }
    obeying(&mut builder);
    Some(builder)
}

/// Leaves out what git ignores, and what `.gitignore` says without git, too.
fn obeying(builder: &mut WalkBuilder) {
    builder.ignore(false).require_git(false).git_global(ignored::has_usual_rules());
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8);
    builder.threads(threads);
}

/// Whether git ignores a folder to walk, or one that it lies in: the walk asks only for what is below.
fn is_ignored(root: &Path, folder: &Path) -> bool {
    let Ok(inside) = folder.strip_prefix(root) else { return false };
    let way = folder.to_owned();
    let mut builder = WalkBuilder::new(root);
    builder
        .ignore(false)
        .require_git(false)
        .git_global(ignored::has_usual_rules())
        .hidden(false)
        .max_depth(Some(inside.iter().count()));
    builder.filter_entry(move |entry| way.starts_with(entry.path()));
    let last = builder.build().filter_map(Result::ok).last();
    // Where the way leads through a link, nobody knows the rules.
    last.is_some_and(|last| last.path() != folder && !last.path_is_symlink())
}

/// The path of a folder that has the name of a page.
fn page_folder(entry: &DirEntry, root: &Path) -> Option<String> {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    let path = is_folder.then(|| relative(root, entry.path()))?;
    is_page_name(&path).then_some(path)
}

fn visit<T>(
    entry: &DirEntry,
    root: &Path,
    keep: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Option<Error>> {
    if !entry.file_type().is_some_and(|kind| kind.is_file()) {
        return Ok(None);
    }
    let Some(path) = entry.path().to_str() else {
        let path = relative(root, entry.path());
        let kept = keep(&path).is_some();
        return if kept {
            Err(Some(Error::new(message!("error-file-name", path = path))))
        } else {
            Ok(None)
        };
    };
    // The walk starts at the root's own text, so cutting it off needs no comparison.
    let start = root.as_os_str().len();
    let path = path.get(start..).unwrap_or_default().trim_start_matches(['/', '\\']);
    Ok(if cfg!(windows) { keep(&path.replace('\\', "/")) } else { keep(path) })
}

/// The failure to tell; none where a file went away while walking, or a `.gitignore` has a bad line.
fn walk_error(err: &ignore::Error, root: &Path) -> Option<Error> {
    let cause = err.io_error()?;
    if is_absent(cause) {
        return None;
    }
    let path = path_of(err).map(|path| relative(root, path)).unwrap_or_default();
    Some(Error::new(message!("error-folder-unreadable", path = path)).refused_by(cause))
}

fn path_of(err: &ignore::Error) -> Option<&Path> {
    match err {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        ignore::Error::Partial(errors) => errors.iter().find_map(path_of),
        _ => None,
    }
}

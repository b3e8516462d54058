//! Files: read whole, listed below folders.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Mutex;

use ignore::{WalkBuilder, WalkState};

use super::decode::{Fault, FaultKind, Text, decode};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;
use crate::parse::Syntax;
use crate::text::shell::argument;

/// No article is longer; a longer file is something else.
const LIMIT: u64 = 64 << 20;

/// The text of the file at `path`, which a person knows as `shown`.
pub fn read_text(path: &Path, shown: &str) -> Result<Text> {
    read(path).map_err(|failure| failure.error(shown))
}

/// The text of the file at `path`; the name for people is made where something fails.
pub fn read(path: &Path) -> Result<Text, Failure> {
    decode(&open(path)?).map_err(Failure::Decode)
}

/// The same; nothing where there is no such file.
pub fn read_if_exists(path: &Path) -> Result<Option<Text>, Failure> {
    match read(path) {
        Err(Failure::Open(err)) if is_absent(&err) => Ok(None),
        read => read.map(Some),
    }
}

/// Why a file can't be read.
pub enum Failure {
    Open(io::Error),
    TooLarge,
    Decode(Fault),
}

impl Failure {
    /// The error for the file that a person knows as `shown`.
    pub fn error(&self, shown: &str) -> Error {
        match self {
            Self::Open(err) => read_error(err, shown),
            Self::TooLarge => {
                let limit = usize::try_from(LIMIT >> 20).unwrap_or_default();
                Error::new(message!("error-file-too-large", path = shown, limit = limit))
            }
            Self::Decode(fault) => decode_error(fault, shown),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(err: io::Error) -> Self {
        Self::Open(err)
    }
}

/// Whether the error says that there is no such file.
pub fn is_absent(err: &io::Error) -> bool {
    matches!(err.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn open(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(Failure::Open(io::ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > LIMIT {
        return Err(Failure::TooLarge);
    }
    let length = usize::try_from(metadata.len()).unwrap_or(0);
    let mut bytes = vec![0; length + 1];
    let count = read_once(&mut file, &mut bytes)?;
    bytes.truncate(count);
    // A file that gave less than there was room for has ended.
    if count != length || !metadata.is_file() {
        // A device or a pipe tells no length, so the limit holds while reading, too.
        file.take(LIMIT + 1 - count as u64).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > LIMIT { Err(Failure::TooLarge) } else { Ok(bytes) }
}

fn read_once(file: &mut File, bytes: &mut [u8]) -> io::Result<usize> {
    match file.read(bytes) {
        Err(err) if err.kind() == io::ErrorKind::Interrupted => Ok(0),
        read => read,
    }
}

fn read_error(err: &io::Error, shown: &str) -> Error {
    let message = match err.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            return Error::new(message!("error-file-missing", path = shown));
        }
        io::ErrorKind::IsADirectory => {
            return Error::new(message!("error-file-is-folder", path = shown));
        }
        io::ErrorKind::PermissionDenied => message!("error-file-forbidden", path = shown),
        _ => message!("error-file-unreadable", path = shown),
    };
    Error::new(message).refused_by(err)
}

/// Says that bytes are no text that can be read.
pub fn decode_error(fault: &Fault, shown: &str) -> Error {
    let location = Location::at(shown, fault.position);
    match fault.kind {
        FaultKind::Foreign(encoding) => {
            let (path, copy) = (argument(shown), argument(&format!("{shown}.utf-8")));
            Error::new(message!("error-encoding", path = shown, encoding = encoding))
                .at(location)
                .hint(message!("hint-encoding", path = path, copy = copy, encoding = encoding))
        }
        FaultKind::Damaged => Error::new(message!("error-encoding-damaged", path = shown))
            .at(location)
            .hint(message!("hint-encoding-damaged")),
        FaultKind::Binary => Error::new(message!("error-binary", path = shown)).at(location),
    }
}

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

/// The same; `refuse` is asked about each folder whose name is that of a page.
pub fn walk_refusing<T: Send>(
    root: &Path,
    folders: &[&str],
    refuse: impl Fn(&str) -> Result<()> + Sync,
    keep: impl Fn(&str) -> Option<T> + Sync,
) -> Result<Vec<T>> {
    let Some(builder) = walker(root, folders) else { return Ok(Vec::new()) };
    let found = Mutex::new(Vec::new());
    let failed = Mutex::new(None);
    builder.build_parallel().run(|| {
        let mut batch = Batch { items: Vec::new(), all: &found };
        let (keep, refuse, failed) = (&keep, &refuse, &failed);
        Box::new(move |entry| {
            let result = entry.map_err(|err| walk_error(&err, root));
            let result = result.and_then(|entry| {
                if let Some(folder) = page_folder(&entry, root) {
                    refuse(&folder).map_err(Some)?;
                }
                visit(&entry, root, keep)
            });
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
    match failed.into_inner().expect("no thread panics") {
        Some(err) => Err(err),
        None => Ok(found.into_inner().expect("no thread panics")),
    }
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
    let mut outer: Vec<&str> = folders.to_vec();
    outer.sort_unstable();
    outer.dedup();
    let is_inside =
        |folder: &str| outer.iter().any(|other| *other != folder && is_below(folder, other));
    let mut paths = outer.iter().filter(|folder| !is_inside(folder)).map(|folder| match *folder {
        "" => root.to_owned(),
        folder => root.join(folder),
    });
    let mut paths = paths.by_ref().filter(|path| path.is_dir() && !is_ignored(root, path));
    let mut builder = WalkBuilder::new(paths.next()?);
    for path in paths {
        builder.add(path);
    }
    // What git ignores, and `.gitignore` without git, too.
    builder.ignore(false).require_git(false);
    // Other people's packages hold no articles, whether or not git ignores them.
    builder.filter_entry(|entry| entry.file_name() != "node_modules" || entry.depth() == 0);
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8);
    builder.threads(threads);
    Some(builder)
}

/// Whether git ignores a folder to walk, or one that it lies in: the walk asks only for what is below.
fn is_ignored(root: &Path, folder: &Path) -> bool {
    let Ok(inside) = folder.strip_prefix(root) else { return false };
    let way = folder.to_owned();
    let mut builder = WalkBuilder::new(root);
    builder.ignore(false).require_git(false).hidden(false).max_depth(Some(inside.iter().count()));
    builder.filter_entry(move |entry| way.starts_with(entry.path()));
    let last = builder.build().filter_map(Result::ok).last();
    // Where the way leads through a link, nobody knows the rules.
    last.is_some_and(|last| last.path() != folder && !last.path_is_symlink())
}

/// Whether `path` stands in `folder` or below it; the root is the empty folder.
pub fn is_below(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The path of a folder that has the name of a page.
fn page_folder(entry: &ignore::DirEntry, root: &Path) -> Option<String> {
    let extension = entry.path().extension()?.to_str()?;
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    let is_page = is_folder && Syntax::by_extension(extension).is_some();
    is_page.then(|| relative(root, entry.path()))
}

fn visit<T>(
    entry: &ignore::DirEntry,
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

/// The path from `root`, with `/`; the whole path where it lies outside.
pub fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
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

/// Whether a link stands at `path` that leads nowhere, or in a circle.
pub fn is_broken_link(path: &Path) -> bool {
    path.is_symlink() && !path.exists()
}

/// Whether a file, not a folder, stands at `path`.
pub fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file())
}

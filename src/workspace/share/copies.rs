//! What was pulled from a shared memory: a file of units for each workspace there, beside the index.
//!
//! Rows come in the order in which the files stand, so that both are read side by side, and never held.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write as _};
use std::iter::Peekable;
use std::path::{Path, PathBuf};

use super::log::{Cursor, Rows};
use super::names::{SUFFIX, file_name, folder_name, name_of};
use super::rows::SharedPair;
use crate::error::{Error, Result};
use crate::formats::tmx::{Languages, TranslationUnit, Units};
use crate::l10n::message;
use crate::workspace::Workspace;
use crate::workspace::files::cache::cache_folder;

/// The copies from one server for one target language.
pub struct Copies {
    folder: PathBuf,
}

/// The cursor stands in a file of this name.
const CURSOR: &str = "cursor.json";
const LOCK: &str = "lock";
/// In units: which article of its workspace, and which row, one comes from.
const ARTICLE: &str = "tolmach:article";
const STATE: &str = "tolmach:state";
const ORIGIN: &str = "tolmach:origin";

impl Copies {
    /// The folder of a workspace's copies from a server.
    pub fn of(workspace: &Workspace, address: &str, target: &str) -> Result<Self> {
        let base = base(workspace, target).ok_or_else(|| {
            Error::new(message!("error-share-cache")).hint(message!("hint-share-cache"))
        })?;
        Ok(Self { folder: base.join(folder_name(address)) })
    }

    /// The right to write, until it is dropped.
    pub fn lock(&self) -> Result<File> {
        made(&self.folder).map_err(|err| self.unwritable(&err))?;
        let lock = File::create(self.folder.join(LOCK)).map_err(|err| self.unwritable(&err))?;
        lock.lock().map_err(|err| self.unwritable(&err))?;
        Ok(lock)
    }

    /// How far the server was read; nothing before the first time, or where that can't be read.
    pub fn cursor(&self) -> Option<Cursor> {
        serde_json::from_slice(&fs::read(self.folder.join(CURSOR)).ok()?).ok()
    }

    /// Says that nothing is known of how far the server was read, so that all of it comes anew.
    pub fn forget(&self) {
        _ = fs::remove_file(self.folder.join(CURSOR));
    }

    /// Takes rows in, which of one sentence of an article take the place of what stands there;
    /// where they are all there are, nothing else stays.
    pub fn take(&self, intake: &Intake<'_>, rows: Rows<'_>) -> Result<Taken> {
        let mut rows = rows.peekable();
        let mut taken = Taken::default();
        let mut written = BTreeSet::new();
        while let Some(first) = rows.next() {
            let first = first?;
            let path = self.folder.join(file_name(&first));
            let newcomers = Newcomers { next: Some(first), rows: &mut rows, count: 0, fault: None };
            let merged = self.merge(intake, &path, newcomers)?;
            taken.count += merged.count;
            taken.is_damaged |= merged.is_damaged;
            written.insert(path);
        }
        if intake.is_whole {
            for (_, path) in files(&self.folder) {
                if !written.contains(&path) {
                    fs::remove_file(path).map_err(|err| self.unwritable(&err))?;
                }
            }
        }
        Ok(taken)
    }

    /// Puts the rows of one workspace into its file.
    fn merge(&self, intake: &Intake<'_>, path: &Path, mut new: Newcomers<'_, '_>) -> Result<Taken> {
        let mut taken = Taken::default();
        let unwritable = |err: io::Error| self.unwritable(&err);
        let languages =
            Languages { source: &intake.workspace.config.source, target: intake.target };
        let mut file = tempfile::NamedTempFile::new_in(&self.folder).map_err(unwritable)?;
        let mut units = Units::new(io::BufWriter::new(&mut file), languages).map_err(unwritable)?;
        if !intake.is_whole && path.is_file() {
            let mut order = Order::default();
            let read = intake.workspace.translation_units(path, intake.target, &mut |old| {
                order.take(&old);
                while new.is_before(&old) {
                    new.write(&mut units)?;
                }
                if new.is_fault() || new.is_of(&old) { Ok(()) } else { units.write(&old) }
            });
            // What was damaged comes again with the next pull, which takes everything.
            taken.is_damaged |= read.is_err() || order.is_broken;
        }
        while new.next.is_some() {
            new.write(&mut units).map_err(unwritable)?;
        }
        if let Some(fault) = new.fault {
            return Err(fault);
        }
        taken.count += new.count;
        units.finish().and_then(|mut out| out.flush()).map_err(unwritable)?;
        file.persist(path).map_err(|err| self.unwritable(&err.error))?;
        Ok(taken)
    }

    /// Keeps how far the server was read; the copies stand by then.
    pub fn keep(&self, cursor: &Cursor) -> Result<()> {
        let bytes = serde_json::to_vec(cursor).map_err(|err| self.unwritable(&err.into()))?;
        written(&self.folder.join(CURSOR), &bytes).map_err(|err| self.unwritable(&err))
    }

    fn unwritable(&self, err: &io::Error) -> Error {
        let path = self.folder.display().to_string();
        Error::new(message!("error-share-copy", path = path)).refused_by(err)
    }
}

/// Makes a folder that nobody else may look into.
fn made(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a file whole into a folder, which is made where it is missing.
pub fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    made(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// The copies from all servers, each with the name of its workspace there.
pub fn copies(workspace: &Workspace, target: &str) -> Vec<(String, PathBuf)> {
    let Some(base) = base(workspace, target) else { return Vec::new() };
    let servers = fs::read_dir(base).into_iter().flatten().flatten();
    let mut all: Vec<(String, PathBuf)> =
        servers.flat_map(|server| files(&server.path())).collect();
    all.sort();
    all
}

/// Removes the copies from all other servers than these; what can't be removed stays in use.
pub fn keep_only(workspace: &Workspace, target: &str, addresses: &[String]) {
    let Some(base) = base(workspace, target) else { return };
    let names: Vec<String> = addresses.iter().map(|address| folder_name(address)).collect();
    for server in fs::read_dir(base).into_iter().flatten().flatten() {
        if !names.iter().any(|name| server.file_name() == name.as_str()) {
            _ = fs::remove_dir_all(server.path());
        }
    }
}

fn base(workspace: &Workspace, target: &str) -> Option<PathBuf> {
    Some(cache_folder(&workspace.root)?.join("share").join(target))
}

fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let path = entry.path();
        let stem = path.file_name()?.to_str()?.strip_suffix(SUFFIX)?;
        Some((name_of(stem), path))
    });
    named.collect()
}

/// What rows are taken in for.
pub struct Intake<'a> {
    pub workspace: &'a Workspace,
    pub target: &'a str,
    /// Whether the rows are all there are.
    pub is_whole: bool,
}

/// What became of rows.
#[derive(Debug, Default)]
pub struct Taken {
    pub count: usize,
    /// Whether a file that stood there could not be read.
    pub is_damaged: bool,
}

/// The rows of one workspace that are still to be written.
struct Newcomers<'n, 'r> {
    next: Option<SharedPair>,
    rows: &'n mut Peekable<Rows<'r>>,
    count: usize,
    fault: Option<Error>,
}

impl Newcomers<'_, '_> {
    /// Whether the next row stands before a unit.
    fn is_before(&self, unit: &TranslationUnit) -> bool {
        self.next.as_ref().is_some_and(|row| place(row) < key(unit))
    }

    /// Whether the next row takes the place of a unit.
    fn is_of(&self, unit: &TranslationUnit) -> bool {
        self.next.as_ref().is_some_and(|row| place(row) == key(unit))
    }

    fn is_fault(&self) -> bool {
        self.fault.is_some()
    }

    fn write<W: io::Write>(&mut self, units: &mut Units<'_, W>) -> io::Result<()> {
        let Some(row) = self.next.take() else { return Ok(()) };
        let is_same = |next: &Result<SharedPair>| match next {
            Ok(next) => next.newsroom == row.newsroom && next.workspace == row.workspace,
            Err(_) => true,
        };
        match self.rows.next_if(is_same) {
            Some(Ok(next)) => self.next = Some(next),
            Some(Err(fault)) => self.fault = Some(fault),
            None => {}
        }
        self.count += 1;
        units.write(&unit(row))
    }
}

/// Whether units stand in order.
#[derive(Default)]
struct Order {
    last: Option<[String; 2]>,
    is_broken: bool,
}

impl Order {
    fn take(&mut self, unit: &TranslationUnit) {
        let next = key(unit).map(str::to_owned);
        self.is_broken |= self.last.as_ref().is_some_and(|last| *last >= next);
        self.last = Some(next);
    }
}

/// Where a row stands in the file of its workspace.
fn place(row: &SharedPair) -> [&str; 2] {
    [&row.article, &row.source]
}

fn key(unit: &TranslationUnit) -> [&str; 2] {
    [unit.property(ARTICLE).unwrap_or_default(), &unit.source]
}

fn unit(row: SharedPair) -> TranslationUnit {
    let mut properties = vec![(ARTICLE.to_owned(), row.article), (STATE.to_owned(), row.state)];
    properties.extend(row.origin.map(|origin| (ORIGIN.to_owned(), origin)));
    TranslationUnit {
        source: row.source,
        target: row.target,
        properties,
        ..TranslationUnit::default()
    }
}

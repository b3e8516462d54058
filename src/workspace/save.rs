//! Writing: whole files through temporary ones, all or none.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::files::is_absent;
use crate::error::{Error, Result};
use crate::l10n::message;

/// A file to write: its place, its bytes, and what it must hold until then.
pub struct Write {
    pub path: PathBuf,
    /// The path as a person knows it.
    pub shown: String,
    pub bytes: Vec<u8>,
    pub expected: Expected,
}

/// What must stand in a file's place before it is written.
pub enum Expected {
    Anything,
    Nothing,
    Bytes(Vec<u8>),
}

/// Writes all files or none, and leaves alone those that hold their bytes already.
///
/// Gives the paths that were written. The temporaries stand in the files' own
/// folders and reach the disk before the first rename.
pub fn save(writes: Vec<Write>) -> Result<Vec<PathBuf>> {
    let mut staged = Vec::new();
    for write in writes {
        staged.extend(stage(write)?);
    }
    let mut done: Vec<Done> = Vec::new();
    for file in staged {
        match publish(file) {
            Ok(file) => done.push(file),
            Err(err) => {
                done.into_iter().for_each(undo);
                return Err(err);
            }
        }
    }
    sync_folders(&done);
    Ok(done.into_iter().map(|file| file.path).collect())
}

/// A file whose new bytes wait beside it.
struct Staged {
    write: Write,
    temporary: NamedTempFile,
    before: Option<Vec<u8>>,
}

/// A file that was replaced.
struct Done {
    path: PathBuf,
    before: Option<Vec<u8>>,
}

fn stage(write: Write) -> Result<Option<Staged>> {
    let failed = |err: io::Error| write_error(&err, &write.shown);
    // A link stays a link: the file behind it is written.
    let path = fs::canonicalize(&write.path).unwrap_or_else(|_| write.path.clone());
    let before = current(&path).map_err(failed)?;
    let is_expected = match &write.expected {
        Expected::Anything => true,
        Expected::Nothing => before.is_none(),
        Expected::Bytes(bytes) => before.as_ref() == Some(bytes),
    };
    if !is_expected {
        return Err(changed(&write.shown));
    }
    if before.as_ref() == Some(&write.bytes) {
        return Ok(None);
    }
    let temporary = fill(&path, &write.bytes).map_err(failed)?;
    Ok(Some(Staged { write: Write { path, ..write }, temporary, before }))
}

fn current(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(err) if is_absent(&err) => Ok(None),
        Err(err) => Err(err),
    }
}

fn fill(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let permissions = fs::metadata(path).map(|metadata| metadata.permissions()).ok();
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut temporary = temporary(folder)?;
    temporary.write_all(bytes)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

#[cfg(unix)]
/// An empty file beside those to be written.
pub fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    // Like any new file: what the umask lets through.
    let permissions = Permissions::from_mode(0o666);
    Builder::new().prefix(".tolmach-").permissions(permissions).tempfile_in(folder)
}

#[cfg(not(unix))]
/// An empty file beside those to be written.
pub fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(".tolmach-").tempfile_in(folder)
}

fn publish(file: Staged) -> Result<Done> {
    let Staged { write, temporary, before } = file;
    let now = current(&write.path).map_err(|err| write_error(&err, &write.shown))?;
    if now != before {
        return Err(changed(&write.shown));
    }
    temporary.persist(&write.path).map_err(|err| write_error(&err.error, &write.shown))?;
    Ok(Done { path: write.path, before })
}

/// Gives a file back what it held; when that fails, too, nothing more can be done.
fn undo(file: Done) {
    _ = match file.before {
        Some(bytes) => fill(&file.path, &bytes)
            .and_then(|temporary| temporary.persist(&file.path).map_err(|err| err.error).map(drop)),
        None => fs::remove_file(&file.path),
    };
}

/// Makes the renames last; where a system can't, they last a moment later.
fn sync_folders(done: &[Done]) {
    let mut folders: Vec<&Path> = done.iter().filter_map(|file| file.path.parent()).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

fn changed(shown: &str) -> Error {
    Error::new(message!("error-file-changed", path = shown)).hint(message!("hint-file-changed"))
}

pub fn write_error(err: &io::Error, shown: &str) -> Error {
    let message = match err.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            message!("error-disk-full", path = shown)
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            message!("error-file-protected", path = shown)
        }
        io::ErrorKind::IsADirectory => message!("error-file-is-folder", path = shown),
        _ => message!("error-file-unwritable", path = shown),
    };
    Error::new(message).caused_by(err)
}

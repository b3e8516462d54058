//! Writing: whole files through temporary ones, all or none.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempPath};

use super::abreast::abreast;
use super::door::{Bounds, open_unlinked};
use super::journal::{self, JournalStep};
use super::leftovers::{PREFIX, own_prefix, sweep_dead};
use super::read::{Failure, is_absent};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::Lock;

/// A file to write: its place, its bytes, and what it must hold until then.
#[derive(Debug)]
pub struct Write {
    pub path: PathBuf,
    /// The path as a person knows it.
    pub shown: String,
    pub bytes: Vec<u8>,
    pub expected: Expected,
}

/// What must stand in a file's place before it is written.
#[derive(Debug)]
pub enum Expected {
    Anything,
    Nothing,
    Bytes(Vec<u8>),
}

/// Writes all files or none, and leaves alone those that hold their bytes already.
///
/// Gives the paths that were written. The temporaries stand in the files' own
/// folders and reach the disk before the first rename.
pub fn save(writes: Vec<Write>, bounds: &Bounds) -> Result<Vec<PathBuf>> {
    for folder in folders(writes.iter().map(|write| &*write.path)) {
        sweep_dead(folder);
    }
    publish(stage_all(writes, bounds, &own_prefix())?)
}

/// Saves files where nobody else writes; what killed processes left beside the files goes, too.
pub fn save_alone(writes: Vec<Write>, bounds: &Bounds, lock: &Lock) -> Result<Vec<PathBuf>> {
    folders(writes.iter().map(|write| &*write.path)).into_iter().for_each(sweep);
    let staged = stage_all(writes, bounds, PREFIX)?;
    // One rename is done or not; of several, the rest is done by whoever writes next.
    if let [first, _, ..] = staged.as_slice() {
        let steps: Vec<JournalStep<'_>> = staged.iter().map(Staged::step).collect();
        journal::begin(lock.root(), &steps).map_err(|err| write_error(&err, &first.write.shown))?;
    }
    let published = publish(staged);
    journal::end(lock.root());
    published
}

/// The folders of some files, each once.
fn folders<'p>(paths: impl Iterator<Item = &'p Path>) -> Vec<&'p Path> {
    let mut folders: Vec<&Path> = paths.filter_map(Path::parent).collect();
    folders.sort_unstable();
    folders.dedup();
    folders
}

/// Removes temporaries whose process is gone; one that can't be removed does no harm.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_left = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if is_left && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            _ = fs::remove_file(entry.path());
        }
    }
}

/// A file whose new bytes wait beside it; no file stays open meanwhile.
struct Staged {
    write: Write,
    temporary: TempPath,
    before: Option<Vec<u8>>,
}

impl Staged {
    fn step(&self) -> JournalStep<'_> {
        let (temporary, place) = (&*self.temporary, &*self.write.path);
        JournalStep { temporary, place, before: self.before.as_deref() }
    }
}

/// A file that was replaced.
struct Done {
    path: PathBuf,
    before: Option<Vec<u8>>,
}

fn stage_all(writes: Vec<Write>, bounds: &Bounds, prefix: &str) -> Result<Vec<Staged>> {
    let staged: Result<Vec<Option<Staged>>> =
        abreast(writes, |write| stage(write, bounds, prefix)).into_iter().collect();
    Ok(staged?.into_iter().flatten().collect())
}

fn stage(write: Write, bounds: &Bounds, prefix: &str) -> Result<Option<Staged>> {
    // A link stays a link: the file behind it is written.
    let path =
        bounds.place_to_write(&write.path).map_err(|failure| failed(&failure, &write.shown))?;
    let before = current(&path).map_err(|failure| failed(&failure, &write.shown))?;
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
    let temporary = fill(&path, prefix, &write.bytes);
    let temporary = temporary.map_err(|err| write_error(&err, &write.shown))?;
    Ok(Some(Staged { write: Write { path, ..write }, temporary, before }))
}

/// The bytes of a file, where there is one.
pub fn current(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let mut file = match open_unlinked(path) {
        Ok(file) => file,
        Err(Failure::Open(err)) if is_absent(&err) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

fn fill(path: &Path, prefix: &str, bytes: &[u8]) -> io::Result<TempPath> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let before = fs::metadata(path).ok();
    if before.as_ref().is_some_and(|before| before.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut temporary = temporary(folder, prefix)?;
    temporary.write_all(bytes)?;
    if let Some(before) = before {
        keep_owner(temporary.as_file(), &before);
        temporary.as_file().set_permissions(before.permissions())?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary.into_temp_path())
}

/// Gives a new file the owner and group of the one that it replaces, as far as that is allowed.
#[cfg(unix)]
pub fn keep_owner(file: &File, before: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let Ok(own) = file.metadata() else { return };
    let (user, group) = (before.uid(), before.gid());
    if (own.uid(), own.gid()) != (user, group) && fchown(file, Some(user), Some(group)).is_err() {
        // Who isn't root may still give a file to a group of theirs.
        _ = fchown(file, None, Some(group));
    }
}

#[cfg(not(unix))]
/// Elsewhere the folder decides.
pub fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(unix)]
/// An empty file beside those to be written.
pub fn temporary(folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    // Like any new file: what the umask lets through.
    let permissions = fs::Permissions::from_mode(0o666);
    Builder::new().prefix(prefix).permissions(permissions).tempfile_in(folder)
}

#[cfg(not(unix))]
/// An empty file beside those to be written.
pub fn temporary(folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    Builder::new().prefix(prefix).tempfile_in(folder)
}

fn publish(staged: Vec<Staged>) -> Result<Vec<PathBuf>> {
    let mut done: Vec<Done> = Vec::new();
    for file in staged {
        match replace(file) {
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

fn replace(file: Staged) -> Result<Done> {
    let Staged { write, temporary, before } = file;
    let now = current(&write.path).map_err(|failure| failed(&failure, &write.shown))?;
    if now != before {
        return Err(changed(&write.shown));
    }
    temporary.persist(&write.path).map_err(|err| write_error(&err.error, &write.shown))?;
    Ok(Done { path: write.path, before })
}

/// Gives a file back what it held; when that fails, too, nothing more can be done.
fn undo(file: Done) {
    _ = match file.before {
        Some(bytes) => fill(&file.path, PREFIX, &bytes)
            .and_then(|temporary| temporary.persist(&file.path).map_err(|err| err.error)),
        None => fs::remove_file(&file.path),
    };
}

/// Makes the renames last; where a system can't, they last a moment later.
fn sync_folders(done: &[Done]) {
    let folders = folders(done.iter().map(|file| &*file.path));
    abreast(folders, |folder| _ = File::open(folder).and_then(|folder| folder.sync_all()));
}

fn changed(shown: &str) -> Error {
    Error::new(message!("error-file-changed", path = shown)).hint(message!("hint-file-changed"))
}

/// The error that a file can't be written, for what it is or for what the system says.
pub fn failed(failure: &Failure, shown: &str) -> Error {
    match failure {
        Failure::Open(err) => write_error(err, shown),
        failure => failure.error(shown),
    }
}

/// The error that a file can't be written, for what the system says.
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
    Error::new(message).refused_by(err)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Bounds, Expected, Write, save};
    use crate::error::testing::words;
    use crate::workspace::testing::{folder, write};

    fn save_one(root: &std::path::Path, path: &str, bytes: &str, expected: Expected) -> String {
        let shown = path.to_owned();
        let path = root.join(path);
        let bounds = Bounds::new(&root.canonicalize().unwrap());
        match save(vec![Write { path, shown, bytes: bytes.into(), expected }], &bounds) {
            Ok(written) => written.len().to_string(),
            Err(err) => words(&err).lines().next().unwrap_or_default().to_owned(),
        }
    }

    #[test]
    fn a_file_with_the_same_bytes_is_left_alone() {
        let folder = folder(&[("a", "one")]);
        assert_eq!(save_one(folder.path(), "a", "one", Expected::Anything), "0");
        assert_eq!(save_one(folder.path(), "a", "two", Expected::Anything), "1");
        assert_eq!(save_one(folder.path(), "b/c/d", "two", Expected::Nothing), "1");
        assert_eq!(fs::read_to_string(folder.path().join("b/c/d")).unwrap(), "two");
    }

    #[test]
    fn what_somebody_else_wrote_stays() {
        let folder = folder(&[("a", "one")]);
        let refusal = "\"a\" changed while tolmach was at work; nothing was written";
        assert_eq!(save_one(folder.path(), "a", "two", Expected::Nothing), refusal);
        assert_eq!(save_one(folder.path(), "a", "two", Expected::Bytes(b"0".into())), refusal);
        assert_eq!(save_one(folder.path(), "a", "two", Expected::Bytes(b"one".into())), "1");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = folder(&[("a", "one")]);
        let path = folder.path().join("a");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a", folder.path().join("link")).unwrap();
        assert_eq!(save_one(folder.path(), "link", "two", Expected::Anything), "1");
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(folder.path().join("link").is_symlink());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert_eq!(
            save_one(folder.path(), "a", "three", Expected::Anything),
            "no permission to write \"a\""
        );
    }

    #[test]
    fn when_one_file_fails_the_others_get_their_bytes_back() {
        let folder = folder(&[("a", "one"), ("b", "two")]);
        write(folder.path(), "c/d", "");
        let new = |path: &str| Write {
            path: folder.path().join(path),
            shown: path.to_owned(),
            bytes: b"new".into(),
            expected: Expected::Anything,
        };
        let bounds = Bounds::new(&folder.path().canonicalize().unwrap());
        let writes = vec![new("a"), new("fresh"), new("b"), new("c")];
        assert!(save(writes, &bounds).is_err());
        for (path, text) in [("a", "one"), ("b", "two")] {
            assert_eq!(fs::read_to_string(folder.path().join(path)).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }
}

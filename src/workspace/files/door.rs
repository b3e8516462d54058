//! The door of files: regular ones only, none beyond the workspace, none that makes anybody wait.
//!
//! A link is followed as long as it leads to a place below the folder that bounds it. What a person
//! names outside that folder is theirs, and `read::read` takes it whatever it is.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::decode::{Text, decode};
use super::paths::real;
use super::read::{Failure, bytes_of, is_absent};
use super::stamp::{Presence, Stamp};
use super::witness;

/// The folder that the files of a workspace stand in.
#[derive(Debug)]
pub struct Bounds {
    /// Absolute, with links followed.
    root: PathBuf,
    #[cfg(target_os = "linux")]
    folder: Option<std::os::fd::OwnedFd>,
}

impl Bounds {
    /// The bounds of `root`, which is absolute and leads through no link.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            #[cfg(target_os = "linux")]
            folder: beneath::folder(root),
        }
    }

    /// Whether `path` is meant to be below the folder.
    pub fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.root)
    }

    /// Opens a regular file below the folder, to be read.
    pub fn open(&self, path: &Path) -> Result<File, Failure> {
        Ok(self.opened(path)?.file)
    }

    fn opened(&self, path: &Path) -> Result<Opened, Failure> {
        #[cfg(target_os = "linux")]
        if let (Some(folder), Ok(inside)) = (&self.folder, path.strip_prefix(&self.root))
            && let Some(opened) = beneath::open(folder, inside)
        {
            return regular(opened);
        }
        regular(open(&self.place(path)?))
    }

    /// How what stands at `path` stands; the shorter way to it, from the folder, is the quicker.
    pub fn presence(&self, path: &Path) -> Presence {
        #[cfg(target_os = "linux")]
        if let (Some(folder), Some(inside)) = (&self.folder, self.inside(path))
            && let Some(found) = beneath::stat(folder, inside)
        {
            return found.map_or(Presence::Absent, |found| Presence::Seen(Stamp::of_stat(&found)));
        }
        Presence::at(path)
    }

    /// How what stands at a path from the folder stands, with `/` between names.
    pub fn presence_inside(&self, path: &str) -> Presence {
        #[cfg(target_os = "linux")]
        if let Some(folder) = &self.folder
            && !path.is_empty()
            && let Some(found) = beneath::stat(folder, Path::new(path))
        {
            return found.map_or(Presence::Absent, |found| Presence::Seen(Stamp::of_stat(&found)));
        }
        Presence::at(&self.root.join(path))
    }

    /// The path from the folder, where it is spelt as the folder is.
    #[cfg(target_os = "linux")]
    fn inside<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        use std::os::unix::ffi::OsStrExt as _;
        // A look at the bytes takes a tenth of the time that a look at each name takes.
        let root = self.root.as_os_str().as_bytes();
        let rest = path.as_os_str().as_bytes().strip_prefix(root)?.strip_prefix(b"/")?;
        let is_plain = rest.first().is_some_and(|first| *first != b'/');
        is_plain.then(|| Path::new(std::ffi::OsStr::from_bytes(rest)))
    }

    /// The text of a file below the folder.
    pub fn read(&self, path: &Path) -> Result<Text, Failure> {
        decode(&self.bytes(path)?).map_err(Failure::Decode)
    }

    /// The bytes of a file below the folder.
    pub fn bytes(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        let Opened { file, found } = self.opened(path)?;
        let bytes = bytes_of(file, &found)?;
        witness::saw(path, Presence::Seen(Stamp::of(&found)), &bytes);
        Ok(bytes)
    }

    /// Reads a file inside the bounds; nothing where there is no such file.
    pub fn read_if_exists(&self, path: &Path) -> Result<Option<Text>, Failure> {
        match self.read(path) {
            Err(Failure::Open(err)) if is_absent(&err) => {
                witness::missed(path);
                Ok(None)
            }
            read => read.map(Some),
        }
    }

    /// The place that `path` leads to, with links followed; an error where it is beyond the folder.
    pub fn place(&self, path: &Path) -> Result<PathBuf, Failure> {
        let place = fs::canonicalize(path)?;
        if place.starts_with(&self.root) { Ok(place) } else { Err(Failure::Outside) }
    }

    /// The place inside of a file that is to be written, and that need not be there yet.
    pub fn place_to_write(&self, path: &Path) -> Result<PathBuf, Failure> {
        let place = match fs::symlink_metadata(path) {
            Ok(found) if found.is_symlink() && !path.exists() => return Err(Failure::BrokenLink),
            Ok(_) => fs::canonicalize(path)?,
            Err(_) => real(Path::new("/"), path),
        };
        if !place.starts_with(&self.root) {
            return Err(Failure::Outside);
        }
        check(&place)?;
        Ok(place)
    }
}

/// An error where something else than a regular file stands at `path`, a link included.
pub fn check(path: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(found) if found.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory).into()),
        Ok(found) if found.is_symlink() => Err(Failure::Link),
        Ok(_) => Err(Failure::Special),
        Err(err) if is_absent(&err) => Ok(()),
        Err(err) => Err(err.into()),
    }
}

/// Opens what stands at `path`, where that is a regular file and no link.
pub fn open_unlinked(path: &Path) -> Result<File, Failure> {
    check(path)?;
    Ok(regular(open(path))?.file)
}

/// An open file, with what is told of it.
struct Opened {
    file: File,
    found: Metadata,
}

fn regular(opened: io::Result<File>) -> Result<Opened, Failure> {
    let file =
        opened.map_err(|err| if is_special(&err) { Failure::Special } else { err.into() })?;
    let found = file.metadata()?;
    if found.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    if found.is_file() { Ok(Opened { file, found }) } else { Err(Failure::Special) }
}

/// Opens without waiting for anybody at the other end, and without following a link.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags =
        rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::NOFOLLOW;
    let flags = i32::try_from(flags.bits()).unwrap_or_default();
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// Whether opening failed because nothing of the kind can be opened: a socket.
#[cfg(unix)]
fn is_special(err: &io::Error) -> bool {
    err.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
}

#[cfg(not(unix))]
fn is_special(_: &io::Error) -> bool {
    false
}

/// Linux itself sees to it that no link leads out, with no call more than any other file costs.
#[cfg(target_os = "linux")]
mod beneath {
    use std::fs::File;
    use std::io;
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, ResolveFlags, Stat, openat, openat2, statat};

    /// The folder, to open files below it; nothing where that can't be done.
    pub fn folder(root: &Path) -> Option<OwnedFd> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        openat(CWD, root, flags, Mode::empty()).ok()
    }

    /// What is told of the file, or that there is none; nothing where only a closer look tells.
    #[expect(
        clippy::option_option,
        reason = "that there is none is one thing, not to know another"
    )]
    pub fn stat(folder: &OwnedFd, inside: &Path) -> Option<Option<Stat>> {
        match statat(folder, inside, AtFlags::empty()) {
            Ok(found) => Some(Some(found)),
            Err(err) => super::is_absent(&io::Error::from(err)).then_some(None),
        }
    }

    /// The file, or why there is none; nothing where only a closer look tells.
    pub fn open(folder: &OwnedFd, inside: &Path) -> Option<io::Result<File>> {
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        match openat2(folder, inside, flags, Mode::empty(), ResolveFlags::BENEATH) {
            Ok(file) => Some(Ok(File::from(file))),
            Err(err) => {
                let err = io::Error::from(err);
                super::is_absent(&err).then_some(Err(err))
            }
        }
    }
}

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

    /// How a file stands to one who opens it, with every link on the way looked at.
    pub fn presence_behind(&self, path: &str) -> Presence {
        match self.place(&self.root.join(path)) {
            Ok(place) => Presence::at(&place),
            Err(Failure::Open(err)) if is_absent(&err) => Presence::Absent,
            Err(_) => Presence::Unknown,
        }
    }

    /// How a folder stands that is no link itself; one who walks meets nothing else.
    pub fn folder_behind(&self, path: &str) -> Presence {
        Presence::of_folder(&self.root.join(path))
    }

    /// A folder below, to look from; nothing where it can't be opened.
    #[cfg(target_os = "linux")]
    pub(super) fn folder_inside(&self, path: &str) -> Option<std::os::fd::OwnedFd> {
        beneath::folder_inside(self.folder.as_ref()?, path)
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

    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat, openat2};

    /// The folder, to open files below it; nothing where that can't be done.
    pub fn folder(root: &Path) -> Option<OwnedFd> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        openat(CWD, root, flags, Mode::empty()).ok()
    }

    /// A folder below, to look from; nothing where a link leads out, or nothing can be opened.
    pub fn folder_inside(folder: &OwnedFd, inside: &str) -> Option<OwnedFd> {
        let inside = if inside.is_empty() { "." } else { inside };
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        openat2(folder, inside, flags, Mode::empty(), ResolveFlags::BENEATH).ok()
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

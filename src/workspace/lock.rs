//! One writer at a time: a lock file in a folder of the workspace that git ignores.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::l10n::message;

/// How often and how long to wait for another process to finish its write.
const PAUSE: Duration = Duration::from_millis(20);
const PAUSES: usize = 500;

/// The right to write, until it is dropped.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other process writes in the workspace at `root`.
    pub fn take(root: &Path) -> Result<Self> {
        let path = folder(root).map_err(|err| unlockable(&err))?.join("lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path);
        let file = file.map_err(|err| unlockable(&err))?;
        for _ in 0..PAUSES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(err)) => return Err(unlockable(&err)),
            }
        }
        Err(Error::new(message!("error-locked")).hint(message!("hint-locked")))
    }
}

/// The folder for what tolmach keeps for itself; git never sees it.
fn folder(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(".tolmach");
    match fs::create_dir(&folder) {
        Ok(()) => fs::write(folder.join(".gitignore"), "*\n")?,
        Err(err) if err.kind() == io::ErrorKind::AlreadyExists => {}
        Err(err) => return Err(err),
    }
    Ok(folder)
}

fn unlockable(err: &io::Error) -> Error {
    Error::new(message!("error-unlockable")).refused_by(err)
}

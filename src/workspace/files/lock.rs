//! One writer at a time: a lock file in a folder of the workspace that git ignores.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::journal;
use super::own_folder::{FOLDER, folder};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::Workspace;

/// How often and how long to wait for another process to finish its write.
const PAUSE: Duration = Duration::from_millis(20);
const PAUSES: usize = 500;

/// The right to write, until it is dropped.
pub struct Lock {
    _file: File,
    root: PathBuf,
}

impl Lock {
    /// Waits until no other process writes in the workspace, and does what a killed one left undone.
    pub fn take(workspace: &Workspace) -> Result<Self> {
        let lock = Self::wait(&workspace.root)?;
        journal::finish(&workspace.root, &workspace.bounds);
        Ok(lock)
    }

    /// The workspace's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    fn wait(root: &Path) -> Result<Self> {
        let path = folder(root).map_err(|err| unlockable(&err))?.join("lock");
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(Error::new(message!("error-lock-no-file"))
                .hint(message!("hint-lock-no-file", folder = FOLDER)));
        }
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path);
        let file = file.map_err(|err| unlockable(&err))?;
        for _ in 0..PAUSES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file, root: root.to_owned() }),
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(err)) => return Err(unlockable(&err)),
            }
        }
        Err(Error::new(message!("error-locked")).hint(message!("hint-locked")))
    }
}

fn unlockable(err: &io::Error) -> Error {
    Error::new(message!("error-unlockable")).refused_by(err)
}

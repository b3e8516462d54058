//! The folder that tolmach keeps for itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Its name in the workspace; git never sees it.
pub const FOLDER: &str = ".tolmach";

/// The folder, made where it isn't there.
pub fn folder(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(FOLDER);
    match fs::create_dir(&folder) {
        Ok(()) => fs::write(folder.join(".gitignore"), "*\n")?,
        Err(err) if err.kind() == io::ErrorKind::AlreadyExists => {
            // A link would let others decide where the lock is.
            if !fs::symlink_metadata(&folder)?.is_dir() {
                return Err(io::ErrorKind::NotADirectory.into());
            }
        }
        Err(err) => return Err(err),
    }
    Ok(folder)
}

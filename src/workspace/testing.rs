//! What the module's tests share: workspaces in a scratch folder.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::Workspace;
use crate::error::testing::words;

/// A folder with these files, their names first.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    folder
}

/// Writes one file below `root`.
pub fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The workspace in `folder`.
pub fn open(folder: &TempDir) -> Workspace {
    Workspace::find(folder.path()).unwrap_or_else(|err| panic!("{}", words(&err)))
}

/// Runs git in a repository at `root`.
pub fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(["-c", "user.name=A", "-c", "user.email=a@b"]);
    let output = command.args(["-c", "commit.gpgsign=false"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Commits everything below `root`.
pub fn commit(root: &Path, subject: &str) {
    git(root, &["add", "."]);
    git(root, &["commit", "-qm", subject]);
}

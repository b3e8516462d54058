//! Temporaries of processes that were killed.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::Duration;

/// How the names of temporaries begin that only the holder of the lock makes.
pub const PREFIX: &str = ".tolmach-";
/// How the names of all others begin; the number of their process follows.
pub const PAGE_PREFIX: &str = ".page-";

/// Nobody takes longer for one file; where processes can't be asked, this tells.
const OLD: Duration = Duration::from_hours(1);

/// How the names of this process's temporaries begin.
pub fn own_prefix() -> String {
    format!("{PAGE_PREFIX}{}-", std::process::id())
}

/// Removes the temporaries in `folder` whose process is gone; one that can't be removed does no harm.
pub fn sweep_dead(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_left(&entry) {
            _ = fs::remove_file(entry.path());
        }
    }
}

fn is_left(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(PAGE_PREFIX)) else {
        return false;
    };
    if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
        return false;
    }
    let process = rest.split_once('-').and_then(|(number, _)| number.parse().ok());
    process.map_or_else(|| is_old(entry), |number| is_gone(number, entry))
}

#[cfg(unix)]
fn is_gone(number: i32, _: &DirEntry) -> bool {
    let process = rustix::process::Pid::from_raw(number);
    let asked = process.map(rustix::process::test_kill_process);
    matches!(asked, Some(Err(rustix::io::Errno::SRCH)))
}

#[cfg(not(unix))]
fn is_gone(_: i32, entry: &DirEntry) -> bool {
    is_old(entry)
}

fn is_old(entry: &DirEntry) -> bool {
    let age = entry.metadata().and_then(|found| found.modified()).map(|time| time.elapsed());
    age.is_ok_and(|age| age.is_ok_and(|age| age > OLD))
}

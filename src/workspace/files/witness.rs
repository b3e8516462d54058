//! What was read of files while something was found out, so that it holds as long as they say the same.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::stamp::Presence;

/// A file that was read, or looked for.
#[derive(Clone, Debug)]
pub struct Sight {
    pub path: PathBuf,
    pub presence: Presence,
    /// Of its bytes; none of a file that is not there.
    pub digest: Option<blake3::Hash>,
}

thread_local! {
    static SIGHTS: RefCell<Option<Vec<Sight>>> = const { RefCell::new(None) };
}

/// What `work` gives, and the files that were read meanwhile on this thread.
pub fn watch<T>(work: impl FnOnce() -> T) -> (T, Vec<Sight>) {
    SIGHTS.with_borrow_mut(|sights| *sights = Some(Vec::with_capacity(4)));
    let done = work();
    (done, SIGHTS.with_borrow_mut(Option::take).unwrap_or_default())
}

/// Notes that a file was read, where anybody watches.
pub fn saw(path: &Path, presence: Presence, bytes: &[u8]) {
    SIGHTS.with_borrow_mut(|sights| {
        if let Some(sights) = sights {
            let digest = Some(blake3::hash(bytes));
            sights.push(Sight { path: path.to_owned(), presence, digest });
        }
    });
}

/// Notes that there is no such file, where anybody watches.
pub fn missed(path: &Path) {
    SIGHTS.with_borrow_mut(|sights| {
        if let Some(sights) = sights {
            let (path, presence) = (path.to_owned(), Presence::Absent);
            sights.push(Sight { path, presence, digest: None });
        }
    });
}

/// Notes that something else than a file's bytes was asked, so that nobody can tell how long an answer holds.
pub fn asked_elsewhere() {
    missed(Path::new(""));
}

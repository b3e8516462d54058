//! Writing: a change by itself, or several together, all or none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::decode::{self, Text};
use super::lock::Lock;
use super::read::Failure;
use super::save::{Write, save_alone};
use crate::error::Result;
use crate::workspace::Workspace;

/// What waits to be written together with more.
#[derive(Debug, Default)]
pub struct Pending {
    /// Absent where each change is written at once.
    writes: Mutex<Option<BTreeMap<PathBuf, Write>>>,
    /// Threads of one process take turns.
    turn: Mutex<()>,
}

/// The right to read and change files of the workspace, until it is dropped.
pub struct Turn<'w> {
    workspace: &'w Workspace,
    /// Absent where others are waiting already for the changes to be written together.
    lock: Option<Lock>,
    _alone: MutexGuard<'w, ()>,
}

impl Workspace {
    /// Lets `work` change many files, which are written at its end, or none of them.
    ///
    /// Meanwhile nobody else writes, and what is read is what was changed.
    pub fn together<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let lock = Lock::take(self)?;
        *self.waiting() = Some(BTreeMap::new());
        let done = work();
        let writes = self.waiting().take().unwrap_or_default();
        let done = done?;
        save_alone(writes.into_values().collect(), &self.bounds, &lock)?;
        Ok(done)
    }

    /// Waits until nobody else writes.
    pub fn turn(&self) -> Result<Turn<'_>> {
        let alone = self.pending.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let is_alone = self.waiting().is_none();
        let lock = if is_alone { Some(Lock::take(self)?) } else { None };
        Ok(Turn { workspace: self, lock, _alone: alone })
    }

    /// The text of one of the workspace's files as it will be; nothing where there is none.
    pub fn existing(&self, path: &Path) -> Result<Option<Text>, Failure> {
        if let Some(write) = self.waiting().as_ref().and_then(|writes| writes.get(path)) {
            return decode::decode(&write.bytes).map(Some).map_err(Failure::Decode);
        }
        self.bounds.read_if_exists(path)
    }

    fn waiting(&self) -> MutexGuard<'_, Option<BTreeMap<PathBuf, Write>>> {
        self.pending.writes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Writes the files, all or none, or puts them with those that are written later.
    pub fn write(self, writes: Vec<Write>) -> Result<Vec<PathBuf>> {
        if let Some(lock) = &self.lock {
            return save_alone(writes, &self.workspace.bounds, lock);
        }
        let mut paths = Vec::with_capacity(writes.len());
        let mut waiting = self.workspace.waiting();
        let all = waiting.get_or_insert_default();
        for write in writes {
            paths.push(write.path.clone());
            match all.get_mut(&write.path) {
                Some(earlier) => earlier.bytes = write.bytes,
                None => _ = all.insert(write.path.clone(), write),
            }
        }
        Ok(paths)
    }
}

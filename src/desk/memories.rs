//! The memories of a workspace, each read when it is first wanted.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::error::Result;
use crate::workspace::{Indexing, Recollection, Workspace};

/// The memories of a workspace by target language, shared between threads.
pub struct Memories {
    workspace: Arc<Workspace>,
    known: Mutex<BTreeMap<String, Arc<Recollection>>>,
}

impl Memories {
    /// The memories of this workspace, none of them read yet.
    pub fn of_workspace(workspace: &Arc<Workspace>) -> Self {
        Self { workspace: Arc::clone(workspace), known: Mutex::default() }
    }

    /// The memory of everything translated into `target`; whoever asks meanwhile waits for it.
    pub fn of(&self, target: &str) -> Result<Arc<Recollection>> {
        let mut known = self.known.lock().expect("no thread panics");
        if let Some(memory) = known.get(target) {
            return Ok(Arc::clone(memory));
        }
        let memory = Arc::new(self.workspace.recollection(target, Indexing::WhenLarge)?);
        known.insert(target.to_owned(), Arc::clone(&memory));
        Ok(memory)
    }
}

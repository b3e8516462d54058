//! A memory of what servers found, which is asked as the own one is.

use std::sync::{Arc, Mutex, RwLock};

use super::{Recollection, Verdicts};
use crate::memory::{Around, Entry, Keeper, KeeperKind, Memory};
use crate::model::State;
use crate::workspace::{SharedPair, Workspace};

impl Workspace {
    /// The memory of these pairs alone.
    pub fn served(self: &Arc<Self>, target: &str, pairs: Vec<SharedPair>) -> Recollection {
        let mut memory = Memory::default();
        for pair in pairs {
            memory.add(entry(pair));
        }
        Recollection {
            workspace: Arc::clone(self),
            target: target.to_owned(),
            levels: self.config.levels(),
            memory: RwLock::new(Arc::new(memory)),
            verdicts: Verdicts::default(),
            faults: Mutex::default(),
        }
    }
}

/// Pairs of the own workspace stand in its articles, others where their copies would.
fn entry(pair: SharedPair) -> Entry {
    let keeper = if pair.is_own {
        Keeper { kind: KeeperKind::Home, name: pair.article.into() }
    } else {
        let name = format!("shared:{}/{}", pair.newsroom, pair.workspace).into();
        Keeper { kind: KeeperKind::Other, name }
    };
    Entry {
        keeper,
        state: State::by_name(&pair.state).unwrap_or(State::Translated),
        origin: pair.origin,
        source: pair.source,
        target: pair.target,
        around: Around::default(),
        waived: String::new(),
    }
}

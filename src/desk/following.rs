//! What other newsrooms translate while somebody works here: copied now and then, behind the conversation.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::workspace::{ServerAnswer, Workspace};

/// The thread that copies; it ends when this is dropped.
pub struct Following {
    silent: Receiver<String>,
    _stop: Sender<()>,
}

/// So long after one round the next begins.
const PAUSE: Duration = Duration::from_secs(20);

impl Following {
    /// Starts to copy; nothing where no server is named.
    pub fn start(workspace: &Arc<Workspace>, targets: &[String]) -> Option<Self> {
        if !workspace.is_shared() {
            return None;
        }
        let (tell, silent) = mpsc::channel();
        let (stop, stopped) = mpsc::channel::<()>();
        let (workspace, targets) = (Arc::clone(workspace), targets.to_vec());
        thread::spawn(move || {
            let mut rounds = Rounds { workspace, targets, silent: Vec::new(), tell };
            while rounds.go() && stopped.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {}
        });
        Some(Self { silent, _stop: stop })
    }

    /// The servers that fell silent since the last time, each once until it answers again.
    pub fn take_silent(&self) -> Vec<String> {
        self.silent.try_iter().collect()
    }
}

/// What the thread knows.
struct Rounds {
    workspace: Arc<Workspace>,
    targets: Vec<String>,
    /// Who was silent in the last round.
    silent: Vec<String>,
    tell: Sender<String>,
}

impl Rounds {
    /// Asks each server; whether anybody still listens.
    fn go(&mut self) -> bool {
        let before = std::mem::take(&mut self.silent);
        for target in &self.targets {
            // What can't be kept here is told by the next pull.
            for asked in self.workspace.pull_share(target).unwrap_or_default() {
                let is_silent = matches!(asked.answer, ServerAnswer::Silent(_));
                if is_silent && !self.silent.contains(&asked.server) {
                    self.silent.push(asked.server);
                }
            }
        }
        let mut new = self.silent.iter().filter(|server| !before.contains(server));
        new.all(|server| self.tell.send(server.clone()).is_ok())
    }
}

//! A program that is stopped with all that it started, also where a signal stops us.

use std::io;
use std::process::{Child, Command, ExitStatus};

/// A program at the head of a group of its own.
pub struct ProcessGroup {
    pub child: Child,
}

impl ProcessGroup {
    /// Starts the program.
    pub fn start(command: &mut Command) -> io::Result<Self> {
        #[cfg(unix)]
        {
            std::os::unix::process::CommandExt::process_group(command, 0);
            signals::watch();
        }
        #[cfg(unix)]
        let mut heads = signals::heads();
        let child = command.spawn()?;
        #[cfg(unix)]
        heads.extend(signals::head(&child));
        Ok(Self { child })
    }

    /// How the program ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        let status = self.child.try_wait().ok().flatten()?;
        #[cfg(unix)]
        signals::forget(&self.child);
        Some(status)
    }

    /// Stops the program and what it started.
    pub fn stop(&mut self) {
        #[cfg(unix)]
        signals::stop(&self.child);
        _ = self.child.kill();
        _ = self.child.wait();
        #[cfg(unix)]
        signals::forget(&self.child);
    }
}

#[cfg(unix)]
mod signals {
    use std::fs;
    use std::process::Child;
    use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
    use std::thread;

    use rustix::process::{Pid, Signal, kill_process_group};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// The heads of all groups that run.
    static HEADS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

    /// Locks the list of the heads.
    pub fn heads() -> MutexGuard<'static, Vec<Pid>> {
        HEADS.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The head of a program's group.
    pub fn head(child: &Child) -> Option<Pid> {
        i32::try_from(child.id()).ok().and_then(Pid::from_raw)
    }

    /// Stops a group that runs.
    pub fn stop(child: &Child) {
        if let Some(head) = head(child).filter(|head| heads().contains(head)) {
            _ = kill_process_group(head, Signal::KILL);
        }
    }

    /// Takes a group off the list, as its number may be another's soon.
    pub fn forget(child: &Child) {
        let gone = head(child);
        heads().retain(|head| Some(*head) != gone);
    }

    /// Watches for the signals that end a program, once however often it is called.
    pub fn watch() {
        static WATCHED: OnceLock<()> = OnceLock::new();
        if WATCHED.set(()).is_err() {
            return;
        }
        let ignored = ignored();
        let awaited = [SIGHUP, SIGINT, SIGTERM];
        let awaited = awaited.into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0);
        // Without a watch the groups outlive us, and end where their input does.
        let Ok(mut signals) = Signals::new(awaited) else { return };
        thread::spawn(move || {
            for signal in signals.forever() {
                for head in heads().drain(..) {
                    _ = kill_process_group(head, Signal::KILL);
                }
                _ = emulate_default_handler(signal);
            }
        });
    }

    /// A bit for each signal that whoever started us wants ignored, as `nohup` does, where the system tells.
    fn ignored() -> u64 {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
    }
}

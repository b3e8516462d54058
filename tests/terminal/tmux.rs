//! A terminal that can be taken away from the program: a window of tmux.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// How long the program may take for what a person waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server of its own with one window, in which the program runs.
pub struct Window {
    socket: String,
    process: String,
}

impl Window {
    /// Starts `tolmach` in a window; nothing where tmux is missing and nobody insists on it.
    pub fn start(folder: &Path, language: &str, arguments: &str) -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            crate::skipped::skip("tmux");
            return None;
        }
        let socket = folder.join("tmux").display().to_string();
        let mut window = Self { socket, process: String::new() };
        let program = env!("CARGO_BIN_EXE_tolmach");
        let command = format!("TOLMACH_LANG={language} exec {program} {arguments}");
        let folder = folder.display().to_string();
        window.tmux(&["new-session", "-d", "-x", "80", "-y", "24", "-c", &folder, &command]);
        let process = window.tmux(&["display-message", "-p", "#{pane_pid}"]);
        String::from_utf8_lossy(&process.stdout).trim().clone_into(&mut window.process);
        Some(window)
    }

    /// Types a text.
    pub fn press(&self, keys: &str) {
        self.tmux(&["send-keys", "-l", keys]);
    }

    /// Presses the key with this name.
    pub fn press_key(&self, name: &str) {
        self.tmux(&["send-keys", name]);
    }

    /// Waits until the screen shows `text`; gives the screen.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let screen = self.tmux(&["capture-pane", "-p"]).stdout;
            let screen = String::from_utf8_lossy(&screen).into_owned();
            if screen.contains(text) {
                return screen;
            }
            assert!(Instant::now() < end, "{text:?} was not shown, but:\n{screen}");
        }
    }

    /// Takes the terminal away and waits until the program is gone.
    pub fn close(self) {
        self.tmux(&["kill-server"]);
        let end = Instant::now() + PATIENCE;
        let is_there = || {
            let asked = Command::new("kill").args(["-0", &self.process]).output();
            asked.expect("kill runs").status.success()
        };
        while is_there() {
            assert!(Instant::now() < end, "tolmach outlives its terminal");
        }
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.args(["-f", "/dev/null", "-u", "-S", &self.socket]).args(arguments);
        command.env_remove("TMUX").output().expect("tmux runs")
    }
}

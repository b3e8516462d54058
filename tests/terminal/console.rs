//! A person at a terminal: the program in a pseudo-terminal of 80 columns by 24 lines.

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

/// How long the program may take for what a person waits for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The program at work, and all that it showed.
pub struct Console {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal outlives the program.
    _slave: Box<dyn SlavePty + Send>,
    output: Receiver<Vec<u8>>,
    shown: Vec<u8>,
    /// Where in the plain text of what was shown the next search begins.
    seen: usize,
}

impl Console {
    /// Starts `tolmach` with these arguments in `folder`, in this language.
    pub fn start(folder: &Path, language: &str, arguments: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal can be had");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tolmach"));
        command.args(arguments);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("TOLMACH_LANG", language);
        command.env("GIT_EDITOR", "sh editor.sh");
        for name in ["NO_COLOR", "COLUMNS", "LINES", "INPUTRC"] {
            command.env_remove(name);
        }
        let child = pair.slave.spawn_command(command).expect("tolmach starts");
        let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keyboard = pair.master.take_writer().expect("the terminal can be written to");
        Self {
            child,
            keyboard,
            master: pair.master,
            _slave: pair.slave,
            output,
            shown: Vec::new(),
            seen: 0,
        }
    }

    /// Presses keys.
    pub fn press(&mut self, keys: impl AsRef<[u8]>) {
        let keyboard = &mut self.keyboard;
        keyboard.write_all(keys.as_ref()).and_then(|()| keyboard.flush()).expect("keys arrive");
    }

    /// Waits until the screen shows `text` after what was waited for before; gives what stood between.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let shown = self.text();
            if let Some(at) = shown[self.seen..].find(text) {
                let between = shown[self.seen..self.seen + at + text.len()].to_owned();
                self.seen += at + text.len();
                return between;
            }
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.shown.extend(bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("{text:?} was not shown, but:\n{}", &shown[self.seen..])
                }
            }
        }
    }

    /// Presses keys once the program asks for one, and waits for `text`.
    #[track_caller]
    pub fn answer(&mut self, keys: &str, text: &str) -> String {
        self.wait_for("\n> ");
        self.press(keys);
        self.wait_for(text)
    }

    /// Waits for the end; gives the exit status.
    pub fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("tolmach can be asked") {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "tolmach does not end:\n{}", self.text());
            thread::yield_now();
        }
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("tolmach runs").to_string();
        let status = std::process::Command::new("kill").args(["-s", name, &id]).status();
        assert!(status.expect("kill runs").success());
    }

    /// How the terminal treats keys and lines now.
    #[cfg(unix)]
    pub fn modes(&self) -> String {
        let modes = self.master.get_termios().expect("a terminal has modes");
        format!("{:?} {:?} {:?}", modes.local_flags, modes.input_flags, modes.output_flags)
    }

    fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.shown).replace('\r', "");
        anstream::adapter::strip_str(&text).to_string()
    }
}

/// A workspace with these files.
pub fn workspace(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("is below the folder")).expect("is writable");
        fs::write(path, text).expect("is writable");
    }
    folder
}

/// What a file of the workspace holds.
pub fn read(folder: &tempfile::TempDir, path: &str) -> String {
    let path: PathBuf = folder.path().join(path);
    fs::read_to_string(path).unwrap_or_default()
}

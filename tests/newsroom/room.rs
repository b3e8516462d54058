//! A newsroom's repository on disk, with the program and git at work in it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The repository, and what was done in it so far.
pub struct Room {
    folder: TempDir,
    pub log: Vec<String>,
}

impl Room {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let room = Self { folder, log: Vec::new() };
        room.git(&["init", "-q", "-b", "main"]);
        for (key, value) in [("user.name", "A"), ("user.email", "a@b"), ("commit.gpgsign", "false")]
        {
            room.git(&["config", key, value]);
        }
        room.write("tolmach.toml", "[authorship]\nby = false\non = false\n");
        room
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Keeps the repository on disk after a failure, and says where.
    pub fn keep(self) -> String {
        self.folder.keep().display().to_string()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("is below")).expect("is writable");
        fs::write(path, text).expect("is writable");
    }

    pub fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.root().join(path)).ok()
    }

    /// The ids of all articles that have a source.
    pub fn articles(&self) -> Vec<String> {
        self.folders_with("ru.md")
    }

    /// The folders below `articles` that hold such a file.
    pub fn folders_with(&self, file: &str) -> Vec<String> {
        let Ok(folders) = fs::read_dir(self.root().join("articles")) else { return Vec::new() };
        let mut ids: Vec<String> = folders
            .filter_map(|folder| {
                let path = folder.ok()?.path();
                path.join(file).exists().then(|| path.file_name()?.to_str().map(str::to_owned))?
            })
            .collect();
        ids.sort();
        ids
    }

    pub fn git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        command.current_dir(self.root()).env("LC_ALL", "C").env("GIT_EDITOR", "true");
        command.env("TOLMACH_LANG", "en");
        command.args(arguments).output().expect("git runs")
    }

    pub fn commit(&mut self, subject: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-qm", subject]);
        self.log.push(format!("-- commit {subject}"));
    }

    /// Runs the program; a crash or an error is a failure of the test.
    pub fn tolmach(&mut self, arguments: &[&str]) -> Result<String, String> {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let code = output.status.code();
        self.log.push(format!("tolmach {} -> {code:?}", arguments.join(" ")));
        if !matches!(code, Some(0 | 1)) || told.contains("panicked") {
            return Err(format!("tolmach {arguments:?} ended with {code:?}:\n{said}{told}"));
        }
        Ok(said)
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        // Another program may be tried than the one built now.
        let program = std::env::var_os("TOLMACH_TEST_PROGRAM");
        let program = program.unwrap_or_else(|| env!("CARGO_BIN_EXE_tolmach").into());
        let mut command = Command::new(program);
        command.current_dir(self.root()).env("TOLMACH_LANG", "en").env("NO_COLOR", "1");
        command.args(arguments).output().expect("tolmach runs")
    }

    pub fn json(&mut self, arguments: &[&str]) -> Result<Value, String> {
        let said = self.tolmach(arguments)?;
        self.log.pop();
        serde_json::from_str(&said).map_err(|error| format!("{arguments:?}: {error}\n{said}"))
    }
}

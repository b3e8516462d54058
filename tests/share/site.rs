//! A newsroom's workspace, with a cache of its own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A workspace whose memory is shared.
pub struct Site {
    root: tempfile::TempDir,
    name: String,
    pub servers: String,
}

impl Site {
    /// An empty workspace of this name; `servers` are addresses, parted by spaces.
    pub fn new(name: &str, servers: &str) -> Self {
        let root = tempfile::tempdir().expect("a folder for the site");
        let folder = root.path().join(name);
        fs::create_dir_all(&folder).expect("a new folder");
        fs::write(folder.join("tolmach.toml"), "[check]\nnumbers = \"off\"\n").expect("a new file");
        Self { root, name: name.to_owned(), servers: servers.to_owned() }
    }

    /// An article of one sentence with its translation, as a person saves it.
    pub fn write(&self, article: &str, source: &str, target: &str) {
        let folder = self.root.path().join(&self.name).join("articles").join(article);
        fs::create_dir_all(&folder).expect("a new folder");
        fs::write(folder.join("ru.md"), source).expect("a new file");
        fs::remove_file(folder.join("en.toml")).ok();
        self.run(&["review", article, "1", "--edit", target.trim()]);
    }

    /// A file of the workspace.
    pub fn put(&self, path: &str, text: &str) {
        fs::write(self.folder().join(path), text).expect("a new file");
    }

    /// Turns all checks off.
    pub fn without_checks(&self) {
        let list = self.run(&["check", "--list"]);
        let names = list.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        let off: Vec<String> = names.map(|name| format!("{name} = \"off\"\n")).collect();
        assert!(off.len() > 10, "{list}");
        self.put("tolmach.toml", &format!("[check]\n{}", off.concat()));
    }

    /// The workspace's folder.
    pub fn folder(&self) -> PathBuf {
        self.root.path().join(&self.name)
    }

    /// The folder of its cache.
    pub fn cache(&self) -> PathBuf {
        self.root.path().join("cache")
    }

    /// Everything that the program said; it must succeed.
    pub fn run(&self, arguments: &[&str]) -> String {
        let (code, told) = self.try_run(arguments);
        assert_eq!(code, 0, "{arguments:?}: {told}");
        told
    }

    /// The exit status and everything that the program said.
    pub fn try_run(&self, arguments: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
            .args(["--lang", "en"])
            .args(arguments)
            .current_dir(self.root.path().join(&self.name))
            .env("TOLMACH_SHARE", &self.servers)
            .env("XDG_CACHE_HOME", self.cache())
            .output()
            .expect("tolmach starts");
        let told = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&told).into_owned())
    }
}

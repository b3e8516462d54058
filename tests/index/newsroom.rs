//! A workspace of short articles, with a cache of its own and edits of every kind.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

/// The commands that have an index.
pub const CALLS: [&str; 2] = ["status", "check"];

/// A workspace, its cache, and dice.
pub struct Newsroom {
    folder: TempDir,
    state: u64,
    count: u64,
}

impl Newsroom {
    /// A workspace with so many articles, all but every ninth of them translated.
    pub fn new(count: u64) -> Self {
        let newsroom = Self { folder: TempDir::new().unwrap(), state: 0x9e37_79b9, count };
        newsroom.write("tolmach.toml", "");
        for number in 0..count {
            newsroom.write(&source(number), &format!("# Новость {number}\n\nПришло 5 гостей.\n"));
            if number % 9 != 0 {
                let page = format!("# News {number}\n\n5 guests came.\n");
                newsroom.write(&format!("articles/{number:04}/en.md"), &page);
            }
        }
        let mut command = newsroom.command("align");
        assert!(command.output().unwrap().status.success());
        for number in (0..count).step_by(4) {
            newsroom.edit(number);
        }
        newsroom.git(&["init", "-q"]);
        newsroom.commit();
        newsroom
    }

    /// What the command says on standard output.
    pub fn answer(&self, call: &str, arguments: &[&str]) -> String {
        let is_asked = arguments.contains(&"--format");
        let format: &[&str] = if is_asked { &[] } else { &["--format", "json"] };
        told(self.command(call).args(format).args(arguments))
    }

    /// The same at a moment, in seconds since 1970.
    pub fn answer_at(&self, time: &str, call: &str) -> String {
        let mut command = self.command(call);
        told(command.args(["--format", "json"]).env("SOURCE_DATE_EPOCH", time))
    }

    /// The same, asked in a folder of the workspace.
    pub fn answer_below(&self, folder: &str, call: &str, arguments: &[&str]) -> String {
        told(self.command(call).current_dir(self.place(folder)).args(arguments))
    }

    /// Starts the command.
    pub fn start(&self, call: &str, arguments: &[&str]) -> Child {
        let mut command = self.command(call);
        command.args(["--format", "json"]).args(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// The command as the arguments of a line of shell.
    pub fn within(&self, line: &str, call: &str) -> Command {
        let own = self.command(call);
        let mut command = Command::new("bash");
        command.args(["-c", line, "bash"]).arg(own.get_program()).args(own.get_args());
        command.args(["--format", "json"]).current_dir(self.root());
        self.surround(&mut command);
        command
    }

    /// How many files of articles the command opens; nothing where nobody can tell.
    pub fn files_read(&self, call: &str, arguments: &[&str]) -> Option<usize> {
        let trace = self.folder.path().join("trace");
        let own = self.command(call);
        let mut command = Command::new("strace");
        command.args(["-f", "-e", "trace=openat,openat2", "-o"]).arg(&trace);
        command.arg(own.get_program()).args(own.get_args()).args(arguments);
        command.current_dir(self.root());
        self.surround(&mut command);
        let Ok(output) = command.output() else {
            crate::skipped::skip("strace");
            return None;
        };
        if !output.status.success() && output.status.code() != Some(1) {
            crate::skipped::keep("strace, for nobody may trace here");
            return None;
        }
        let calls = fs::read_to_string(trace).unwrap();
        let is_article = |line: &&str| {
            [".md\"", "en.toml\""].iter().any(|end| line.contains(end)) && !line.contains("ENOENT")
        };
        Some(calls.lines().filter(is_article).count())
    }

    /// Asks until the index is settled: what was written just now is read twice.
    pub fn settle(&self, call: &str) {
        self.answer(call, &[]);
        sleep(Duration::from_millis(2_100));
        for _ in 0..2 {
            self.answer(call, &[]);
        }
    }

    fn command(&self, call: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.args([call, "-q"]).current_dir(self.root());
        self.surround(&mut command);
        command
    }

    fn surround(&self, command: &mut Command) {
        command.env("XDG_CACHE_HOME", self.cache()).env("TOLMACH_LANG", "en");
        command.env("SOURCE_DATE_EPOCH", "1767225600").env_remove("LC_ALL");
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("news")
    }

    /// The folder that the index lies in.
    pub fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// A file of the index.
    pub fn cache_of(&self, name: &str) -> PathBuf {
        self.cache().join(name)
    }

    /// Where a file of the workspace stands.
    pub fn place(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// The files of the index, by name.
    pub fn index(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        gather(&self.cache(), &mut files);
        let named = files.into_iter().map(|path| {
            let name = path.strip_prefix(self.cache()).unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        });
        let mut named: Vec<_> = named.collect();
        named.sort();
        named
    }

    /// Removes the index.
    pub fn forget(&self) {
        _ = fs::remove_dir_all(self.cache());
    }

    /// Writes a file of the workspace.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.place(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Says something else in an article's source.
    pub fn edit(&self, number: u64) {
        let text = format!("# Новость {number}\n\nПришло {} гостей. Было тепло.\n", number + 6);
        self.write(&source(number), &text);
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.root()).args(["-c", "user.name=A", "-c", "user.email=a@b"]);
        let output = command.args(["-c", "commit.gpgsign=false"]).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-qm", "one", "--allow-empty"]);
    }

    /// A number below `sides`.
    pub fn dice(&mut self, sides: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % sides.max(1)
    }

    /// Changes anything, in any way that files change; tells how.
    pub fn any_edit(&mut self) -> String {
        let kind = self.dice(EDITS.len() as u64);
        let (number, other) = (self.dice(self.count), self.dice(self.count));
        let (name, edit) = EDITS[usize::try_from(kind).unwrap()];
        edit(self, number, other);
        format!("{name} {number} {other}")
    }

    /// The files of an article that are there.
    fn files(&self, number: u64) -> Vec<PathBuf> {
        let names =
            ["ru.md", "en.md", "en.toml"].map(|name| format!("articles/{number:04}/{name}"));
        names.iter().map(|name| self.place(name)).filter(|path| path.is_file()).collect()
    }
}

fn source(number: u64) -> String {
    format!("articles/{number:04}/ru.md")
}

fn told(command: &mut Command) -> String {
    words(command.output().unwrap())
}

/// What was said on both outputs.
pub fn words(output: Output) -> String {
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8_lossy(&output.stderr)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { gather(&path, files) } else { files.push(path) }
    }
}

/// The text with its figures turned, as long as before.
fn turned(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).map_or(c, turn)).collect()
}

fn turn(digit: u32) -> char {
    char::from_digit(9 - digit, 10).unwrap()
}

type Edit = (&'static str, fn(&mut Newsroom, u64, u64));

/// Every way in which files change.
const EDITS: &[Edit] = &[
    ("rewrite", |room, number, _| room.edit(number)),
    ("rewrite as long", |room, number, _| {
        for path in room.files(number) {
            fs::write(&path, turned(&fs::read_to_string(&path).unwrap())).unwrap();
        }
    }),
    ("rewrite as long and as old", |room, number, _| {
        for path in room.files(number) {
            let before = fs::metadata(&path).unwrap().modified().unwrap();
            fs::write(&path, turned(&fs::read_to_string(&path).unwrap())).unwrap();
            File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
        }
    }),
    ("put another in its place", |room, number, _| {
        for path in room.files(number) {
            let before = fs::metadata(&path).unwrap().modified().unwrap();
            let beside = path.with_extension("new");
            fs::write(&beside, turned(&fs::read_to_string(&path).unwrap())).unwrap();
            File::options().write(true).open(&beside).unwrap().set_modified(before).unwrap();
            fs::rename(beside, path).unwrap();
        }
    }),
    ("touch", |room, number, _| {
        for path in room.files(number) {
            fs::write(&path, fs::read(&path).unwrap()).unwrap();
        }
    }),
    ("swap", |room, number, other| {
        let (one, two) = (room.place(&source(number)), room.place(&source(other)));
        if number != other && one.is_file() && two.is_file() {
            let apart = room.place("articles/apart");
            fs::rename(&one, &apart).unwrap();
            fs::rename(&two, &one).unwrap();
            fs::rename(&apart, &two).unwrap();
        }
    }),
    ("remove one file", |room, number, other| {
        let files = room.files(number);
        if !files.is_empty() {
            fs::remove_file(&files[usize::try_from(other).unwrap() % files.len()]).unwrap();
        }
    }),
    ("remove an article", |room, number, _| {
        _ = fs::remove_dir_all(room.place(&format!("articles/{number:04}")));
    }),
    ("add an article", |room, number, other| {
        room.write(&format!("articles/new/{number}/{other}/ru.md"), "Новое дело.\n");
    }),
    ("move an article", |room, number, other| {
        let from = room.place(&format!("articles/{number:04}"));
        let to = room.place(&format!("articles/moved/{other}-{number}"));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        if from.is_dir() && !to.exists() {
            fs::rename(from, to).unwrap();
        }
    }),
    ("move a source away from its catalog", |room, number, other| {
        let (from, to) = (source(number), format!("articles/far/{other}-{number}/ru.md"));
        if room.place(&from).is_file() {
            room.write(&to, "");
            fs::rename(room.place(&from), room.place(&to)).unwrap();
        }
    }),
    ("make a link of a page", |room, number, other| {
        let (one, two) =
            (format!("articles/{number:04}/en.md"), format!("articles/{other:04}/en.md"));
        if number != other && room.place(&two).is_file() {
            _ = fs::remove_file(room.place(&one));
            if room.place(&one).parent().unwrap().is_dir() {
                symlink(format!("../{other:04}/en.md"), room.place(&one)).unwrap();
            }
        }
    }),
    ("ignore", |room, number, _| {
        room.write(".gitignore", &format!("articles/{number:04}/\narticles/new/{number}/\n"));
    }),
    ("ignore nothing", |room, _, _| _ = fs::remove_file(room.place(".gitignore"))),
    ("ignore below", |room, number, other| {
        if other % 2 == 0 {
            room.write(&format!("articles/{number:04}/.gitignore"), "*.md\n");
        } else {
            _ = fs::remove_file(room.place(&format!("articles/{number:04}/.gitignore")));
        }
    }),
    ("ignore for oneself", |room, number, _| {
        room.write(".git/info/exclude", &format!("articles/{number:04}/\n"));
    }),
    ("configure", |room, number, _| {
        let severity = ["error", "warning", "off"][usize::try_from(number % 3).unwrap()];
        room.write("tolmach.toml", &format!("[check]\nnumbers = \"{severity}\"\n"));
    }),
    ("agree on terms", |room, number, _| {
        let english = if number % 2 == 0 { "visitor" } else { "guest" };
        room.write("terms.toml", &format!("[[term]]\nru = \"гость\"\nen = \"{english}\"\n"));
    }),
    ("check out", |room, _, _| {
        room.git(&["checkout", "-q", "--", "."]);
    }),
    ("commit", |room, _, _| room.commit()),
    ("leave a catalog half merged", |room, number, _| {
        let path = format!("articles/{number:04}/en.toml");
        if room.place(&path).is_file() {
            room.write(&path, "<<<<<<< ours\n=======\n>>>>>>> theirs\n");
        }
    }),
];

//! A workspace of short articles, with a cache of its own and edits of every kind.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

/// The commands that have an index.
pub const CALLS: [&str; 2] = ["status", "check"];

/// A workspace, its cache, and dice.
pub struct Newsroom {
    folder: TempDir,
    state: u64,
    count: u64,
    layout: &'static Layout,
}

/// Where the files of an article stand.
pub struct Layout {
    /// What the configuration says of it.
    patterns: &'static str,
    source: fn(u64) -> String,
    page: fn(u64) -> String,
    catalog: fn(u64) -> String,
    /// The folders that the files stand in, for some number.
    folders: fn(u64) -> Vec<String>,
}

/// All that belongs to an article in a folder of its own.
pub const TOGETHER: Layout = Layout {
    patterns: "",
    source,
    page: |number| format!("articles/{number:04}/en.md"),
    catalog: |number| format!("articles/{number:04}/en.toml"),
    folders: |number| vec![format!("articles/{number:04}"), "articles".to_owned()],
};

/// Sources, pages and catalogs in trees of their own.
pub const APART: Layout = Layout {
    patterns: "[[articles]]\nsource = \"articles/{article}.md\"\n\
        document = \"site/{language}/{article}.md\"\ncatalog = \"known/{article}.{language}.toml\"\n",
    source: |number| format!("articles/{:02}/{number:04}.md", number % 20),
    page: |number| format!("site/en/{:02}/{number:04}.md", number % 20),
    catalog: |number| format!("known/{:02}/{number:04}.en.toml", number % 20),
    folders: |number| {
        let part = number % 20;
        let inner = ["articles", "site/en", "known"].map(|folder| format!("{folder}/{part:02}"));
        let outer = ["site", "site/en", "known"].map(str::to_owned);
        inner.into_iter().chain(outer).collect()
    },
};

impl Newsroom {
    /// A workspace with so many articles, all but every ninth of them translated.
    pub fn new(count: u64) -> Self {
        Self::laid_out(&TOGETHER, count)
    }

    /// The same in a layout.
    pub fn laid_out(layout: &'static Layout, count: u64) -> Self {
        let folder = TempDir::new().unwrap();
        let newsroom = Self { folder, state: seed(), count, layout };
        newsroom.write("tolmach.toml", layout.patterns);
        for number in 0..count {
            let source = format!("# Новость {number}\n\nПришло 5 гостей.\n");
            newsroom.write(&(layout.source)(number), &source);
            if number % 9 != 0 {
                let page = format!("# News {number}\n\n5 guests came.\n");
                newsroom.write(&(layout.page)(number), &page);
            }
        }
        let mut command = newsroom.command("align");
        assert!(command.output().unwrap().status.success());
        for number in (0..count).step_by(4) {
            newsroom.edit(number);
        }
        newsroom.git(&["init", "-q"]);
        newsroom.commit();
        newsroom.git(&["tag", "start"]);
        newsroom
    }

    /// What the command says on standard output.
    pub fn answer(&self, call: &str, arguments: &[&str]) -> String {
        let is_asked = arguments.contains(&"--format");
        let format: &[&str] = if is_asked { &[] } else { &["--format", "json"] };
        told(self.command(call).args(format).args(arguments))
    }

    /// What a command without a format says, with its hints.
    pub fn says(&self, call: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        self.surround(&mut command);
        told(command.args(call).current_dir(self.root()))
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
        self.write(&(self.layout.source)(number), &text);
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.root()).args(["-c", "user.name=A", "-c", "user.email=a@b"]);
        // What stands among the files may be more than git can take.
        _ = command.args(["-c", "commit.gpgsign=false"]).args(arguments).output().unwrap();
    }

    /// Leaves nothing of what was done; all edits together leave little to look at.
    fn begin_again(&self, number: u64) {
        for folder in (self.layout.folders)(number) {
            _ = fs::set_permissions(self.place(&folder), Permissions::from_mode(0o755));
        }
        for entry in fs::read_dir(self.root()).unwrap().flatten() {
            if entry.file_name() != ".git" {
                replace(&entry.path(), |_| {});
            }
        }
        _ = fs::remove_file(self.place(".git/info/exclude"));
        self.git(&["checkout", "-qf", "start", "--", "."]);
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

    /// Changes an article in the way of this name.
    pub fn edit_as(&mut self, name: &str, number: u64) {
        let (_, edit) = EDITS.iter().find(|(one, _)| *one == name).unwrap();
        edit(self, number, number + 1);
    }

    /// The files of an article that are there.
    fn files(&self, number: u64) -> Vec<PathBuf> {
        let Layout { source, page, catalog, .. } = self.layout;
        let names = [source(number), page(number), catalog(number)];
        names.iter().map(|name| self.place(name)).filter(|path| path.is_file()).collect()
    }

    /// One of the folders that the files of an article stand in.
    fn folder_of(&self, number: u64, choice: u64) -> PathBuf {
        let folders = (self.layout.folders)(number);
        self.place(&folders[usize::try_from(choice).unwrap() % folders.len()])
    }

    /// A path that nothing stands at yet, outside the workspace or inside.
    fn elsewhere(&mut self, is_inside: bool) -> PathBuf {
        let number = self.dice(1 << 40);
        if is_inside {
            self.place(&format!("away-{number}"))
        } else {
            self.folder.path().join(number.to_string())
        }
    }
}

/// Puts another thing where a file or a folder stands.
fn replace(path: &Path, make: impl FnOnce(&Path)) {
    if path.is_dir() && !path.is_symlink() {
        _ = fs::remove_dir_all(path);
    } else {
        _ = fs::remove_file(path);
    }
    if path.parent().unwrap().is_dir() {
        make(path);
    }
}

/// Where the dice begin; `TOLMACH_TEST_INDEX_SEED` chooses other edits.
fn seed() -> u64 {
    let asked = std::env::var("TOLMACH_TEST_INDEX_SEED").ok().and_then(|text| text.parse().ok());
    asked.map_or(0x9e37_79b9, |seed: u64| 0x9e37_79b9 ^ seed.wrapping_mul(0x2545_f491_4f6c_dd1d))
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
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

/// Edits that leave a file as it was, and change the way to it.
pub const LINKS: [&str; 5] = [
    "put a link in a folder's place",
    "edit behind links",
    "put a link in a file's place",
    "name a file twice, then leave a link to the other",
    "begin again",
];

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
        let source = room.layout.source;
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
        for path in room.files(number) {
            fs::remove_file(path).unwrap();
        }
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
        let from = (room.layout.source)(number);
        let to = format!("articles/far/{other}-{number}/ru.md");
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
        let patterns = room.layout.patterns;
        room.write("tolmach.toml", &format!("{patterns}[check]\nnumbers = \"{severity}\"\n"));
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
        let path = (room.layout.catalog)(number);
        if room.place(&path).is_file() {
            room.write(&path, "<<<<<<< ours\n=======\n>>>>>>> theirs\n");
        }
    }),
    ("put a link in a folder's place", |room, number, other| {
        let path = room.folder_of(number, other);
        let to = room.elsewhere(other % 3 == 0);
        if path.is_dir() && !path.is_symlink() {
            fs::rename(&path, &to).unwrap();
            symlink(to, path).unwrap();
        }
    }),
    ("edit behind links", |room, number, _| {
        for path in room.files(number) {
            let place = fs::canonicalize(path).unwrap();
            fs::write(&place, turned(&fs::read_to_string(&place).unwrap())).unwrap();
        }
    }),
    ("put a link in a file's place", |room, number, other| {
        let files = room.files(number);
        let to = room.elsewhere(other % 2 == 0);
        if let Some(path) = files.get(usize::try_from(other % 3).unwrap()) {
            fs::rename(path, &to).unwrap();
            symlink(to, path).unwrap();
        }
    }),
    ("name a file twice, then leave a link to the other", |room, number, other| {
        let files = room.files(number);
        let to = room.elsewhere(false);
        if let Some(path) = files.get(usize::try_from(other % 3).unwrap()) {
            fs::hard_link(path, &to).unwrap();
            replace(path, |path| symlink(&to, path).unwrap());
        }
    }),
    ("put a pipe in a file's place", |room, number, other| {
        let files = room.files(number);
        if let Some(path) = files.get(usize::try_from(other % 3).unwrap()) {
            replace(path, pipe);
        }
    }),
    ("put a folder in a file's place", |room, number, other| {
        let files = room.files(number);
        if let Some(path) = files.get(usize::try_from(other % 3).unwrap()) {
            replace(path, |path| fs::create_dir(path).unwrap());
        }
    }),
    ("put a file or a pipe in a folder's place", |room, number, other| {
        let folders = (room.layout.folders)(number);
        let path = room.place(&folders[0]);
        if other % 2 == 0 {
            replace(&path, pipe);
        } else {
            replace(&path, |path| fs::write(path, "Нет папки.\n").unwrap());
        }
    }),
    ("date a folder back", |room, number, other| {
        let path = room.folder_of(number, other);
        if let Ok(folder) = File::open(path) {
            _ = folder.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(other));
        }
    }),
    ("shut a folder", |room, number, other| {
        let path = room.folder_of(number, other);
        _ = fs::set_permissions(path, Permissions::from_mode(0o0));
    }),
    ("open what was shut", |room, number, _| {
        for folder in (room.layout.folders)(number) {
            _ = fs::set_permissions(room.place(&folder), Permissions::from_mode(0o755));
        }
    }),
    ("rename a folder", |room, number, other| {
        let path = room.folder_of(number, 0);
        let to = path.with_file_name(format!("renamed-{other}"));
        if path.is_dir() && !to.exists() {
            fs::rename(path, to).unwrap();
        }
    }),
    ("spell a folder in capitals", |room, number, _| {
        let lower = room.folder_of(number, 0).with_file_name(format!("story-{number}"));
        let upper = lower.with_file_name(format!("STORY-{number}"));
        if upper.is_dir() {
            _ = fs::rename(upper, lower);
        } else if lower.is_dir() {
            _ = fs::rename(lower, upper);
        } else {
            _ = fs::rename(room.folder_of(number, 0), lower);
        }
    }),
    ("make a repository of a folder", |room, number, other| {
        let path = room.folder_of(number, 0).join(".git");
        if path.is_dir() {
            _ = fs::remove_dir_all(path);
        } else if path.parent().unwrap().is_dir() {
            fs::create_dir_all(path.join("info")).unwrap();
            let ignored = if other % 2 == 0 { "*.md\n" } else { "*.toml\n" };
            fs::write(path.join("info/exclude"), ignored).unwrap();
        }
    }),
    ("ignore by what a link leads to", |room, number, other| {
        let folder = room.folder_of(number, 0);
        let rules = room.elsewhere(other % 5 > 0);
        fs::write(&rules, "*.md\n").unwrap();
        if folder.is_dir() {
            replace(&folder.join(".gitignore"), |path| symlink(&rules, path).unwrap());
        }
    }),
    ("begin again", |room, number, _| room.begin_again(number)),
    ("begin again", |room, number, _| room.begin_again(number)),
];

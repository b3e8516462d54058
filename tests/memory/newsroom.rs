//! A workspace with a memory, and what is asked of it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A workspace with articles and a file of units, in a folder of its own.
pub struct Newsroom {
    folder: tempfile::TempDir,
    units: Vec<String>,
    state: u64,
}

const ARTICLES: usize = 6;
const CITIES: [&str; 6] = ["Твери", "Омске", "Минске", "Казани", "Перми", "Бишкеке"];
const NAMES: [&str; 6] = ["Tver", "Omsk", "Minsk", "Kazan", "Perm", "Bishkek"];
const QUESTIONS: [&str; 8] = [
    "Завтра в Твери ждут 12 гостей и 7 хоров.",
    "Завтра в Омске ждали 40 гостей и 7 хоров.",
    "Вчера в Перми ждут 9 гостей и 3 хоров.",
    "Фестиваль в городе открылся песней 3.",
    "Фестиваль открылся песней 3.",
    "гости хоры",
    "Концерт 7 начнётся в восемь.",
    "Песня о поезде, который опоздал",
];

impl Newsroom {
    /// A newsroom with so many units beside its articles.
    pub fn new(units: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut newsroom = Self { folder, units: Vec::new(), state: 20_261_127 };
        newsroom.write("tolmach.toml", "");
        for number in 0..units {
            let at = number % CITIES.len();
            let (guests, choirs) = (number % 97, number / 97);
            newsroom.units.push(unit(
                &format!("Завтра в {} ждут {guests} гостей и {choirs} хоров.", CITIES[at]),
                &format!("{} expects {guests} guests and {choirs} choirs tomorrow.", NAMES[at]),
            ));
        }
        newsroom.write_units();
        for article in 0..ARTICLES {
            newsroom.write_article(article, &[1, 2, 3]);
        }
        newsroom
    }

    /// What the memory answers to all questions.
    pub fn answers(&self, arguments: &[&str]) -> String {
        let child = self.asking(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let output = child.and_then(std::process::Child::wait_with_output);
        let output = output.expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("answers are UTF-8")
    }

    /// The program about to be asked.
    pub fn asking(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        self.prepare(&mut command, arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// The same under a line of the shell.
    pub fn within(&self, line: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", line, "sh", env!("CARGO_BIN_EXE_tolmach")]);
        self.prepare(&mut command, &[]);
        command
    }

    fn prepare(&self, command: &mut Command, arguments: &[&str]) {
        let questions = self.folder.path().join("questions");
        fs::write(&questions, QUESTIONS.join("\n") + "\n").expect("can be written");
        let questions = fs::File::open(questions).expect("can be opened");
        command.current_dir(self.root()).stdin(questions);
        command.env("XDG_CACHE_HOME", self.cache()).env("TOLMACH_LANG", "en");
        command.args(["memory", "search", "-", "--format", "json"]).args(arguments);
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Where the index lies.
    pub fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// The files of the index with their bytes.
    pub fn index(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        gather(&self.cache(), &mut files);
        files
    }

    /// What people wrote.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        gather(&self.root(), &mut files);
        files
    }

    /// Deletes the index.
    pub fn forget(&self) {
        if self.cache().exists() {
            fs::remove_dir_all(self.cache()).expect("can be removed");
        }
    }

    /// Writes the units anew, as they are.
    pub fn touch(&self) {
        self.write_units();
    }

    /// Adds a unit.
    pub fn write_unit(&mut self, source: &str) {
        self.add_unit(source);
        self.write_units();
    }

    /// Adds a unit that is written with the next one.
    pub fn add_unit(&mut self, source: &str) {
        self.units.push(unit(source, &format!("Unit {}.", self.units.len())));
    }

    /// Adds a unit with this translation.
    pub fn write_pair(&mut self, source: &str, target: &str) {
        self.units.push(unit(source, target));
        self.write_units();
    }

    /// What the memory answers to one question.
    pub fn answer(&self, question: &str) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.root()).env("XDG_CACHE_HOME", self.cache());
        let output = command.args(["memory", "search", question]).output();
        String::from_utf8(output.expect("the program runs").stdout).expect("answers are UTF-8")
    }

    /// What the program does with these arguments.
    pub fn told(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.root()).env("XDG_CACHE_HOME", self.cache());
        command.args(arguments).output().expect("the program runs")
    }

    /// Changes something by chance; says what.
    pub fn change(&mut self) -> String {
        let article = usize::try_from(self.dice(ARTICLES as u64)).expect("is small");
        let path = format!("articles/{article}");
        match self.dice(6) {
            0 => self.write_unit("Песня о поезде, который не опоздал"),
            1 => {
                self.units.remove(0);
                self.write_units();
            }
            2 => {
                _ = fs::remove_dir_all(self.root().join(&path));
            }
            3 => {
                _ = fs::remove_file(self.root().join(&path).join("en.toml"));
            }
            _ => {
                let numbers: Vec<u64> = (0..=self.dice(4)).map(|_| self.dice(9)).collect();
                self.write_article(article, &numbers);
            }
        }
        path
    }

    /// A number below `end`.
    pub fn dice(&mut self, end: u64) -> u64 {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.state >> 33) % end.max(1)
    }

    fn write_article(&self, article: usize, numbers: &[u64]) {
        let mut source = String::from("# Фестиваль\n");
        for number in numbers {
            _ = write!(source, "\nФестиваль в городе {article} открылся песней {number}.\n");
        }
        self.write(&format!("articles/{article}/ru.md"), &source);
    }

    fn write_units(&self) {
        let header = "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"ru\"/><body>\n";
        let text = format!("{header}{}</body></tmx>\n", self.units.concat());
        self.write("memory/units.tmx", &text);
    }

    /// Writes a file of the workspace.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("can be made");
        let mut file = fs::File::create(path).expect("can be made");
        file.write_all(text.as_bytes()).expect("can be written");
    }
}

fn unit(source: &str, target: &str) -> String {
    let variant = |language, text| format!("<tuv xml:lang=\"{language}\"><seg>{text}</seg></tuv>");
    format!("<tu>{}{}</tu>\n", variant("ru", source), variant("en", target))
}

fn gather(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, files);
        } else if let Ok(bytes) = fs::read(&path) {
            files.push((path, bytes));
        }
    }
}

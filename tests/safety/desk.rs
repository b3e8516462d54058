//! A workspace of many short articles, and the program at work in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A workspace whose articles are all alike but for their numbers.
pub struct Desk {
    folder: TempDir,
    pub articles: usize,
    pub sentences: usize,
}

impl Desk {
    /// Writes the articles; they have no catalogs yet.
    pub fn new(articles: usize, sentences: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let desk = Self { folder, articles, sentences };
        let settings = "[authorship]\nby = false\non = false\n\n[check]\nnumbers = \"off\"\n";
        desk.write("tolmach.toml", settings);
        for article in 0..articles {
            let lines: Vec<String> = (0..sentences).map(|at| sentence(article, at)).collect();
            desk.write(&format!("articles/{article}/ru.md"), &(lines.join("\n\n") + "\n"));
        }
        desk
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("is below")).expect("is writable");
        fs::write(path, text).expect("is writable");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap_or_default()
    }

    /// The program, ready to start.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.root()).env("TOLMACH_LANG", "en").args(arguments);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("tolmach runs")
    }

    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        said(&output)
    }

    /// The worksheet of all that is to be done, filled in by `target`, which gets article and segment.
    pub fn sheet(&self, target: impl Fn(&str, usize) -> Option<String>) -> String {
        let path = self.root().join("sheet.txt");
        self.done(&["translate", "--worksheet", "sheet.txt"]);
        // Where nothing is to be done there is no sheet.
        let Ok(sheet) = fs::read_to_string(&path) else { return String::new() };
        fs::remove_file(path).expect("is there");
        let mut filled = String::new();
        for head in sheet.lines().filter(|line| line.starts_with("@ ")) {
            let words: Vec<&str> = head.split(' ').collect();
            let number = words[3].parse().expect("a number");
            if let Some(target) = target(words[1], number) {
                filled += &format!("{head}\n{target}\n\n");
            }
        }
        filled
    }

    /// Translates everything; `TR` and the numbers of article and segment.
    pub fn translate_all(&self) {
        let sheet = self.sheet(|article, segment| Some(format!("TR {article} {segment}.")));
        self.write("sheet.txt", &sheet);
        self.done(&["translate", "--apply", "sheet.txt"]);
        fs::remove_file(self.root().join("sheet.txt")).expect("is there");
    }

    /// The paths of all catalogs.
    pub fn catalogs(&self) -> Vec<PathBuf> {
        let path = |article| self.root().join(format!("articles/{article}/en.toml"));
        (0..self.articles).map(path).collect()
    }

    /// What stands in all files below `folder` that a person didn't name.
    pub fn debris(&self) -> Vec<PathBuf> {
        let folders = (0..self.articles).map(|at| self.root().join(format!("articles/{at}")));
        let files = folders.flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
        let paths = files.map(|file| file.expect("is readable").path());
        paths.filter(|path| name(path).starts_with('.')).collect()
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A sentence that no other is like.
pub fn sentence(article: usize, at: usize) -> String {
    let word = |number: usize| {
        let letter = |number: usize| {
            char::from_u32(0x430 + u32::try_from(number % 32).expect("is small")).expect("a letter")
        };
        [letter(number), letter(number / 7), letter(number / 3), 'о', letter(number / 32)]
            .iter()
            .collect::<String>()
    };
    let [one, two, three] = [at * 3, at * 3 + 1, at * 3 + 2].map(word);
    format!("Слово {one} {two} {three} в новости {article}.")
}

/// All that a run printed.
pub fn said(output: &Output) -> String {
    let [out, errors] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    format!("{out}{errors}")
}

/// A small generator of numbers (xorshift64*, Vigna 2016).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).expect("31 bits") % sides
    }
}

/// A number from the environment, for longer runs.
pub fn count(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

//! Catalogs merged by a real `git merge`, in repositories that called `tolmach init --git`.

mod skipped;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const EN: &str = "articles/fair/en.toml";
const RU: &str = "articles/fair/ru.md";

const SOURCE: &str = "# Ярмарка\n\nЯрмарка открылась. Вход свободный.\n\nПогода была ясной.\n";

/// A repository with one article and its catalog, in which two branches can work.
struct Repository(TempDir);

impl Repository {
    fn new() -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            skipped::skip("git");
            return None;
        }
        let repository = Self(tempfile::tempdir().expect("a folder can be made"));
        repository.git(&["init", "-q", "-b", "main"]);
        repository.write("tolmach.toml", "[authorship]\nby = false\non = false\n");
        repository.write(RU, SOURCE);
        repository.translate(1, "The fair");
        repository.translate(2, "The fair has opened.");
        repository.translate(3, "Admission is free.");
        repository.translate(4, "The weather was fine.");
        Some(repository)
    }

    /// The same, with the driver.
    fn with_driver() -> Option<Self> {
        let repository = Self::new()?;
        assert_eq!(repository.tolmach(&["init", "--git"]).status.code(), Some(0));
        repository.commit("start");
        Some(repository)
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        command.current_dir(self.root()).env("LC_ALL", "C").env("TOLMACH_LANG", "en");
        command.args(["-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]);
        command.args(arguments).output().expect("git runs")
    }

    fn tolmach(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.root()).env("TOLMACH_LANG", "en");
        command.args(arguments).output().expect("tolmach runs")
    }

    fn translate(&self, segment: usize, target: &str) {
        let sheet = self.root().join("sheet.txt");
        _ = fs::remove_file(&sheet);
        self.tolmach(&["translate", "--worksheet", "sheet.txt"]);
        let text = fs::read_to_string(&sheet).expect("is written");
        let head = text.lines().find(|line| line.starts_with(&format!("@ fair en {segment} ")));
        let filled = format!("{}\n{target}\n", head.expect("the segment is on the sheet"));
        fs::write(&sheet, filled).expect("is writable");
        let applied = self.tolmach(&["translate", "--apply", "sheet.txt"]);
        assert_eq!(applied.status.code(), Some(0), "{}", said(&applied));
        fs::remove_file(&sheet).expect("is there");
    }

    fn done(&self, arguments: &[&str]) {
        let output = self.tolmach(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("is below")).expect("is writable");
        fs::write(path, text).expect("is writable");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).expect("is readable")
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{old:?} is not in\n{text}");
        self.write(path, &text.replace(old, new));
    }

    fn commit(&self, name: &str) {
        assert!(self.git(&["add", "."]).status.success());
        let output = self.git(&["commit", "-qm", name]);
        assert!(output.status.success(), "{}", said(&output));
    }

    /// Lets two branches work, then merges the second into the first.
    fn merge(&self, ours: impl FnOnce(&Self), theirs: impl FnOnce(&Self)) -> Output {
        self.git(&["switch", "-qc", "topic"]);
        theirs(self);
        self.commit("theirs");
        self.git(&["switch", "-q", "main"]);
        ours(self);
        self.commit("ours");
        self.git(&["merge", "--no-edit", "topic"])
    }
}

fn said(output: &Output) -> String {
    let [out, errors] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    format!("{out}{errors}")
}

fn add_ours(repository: &Repository) {
    repository.replace(RU, "Вход свободный.", "Вход свободный. Поезда ходят чаще.");
    repository.translate(4, "Trains run more often.");
}

fn add_theirs(repository: &Repository) {
    repository.replace(RU, "Ярмарка открылась.", "Ярмарка открылась. Музыка играет весь день.");
    repository.translate(3, "Music plays all day.");
}

#[test]
fn translations_added_side_by_side_merge_where_plain_git_gives_up() {
    // Two lines of the article lie between, but nothing of the catalog.
    let lines = "# Ярмарка\n\nЯрмарка открылась.\nВход свободный.\n\nПогода была ясной.\n";
    let ours = |side: &Repository| {
        side.write(RU, &lines.replace("свободный.", "свободный.\nНаше."));
        side.translate(4, "Ours.");
    };
    let theirs = |side: &Repository| {
        side.write(RU, &lines.replace("Погода", "Чужое.\nПогода"));
        side.translate(4, "Theirs.");
    };
    let Some(plain) = Repository::new() else { return };
    plain.write(RU, lines);
    plain.commit("start");
    let output = plain.merge(ours, theirs);
    let conflict = format!("CONFLICT (content): Merge conflict in {EN}");
    assert!(said(&output).contains(&conflict), "{}", said(&output));
    let Some(repository) = Repository::with_driver() else { return };
    repository.write(RU, lines);
    repository.commit("lines");
    let output = repository.merge(ours, theirs);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = repository.read(EN);
    let places = ["Admission", "\"Ours.\"", "\"Theirs.\"", "The weather"];
    let places = places.map(|place| text.find(place).unwrap_or_else(|| panic!("{place}: {text}")));
    assert!(places.is_sorted(), "{text}");
    repository.done(&["check"]);
}

#[test]
fn both_sides_of_one_gap_keep_their_additions() {
    let Some(repository) = Repository::with_driver() else { return };
    repository.replace(RU, "открылась. Вход", "открылась.\nВход");
    repository.commit("lines");
    let at_end = |text: &str| SOURCE.replace(" Вход", "\nВход") + "\n" + text + "\n";
    let output = repository.merge(
        |side| {
            side.write(RU, &at_end("Наше."));
            side.translate(5, "Ours.");
        },
        |side| {
            side.write(RU, &at_end("Чужое."));
            side.translate(5, "Theirs.");
        },
    );
    // The article is in conflict; the catalog isn't.
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains(&format!("CONFLICT (content): Merge conflict in {RU}")));
    assert!(!said(&output).contains(&format!("conflict in {EN}")), "{}", said(&output));
    repository.write(RU, &at_end("Наше.\n\nЧужое."));
    repository.done(&["check"]);
}

#[test]
fn a_statement_and_a_translation_merge() {
    let Some(repository) = Repository::with_driver() else { return };
    let output = repository.merge(
        |side| {
            side.replace(RU, "Вход свободный", "Вход полностью свободный");
            side.done(&["ack", "fair", "3", "--reason", "Still free."]);
        },
        |side| {
            side.done(&["review", "fair", "2", "--edit", "The fair is open."]);
            side.done(&["review", "fair", "4", "--final"]);
        },
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = repository.read(EN);
    for part in ["Still free.", "\"The fair is open.\"", "\"final\"", "полностью"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    repository.done(&["check"]);
}

#[test]
fn two_translations_of_one_sentence_are_a_conflict_that_a_person_can_read() {
    let Some(repository) = Repository::with_driver() else { return };
    let translate = |target: &'static str| {
        move |side: &Repository| side.done(&["review", "fair", "3", "--edit", target])
    };
    let output = repository.merge(translate("Entry is free."), |side| {
        translate("Admittance is free.")(side);
        add_theirs(side);
    });
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let told = "articles/fair/en.toml: 1 pair was changed differently on both sides.";
    assert!(said(&output).contains(told), "{}", said(&output));
    let text = repository.read(EN);
    let conflict = text.split_once("<<<<<<< ").expect("a mark").1;
    let (conflict, after) = conflict.split_once(">>>>>>> topic\n").expect("a mark");
    let (ours, theirs) = conflict.split_once("\n=======\n").expect("a mark");
    assert!(
        ours.starts_with(
            "HEAD\n[[pair]]\nsource = \"Вход свободный.\"\ntarget = \"Entry is free.\"\n"
        ),
        "{ours}"
    );
    assert!(
        theirs.starts_with(
            "[[pair]]\nsource = \"Вход свободный.\"\ntarget = \"Admittance is free.\"\n"
        ),
        "{theirs}"
    );
    assert!(text.contains("Music plays all day.") && after.contains("The weather"), "{text}");
    let check = repository.tolmach(&["check"]);
    assert_eq!(check.status.code(), Some(2));
    let line = text.lines().position(|line| line.starts_with("<<<<<<<")).expect("a mark") + 1;
    assert!(said(&check).contains(&format!("--> {EN}:{line}:1")), "{}", said(&check));
    let kept =
        text.replace(&format!("<<<<<<< {ours}\n=======\n"), "").replace(">>>>>>> topic\n", "");
    repository.write(EN, &kept);
    repository.done(&["check"]);
}

#[test]
fn a_broken_catalog_is_merged_by_lines_and_never_in_silence() {
    let Some(repository) = Repository::with_driver() else { return };
    let output = repository.merge(add_ours, |side| {
        side.replace(EN, "[[pair]]\nsource = \"Погода", "[[pair]\nsource = \"Погода");
    });
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(
        said(&output).contains("error: broken TOML\n  --> articles/fair/en.toml:"),
        "{}",
        said(&output)
    );
    let text = repository.read(EN);
    assert!(text.contains("Trains run more often.") && text.contains("[[pair]\n"), "{text}");
}

#[test]
fn without_the_program_git_merges_lines_as_ever() {
    let Some(repository) = Repository::with_driver() else { return };
    let driver = said(&repository.git(&["config", "merge.tolmach.driver"]));
    assert!(
        driver.contains("tolmach merge-driver %O %A %B")
            || driver.contains("tolmach' merge-driver %O %A %B")
    );
    let lost = driver.trim().replace("tolmach'", "gone'").replace("tolmach ", "gone ");
    repository.git(&["config", "merge.tolmach.driver", &lost]);
    let translate = |target: &'static str| {
        move |side: &Repository| side.done(&["review", "fair", "3", "--edit", target])
    };
    let output = repository.merge(translate("Entry is free."), translate("Admittance is free."));
    assert_eq!(output.status.code(), Some(1));
    let text = repository.read(EN);
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"));
    let parts =
        ["<<<<<<< ours", "Entry is free.", "=======", "Admittance is free.", ">>>>>>> theirs"];
    assert!(parts.map(place).is_sorted(), "{text}");
}

#[test]
fn a_criss_cross_history_merges() {
    let Some(repository) = Repository::with_driver() else { return };
    let say = |target: &'static str| {
        move |side: &Repository| side.done(&["review", "fair", "3", "--edit", target])
    };
    repository.merge(say("Entry is free."), say("Admittance is free."));
    let [main, topic] =
        ["main", "topic"].map(|name| said(&repository.git(&["rev-parse", name])).trim().to_owned());
    // Each branch merges the other's commit and keeps its own translation.
    for (branch, own, other) in [("main", &main, &topic), ("topic", &topic, &main)] {
        repository.git(&["switch", "-qf", branch]);
        repository.git(&["merge", "--no-edit", other]);
        assert!(repository.read(EN).contains("<<<<<<<"));
        repository.git(&["checkout", "-q", own, "--", EN]);
        repository.commit("settled");
    }
    let output = repository.git(&["merge", "--no-edit", "main"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let text = repository.read(EN);
    assert!(text.contains("Entry is free.") && text.contains("Admittance is free."), "{text}");
    assert_eq!(text.matches("<<<<<<<").count(), 1, "{text}");
}

#[test]
fn init_keeps_what_stands_in_the_files_and_does_nothing_twice() {
    let Some(repository) = Repository::new() else { return };
    repository.write(".gitattributes", "*.png binary");
    let first = repository.tolmach(&["init", "--git"]);
    let expected = "Added to .gitattributes:\n/articles/**/en.toml merge=tolmach\n/terms.toml merge=tolmach\n\
        Git now merges catalogs pair by pair in this clone.\n\
        Next: commit .gitattributes, and run `tolmach init --git` once in every other clone.\n";
    assert_eq!(said(&first), expected);
    let attributes =
        "*.png binary\n/articles/**/en.toml merge=tolmach\n/terms.toml merge=tolmach\n";
    assert_eq!(repository.read(".gitattributes"), attributes);
    let config = repository.read(".git/config");
    let mut again = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    again.current_dir(repository.root().join("articles")).args(["init", "--git", "--lang", "ru"]);
    let again = again.output().expect("tolmach runs");
    let expected = "В этом клоне git уже сливает каталоги по парам.\n\
        Дальше: закоммитьте ../.gitattributes и один раз выполните `tolmach init --git` в каждом другом клоне.\n";
    assert_eq!(said(&again), expected);
    assert_eq!(repository.read(".gitattributes"), attributes);
    assert_eq!(repository.read(".git/config"), config);
    let checked =
        repository.git(&["check-attr", "merge", EN, "articles/a/b/en.toml", "Cargo.toml"]);
    assert_eq!(said(&checked).matches("merge: tolmach").count(), 2, "{}", said(&checked));
}

#[test]
fn init_makes_a_workspace_where_there_is_none_and_needs_a_repository() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(folder.path()).env("GIT_CEILING_DIRECTORIES", folder.path());
        command.args(arguments).output().expect("tolmach runs")
    };
    let output = run(&["init", "--git", "--lang", "ru"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("рабочая папка не в репозитории git"), "{}", said(&output));
    assert!(folder.path().join("tolmach.toml").exists());
    assert!(!folder.path().join(".gitattributes").exists());
    let shown = run(&["init", "--git", "--dry-run"]);
    assert_eq!(said(&shown), "/articles/**/en.toml merge=tolmach\n/terms.toml merge=tolmach\n");
}

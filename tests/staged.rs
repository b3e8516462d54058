//! `check` over what git holds: what is staged for a commit, and what a revision had already.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const GOOD: &str = "# Ярмарка\n\nНа ярмарку приехали 40 гостей. Играла музыка.\n";
const BAD: &str = "# Ярмарка\n\nНа ярмарку приехали 50 гостей. Играла музыка.\n";
const WORKSHEET: [&str; 3] = ["A fair", "Forty guests came to the fair.", "There was music."];

/// A repository whose workspace lies in `news/`, with one article translated and committed.
struct Repository {
    folder: TempDir,
}

impl Repository {
    fn new() -> Self {
        let one = Self { folder: tempfile::tempdir().expect("a folder can be made") };
        one.git(&["init", "-q", "-b", "main"]);
        one.write("read.me", "Not an article.\n");
        one.write(
            "news/tolmach.toml",
            "[authorship]\nby = false\non = false\n\n[check]\nnumbers = \"off\"\n",
        );
        one.write("news/articles/fair/ru.md", GOOD);
        one.translate();
        one.commit();
        one
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("is below the folder")).expect("is writable");
        fs::write(path, text).expect("is writable");
    }

    /// Fills the whole work list in.
    fn translate(&self) {
        self.run(&["translate", "--worksheet", "work.txt"]);
        let path = self.path("news/work.txt");
        let sheet = fs::read_to_string(&path).expect("the list is written");
        let mut filled = String::new();
        let mut words = WORKSHEET.iter();
        for (index, block) in sheet.split("\n@ ").enumerate() {
            let mark = if index == 0 { "" } else { "\n@ " };
            let words = if index == 0 { "" } else { words.next().expect("there are as many") };
            filled += &format!("{mark}{}\n{words}\n", block.trim_end());
        }
        fs::write(&path, filled).expect("is writable");
        self.run(&["translate", "--apply", "work.txt"]);
        fs::remove_file(path).expect("is there");
    }

    fn tolmach(&self, folder: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.path(folder)).args(arguments);
        command.env("TOLMACH_LANG", "en").output().expect("tolmach runs")
    }

    fn run(&self, arguments: &[&str]) {
        let output = self.tolmach("news", arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Exit status and the places of findings.
    fn check(&self, arguments: &[&str]) -> (i32, String) {
        self.check_in("news", arguments)
    }

    fn check_in(&self, folder: &str, arguments: &[&str]) -> (i32, String) {
        let output = self.tolmach(folder, &[&["check"], arguments].concat());
        let shown = [output.stdout, output.stderr].concat();
        let shown = String::from_utf8_lossy(&shown).into_owned();
        let is_place = |line: &&str| line.contains(" [") || line.starts_with("error");
        let shown = shown.lines().filter(is_place).collect::<Vec<_>>().join("\n");
        (output.status.code().unwrap_or(-1), shown)
    }

    fn git(&self, arguments: &[&str]) -> Output {
        let output = try_git(self.folder.path(), arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    fn commit(&self) {
        self.git(&["add", "."]);
        self.git(&["commit", "-qm", "Go on"]);
    }

    /// Every file of the repository with its bytes.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("is a folder") {
                let path = entry.expect("is readable").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(path.clone(), fs::read(path).expect("is readable"));
                }
            }
        }
        files
    }
}

/// Runs git in `folder`, with the program at hand.
fn try_git(folder: &Path, arguments: &[&str]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_tolmach")).parent().expect("lies in a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=A", "-c", "user.email=a@b"]);
    command.args(["-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"]);
    command.env("PATH", path).env("TOLMACH_LANG", "en");
    command.args(arguments).output().expect("git runs")
}

const STALE: &str = "articles/fair/ru.md:3:1: segment 2";

#[test]
fn what_is_staged_counts_and_not_what_lies_in_the_folder() {
    let one = Repository::new();
    assert_eq!(one.check(&["--staged"]), (0, String::new()));
    one.write("news/articles/fair/ru.md", BAD);
    one.git(&["add", "."]);
    one.write("news/articles/fair/ru.md", GOOD);
    assert_eq!(one.check(&[]).0, 0);
    let (status, shown) = one.check(&["--staged"]);
    assert!(status == 1 && shown.starts_with(STALE), "{shown}");
    one.git(&["add", "."]);
    one.write("news/articles/fair/ru.md", BAD);
    assert_eq!(one.check(&[]).0, 1);
    assert_eq!(one.check(&["--staged"]), (0, String::new()));
}

#[test]
fn nothing_is_written_and_places_are_those_of_the_real_files() {
    let one = Repository::new();
    one.write("news/articles/fair/ru.md", BAD);
    one.git(&["add", "."]);
    let before = one.files();
    for (folder, place) in [
        ("news", "articles/fair/ru.md:3:1"),
        (".", "news/articles/fair/ru.md:3:1"),
        ("news/articles", "fair/ru.md:3:1"),
    ] {
        let here = one.path("news");
        let here = here.to_str().expect("is text");
        for call in [&["-C", here, "--staged"][..], &["-C", here]] {
            let (status, shown) = one.check_in(folder, call);
            assert!(status == 1 && shown.starts_with(place), "{folder}: {shown}");
        }
    }
    assert_eq!(one.check_in("news/articles", &["--staged", "fair/ru.md"]).0, 1);
    assert_eq!(one.check_in("news", &["--staged", "fair", "--changed-from", "main"]).0, 1);
    assert_eq!(one.check_in("news", &["--staged", "--only-new", "main"]).0, 1);
    assert_eq!(one.files(), before);
}

#[test]
fn what_cannot_be_read_from_git_is_no_green() {
    let one = Repository::new();
    let refused = |shown: &str, words: &str| assert!(shown.contains(words), "{shown}");
    // Both sides of a merge.
    one.git(&["switch", "-qc", "other"]);
    one.write("news/articles/fair/ru.md", &GOOD.replace("Играла", "Звучала"));
    one.commit();
    one.git(&["switch", "-q", "main"]);
    one.write("news/articles/fair/ru.md", &GOOD.replace("Играла", "Гремела"));
    one.commit();
    assert!(!try_git(one.folder.path(), &["merge", "other"]).status.success());
    one.write("news/articles/fair/ru.md", GOOD);
    let (status, shown) = one.check(&["--staged"]);
    refused(&shown, "the merge of \"news/articles/fair/ru.md\" isn't finished");
    assert_eq!(status, 2);
    one.git(&["merge", "--abort"]);
    // A revision that isn't there.
    let (status, shown) = one.check(&["--only-new", "nowhere"]);
    refused(&shown, "git knows no commit \"nowhere\"");
    assert_eq!(status, 2);
    // A configuration that nobody staged.
    one.git(&["rm", "-q", "--cached", "news/tolmach.toml"]);
    assert_eq!(one.check(&["--staged"]).0, 2);
    // No repository at all.
    fs::remove_dir_all(one.path(".git")).expect("is there");
    let (status, shown) = one.check(&["--staged"]);
    refused(&shown, "the workspace isn't in a git repository");
    assert_eq!(status, 2);
}

#[test]
fn articles_in_a_submodule_are_refused_and_other_submodules_are_not() {
    let one = Repository::new();
    let inner = tempfile::tempdir().expect("a folder can be made");
    let inner = inner.path();
    fs::create_dir_all(inner.join("club")).expect("is writable");
    fs::write(inner.join("club/ru.md"), "Да.\n").expect("is writable");
    for call in [&["init", "-q", "-b", "main"][..], &["add", "."], &["commit", "-qm", "One"]] {
        assert!(try_git(inner, call).status.success());
    }
    let from = inner.to_str().expect("is text");
    one.git(&["submodule", "--quiet", "add", from, "news/theme"]);
    assert_eq!(one.check(&["--staged"]), (0, String::new()));
    one.git(&["submodule", "--quiet", "add", from, "news/articles/inner"]);
    let (status, shown) = one.check(&["--staged"]);
    assert_eq!(status, 2);
    assert!(shown.contains("submodule \"news/articles/inner\""), "{shown}");
}

#[test]
fn a_hook_stops_each_kind_of_commit() {
    let one = Repository::new();
    let hook = one.path(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().expect("is below")).expect("is writable");
    fs::write(&hook, "#!/bin/sh\nexec tolmach -C news check --staged --only-new HEAD --quiet\n")
        .expect("is writable");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("is ours");
    }
    let commit = |arguments: &[&str]| {
        let call = [&["commit", "-qm", "Go on"], arguments].concat();
        try_git(one.folder.path(), &call).status.success()
    };
    one.write("news/articles/fair/ru.md", BAD);
    assert!(!commit(&["-a"]), "all");
    assert!(!commit(&["news/articles/fair/ru.md"]), "one file");
    one.write("read.me", "Still none.\n");
    assert!(commit(&["read.me"]), "another file");
    one.git(&["add", "."]);
    one.write("news/articles/fair/ru.md", GOOD);
    assert!(!commit(&[]), "what is staged");
    one.git(&["add", "."]);
    one.write("read.me", "None at all.\n");
    assert!(commit(&["-a"]), "what is right again");
}

#[test]
fn only_what_a_revision_does_not_have_fails() {
    let one = Repository::new();
    one.write("news/articles/fair/ru.md", BAD);
    one.write("news/articles/old/ru.md", "Старое.\n");
    one.commit();
    one.git(&["tag", "base"]);
    assert_eq!(one.check(&[]).0, 1);
    assert_eq!(one.check(&["--only-new", "base"]), (0, String::new()));
    // Lines that moved are no news, a sentence that changed once more is.
    one.write("news/articles/fair/ru.md", &BAD.replace("# Ярмарка\n", "\n\n# Ярмарка\n"));
    assert_eq!(one.check(&["--only-new", "base"]), (0, String::new()));
    one.write("news/articles/fair/ru.md", &BAD.replace("50", "60"));
    let (status, shown) = one.check(&["--only-new", "base"]);
    let count = shown.matches(" [stale]").count();
    assert!(status == 1 && shown.starts_with(STALE) && count == 1, "{shown}");
    // So is a sentence more in an article that nobody translated.
    one.write("news/articles/fair/ru.md", BAD);
    one.write("news/articles/old/ru.md", "Старое.\n\nНовое.\n");
    let (status, shown) = one.check(&["--only-new", "base"]);
    assert!(status == 1 && shown.contains("[no-translation]"), "{shown}");
    // A revision that had no workspace knows nothing.
    one.write("news/articles/old/ru.md", "Старое.\n");
    let empty =
        one.git(&["commit-tree", "-m", "Nothing", "4b825dc642cb6eb9a060e54bf8d69288fbee4904"]);
    let empty = String::from_utf8(empty.stdout).expect("is text");
    assert_eq!(one.check(&["--only-new", empty.trim()]).0, 1);
}

#[test]
fn what_only_this_clone_ignores_is_no_article_in_the_index_either() {
    let one = Repository::new();
    one.write("news/articles/draft/ru.md", "Черновик.\n");
    one.git(&["add", "."]);
    assert_eq!(one.check(&["--staged"]).0, 1);
    one.write(".git/info/exclude", "draft/\n");
    assert_eq!(one.check(&[]).0, 0);
    assert_eq!(one.check(&["--staged"]).0, 0);
}

//! Links, devices and pipes: nothing leads out of the workspace, and nothing makes a command wait.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Nothing here takes a tenth of it.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder with a workspace `site` of one adopted article, and files that it must not touch.
fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    write(&root, "tolmach.toml", "");
    write(&root, "articles/fine/ru.md", "# Тест\n\nПервое предложение.\n");
    write(&root, "articles/fine/en.md", "# Test\n\nThe first sentence.\n");
    write(folder.path(), "outside/ru.md", "# Чужое\n");
    write(folder.path(), "outside/en.md", "# Foreign\n");
    write(folder.path(), "outside/en.toml", "[net]\n");
    write(folder.path(), "outside/tolmach.toml", "");
    (folder, root)
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs a command that must come to an end by itself.
fn run(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command
        .args(arguments)
        .current_dir(root)
        .env("TOLMACH_LANG", "en")
        .env_remove("RUST_BACKTRACE");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{arguments:?} waits for ever");
        }
        sleep(Duration::from_millis(5));
    }
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file below a folder, with what it is and holds.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let found = fs::symlink_metadata(&path).unwrap();
            let kind = found.file_type();
            let what = if kind.is_symlink() {
                format!("link to {}", fs::read_link(&path).unwrap().display())
            } else if kind.is_fifo() || kind.is_socket() || kind.is_char_device() {
                "no file".to_owned()
            } else if kind.is_dir() {
                folders.push(path.clone());
                continue;
            } else {
                String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()
            };
            if !path.components().any(|part| part.as_os_str() == ".tolmach") {
                all.insert(path, what);
            }
        }
    }
    all
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

/// Puts something in the place of the first path; the second leads out.
type Plant = fn(&Path, &Path);

/// What can stand in a file's place.
fn plants() -> Vec<(&'static str, Plant)> {
    vec![
        ("pipe", |path, _| pipe(path)),
        ("socket", |path, _| drop(std::os::unix::net::UnixListener::bind(path).unwrap())),
        ("folder", |path, _| fs::create_dir(path).unwrap()),
        ("endless device", |path, _| symlink("/dev/zero", path).unwrap()),
        ("terminal's input", |path, _| symlink("/dev/stdin", path).unwrap()),
        ("file outside", |path, outside| symlink(outside, path).unwrap()),
    ]
}

const COMMANDS: [&[&str]; 8] = [
    &["status"],
    &["check", "--documents"],
    &["translate", "--list"],
    &["align"],
    &["publish", "--stale", "mark", "--force"],
    &["export", "--out", "pages"],
    &["tidy", "--yes"],
    &["ack", "fine", "--cosmetic", "--reason", "x"],
];

#[test]
fn whatever_stands_in_the_place_of_a_file_stays_and_nothing_waits_for_it() {
    let names = [
        ("articles/fine/en.toml", "outside/en.toml"),
        ("articles/fine/ru.md", "outside/ru.md"),
        ("articles/fine/en.md", "outside/en.md"),
        ("tolmach.toml", "outside/tolmach.toml"),
        (".gitignore", "outside/en.md"),
        ("articles/fine/.gitignore", "outside/en.md"),
        ("articles/.gitignore", "outside/en.md"),
        (".tolmach", "outside"),
        (".tolmach/lock", "outside/en.md"),
        ("pages/fine/en.html", "outside/en.md"),
        ("pages/.tolmach.pages", "outside/en.md"),
        ("pages/fine", "outside"),
    ];
    for (name, outside) in names {
        for (kind, plant) in plants() {
            let (folder, root) = place();
            let path = root.join(name);
            _ = fs::remove_file(&path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            plant(&path, &folder.path().join(outside));
            let before = snapshot(folder.path());
            let mut failures = 0;
            for command in COMMANDS {
                let output = run(&root, command);
                let code = output.status.code();
                assert!(matches!(code, Some(0..=2)), "{name}: {kind}: {command:?}: {code:?}");
                assert!(!said(&output).contains("fault of tolmach"), "{name}: {}", said(&output));
                failures += usize::from(code == Some(2));
            }
            let after = snapshot(folder.path());
            for (path, what) in &before {
                let is_own = path.starts_with(&root) && path != &root.join(name);
                let is_page = path.ends_with("en.md") && is_own;
                assert!(is_page || after.get(path) == Some(what), "{name}: {kind}: {path:?}");
            }
            // A folder in the place of rules or of a page's folder is in nobody's way.
            let harmless = kind == "folder"
                && (name.ends_with(".gitignore") || matches!(name, ".tolmach" | "pages/fine"));
            let gone = name.ends_with("ru.md");
            assert!(failures > 0 || harmless || gone, "{name}: {kind}: nobody says anything");
        }
    }
}

#[test]
fn links_within_the_workspace_are_followed_and_stay() {
    let (_folder, root) = place();
    fs::rename(root.join("articles"), root.join("texts")).unwrap();
    symlink("texts", root.join("articles")).unwrap();
    write(&root, "shared/en.toml", "# Ours.\n");
    symlink("../../shared/en.toml", root.join("texts/fine/en.toml")).unwrap();
    fs::remove_file(root.join("texts/fine/en.toml")).unwrap();
    symlink("../../shared/en.toml", root.join("texts/fine/en.toml")).unwrap();
    let output = run(&root, &["translate", "--list"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = run(&root, &["align", "fine"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(root.join("texts/fine/en.toml").is_symlink());
    let catalog = fs::read_to_string(root.join("shared/en.toml")).unwrap();
    assert!(catalog.starts_with("# Ours.\n"), "{catalog}");
}

#[test]
fn a_folder_of_articles_outside_is_refused() {
    let (folder, root) = place();
    fs::rename(root.join("articles"), folder.path().join("texts")).unwrap();
    symlink("../texts", root.join("articles")).unwrap();
    for command in [&["status"][..], &["status", "fine"], &["align"], &["publish"]] {
        let output = run(&root, command);
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(said(&output).contains("\"articles"), "{command:?}: {}", said(&output));
        assert!(said(&output).contains("leads out"), "{command:?}: {}", said(&output));
    }
    assert!(!folder.path().join("texts/fine/en.toml").exists());
}

#[test]
fn a_baseline_is_not_written_through_a_link_that_leads_out() {
    let (folder, root) = place();
    let debt = r#"{"version": 1, "findings": []}"#;
    write(folder.path(), "outside/debt.json", debt);
    symlink("../outside/debt.json", root.join("debt.json")).unwrap();
    let output = run(&root, &["check", "--baseline", "debt.json", "--write-baseline"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read_to_string(folder.path().join("outside/debt.json")).unwrap(), debt);
    let elsewhere = folder.path().join("own.json").display().to_string();
    let output = run(&root, &["check", "--baseline", &elsewhere, "--write-baseline"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(folder.path().join("own.json").exists());
}

#[test]
fn who_may_do_everything_leaves_files_to_their_owners() {
    let (_folder, root) = place();
    let owner = |path: &str| {
        let found = fs::metadata(root.join(path)).unwrap();
        (found.uid(), found.gid())
    };
    if owner("tolmach.toml").0 != 0 {
        return;
    }
    write(&root, "articles/fine/en.toml", "# Ours.\n");
    for path in ["articles/fine/en.toml", "articles/fine/en.md"] {
        std::os::unix::fs::chown(root.join(path), Some(1234), Some(4321)).unwrap();
    }
    assert_eq!(run(&root, &["align"]).status.code(), Some(0));
    let output = run(&root, &["publish", "--stale", "mark", "--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for path in ["articles/fine/en.toml", "articles/fine/en.md"] {
        assert_eq!(owner(path), (1234, 4321), "{path}");
    }
}

#[test]
fn names_and_texts_command_no_terminal_and_no_spreadsheet() {
    let (_folder, root) = place();
    for name in ["=1+1", "-dash", "a\u{1b}[31mb"] {
        let text = "# Т\u{1b}[2Jест\n\nДа\u{9b}31m \u{7}здесь.\n";
        write(&root, &format!("articles/{name}/ru.md"), text);
    }
    let calls: [&[&str]; 14] = [
        &["status"],
        &["status", "--format", "csv"],
        &["status", "--format", "markdown"],
        &["check"],
        &["check", "--format", "markdown"],
        &["check", "--format", "github"],
        &["check", "--format", "junit"],
        &["diff"],
        &["translate", "--list"],
        &["review", "--list"],
        &["status", "no\u{1b}[31mthing"],
        &["segment", "articles/-dash/ru.md"],
        &["translate", "--apply", "no\u{1b}[31mthing"],
        &["tidy", "--dry-run"],
    ];
    for call in calls {
        for language in ["en", "ru"] {
            let output = run(&root, &[call, &["--lang", language, "--color", "never"]].concat());
            let shown = [output.stdout, output.stderr].concat();
            let shown = String::from_utf8(shown).unwrap();
            let found = shown.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r'));
            assert_eq!(found, None, "{call:?}: {shown:?}");
        }
    }
    let output = run(&root, &["status", "--format", "csv"]);
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(table.contains("\r\n\"'=1+1\",en,") && table.contains("\r\n\"'-dash\",en,"), "{table}");
}

#[test]
fn a_name_that_begins_with_a_hyphen_is_named_so_that_it_works() {
    let (_folder, root) = place();
    write(&root, "articles/-dash/ru.md", "Да.\n");
    let output = run(&root, &["check", "./-dash"]);
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("tolmach align ./-dash") || shown.contains("translate ./-dash"),
        "{shown}"
    );
    let output = run(&root, &["translate", "./-dash", "--list"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn a_pattern_of_many_braces_is_refused_or_fits_nothing() {
    let (_folder, root) = place();
    for (open, close) in
        [("{", "}"), ("{a,", "}"), ("[", "]"), ("{a,b}", ""), ("?", ""), ("**/", "")]
    {
        for depth in [2, 150, 3_000] {
            let pattern = format!("{}x{}", open.repeat(depth), close.repeat(depth));
            let output = run(&root, &["status", &pattern]);
            assert!(matches!(output.status.code(), Some(0 | 2)), "{pattern}");
            assert!(!said(&output).contains("fault of tolmach"), "{pattern}: {}", said(&output));
        }
    }
}

#[test]
fn what_nests_too_deep_is_told_or_read() {
    let (_folder, root) = place();
    let deep = 100_000;
    for (open, close) in [
        ("> ", ""),
        ("[", "](a)"),
        ("*a ", ""),
        ("<b>", "</b>"),
        ("«", "»"),
        ("(", ")"),
        ("- ", ""),
    ] {
        let text = format!("{}Да.{}\n", open.repeat(deep), close.repeat(deep));
        write(&root, "articles/fine/ru.md", &text);
        let output = run(&root, &["status"]);
        assert_eq!(output.status.code(), Some(0), "{open}: {}", said(&output));
    }
    write(&root, "articles/fine/ru.md", "Да.\n");
    for text in [
        format!("note{} = 1\n", ".a".repeat(deep)),
        format!("note = {}1{}\n", "[".repeat(deep), "]".repeat(deep)),
        format!("note = {}\n", "{a = ".repeat(deep)),
    ] {
        for name in ["articles/fine/en.toml", "tolmach.toml"] {
            write(&root, name, &text);
            let output = run(&root, &["status"]);
            assert_eq!(output.status.code(), Some(2), "{name}");
            assert!(said(&output).contains(&format!("{name}:1:")), "{}", said(&output));
            write(&root, name, "");
        }
    }
}

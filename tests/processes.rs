//! A reader who leaves early, and folders below the workspace: what console sessions can't show.

use std::path::Path;
use std::process::{Command, Stdio};

fn tolmach() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.env("TOLMACH_LANG", "en").env("COLUMNS", "80");
    command
}

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli").join(name)
}

fn status_with_a_closed_pipe(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = tolmach();
    command.current_dir(fixture("status.in")).args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("tolmach starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("tolmach ends");
    (output.status.code(), String::from_utf8(output.stderr).expect("messages are UTF-8"))
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let calls: [&[&str]; 5] = [
        &["status", "--quiet"],
        &["status", "--format", "json"],
        &["export", "library", "--format", "text"],
        &["--help"],
        &["completions", "bash"],
    ];
    for call in calls {
        assert_eq!(status_with_a_closed_pipe(call), (Some(0), String::new()), "{call:?}");
    }
}

#[test]
fn findings_fail_even_when_nobody_reads_them() {
    assert_eq!(status_with_a_closed_pipe(&["check"]), (Some(1), String::new()));
}

#[test]
fn the_workspace_is_found_from_a_folder_below() {
    let mut command = tolmach();
    command.current_dir(fixture("status.in/articles/festival")).args(["status", "--format", "csv"]);
    let output = command.output().expect("tolmach runs");
    let text = String::from_utf8(output.stdout).expect("results are UTF-8");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(text.contains("\nlibrary,en,articles/library/ru.txt,"), "{text}");
}

#[test]
fn after_a_failure_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let baseline = folder.path().join("debt.json").display().to_string();
    let pages = folder.path().join("pages").display().to_string();
    let calls: [&[&str]; 2] = [
        &["check", "--baseline", &baseline, "--write-baseline"],
        &["export", "--format", "html", "--out", &pages],
    ];
    for call in calls {
        let mut command = tolmach();
        command.current_dir(fixture("bad-catalog.in")).args(call).args(["conflict", "state"]);
        let output = command.output().expect("tolmach runs");
        assert_eq!(output.status.code(), Some(2), "{call:?}");
    }
    assert_eq!(folder.path().read_dir().expect("is readable").count(), 0);
}

/// A workspace of three articles, each with a document, a catalog and nothing to do.
fn three_articles() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("tolmach.toml"), "").expect("can be written");
    for name in ["one", "two", "three"] {
        let article = folder.path().join("articles").join(name);
        std::fs::create_dir_all(&article).expect("can be made");
        std::fs::write(article.join("ru.md"), format!("Это {name}.\n")).expect("can be written");
        std::fs::write(article.join("en.md"), format!("This is {name}.\n"))
            .expect("can be written");
    }
    folder
}

#[test]
fn a_fault_over_one_article_is_its_error_and_the_others_are_shown() {
    if !cfg!(debug_assertions) {
        return;
    }
    let calls: [(&[&str], bool); 9] = [
        (&["align"], true),
        (&["status"], true),
        (&["check", "--format", "junit"], true),
        (&["check", "--documents", "--format", "json"], false),
        (&["diff", "--cosmetic"], false),
        (&["translate", "--list"], true),
        (&["review", "--list"], false),
        (&["export", "--out", "pages"], false),
        (&["publish", "--stale", "mark"], false),
    ];
    for (call, shows_others) in calls {
        for language in ["en", "ru"] {
            let folder = three_articles();
            let mut command = tolmach();
            command.current_dir(folder.path()).args(call).args(["--lang", language]);
            command.env("TOLMACH_TEST_FAULT", "two").env_remove("RUST_BACKTRACE");
            let output = command.output().expect("tolmach runs");
            let said = String::from_utf8_lossy(&output.stderr);
            let shown = String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(2), "{call:?}: {said}");
            let words = ["tolmach failed over \"articles/two/ru.md\"", "сбой в самом tolmach"];
            assert!(words.iter().any(|words| said.contains(words)), "{call:?}: {said}");
            assert!(said.contains("wall.rs:") && said.contains("a test wanted it"), "{said}");
            assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
            if shows_others {
                assert!(shown.contains("one") && shown.contains("three"), "{call:?}: {shown}");
                assert!(!shown.contains("two"), "{call:?}: {shown}");
            }
            let is_there = |path: &str| folder.path().join(path).exists();
            assert!(!is_there("articles/two/en.toml") && !is_there("pages/two"), "{call:?}");
        }
    }
}

#[test]
fn a_senseless_number_of_threads_stops_nothing() {
    let folder = three_articles();
    for number in ["0", "-1", "x", "999999", "18446744073709551615", "99999999999999999999"] {
        let mut command = tolmach();
        command.current_dir(folder.path()).arg("status").env("RAYON_NUM_THREADS", number);
        let output = command.output().expect("tolmach runs");
        assert_eq!(output.status.code(), Some(0), "{number}");
    }
}

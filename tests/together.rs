//! Several files, all or none: after a kill, beside other writers, and what is left lying about.

#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

const ARTICLES: usize = 40;

/// A site of articles that are translated and not published.
fn site(articles: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tolmach.toml"), "").unwrap();
    for number in 0..articles {
        let article = folder.path().join(format!("articles/a{number}"));
        fs::create_dir_all(&article).unwrap();
        fs::write(article.join("ru.md"), format!("Музей открыл зал {number}.\n")).unwrap();
        let text = format!("The museum opened hall {number}.\n");
        fs::write(article.join("en.md"), text).unwrap();
    }
    folder
}

fn tolmach(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(arguments).current_dir(root).env("TOLMACH_LANG", "en");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    tolmach(root, arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// How many files below the folder have such a name.
fn count(folder: &Path, is_meant: &dyn Fn(&str) -> bool) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let counts = entries.map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let inside = if entry.path().is_dir() { count(&entry.path(), is_meant) } else { 0 };
        inside + usize::from(is_meant(&name))
    });
    counts.sum()
}

fn kill_after(mut child: Child, milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds));
    // It may have come to its end.
    _ = child.kill();
    child.wait().unwrap();
}

#[test]
fn after_a_kill_all_documents_are_published_or_none() {
    let is_left = |name: &str| name.starts_with(".tolmach-") || name.starts_with(".page-");
    for milliseconds in (0..120).step_by(6) {
        let folder = site(ARTICLES);
        let root = folder.path();
        assert_eq!(run(root, &["align"]).status.code(), Some(0));
        for number in 0..ARTICLES {
            fs::remove_file(root.join(format!("articles/a{number}/en.md"))).unwrap();
        }
        let call = tolmach(root, &["publish", "--stale", "mark"]).spawn().unwrap();
        kill_after(call, milliseconds);
        // Whoever writes next does what was left undone.
        let output = run(root, &["ack", "a0", "--cosmetic", "--reason", "x"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let published = count(root, &|name| name == "en.md");
        assert!(published == 0 || published == ARTICLES, "{milliseconds} ms: {published}");
        let recorded = (0..ARTICLES).filter(|number| {
            let catalog = root.join(format!("articles/a{number}/en.toml"));
            fs::read_to_string(catalog).unwrap().contains("digest")
        });
        assert_eq!(recorded.count(), published, "{milliseconds} ms");
        let output = run(root, &["publish", "--stale", "mark"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(count(root, &is_left), 0, "{milliseconds} ms");
    }
}

#[test]
fn what_a_killed_export_leaves_goes_with_the_next() {
    let folder = site(ARTICLES);
    let root = folder.path();
    for milliseconds in (0..60).step_by(6) {
        let call = tolmach(root, &["export", "--out", "pages", "--force"]).spawn().unwrap();
        kill_after(call, milliseconds);
    }
    fs::create_dir_all(root.join("pages/a1")).unwrap();
    // No process has such a number.
    fs::write(root.join("pages/a1/.page-2147483647-abc"), "half").unwrap();
    let own = format!(".page-{}-abc", std::process::id());
    fs::write(root.join("pages/a1").join(&own), "of one who lives").unwrap();
    let output = run(root, &["export", "--out", "pages"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(count(root, &|name| name.starts_with(".page-") && name != own), 0);
    assert!(root.join("pages/a1").join(&own).exists());
    assert_eq!(count(&root.join("pages"), &|name| name == "en.html"), ARTICLES);
}

#[test]
fn align_beside_other_writers_waits_and_reads_anew() {
    let folder = site(12);
    let root = folder.path();
    for round in 0..4 {
        for number in 0..12 {
            let path = root.join(format!("articles/a{number}/en.md"));
            let text = format!("The museum opened hall {number} in round {round}.\n");
            fs::write(path, text).unwrap();
        }
        let calls: [&[&str]; 6] = [
            &["align"],
            &["align"],
            &["review", "--all"],
            &["align", "a1", "a2"],
            &["tidy", "--yes"],
            &["align"],
        ];
        let children: Vec<Child> =
            calls.iter().map(|call| tolmach(root, call).spawn().unwrap()).collect();
        for (child, call) in children.into_iter().zip(calls) {
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{call:?}: {}", said(&output));
        }
    }
}

//! Odd articles, catalogs and worksheets given to every command: none falls over, none hangs, and
//! those that only read write nothing. `TOLMACH_TEST_FUZZ=N` tries N workspaces.

#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do")]

#[path = "fuzz/odd.rs"]
mod odd;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use odd::{Dice, Seeds, cases};

const ARTICLES: usize = 12;

const READERS: [&[&str]; 13] = [
    &["status"],
    &["status", "--format", "json"],
    &["check"],
    &["check", "--documents", "--format", "sarif"],
    &["check", "--format", "junit"],
    &["diff", "--cosmetic"],
    &["diff", "--format", "markdown"],
    &["translate", "--list"],
    &["review", "--list"],
    &["publish", "--check", "--stale", "mark"],
    &["align", "--dry-run", "--format", "json"],
    &["tidy", "--dry-run"],
    &["waive", "--list"],
];

const WRITERS: [&[&str]; 12] = [
    &["align"],
    &["export", "--out", "html"],
    &["export", "--out", "md", "--format", "markdown", "--stale", "frozen"],
    &["export", "--out", "txt", "--format", "text", "--stale", "omit", "--final"],
    &["export", "--out", "doc", "--format", "document", "--stale", "source"],
    &["export", "--out", "json", "--format", "json"],
    &["ack", "**", "--cosmetic", "--reason", "x"],
    &["review", "--all"],
    &["publish", "--stale", "mark"],
    &["publish", "--stale", "omit", "--force"],
    &["align"],
    &["tidy", "--yes"],
];

/// Runs a command and gives what is wrong with how it ended.
fn run(root: &Path, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command
        .args(arguments)
        .current_dir(root)
        .env("TOLMACH_LANG", "en")
        .env_remove("RUST_BACKTRACE");
    let said = root.join("said.txt");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(fs::File::create(&said).unwrap());
    let mut child = command.spawn().unwrap();
    let start = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if start.elapsed() > Duration::from_secs(90) => {
                child.kill().unwrap();
                return Some(format!("{arguments:?} takes for ever"));
            }
            None => sleep(Duration::from_millis(2)),
        }
    };
    let said = fs::read_to_string(said).unwrap_or_default();
    let is_fine = matches!(status.code(), Some(0..=2)) && !said.contains("tolmach failed");
    (!is_fine).then(|| format!("{arguments:?} ends with {status}: {said}"))
}

fn snapshot(folder: &Path, all: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            snapshot(&path, all);
        } else if !path.ends_with("said.txt") {
            all.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}

fn read(root: &Path) -> Option<String> {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    snapshot(root, &mut before);
    let fault = READERS.iter().find_map(|command| run(root, command));
    snapshot(root, &mut after);
    fault.or_else(|| (before != after).then(|| "what only reads wrote".to_owned()))
}

/// Spoils one of the files below the folder, sometimes in its bytes.
fn spoil(path: &Path, seeds: &Seeds, dice: &mut Dice) {
    let Ok(bytes) = fs::read(path) else { return };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut spoilt = seeds.spoilt(&text, dice).into_bytes();
    if dice.one_in(12) && !spoilt.is_empty() {
        let at = dice.below(spoilt.len());
        spoilt[at] = u8::try_from(dice.below(256)).unwrap();
    }
    fs::write(path, spoilt).unwrap();
}

fn play(root: &Path, seeds: &Seeds, dice: &mut Dice) -> Option<String> {
    fs::write(root.join("tolmach.toml"), "").unwrap();
    let mut files = Vec::new();
    for number in 0..ARTICLES {
        let article = root.join(format!("articles/a{number}"));
        fs::create_dir_all(&article).unwrap();
        let end = if dice.one_in(3) { "txt" } else { "md" };
        let source = seeds.text(dice);
        let translation =
            if dice.one_in(2) { seeds.spoilt(&source, dice) } else { seeds.text(dice) };
        for (name, text) in [("ru", source), ("en", translation)] {
            let path = article.join(format!("{name}.{end}"));
            fs::write(&path, text).unwrap();
            files.push(path);
        }
        files.push(article.join("en.toml"));
    }
    let mut fault = read(root);
    for round in 0..2 {
        fault = fault.or_else(|| WRITERS.iter().find_map(|command| run(root, command)));
        fault = fault.or_else(|| read(root));
        _ = fs::remove_file(root.join("sheet.txt"));
        fault = fault.or_else(|| run(root, &["translate", "--worksheet", "sheet.txt"]));
        spoil(&root.join("sheet.txt"), seeds, dice);
        fault = fault.or_else(|| run(root, &["translate", "--apply", "sheet.txt"]));
        let (one, other) = (dice.below(files.len()), dice.below(files.len()));
        let [base, ours] = [one, other].map(|index| files[index].display().to_string());
        fs::copy(&files[one], root.join("theirs")).ok();
        fs::copy(&files[other], root.join("ours")).ok();
        fault = fault
            .or_else(|| run(root, &["merge-driver", &base, "ours", "theirs", "--path", &ours]));
        for path in &files {
            spoil(path, seeds, dice);
        }
        if round == 1 {
            spoil(&root.join("tolmach.toml"), seeds, dice);
        }
    }
    fault.or_else(|| read(root))
}

#[test]
fn no_command_falls_over_odd_files() {
    let seeds = Seeds::new();
    for number in cases(3) {
        let folder = tempfile::tempdir().unwrap();
        if let Some(fault) = play(folder.path(), &seeds, &mut Dice::new(number)) {
            let kept = folder.keep();
            panic!("workspace {number}, kept in {}: {fault}", kept.display());
        }
    }
}

//! The walk of each read-me file, from an empty folder to a page, as a reader would take it.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;

/// A fenced block: its language, the file it stands for, if any, and its lines.
struct Fence {
    language: String,
    file: Option<String>,
    text: String,
}

#[test]
fn the_walk_in_english_goes_as_it_says() {
    walk("README.md", "en");
}

#[test]
fn the_walk_in_russian_goes_as_it_says() {
    walk("README.ru.md", "ru");
}

/// Takes the walk that the page describes; what the program shows must be what the page shows.
fn walk(page: &str, language: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let mut text = fs::read_to_string(&path).expect("the page is there");
    let home = tempfile::tempdir().expect("a folder can be made");
    let newsroom = home.path().join("newsroom");
    let mut commands = 0;
    let all = fences(&text);
    for fence in all {
        if let Some(file) = &fence.file {
            fs::write(newsroom.join(file), &fence.text).expect("the folder is there");
        }
        if fence.language != "shellsession" {
            continue;
        }
        let mut shown = String::new();
        for command in fence.text.lines().filter_map(|line| line.strip_prefix("$ ")) {
            let folder = if newsroom.exists() { &newsroom } else { home.path() };
            shown += &format!("$ {command}\n{}", run(command, folder, home.path(), language));
            commands += 1;
        }
        if std::env::var("SNAPSHOTS").is_ok_and(|wish| wish == "overwrite") {
            text = text.replacen(&fence.text, &shown, 1);
            fs::write(&path, &text).expect("the page is ours");
        } else {
            assert_eq!(shown, fence.text, "{page}");
        }
    }
    assert!(commands >= 10, "{page} has {commands} commands");
    assert!(newsroom.join("pages/first/en.html").exists(), "{page} exports no page");
}

/// What a command shows, the folder above the newsroom written as `~`.
fn run(command: &str, folder: &Path, home: &Path, language: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_tolmach")).parent().expect("lies in a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let output = Command::new("bash")
        .args(["-c", &format!("({command}) 2>&1")])
        .current_dir(folder)
        .env("PATH", path)
        .env("LC_ALL", "C.UTF-8")
        .env("COLUMNS", "80")
        .env("TOLMACH_LANG", language)
        .env("GIT_CEILING_DIRECTORIES", home)
        .output()
        .expect("bash runs");
    let real = home.canonicalize().expect("the folder is there");
    let shown = String::from_utf8(output.stdout).expect("texts are UTF-8");
    shown.replace(&real.display().to_string(), "~").replace(&home.display().to_string(), "~")
}

fn fences(page: &str) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut open: Option<Fence> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => {
                let (language, file) = info
                    .split_once(' ')
                    .map_or((info, None), |(language, file)| (language, Some(file.to_owned())));
                open = Some(Fence { language: language.to_owned(), file, text: String::new() });
            }
            (Some(_), Some(_)) => fences.extend(open.take()),
            (None, Some(fence)) => fence.text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    fences
}

//! The book: its pages in both languages, kept in step by the program itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the book.
fn book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// What `tolmach check` says of the book, a finding a line.
fn check(arguments: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["-C", "book.toml", "check", "--quiet", "--fail-on", "error"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("TOLMACH_LANG", "en")
        .output()
        .expect("the program runs");
    let shown = String::from_utf8(output.stdout).expect("texts are UTF-8");
    assert_ne!(output.status.code(), Some(2), "{shown}{}", String::from_utf8_lossy(&output.stderr));
    shown.lines().filter(|line| line.ends_with(']')).map(str::to_owned).collect()
}

#[test]
fn the_russian_pages_say_what_the_english_ones_say() {
    let found = check(&["--only", "missing", "--only", "stale", "--only", "withdrawn"]);
    assert!(found.is_empty(), "behind: see docs/README.md\n{}", found.join("\n"));
}

#[test]
fn no_page_of_the_book_has_a_translation_that_a_check_refuses() {
    let found = check(&["--only", "links", "--only", "placeholders", "--only", "unsealed"]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_page_stands_in_both_languages() {
    for entry in fs::read_dir(book()).expect("the book is there") {
        let name = entry.expect("is readable").file_name().to_string_lossy().into_owned();
        let Some(page) = name.strip_suffix(".md").filter(|page| !page.contains('.')) else {
            continue;
        };
        let is_there = book().join(format!("{page}.ru.md")).exists();
        assert!(is_there, "{page} is there in English alone");
    }
}

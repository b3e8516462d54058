//! Word and Excel files, edited by other programs and brought back: exactly what was edited arrives.
//!
//! `python-docx`, `docx-revisions`, `openpyxl` and `LibreOffice` are the judges; what is missing is named and
//! skipped, unless `TOLMACH_TEST_TOOLS=required`.

mod skipped;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A workspace of one article, as the console sessions have it.
struct Newsroom(TempDir);

impl Newsroom {
    fn new() -> Self {
        let room = Self(tempfile::tempdir().expect("a folder can be made"));
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/office.in");
        copy(&from, room.0.path());
        room
    }

    fn tolmach(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.0.path()).env("TOLMACH_LANG", "en").args(arguments);
        let output = command.output().expect("tolmach runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn export(&self, format: &[&str]) -> PathBuf {
        let arguments = [&["export", "festival", "--force", "--out", "out", "--format"], format];
        self.tolmach(&arguments.concat());
        self.0.path().join("out/festival/en").with_extension(format[0])
    }

    /// The rows that something comes of: segment, outcome, translation.
    fn news(&self, file: &Path, more: &[&str]) -> Vec<String> {
        let path = file.to_str().expect("the path is text");
        let arguments = [&["import", path, "--dry-run", "--format", "json"], more].concat();
        let told = self.tolmach(&arguments);
        let told: serde_json::Value = serde_json::from_str(&told).expect("the report is JSON");
        let rows = told["files"][0]["rows"].as_array().expect("a file has rows");
        let news = rows.iter().filter(|row| row["outcome"] != "same");
        news.map(|row| {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}: {}", row["segment"], text("outcome"), text("to"))
        })
        .collect()
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// Whether a program ran; one that is missing may be so only where nobody requires it.
fn ran(name: &str, output: io::Result<std::process::Output>) -> bool {
    let is_required = std::env::var("TOLMACH_TEST_TOOLS").is_ok_and(|tools| tools == "required");
    match output {
        Ok(output) if output.status.success() => true,
        other => {
            assert!(!is_required, "{name}: {other:?}");
            skipped::skip(name);
            false
        }
    }
}

/// Lets Python edit a file one way.
fn edited(way: &str, file: &Path) -> bool {
    let python = std::env::var("TOLMACH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/edit.py");
    ran("python-docx", Command::new(python).arg(script).arg(way).arg(file).output())
}

#[test]
fn changes_that_word_records_arrive_exactly() {
    let room = Newsroom::new();
    for form in [&["docx"][..], &["docx", "--approval"]] {
        let file = room.export(form);
        if !edited("track", &file) {
            return;
        }
        let wanted =
            ["2 refused: The festival drew 300 visitors.", "7 new: The next festival is in July."];
        assert_eq!(room.news(&file, &[]), wanted);
        assert_eq!(room.news(&file, &["--revisions", "reject"]), [""; 0]);
        assert_eq!(room.news(&file, &["--revisions", "refuse"]), [""; 0]);
        let over = room.news(&file, &["--over-approved"]);
        assert_eq!(over[0], "2 changed: The festival drew 320 visitors.");
    }
}

#[test]
fn a_page_of_changes_is_never_written_over_what_a_person_put_there() {
    let room = Newsroom::new();
    let folder = room.0.path();
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        let done = Command::new("git").current_dir(folder).args(identity).args(arguments).output();
        assert!(done.expect("git runs").status.success(), "{arguments:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "begin"]);
    let changes = ["export", "festival", "--format", "docx", "--out", "law", "--redline", "HEAD"];
    let page = folder.join("law/festival/en.redline.docx");
    fs::create_dir_all(page.parent().expect("it has a folder")).expect("a folder can be made");
    fs::write(&page, "a lawyer's answer").expect("a file can be written");
    room.tolmach(&changes);
    assert_eq!(fs::read(&page).expect("it is there"), b"a lawyer's answer");
    fs::remove_file(&page).expect("it can be removed");
    room.tolmach(&changes);
    let written = fs::read(&page).expect("it is there");
    assert!(written.starts_with(b"PK"));
    room.tolmach(&changes);
    assert_eq!(fs::read(&page).expect("it is there"), written, "the same bytes every time");
    fs::write(&page, [written.as_slice(), b"edited"].concat()).expect("a file can be written");
    room.tolmach(&changes);
    assert!(fs::read(&page).expect("it is there").ends_with(b"edited"));
}

#[test]
fn comments_become_notes_with_their_authors() {
    let room = Newsroom::new();
    let file = room.export(&["docx"]);
    if edited("comment", &file) {
        room.tolmach(&["import", file.to_str().expect("the path is text"), "--yes"]);
        let catalog = room.0.path().join("articles/festival/en.toml");
        let catalog = fs::read_to_string(catalog).expect("the catalog is there");
        assert!(catalog.contains("note   = \"Олег Р.: Free for all?\""), "{catalog}");
    }
}

#[test]
fn rows_that_were_sorted_and_dropped_change_nothing() {
    let room = Newsroom::new();
    let file = room.export(&["docx"]);
    if edited("rows", &file) {
        assert_eq!(room.news(&file, &[]), [""; 0]);
    }
}

#[test]
fn a_workbook_comes_back_as_another_program_saves_it() {
    let room = Newsroom::new();
    let file = room.export(&["xlsx"]);
    assert_eq!(room.news(&file, &[]), [""; 0]);
    if edited("sheet", &file) {
        assert_eq!(room.news(&file, &[]), ["7 new: The next festival is in July."]);
    }
}

#[test]
fn what_libreoffice_saves_anew_comes_back_unchanged() {
    let room = Newsroom::new();
    let profile =
        format!("-env:UserInstallation=file://{}", room.0.path().join("profile").display());
    let forms = [
        (&["docx"][..], &["odt", "docx"][..]),
        (&["docx", "--approval"], &["odt", "docx"]),
        (&["xlsx"], &["ods", "xlsx"]),
    ];
    for (form, formats) in forms {
        let file = room.export(form);
        for format in formats {
            let mut office = Command::new("soffice");
            office.args([&profile, "--headless", "--convert-to", format, "--outdir"]);
            let saved = office.arg(room.0.path().join("saved")).arg(&file).output();
            if !ran("soffice", saved) {
                return;
            }
            let saved = room.0.path().join("saved/en").with_extension(format);
            assert_eq!(room.news(&saved, &[]), [""; 0], "{form:?} {format}");
        }
    }
}

//! Files that no console session can hold: links, forbidden ones, and those cut short.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do and says what it skips")]

mod skipped;

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const CATALOG: &str = "[[pair]]\nsource = \"Да.\"\ntarget = \"Yes.\"\nstate  = \"translated\"\n\
    seal   = \"hgnhb2ha\"\nnote   = \"\"\"\nдва\nслова\"\"\"\n\n[[pair]]\nsource = 'Нет.'\ntarget = \"No.\"\nstate  = \"draft\"\n";

/// A workspace with one article, and its path.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("articles/fine")).unwrap();
    fs::write(folder.path().join("tolmach.toml"), "").unwrap();
    fs::write(folder.path().join("articles/fine/ru.md"), "Да. Нет.\n").unwrap();
    folder
}

fn tolmach(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(arguments).current_dir(root).env("COLUMNS", "80").env_remove("TOLMACH_LANG");
    command
}

/// What a failed call says in each language.
fn failed(root: &Path, arguments: &[&str]) -> [String; 2] {
    failed_as(root, arguments, |_| {})
}

fn failed_as(root: &Path, arguments: &[&str], prepare: impl Fn(&mut Command)) -> [String; 2] {
    ["en", "ru"].map(|language| {
        let mut command = tolmach(root, arguments);
        prepare(&mut command);
        let output = command.args(["--lang", language]).output().unwrap();
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        said
    })
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_link_in_a_circle_is_named_and_no_article() {
    let folder = workspace();
    let root = folder.path();
    fs::create_dir(root.join("articles/circle")).unwrap();
    symlink("ru.md", root.join("articles/circle/ru.md")).unwrap();
    assert_eq!(
        failed(root, &["segment", "articles/circle/ru.md"]),
        [
            "error: can't read \"articles/circle/ru.md\"\n  because: the links form a loop\n",
            "ошибка: не удаётся прочитать «articles/circle/ru.md»\n  причина: ссылки ведут по кругу\n",
        ]
    );
    for name in ["circle", "articles/circle/ru.md"] {
        let [english, russian] = failed(root, &["status", name]);
        assert_eq!(english, "error: \"articles/circle/ru.md\" is a link that leads nowhere\n");
        assert_eq!(russian, "ошибка: ссылка «articles/circle/ru.md» никуда не ведёт\n");
    }
    let output = tolmach(root, &["status", "--format", "csv"]).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
}

#[test]
fn a_folder_that_links_to_its_parent_is_not_walked_twice() {
    let folder = workspace();
    symlink("../../articles", folder.path().join("articles/fine/again")).unwrap();
    let output = tolmach(folder.path(), &["status", "--format", "csv"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
}

#[test]
fn what_may_not_be_read_or_written_is_named() {
    let folder = workspace();
    let root = folder.path();
    let allow = |path: &str, mode| {
        fs::set_permissions(root.join(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    allow("", 0o755);
    let is_root = fs::read(root.join("tolmach.toml")).is_ok() && {
        allow("tolmach.toml", 0o000);
        let is_root = fs::read(root.join("tolmach.toml")).is_ok();
        allow("tolmach.toml", 0o644);
        is_root
    };
    // Nothing is forbidden to root, so somebody else tries.
    let somebody = |command: &mut Command| {
        if is_root {
            command.uid(65_534);
        }
    };
    let mut probe = tolmach(root, &["--version"]);
    somebody(&mut probe);
    if probe.output().is_err() {
        skipped::keep("a second user who can start the program");
        return;
    }
    allow("articles/fine/ru.md", 0o000);
    assert_eq!(
        failed_as(root, &["status"], somebody),
        [
            "error: no permission to read \"articles/fine/ru.md\"\n  because: permission denied\n",
            "ошибка: нет прав на чтение «articles/fine/ru.md»\n  причина: отказано в доступе\n",
        ]
    );
    allow("articles/fine/ru.md", 0o644);
    allow("articles/fine", 0o000);
    assert_eq!(
        failed_as(root, &["check"], somebody),
        [
            "error: can't look into the folder \"articles/fine\"\n  because: permission denied\n",
            "ошибка: не удаётся заглянуть в папку «articles/fine»\n  причина: отказано в доступе\n",
        ]
    );
    allow("articles/fine", 0o755);
    allow("", 0o555);
    assert_eq!(
        failed_as(root, &["export", "--out", "pages"], somebody),
        [
            "error: no permission to write \"pages/fine/en.html\"\n  because: permission denied\n",
            "ошибка: нет прав на запись «pages/fine/en.html»\n  причина: отказано в доступе\n",
        ]
    );
    allow("", 0o755);
}

#[test]
fn a_translation_has_the_encoding_of_its_source() {
    let folder = workspace();
    let wide = |text: &str| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let source = folder.path().join("articles/fine/ru.md");
    fs::write(&source, wide("Да.\r\n")).unwrap();
    fs::write(folder.path().join("articles/fine/en.toml"), CATALOG).unwrap();
    let export = ["export", "fine", "--format", "document"];
    let output = tolmach(folder.path(), &export).output().unwrap();
    assert_eq!(output.stdout, wide("Yes.\r\n"));
    let output = tolmach(folder.path(), &[&export[..], &["--out", "pages"]].concat()).output();
    assert_eq!(output.unwrap().status.code(), Some(0));
    assert_eq!(fs::read(folder.path().join("pages/fine/en.md")).unwrap(), wide("Yes.\r\n"));
    for _ in 0..2 {
        let output = tolmach(folder.path(), &["publish", "--stale", "mark"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let published = fs::read(folder.path().join("articles/fine/en.md")).unwrap();
        assert_eq!(published, wide("Yes.\r\n"));
    }
}

#[test]
fn a_source_cut_inside_a_character_names_the_place() {
    let folder = workspace();
    let whole = "# Заголовок\n\nТекст обрывается".as_bytes();
    fs::write(folder.path().join("articles/fine/ru.md"), &whole[..whole.len() - 1]).unwrap();
    let [english, russian] = failed(folder.path(), &["status"]);
    assert!(
        english.contains("has broken characters\n  --> articles/fine/ru.md:3:16\n"),
        "{english}"
    );
    assert!(russian.contains("испорчены символы\n  --> articles/fine/ru.md:3:16\n"), "{russian}");
}

#[test]
fn a_catalog_cut_anywhere_is_read_or_refused_and_never_changed() {
    let folder = workspace();
    let catalog = folder.path().join("articles/fine/en.toml");
    for end in 0..CATALOG.len() {
        let cut = &CATALOG.as_bytes()[..end];
        fs::write(&catalog, cut).unwrap();
        let output = tolmach(folder.path(), &["check", "--lang", "ru"]).output().unwrap();
        let said = said(&output);
        match output.status.code() {
            Some(1) => assert_eq!(said, "", "{end}"),
            Some(2) => assert!(
                said.starts_with("ошибка: ") && said.contains("--> articles/fine/en.toml:"),
                "{end}: {said}"
            ),
            code => panic!("{end}: {code:?}: {said}"),
        }
        assert_eq!(fs::read(&catalog).unwrap(), cut);
    }
}

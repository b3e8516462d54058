//! Files far larger than any article, through the built program: each command ends, without a panic.
//!
//! Nothing is timed. The sizes are such that work growing with their square would take minutes.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Sentences, pairs or lines of a large file.
const MANY: usize = 10_000;

/// What reads an article, and needs no more than that.
const COMMANDS: [&[&str]; 6] = [
    &["status", "--format", "json"],
    &["check", "--format", "json"],
    &["diff"],
    &["segment", "articles/large/ru.md", "--format", "json"],
    &["export", "large", "--format", "html"],
    &["export", "large", "--format", "json"],
];

/// Has every command read an article of this text with this catalog.
fn read(source: &str, catalog: Option<&str>) {
    let root = tempfile::tempdir().expect("a folder for the article");
    let folder = root.path().join("articles/large");
    fs::create_dir_all(&folder).expect("a new folder");
    fs::write(root.path().join("tolmach.toml"), "").expect("a new file");
    fs::write(folder.join("ru.md"), source).expect("a new file");
    if let Some(catalog) = catalog {
        fs::write(folder.join("en.toml"), catalog).expect("a new file");
    }
    for command in COMMANDS {
        run(root.path(), command, source);
    }
}

fn run(root: &Path, command: &[&str], source: &str) {
    let mut tolmach = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    let output = tolmach.args(command).current_dir(root).output().expect("tolmach starts");
    let beginning: String = source.chars().take(20).collect();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() < Some(2), "{command:?} of {beginning:?}: {errors}");
    assert!(output.status.code().is_some(), "{command:?} of {beginning:?} was killed");
}

fn pair(source: &str) -> String {
    format!("[[pair]]\nsource = \"{source}\"\ntarget = \"x\"\nstate  = \"translated\"\n\n")
}

fn pairs(sources: impl Iterator<Item = String>) -> String {
    sources.map(|source| pair(&source)).collect()
}

fn numbered(verb: &str) -> impl Iterator<Item = String> {
    (0..MANY)
        .map(move |number| format!("Комиссия № {number} {verb} дело {}.", number * 7919 % MANY))
}

fn lines(sentences: impl Iterator<Item = String>) -> String {
    sentences.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn equal_sentences() {
    let catalog = pair("Ещё раз.").repeat(MANY);
    read(&"Ещё раз. ".repeat(MANY), Some(&catalog));
    read(&"Ещё раз.\n\n".repeat(MANY), Some(&catalog));
    read(&"Ещё раз.\n\n".repeat(MANY), Some(&pair("Ещё раз.").repeat(9)));
}

#[test]
fn different_sentences_that_all_changed() {
    let catalog = pairs(numbered("изучила"));
    read(&lines(numbered("рассмотрела")), Some(&catalog));
    let sentences: Vec<String> = numbered("рассмотрела").collect();
    read(&sentences.join(" "), Some(&catalog));
}

#[test]
fn different_sentences_that_all_moved() {
    let mut moved: Vec<String> = numbered("изучила").collect();
    moved.sort_by_key(|sentence| sentence.chars().rev().collect::<String>());
    read(&lines(moved.into_iter()), Some(&pairs(numbered("изучила"))));
    read(&lines(numbered("изучила")), Some(&pairs((0..MANY).map(|_| "Да.".to_owned()))));
}

#[test]
fn sentences_that_were_all_joined_or_split() {
    let joined: Vec<String> = numbered("изучила").collect();
    let joined: Vec<String> = joined.chunks(2).map(|two| two.join(" ")).collect();
    read(&lines(numbered("изучила")), Some(&pairs(joined.iter().cloned())));
    read(
        &lines((0..MANY).map(|_| "Слово".to_owned())),
        Some(&pair("Слово Слово Слово нет").repeat(MANY)),
    );
}

#[test]
fn one_sentence_that_changed() {
    for (new, old) in [
        ("слово и дело ", "слово да дело "),
        ("слово ", "дело "),
        ("1 ", "2 "),
        ("1", "2"),
        ("1 мая 2024 ", "2 мая 2024 "),
        ("5 тыс. млн ", "тысяч миллионов "),
        ("сто двадцать пять ", "двести "),
        ("Иванов ", "Петров "),
        ("«а ", "» "),
        ("[а](б) ", "[а](в) "),
        ("— ", "- "),
        ("а\u{301}", "а"),
    ] {
        read(&new.repeat(MANY), Some(&pair(old.repeat(MANY).trim())));
    }
}

#[test]
fn marks_that_nothing_closes() {
    for mark in [
        "*",
        "*а ",
        "_",
        "[",
        "![",
        "(",
        "<",
        "<!--",
        "<b>",
        "«",
        "\"",
        "`",
        "~",
        "{",
        "{{ a }} ",
        "{heading(а ",
        "$",
        "|",
        "&",
        "&nbsp;",
        "\\",
        "[^",
        "[а](б ",
        "*[<!--«(",
        "!",
        ".",
        "слово",
        "\u{a0}",
        " ",
        "\r",
        "\u{feff}",
    ] {
        read(&mark.repeat(MANY), None);
    }
}

#[test]
fn blocks_in_blocks_and_long_lists() {
    read(&format!("{} а", ">".repeat(MANY)), None);
    read(&format!("{}а", "- ".repeat(MANY)), None);
    read(&format!("{}а", "1. ".repeat(MANY)), None);
    read(&(0..500).map(|depth| format!("{}- а\n", "  ".repeat(depth))).collect::<String>(), None);
    for line in ["• а\n", "- а\n", "1. а\n", "$f_a\n", "а\n", "> а\n", "[а]: б 'т'\n", "# а\n"]
    {
        read(&line.repeat(MANY), None);
    }
    let definitions = (0..MANY).map(|number| format!("[а{number}]: б 'т'\n"));
    read(&definitions.collect::<String>(), None);
}

#[test]
fn long_tables_and_front_matter() {
    read(&format!("|а|б|\n|-|-|\n{}", "|слово|да 5.|\n".repeat(MANY)), None);
    let row = |cell: &str| format!("{}|\n", cell.repeat(MANY));
    read(&[row("|а"), row("|-"), row("|б")].concat(), None);
    read(
        &format!(
            "---\ntitle: {}\nsummary: >\n{}---\nДа.\n",
            "слово ".repeat(MANY),
            "  строка.\n".repeat(MANY)
        ),
        None,
    );
    read(&format!("---\n{}", "ключ: слово\n".repeat(MANY)), None);
    read(&format!("---\ntitle: {}\n---\n\nДа.\n", "[".repeat(MANY)), None);
}

#[test]
fn files_of_next_to_nothing() {
    read("", Some(""));
    read("\u{feff}", Some("\u{feff}"));
    read("\n", Some("\n"));
}

//! Several machines check one workspace: their parts together are what one machine would have written.
//!
//! The judge compares bytes, in every format and both languages.

#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const FORMATS: [&str; 7] = ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"];

/// A workspace of many articles, each with another state of its translation, and pages without a source.
fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    write(root, "tolmach.toml", "");
    for number in 1..=17 {
        let article = format!("articles/2026/{number:02}-день");
        let source =
            format!("# Новость {number}\n\nПришли {number} гостей -- 5 % всех. Дождь шёл.\n");
        let target = format!("# News {number}\n\n{number} guests came -- 5% of all. It rained.\n");
        write(root, &format!("{article}/ru.md"), &source);
        write(root, &format!("{article}/en.md"), &target);
    }
    assert!(run(root, &["align"]).status.success());
    for number in (1..=17).step_by(3) {
        let article = format!("articles/2026/{number:02}-день");
        let source =
            format!("# Новость {number}\n\nПришли 99 гостей -- 5 % всех. Новое <b>слово</b>.\n");
        write(root, &format!("{article}/ru.md"), &source);
    }
    write(root, "articles/2026/18-ночь/ru.md", "Без перевода.\n");
    for number in 1..=9 {
        write(root, &format!("articles/old/{number}/en.md"), "Nobody has its source.\n");
    }
    folder
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.current_dir(root).args(arguments).env("SOURCE_DATE_EPOCH", "1767225600");
    command.env_remove("LC_ALL").env("TOLMACH_LANG", "en").output().unwrap()
}

/// The parts in files, and their names.
fn parts(root: &Path, lang: &str, (of, format): (usize, &str)) -> Vec<String> {
    let make = |number: usize| {
        let name = format!("{number}.part");
        let shard = format!("{number}/{of}");
        let arguments = ["--lang", lang, "check", "--shard", &shard, "--format", format];
        fs::write(root.join(&name), run(root, &arguments).stdout).unwrap();
        name
    };
    (1..=of).rev().map(make).collect()
}

#[test]
fn parts_together_are_the_whole_byte_for_byte() {
    let folder = workspace();
    let root = folder.path();
    for (lang, of) in [("en", 3), ("ru", 23)] {
        for format in FORMATS {
            let whole = run(root, &["--lang", lang, "check", "--format", format]);
            for made_as in ["json", format] {
                if made_as == "gitlab" {
                    continue;
                }
                let files = parts(root, lang, (of, made_as));
                let mut arguments = vec!["report", "merge", "--format", format];
                arguments.extend(files.iter().map(String::as_str));
                let merged = run(root, &arguments);
                let told = String::from_utf8_lossy(&merged.stderr).into_owned();
                assert_eq!(
                    String::from_utf8_lossy(&merged.stdout),
                    String::from_utf8_lossy(&whole.stdout),
                    "{lang} {format} of {of} parts as {made_as}: {told}"
                );
                assert_eq!(merged.status.code(), whole.status.code(), "{told}");
            }
        }
    }
}

#[test]
fn every_article_is_looked_at_in_one_part() {
    let folder = workspace();
    let root = folder.path();
    let mut seen = Vec::new();
    for number in 1..=4 {
        let shard = format!("{number}/4");
        let part = run(root, &["check", "--shard", &shard, "--format", "json"]).stdout;
        let part: serde_json::Value = serde_json::from_slice(&part).unwrap();
        let articles = part["shard"]["articles"].as_array().unwrap().clone();
        assert!(articles.len() < 18, "the parts share the work");
        seen.extend(articles.iter().map(|one| one["article"].as_str().unwrap().to_owned()));
    }
    seen.sort();
    let all: Vec<String> = (1..=18)
        .map(|number| format!("2026/{number:02}-{}", if number == 18 { "ночь" } else { "день" }))
        .collect();
    assert_eq!(seen, all);
}

#[test]
fn what_does_not_belong_together_is_refused() {
    let folder = workspace();
    let root = folder.path();
    let part = |name: &str, arguments: &[&str]| {
        let out = run(root, &[&["check", "--format", "json"], arguments].concat()).stdout;
        fs::write(root.join(name), out).unwrap();
    };
    part("1", &["--shard", "1/2"]);
    part("2", &["--shard", "2/2"]);
    part("other", &["--shard", "2/3"]);
    part("strict", &["--shard", "2/2", "--fail-on", "info"]);
    part("russian", &["--shard", "2/2", "--lang", "ru"]);
    part("whole", &[]);
    let listed = run(root, &["check", "--shard", "2/2", "--format", "gitlab"]).stdout;
    fs::write(root.join("listed"), listed).unwrap();
    let page = "articles/2026/05-день/ru.md";
    let text = fs::read_to_string(root.join(page)).unwrap();
    write(root, page, &text.replace("5 %", "6 %"));
    part("later", &["--shard", "2/2"]);
    part("its first", &["--shard", "1/2"]);
    write(root, page, &text);
    let first = fs::read_to_string(root.join("1")).unwrap();
    fs::write(root.join("cut"), &first[..first.len() / 2]).unwrap();
    fs::write(root.join("alien"), first.replace("\"made_by\": \"", "\"made_by\": \"9.")).unwrap();
    fs::write(root.join("empty"), "").unwrap();
    let refused = [
        (vec!["1"], "part 2 of 2 is missing"),
        (vec!["1", "1"], "part 1 is here twice"),
        (vec!["1", "other"], "another call"),
        (vec!["1", "strict"], "another call"),
        (vec!["1", "russian"], "another call"),
        (vec!["1", "later"], "made of other texts"),
        (vec!["its first", "2"], "made of other texts"),
        (vec!["1", "whole"], "not a part"),
        (vec!["cut", "2"], "not a part"),
        (vec!["empty", "2"], "not a part"),
        (vec!["1", "listed"], "GitLab’s format doesn’t say"),
        (vec!["alien", "2"], "made by tolmach 9."),
        (vec!["1", "nowhere"], "nowhere"),
    ];
    for (files, why) in refused {
        let merged = run(root, &[&["report", "merge"], &files[..]].concat());
        let told = String::from_utf8_lossy(&merged.stderr).into_owned();
        assert_eq!(merged.status.code(), Some(2), "{files:?}: {told}");
        assert!(merged.stdout.is_empty() && told.contains(why), "{files:?}: {told}");
    }
    for shard in ["0/2", "3/2", "2", "a/b", "1/0"] {
        assert_eq!(run(root, &["check", "--shard", shard]).status.code(), Some(2), "{shard}");
    }
}

#[test]
fn an_article_that_no_part_could_read_stops_the_whole() {
    let folder = workspace();
    let root = folder.path();
    fs::write(root.join("articles/2026/04-день/en.toml"), "[[pair]\n").unwrap();
    let whole = run(root, &["check", "--format", "junit"]);
    assert_eq!(whole.status.code(), Some(2));
    let files = parts(root, "en", (3, "json"));
    let mut arguments = vec!["report", "merge", "--format", "junit"];
    arguments.extend(files.iter().map(String::as_str));
    let merged = run(root, &arguments);
    assert_eq!(merged.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&merged.stdout), String::from_utf8_lossy(&whole.stdout));
}

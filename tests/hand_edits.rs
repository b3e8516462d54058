//! What hands do to pages: facts that only the page changed, values, fields and blocks that nobody translates.
//!
//! What is right is judged by the texts alone: a page with a falsified figure fails until a person settles it.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const RUSSIAN: &str = "# Мост через Волгу

Длина моста — 1350 метров. Подрядчик не сорвал сроки. Все рабочие получили премию.

Мост откроет мэр Олег Савин.
";

const ENGLISH: &str = "# Bridge across the Volga

The bridge is 1,350 meters long. The contractor did not miss the deadlines. All workers got a bonus.

Mayor Oleg Savin will open the bridge.
";

/// What a hand falsifies, and into what.
const FACTS: [(&str, &str); 5] = [
    ("1,350 meters", "1,530 meters"),
    ("did not miss", "did miss"),
    ("All workers", "Some workers"),
    ("Oleg Savin", "Ivan Savin"),
    ("1,350 meters", "1,350 feet"),
];

struct Site(TempDir);

impl Site {
    /// An article in both languages with a finished catalog, committed; published or kept by hand.
    fn new(is_published: bool) -> Self {
        let site = Self(tempfile::tempdir().expect("a folder can be made"));
        site.write("tolmach.toml", "[authorship]\nby = false\non = false\n");
        site.write("articles/most/ru.md", RUSSIAN);
        site.write("articles/most/en.md", ENGLISH);
        site.git(&["init", "-q", "-b", "main"]);
        site.run(&["align"]);
        site.run(&["translate", "most", "1-5", "--list"]);
        site.run(&["review", "most", "1-5"]);
        if is_published {
            site.run(&["publish", "--force"]);
        }
        site.commit();
        site
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("it is below the folder")).expect("is writable");
        fs::write(path, text).expect("is writable");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).expect("it can be read")
    }

    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{old} in {text}");
        self.write(path, &text.replacen(old, new, 1));
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.current_dir(self.0.path()).args([
            "-c",
            "user.name=Anna",
            "-c",
            "user.email=a@b.example",
        ]);
        let output = command.args(arguments).output().expect("git runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "news"]);
    }

    fn output(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.0.path()).env("TOLMACH_LANG", "en").env("TOLMACH_USER", "Anna");
        command.args(arguments).output().expect("tolmach runs")
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = self.output(arguments);
        let told = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&told).into_owned())
    }

    /// What this check finds, each as its severity and its message.
    fn findings(&self, call: &[&str], check: &str) -> Vec<String> {
        let told = self.output(&[&["check", "--format", "json"], call].concat()).stdout;
        let report: Value = serde_json::from_slice(&told).expect("it is JSON");
        let all = report["findings"].as_array().expect("it is a list").iter();
        let wanted = all.filter(|finding| finding["check"] == check);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let told = wanted.map(|one| text(&one["severity"]) + ": " + &text(&one["message"]));
        told.collect()
    }
}

#[test]
fn a_fact_that_only_the_page_changed_fails_until_a_person_settles_it() {
    for is_published in [true, false] {
        for (old, new) in FACTS {
            let case = format!("{new}, published: {is_published}");
            let site = Site::new(is_published);
            assert_eq!(site.run(&["check"]).0, Some(0), "{case}: {}", site.run(&["check"]).1);
            site.edit("articles/most/en.md", old, new);
            for call in [&[][..], &["--documents"], &["--changed-from", "main"]] {
                let call = [&["check"], call].concat();
                assert_eq!(site.run(&call).0, Some(1), "{case}: {call:?}");
            }
            site.git(&["add", "-A"]);
            assert_eq!(site.run(&["check", "--staged"]).0, Some(1), "{case}: staged");
            assert_eq!(site.run(&["check", "--staged", "--documents"]).0, Some(1), "{case}");
            assert_eq!(site.findings(&["--documents"], "hand-edit").len(), 1, "{case}");
            site.run(&["align"]);
            let (status, told) = site.run(&["check"]);
            assert_eq!(status, Some(1), "{case}: {told}");
            assert_eq!(site.findings(&[], "hand-edit").len(), 1, "{case}: {told}");
            // A note settles nothing.
            site.commit();
            assert_eq!(site.run(&["check", "--documents"]).0, Some(1), "{case}");
        }
    }
}

#[test]
fn an_edit_of_both_sides_is_no_edit_of_one() {
    let site = Site::new(false);
    site.edit("articles/most/ru.md", "1350 метров", "1450 метров");
    site.edit("articles/most/en.md", "1,350 meters", "1,530 meters");
    let told = site.findings(&["--documents"], "hand-edit");
    assert!(told.len() == 1 && told[0].contains("otherwise than its source"), "{told:?}");
}

#[test]
fn a_person_settles_a_hand_edit_or_takes_it_back() {
    let edited = || {
        let site = Site::new(false);
        site.edit("articles/most/en.md", "1,350 meters", "1,530 meters");
        site.run(&["align"]);
        site
    };
    for call in [
        &["review", "most", "2"][..],
        &["translate", "most", "2", "--edit", "The bridge is 1,530 meters long."],
    ] {
        let site = edited();
        site.run(call);
        assert_eq!(site.findings(&[], "hand-edit").len(), 0, "{call:?}");
    }
    let site = edited();
    site.edit("articles/most/en.md", "1,530 meters", "1,350 meters");
    site.run(&["align"]);
    assert_eq!(site.run(&["check"]).0, Some(0), "{}", site.run(&["check"]).1);
}

#[test]
fn drafts_of_a_first_align_only_warn() {
    let site = Site(tempfile::tempdir().expect("a folder can be made"));
    site.write("tolmach.toml", "");
    site.write("articles/most/ru.md", RUSSIAN);
    site.write("articles/most/en.md", &ENGLISH.replace("1,350", "1,530"));
    site.git(&["init", "-q", "-b", "main"]);
    site.commit();
    site.write("articles/most/en.md", &ENGLISH.replace("1,350", "1,503"));
    site.commit();
    site.run(&["align", "--source-at", "auto"]);
    assert_eq!(site.findings(&[], "hand-edit"), Vec::<String>::new());
}

#[test]
fn an_emptied_page_fails_after_align_too() {
    for is_published in [true, false] {
        let site = Site::new(is_published);
        site.write("articles/most/en.md", "");
        assert_eq!(site.run(&["check"]).0, Some(1));
        site.run(&["align"]);
        assert_eq!(site.run(&["check"]).0, Some(1), "published: {is_published}");
    }
}

#[test]
fn a_known_page_that_is_behind_hides_no_other_edit() {
    let site = Site::new(true);
    site.edit("articles/most/en.md", "Mayor", "The mayor");
    site.commit();
    assert_eq!(site.run(&["check", "--only-new", "main"]).0, Some(0));
    site.run(&["check", "--baseline", "debt.json", "--write-baseline"]);
    assert_eq!(site.run(&["check", "--baseline", "debt.json"]).0, Some(0));
    site.edit("articles/most/en.md", "1,350 meters", "1,530 meters");
    assert_eq!(site.run(&["check", "--only-new", "main"]).0, Some(1));
    assert_eq!(site.run(&["check", "--baseline", "debt.json"]).0, Some(1));
}

/// A page with values, fields and a skipped block.
const BUDGET: &str = "---
title: Бюджет
author: Ирина Соколова
tags: [\"школа\"]
image: фото/мост.jpg
---

# Бюджет

Деньги распределили.

| Статья | Сумма |
| --- | --- |
| Дороги | 1 310,5 |
| Школы | 5,2 % |
| Срок | 03.12.2025 |
| Договор | № 5 |

<!-- tolmach:skip -->
Этот абзац никто не переводит.
";

fn budget(style: &str) -> Site {
    let site = Site(tempfile::tempdir().expect("a folder can be made"));
    site.write("tolmach.toml", style);
    site.write("articles/most/ru.md", BUDGET);
    let texts = ["Budget", "Budget", "The money was distributed.", "Item", "Amount", "Roads"];
    for (at, text) in texts.iter().enumerate() {
        site.run(&["translate", "most", &(at + 1).to_string(), "--edit", text]);
    }
    for (number, text) in [("8", "Schools"), ("10", "Term"), ("12", "Contract")] {
        site.run(&["translate", "most", number, "--edit", text]);
    }
    site.run(&["publish"]);
    site
}

#[test]
fn values_stand_on_the_page_as_its_readers_write_them() {
    let site = budget("");
    let page = site.read("articles/most/en.md");
    for row in ["| Roads | 1,310.5 |", "| Schools | 5.2% |", "| Contract | No. 5 |"] {
        assert!(page.contains(row), "{row}: {page}");
    }
    assert!(page.contains("| Term | 03.12.2025 |"), "{page}");
    let doubts = site.findings(&[], "value-form");
    assert!(doubts.len() == 1 && doubts[0].contains("03.12.2025"), "{doubts:?}");
    site.run(&["translate", "most", "11", "--edit", "December 3, 2025"]);
    assert_eq!(site.findings(&[], "value-form"), Vec::<String>::new());
    site.run(&["publish"]);
    assert!(site.read("articles/most/en.md").contains("| Term | December 3, 2025 |"));
    assert_eq!(site.findings(&[], "unpublished"), Vec::<String>::new());
    site.edit("articles/most/ru.md", "1 310,5", "1 350,5");
    let behind = site.findings(&[], "unpublished");
    assert!(behind.len() == 1 && behind[0].contains("1,310.5"), "{behind:?}");
    assert!(behind[0].contains("1,350.5"), "{behind:?}");
    let styled = budget("[style]\ndates = \"day-first\"\n");
    assert!(styled.read("articles/most/en.md").contains("| Term | 3 December 2025 |"));
}

#[test]
fn a_value_that_a_hand_falsified_fails_after_align_too() {
    for (old, new) in [("1,310.5", "1,530.5"), ("5.2%", "2.5%"), ("No. 5", "No. 6")] {
        let site = budget("");
        site.edit("articles/most/en.md", old, new);
        assert_eq!(site.findings(&["--documents"], "hand-edit").len(), 1, "{new}");
        site.run(&["align"]);
        assert_eq!(site.findings(&[], "hand-edit").len(), 1, "{new}");
        site.edit("articles/most/en.md", new, old);
        site.run(&["align"]);
        assert_eq!(site.findings(&[], "hand-edit").len(), 0, "{old}");
    }
}

#[test]
fn fields_and_skipped_blocks_left_in_the_source_language_are_told() {
    let site = budget("");
    let left = site.findings(&[], "left-in-source");
    let told = |severity: &str, text: &str| {
        left.iter().any(|one| one.starts_with(severity) && one.contains(text))
    };
    assert!(told("warning", "author") && told("warning", "tags"), "{left:?}");
    assert!(told("error", "Этот абзац"), "{left:?}");
    assert_eq!(left.len(), 3, "{left:?}");
    site.edit("articles/most/ru.md", "tolmach:skip", "tolmach:copy");
    site.run(&["publish"]);
    assert_eq!(site.findings(&[], "left-in-source").len(), 2);
}

#[test]
fn a_branch_is_not_asked_about_lone_pages_that_it_leaves_alone() {
    let site = Site::new(false);
    site.write("articles/old/en.md", "An old page.\n");
    site.commit();
    site.git(&["checkout", "-q", "-b", "branch"]);
    site.write("read.me", "Nothing.\n");
    site.commit();
    let call = ["check", "--changed-from", "main", "--fail-on", "warning"];
    assert_eq!(site.run(&call).0, Some(0), "{}", site.run(&call).1);
    site.write("articles/old/en.md", "An old page, edited.\n");
    assert_eq!(site.run(&call).0, Some(1));
    site.git(&["checkout", "-q", "--", "."]);
    fs::remove_file(site.0.path().join("articles/most/ru.md")).expect("it can go");
    assert_eq!(site.findings(&["--changed-from", "main"], "lone-document").len(), 1);
}

#[test]
fn old_debts_of_a_renamed_article_are_no_new_ones() {
    let site = Site::new(false);
    site.edit("articles/most/ru.md", "1350 метров", "1450 метров");
    site.commit();
    site.git(&["mv", "articles/most", "articles/new"]);
    let call = ["check", "--only-new", "main"];
    assert_eq!(site.run(&call).0, Some(0), "{}", site.run(&call).1);
    site.edit("articles/new/ru.md", "Олег", "Иван");
    assert_eq!(site.run(&call).0, Some(1));
}

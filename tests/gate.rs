//! The gate reaches the page: what was taken out of a source and still stands in its translation is told.
//!
//! What is right is judged by the texts alone: the English sentence stands in the document or it doesn't.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const RUSSIAN: &str = "---
title: Ярмарка ремёсел в Костроме
summary: Коротко о ярмарке и её гостях
---

# Ярмарка ремёсел в Костроме

Ярмарка открылась в субботу. Подрядчик украл половину денег. Гостей было вдвое больше, чем год назад.

Второй раздел посвящён погоде. Ливень не прекращался.

- Гончары привезли посуду
- Кузнецы показали решётки
- Ткачи продали все ковры

> Такого праздника город давно не видел.

| Ремесло | Отзыв |
| --- | --- |
| Резьба | Мастера хвалили чаще других |

![Толпа у главных ворот](gate.jpg)

## Что будет дальше

Следующая ярмарка пройдёт осенью.
";

const ENGLISH: &str = "---
title: Crafts fair in Kostroma
summary: The fair and its guests in brief
---

# Crafts fair in Kostroma

The fair opened on Saturday. The contractor stole half of the
money. There were twice as many guests as a year ago.

The second section is about the weather. The downpour never stopped.

- Potters brought their dishes
- Blacksmiths showed lattices
- Weavers sold every carpet

> The city had not seen such a celebration for a long time.

| Craft | Review |
| --- | --- |
| Carving | The master was praised more often than others |

![The crowd at the main gate](gate.jpg)

## What comes next

The next fair will be held in autumn.
";

/// What is taken out of the source, and the English that is then without one.
const PLACES: &[(&str, &str, &[&str])] = &[
    ("first sentence", "Ярмарка открылась в субботу. ", &["The fair opened on Saturday."]),
    ("middle sentence", "Подрядчик украл половину денег. ", &["The contractor stole half of the"]),
    (
        "last sentence",
        " Гостей было вдвое больше, чем год назад.",
        &["There were twice as many guests as a year ago."],
    ),
    (
        "paragraph",
        "Второй раздел посвящён погоде. Ливень не прекращался.\n\n",
        &["The second section is about the weather.", "The downpour never stopped."],
    ),
    ("first item", "- Гончары привезли посуду\n", &["Potters brought their dishes"]),
    ("middle item", "- Кузнецы показали решётки\n", &["Blacksmiths showed lattices"]),
    ("last item", "- Ткачи продали все ковры\n", &["Weavers sold every carpet"]),
    (
        "quotation",
        "> Такого праздника город давно не видел.\n\n",
        &["The city had not seen such a celebration for a long time."],
    ),
    ("cell", "Мастера хвалили чаще других", &["The master was praised more often than others"]),
    (
        "row",
        "| Резьба | Мастера хвалили чаще других |\n",
        &["Carving", "The master was praised more often than others"],
    ),
    ("caption", "Толпа у главных ворот", &["The crowd at the main gate"]),
    ("heading", "## Что будет дальше\n\n", &["What comes next"]),
    ("field", "summary: Коротко о ярмарке и её гостях\n", &["The fair and its guests in brief"]),
    ("end", "\nСледующая ярмарка пройдёт осенью.\n", &["The next fair will be held in autumn."]),
];

/// How the English came to stand where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// `align` read it.
    Adopted,
    /// The program wrote it.
    Published,
    /// A hand put it there, and no command ever met it.
    Unmet,
}

struct Site(TempDir);

impl Site {
    /// An article in both languages with a finished catalog.
    fn new(kind: Kind) -> Self {
        let site = Self(tempfile::tempdir().expect("a folder can be made"));
        fs::create_dir_all(site.0.path().join("articles/fair")).expect("it can be made");
        site.write("tolmach.toml", "");
        site.write("articles/fair/ru.md", RUSSIAN);
        site.write("articles/fair/en.md", ENGLISH);
        site.run(&["align"]);
        site.run(&["review", "fair", "1-19"]);
        match kind {
            Kind::Adopted => {}
            Kind::Published => drop(site.run(&["publish", "--force"])),
            Kind::Unmet => {
                let catalog = site.read("articles/fair/en.toml");
                let pairs = catalog.find("[[pair]]").expect("has pairs");
                site.write("articles/fair/en.toml", &catalog[pairs..]);
            }
        }
        site
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).expect("it can be read")
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.path().join(path), text).expect("it can be written");
    }

    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{old} in {text}");
        self.write(path, &text.replacen(old, new, 1));
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.0.path()).env("TOLMACH_LANG", "en").env("TOLMACH_USER", "Anna");
        let output = command.args(arguments).output().expect("tolmach runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The findings of these checks.
    fn findings(&self, checks: &[&str]) -> Vec<Value> {
        let (_, told) = self.run(&["check", "--format", "json"]);
        let report: Value = serde_json::from_str(&told).expect("it is JSON");
        let findings = report["findings"].as_array().expect("it is a list").clone();
        let is_wanted = |finding: &Value| checks.iter().any(|check| finding["check"] == *check);
        findings.into_iter().filter(is_wanted).collect()
    }

    /// The only article's entry in `status`.
    fn status(&self) -> Value {
        let (_, told) = self.run(&["status", "--format", "json"]);
        let report: Value = serde_json::from_str(&told).expect("it is JSON");
        report["articles"][0].clone()
    }

    /// Whether one of the findings names the line of the document where this stands.
    #[track_caller]
    fn assert_told(&self, findings: &[Value], english: &str, case: &str) {
        let document = self.read("articles/fair/en.md");
        let lines = document.lines().zip(1..);
        let line = lines.filter(|(text, _)| text.contains(english)).map(|(_, line)| line);
        let lines: Vec<u64> = line.collect();
        assert!(!lines.is_empty(), "{case}: {english} isn't in {document}");
        let is_here = |finding: &Value| {
            finding["document"] == "articles/fair/en.md"
                && finding["document_line"].as_u64().is_some_and(|line| lines.contains(&line))
        };
        assert!(findings.iter().any(is_here), "{case}: {english} isn't told: {findings:#?}");
    }
}

const KINDS: [Kind; 3] = [Kind::Adopted, Kind::Published, Kind::Unmet];

#[test]
fn a_page_that_says_what_its_source_says_is_green() {
    for kind in KINDS {
        let site = Site::new(kind);
        assert_eq!(site.run(&["check", "--fail-on", "info"]).0, Some(0), "{kind:?}");
        let status = site.status();
        assert_eq!(status["published"], "current", "{kind:?}");
        assert_eq!(status["complete"], true, "{kind:?}");
    }
}

#[test]
fn what_was_taken_out_of_the_source_is_told_with_its_place_on_the_page() {
    for kind in KINDS {
        for (place, russian, english) in PLACES {
            let site = Site::new(kind);
            site.edit("articles/fair/ru.md", russian, "");
            let case = format!("{kind:?}, {place}");
            assert_eq!(site.run(&["check"]).0, Some(1), "{case}");
            let withdrawn = site.findings(&["withdrawn"]);
            english.iter().for_each(|english| site.assert_told(&withdrawn, english, &case));
            assert_eq!(withdrawn.len(), english.len(), "{case}: {withdrawn:#?}");
            let status = site.status();
            assert_eq!(status["withdrawn"], english.len(), "{case}");
            assert_eq!(status["complete"], false, "{case}");
            assert_eq!(status["published"], "behind", "{case}");
        }
    }
}

/// What hides a line from readers.
const HIDES: [[&str; 2]; 6] = [
    ["[//]: # (", ")"],
    ["[comment]: <> (", ")"],
    ["<div hidden>\n\n", "\n\n</div>"],
    ["<template>\n\n", "\n\n</template>"],
    ["{% comment %}\n\n", "\n\n{% endcomment %}"],
    ["<!--\n", "\n-->"],
];

#[test]
fn a_line_that_the_source_hides_is_taken_out_of_it() {
    for kind in KINDS {
        for [open, close] in HIDES {
            let site = Site::new(kind);
            let russian = "Следующая ярмарка пройдёт осенью.";
            site.edit("articles/fair/ru.md", russian, &format!("{open}{russian}{close}"));
            let case = format!("{kind:?}, {open}");
            assert_eq!(site.run(&["check"]).0, Some(1), "{case}");
            let withdrawn = site.findings(&["withdrawn"]);
            site.assert_told(&withdrawn, "The next fair will be held in autumn.", &case);
        }
    }
}

#[test]
fn a_line_that_the_page_hides_is_gone_from_it() {
    for kind in KINDS {
        for [open, close] in HIDES {
            for aligns in [false, true] {
                let site = Site::new(kind);
                let english = "The next fair will be held in autumn.";
                site.edit("articles/fair/en.md", english, &format!("{open}{english}{close}"));
                if aligns {
                    site.run(&["align"]);
                }
                let case = format!("{kind:?}, {open}, {aligns}");
                let told = site.findings(&["unpublished", "missing", "draft"]);
                let checks: BTreeSet<String> =
                    told.iter().map(|one| one["check"].to_string()).collect();
                assert!(!told.is_empty() && told.len() == checks.len(), "{case}: {told:#?}");
                // What `align` looked at may be a draft, which warns; before that it fails.
                assert!(aligns || site.run(&["check"]).0 == Some(1), "{case}");
            }
        }
    }
}

#[test]
fn a_strike_that_the_source_alone_makes_is_told() {
    for (russian, struck) in [
        ("Ливень не прекращался.", "Ливень ~~не~~ прекращался."),
        ("Ткачи продали все ковры", "Ткачи продали <del>все</del> ковры"),
        ("Мастера хвалили чаще других", "~~Мастера хвалили чаще других~~"),
    ] {
        let site = Site::new(Kind::Adopted);
        site.edit("articles/fair/ru.md", russian, struck);
        assert_eq!(site.run(&["check"]).0, Some(1), "{struck}");
        assert_eq!(site.findings(&["stale"]).len(), 1, "{struck}");
    }
}

#[test]
fn what_stands_before_a_caption_in_its_tag_is_told() {
    for (russian, english, changed) in [
        (
            "<img src=\"c.jpg\" alt=\"Ярмарка\">",
            "<img src=\"c.jpg\" alt=\"The fair\">",
            ["c.jpg", "d.jpg"],
        ),
        (
            "{{< figure src=\"a.jpg\" caption=\"Ярмарка\" >}}",
            "{{< figure src=\"a.jpg\" caption=\"The fair\" >}}",
            ["a.jpg", "b.jpg"],
        ),
        ("*[МЧС]: Министерство", "*[MES]: Ministry", ["[МЧС]", "[ФСБ]"]),
        ("- [x] Сдать отчёт", "- [x] Hand in the report", ["[x]", "[ ]"]),
        (
            "> [!WARNING] Осторожно\n> Вода грязная.",
            "> [!WARNING] Caution\n> The water is dirty.",
            ["WARNING", "TIP"],
        ),
    ] {
        let site = Site::new(Kind::Adopted);
        site.write("articles/fair/ru.md", &format!("{RUSSIAN}\n{russian}\n"));
        site.write("articles/fair/en.md", &format!("{ENGLISH}\n{english}\n"));
        site.run(&["align"]);
        assert!(site.findings(&["unpublished"]).is_empty(), "{russian}");
        site.edit("articles/fair/ru.md", changed[0], changed[1]);
        assert_eq!(site.findings(&["unpublished"]).len(), 1, "{russian}");
        assert_eq!(site.run(&["check"]).0, Some(1), "{russian}");
    }
}

#[test]
fn a_picture_or_a_title_that_the_page_alone_changes_makes_a_draft() {
    for (russian, english, changed) in [
        ("| ✗ |\n| --- |", "| ✗ |\n| --- |", ["✗", "✓"]),
        ("- 🔴", "- 🔴", ["🔴", "🟢"]),
        (
            "Вот <img src=\"q.jpg\" alt=\"Не входить\"> тут.",
            "Here is <img src=\"q.jpg\" alt=\"Do not enter\">.",
            ["Do not enter", "Enter"],
        ),
        (
            "Это [устав](https://paper.example \"Устав 2024 года\").",
            "This is [the charter](https://paper.example \"Charter of 2024\").",
            ["of 2024", "of 2025"],
        ),
    ] {
        let site = Site::new(Kind::Adopted);
        site.write("articles/fair/ru.md", &format!("{RUSSIAN}\n{russian}\n"));
        site.write("articles/fair/en.md", &format!("{ENGLISH}\n{english}\n"));
        site.run(&["align"]);
        site.run(&["review", "fair", "1-20"]);
        assert!(site.findings(&["draft"]).is_empty(), "{russian}");
        site.edit("articles/fair/en.md", changed[0], changed[1]);
        site.run(&["align"]);
        assert_eq!(site.findings(&["draft", "hand-edit"]).len(), 1, "{english}");
    }
}

#[test]
fn nothing_is_forgotten_once_align_ran_again_or_tidy_removed_the_orphan() {
    for kind in KINDS {
        for (place, russian, english) in PLACES {
            let site = Site::new(kind);
            site.edit("articles/fair/ru.md", russian, "");
            for after in [&["align"][..], &["tidy", "--yes"]] {
                site.run(after);
                let case = format!("{kind:?}, {place}, {after:?}");
                let told = site.findings(&["withdrawn", "extra"]);
                english.iter().for_each(|english| site.assert_told(&told, english, &case));
                assert_eq!(site.status()["complete"], false, "{case}");
            }
        }
    }
}

#[test]
fn what_a_person_keeps_without_a_source_outlives_tidy() {
    let mut kept = 0;
    for kind in KINDS {
        for (place, russian, english) in PLACES {
            let site = Site::new(kind);
            site.edit("articles/fair/ru.md", russian, "");
            for number in 1..=english.len() {
                site.run(&["ack", "fair", &format!("+{number}"), "--reason", "readers ask for it"]);
            }
            if !site.findings(&["withdrawn", "extra"]).is_empty() {
                continue;
            }
            kept += 1;
            site.run(&["tidy", "--yes"]);
            let told = site.findings(&["withdrawn", "extra"]);
            assert!(told.is_empty(), "{kind:?}, {place}: {told:?}");
        }
    }
    assert!(kept > KINDS.len(), "{kept}");
}

#[test]
fn a_page_that_lost_it_too_is_green_again() {
    for kind in KINDS {
        for (place, russian, english) in PLACES {
            let site = Site::new(kind);
            site.edit("articles/fair/ru.md", russian, "");
            if *place == "middle sentence" {
                let call = ["review", "fair", "4", "--edit", "The fair opened on Saturday."];
                assert_eq!(site.run(&call).0, Some(0), "{place}");
            }
            if kind == Kind::Published {
                site.run(&["publish"]);
            } else {
                let mut document = site.read("articles/fair/en.md").replace("\nmoney. ", "\n");
                for english in *english {
                    let lines = [format!("- {english}\n"), format!("> {english}\n\n")];
                    let lines = lines.into_iter().chain([format!("summary: {english}\n")]);
                    for line in lines.chain([(*english).to_owned()]) {
                        document = document.replacen(&line, "", 1);
                    }
                }
                site.write("articles/fair/en.md", &document.replace("## \n\n", ""));
                site.run(&["align"]);
            }
            let case = format!("{kind:?}, {place}");
            let told = site.findings(&["withdrawn", "extra", "unpublished", "stale"]);
            assert!(told.is_empty(), "{case}: {told:#?}\n{}", site.read("articles/fair/en.md"));
            assert_eq!(site.status()["published"], "current", "{case}");
        }
    }
}

#[test]
fn what_is_wanted_is_kept_with_a_reason_until_it_changes() {
    for kind in KINDS {
        for command in ["waive", "ack"] {
            let site = Site::new(kind);
            site.edit("articles/fair/ru.md", "Ливень не прекращался.", "");
            let case = format!("{kind:?}, {command}");
            let check: &[&str] = if command == "waive" { &["--check", "withdrawn"] } else { &[] };
            let call = [&[command, "fair", "+1", "--reason", "History."], check].concat();
            assert_eq!(site.run(&call).0, Some(0), "{case}");
            assert!(site.findings(&["withdrawn", "extra", "unpublished"]).is_empty(), "{case}");
            assert_eq!(site.status()["complete"], true, "{case}");
            assert!(site.run(&["waive", "--list"]).1.contains("fair/en.md:1"), "{case}");
            site.run(&["align"]);
            site.run(&["publish"]);
            let page = site.read("articles/fair/en.md");
            assert!(page.contains("The downpour never stopped."), "{case}: {page}");
            site.edit("articles/fair/en.md", "The downpour never", "That downpour never");
            assert_ne!(site.run(&["check", "--fail-on", "warning"]).0, Some(0), "{case}");
        }
    }
}

#[test]
fn text_that_only_the_translation_has_is_told_until_somebody_wants_it() {
    let site = Site::new(Kind::Adopted);
    let added = "It rained.\n\nThis page was translated for guests of the city.\n";
    site.edit("articles/fair/en.md", "The downpour never stopped.\n", added);
    site.edit("articles/fair/ru.md", "Ливень не прекращался.", "Шёл дождь.");
    assert_eq!(site.status()["published"], "edited");
    site.run(&["align"]);
    let extra = site.findings(&["extra"]);
    site.assert_told(&extra, "This page was translated", "aligned");
    assert_eq!(extra[0]["number"], "+1");
    assert_eq!((&site.status()["extra"], &site.status()["complete"]), (&1.into(), &false.into()));
    assert_eq!(site.run(&["waive", "fair", "+2", "--check", "extra", "--reason", "x"]).0, Some(2));
    let call = ["waive", "fair", "+1", "--check", "extra", "--reason", "For guests."];
    assert_eq!(site.run(&call).0, Some(0));
    assert!(site.findings(&["extra", "withdrawn"]).is_empty());
    assert_eq!(site.status()["extra"], 0);
}

#[test]
fn the_work_list_and_the_diff_name_what_was_withdrawn() {
    let site = Site::new(Kind::Adopted);
    site.edit("articles/fair/ru.md", "Ливень не прекращался.", "");
    let (_, list) = site.run(&["translate", "--list"]);
    let entry = "articles/fair/en.md:11:42: withdrawn, still on the page, +1\n  \
                 [-Ливень не прекращался.-]\n  en: The downpour never stopped.\n";
    assert_eq!(list.trim_end(), entry.trim_end());
    let (_, diff) = site.run(&["diff"]);
    assert_eq!(diff, entry);
    let (_, diff) = site.run(&["diff", "--format", "json"]);
    let diff: Value = serde_json::from_str(&diff).expect("it is JSON");
    assert_eq!(diff["withdrawn"][0]["document"], "articles/fair/en.md");
    assert_eq!(diff["withdrawn"][0]["number"], "+1");
}

#[test]
fn every_report_carries_the_place_on_the_page() {
    let site = Site::new(Kind::Adopted);
    site.edit("articles/fair/ru.md", "Ливень не прекращался.", "");
    for (format, place) in [
        ("text", "articles/fair/en.md:11:42: +1: "),
        ("json", "\"document_line\": 11"),
        ("sarif", "\"startLine\": 11"),
        ("github", "::error file=articles/fair/en.md,line=11,col=42,"),
        ("gitlab", "\"begin\": 11"),
        ("junit", "articles/fair/en.md:11:42: The page still says"),
        ("markdown", "`articles/fair/en.md:11:42`"),
    ] {
        let (_, told) = site.run(&["check", "--format", format]);
        assert!(told.contains(place), "{format}: {told}");
    }
}

#[test]
fn a_page_whose_source_is_gone_fails_and_one_that_never_had_one_warns() {
    let site = Site::new(Kind::Adopted);
    fs::remove_file(site.0.path().join("articles/fair/ru.md")).expect("it can go");
    assert_eq!(site.run(&["check"]).0, Some(1));
    assert_eq!(site.run(&["check", "--documents"]).0, Some(1));
    assert_eq!(site.run(&["publish", "--check"]).0, Some(1));
    let lone = site.findings(&["lone-document"]);
    assert_eq!(
        (&lone[0]["severity"], &lone[0]["document"]),
        (&"error".into(), &"articles/fair/en.md".into())
    );
    assert!(site.run(&["status"]).1.contains("1 page without a source:\n  articles/fair/en.md\n"));
    let (_, told) = site.run(&["status", "--format", "json"]);
    let report: Value = serde_json::from_str(&told).expect("it is JSON");
    assert_eq!(report["lone_documents"], Value::from(vec!["articles/fair/en.md"]));
    fs::remove_file(site.0.path().join("articles/fair/en.toml")).expect("it can go");
    fs::create_dir(site.0.path().join("articles/empty")).expect("it can be made");
    site.write("articles/empty/ru.md", "");
    assert_eq!(site.run(&["check"]).0, Some(0));
    assert_eq!(site.findings(&["lone-document"])[0]["severity"], "warning");
}

#[test]
fn git_remembers_that_a_page_had_a_source() {
    let site = Site::new(Kind::Adopted);
    fs::remove_file(site.0.path().join("articles/fair/en.toml")).expect("it can go");
    fs::create_dir(site.0.path().join("articles/empty")).expect("it can be made");
    site.write("articles/empty/ru.md", "");
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(site.0.path()).args(["-c", "user.name=A", "-c", "user.email=a@b"]);
        command.args(["-c", "commit.gpgsign=false"]).args(arguments).output()
    };
    if git(&["init", "-q", "-b", "main"]).is_err() {
        return;
    }
    for arguments in
        [&["add", "."][..], &["commit", "-qm", "both"], &["rm", "-q", "articles/fair/ru.md"]]
    {
        assert!(git(arguments).expect("git runs").status.success(), "{arguments:?}");
    }
    assert_eq!(site.run(&["check", "--changed-from", "main"]).0, Some(1));
    git(&["commit", "-qm", "gone"]).expect("git runs");
    for call in [&["check"][..], &["check", "--documents", "--changed-from", "main"]] {
        assert_eq!(site.run(call).0, Some(1), "{call:?}");
    }
}

#[test]
fn a_long_list_of_pages_is_told_by_folders() {
    let site = Site::new(Kind::Adopted);
    for number in 0..30 {
        let folder = site.0.path().join(format!("articles/old/{number}"));
        fs::create_dir_all(&folder).expect("it can be made");
        fs::write(folder.join("en.md"), "Old.\n").expect("it can be written");
    }
    for call in [&["status"][..], &["check"]] {
        let (_, told) = site.run(call);
        assert!(told.contains("articles/old/: 30 pages without a source"), "{told}");
        assert!(!told.contains("articles/old/7/"), "{told}");
    }
    assert_eq!(site.findings(&["lone-document"]).len(), 30);
}

#[test]
fn a_page_that_is_gone_held_back_or_emptied_is_never_well() {
    let site = Site::new(Kind::Published);
    let source = "articles/gone/ru.md";
    let page = site.0.path().join("articles/gone/en.md");
    fs::create_dir(page.parent().expect("is below")).expect("it can be made");
    site.write(source, "Мост открыт.\n");
    assert_eq!(site.run(&["review", "gone", "1", "--edit", "The bridge is open."]).0, Some(0));
    site.write(source, "---\nembargo: 2999-01-01\n---\n\nМост открыт.\n");
    let (code, told) = site.run(&["publish", "gone"]);
    assert!(code == Some(1) && told.contains("2999-01-01") && !page.exists(), "{told}");
    assert_eq!(site.run(&["export", "gone", "--out", "pages", "--final"]).0, Some(1));
    site.write(source, "Мост открыт.\n");
    assert_eq!(site.run(&["publish", "gone"]).0, Some(0));
    assert_eq!(site.run(&["check", "gone"]).0, Some(0));
    site.write(source, "");
    let (code, told) = site.run(&["publish", "gone"]);
    assert!(code == Some(1) && fs::read(&page).is_ok_and(|page| !page.is_empty()), "{told}");
    assert_eq!(site.run(&["check", "gone"]).0, Some(1));
    site.write(source, "Мост открыт.\n");
    fs::remove_file(&page).expect("it can go");
    assert_eq!(site.run(&["check", "gone"]).0, Some(1));
    site.write(".gitignore", "en.md\n");
    assert_eq!(site.run(&["check", "gone"]).0, Some(0));
}

#[test]
fn nothing_looked_at_is_not_called_clean() {
    let site = Site::new(Kind::Adopted);
    fs::remove_dir_all(site.0.path().join("articles")).expect("it can go");
    let (code, told) = site.run(&["check"]);
    assert_eq!(
        (code, told.as_str()),
        (Some(0), "There are no articles here, so nothing was checked.\n")
    );
    site.write("tolmach.toml", "[[articles]]\nsource = \"news/{article}.ru.md\"\n");
    assert_ne!(site.run(&["check"]).0, Some(0));
}

#[test]
fn catalogs_without_any_source_are_not_called_clean() {
    let site = Site::new(Kind::Adopted);
    let articles = site.0.path().join("articles");
    for folder in fs::read_dir(&articles).expect("it can be read") {
        let folder = folder.expect("it is there").path();
        for file in fs::read_dir(&folder).expect("it can be read") {
            let path = file.expect("it is there").path();
            if path.extension().is_none_or(|extension| extension != "toml") {
                fs::remove_file(&path).expect("it can go");
            }
        }
    }
    let (code, told) = site.run(&["check"]);
    assert_eq!((code, told.as_str()), (Some(2), ""));
}

#[test]
fn a_workspace_may_want_every_translation_read() {
    let site = Site::new(Kind::Adopted);
    let call = ["review", "fair", "4", "--send-back", "--note", "Ask the press office."];
    assert_eq!(site.run(&call).0, Some(0));
    assert_eq!(site.status()["open_notes"], 1);
    assert_eq!(site.findings(&["open-note"])[0]["segment"], 4);
    assert!(site.run(&["status"]).1.contains("1 open note"));
    let catalog = site.read("articles/fair/en.toml");
    assert!(site.findings(&["unreviewed"]).is_empty());
    site.write("articles/fair/en.toml", &catalog.replace("\"reviewed\"", "\"draft\""));
    site.run(&["align"]);
    site.write("articles/fair/en.toml", &catalog);
    site.run(&["translate", "--worksheet", "sheet.txt"]);
    let sheet = site.read("sheet.txt").replace("The fair opened", "A fair opened");
    site.write("sheet.txt", &sheet);
    assert_eq!(site.run(&["translate", "--apply", "sheet.txt"]).0, Some(0));
    assert_eq!(site.status()["unreviewed"], 1);
    site.write("tolmach.toml", "[check]\nunreviewed = \"error\"\n");
    assert_eq!(site.findings(&["unreviewed"])[0]["segment"], 4);
    assert!(site.run(&["status"]).1.contains("1 not reviewed"));
    let (code, told) = site.run(&["publish", "--stale", "mark"]);
    assert!(code == Some(1) && told.contains("1 not reviewed"), "{told}");
    site.run(&["review", "fair", "4"]);
    assert!(site.findings(&["unreviewed", "open-note"]).is_empty());
    assert_eq!(site.run(&["publish"]).0, Some(0));
}

/// What both documents of this test have beside their sentences.
const BESIDE: [&str; 2] = [
    "
Билеты продают здесь:

```sh
buy --adult # взрослый
```

<iframe src=\"https://example.org/map\"></iframe>

Вход:

100 ₽

1. Касса
2. Ворота

[план]: https://example.org/plan.pdf
",
    "
Tickets are sold here:

```sh
buy --adult # an adult
```

<iframe src=\"https://example.org/map\"></iframe>

Entry:

RUB 100

1. Ticket office
2. Gate

[план]: https://example.org/plan.pdf
",
];

/// What is changed in the source alone, and then on the page: old and new of each.
const APART: &[(&str, [&str; 2], [&str; 2])] = &[
    ("code", ["buy --adult", "buy --grown"], ["buy --adult", "buy --grown"]),
    (
        "code in other letters",
        ["buy --adult # взрослый", "купить билет # взрослый"],
        ["buy --adult # an adult", "buy ticket # an adult"],
    ),
    ("item", ["2. Ворота", "\nВорота"], ["2. Gate", "\nGate"]),
    (
        "map elsewhere",
        [
            "<iframe src=\"https://example.org/map\"></iframe>\n\nВход:\n",
            "Вход:\n\n<iframe src=\"https://example.org/map\"></iframe>\n",
        ],
        [
            "<iframe src=\"https://example.org/map\"></iframe>\n\nEntry:\n",
            "Entry:\n\n<iframe src=\"https://example.org/map\"></iframe>\n",
        ],
    ),
    ("code gone", ["buy --adult # взрослый\n", ""], ["buy --adult # an adult\n", ""]),
    ("html", ["org/map", "org/chart"], ["org/map", "org/chart"]),
    ("address", ["plan.pdf", "plan2.pdf"], ["plan.pdf", "plan2.pdf"]),
    ("picture", ["gate.jpg", "gates.jpg"], ["gate.jpg", "gates.jpg"]),
    ("value came", ["Вход:\n", "Вход:\n\n2:1\n"], ["Entry:\n", "Entry:\n\n2:1\n"]),
    ("value went", ["100 ₽\n\n", ""], ["RUB 100\n\n", ""]),
    (
        "field",
        ["---\n\n#", "date: 2026-05-01\n---\n\n#"],
        ["---\n\n#", "date: 2026-05-01\n---\n\n#"],
    ),
    (
        "items",
        ["1. Касса\n2. Ворота", "1. Ворота\n2. Касса"],
        ["1. Ticket office\n2. Gate", "1. Gate\n2. Ticket office"],
    ),
    (
        "sentences",
        [
            "Второй раздел посвящён погоде. Ливень не прекращался.",
            "Ливень не прекращался. Второй раздел посвящён погоде.",
        ],
        [
            "The second section is about the weather. The downpour never stopped.",
            "The downpour never stopped. The second section is about the weather.",
        ],
    ),
];

impl Site {
    /// A site whose documents have code, values and addresses, too.
    fn with_more(kind: Kind) -> Self {
        let site = Self::new(kind);
        site.write("articles/fair/ru.md", &[RUSSIAN, BESIDE[0]].concat());
        if kind != Kind::Published {
            let page = site.read("articles/fair/en.md");
            site.write("articles/fair/en.md", &[&page, BESIDE[1]].concat());
            site.run(&["align"]);
            site.run(&["review", "fair", "20-26"]);
            return site;
        }
        site.run(&["translate", "--worksheet", "sheet.txt"]);
        let mut sheet = site.read("sheet.txt");
        for (russian, english) in [
            ("Билеты продают здесь:", "Tickets are sold here:"),
            ("Вход:", "Entry:"),
            ("Касса", "Ticket office"),
            ("Ворота", "Gate"),
        ] {
            let source = format!("# SOURCE: {russian}\n");
            sheet = sheet.replacen(&source, &format!("{source}{english}\n"), 1);
        }
        site.write("sheet.txt", &sheet);
        site.run(&["translate", "--apply", "sheet.txt"]);
        site.run(&["publish"]);
        site
    }
}

const GATES: [&str; 4] = ["unpublished", "withdrawn", "extra", "stale"];

#[test]
fn what_the_source_alone_changed_beside_its_sentences_is_told_until_the_page_has_it_too() {
    for kind in [Kind::Adopted, Kind::Published] {
        for (place, russian, english) in APART {
            let case = format!("{kind:?}, {place}");
            let site = Site::with_more(kind);
            let told = site.findings(&GATES);
            assert!(told.is_empty(), "{case}: {told:#?}\n{}", site.read("articles/fair/en.toml"));
            site.edit("articles/fair/ru.md", russian[0], russian[1]);
            assert!(!site.findings(&GATES).is_empty(), "{case}");
            assert_eq!(site.run(&["check"]).0, Some(1), "{case}");
            assert_eq!(site.status()["published"], "behind", "{case}");
            // To look again changes nothing, nor does an edit elsewhere on the page.
            site.run(&["align"]);
            assert!(!site.findings(&GATES).is_empty(), "{case}, aligned");
            if kind == Kind::Published {
                site.run(&["publish"]);
            } else {
                site.edit("articles/fair/en.md", "in brief", "briefly");
                site.run(&["align"]);
                site.run(&["review", "fair", "--all"]);
                assert!(!site.findings(&GATES).is_empty(), "{case}, edited elsewhere");
                site.edit("articles/fair/en.md", english[0], english[1]);
                site.run(&["align"]);
            }
            let told = site.findings(&GATES);
            assert!(told.is_empty(), "{case}: {told:#?}\n{}", site.read("articles/fair/en.md"));
            assert_eq!(site.status()["published"], "current", "{case}");
        }
    }
}

#[test]
fn what_differs_beside_the_sentences_is_shown_itself() {
    for (place, was, is) in [
        ("code", "buy --adult", "buy --grown"),
        ("address", "plan.pdf", "plan2.pdf"),
        ("picture", "gate.jpg", "gates.jpg"),
        ("code in other letters", "buy --adult", "купить"),
    ] {
        let site = Site::with_more(Kind::Adopted);
        site.edit("articles/fair/ru.md", was, is);
        let told = site.findings(&["unpublished"])[0]["message"].to_string();
        assert!(told.contains(was) && told.contains(is), "{place}: {told}");
    }
}

#[test]
fn a_page_that_is_right_beside_another_source_is_kept_with_a_reason() {
    for (place, russian, _) in APART {
        let site = Site::with_more(Kind::Adopted);
        site.edit("articles/fair/ru.md", russian[0], russian[1]);
        let call = ["ack", "fair", "--page", "--reason", "Not for guests."];
        assert_eq!(site.run(&call).0, Some(0), "{place}");
        assert!(site.findings(&["unpublished"]).is_empty(), "{place}");
        assert!(site.read("articles/fair/en.toml").contains("Not for guests. · Anna"), "{place}");
        site.edit("articles/fair/ru.md", "https://", "http://");
        assert_eq!(site.findings(&["unpublished"]).len(), 1, "{place}");
    }
}

#[test]
fn a_page_with_an_order_of_its_own_is_in_step() {
    let site = Site::with_more(Kind::Adopted);
    let (old, new) = APART[11].2.into();
    site.edit("articles/fair/en.md", old, new);
    site.run(&["align"]);
    assert!(site.findings(&GATES).is_empty());
    let (old, new) = APART[12].1.into();
    site.edit("articles/fair/ru.md", old, new);
    assert_eq!(site.findings(&GATES).len(), 1);
}

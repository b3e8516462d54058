//! Exported pages, seen by a validator and a browser.
//!
//! Needs the validator `vnu` (the program, or its jar named by `TOLMACH_VNU`), `node`, `chromium`,
//! and the packages axe-core and playwright-core in the folder that `TOLMACH_NODE_MODULES` names.
//! What is missing is named and skipped, unless `TOLMACH_TEST_TOOLS=required`.

#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do and says what it skips")]

mod skipped;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SOURCE: &str = "# Итоги встречи\n\nВстреча прошла **21 мая**. Её открыла Анна Ковальчук.\n\n\
    ## Решения\n\n- план утверждён;\n  - срок — 1 июня;\n- памятка готовится.\n\n\
    > «Мы договорились», — сказала она.\n\n| Год | Итог |\n|---|---|\n| 2024 | рост |\n\n\
    Опасное: <script>alert(1)</script> [ссылка](javascript:alert(1)).\n";

const CATALOG: &str = "[[pair]]\nsource = \"Итоги встречи\"\ntarget = \"Results of the meeting\"\n\
    state = \"translated\"\nseal = \"rkciqyea\"\n\n[[pair]]\nsource = \"Встреча прошла **19 мая**.\"\n\
    target = \"The meeting was held on **May 19**.\"\nstate = \"reviewed\"\nseal = \"regbntyn\"\n\n[[pair]]\n\
    source = \"план утверждён;\"\ntarget = \"the plan was approved;\"\nstate = \"draft\"\n";

/// Forms and policies that a page may have.
const KINDS: [&[&str]; 6] = [
    &[],
    &["--final", "--stale", "mark"],
    &["--stale", "source"],
    &["--stale", "frozen"],
    &["--stale", "omit"],
    &["--final", "--stale", "frozen"],
];

#[test]
fn pages_are_valid_accessible_and_work_from_the_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let pages = pages(folder.path());
    if let Some(mut validator) = validator() {
        run(validator.args(["--also-check-svg", "--format", "text"]).args(&pages));
    }
    if let Some(mut browser) = browser() {
        run(browser.args(&pages));
    }
}

#[test]
fn pages_stand_in_the_site_s_frame_and_lead_to_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let put = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put(
        "tolmach.toml",
        "[pages]\naddress = \"https://a.example/b\"\nheader = \"h.html\"\ncss = \"a.css\"\n",
    );
    put("h.html", "<p class=\"own\">{{ source.title }}</p>\n");
    put("a.css", ".own { color: red }");
    put("articles/fair/ru.md", "# Ярмарка\n\nОткрылась ярмарка.\n");
    put("articles/2026/harvest/ru.txt", "Сбор урожая\n\nСобрали яблоки.\n");
    let export = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        let output = command.args(["--lang", "en", "export", "--out", "out"]).args(arguments);
        let output = output.current_dir(root).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(export(&[]).0, Some(0));
    let page = || fs::read_to_string(root.join("out/fair/en.html")).unwrap();
    let first = page();
    for part in [
        "<p class=\"own\">Ярмарка</p>",
        ".own { color: red }",
        "<link rel=\"canonical\" href=\"https://a.example/b/fair/en.html\">",
        "hreflang=\"en\"",
        "<a rel=\"prev\" href=\"../2026/harvest/en.html\" lang=\"ru\">Сбор урожая</a>",
        "<a href=\"../index.html\">",
    ] {
        assert!(first.contains(part), "{part} in {first}");
    }
    let written = fs::metadata(root.join("out/fair/en.html")).unwrap().modified().unwrap();
    assert_eq!(export(&[]).1.lines().next(), Some("3 pages in out: all were up to date."));
    assert_eq!(export(&["fair"]).1.lines().next(), Some("1 page in out: all were up to date."));
    assert_eq!(fs::metadata(root.join("out/fair/en.html")).unwrap().modified().unwrap(), written);
    put("h.html", "{{ sorce }}\n");
    let (status, said) = export(&[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("--> h.html:1:1"), "{said}");
    put("tolmach.toml", "[pages]\nfooter = \"none.html\"\n");
    let (status, said) = export(&[]);
    assert!(status == Some(2) && said.contains("none.html") && said.contains("“footer”"), "{said}");
    assert_eq!(page(), first);
}

/// The pages of a small workspace, in each form and each language of the interface.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let article = folder.join("articles/meeting");
    fs::create_dir_all(&article).unwrap();
    fs::write(folder.join("tolmach.toml"), "").unwrap();
    fs::write(article.join("ru.md"), SOURCE).unwrap();
    fs::write(article.join("en.toml"), CATALOG).unwrap();
    let mut pages = Vec::new();
    for language in ["en", "ru"] {
        for (index, kind) in KINDS.iter().enumerate() {
            let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
                .args(["--lang", language, "export", "--format", "html", "meeting"])
                .args(*kind)
                .current_dir(folder)
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            assert!(
                output.stdout.starts_with(b"<!DOCTYPE html>"),
                "{language} {kind:?} is no page"
            );
            let page = folder.join(format!("{language}-{index}.html"));
            fs::write(&page, output.stdout).unwrap();
            pages.push(page);
        }
        pages.push(index(folder, language));
    }
    pages
}

/// The list of the workspace's articles.
fn index(folder: &Path, language: &str) -> PathBuf {
    let other = folder.join("articles/other");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("ru.txt"), "Уточнение & <поправка>\n\nПриносим извинения.\n").unwrap();
    let site = folder.join(format!("site-{language}"));
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["--lang", language, "export", "--format", "html", "--out"])
        .arg(&site)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    site.join("index.html")
}

fn validator() -> Option<Command> {
    if let Some(jar) = env::var_os("TOLMACH_VNU") {
        let mut command = Command::new("java");
        command.arg("-jar").arg(jar);
        return Some(command);
    }
    has("vnu").then(|| Command::new("vnu")).or_else(|| skip("vnu"))
}

fn browser() -> Option<Command> {
    let modules = env::var_os("TOLMACH_NODE_MODULES").filter(|folder| !folder.is_empty());
    let Some(modules) = modules else { return skip("TOLMACH_NODE_MODULES") };
    if let Some(missing) = ["node", "chromium"].into_iter().find(|program| !has(program)) {
        return skip(missing);
    }
    let mut command = Command::new("node");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/check.cjs");
    command.arg(script).env("NODE_PATH", modules);
    Some(command)
}

fn has(program: &str) -> bool {
    let mut command = Command::new(program);
    let quiet = command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

fn skip(missing: &str) -> Option<Command> {
    skipped::skip(missing);
    None
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&said));
}

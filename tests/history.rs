//! Sites whose articles have a past in git: `align --source-at auto`, moved sources, `check --documents`.

mod skipped;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const RU: &str = "articles/news/ru.md";
const EN: &str = "articles/news/en.md";

const RUSSIAN: &str = "# Итоги заседания\n\nКомиссия собралась в Ташкенте 12 марта 2025 года. В работе приняли участие 47 человек.\n\nСледующее заседание пройдёт в Минске. Подробности на [сайте](https://example.org/a).\n";
const ENGLISH: &str = "# Results of the meeting\n\nThe commission met in Tashkent on March 12, 2025. 47 people took part.\n\nThe next meeting will be held in Minsk. Details on the [website](https://example.org/a).\n";

/// A repository with one article in two languages, both committed.
struct Repository(TempDir);

impl Repository {
    fn new() -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            skipped::skip("git");
            return None;
        }
        let repository = Self(tempfile::tempdir().expect("a folder can be made"));
        repository.git(&["init", "-q", "-b", "main"]);
        repository.write("tolmach.toml", "");
        repository.write(RU, RUSSIAN);
        repository.write(EN, ENGLISH);
        repository.commit("both languages");
        Some(repository)
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        command.current_dir(self.root()).env("LC_ALL", "C");
        command.args(["-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]);
        command.args(arguments).output().expect("git runs")
    }

    fn commit(&self, subject: &str) {
        self.git(&["add", "."]);
        let output = self.git(&["commit", "-qm", subject]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }

    fn tolmach(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.root()).env("TOLMACH_LANG", "en");
        let output = command.args(arguments).output().expect("tolmach runs");
        let told = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&told).into_owned())
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }

    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.root().join(path)).expect("it can be read");
        assert!(text.contains(old), "{old} in {text}");
        self.write(path, &text.replace(old, new));
    }

    /// Every sentence that `check` calls stale.
    fn stale(&self, arguments: &[&str]) -> Vec<String> {
        let call = [&["check", "--only", "stale"], arguments].concat();
        let (_, told) = self.tolmach(&call);
        let stale = |line: &str| Some(line.split_once('“')?.1.split_once('”')?.0.to_owned());
        told.lines().filter(|line| line.ends_with(" [stale]")).filter_map(stale).collect()
    }
}

#[test]
fn a_changed_configuration_touches_every_article() {
    let Some(repository) = Repository::new() else { return };
    let check = ["check", "--changed-from", "HEAD"];
    let (status, told) = repository.tolmach(&check);
    assert_eq!(status, Some(0), "{told}");
    assert!(told.contains("No article changed since HEAD."), "{told}");
    repository.write("tolmach.toml", "[languages]\ntargets = [\"en\", \"de\"]\n");
    let (status, told) = repository.tolmach(&check);
    assert_eq!(status, Some(1), "{told}");
    assert!(told.contains("no translation into “de”"), "{told}");
}

#[test]
fn a_mended_link_is_no_translation() {
    let Some(site) = Repository::new() else { return };
    site.edit(RU, "47 человек", "49 человек");
    site.edit(RU, "https://example.org/a", "https://example.org/b");
    site.commit("the number was wrong");
    site.edit(EN, "https://example.org/a", "https://example.org/b");
    site.commit("mend a link");
    let (status, told) = site.tolmach(&["align", "--source-at", "auto"]);
    assert_eq!(status, Some(0), "{told}");
    assert_eq!(site.stale(&[]), ["В работе приняли участие 49 человек"]);
}

#[test]
fn a_page_that_its_catalog_never_met_is_as_old_as_git_says() {
    let Some(site) = Repository::new() else { return };
    site.edit(RU, "пройдёт в Минске", "пройдёт в Ташкенте");
    site.edit(RU, "Комиссия собралась", "Коллегия собралась");
    site.commit("the source goes on");
    let (status, told) =
        site.tolmach(&["translate", "news", "1", "--edit", "Results of the meeting"]);
    assert_eq!(status, Some(0), "{told}");
    let (status, told) = site.tolmach(&["align"]);
    assert_eq!(status, Some(0), "{told}");
    let stale = site.stale(&[]);
    assert!(stale.contains(&"Следующее заседание пройдёт в Ташкенте".to_owned()), "{stale:?}");
    assert!(stale.iter().any(|one| one.starts_with("Коллегия собралась")), "{stale:?}");
    assert_eq!(stale.len(), 2, "{stale:?}");
    let (status, told) = site.tolmach(&["align"]);
    assert_eq!((status, site.stale(&[])), (Some(0), stale), "{told}");
}

#[test]
fn each_sentence_is_as_old_as_its_translation() {
    let Some(site) = Repository::new() else { return };
    site.edit(RU, "47 человек", "49 человек");
    site.edit(RU, "в Минске", "в Астане");
    site.commit("two corrections");
    site.edit(EN, "in Minsk", "in Astana");
    site.commit("one of them translated");
    let (status, told) = site.tolmach(&["align", "--source-at", "auto", "--format", "json"]);
    assert!(status == Some(0) && told.contains("\"source_at\""), "{told}");
    assert_eq!(site.stale(&[]), ["В работе приняли участие 49 человек"]);
}

#[test]
fn a_pin_in_the_translation_names_its_source() {
    let Some(site) = Repository::new() else { return };
    let commit = String::from_utf8(site.git(&["rev-parse", "HEAD"]).stdout).expect("a name");
    site.edit(RU, "47 человек", "49 человек");
    site.commit("correct");
    let pinned = format!("---\nl10n:\n  sourceCommit: {}\n---\n\n{ENGLISH}", commit.trim());
    site.write(EN, &pinned);
    let (_, told) = site.tolmach(&["align", "--source-at", "auto", "--format", "json"]);
    assert!(told.contains(commit.trim()), "{told}");
    assert_eq!(site.stale(&[]), ["В работе приняли участие 49 человек"]);
}

#[test]
fn a_source_that_moved_keeps_its_translation() {
    let Some(site) = Repository::new() else { return };
    fs::create_dir_all(site.root().join("articles/2025")).expect("it can be made");
    site.git(&["mv", RU, "articles/2025/ru.md"]);
    site.edit("articles/2025/ru.md", "47 человек", "49 человек");
    site.commit("move the source alone");
    site.write("articles/other/ru.md", "# Другое\n\nЗдесь речь идёт о другом.\n");
    site.write("articles/lost/en.md", "# Lost\n\nNobody wrote this in Russian.\n");
    let (status, told) = site.tolmach(&["align", "--source-at", "auto"]);
    assert_eq!(status, Some(0), "{told}");
    for line in [
        "2025 (en): 5 pairs, 1 stale, 0 missing",
        "The source has moved; its translation is still in articles/news/en.md.",
        "other (en): no translated document",
        "articles/lost/en.md: a translation without a source",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
    assert_eq!(site.stale(&[]), ["В работе приняли участие 49 человек"]);
}

#[test]
fn a_pull_request_that_forgets_a_translation_fails() {
    let Some(site) = Repository::new() else { return };
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    site.commit("adopt");
    site.edit(RU, "в Минске", "в Астане");
    site.edit(EN, "in Minsk", "in Astana");
    site.commit("both sides");
    let catalog = fs::read(site.root().join("articles/news/en.toml")).expect("it is there");
    assert_eq!(site.tolmach(&["check", "--documents"]).0, Some(0));
    assert_eq!(site.tolmach(&["check"]).0, Some(1));
    // Nobody ran `align` since, so the words of both commits must be told apart.
    site.edit(RU, "в Астане", "в Москве");
    site.commit("the source alone");
    assert_eq!(site.stale(&["--documents"]), ["Следующее заседание пройдёт в Москве"]);
    assert_eq!(site.tolmach(&["check", "--documents"]).0, Some(1));
    let after = fs::read(site.root().join("articles/news/en.toml")).expect("it is there");
    assert!(catalog == after, "check wrote something");
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    assert_eq!(site.stale(&[]), ["Следующее заседание пройдёт в Москве"]);
    site.edit(EN, "in Astana", "in Moscow");
    assert_eq!(site.tolmach(&["check", "--documents"]).0, Some(0));
}

#[test]
fn decisions_that_the_document_does_not_have_yet_stay() {
    let Some(site) = Repository::new() else { return };
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    site.commit("adopt");
    let sheet = site.root().join("sheet.txt");
    site.edit(RU, "47 человек", "49 человек");
    assert_eq!(site.tolmach(&["translate", "--worksheet", "sheet.txt"]).0, Some(0));
    let text = fs::read_to_string(&sheet).expect("it is there");
    fs::write(&sheet, text.replace("47 people", "49 people")).expect("it can be written");
    assert_eq!(site.tolmach(&["translate", "--apply", "sheet.txt"]).0, Some(0));
    site.edit(EN, "will be held", "is to be held");
    let (status, told) = site.tolmach(&["align"]);
    assert_eq!(status, Some(0), "{told}");
    let catalog = fs::read_to_string(site.root().join("articles/news/en.toml")).expect("a text");
    assert!(
        catalog.contains("49 people took part.") && !catalog.contains("47 people"),
        "{catalog}"
    );
    assert!(catalog.contains("is to be held in Minsk"), "{catalog}");
    assert_eq!(site.stale(&[]), Vec::<String>::new());
}

/// The state of the pair with this translation.
fn state(site: &Repository, target: &str) -> Option<String> {
    let catalog = fs::read_to_string(site.root().join("articles/news/en.toml")).expect("a text");
    let pair = catalog.split("[[pair]]").find(|pair| pair.contains(target))?.to_owned();
    Some(pair.split("state  = \"").nth(1)?.split('"').next()?.to_owned())
}

#[test]
fn a_sentence_taken_out_in_one_commit_and_put_back_reworded_in_another_is_read() {
    let Some(site) = Repository::new() else { return };
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    site.commit("adopt");
    site.edit(EN, " 47 people took part.", "");
    site.commit("taken out by mistake");
    site.edit(EN, "March 12, 2025.", "March 12, 2025. In it, 47 people took part.");
    site.commit("back, worded better");
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    let state = state(&site, "In it, 47 people took part.");
    assert_eq!(state.as_deref(), Some("translated"));
}

#[test]
fn a_merge_leaves_final_what_nobody_touched_since() {
    let Some(site) = Repository::new() else { return };
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    site.commit("adopt");
    site.git(&["checkout", "-qb", "review"]);
    site.edit(EN, "The commission met", "The commission gathered");
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    assert_eq!(site.tolmach(&["review", "news", "--all", "--final"]).0, Some(0));
    site.commit("final");
    site.git(&["checkout", "-q", "main"]);
    site.edit(EN, "will be held", "is to be held");
    site.commit("by hand");
    assert!(site.git(&["merge", "-q", "--no-edit", "review"]).status.success());
    let (_, told) = site.tolmach(&["align"]);
    assert!(told.contains("1 pair changed by hand"), "{told}");
    assert_eq!(state(&site, "The commission gathered").as_deref(), Some("final"));
    assert_eq!(state(&site, "is to be held in Minsk").as_deref(), Some("translated"));
}

#[test]
fn what_publish_left_out_is_no_edit() {
    for policy in ["omit", "source"] {
        let Some(site) = Repository::new() else { return };
        assert_eq!(site.tolmach(&["align"]).0, Some(0));
        assert_eq!(site.tolmach(&["review", "news", "--all"]).0, Some(0));
        site.commit("adopt");
        site.edit(RU, "47 человек", "49 человек");
        let (_, told) = site.tolmach(&["publish", "--force", "--stale", policy]);
        assert!(told.contains("published"), "{told}");
        site.edit(EN, "will be held", "is to be held");
        assert_eq!(site.tolmach(&["align"]).0, Some(0));
        assert_eq!(state(&site, "47 people took part.").as_deref(), Some("reviewed"), "{policy}");
        assert_eq!(site.stale(&[]), ["В работе приняли участие 49 человек"], "{policy}");
    }
}

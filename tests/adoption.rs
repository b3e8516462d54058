//! Sites as they lie there, in every layout: from `init` to a green check, and to stale after an edit.

mod skipped;

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const BRIDGE: [&str; 2] = [
    "# Мост открыт\n\nМост через Каму открыли 5 мая. По нему прошли 300 человек.\n\n\
     Движение машин начнётся в июне.\n",
    "# The bridge is open\n\nThe bridge over the Kama was opened on May 5. 300 people walked \
     across it.\n\nCar traffic will start in June.\n",
];
const FAIR: [&str; 2] = [
    "# Ярмарка в Заречье\n\nНа ярмарку приехали 40 мастеров. Она продлится до воскресенья.\n",
    "# A fair in Zarechye\n\n40 craftsmen came to the fair. It will last until Sunday.\n",
];
const THIRD: [&str; 2] = [
    "# Կամուրջը բաց է\n\nԿամուրջը բացվեց մայիսի 5-ին: Անցավ 300 մարդ:\n",
    "# Տոնավաճառ\n\nՏոնավաճառին եկան 40 վարպետներ:\n",
];

/// Where two articles stand in Russian and in English, and other files.
struct Layout {
    name: &'static str,
    russian: [&'static str; 2],
    english: [&'static str; 2],
    others: &'static [(&'static str, &'static str)],
}

const NOTES: &[(&str, &str)] = &[
    ("README.md", "# A site\n\nThis is the source of the site.\n"),
    ("CHANGELOG.md", "# Changes\n\nThe first release of the site.\n"),
    ("node_modules/a/README.md", "# A\n\nThis is a package of the site.\n"),
    ("node_modules/a/README.ru.md", "# А\n\nЭто пакет для сайта.\n"),
];

const LAYOUTS: &[Layout] = &[
    Layout {
        name: "a suffix on the Russian side",
        russian: ["docs/bridge.ru.md", "docs/city/fair.ru.md"],
        english: ["docs/bridge.md", "docs/city/fair.md"],
        others: NOTES,
    },
    Layout {
        name: "read-me files",
        russian: ["README.ru.md", "tool/README.ru.md"],
        english: ["README.md", "tool/README.md"],
        others: &[],
    },
    Layout {
        name: "read-me files with capitals",
        russian: ["README_RU.md", "tool/README_RU.md"],
        english: ["README.md", "tool/README.md"],
        others: &[],
    },
    Layout {
        name: "Hugo with three languages",
        russian: ["content/bridge.ru.md", "content/fair/_index.ru.md"],
        english: ["content/bridge.md", "content/fair/_index.md"],
        others: &[("content/bridge.hy.md", THIRD[0]), ("content/fair/_index.hy.md", THIRD[1])],
    },
    Layout {
        name: "Zola",
        russian: ["content/bridge.md", "content/fair.md"],
        english: ["content/bridge.en.md", "content/fair.en.md"],
        others: NOTES,
    },
    Layout {
        name: "Docusaurus",
        russian: ["docs/bridge.md", "docs/city/fair.mdx"],
        english: [
            "i18n/en/docusaurus-plugin-content-docs/current/bridge.md",
            "i18n/en/docusaurus-plugin-content-docs/current/city/fair.mdx",
        ],
        others: NOTES,
    },
    Layout {
        name: "a folder of the language among the sources",
        russian: ["docs/bridge.md", "docs/city/fair.md"],
        english: ["docs/en/bridge.md", "docs/en/city/fair.md"],
        others: NOTES,
    },
    Layout {
        name: "underscores",
        russian: ["news/bridge_ru.md", "news/city/fair_ru.md"],
        english: ["news/bridge_en.md", "news/city/fair_en.md"],
        others: NOTES,
    },
    Layout {
        name: "Jekyll, a folder before",
        russian: ["_posts/2026-05-05-bridge.md", "_posts/2026-05-06-fair.md"],
        english: ["en/_posts/2026-05-05-bridge.md", "en/_posts/2026-05-06-fair.md"],
        others: NOTES,
    },
    Layout {
        name: "Jekyll, a folder below",
        russian: ["_posts/2026-05-05-bridge.md", "_posts/2026-05-06-fair.md"],
        english: ["_posts/en/2026-05-05-bridge.md", "_posts/en/2026-05-06-fair.md"],
        others: NOTES,
    },
    Layout {
        name: "names of languages",
        russian: ["content/russian/bridge.md", "content/russian/city/fair.md"],
        english: ["content/english/bridge.md", "content/english/city/fair.md"],
        others: NOTES,
    },
    Layout {
        name: "a folder for each language",
        russian: ["src/ru/bridge.mdx", "src/ru/fair.md"],
        english: ["src/en/bridge.mdx", "src/en/fair.md"],
        others: NOTES,
    },
    Layout {
        name: "a folder for each article",
        russian: ["news/bridge/ru.md", "news/city/fair/ru.md"],
        english: ["news/bridge/en.md", "news/city/fair/en.md"],
        others: NOTES,
    },
    Layout {
        name: "regions",
        russian: ["docs/ru-RU/bridge.md", "docs/ru-RU/fair.md"],
        english: ["docs/en-US/bridge.md", "docs/en-US/fair.md"],
        others: NOTES,
    },
];

struct Site(TempDir);

impl Site {
    fn new(files: &[(&str, &str)]) -> Self {
        let site = Self(tempfile::tempdir().expect("a folder can be made"));
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }

    /// The status of a call, with what it said.
    fn tolmach(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.root()).env("TOLMACH_LANG", "en");
        // No repository around the folder for temporary files counts.
        command.env("GIT_CEILING_DIRECTORIES", self.root().parent().expect("it has a folder"));
        let output = command.args(arguments).output().expect("tolmach runs");
        let told = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&told).into_owned())
    }

    fn git(&self, arguments: &[&str]) -> bool {
        let mut command = Command::new("git");
        command.current_dir(self.root()).env("LC_ALL", "C");
        command.args(["-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]);
        command.args(arguments).output().is_ok_and(|output| output.status.success())
    }

    /// Whether a repository can be made here.
    fn with_git(&self) -> bool {
        let made = self.git(&["init", "-q", "-b", "main"]);
        if !made {
            skipped::skip("git");
        }
        made
    }

    fn commit(&self) {
        assert!(self.git(&["add", "-A"]) && self.git(&["commit", "-qm", "x"]));
    }
}

#[test]
fn every_layout_goes_from_start_to_green_and_an_edit_is_stale() {
    for layout in LAYOUTS {
        let name = layout.name;
        let pages = [(0, BRIDGE), (1, FAIR)].into_iter().flat_map(|(at, texts)| {
            [(layout.russian[at], texts[0]), (layout.english[at], texts[1])]
        });
        let mut files: Vec<(&str, &str)> = layout.others.to_vec();
        files.extend(pages);
        let site = Site::new(&files);
        let (status, told) = site.tolmach(&["init"]);
        assert_eq!(status, Some(0), "{name}: {told}");
        assert!(!site.root().join("articles/first").exists(), "{name}: {told}");
        let (status, told) = site.tolmach(&["align"]);
        assert_eq!(status, Some(0), "{name}: {told}");
        assert!(told.contains("Wrote the catalogs of 2 articles."), "{name}: {told}");
        let (status, told) = site.tolmach(&["check"]);
        assert_eq!(status, Some(0), "{name}: {told}");
        assert!(told.contains("in 2 articles"), "{name}: {told}");
        site.write(layout.russian[0], &BRIDGE[0].replace("300", "400"));
        let (status, told) = site.tolmach(&["check", "--only", "stale"]);
        assert_eq!(status, Some(1), "{name}: {told}");
        assert!(told.contains(layout.russian[0]) && told.contains("“400”"), "{name}: {told}");
    }
}

#[test]
fn a_site_that_nobody_understands_gets_no_sample_and_is_told_what_to_do() {
    let site = Site::new(&[
        ("ru/a.html", "<p>Да</p>"),
        ("ru/b.html", "<p>Нет</p>"),
        ("texts/one.md", BRIDGE[0]),
    ]);
    let (status, told) = site.tolmach(&["init"]);
    assert_eq!(status, Some(0), "{told}");
    assert!(told.contains("No layout recognised: 2 .html files, 1 .md file."), "{told}");
    assert!(told.contains("tolmach reads .md, .mdx and .txt only."), "{told}");
    assert!(!site.root().join("articles").exists(), "{told}");
    // Nothing is checked, so nothing is green.
    for command in [&["check"][..], &["align"], &["publish", "--check"]] {
        let (status, told) = site.tolmach(command);
        assert_eq!(status, Some(2), "{command:?}: {told}");
        assert!(told.contains("no file fits the patterns of the sources"), "{told}");
    }
    let (status, told) = site.tolmach(&["align", "ru/a.html", "ru/b.html"]);
    assert_eq!(status, Some(2), "{told}");
    assert!(told.contains("hint: tolmach reads .md, .mdx and .txt only."), "{told}");
}

#[test]
fn a_mistyped_pattern_is_no_green() {
    let config = "[[articles]]\nsource = \"contnet/{article}.ru.md\"\n";
    let site = Site::new(&[("tolmach.toml", config), ("content/a.ru.md", BRIDGE[0])]);
    let (status, told) = site.tolmach(&["check"]);
    assert_eq!(status, Some(2), "{told}");
    let (_, told) = site.tolmach(&["status"]);
    assert!(told.contains("No file fits contnet/{article}.ru.md."), "{told}");
    // A new workspace may be empty.
    let site = Site::new(&[("tolmach.toml", config), ("contnet/.keep", "")]);
    assert_eq!(site.tolmach(&["check"]).0, Some(0));
}

#[test]
fn a_folder_in_the_place_of_a_source_is_an_error() {
    let site = Site::new(&[
        ("tolmach.toml", ""),
        ("articles/a/ru.md", BRIDGE[0]),
        ("articles/a/en.md", BRIDGE[1]),
        ("articles/b/ru.md", FAIR[0]),
    ]);
    assert_eq!(site.tolmach(&["align"]).0, Some(0));
    fs::remove_file(site.root().join("articles/a/ru.md")).expect("it is there");
    site.write("articles/a/ru.md/x", "");
    let (status, told) = site.tolmach(&["check"]);
    assert_eq!(status, Some(2), "{told}");
    assert!(told.contains("\"articles/a/ru.md\" is a folder, not a file"), "{told}");
}

#[test]
fn the_two_spellings_of_a_letter_name_one_article() {
    // «й» as one letter, and as «и» with a breve.
    let (composed, split) = ("кра\u{439}", "кра\u{438}\u{306}");
    let source = format!("ru/{split}.md");
    let site = Site::new(&[
        ("tolmach.toml", "[[articles]]\nsource = \"{language}/{article}.md\"\n"),
        (&source, BRIDGE[0]),
        (&format!("en/{composed}.md"), BRIDGE[1]),
    ]);
    let (status, told) = site.tolmach(&["align"]);
    assert!(status == Some(0) && told.contains("4 pairs"), "{told}");
    for name in [
        composed.to_owned(),
        split.to_owned(),
        format!("ru/{composed}.md"),
        format!("en/{split}.md"),
        format!("{composed}*"),
    ] {
        let (status, told) = site.tolmach(&["status", &name]);
        assert!(status == Some(0) && told.contains("100%"), "{name}: {told}");
    }
    if !site.with_git() {
        return;
    }
    site.commit();
    site.write(&source, &BRIDGE[0].replace("300", "400"));
    assert_eq!(site.tolmach(&["check", "--changed-from", "HEAD"]).0, Some(1));
}

#[test]
fn without_a_history_the_texts_decide_and_that_is_told() {
    let files =
        [("tolmach.toml", ""), ("articles/a/ru.md", BRIDGE[0]), ("articles/a/en.md", BRIDGE[1])];
    let site = Site::new(&files);
    let auto = ["align", "--source-at", "auto"];
    let (status, told) = site.tolmach(&auto);
    assert_eq!(status, Some(0), "{told}");
    assert!(told.contains("4 pairs") && told.contains("No history of git here"), "{told}");
    let site = Site::new(&files);
    if !site.with_git() {
        return;
    }
    site.commit();
    site.write("articles/a/ru.md", &BRIDGE[0].replace("июне", "июле"));
    site.commit();
    // The first commit's folder is lost.
    let mut command = Command::new("git");
    let tree = command.current_dir(site.root()).args(["rev-parse", "HEAD^:articles"]).output();
    let tree = String::from_utf8(tree.expect("git runs").stdout).expect("a name");
    let (folder, name) = tree.trim().split_at(2);
    fs::remove_file(site.root().join(".git/objects").join(folder).join(name)).expect("it is there");
    let (status, told) = site.tolmach(&auto);
    assert_eq!(status, Some(0), "{told}");
    assert!(told.contains("pairs") && told.contains("can’t read all of the history"), "{told}");
}

#[test]
fn what_stood_in_for_a_text_is_nobodys_source() {
    // The English came first, and for a while in both files.
    let config = "[languages]\nsource = \"en\"\ntargets = [\"ru\"]\n";
    let site = Site::new(&[
        ("tolmach.toml", config),
        ("articles/a/en.md", BRIDGE[0]),
        ("articles/a/ru.md", BRIDGE[0]),
    ]);
    if !site.with_git() {
        return;
    }
    site.commit();
    site.write("articles/a/en.md", BRIDGE[1]);
    site.commit();
    let (status, told) = site.tolmach(&["align", "--source-at", "auto"]);
    assert_eq!(status, Some(0), "{told}");
    assert!(told.contains("4 pairs, 0 stale, 0 missing, 0 only in the translation"), "{told}");
    assert_eq!(site.tolmach(&["check"]).0, Some(0));
}

#[test]
fn the_past_is_never_worse_than_the_present_texts() {
    // The page was rewritten from the ground in one commit, the source in another.
    let old = "# Старый мост\n\nЗдесь было пусто.\n";
    let stub = "# Old\n\nTo be written.\n\nNothing else.\n";
    let site =
        Site::new(&[("tolmach.toml", ""), ("articles/a/ru.md", old), ("articles/a/en.md", stub)]);
    if !site.with_git() {
        return;
    }
    site.commit();
    site.write("articles/a/ru.md", BRIDGE[0]);
    site.commit();
    site.write("articles/a/en.md", BRIDGE[1]);
    site.commit();
    let (_, told) = site.tolmach(&["align", "--dry-run"]);
    assert!(
        told.contains("4 pairs, 0 stale, 0 missing, 0 only in the translation, 0 to look at"),
        "{told}"
    );
    let (_, told) = site.tolmach(&["align", "--source-at", "auto"]);
    assert!(
        told.contains("4 pairs, 0 stale, 0 missing, 0 only in the translation, 0 to look at"),
        "{told}"
    );
}

impl Site {
    /// Every file with its text.
    fn texts(&self) -> Vec<(String, String)> {
        let mut folders = vec![self.root().to_path_buf()];
        let mut texts = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("it is there") {
                let path = entry.expect("it can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(text) = fs::read_to_string(&path) {
                    texts.push((path.display().to_string(), text));
                }
            }
        }
        texts.sort();
        texts
    }

    fn change(&self, path: &str, change: impl Fn(&str) -> String) {
        let text = fs::read_to_string(self.root().join(path)).expect("it can be read");
        self.write(path, &change(&text));
    }
}

/// Its name, and how it is made to happen.
type Event = (&'static str, fn(&Site));

/// What happens between two calls of `align`.
const EVENTS: &[Event] = &[
    ("nothing", |_| {}),
    ("the source is edited", |site| {
        site.change("articles/a/ru.md", |text| text.replace("300", "400"));
    }),
    ("the page is edited", |site| {
        site.change("articles/a/en.md", |text| text.replace("People", "Men").replace("300", "400"));
    }),
    ("the page's white space is edited", |site| {
        site.change("articles/a/en.md", |text| text.replace("on May", "on\nMay"));
    }),
    ("the page gets code", |site| {
        site.change("articles/a/en.md", |text| text.to_owned() + "\n```\ncode\n```\n");
    }),
    ("the page is published", |site| {
        // Refused where something is stale, and then the page stays as it is.
        site.tolmach(&["publish", "--force"]);
    }),
    ("the catalog forgets the page", |site| {
        site.change("articles/a/en.toml", |text| {
            text[text.find("[[pair]]").expect("it has pairs")..].to_owned()
        });
    }),
    ("the catalog forgets what the page had beside", |site| {
        site.change("articles/a/en.toml", |text| {
            let lines = text.lines().filter(|line| !line.starts_with("beside"));
            lines.map(|line| format!("{line}\n")).collect()
        });
    }),
];

#[test]
fn align_changes_no_file_without_a_word_and_nothing_the_second_time() {
    for (first, make_first) in EVENTS {
        for (second, make_second) in EVENTS {
            let site = Site::new(&[
                ("tolmach.toml", ""),
                ("articles/a/ru.md", BRIDGE[0]),
                ("articles/a/en.md", BRIDGE[1]),
            ]);
            let name = format!("{first}, then {second}");
            assert_eq!(site.tolmach(&["align"]).0, Some(0), "{name}");
            make_first(&site);
            make_second(&site);
            let before = site.texts();
            let (_, told) = site.tolmach(&["align", "--dry-run"]);
            assert_eq!(site.texts(), before, "{name}: {told}");
            let is_dry = told.contains("0 articles to adopt, 0 catalogs to bring in step. Run it");
            let (status, told) = site.tolmach(&["align"]);
            assert_eq!(status, Some(0), "{name}: {told}");
            let after = site.texts();
            let is_told = ["Wrote ", "Brought ", "Noted "].iter().any(|word| told.contains(word));
            assert_eq!(after != before, is_told, "{name}: {told}");
            assert_eq!(is_dry, !is_told, "{name}: {told}");
            let (_, told) = site.tolmach(&["align"]);
            assert_eq!(site.texts(), after, "{name}: {told}");
            assert!(told.contains("Every catalog is in step"), "{name}: {told}");
            assert!(!told.contains("Noted"), "{name}: {told}");
        }
    }
}

#[test]
fn the_revision_whose_source_fits_best_is_told() {
    let site = Site::new(&[
        ("tolmach.toml", ""),
        ("articles/a/ru.md", BRIDGE[0]),
        ("articles/a/en.md", BRIDGE[1]),
    ]);
    if !site.with_git() {
        return;
    }
    site.commit();
    site.write("articles/a/ru.md", &BRIDGE[0].replace("июне", "июле"));
    site.commit();
    let mut command = Command::new("git");
    let first = command.current_dir(site.root()).args(["rev-parse", "HEAD^"]).output();
    let first = String::from_utf8(first.expect("git runs").stdout).expect("a name");
    let auto = ["align", "--source-at", "auto", "--dry-run"];
    let (_, told) = site.tolmach(&auto);
    let line = format!("Of all revisions the source of {} fits", &first[..10]);
    assert!(told.contains(&line), "{told}");
    let (_, told) = site.tolmach(&[&auto[..], &["--format", "json"]].concat());
    assert!(told.contains(&format!("\"source_at\": \"{}\"", first.trim())), "{told}");
    let (_, told) = site.tolmach(&["align", "--dry-run"]);
    assert!(!told.contains("fits the translation best"), "{told}");
}

#[test]
fn a_site_in_an_unknown_layout_is_told_what_to_write() {
    let site = Site::new(&[
        ("rus_pages/bridge.md", BRIDGE[0]),
        ("rus_pages/fair.md", FAIR[0]),
        ("eng_pages/bridge.md", BRIDGE[1]),
        ("eng_pages/fair.md", FAIR[1]),
    ]);
    let (status, told) = site.tolmach(&["init", "--dry-run"]);
    assert_eq!(status, Some(0), "{told}");
    for needed in ["rus_pages/{article}.md", "eng_pages/{article}.md"] {
        assert!(told.contains(needed), "{needed}: {told}");
    }
}

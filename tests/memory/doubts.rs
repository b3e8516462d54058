//! What a check doubts is not offered, and what can't be read is named.

use std::collections::BTreeSet;
use std::process::Output;

use crate::newsroom::Newsroom;

const SOURCE: &str = "# Библиотека открылась

Читальный зал работает до восьми вечера.

Директор Анна Орлова поблагодарила строителей.

Читальный зал работает до восьми вечера.

Анна Орлова обещала новые книги.
";
const TRANSLATION: &str = "# The library opened

The reading room is open until eight in the evening.

Director Anna Orlova thanked the builders.

The reading hall works till eight at night.

Anna Orlowa promised new books.
";

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("answers are UTF-8")
}

/// The translations that warnings of a check are about.
fn doubted(newsroom: &Newsroom) -> BTreeSet<String> {
    let report = text(&newsroom.told(&["check", "library", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&report).expect("is JSON");
    let findings = report["findings"].as_array().expect("is a list").iter();
    let told = findings.filter(|finding| finding["severity"] != "info");
    told.filter_map(|finding| finding["translation"].as_str().map(str::to_owned)).collect()
}

#[test]
fn what_a_check_doubts_beside_the_rest_of_its_article_is_not_offered() {
    let newsroom = Newsroom::new(0);
    newsroom.write("articles/library/ru.md", SOURCE);
    newsroom.write("articles/library/en.md", TRANSLATION);
    assert!(newsroom.told(&["align", "library"]).status.success());
    let doubted = doubted(&newsroom);
    assert_eq!(doubted.len(), 2, "{doubted:?}");
    let exported = text(&newsroom.told(&["memory", "export"]));
    for line in TRANSLATION.lines().map(|line| line.trim_start_matches("# ")) {
        let is_given = !line.is_empty() && exported.contains(line);
        assert_eq!(is_given, !line.is_empty() && !doubted.contains(line), "{line}");
    }
    for arguments in [&[][..], &["--no-index"]] {
        let ask = ["memory", "search", "Читальный зал работает до восьми вечера."];
        let found = text(&newsroom.told(&[&ask[..], arguments].concat()));
        assert!(
            found.contains("The reading room") && !found.contains("The reading hall"),
            "{found}"
        );
        let found = text(&newsroom.told(&[&["memory", "search", "книги"], arguments].concat()));
        assert!(!found.contains("Orlowa"), "{found}");
    }
    // What somebody answered for is offered.
    let waive = ["waive", "library", "4", "--check", "consistency", "--reason", "both are usual"];
    assert!(newsroom.told(&waive).status.success());
    let exported = text(&newsroom.told(&["memory", "export"]));
    assert!(exported.contains("The reading hall") && !exported.contains("Orlowa"), "{exported}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_its_neighbours_are_found() {
    let mut newsroom = Newsroom::new(0);
    newsroom.write_pair("Вход открыт всем.", "Admission is open to all.");
    newsroom.write("articles/0/en.toml", "<<<<<<< HEAD\n[[pair]]\n");
    let search = ["memory", "search", "Вход открыт всем."];
    for arguments in [&search[..], &search, &[&search[..], &["--no-index"]].concat()] {
        let output = newsroom.told(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output).contains("Admission is open to all."), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("articles/0/en.toml"));
    }
    let stats = newsroom.told(&["memory", "stats"]);
    assert_eq!((stats.status.code(), stats.stdout.is_empty()), (Some(2), false));
    for arguments in [&["memory", "export"][..], &["leverage", "1"]] {
        let output = newsroom.told(arguments);
        assert_eq!(
            (output.status.code(), text(&output)),
            (Some(2), String::new()),
            "{arguments:?}"
        );
    }
    newsroom.write("articles/0/en.toml", "");
    assert!(newsroom.told(&search).status.success());
}

#[test]
fn translations_that_are_doubted_hide_none_that_are_not() {
    let mut newsroom = Newsroom::new(0);
    let wrong = (2..1_500).map(|number| {
        format!(
            "<tu><tuv xml:lang='ru'><seg>Слово дня такое.</seg></tuv>\
             <tuv xml:lang='en'><seg>Word {number} of the day.</seg></tuv></tu>"
        )
    });
    let units: String = wrong.collect();
    newsroom.write("memory/wrong.tmx", &format!("<tmx><body>{units}</body></tmx>"));
    newsroom.write_pair("Слово дня такое.", "This is the word of the day.");
    newsroom.write_pair("Слово ночи теперь совсем такое.", "Such is the word of the night now.");
    for arguments in [&[][..], &["--no-index"]] {
        for (question, answer) in [
            ("Слово дня такое.", "This is the word of the day."),
            ("слово", "This is the word of the day."),
            ("слово", "Such is the word of the night now."),
        ] {
            let found =
                text(&newsroom.told(&[&["memory", "search", question], arguments].concat()));
            assert!(found.contains(answer), "{question} {arguments:?}: {found}");
        }
    }
}

#[test]
fn no_draft_is_made_of_what_a_check_would_doubt_there() {
    let mut newsroom = Newsroom::new(0);
    newsroom.write_pair("Вход в зал сегодня открыт.", "Entry to the hall is open today.");
    newsroom.write_pair("Матч провёл вратарь команды.", "The goalkeeper played the match.");
    newsroom.write(
        "terms.toml",
        "[[term]]\nru = \"вратарь\"\nen = \"goaltender\"\ncontext = \"articles/sport/**\"\n",
    );
    newsroom.write("articles/hall/ru.md", "Вход в зал сегодня не открыт.\n");
    newsroom.write("articles/sport/a/ru.md", "Матч провёл вратарь команды.\n");
    newsroom.write("articles/news/ru.md", "Матч провёл вратарь команды.\n");
    newsroom.told(&["pretranslate", "--fuzzy", "60"]);
    let drafts: Vec<String> = newsroom
        .files()
        .into_iter()
        .filter_map(|(path, bytes)| {
            let is_catalog = path.ends_with("en.toml");
            is_catalog.then(|| String::from_utf8(bytes).expect("is UTF-8"))
        })
        .collect();
    assert_eq!(drafts.iter().filter(|text| text.contains("goalkeeper")).count(), 1, "{drafts:?}");
    assert!(!drafts.iter().any(|text| text.contains("Entry to the hall")), "{drafts:?}");
    let checked = newsroom.told(&["check", "--only", "terms", "--only", "negation"]);
    assert!(checked.status.success(), "{}", text(&checked));
    // Where it comes from goes along with what is given out.
    let given = text(&newsroom.told(&["export", "news", "--format", "tmx"]));
    assert!(given.contains("tolmach:origin\">memory 10"), "{given}");
}

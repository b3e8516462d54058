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

/// The translations that findings of a check are about.
fn doubted(newsroom: &Newsroom) -> BTreeSet<String> {
    let report = text(&newsroom.told(&["check", "library", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&report).expect("is JSON");
    let findings = report["findings"].as_array().expect("is a list").iter();
    findings.filter_map(|finding| finding["translation"].as_str().map(str::to_owned)).collect()
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

/// Checks that say how a pair stands, and not that it is wrong.
const STANDINGS: [&str; 13] = [
    "missing",
    "stale",
    "unsealed",
    "hand-edit",
    "unpublished",
    "unreviewed",
    "embargo",
    "draft",
    "lone-document",
    "no-translation",
    "orphan",
    "withdrawn",
    "extra",
];

/// Pairs that checks doubt, some more and some less.
const PAIRS: [[&str; 2]; 26] = [
    ["Кондитер не любит сладкий чай.", "The confectioner does now like sweet tea."],
    ["Кондитер не любит кислый чай.", "The confectioner likes sour tea."],
    ["Повар не ест горячий суп по вечерам.", "The cook eats hot soup in the evening."],
    ["Лесник посадил 30 ёлок на опушке.", "The forester planted 31 fir trees at the edge."],
    ["Мы пришли домой поздно вечером.", "We came came home late in the evening."],
    ["Привет, {name}, и добро пожаловать!", "Hello, {nmae}, and welcome!"],
    ["Кто пришёл на репетицию хора?", "Who came to the rehearsal of the choir."],
    ["Хор поёт в субботу", "The choir sings on Saturday."],
    ["Совет принял план работы.", "The board did not adopt the plan of work."],
    ["Встреча назначена на 30 февраля.", "The meeting is set for February 30."],
    ["Доклад прочитал И. В. Сорокин.", "V. I. Sorokin gave the report."],
    ["Музей откроет Юрий Зимин.", "Yury Zymin will open the museum."],
    ["Выступила Мария Петровна Крылова.", "Maria Petrovna Krilova spoke."],
    ["Цена — пять рублей за билет.", "The price - five roubles a ticket."],
    ["Выставка откроется 5 мая в музее.", "The exhibition opens on 5 May at the museum."],
    ["Концерт пройдёт 6 мая в музее.", "The concert takes place on May 6 at the museum."],
    ["Вход свободный для всех гостей.", "Admission is free for all guests."],
    ["Вход свободный для всех гостей!", "Every guest may enter!"],
    ["Завод может закрыть старый цех.", "The plant must close the old shop."],
    ["Мэр (Орёл) открыл новый мост.", "The mayor (Oryol opened the new bridge."],
    ["Актуальный вопрос обсудит совет.", "The council will discuss the actual question."],
    ["Цены выросли на 10 процентов за год.", "Prices fell by 10 percent in a year."],
    [
        "Статья лежит на [сайте](https://a.example/1).",
        "The article is on the [site](https://a.example/2).",
    ],
    ["Команда `status` показывает статьи.", "The command `state` shows the articles."],
    ["Зал работает до восьми вечера.", "The  hall is open until eight in the evening ."],
    ["Хор ветеранов поёт завтра утром.", "The veterans' choir sings tomorrow morning."],
];

#[test]
fn what_check_tells_of_a_pair_at_any_severity_keeps_it_from_being_offered() {
    let mut newsroom = Newsroom::new(0);
    for (at, [source, target]) in PAIRS.iter().enumerate() {
        newsroom.write(&format!("articles/p{at}/ru.md"), &format!("{source}\n"));
        newsroom.write(&format!("articles/p{at}/en.md"), &format!("{target}\n"));
    }
    newsroom.told(&["align"]);
    let mut kept = BTreeSet::new();
    for round in 0..3 {
        let mut settings = "[check]\n".to_owned();
        for check in ["negation", "names", "numbers", "quotes", "dashes", "spaces", "contrary"] {
            let severity = usize::try_from(newsroom.dice(4)).expect("is small");
            let severity = ["off", "info", "warning", "error"][severity];
            // The first round is of a workspace that sets nothing.
            if round > 0 {
                settings += &format!("{check} = \"{severity}\"\n");
            }
        }
        newsroom.write("tolmach.toml", &settings);
        let report = text(&newsroom.told(&["check", "--format", "json"]));
        let report: serde_json::Value = serde_json::from_str(&report).expect("is JSON");
        let offered = offered(&newsroom);
        let exported = text(&newsroom.told(&["memory", "export"]));
        let mut told = 0;
        for finding in report["findings"].as_array().expect("is a list") {
            let check = finding["check"].as_str().expect("has a name");
            let Some(target) = finding["translation"].as_str() else { continue };
            if STANDINGS.contains(&check) {
                continue;
            }
            told += 1;
            assert!(!offered.contains(target), "{settings}{check}: {target} is offered");
            assert!(
                !exported.contains(&escaped(target)),
                "{settings}{check}: {target} is exported"
            );
        }
        assert!(told >= 8, "{settings}{report}");
        kept.extend(offered);
    }
    let right = "The veterans' choir sings tomorrow morning.";
    assert!(kept.contains(right), "{kept:?}");
}

/// The translations offered for the sources of all pairs.
fn offered(newsroom: &Newsroom) -> BTreeSet<String> {
    let mut offered = BTreeSet::new();
    for [source, _] in PAIRS {
        let found = text(&newsroom.told(&["memory", "search", source, "--format", "json"]));
        let found: serde_json::Value = serde_json::from_str(&found).expect("is JSON");
        let matches = found["matches"].as_array().expect("is a list").iter();
        offered.extend(matches.filter_map(|one| one["target"].as_str().map(str::to_owned)));
    }
    offered
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

//! The words of `tolmach leverage` beside the statistics of `OmegaT` on the same project.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::Command;

/// Sentences in which a word isn't simply what stands between spaces: news with numbers and dates.
const NEWS: &[&str] = &[
    "В 2024 году фестиваль посетили 12 500 человек, на 4,5 % больше, чем в 2023-м.",
    "Научно-популярный журнал вышел тиражом в 3000 экземпляров — это немного.",
    "Матч закончился со счётом 2:1 (первый тайм — 1:0), хотя шёл дождь.",
    "Поезд № 15 отправляется в 07:45 с пути 3/4; скорость — 120 км/ч.",
    "«Мы этого ждали», — сказала 52-летняя врач-терапевт О. Н. Лебедева.",
    "Адрес прежний: library.example.org, письма идут по ул. Садовой, д. 5.",
    "Кое-кто из-за этого всё-таки уехал; кто-то остался.",
    "Цены выросли на 5–10 рублей, а в 1990-х — втрое.",
    "Он родился в 1887 г. и умер в 1942 г. в блокадном городе.",
    "Выставка открыта с 10:00 до 19:30 ежедневно, кроме понедельника.",
    "Доклад занял полчаса... И никто не спорил?!",
    "По-видимому, премьера состоится не раньше 15 мая 2025 года.",
];

/// An announcement with addresses, files and tags.
const NOTICE: &[&str] = &[
    "Запись открыта на https://museum.example.org/afisha?mesyac=5&den=12 до конца недели.",
    "Пишите на kassa_2@teatr.example.org или звоните: +7 (495) 123-45-67.",
    "<b>Важно:</b> вход <i>свободный</i>, <a href=\"https://example.org/x\">подробности здесь</a>.",
    "Файл otchyot_2024_final.docx весит 3,5 МБ, а версия 2.0.1-beta ещё не вышла.",
    "Следите за #новости и @redakciya, число подписчиков ~50 тысяч.",
    "Билет стоит 1 000 рублей, или €10; скидка 15% по промокоду LETO-2025.",
    "Строка {name} и знак %s остаются, как были; <br/> тоже.",
    "Архив лежит в папке data/news/2024-05-12 и занимает 1.000.000 байт.",
];

/// An essay with names, quotations and signs.
const ESSAY: &[&str] = &[
    "Роль д'Артаньяна сыграл О'Коннор, а Жанну д’Арк никто не сыграл.",
    "По дороге Москва — Санкт-Петербург, мимо Ростова-на-Дону, идёт сине-бело-красный поезд.",
    "„Ёлки-палки“! (что?) — \"да\"… 'ага'; т.е., т. е., и т.д., и т. п.",
    "Температура была −5 °C, ночью 36,6°, а к 1-му мая — до +25.",
    "Формула H₂O и площадь в 50 м² известны всем, ½ стакана тоже мера.",
    "Отдел R&D фирмы «Рога и копыта» придумал XXI-й век.",
    "За\u{301}мок и замо\u{301}к, наи\u{306}вный и naïve, Müller и Łódź.",
    "А.С. Пушкин жил в XIX веке; США–Китай — другая тема.",
    "Рок-н-ролл — это rock 'n' roll, it's only O'Neill's choice.",
    "Он сказал: «Я — за!», она ответила: «Против» — и ушла…",
];

const PROJECTS: [(&str, &[&str]); 3] = [("news", NEWS), ("notice", NOTICE), ("essay", ESSAY)];

const PROJECT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>RU</source_lang><target_lang>EN</target_lang>
<sentence_seg>true</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"#;

#[test]
fn words_are_those_of_omegat_within_half_a_percent() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    // Each sentence stands often and always otherwise, so that rare differences weigh what they weigh.
    let text = |lines: &[&str]| -> String {
        let rounds = (0..40).flat_map(|round| lines.iter().map(move |line| (round, line)));
        rounds.map(|(round, line)| format!("{line} Это раз {round}.\n\n")).collect()
    };
    let texts = PROJECTS.map(|(name, lines)| (name, text(lines)));
    let Some(told) = statistics(folder.path(), &texts, "txt") else { return };
    for (name, text) in &texts {
        let theirs = their_words(&told, &format!("{name}.txt"));
        let ours = words_of(folder.path(), name, &Page { name: "ru.txt", text });
        let difference = ours.abs_diff(theirs) * 1_000;
        assert!(difference <= 5 * theirs, "{name}: {ours} words, OmegaT has {theirs}");
    }
}

/// The pages of the book in Russian: hundreds of sentences with code, tables, numbers and addresses.
const BOOK: [(&str, &str); 9] = [
    ("adopting", include_str!("../../docs/adopting.ru.md")),
    ("checks", include_str!("../../docs/checks.ru.md")),
    ("ci", include_str!("../../docs/ci.ru.md")),
    ("exchange", include_str!("../../docs/exchange.ru.md")),
    ("figures", include_str!("../../docs/figures.ru.md")),
    ("formats", include_str!("../../docs/formats.ru.md")),
    ("glossary", include_str!("../../docs/glossary.ru.md")),
    ("memory", include_str!("../../docs/memory.ru.md")),
    ("translators", include_str!("../../docs/translators.ru.md")),
];

#[test]
fn what_goes_out_has_the_words_that_were_counted() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut texts = Vec::new();
    let mut counted = Vec::new();
    for (name, page) in BOOK {
        counted.push(words_of(folder.path(), name, &Page { name: "ru.md", text: page }));
        let root = folder.path().join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(&root).args(["export", "a", "--format", "po", "--out", "out"]);
        command.output().expect("the program runs");
        let po = fs::read_to_string(root.join("out/a/en.po")).expect("was written");
        texts.push((name, po));
    }
    // What stands above all entries is counted, too.
    let (head, _) = texts[0].1.split_once("\n\n").expect("a file has a head");
    texts.push(("head", format!("{head}\n\nmsgid \"Да.\"\nmsgstr \"\"\n")));
    let Some(told) = statistics(folder.path(), &texts, "po") else { return };
    let head = their_words(&told, "head.po") - 1;
    let (mut ours, mut theirs) = (0, 0);
    for ((name, _), own) in texts.iter().zip(counted) {
        let other = their_words(&told, &format!("{name}.po")) - head;
        assert!(own.abs_diff(other) * 200 <= other, "{name}: {own} words, OmegaT has {other}");
        (ours, theirs) = (ours + own, theirs + other);
    }
    assert!(theirs > 8_000, "{told}");
    assert!(ours.abs_diff(theirs) * 200 <= theirs, "{ours} words, OmegaT has {theirs}");
}

/// The statistics of `OmegaT` on files with these names; nothing where it is missing and nobody insists.
fn statistics(folder: &Path, texts: &[(&str, String)], extension: &str) -> Option<String> {
    let project = folder.join("project");
    for name in ["source", "target", "tm", "glossary", "dictionary", "omegat"] {
        fs::create_dir_all(project.join(name)).expect("a folder can be made");
    }
    fs::write(project.join("omegat.project"), PROJECT).expect("can be written");
    for (name, text) in texts {
        let path = project.join(format!("source/{name}.{extension}"));
        fs::write(path, text).expect("can be written");
    }
    let home = format!("-Dfile.encoding=UTF-8 -Duser.home={}", folder.display());
    let mut command = Command::new("omegat");
    command.env("JAVA_TOOL_OPTIONS", home).env("LC_ALL", "C.UTF-8");
    command.args(["--mode=console-translate", "--no-team", "--quiet"]).arg(&project);
    let is_there = command.output().is_ok_and(|output| output.status.success());
    if let Ok(told) = fs::read_to_string(project.join("omegat/project_stats.txt")) {
        return Some(told);
    }
    assert_ne!(std::env::var("TOLMACH_TEST_TOOLS").as_deref(), Ok("required"), "no OmegaT");
    _ = writeln!(io::stderr(), "skipped: OmegaT is missing or doesn't start ({is_there})");
    None
}

/// The words of a file in the statistics, which follow four numbers of segments.
fn their_words(told: &str, name: &str) -> u64 {
    let line = told.lines().find(|line| line.starts_with(name)).expect("the file is listed");
    let words = line.split_whitespace().nth(5).expect("a line has the words");
    words.parse().expect("words are a number")
}

/// A source as it lies in its article.
struct Page<'a> {
    name: &'a str,
    text: &'a str,
}

/// The words that `leverage` counts of it.
fn words_of(folder: &Path, name: &str, page: &Page<'_>) -> u64 {
    let root = folder.join(name);
    fs::create_dir_all(root.join("articles/a")).expect("a folder can be made");
    fs::write(root.join("tolmach.toml"), "").expect("can be written");
    fs::write(root.join("articles/a").join(page.name), page.text).expect("can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.current_dir(&root).args(["leverage", "--no-index", "--format", "json"]);
    let output = command.output().expect("the program runs");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    told["totals"]["total"]["words"].as_u64().expect("words are a number")
}

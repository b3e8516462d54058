//! Terms are found in every form that another dictionary makes of them, and nowhere else.

mod skipped;

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Names in the nominative; what stays as it is stands behind a bar.
const NAMES: &[&str] = &[
    "союз|художников",
    "Региональное содружество|в области связи",
    "исполнительный комитет|содружества",
    "генеральный директор|музея",
    "координационный совет",
    "почтовая комиссия",
    "рабочая группа|по статистике",
    "критическая информационная инфраструктура",
    "модельный закон",
    "назначенный оператор",
    "правоохранительные органы",
    "цифровые доказательства",
    "государства-участники|договора",
    "полномочная конференция",
    "экспертный совет|при министре",
    "трансграничная передача|персональных данных",
    "человек|года",
    "окружной день|открытых дверей",
    "детский сад",
    "пожарная часть",
    "районный рынок",
    "городское кладбище",
    "великий князь",
    "учёный секретарь",
    "сельская мать",
    "время|отправления",
    "ледовый дворец",
    "племянник|мэра",
    "земля|отцов",
    "статья|бюджета",
    "судья|первой инстанции",
    "путь|следования",
    "дитя|века",
    "речной порт",
    "краеведческий музей",
    "гость|праздника",
    "северный олень",
    "лесной заповедник",
    "полевая мышь",
];

/// The program that runs Python; nothing where it lacks the other dictionary, and nothing must be there.
fn python() -> Option<String> {
    let python = env::var("TOLMACH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let call =
        Command::new(&python).args(["-c", "import pymorphy3"]).stderr(Stdio::null()).status();
    if call.is_ok_and(|status| status.success()) {
        return Some(python);
    }
    skipped::skip("pymorphy3");
    None
}

/// The names and their forms.
fn forms(python: &str) -> Vec<(String, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terms/forms.py");
    let mut child = Command::new(python)
        .arg(script)
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python starts");
    let mut input = child.stdin.take().expect("is piped");
    input.write_all(NAMES.join("\n").as_bytes()).expect("python reads");
    drop(input);
    let output = child.wait_with_output().expect("python ends");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("is UTF-8");
    let pair =
        |line: &str| line.split_once('\t').map(|(one, other)| (one.to_owned(), other.to_owned()));
    text.lines().filter_map(pair).collect()
}

/// A workspace with these terms and these sentences, whose translations hold no term; what the check says.
fn findings(terms: &[String], sentences: &[String]) -> String {
    let folder = tempfile::tempdir().expect("can be made");
    let article = folder.path().join("articles/a");
    fs::create_dir_all(&article).expect("can be made");
    let write =
        |name: &str, text: String| fs::write(folder.path().join(name), text).expect("is written");
    write("tolmach.toml", String::new());
    let block = |name: &String| format!("[[term]]\nru = \"{name}\"\nen = \"Zq\"\n");
    write("terms.toml", terms.iter().map(block).collect());
    write("articles/a/ru.md", sentences.join("\n\n") + "\n");
    let pair = |text: &String| {
        format!("[[pair]]\nsource = \"{text}\"\ntarget = \"Words.\"\nstate = \"translated\"\n")
    };
    write("articles/a/en.toml", sentences.iter().map(pair).collect());
    let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["-C", &folder.path().to_string_lossy(), "--lang", "en", "check", "--only", "terms"])
        .output()
        .expect("tolmach starts");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_form_that_another_dictionary_makes_is_found() {
    if !cfg!(feature = "morphology") {
        return;
    }
    let Some(python) = python() else { return };
    let forms = forms(&python);
    assert!(forms.len() > 400, "{}", forms.len());
    let names: Vec<String> = NAMES.iter().map(|name| name.replace('|', " ")).collect();
    let sentences: Vec<String> =
        forms.iter().map(|(_, form)| format!("Вот {form} сегодня.")).collect();
    let told = findings(&names, &sentences);
    let missed: Vec<&String> = forms
        .iter()
        .map(|(_, form)| form)
        .filter(|form| !told.contains(&format!("for “{form}”")))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn words_that_only_look_like_a_term_are_none() {
    let names: Vec<String> = NAMES.iter().map(|name| name.replace('|', " ")).collect();
    let sentences = [
        "Союз, художников которого хвалят, распался.",
        "Критическая для района информационная инфраструктура устарела.",
        "Почтовая карета и комиссия не встретились.",
        "Детский врач посадил сад.",
        "Директор генерального штаба не звонил.",
        "Рабочая одежда нужна группе по статистике.",
        "Модель закона обсуждали долго.",
        "Речной трамвай зашёл в порт.",
        "Он назначил оператора.",
        "Экспертному совет не нужен.",
    ];
    let told = findings(&names, &sentences.map(str::to_owned));
    assert!(told.starts_with("No problems"), "{told}");
}

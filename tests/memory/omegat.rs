//! The words of `tolmach leverage` beside the statistics of `OmegaT` on the same project.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::Command;

/// Sentences in which a word isn't simply what stands between spaces.
const TEXT: [&str; 12] = [
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
    let lines = (0..40).flat_map(|round| TEXT.map(|line| format!("{line} Это раз {round}.\n\n")));
    let text: String = lines.collect();
    let Some(theirs) = omegat(folder.path(), &text) else { return };
    let ours = tolmach(folder.path(), &text);
    let difference = ours.abs_diff(theirs) * 1_000;
    assert!(difference <= 5 * theirs, "{ours} words, OmegaT has {theirs}");
}

/// How many words `OmegaT` finds; nothing where it is missing and nobody insists.
fn omegat(folder: &Path, text: &str) -> Option<u64> {
    let project = folder.join("project");
    for name in ["source", "target", "tm", "glossary", "dictionary", "omegat"] {
        fs::create_dir_all(project.join(name)).expect("a folder can be made");
    }
    fs::write(project.join("omegat.project"), PROJECT).expect("can be written");
    fs::write(project.join("source/a.txt"), text).expect("can be written");
    let home = format!("-Dfile.encoding=UTF-8 -Duser.home={}", folder.display());
    let mut command = Command::new("omegat");
    command.env("JAVA_TOOL_OPTIONS", home).env("LC_ALL", "C.UTF-8");
    command.args(["--mode=console-translate", "--no-team", "--quiet"]).arg(&project);
    let is_there = command.output().is_ok_and(|output| output.status.success());
    let Ok(told) = fs::read_to_string(project.join("omegat/project_stats.txt")) else {
        assert_ne!(std::env::var("TOLMACH_TEST_TOOLS").as_deref(), Ok("required"), "no OmegaT");
        _ = writeln!(io::stderr(), "skipped: OmegaT is missing or doesn't start ({is_there})");
        return None;
    };
    let total = told.lines().find_map(|line| line.strip_prefix("Total:"))?;
    Some(total.split_whitespace().nth(1)?.parse().expect("words are a number"))
}

fn tolmach(folder: &Path, text: &str) -> u64 {
    let root = folder.join("site");
    fs::create_dir_all(root.join("articles/a")).expect("a folder can be made");
    fs::write(root.join("tolmach.toml"), "").expect("can be written");
    fs::write(root.join("articles/a/ru.txt"), text).expect("can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.current_dir(&root).args(["leverage", "--no-index", "--format", "json"]);
    let output = command.output().expect("the program runs");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    told["totals"]["total"]["words"].as_u64().expect("words are a number")
}

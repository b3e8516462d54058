//! Reports for machines, read by programs that know their formats.
//!
//! The XML of `junit` is held to `reports/junit.xsd` by `xmllint`; SARIF to the types of `@types/sarif` by
//! TypeScript's compiler, both in the folder that `TOLMACH_NODE_MODULES` names. What is missing is
//! named and skipped, unless `TOLMACH_TEST_TOOLS=required`.

#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do and says what it skips")]

mod skipped;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// Articles with every kind of finding, and with all that could break a format.
const FILES: [(&str, &str); 7] = [
    ("tolmach.toml", "[check]\norphan = \"warning\"\n"),
    (
        "articles/a b&<'%,=/ru.md",
        "# З]]> <b>&\n\nТекст «с» \"кавычками\" ]]> и\u{2028}чертой.\n\n$f_X\n",
    ),
    ("articles/юни/ru.txt", "Заголовок: 100%0A, ::да\n\n😀 Было 6 \\ `код`. Нет. Новое &lt;.\r\n"),
    (
        "articles/юни/en.toml",
        "[[pair]]\nsource = \"😀 Было 5 \\\\ `код`.\"\ntarget = \"It was 5 \\u0001 \\u001b[1m.\"\nstate = \"draft\"\n\n\
         [[pair]]\nsource = \"Нет.\"\ntarget = \"Нет.\"\nstate = \"translated\"\n\n\
         [[pair]]\nsource = \"Совсем о другом]]>.\"\ntarget = \"Old <>&'\\\".\"\nstate = \"final\"\n",
    ),
    ("articles/clean/ru.md", ""),
    ("articles/z/ru.md", "# Да\n"),
    ("articles/z/en.toml", ""),
];

fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in FILES {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// What `check` prints on the workspace in each language of the interface.
fn reports(root: &Path, format: &str) -> [String; 2] {
    ["en", "ru"].map(|language| {
        let output = Command::new(env!("CARGO_BIN_EXE_tolmach"))
            .args(["--lang", language, "check", "--format", format])
            .current_dir(root)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    })
}

#[test]
fn junit_fits_its_schema() {
    let folder = workspace();
    let Some(xmllint) = tool("xmllint", has("xmllint").then_some("xmllint")) else { return };
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/junit.xsd");
    for text in reports(folder.path(), "junit") {
        assert!(text.contains("type=\"stale\"") && text.contains("type=\"missing\""), "{text}");
        let path = folder.path().join("report.xml");
        fs::write(&path, text).unwrap();
        run(Command::new(xmllint).args(["--noout", "--nonet", "--schema"]).arg(&schema).arg(&path));
    }
}

#[test]
fn sarif_fits_its_types() {
    let folder = workspace();
    let modules = env::var_os("TOLMACH_NODE_MODULES").map(PathBuf::from).unwrap_or_default();
    let (compiler, types) =
        (modules.join("typescript/bin/tsc"), modules.join("@types/sarif/index.d.ts"));
    let is_there = has("node") && compiler.exists() && types.exists();
    let Some(compiler) = tool("TypeScript with @types/sarif", is_there.then_some(compiler)) else {
        return;
    };
    let options = serde_json::json!({
        "compilerOptions": {
            "strict": true, "noEmit": true, "types": [], "module": "preserve",
            "moduleResolution": "bundler", "paths": { "sarif": [types] },
        },
        "files": ["en.ts", "ru.ts"],
    });
    fs::write(folder.path().join("tsconfig.json"), options.to_string()).unwrap();
    for (name, text) in ["en.ts", "ru.ts"].into_iter().zip(reports(folder.path(), "sarif")) {
        let log: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(log["version"], "2.1.0");
        assert!(log["runs"][0]["results"].as_array().unwrap().len() > 5, "{text}");
        let program =
            format!("import type {{ Log }} from \"sarif\";\nexport const log: Log = {text};\n");
        fs::write(folder.path().join(name), program).unwrap();
    }
    run(Command::new("node").arg(compiler).arg("--project").arg(folder.path()));
}

#[test]
fn gitlab_finds_what_it_needs() {
    let folder = workspace();
    for text in reports(folder.path(), "gitlab") {
        let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
        let mut fingerprints = BTreeSet::new();
        for issue in &issues {
            for key in ["description", "check_name", "fingerprint"] {
                assert!(issue[key].as_str().is_some_and(|text| !text.is_empty()), "{issue}");
            }
            let severity = issue["severity"].as_str().unwrap();
            assert!(
                ["info", "minor", "major", "critical", "blocker"].contains(&severity),
                "{issue}"
            );
            let path = issue["location"]["path"].as_str().unwrap();
            assert!(folder.path().join(path).exists() && !path.starts_with("./"), "{issue}");
            assert!(issue["location"]["lines"]["begin"].as_u64().is_some_and(|line| line > 0));
            assert!(fingerprints.insert(issue["fingerprint"].to_string()), "{issue}");
        }
        assert!(issues.len() > 5, "{text}");
    }
}

#[test]
fn github_gets_one_line_a_finding() {
    let folder = workspace();
    for text in reports(folder.path(), "github") {
        assert!(text.lines().count() > 5, "{text}");
        for line in text.lines() {
            let (command, rest) = line.split_once("file=").unwrap();
            assert!(["::error ", "::warning ", "::notice "].contains(&command), "{line}");
            let (properties, message) = rest.split_once("::").unwrap();
            assert!(!message.is_empty() && !properties.contains(":,"), "{line}");
            // A comma or a colon of a path's own would end the property.
            let path = properties.split(',').next().unwrap();
            let path = path.replace("%2C", ",").replace("%3A", ":").replace("%25", "%");
            assert!(folder.path().join(&path).exists(), "{path}");
        }
    }
}

fn has(program: &str) -> bool {
    let mut command = Command::new(program);
    let quiet = command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// The tool that was found, or none with a word about it.
fn tool<T>(name: &str, found: Option<T>) -> Option<T> {
    if found.is_none() {
        skipped::skip(name);
    }
    found
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&said));
}

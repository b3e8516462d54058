//! Files for translators as other programs take them: gettext, the Translate Toolkit, Symfony, the package
//! `xliff` of npm, `OmegaT`, Poedit and Lokalize.
//!
//! What is missing is named and skipped, unless `TOLMACH_TEST_TOOLS=required`.

mod skipped;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const SOURCE: &str = "# Новый мост\n\nМост открыли утром. Движение **пошло** сразу.\n\n\
    «Ждали \"долго\"», — сказал мэр\\! Цена — 5 % < 7 & больше.\n\nСтарый мост закроют в мае.\n";

const CATALOG: &str = r#"[[pair]]
source = "Мост открыли утром."
target = "The bridge opened in the morning."
state = "translated"

[[pair]]
source = "Старый мост закроют в апреле."
target = "The old bridge closes in April."
state = "translated"
"#;

/// A workspace of one article.
struct Newsroom(TempDir);

/// A row as it stands in a file.
type Row = [String; 2];

impl Newsroom {
    fn new() -> Self {
        let room = Self(tempfile::tempdir().expect("a folder can be made"));
        let article = room.0.path().join("articles/bridge");
        fs::create_dir_all(&article).expect("a folder can be made");
        let write = |path: PathBuf, text: &str| fs::write(path, text).expect("can be written");
        write(room.0.path().join("tolmach.toml"), "");
        write(article.join("ru.md"), SOURCE);
        write(article.join("en.toml"), CATALOG);
        room.tolmach(&["ack", "bridge", "2", "--reason", "Written here."]);
        room
    }

    fn tolmach(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        command.current_dir(self.0.path()).env("TOLMACH_LANG", "en").args(arguments);
        let output = command.output().expect("tolmach runs");
        assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn export(&self, format: &str, extension: &str) -> PathBuf {
        self.tolmach(&["export", "bridge", "--format", format, "--force", "--out", "out"]);
        self.0.path().join("out/bridge/en").with_extension(extension)
    }

    /// What comes of a file: each row's outcome, source and translation.
    fn rows(&self, file: &Path) -> Vec<[String; 3]> {
        let path = file.to_str().expect("the path is text");
        let told = self.tolmach(&["import", path, "--dry-run", "--format", "json"]);
        let told: serde_json::Value = serde_json::from_str(&told).expect("the report is JSON");
        let rows = told["files"][0]["rows"].as_array().expect("a file has rows");
        let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or("").to_owned();
        let shown = |row| ["outcome", "source", "to"].map(|key| text(row, key));
        rows.iter().map(shown).collect()
    }

    /// The rows that something comes of.
    fn news(&self, file: &Path) -> Vec<[String; 3]> {
        self.rows(file).into_iter().filter(|[outcome, ..]| outcome != "same").collect()
    }
}

/// What a program prints; nothing where it is missing and nobody insists.
fn output(name: &str, command: &mut Command) -> Option<String> {
    match command.output() {
        Ok(output) if output.status.success() => {
            Some(String::from_utf8_lossy(&output.stdout).into())
        }
        // A program that is there has to take the file.
        Ok(output) if name != "translate-toolkit" => {
            panic!("{name}: {}", String::from_utf8_lossy(&output.stderr))
        }
        _ => {
            skipped::skip(name);
            None
        }
    }
}

#[test]
fn gettext_takes_our_po_and_leaves_it_as_it_is() {
    let room = Newsroom::new();
    let file = room.export("po", "po");
    let mut judge = Command::new("msgfmt");
    judge.args(["--check", "--output-file=/dev/null"]).arg(&file);
    if output("msgfmt", &mut judge).is_none() {
        return;
    }
    let again = file.with_extension("again.po");
    let rewritten = output("msgcat", Command::new("msgcat").arg(&file)).expect("gettext is whole");
    fs::write(&again, &rewritten).expect("can be written");
    assert_eq!(output("msgcat", Command::new("msgcat").arg(&again)).as_ref(), Some(&rewritten));
    assert_eq!(room.news(&again), [[""; 3]; 0]);
    let edited = rewritten.replace("closes in April.", "closes in May.");
    let edited = edited.replace("#, fuzzy\n", "");
    fs::write(&again, edited).expect("can be written");
    let source = "Старый мост закроют в мае.";
    assert_eq!(room.news(&again), [["changed", source, "The old bridge closes in May."]]);
}

#[test]
fn the_translate_toolkit_reads_the_same_units() {
    let room = Newsroom::new();
    let python = std::env::var("TOLMACH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange/units.py");
    let units = |format: &str, extension: &str| -> Option<Vec<Row>> {
        let file = room.export(format, extension);
        let mut command = Command::new(&python);
        let told = output("translate-toolkit", command.arg(&script).arg(file))?;
        Some(serde_json::from_str(&told).expect("it is JSON"))
    };
    let Some(po) = units("po", "po") else { return };
    let sources: Vec<&str> = po.iter().map(|[source, _]| source.as_str()).collect();
    assert_eq!(sources, SOURCES);
    assert_eq!(po[1][1], "The bridge opened in the morning.");
    assert_eq!(po[5][1], "The old bridge closes in April.");
    let tmx = units("tmx", "tmx").expect("the toolkit is there");
    let translated: Vec<&Row> = po.iter().filter(|[_, target]| !target.is_empty()).collect();
    assert_eq!(tmx.iter().collect::<Vec<_>>(), translated);
    // Codes are no text there.
    let bare: Vec<String> = SOURCES.iter().map(|text| text.replace("**", "")).collect();
    for format in ["xliff", "xliff2"] {
        let units = units(format, "xlf").expect("the toolkit is there");
        let sources: Vec<String> = units.into_iter().map(|[source, _]| source).collect();
        assert_eq!(sources.len(), SOURCES.len(), "{format} {sources:?}");
        for (source, wanted) in
            sources.iter().zip(&bare).filter(|(_, wanted)| !wanted.contains('\\'))
        {
            assert_eq!(source.replace("**", ""), *wanted, "{format}");
        }
    }
}

const PROJECT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>RU</source_lang><target_lang>EN</target_lang>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"#;

/// What a translator saved in `OmegaT`.
const SAVED: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6" segtype="paragraph" srclang="RU"/>
<body><tu><tuv lang="RU"><seg>Новый мост</seg></tuv><tuv lang="EN" changeid="anna"><seg>A new bridge</seg></tuv></tu></body></tmx>
"#;

#[test]
fn what_is_translated_in_omegat_arrives_with_its_base() {
    let room = Newsroom::new();
    for (format, extension) in [("xliff", "xlf"), ("po", "po")] {
        let file = room.export(format, extension);
        let project = room.0.path().join(format);
        for name in ["source", "target", "tm", "glossary", "dictionary", "omegat"] {
            fs::create_dir_all(project.join(name)).expect("a folder can be made");
        }
        fs::write(project.join("omegat.project"), PROJECT).expect("can be written");
        fs::write(project.join("omegat/project_save.tmx"), SAVED).expect("can be written");
        let name = format!("en.{extension}");
        fs::copy(&file, project.join("source").join(&name)).expect("can be copied");
        let home = format!("-Dfile.encoding=UTF-8 -Duser.home={}", room.0.path().display());
        let mut command = Command::new("omegat");
        command.env("JAVA_TOOL_OPTIONS", home).env("LC_ALL", "C.UTF-8");
        command.args(["--mode=console-translate", "--no-team", "--quiet"]).arg(&project);
        if output("OmegaT", &mut command).is_none() {
            return;
        }
        let back = project.join("target").join(&name);
        assert_eq!(room.news(&back), [["new", "Новый мост", "A new bridge"]], "{format}");
        // Had somebody translated it here meanwhile, nobody's words would be lost.
        let other = Newsroom::new();
        let csv = other.export("csv", "csv");
        let text = fs::read_to_string(&csv).expect("it is there");
        let text = text.replace("Новый мост,,", "Новый мост,The new bridge,");
        fs::write(&csv, text).expect("can be written");
        other.tolmach(&["import", csv.to_str().expect("the path is text"), "--yes"]);
        assert_eq!(other.news(&back)[0][0], "conflict", "{format}");
    }
}

/// The sentences of the article, in its order.
const SOURCES: [&str; 6] = [
    "Новый мост",
    "Мост открыли утром.",
    "Движение **пошло** сразу.",
    "«Ждали \"долго\"», — сказал мэр\\!",
    "Цена — 5 % < 7 & больше.",
    "Старый мост закроют в мае.",
];

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange").join(name)
}

/// Units as a program prints them, JSON of source and translation, or nothing where it is missing.
fn units(name: &str, command: &mut Command) -> Option<Vec<Row>> {
    let told = output(name, command)?;
    Some(serde_json::from_str(&told).unwrap_or_else(|err| panic!("{name}: {err}: {told}")))
}

/// A text without its codes.
fn bare(text: &str) -> String {
    text.replace("**", "").replace("\\!", "")
}

#[test]
fn symfony_finds_both_xliffs_valid_and_reads_the_same_units() {
    if !Path::new(SYMFONY).is_dir() {
        return skipped::skip("php-symfony-translation");
    }
    for format in ["xliff", "xliff2"] {
        let room = Newsroom::new();
        let file = room.export(format, "xlf");
        let mut command = Command::new("php");
        let Some(rows) = units("php", command.arg(script("symfony.php")).arg(&file)) else {
            return;
        };
        let targets: Vec<&str> = rows.iter().map(|[_, target]| target.as_str()).collect();
        assert_eq!(rows.len(), SOURCES.len(), "{format} {rows:?}");
        assert_eq!(targets[1], "The bridge opened in the morning.", "{format}");
        assert_eq!(targets[5], "The old bridge closes in April.", "{format}");
    }
}

/// Where Debian puts Symfony's reader.
const SYMFONY: &str = "/usr/share/php/Symfony/Component/Translation";

#[test]
fn the_package_xliff_of_npm_reads_the_same_units() {
    let Some(modules) = std::env::var_os("TOLMACH_NODE_MODULES") else {
        return skipped::skip("TOLMACH_NODE_MODULES");
    };
    if !Path::new(&modules).join("xliff").is_dir() {
        return skipped::skip("xliff");
    }
    for format in ["xliff", "xliff2"] {
        let room = Newsroom::new();
        let file = room.export(format, "xlf");
        let mut command = Command::new("node");
        command.env("NODE_PATH", &modules).arg(script("units.cjs")).arg(&file);
        let Some(rows) = units("node", &mut command) else { return };
        let sources: Vec<String> = rows.iter().map(|[source, _]| bare(source)).collect();
        assert_eq!(sources, SOURCES.map(bare), "{format}");
        assert_eq!(rows[1][1], "The bridge opened in the morning.", "{format}");
        assert_eq!(rows[5][1], "The old bridge closes in April.", "{format}");
    }
}

#[test]
fn omegat_s_own_definition_of_tmx_holds_ours_for_valid() {
    let room = Newsroom::new();
    let file = room.export("tmx", "tmx");
    let definition = room.0.path().join("tmx14.dtd");
    let mut unpack = Command::new("unzip");
    let Some(text) = output("unzip", unpack.args(["-p", OMEGAT, "schemas/tmx14.dtd"])) else {
        return;
    };
    fs::write(&definition, text).expect("can be written");
    let mut judge = Command::new("xmllint");
    judge.args(["--nonet", "--noout", "--dtdvalid"]).arg(&definition).arg(&file);
    let _ = output("xmllint", &mut judge);
}

/// Where Debian puts `OmegaT`.
const OMEGAT: &str = "/usr/share/omegat/OmegaT.jar";

/// Whether all programs are there that a translator without a screen needs.
fn has_screen(editor: &str) -> bool {
    let needed = [editor, "xvfb-run", "dbus-run-session", "xdotool", "qdbus"];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let missing =
        needed.into_iter().find(|name| !folders.iter().any(|folder| folder.join(name).is_file()));
    missing.inspect(|name| skipped::skip(name)).is_none()
}

/// The last sentence as somebody translates it anew in an editor with windows, and what comes of that.
fn translated_in(editor: &str, formats: &[(&str, &str)]) {
    if !has_screen(editor) {
        return;
    }
    for (format, extension) in formats {
        let room = Newsroom::new();
        let file = room.export(format, extension);
        let copy = room.0.path().join(format!("{editor}-{format}.{extension}"));
        fs::copy(&file, &copy).expect("can be copied");
        let text = "The old bridge closes in May.";
        let mut command = Command::new(script(&format!("{editor}.sh")));
        output(editor, command.arg(&copy).arg(text)).expect("it is there");
        let source = "Старый мост закроют в мае.";
        assert_eq!(room.news(&copy), [["changed", source, text]], "{editor} {format}");
        // The base is in the file still: what was done here meanwhile isn't lost.
        let path = copy.to_str().expect("the path is text");
        let catalog = room.0.path().join("articles/bridge/en.toml");
        let held = fs::read_to_string(&catalog).expect("it is there");
        let held =
            held.replace("The old bridge closes in April.", "The old bridge will close in May.");
        fs::write(&catalog, held).expect("can be written");
        let told = room.tolmach(&["import", path, "--dry-run", "--format", "json"]);
        assert!(told.contains("\"conflict\""), "{editor} {format}: {told}");
    }
}

#[test]
fn what_is_translated_in_poedit_arrives_with_its_base() {
    translated_in("poedit", &[("po", "po"), ("xliff", "xlf"), ("xliff2", "xlf")]);
}

#[test]
fn what_is_translated_in_lokalize_arrives_with_its_base() {
    translated_in("lokalize", &[("po", "po"), ("xliff", "xlf")]);
}

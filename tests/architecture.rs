//! The house keeps its order: layers, edges, tables, short files, no words for people in code.
//!
//! Each rule is a function from sources to faults; below, each is shown a planted fault.

#[path = "architecture/cycles.rs"]
mod cycles;
#[path = "architecture/measures.rs"]
mod measures;
#[path = "architecture/source.rs"]
mod source;

use std::path::Path;

use cycles::folder_cycles;
use measures::Measures;
use source::{Source, load};

/// What may be used only in some modules.
const EDGES: &[(&str, &[&str])] = &[
    ("std::fs", &["workspace"]),
    ("std::process::Command", &["workspace"]),
    ("std::env", &["workspace", "commands", "main"]),
    ("std::net", &["web"]),
    ("clap", &["commands"]),
    ("clap_complete", &["commands"]),
    ("clap_mangen", &["commands"]),
    ("anstream", &["commands"]),
    ("indicatif", &["commands"]),
    ("fluent", &["l10n"]),
    ("fluent_langneg", &["l10n"]),
    ("serde", &["workspace", "report", "web", "lsp"]),
    ("serde_json", &["workspace", "report", "web", "lsp"]),
    ("toml", &["catalog", "terms", "workspace"]),
    ("toml_edit", &["catalog", "terms", "workspace"]),
    ("globset", &["workspace"]),
    ("ignore", &["workspace"]),
    ("tempfile", &["workspace"]),
    ("pulldown_cmark", &["parse", "formats"]),
    ("minijinja", &["formats"]),
    ("quick_xml", &["formats", "report"]),
    ("rumorph", &["text"]),
    ("zip", &["formats"]),
    ("rustyline", &["commands"]),
    ("rustix", &["workspace", "commands"]),
    ("signal_hook", &["workspace", "commands"]),
];

/// Names that have no place below `workspace`: no clock, no printing, no globals, no `async`.
const IMPURE: &[&str] = &[
    "Instant",
    "SystemTime",
    "Timestamp",
    "Zoned",
    "async",
    "dbg",
    "eprint",
    "eprintln",
    "print",
    "println",
    "stderr",
    "stdin",
    "stdout",
    "thread_local",
];

/// Modules whose texts are rules about languages.
const LANGUAGE_RULES: &[&str] = &["text", "parse", "tracking", "align"];

/// Folders whose files still use each other in a circle; the list may only get shorter.
const TIED: &[&str] = &[];

/// Functions that take a tuple.
const TUPLE_PARAMETERS: usize = 0;

/// Names of public types that more than one file defines; the number may only fall.
const SHARED_TYPES: usize = 2;

/// Named closures and combinators in a thousand lines; both may only fall.
const NAMED_CLOSURES: usize = 13;
const COMBINATORS: usize = 82;

/// Public items without a doc comment, and doc comments that begin with "The same"; both are none.
const UNDOCUMENTED: usize = 0;
const REFERENCES: usize = 0;

/// The most lines of a file without its tests.
const LONGEST: usize = 300;

/// The modules of the map in `lib.rs`, from the bottom up.
fn layers(sources: &[Source]) -> Vec<String> {
    let map = sources.iter().find(|source| source.path == "src/lib.rs").expect("is the map");
    map.declarations().into_iter().map(|declaration| declaration.name).collect()
}

/// A use of a module that stands later in the map.
fn upward_uses(sources: &[Source]) -> Vec<String> {
    let layers = layers(sources);
    let layer = |name: &str| layers.iter().position(|layer| layer == name);
    let mut faults = Vec::new();
    for source in sources {
        let Some(own) = layer(source.top()) else { continue };
        for used in source.uses() {
            let Some(name) = module_used(source, &used.path) else { continue };
            if layer(&name).is_some_and(|layer| layer > own) {
                faults.push(format!("{}:{}: uses `{name}` above it", source.path, used.line));
            }
        }
    }
    faults
}

/// The module below the root that a path leads to, where it begins at the root or above.
fn module_used(source: &Source, path: &[String]) -> Option<String> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    match path.first()?.as_str() {
        "crate" => path.get(1).cloned(),
        "super" if ups >= source.modules().len() => path.get(ups).cloned(),
        _ => None,
    }
}

/// A use of what only other modules may use.
fn crossed_edges(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for used in source.uses() {
            let path = used.path.join("::");
            for (edge, modules) in EDGES {
                let is_used = path
                    .strip_prefix(edge)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
                if is_used && !modules.contains(&source.top()) {
                    let line = used.line;
                    faults.push(format!("{}:{line}: uses `{edge}`", source.path));
                }
            }
        }
    }
    faults
}

/// A clock, a printer or a global in a module that only computes.
fn impure_names(sources: &[Source]) -> Vec<String> {
    let layers = layers(sources);
    let pure = layers.iter().take_while(|layer| *layer != "workspace").collect::<Vec<_>>();
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| pure.iter().any(|layer| *layer == source.top())) {
        for (line, name) in source.names() {
            if IMPURE.contains(&name.as_str()) {
                faults.push(format!("{}:{line}: uses `{name}`", source.path));
            }
        }
    }
    faults
}

/// A file that its folder's table leaves out.
fn unlisted_files(sources: &[Source]) -> Vec<String> {
    let is_listed = |source: &Source| {
        let (parents, name) = match source.modules().split_last() {
            Some((name, parents)) => (parents.join("/"), (*name).to_owned()),
            None => return true,
        };
        let table = match parents.as_str() {
            "" => "src/lib.rs".to_owned(),
            parents => format!("src/{parents}/mod.rs"),
        };
        let table = sources.iter().find(|source| source.path == table);
        table.is_some_and(|table| table.declarations().iter().any(|listed| listed.name == name))
    };
    let unlisted = sources.iter().filter(|source| !is_listed(source));
    unlisted.map(|source| format!("{}: not in its folder's table", source.path)).collect()
}

/// A file that does not say what it is for.
fn silent_files(sources: &[Source]) -> Vec<String> {
    let silent = sources.iter().filter(|source| !source.text.starts_with("//! "));
    silent.map(|source| format!("{}: does not open with `//!`", source.path)).collect()
}

/// A file that should be split.
fn long_files(sources: &[Source]) -> Vec<String> {
    let long = sources.iter().filter(|source| source.length() > LONGEST);
    long.map(|source| format!("{}: {} lines without tests", source.path, source.length())).collect()
}

/// A text that a person would read and Fluent does not know.
fn words_in_code(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    let spoken = sources.iter().filter(|source| !LANGUAGE_RULES.contains(&source.top()));
    for source in spoken {
        for text in source.texts() {
            if is_for_people(&text.text) {
                faults.push(format!("{}:{}: says {:?}", source.path, text.line, text.text));
            }
        }
    }
    faults
}

/// Whether a text has Cyrillic letters or three plain words in a row.
fn is_for_people(text: &str) -> bool {
    let is_cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c);
    let is_word = |word: &&str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation() && !"{}/".contains(c));
        word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic())
    };
    let words: Vec<_> = text.split(' ').collect();
    let is_sentence = words.windows(3).any(|words| words.iter().all(is_word));
    let is_markup = text.contains('<') || text.contains('=');
    text.contains(is_cyrillic) || is_sentence && !is_markup
}

/// A lint that is switched off without saying why.
fn unexplained_allowances(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for (line, allowance) in source.attributes("allow") {
            if !allowance.contains("reason") {
                faults.push(format!("{}:{line}: {allowance} without a reason", source.path));
            }
        }
    }
    faults
}

/// Crates that nothing names; each is a door that somebody has to guard.
fn unused_crates(manifest: &str, sources: &[Source]) -> Vec<String> {
    let tables = manifest.split("\n[").filter(|table| {
        let head = table.lines().next().unwrap_or_default();
        head.ends_with("dependencies]") && !head.starts_with("dev-")
    });
    let lines = tables.flat_map(str::lines);
    let names = lines.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    let is_used = |name: &&str| {
        let name = name.replace('-', "_");
        sources.iter().any(|source| source.names().iter().any(|(_, used)| *used == name))
    };
    names.filter(|name| !is_used(name)).map(str::to_owned).collect()
}

/// Every file of the program; those that only tests use are left out.
fn sources() -> Vec<Source> {
    let sources = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let tables = sources.iter().flat_map(|table| {
        let folder = table.modules().iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let tests = table.declarations().into_iter().filter(|declared| declared.is_test);
        tests.map(move |declared| [folder.clone(), vec![declared.name]].concat())
    });
    let tests: Vec<_> = tables.collect();
    let is_test = |source: &Source| {
        tests.iter().any(|test| {
            source.modules().starts_with(&test.iter().map(String::as_str).collect::<Vec<_>>())
        })
    };
    sources.into_iter().filter(|source| !is_test(source)).collect()
}

#[track_caller]
fn hold(rule: fn(&[Source]) -> Vec<String>) {
    let faults = rule(&sources());
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn modules_use_only_those_below_them() {
    hold(upward_uses);
}

#[test]
fn no_folder_has_a_circle() {
    let found = folder_cycles(&sources());
    let is_known = |fault: &String| TIED.iter().any(|tied| fault.starts_with(&format!("{tied}:")));
    let (known, new): (Vec<_>, Vec<_>) = found.iter().partition(|fault| is_known(fault));
    assert!(new.is_empty(), "\n{new:#?}\n");
    assert_eq!(
        known.len(),
        TIED.len(),
        "a folder of the list has no circle any more: strike it out"
    );
}

/// What the survey of the code measures, as a table; `.ci/measures` shows it.
#[test]
#[expect(clippy::print_stdout, reason = "the table is for people")]
fn no_measure_gets_worse() {
    let sources = sources();
    let found = Measures::of(&sources);
    let shared = found.shared_types();
    let rows: [(&str, usize, usize); 9] = [
        ("folders with a circle", folder_cycles(&sources).len(), TIED.len()),
        ("public type names in several files", shared.len(), SHARED_TYPES),
        ("functions with a tuple parameter", found.tuple_parameters.len(), TUPLE_PARAMETERS),
        ("functions over 60 lines", found.long_functions.len(), 0),
        ("files over 300 lines", long_files(&sources).len(), 0),
        ("named closures in 1,000 lines", found.density(found.named_closures), NAMED_CLOSURES),
        ("combinators in 1,000 lines", found.density(found.combinators), COMBINATORS),
        ("public items without a doc comment", found.undocumented.len(), UNDOCUMENTED),
        ("doc comments that begin with \"The same\"", found.references.len(), REFERENCES),
    ];
    println!(
        "{} files, {} lines of code, {} functions, {} public types, {} public items",
        sources.len(),
        found.lines,
        found.functions,
        found.types.len(),
        found.items
    );
    for (name, now, most) in rows {
        println!("{now:6}  at most {most:3}  {name}");
    }
    let lists = [
        shared,
        found.tuple_parameters,
        found.long_functions,
        found.undocumented,
        found.references,
    ];
    for fault in lists.concat() {
        println!("  {fault}");
    }
    for (name, now, most) in rows {
        assert!(now <= most, "{name}: {now}, at most {most}");
    }
}

#[test]
fn libraries_stay_at_their_edge() {
    hold(crossed_edges);
}

#[test]
fn what_only_computes_has_no_clock_no_printer_and_no_global() {
    hold(impure_names);
}

#[test]
fn every_file_is_in_its_folders_table() {
    hold(unlisted_files);
}

#[test]
fn every_file_says_what_it_is_for() {
    hold(silent_files);
}

#[test]
fn every_crate_is_used() {
    let manifest = include_str!("../Cargo.toml");
    assert_eq!(unused_crates(manifest, &sources()), Vec::<String>::new());
}

#[test]
fn files_are_short() {
    hold(long_files);
}

#[test]
fn words_for_people_stand_in_the_locales() {
    hold(words_in_code);
}

#[test]
fn every_allowance_has_a_reason() {
    hold(unexplained_allowances);
}

mod planted {
    //! Each rule must see its fault, and nothing else.

    use super::{
        Measures, Source, crossed_edges, folder_cycles, impure_names, is_for_people, long_files,
        silent_files, unexplained_allowances, unlisted_files, upward_uses, words_in_code,
    };

    const MAP: &str = "//! Map.\nmod model;\nmod text;\nmod workspace;\nmod commands;\n";

    fn faults(rule: fn(&[Source]) -> Vec<String>, path: &str, code: &str) -> Vec<String> {
        rule(&[Source::new("src/lib.rs", MAP), Source::new(path, code)])
    }

    #[test]
    fn an_upward_use_is_seen_in_every_spelling() {
        let uses = [
            "use crate::text::words;",
            "use crate::{model, text::words};",
            "use super::text;",
            "fn a() { b(crate::text::words()); }",
            "macro_rules! a { () => { $crate::text::words() } }",
        ];
        for code in uses {
            assert_eq!(faults(upward_uses, "src/model/mod.rs", code).len(), 1, "{code}");
        }
        let nested = faults(upward_uses, "src/model/seal.rs", "use super::super::text::words;");
        assert_eq!(nested, ["src/model/seal.rs:1: uses `text` above it"]);
    }

    #[test]
    fn uses_of_lower_modules_siblings_and_in_tests_are_fine() {
        let uses = [
            "use crate::model::Unit;",
            "use super::workspace;",
            "#[cfg(test)]\nmod tests { use crate::workspace::load; }",
            "#[cfg(test)]\nuse crate::workspace::load;\nuse crate::model::Unit;",
            "// crate::workspace\nconst A: &str = \"crate::workspace\";",
        ];
        for code in uses {
            let found = faults(upward_uses, "src/text/words.rs", code);
            assert!(found.is_empty(), "{code}: {found:?}");
        }
    }

    #[test]
    fn a_circle_in_a_folder_is_seen_at_every_level() {
        let circle = |one: &str, other: &str| {
            folder_cycles(&[
                Source::new("src/text/mod.rs", "//! Text."),
                Source::new("src/text/a.rs", one),
                Source::new("src/text/b/mod.rs", "//! B."),
                Source::new("src/text/b/c.rs", other),
            ])
        };
        let found = circle("use super::b::c::D;", "use crate::text::a::E;");
        assert_eq!(found, ["src/text: a circle ties [\"a\", \"b\"]"]);
        assert!(circle("use super::b::c::D;", "use super::super::mod_item;").is_empty());
        assert!(circle("use super::b::c::D;", "use super::F;").is_empty());
        let inner = [
            Source::new("src/text/a.rs", "use super::b;"),
            Source::new("src/text/b.rs", "fn c() { super::c::d(); }"),
            Source::new("src/text/c.rs", "use crate::text::{a::e, b};"),
        ];
        assert_eq!(folder_cycles(&inner), ["src/text: a circle ties [\"a\", \"b\", \"c\"]"]);
    }

    #[test]
    fn each_measure_sees_its_fault() {
        let of = |code: &str| Measures::of(&[Source::new("src/text/a.rs", code)]);
        for code in [
            "fn a((b, c): (u8, u8)) {}",
            "fn a(b: u8, c: &(u8, u8)) {}",
            "fn a<T>(b: &mut Vec<T>, c: &'static (u8, T)) {}",
            "impl A { fn a(&self, (b, c): (&[u8], HashMap<u8, u8>)) {} }",
        ] {
            assert_eq!(of(code).tuple_parameters.len(), 1, "{code}");
        }
        for code in [
            "fn a(b: impl Fn(u8, u8) -> u8, c: Vec<(u8, u8)>, d: &[(u8, u8)]) {}",
            "fn a(&self, b: (), Pair { c, d }: Pair) -> (u8, u8) { e((f, g)) }",
        ] {
            assert!(of(code).tuple_parameters.is_empty(), "{code}");
        }
        let body = "\n    b();".repeat(62);
        assert_eq!(of(&format!("fn a() {{{body}\n}}")).long_functions.len(), 1);
        let code = "fn a() { let b = |c| c; let d = move |c| c; let e = f | g; h.map(b).i(); }";
        assert_eq!((of(code).named_closures, of(code).combinators), (2, 1));
        let code =
            "/// A.\npub fn a() {}\npub const B: u8 = 1;\n/// The same.\npub struct C;\nstruct D;";
        let found = of(code);
        assert_eq!((found.items, found.undocumented.len(), found.references.len()), (3, 1, 1));
        let two = ["src/text/a.rs", "src/text/b.rs"].map(|path| Source::new(path, "pub struct A;"));
        assert_eq!(Measures::of(&two).shared_types().len(), 1);
    }

    #[test]
    fn a_library_beyond_its_edge_is_seen() {
        for code in ["use std::fs;", "use std::{fs, io};", "fn a() { std::fs::read(b); }"] {
            assert_eq!(faults(crossed_edges, "src/text/words.rs", code).len(), 1, "{code}");
            assert!(faults(crossed_edges, "src/workspace/mod.rs", code).is_empty(), "{code}");
        }
        let derived = "#[derive(serde::Serialize)] struct A;";
        assert_eq!(faults(crossed_edges, "src/model/mod.rs", derived).len(), 1);
        assert!(faults(crossed_edges, "src/text/a.rs", "use std::fmt;").is_empty());
        assert!(faults(crossed_edges, "src/text/a.rs", "use claps::A;").is_empty());
    }

    #[test]
    fn a_clock_in_pure_code_is_seen() {
        let code = "fn a() { std::time::SystemTime::now(); }";
        assert_eq!(faults(impure_names, "src/text/a.rs", code).len(), 1);
        assert!(faults(impure_names, "src/commands/a.rs", code).is_empty());
        assert_eq!(faults(impure_names, "src/text/a.rs", "fn a() { println!(); }").len(), 1);
    }

    #[test]
    fn a_file_outside_its_table_is_seen() {
        assert_eq!(faults(unlisted_files, "src/text/words.rs", "//! Words.").len(), 1);
        assert_eq!(faults(unlisted_files, "src/words.rs", "//! Words.").len(), 1);
        assert!(faults(unlisted_files, "src/text/mod.rs", "//! Text.").is_empty());
    }

    #[test]
    fn a_file_without_a_word_about_itself_is_seen() {
        assert_eq!(faults(silent_files, "src/text/a.rs", "use std::fmt;").len(), 1);
        assert!(faults(silent_files, "src/text/a.rs", "//! A.").is_empty());
    }

    #[test]
    fn a_crate_that_nothing_names_is_seen() {
        let manifest = "[package]\nname = \"a\"\n[dependencies]\nb-c = \"1\"\nd = \"1\"\n[dev-dependencies]\ne = \"1\"\n";
        let code = Source::new("src/text/a.rs", "use b_c::F;");
        assert_eq!(super::unused_crates(manifest, &[code]), ["d"]);
    }

    #[test]
    fn a_long_file_is_seen_and_its_tests_do_not_count() {
        let long = format!("//! A.\n{}", "// b\n".repeat(300));
        assert_eq!(faults(long_files, "src/text/a.rs", &long).len(), 1);
        let body = "// b\n".repeat(300);
        let tested = format!("//! A.\n\n#[cfg(test)]\nmod tests {{\n{body}}}\n");
        assert!(faults(long_files, "src/text/a.rs", &tested).is_empty());
    }

    #[test]
    fn words_for_people_are_seen() {
        let code = [
            "fn a() { b(\"Перевод\"); }",
            "fn a() { format!(\"the file {b} is not there\"); }",
            "const A: &str = r#\"No such \"file\" was found.\"#;",
        ];
        for code in code {
            assert_eq!(faults(words_in_code, "src/commands/a.rs", code).len(), 1, "{code}");
        }
    }

    #[test]
    fn words_for_programs_and_programmers_are_fine() {
        let code = [
            "//! Says many words here.\n/// Перевод.\n#[doc = \"many more words\"]\nfn a() {}",
            "fn a() { b.expect(\"the table has every id\"); }",
            "fn a() { panic!(\"this cannot ever happen\"); }",
            "#[expect(clippy::a, reason = \"counts stay far below\")]\nfn a() {}",
            "fn a() { message!(\"check-missing\", name = \"b\"); }",
            "#[cfg(test)]\nmod tests { const A: &str = \"Да. Нет.\"; }",
        ];
        for code in code {
            let found = faults(words_in_code, "src/commands/a.rs", code);
            assert!(found.is_empty(), "{code}: {found:?}");
        }
        assert!(faults(words_in_code, "src/text/a.rs", "const A: &str = \"не\";").is_empty());
    }

    #[test]
    fn a_sentence_has_three_words() {
        assert!(is_for_people("nothing was found"));
        assert!(is_for_people("{count} files are, alas, lost"));
        assert!(!is_for_people("tolmach pair 1"));
        assert!(!is_for_people("<p class=\"a b c\">"));
        assert!(!is_for_people("a/b.md"));
    }

    #[test]
    fn an_allowance_without_a_reason_is_seen() {
        let code = "#[allow(dead_code)]\nfn a() {}";
        assert_eq!(faults(unexplained_allowances, "src/text/a.rs", code).len(), 1);
        let inner = "//! A.\n#![allow(dead_code)]\n";
        assert_eq!(faults(unexplained_allowances, "src/text/a.rs", inner).len(), 1);
        let explained = "#[allow(dead_code, reason = \"b\")]\nfn a() {}";
        assert!(faults(unexplained_allowances, "src/text/a.rs", explained).is_empty());
    }
}

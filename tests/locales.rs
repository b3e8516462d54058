//! The locales say the same things, all that the program says, and nothing else.
//!
//! tolmach tracks its own words by its own idea: above each message of another language stands
//! the digest of the English text that it was made for. After an English message has changed,
//! look at its translation, then run `TOLMACH_RENEW=id,id cargo test --test locales` (or
//! `TOLMACH_RENEW=stale` for all that are stale), and commit the new digests.

#[path = "locales/files.rs"]
mod files;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use files::{Messages, digest, load, read, renewed};

/// What ids begin with.
const PREFIXES: &[&str] =
    &["command-", "check-", "docx-", "report-", "error-", "hint-", "package-", "web-"];

/// Ids that the program puts together: the command line's from its parts, the checks' from theirs.
const MADE: &[&str] = &["command-", "web-language-", "web-month-"];

/// Words in `src/` after which an id stands.
const CALLS: &[&str] = &["message!(\"", "find(\"", "text(\""];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn languages() -> Vec<(String, Messages)> {
    let folders = fs::read_dir(root().join("locales")).expect("is a folder");
    let paths = folders.map(|folder| folder.expect("is readable").path());
    let name = |path: &Path| path.file_name().expect("has a name").to_string_lossy().into_owned();
    let mut languages: Vec<_> = paths.map(|path| (name(&path), load(&path))).collect();
    languages.sort_by(|a, b| a.0.cmp(&b.0));
    languages
}

fn english() -> Messages {
    load(&root().join("locales/en"))
}

fn others() -> impl Iterator<Item = (String, Messages)> {
    languages().into_iter().filter(|(language, _)| language != "en")
}

#[track_caller]
fn assert_none(faults: &[String], meaning: &str) {
    assert!(faults.is_empty(), "{meaning}:\n  {}\n", faults.join("\n  "));
}

/// Messages, attributes and variables that only one of two languages has.
fn differences(english: &Messages, other: &Messages) -> Vec<String> {
    let mut faults = Vec::new();
    let ids: BTreeSet<_> = english.keys().chain(other.keys()).collect();
    for id in ids {
        match (english.get(id), other.get(id)) {
            (Some(english), Some(other)) if english.variables != other.variables => {
                let (english, other) = (&english.variables, &other.variables);
                faults.push(format!("{id}: {english:?}, but {other:?}"));
            }
            (Some(_), Some(_)) => {}
            _ => faults.push(format!("{id}: only in one of them")),
        }
    }
    faults
}

/// Messages made for an English text that is no longer so.
fn stale(english: &Messages, other: &Messages) -> Vec<String> {
    let is_stale = |id: &&String| {
        let words = english.get(*id).map(|words| digest(&words.text));
        words.is_some() && other[*id].seen != words
    };
    other.keys().filter(is_stale).cloned().collect()
}

/// Choices by number that lack a form of Russian.
fn missing_plurals(russian: &Messages) -> Vec<String> {
    let forms = ["one", "few", "many", "other"];
    let lacks = |id: &&String| {
        let plurals = &russian[*id].plurals;
        plurals.iter().any(|plural| forms.iter().any(|form| !plural.contains(*form)))
    };
    russian.keys().filter(lacks).cloned().collect()
}

/// Ids as they stand in code, with attributes.
fn used(code: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for call in CALLS {
        for (at, _) in code.match_indices(call) {
            let rest = &code[at + call.len()..];
            let id = rest.split('"').next().unwrap_or_default();
            if PREFIXES.iter().any(|prefix| id.starts_with(prefix)) && !id.contains('{') {
                ids.insert(id.to_owned());
            }
        }
    }
    ids
}

/// Whether the program has `message!(…)` for the id, or puts it together.
fn is_used(id: &str, used: &BTreeSet<String>, checks: &BTreeSet<String>) -> bool {
    used.iter().any(|used| used.split('.').next() == Some(id))
        || MADE.iter().any(|prefix| id.starts_with(prefix))
        || id.strip_prefix("check-").is_some_and(|check| checks.contains(check))
}

/// The code of all files below `folder`.
fn code(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("is a folder");
    let paths = entries.map(|entry| entry.expect("is readable").path());
    let mut paths: Vec<_> = paths.collect();
    paths.sort();
    let text = |path: &PathBuf| match path.extension() {
        _ if path.is_dir() => code(path),
        Some(extension) if extension == "rs" => {
            let text = fs::read_to_string(path).expect("is UTF-8");
            // rustfmt may put the id on a line of its own.
            let text: Vec<_> = text.lines().map(str::trim).collect();
            text.join("\n").replace("(\n\"", "(\"")
        }
        _ => String::new(),
    };
    paths.iter().map(text).collect()
}

/// The ids of the checks, which stand in their files.
fn checks() -> BTreeSet<String> {
    let code = code(&root().join("src/checks"));
    let calls = ["Check::new(\"", "Check::gate(\""];
    let ids = calls.into_iter().flat_map(|call| code.match_indices(call));
    let ids = ids.map(|(at, call)| &code[at + call.len()..]);
    ids.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Writes the digests that `TOLMACH_RENEW` asks for.
fn renew(wish: &str) {
    let english = english();
    for (_, messages) in others() {
        let stale = stale(&english, &messages);
        let wished = |id: &&String| wish == "stale" || wish.split(',').any(|wish| wish == *id);
        for id in stale.iter().filter(wished) {
            let file = &messages[id].file;
            let text = fs::read_to_string(file).expect("is UTF-8");
            let text = renewed(&text, id, &digest(&english[id].text));
            // Other tests read the file meanwhile.
            let whole = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{id}.ftl"));
            fs::write(&whole, text).expect("is writable");
            fs::rename(whole, file).expect("is writable");
        }
    }
}

#[test]
fn every_translation_was_made_for_the_english_text_as_it_is() {
    if let Ok(wish) = std::env::var("TOLMACH_RENEW") {
        renew(&wish);
    }
    for (language, messages) in others() {
        let stale = stale(&english(), &messages);
        let ids = stale.join(",");
        assert_none(
            &stale,
            &format!(
                "the English text changed; look at these messages in locales/{language}, \
                 then run TOLMACH_RENEW={ids} cargo test --test locales"
            ),
        );
    }
}

#[test]
fn languages_have_the_same_messages_attributes_and_variables() {
    for (language, messages) in others() {
        assert_none(&differences(&english(), &messages), &format!("en and {language} differ"));
    }
}

#[test]
fn russian_has_each_plural_form() {
    let russian = load(&root().join("locales/ru"));
    assert_none(&missing_plurals(&russian), "these need [one], [few], [many] and *[other]");
}

#[test]
fn ids_begin_with_a_prefix_of_the_house() {
    let foreign = |id: &String| !PREFIXES.iter().any(|prefix| id.starts_with(prefix));
    let ids: Vec<_> = english().into_keys().filter(foreign).collect();
    assert_none(&ids, &format!("these begin with none of {PREFIXES:?}"));
}

#[test]
fn every_message_is_used() {
    let (used, checks) = (used(&code(&root().join("src"))), checks());
    let unused = |id: &String| !is_used(id, &used, &checks);
    let ids: Vec<_> = english().into_keys().filter(unused).collect();
    assert_none(&ids, "nothing in src/ uses these");
}

#[test]
fn every_used_id_has_words() {
    let english = english();
    let has_words = |id: &String| {
        let (id, attribute) = id.split_once('.').unwrap_or((id, ""));
        english.get(id).is_some_and(|words| words.variables.contains_key(attribute))
    };
    let used = used(&code(&root().join("src")));
    let ids: Vec<_> = used.into_iter().filter(|id| !has_words(id)).collect();
    assert_none(&ids, "src/ uses these, and locales/en does not have them");
}

mod planted {
    //! Each rule must see its fault.

    use super::{
        BTreeSet, Messages, Path, differences, digest, is_used, missing_plurals, read, renewed,
        stale, used,
    };

    fn messages(text: &str) -> Messages {
        read(text, Path::new("test.ftl")).into_iter().collect()
    }

    #[test]
    fn a_message_attribute_or_variable_of_one_language_is_seen() {
        let english = messages("a = A { $b }\n    .c = C { $d }\n");
        assert!(differences(&english, &english).is_empty());
        let others = [
            "",
            "a = А { $b }\n",
            "a = А\n    .c = В { $d }\n",
            "a = А { $b } { $e }\n    .c = В { $d }\n",
            "a = А { $b }\n    .c = В { $d ->\n    [x] Х\n   *[y] У { $e }\n }\n",
            "a = А { $b }\n    .c = В { $d }\ne = Е\n",
        ];
        for other in others {
            assert_eq!(differences(&english, &messages(other)).len(), 1, "{other}");
        }
    }

    #[test]
    fn a_changed_english_text_is_seen_and_its_layout_does_not_count() {
        let english = messages("a = One { $b }\n");
        let seen = digest(&english["a"].text);
        let russian = messages(&format!("# en: {seen}\na = Раз {{ $b }}\n"));
        assert!(stale(&english, &russian).is_empty());
        assert!(stale(&messages("# Note.\na  =  One {$b}\n"), &russian).is_empty());
        assert_eq!(stale(&messages("a = Two { $b }\n"), &russian), ["a"]);
        assert_eq!(stale(&english, &messages("a = Раз { $b }\n")), ["a"]);
    }

    #[test]
    fn renewing_changes_one_comment() {
        let text = "## Part\n\nb = Б\n\n# A note.\n# en: aaaaaaaa\na = А\n    .x = =\nab = АБ\n";
        let once = renewed(text, "a", "bbbbbbbb");
        assert_eq!(once, text.replace("aaaaaaaa", "bbbbbbbb"));
        let new = renewed("## Part\n\na = А\nb = Б\n", "b", "cccccccc");
        assert_eq!(new, "## Part\n\na = А\n# en: cccccccc\nb = Б\n");
        assert_eq!(messages(&new)["b"].seen.as_deref(), Some("cccccccc"));
        assert_eq!(messages(&new)["a"].seen, None);
    }

    #[test]
    fn a_lacking_plural_form_is_seen() {
        let lacking = messages("a = { $b ->\n    [one] А\n   *[other] Б\n }\n");
        assert_eq!(missing_plurals(&lacking), ["a"]);
        let attribute = messages("a = А\n    .c = { $b ->\n    [one] А\n   *[other] Б\n }\n");
        assert_eq!(missing_plurals(&attribute), ["a"]);
        let whole = "a = { $b ->\n [one] А\n [few] Б\n [many] В\n *[other] Г\n }\n";
        assert!(missing_plurals(&messages(whole)).is_empty());
        let choice = messages("a = { $b ->\n    [x] А\n   *[y] Б\n }\n");
        assert!(missing_plurals(&choice).is_empty());
    }

    #[test]
    fn ids_in_code_are_seen() {
        let code = "message!(\"check-a-b\", x = 1) find(\"web-x.y\") find(\"{id}\") text(\"no\")";
        let used = used(code);
        assert_eq!(used.iter().collect::<Vec<_>>(), ["check-a-b", "web-x.y"]);
        let checks = BTreeSet::from(["a".to_owned()]);
        assert!(is_used("check-a", &used, &checks));
        assert!(is_used("check-a-b", &used, &checks));
        assert!(is_used("web-x", &used, &checks));
        assert!(is_used("command-any", &used, &checks));
        assert!(!is_used("check-b", &used, &checks));
        assert!(!is_used("web-y", &used, &checks));
    }

    #[test]
    fn a_digest_has_eight_characters_and_tells_texts_apart() {
        assert_eq!(digest("a").len(), 8);
        assert_ne!(digest("a"), digest("b"));
    }
}

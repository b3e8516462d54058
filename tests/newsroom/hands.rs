//! What hands do to files that the program keeps: catalogs edited as text, conflicts settled by both sides.

use std::path::Path;

use super::edits::english;
use super::facts::{Dice, Truth};
use super::page::Page;

/// Changes a catalog as somebody with a text editor does; says how.
pub fn edit_catalog(text: &str, truth: &Truth, dice: &mut Dice) -> (String, &'static str) {
    let mut parts: Vec<String> = text.split("[[pair]]\n").map(str::to_owned).collect();
    if parts.len() < 3 {
        return (text.to_owned(), "nothing");
    }
    let one = 1 + dice.roll(parts.len() - 1);
    let other = 1 + dice.roll(parts.len() - 1);
    let what = match dice.roll(8) {
        0 | 1 => {
            let target = value(&parts[one], "target");
            if let Some(Ok(fact)) = truth.of_english(&target).first()
                && let Some(changed) = fact.changed(dice)
            {
                set(&mut parts[one], "target", &changed.english(dice));
            }
            "break a target"
        }
        2 => {
            let (ours, theirs) = (value(&parts[one], "target"), value(&parts[other], "target"));
            set(&mut parts[one], "target", &theirs);
            set(&mut parts[other], "target", &ours);
            "swap targets"
        }
        3 => {
            set(&mut parts[one], "state", ["translated", "reviewed", "final"][dice.roll(3)]);
            "set a state"
        }
        4 => {
            let source = value(&parts[one], "source");
            if let Some(Ok(fact)) = truth.of_russian(&source).first()
                && let Some(changed) = fact.changed(dice)
            {
                set(&mut parts[one], "source", &changed.russian(dice));
            }
            "change a source"
        }
        5 => {
            let (target, seal) = (value(&parts[other], "target"), value(&parts[other], "seal"));
            set(&mut parts[one], "target", &target);
            set(&mut parts[one], "seal", &seal);
            "copy target and seal"
        }
        6 => {
            parts.swap(one, other);
            "change the order of pairs"
        }
        _ => {
            let copy = parts[one].trim_end().to_owned() + "\n\n";
            parts.insert(one, copy);
            "write a pair twice"
        }
    };
    (parts.join("[[pair]]\n"), what)
}

/// What a key of a pair holds.
fn value(pair: &str, key: &str) -> String {
    let table: toml::Table = toml::from_str(pair).unwrap_or_default();
    table.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned()
}

/// Puts a value in the place of the one that a pair has, if it has one.
fn set(pair: &mut String, key: &str, value: &str) {
    let is_it = |line: &str| line.split('=').next().is_some_and(|name| name.trim() == key);
    let lines = pair.split('\n').map(|line| {
        let new = || format!("{key} = {}", toml::Value::String(value.to_owned()));
        if is_it(line) { new() } else { line.to_owned() }
    });
    *pair = lines.collect::<Vec<_>>().join("\n");
}

/// The text with both sides of each conflict in it, where that makes a file that can be read.
pub fn both_sides(text: &str, path: &str) -> Option<String> {
    let is_page = Path::new(path).extension().is_some_and(|extension| extension == "md");
    let mut lines: Vec<&str> = Vec::new();
    let mut is_theirs_next = false;
    for line in text.lines() {
        if line.starts_with("=======") {
            is_theirs_next = true;
            continue;
        }
        if line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>") {
            continue;
        }
        let last = lines.last().copied().unwrap_or_default();
        if is_page && is_theirs_next && kind(last) != kind(line) {
            lines.push("");
        }
        is_theirs_next = false;
        lines.push(line);
    }
    let joined = lines.join("\n") + "\n";
    let is_readable = if is_page {
        // A page that is written as it was read has no torn table and one front matter.
        let page = Page::read(&joined);
        joined.matches("\ntitle:").count() == 1 && Page::read(&page.write()) == page
    } else {
        toml::from_str::<toml::Table>(&joined).is_ok()
    };
    is_readable.then_some(joined)
}

fn kind(line: &str) -> Option<char> {
    line.chars().next().filter(|first| ['-', '|', '#', '<'].contains(first))
}

/// The English page that somebody brings up to date, who leaves alone what is right already.
pub fn patched(source: &Page, page: &Page, truth: &Truth, dice: &mut Dice) -> Page {
    let held: Vec<&String> = page.texts().collect();
    source.mapped(|text| {
        let facts = truth.of_russian(text);
        let is_right = |held: &&&String| truth.of_english(held) == facts;
        match held.iter().find(is_right) {
            Some(held) => (**held).clone(),
            None => english(text, truth, dice).unwrap_or_else(|| text.to_owned()),
        }
    })
}

//! What translators and editors do with the program.

use serde_json::Value;

use super::edits::english;
use super::facts::{Dice, Fact, Truth};
use super::room::Room;

/// Fills in a worksheet with right translations, and applies it; one in `skip` blocks is left out.
pub fn translate(
    room: &mut Room,
    truth: &Truth,
    dice: &mut Dice,
    skip: usize,
) -> Result<(), String> {
    match filled(room, truth, dice, skip)? {
        Some(sheet) => apply(room, &sheet),
        None => Ok(()),
    }
}

/// A worksheet that somebody filled in.
pub fn filled(
    room: &mut Room,
    truth: &Truth,
    dice: &mut Dice,
    skip: usize,
) -> Result<Option<String>, String> {
    room.tolmach(&["translate", "--worksheet", "worksheet"])?;
    let Some(sheet) = room.read("worksheet") else { return Ok(None) };
    std::fs::remove_file(room.root().join("worksheet")).map_err(|error| error.to_string())?;
    let mut filled = String::new();
    let mut source = String::new();
    let mut held = String::new();
    for line in sheet.lines().chain(["@ end"]) {
        if line.starts_with("@ ") {
            let is_skipped = skip > 0 && dice.roll(skip) == 0;
            filled += &if is_skipped { left(&held) } else { answer(&source, &held, truth, dice) };
            (source, held) = (String::new(), String::new());
        }
        if line == "@ end" {
            break;
        }
        if let Some(text) = line.strip_prefix("# SOURCE: ") {
            text.clone_into(&mut source);
        }
        if line.starts_with(['@', '#']) || line.is_empty() {
            filled += line;
            filled.push('\n');
        } else {
            held += line;
        }
    }
    Ok(Some(filled))
}

/// Applies a worksheet, be it that the texts went on since or an article has another name now.
pub fn apply(room: &mut Room, sheet: &str) -> Result<(), String> {
    room.write("worksheet", sheet);
    let output = room.run(&["translate", "--apply", "worksheet"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    room.log.push(format!("tolmach translate --apply -> {:?}", output.status.code()));
    std::fs::remove_file(room.root().join("worksheet")).map_err(|error| error.to_string())?;
    let is_refused = output.status.code() == Some(2) && told.contains("has no article");
    if is_refused || matches!(output.status.code(), Some(0 | 1)) && !told.contains("panicked") {
        return Ok(());
    }
    Err(format!("the worksheet was not applied:\n{told}"))
}

/// What the translator writes into a block.
fn answer(source: &str, held: &str, truth: &Truth, dice: &mut Dice) -> String {
    let facts = |found: Vec<Result<Fact, String>>| found.into_iter().collect::<Result<Vec<_>, _>>();
    let (wanted, found) = (facts(truth.of_russian(source)), facts(truth.of_english(held)));
    let is_right = wanted.is_ok() && wanted == found && !held.is_empty();
    match english(source, truth, dice) {
        // A translation that still holds is said to hold.
        Some(_) if is_right => format!("{held}\nack: it still says the same\n\n"),
        Some(text) => format!("{text}\n\n"),
        None => left(held),
    }
}

/// A block that nobody worked on.
fn left(held: &str) -> String {
    if held.is_empty() { "\n".to_owned() } else { format!("{held}\n\n") }
}

/// The numbers of segments that such a state and freshness describe, and whose translation is right.
fn right_ones(
    room: &mut Room,
    truth: &Truth,
    article: &str,
    is_meant: fn(&Value) -> bool,
) -> Result<Vec<String>, String> {
    if room.read(&format!("articles/{article}/en.toml")).is_none() {
        return Ok(Vec::new());
    }
    let export = room.json(&["export", article, "--format", "json"])?;
    let blocks = export["blocks"].as_array().into_iter().flatten();
    let segments = blocks.flat_map(|block| block["segments"].as_array().into_iter().flatten());
    let right = segments.filter(|segment| {
        let text = |key: &str| segment[key].as_str().unwrap_or_default();
        is_meant(segment) && truth.of_russian(text("source")) == truth.of_english(text("target"))
    });
    Ok(right.filter_map(|segment| segment["number"].as_u64()).map(|n| n.to_string()).collect())
}

/// An editor reads what waits: approves what is right, or sends back, or trusts it all.
pub fn review(
    room: &mut Room,
    truth: &Truth,
    article: &str,
    dice: &mut Dice,
) -> Result<(), String> {
    let right = right_ones(room, truth, article, |segment| {
        segment["state"] == "translated"
            && segment["freshness"] == "current"
            && segment["unsealed"] != true
    })?;
    let Some(number) = right.first() else { return Ok(()) };
    match dice.roll(5) {
        0 => room.tolmach(&["review", article, number, "--send-back", "--note", "Plainer."]),
        1 => room.tolmach(&["review", article, number, "--final"]),
        2 => room.tolmach(&["review", article, "--all"]),
        _ => room.tolmach(&["review", article, number]),
    }
    .map(drop)
}

/// A translator says of something that wants a look that it is right, where it is.
pub fn ack(room: &mut Room, truth: &Truth, article: &str, dice: &mut Dice) -> Result<(), String> {
    let right = waiting(room, truth, article)?;
    if right.is_empty() {
        return Ok(());
    }
    let number = &right[dice.roll(right.len())];
    room.tolmach(&["ack", article, number, "--reason", "It says the same."]).map(drop)
}

/// The same for the first that waits; says whether there was one.
pub fn ack_next(room: &mut Room, truth: &Truth, article: &str) -> Result<bool, String> {
    let right = waiting(room, truth, article)?;
    let Some(number) = right.first() else { return Ok(false) };
    room.tolmach(&["ack", article, number, "--reason", "It says the same."])?;
    Ok(waiting(room, truth, article)?.len() < right.len())
}

fn waiting(room: &mut Room, truth: &Truth, article: &str) -> Result<Vec<String>, String> {
    right_ones(room, truth, article, |segment| {
        segment["freshness"] == "stale" || segment["unsealed"] == true
    })
}

/// An editor wants a text to stay that only the translation has; gives that text.
pub fn keep(room: &mut Room, article: &str, dice: &mut Dice) -> Result<Option<String>, String> {
    let report = room.json(&["check", article, "--format", "json"])?;
    let kinds = ["extra", "withdrawn"];
    let findings = report["findings"].as_array().into_iter().flatten();
    let open: Vec<&Value> = findings
        .filter(|finding| kinds.iter().any(|kind| finding["check"] == *kind))
        .filter(|finding| finding["number"].is_string())
        .collect();
    if open.is_empty() {
        return Ok(None);
    }
    let finding = open[dice.roll(open.len())];
    let text = |key: &str| finding[key].as_str().unwrap_or_default();
    let (number, check) = (text("number"), text("check"));
    room.tolmach(&["waive", article, number, "--check", check, "--reason", "Wanted."])?;
    Ok(Some(text("translation").to_owned()))
}

//! What translators and editors do with the program.

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
    room.tolmach(&["translate", "--worksheet", "worksheet"])?;
    let Some(sheet) = room.read("worksheet") else { return Ok(()) };
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
    room.write("worksheet", &filled);
    let result = room.tolmach(&["translate", "--apply", "worksheet"]);
    std::fs::remove_file(room.root().join("worksheet")).map_err(|error| error.to_string())?;
    result.map(drop)
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

/// An editor reads what waits and approves what is right.
pub fn review(room: &mut Room, truth: &Truth, article: &str) -> Result<(), String> {
    if room.read(&format!("articles/{article}/en.toml")).is_none() {
        return Ok(());
    }
    let export = room.json(&["export", article, "--format", "json"])?;
    let blocks = export["blocks"].as_array().into_iter().flatten();
    let segments = blocks.flat_map(|block| block["segments"].as_array().into_iter().flatten());
    let right = segments.filter(|segment| {
        let text = |key: &str| segment[key].as_str().unwrap_or_default();
        segment["state"] == "translated"
            && segment["freshness"] == "current"
            && segment["unsealed"] != true
            && truth.of_russian(text("source")) == truth.of_english(text("target"))
    });
    let numbers: Vec<String> =
        right.filter_map(|segment| segment["number"].as_u64()).map(|n| n.to_string()).collect();
    let Some(number) = numbers.first() else { return Ok(()) };
    room.tolmach(&["review", article, number]).map(drop)
}

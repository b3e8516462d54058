//! How a pair looks in a catalog: its keys in order, its strings on one line.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::model::{Ack, Pair, Waiver};

/// The keys of a pair in the order in which they are written.
pub const KEYS: [&str; 10] =
    ["source", "target", "state", "seal", "note", "origin", "by", "on", "acks", "waivers"];

/// The pair as a table with its header.
pub fn table(pair: &Pair) -> String {
    let mut text = String::from("[[pair]]\n");
    for key in KEYS {
        if let Some(value) = value(pair, key) {
            // The first four keys stand in every pair, so their values stand in a column.
            _ = writeln!(text, "{key:6} = {value}");
        }
    }
    text
}

/// The value of `key` as TOML; nothing where the pair has none.
pub fn value(pair: &Pair, key: &str) -> Option<String> {
    match key {
        "source" => Some(string(&pair.source)),
        "target" => Some(string(&pair.target)),
        "state" => Some(string(pair.state.name())),
        "seal" => pair.seal.as_deref().map(string),
        "note" => pair.note.as_deref().map(string),
        "origin" => pair.origin.as_deref().map(string),
        "by" => pair.by.as_deref().map(string),
        "on" => pair.on.as_deref().map(date),
        "acks" => list(pair.acks.iter().map(ack)),
        "waivers" => list(pair.waivers.iter().map(waiver)),
        _ => None,
    }
}

/// Whether `text` is a day that TOML reads as a date.
pub fn is_date(text: &str) -> bool {
    let shape = text.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    shape && text.len() == 10 && text.parse::<Date>().is_ok()
}

fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push('\t'),
            '\0'..=' ' | '\u{7f}' if character != ' ' => {
                _ = write!(quoted, "\\u{:04X}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

fn date(text: &str) -> String {
    if is_date(text) { text.to_owned() } else { string(text) }
}

fn ack(ack: &Ack) -> String {
    let texts = format!("from = {}, reason = {}", string(&ack.from), string(&ack.reason));
    texts + &sealed(ack.seal.as_deref()) + &author(ack.by.as_deref(), ack.on.as_deref())
}

fn waiver(waiver: &Waiver) -> String {
    let texts = format!("check = {}, reason = {}", string(&waiver.check), string(&waiver.reason));
    texts + &sealed(waiver.seal.as_deref()) + &author(waiver.by.as_deref(), waiver.on.as_deref())
}

fn sealed(seal: Option<&str>) -> String {
    seal.map(|seal| format!(", seal = {}", string(seal))).unwrap_or_default()
}

fn author(by: Option<&str>, on: Option<&str>) -> String {
    let by = by.map(|by| format!(", by = {}", string(by))).unwrap_or_default();
    let on = on.map(|on| format!(", on = {}", date(on))).unwrap_or_default();
    by + &on
}

/// One item a line, so that two branches that add one each show it.
fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let lines: String = items.map(|item| format!("  {{ {item} }},\n")).collect();
    (!lines.is_empty()).then(|| format!("[\n{lines}]"))
}

//! What people put into a catalog beside its pairs, merged: remarks and keys of their own.

use std::collections::BTreeSet;

use toml_edit::{DocumentMut, Item, Table};

use super::pair::KEYS;
use super::record::{Record, with_record, without_record};
use super::sides::Sides;

/// Sets the keys that tolmach doesn't know; nothing where both sides changed one.
pub fn merge_foreign_keys(body: &str, bodies: Sides<Option<&str>>) -> Option<String> {
    let tables = bodies.map(|body| body.map_or_else(|| Some(Table::new()), table));
    let Sides { base: Some(base), ours: Some(ours), theirs: Some(theirs) } = tables else {
        return None;
    };
    let sides = Sides { base: &base, ours: &ours, theirs: &theirs };
    let names: BTreeSet<&str> = [&base, &ours, &theirs]
        .into_iter()
        .flat_map(|table| table.iter().map(|(name, _)| name))
        .filter(|name| !KEYS.contains(name))
        .collect();
    let mut document: DocumentMut = body.parse().ok()?;
    let mut is_changed = false;
    for name in names {
        let texts =
            sides.map(|table| table.get(name).map(|item| item.to_string().trim().to_owned()));
        let settled = texts.as_ref().map(Option::as_ref).settled()?;
        if settled == texts.ours.as_ref() {
            continue;
        }
        is_changed = true;
        let pair = document.get_mut("pair")?.as_array_of_tables_mut()?.get_mut(0)?;
        match theirs.get_key_value(name) {
            None => _ = pair.remove(name),
            Some((_, Item::Value(value))) if pair.contains_key(name) => {
                *pair.get_mut(name)? = Item::Value(value.clone());
            }
            Some((key, item @ Item::Value(_))) => _ = pair.insert_formatted(key, item.clone()),
            Some(_) => return None,
        }
    }
    Some(if is_changed { document.to_string() } else { body.to_owned() })
}

fn table(body: &str) -> Option<Table> {
    let document: DocumentMut = body.parse().ok()?;
    document.get("pair")?.as_array_of_tables()?.get(0).cloned()
}

/// The pair's text with each remark of either side that a change of keys took away.
pub fn keep_remarks(body: &str, bodies: Sides<Option<&str>>) -> String {
    let [base, ours, theirs, held] = [bodies.base, bodies.ours, bodies.theirs, Some(body)]
        .map(|body| remarks(body.unwrap_or_default()));
    let new = theirs.iter().filter(|remark| !base.contains(remark));
    let lost: Vec<&str> =
        ours.iter().chain(new).filter(|remark| !held.contains(remark)).copied().collect();
    lost.into_iter().map(|remark| format!("{remark}\n")).collect::<String>() + body
}

/// What a person put into a pair's text, as lines of remarks: comments, and keys that tolmach doesn't know.
pub fn own_words(body: &str) -> String {
    let table = table(body).unwrap_or_default();
    let keys = table.iter().filter(|(name, _)| !KEYS.contains(name));
    let keys = keys.map(|(name, item)| format!("{name} = {}", item.to_string().trim()));
    let keys: Vec<String> = keys.collect();
    let keys = keys.iter().flat_map(|text| text.lines()).map(|line| format!("# {line}\n"));
    let keys: String = keys.collect();
    remarks(body).iter().map(|remark| format!("{remark}\n")).collect::<String>() + &keys
}

/// The comments of a TOML text, from `#` to the line's end.
pub fn remarks(text: &str) -> Vec<&str> {
    let mut remarks = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        let found = &rest[at..];
        let end = if found.starts_with('#') {
            let end = found.find('\n').unwrap_or(found.len());
            remarks.push(found[..end].trim_end());
            end
        } else {
            string_end(found)
        };
        rest = &found[end..];
    }
    remarks
}

/// Where the string ends that `text` begins with.
fn string_end(text: &str) -> usize {
    let sign = &text[..1];
    let triple = sign.repeat(3);
    let (mark, is_long) =
        if text.starts_with(&triple) { (triple.as_str(), true) } else { (sign, false) };
    let mut at = mark.len();
    while let Some(character) = text[at..].chars().next() {
        if text[at..].starts_with(mark) {
            let more = text[at + mark.len()..].chars().take_while(|next| sign.starts_with(*next));
            return at + mark.len() + if is_long { more.count().min(2) } else { 0 };
        }
        at += character.len_utf8();
        if character == '\\' && sign == "\"" {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    text.len()
}

/// What stands before the first pair; nothing where both sides changed more than remarks.
pub fn merge_preambles(preambles: Sides<&str>) -> Option<String> {
    if let Some(settled) = preambles.settled() {
        return Some(settled.to_owned());
    }
    let Sides { base: Some(base), ours: Some(ours), theirs: Some(theirs) } =
        preambles.map(without_record)
    else {
        return None;
    };
    let plain = Sides { base: base.trim_end(), ours: ours.trim_end(), theirs: theirs.trim_end() };
    let mut text = match plain.settled() {
        Some(settled) => settled.to_owned(),
        None => united(plain)?,
    };
    if !text.is_empty() {
        text += "\n\n";
    }
    let records = preambles.map(Record::of);
    // A document that both sides wrote or read fits neither record, so either will do.
    let settled = |field: fn(&Record) -> &Option<String>| {
        records.as_ref().map(field).settled().unwrap_or_else(|| field(&records.ours)).clone()
    };
    let record = Record {
        written: settled(|record| &record.written),
        read: settled(|record| &record.read),
        pairs: settled(|record| &record.pairs),
        beside: settled(|record| &record.beside),
        reason: settled(|record| &record.reason),
    };
    if record == Record::default() {
        return Some(text);
    }
    with_record(&text, &record)
}

/// The remarks of both sides, theirs below ours; nothing where there is more than remarks.
fn united(texts: Sides<&str>) -> Option<String> {
    let Sides { base, ours, theirs } = texts;
    if !ours.lines().chain(theirs.lines()).all(|line| line.is_empty() || line.starts_with('#')) {
        return None;
    }
    let is_known = |line: &&str| base.lines().chain(ours.lines()).any(|known| known == *line);
    let new: Vec<&str> = theirs.lines().filter(|line| !is_known(line)).collect();
    Some([ours].into_iter().chain(new).collect::<Vec<_>>().join("\n"))
}

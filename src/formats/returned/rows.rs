//! Rows of a table as slips, each with its tag as far as it survived.

use super::Haul;
use super::columns::{Columns, Heads, usual};
use super::verdict_box;
use crate::formats::docx::{OWN, bookmark};
use crate::formats::exchange::{Ripeness, Slip, Tag, unguarded};
use crate::formats::office::register::{CellContent, FileTable, Remark, SheetPlace, TableRow};
use crate::formats::office::word::Revisions;
use crate::model::{is_blank, text_digest};

/// Adds the slips of a table with translations; any other table has none.
///
/// The error is the place of a translation that a formula stands for.
pub fn add(register: &FileTable, revisions: Revisions, haul: &mut Haul) -> Result<(), SheetPlace> {
    for text in &register.outside {
        haul.strays.add("", text);
    }
    let heads = Heads::new();
    let head = register.records.iter().find_map(|record| heads.columns(record));
    let has_tag = |record: &TableRow| !tags(record).is_empty();
    let columns = match head {
        Some(columns) => columns,
        None if register.records.iter().any(has_tag) => usual(register),
        None => {
            if verdict_box::is_box(register) {
                for remark in verdict_box::remarks(register) {
                    haul.strays.add("", remark);
                }
            } else {
                register.records.iter().for_each(|record| add_stray(record, None, haul));
            }
            return Ok(());
        }
    };
    let is_sheet = is_sheet(haul);
    let mut is_after_slip = false;
    for record in &register.records {
        if heads.columns(record).is_some() {
            continue;
        }
        let read = [columns.source, columns.target];
        let is_uncounted =
            |column: &usize| record.cells.get(*column).is_some_and(|cell| cell.is_uncounted);
        if let Some(column) = read.into_iter().find(is_uncounted) {
            return Err(SheetPlace { column, row: record.number });
        }
        let mut slip = slip(record, &columns, &heads);
        if is_sheet {
            unguard(&mut slip);
        } else {
            unbreak(&mut slip);
        }
        let is_lost = slip.tag.is_none() && (is_blank(&slip.source) || head.is_none());
        if is_lost {
            // What a translator wrote below a row goes on with it.
            let goes_on = is_after_slip && is_blank(&slip.source) && !is_blank(&slip.target);
            if let (true, Some(last)) = (goes_on, haul.slips.last_mut()) {
                last.target = format!("{} {}", last.target.trim_end(), slip.target.trim_start());
            } else if head.is_some() {
                // A page to approve has rows of its own that say who speaks and what is behind.
                add_stray(record, None, haul);
            }
            continue;
        }
        is_after_slip = true;
        add_stray(record, Some(&columns), haul);
        if revisions == Revisions::Refuse && is_revised(record) {
            haul.refused += 1;
            is_after_slip = false;
            continue;
        }
        haul.slips.push(slip);
    }
    Ok(())
}

fn is_sheet(haul: &Haul) -> bool {
    matches!(haul.format, "xlsx" | "ods")
}

/// Adds the words of a row that stand in none of the columns, with all remarks where no row is read.
fn add_stray(record: &TableRow, columns: Option<&Columns>, haul: &mut Haul) {
    let is_sheet = is_sheet(haul);
    for (column, cell) in record.cells.iter().enumerate() {
        if columns.is_some_and(|columns| columns.is_known(column)) {
            continue;
        }
        let row = record.number;
        let place = if is_sheet { SheetPlace { column, row }.name() } else { row.to_string() };
        if Tag::all(&cell.text).is_empty() {
            haul.strays.add(&place, &cell.text);
        }
        if columns.is_none() {
            for remark in &cell.remarks {
                haul.strays.add(&place, &remark.text);
            }
        }
    }
}

/// Whether somebody's recorded change is in a row, or a text that they hid.
fn is_revised(record: &TableRow) -> bool {
    let is_cell_revised = |cell: &CellContent| {
        let is_hidden = !is_blank(&cell.unseen) && Tag::all(&cell.unseen).is_empty();
        cell.is_revised || is_hidden
    };
    record.is_revised || record.cells.iter().any(is_cell_revised)
}

fn slip(record: &TableRow, columns: &Columns, heads: &Heads) -> Slip {
    let mut tags = tags(record).into_iter();
    let tag = tags.next();
    let was_missing = tag.as_ref().is_some_and(|tag| tag.target == text_digest("").as_str());
    let mut target = record.text(columns.target).to_owned();
    if was_missing && heads.says_nothing(&target) {
        target.clear();
    }
    let state = columns.state.and_then(|column| Ripeness::by_name(record.text(column)));
    let went_out = tag.as_ref().map(|tag| tag.ripeness);
    let ripeness = match state.or(went_out) {
        // Nothing stood there, so whatever stands there now is somebody's.
        Some(Ripeness::Missing) | None if !is_blank(&target) => Ripeness::Translated,
        ripeness => ripeness.unwrap_or_default(),
    };
    let is_counted = record.cells.get(columns.target).is_some_and(|cell| cell.is_number)
        && !is_number_of(record.text(columns.source), &target);
    let mut notes = Vec::new();
    let comment = columns.comment.map_or("", |column| record.text(column)).trim();
    if !comment.is_empty() {
        notes.push(comment.to_owned());
    }
    let remarks = record.cells.iter().flat_map(|cell| &cell.remarks);
    notes.extend(remarks.filter(|remark| remark.by.as_deref() != Some(OWN)).map(note));
    Slip {
        source: record.text(columns.source).to_owned(),
        target,
        ripeness,
        is_doubted: is_counted,
        notes,
        line: record.number,
        tag,
        joined: tags.collect(),
        ..Slip::default()
    }
}

/// Whether a number of a spreadsheet is the one that its source writes.
///
/// Where it isn't, a date or a share was typed, and what the spreadsheet shows for it nobody can tell.
fn is_number_of(source: &str, number: &str) -> bool {
    let bare = source.replace(char::is_whitespace, "").replace(',', ".");
    bare.parse::<f64>().is_ok_and(|value| number.trim().parse() == Ok(value))
}

/// Takes off the apostrophes of a table of text that a spreadsheet opened and saved as its own.
fn unguard(slip: &mut Slip) {
    let tag = slip.tag.clone().unwrap_or_default();
    for (text, digest) in [(&mut slip.source, &tag.source), (&mut slip.target, &tag.target)] {
        if text_digest(text).as_str() != digest {
            *text = unguarded(text).to_owned();
        }
    }
    for note in &mut slip.notes {
        *note = unguarded(note).to_owned();
    }
}

/// Takes off the line breaks at both ends of a new translation: in Word they come by the way.
fn unbreak(slip: &mut Slip) {
    let tag = slip.tag.as_ref();
    let is_seen = tag.is_some_and(|tag| text_digest(&slip.target).as_str() == tag.target);
    if !is_seen {
        slip.target = slip.target.trim_matches(['\n', '\r']).to_owned();
    }
}

/// A remark with its author.
fn note(remark: &Remark) -> String {
    match &remark.by {
        Some(by) => format!("{by}: {}", remark.text),
        None => remark.text.clone(),
    }
}

/// The tags in a row: in its last column, unseen in its first, or in a bookmark's name.
fn tags(record: &TableRow) -> Vec<Tag> {
    let texts = record.cells.iter().rev().flat_map(|cell| [&cell.unseen, &cell.text]);
    let mut tags = texts.map(|text| Tag::all(text));
    let written = tags.find(|tags| !tags.is_empty()).unwrap_or_default();
    if !written.is_empty() {
        return written;
    }
    record.bookmarks.iter().filter_map(|name| bookmark::read(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::is_number_of;

    #[test]
    fn a_number_is_the_source_s_only_where_it_has_its_value() {
        for (source, number) in [("2026", "2026"), ("7,5", "7.5"), ("12 500", "12500")] {
            assert!(is_number_of(source, number), "{source}");
        }
        for (source, number) in [("7,5 %", "0.075"), ("5.3.2026", "46086"), ("Да", "1")] {
            assert!(!is_number_of(source, number), "{source}");
        }
    }
}

//! Remarks at the cells of a sheet: Excel's notes, and its threads of comments.

use std::collections::HashMap;

use super::archive::Archive;
use super::markup::Node;
use super::register::{CellContent, FileTable, Remark, TableRow, column};
use super::relations::{relations, relations_of, resolved};
use crate::error::Result;

/// Adds to a sheet's cells what people remarked there.
pub fn add(archive: &mut Archive<'_>, sheet: &str, register: &mut FileTable) -> Result<()> {
    let relations = relations(archive, &relations_of(sheet))?;
    let of = |kind: &str| relations.iter().find(|relation| relation.kind == kind);
    let placed = match of("threadedComment") {
        // Excel repeats a thread in its notes, for older programs.
        Some(threads) => {
            let people = people(archive)?;
            placed(archive, &resolved(sheet, &threads.path), &people)?
        }
        None => match of("comments") {
            Some(notes) => placed(archive, &resolved(sheet, &notes.path), &HashMap::new())?,
            None => return Ok(()),
        },
    };
    for placed in placed {
        let Some(column) = column(&placed.place).filter(|column| *column < 256) else { continue };
        let digits = placed.place.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let Ok(number) = digits.parse::<usize>() else { continue };
        let records = &mut register.records;
        let index = records.partition_point(|record| record.number < number);
        if records.get(index).is_none_or(|record| record.number != number) {
            records.insert(index, TableRow { number, ..TableRow::default() });
        }
        let cells = &mut records[index].cells;
        if cells.len() <= column {
            cells.resize_with(column + 1, CellContent::default);
        }
        cells[column].remarks.push(placed.remark);
    }
    Ok(())
}

/// A remark and the cell it is about, such as `C4`.
struct Placed {
    place: String,
    remark: Remark,
}

fn placed(
    archive: &mut Archive<'_>,
    part: &str,
    people: &HashMap<String, String>,
) -> Result<Vec<Placed>> {
    let mut found: Vec<Placed> = Vec::new();
    let mut authors: Vec<String> = Vec::new();
    let Some(mut markup) = archive.markup(part)? else { return Ok(found) };
    let mut sink = Sink::None;
    loop {
        match markup.next()? {
            Node::Open(tag) => match tag.name() {
                "author" => {
                    authors.push(String::new());
                    sink = Sink::Author;
                }
                "comment" | "threadedComment" => {
                    let number = tag.attribute("authorId").and_then(|id| id.parse::<usize>().ok());
                    let author = number.and_then(|number| authors.get(number));
                    let person = tag.attribute("personId").and_then(|id| people.get(&id).cloned());
                    let by = author.cloned().or(person).filter(|by| !by.trim().is_empty());
                    let place = tag.attribute("ref").unwrap_or_default();
                    found.push(Placed { place, remark: Remark { by, text: String::new() } });
                }
                "t" | "text" => sink = Sink::Remark,
                "rPh" => markup.skip()?,
                _ => sink = Sink::None,
            },
            Node::Text(text) => match sink {
                Sink::Author => authors.last_mut().into_iter().for_each(|author| *author += &text),
                Sink::Remark => found.last_mut().into_iter().for_each(|it| it.remark.text += &text),
                Sink::None => {}
            },
            Node::Close(_) => sink = Sink::None,
            Node::End => break,
        }
    }
    for placed in &mut found {
        placed.tidy();
    }
    found.retain(|placed| !placed.remark.text.is_empty());
    Ok(found)
}

/// Where text that comes next belongs.
#[derive(Clone, Copy)]
enum Sink {
    None,
    Author,
    Remark,
}

impl Placed {
    /// Takes the author's name from the text's first line, where Excel writes it, too.
    fn tidy(&mut self) {
        let text = self.remark.text.trim();
        let by = self.remark.by.as_deref().unwrap_or_default();
        let rest = text.strip_prefix(by).and_then(|rest| rest.strip_prefix(":"));
        let rest = rest.filter(|_| !by.is_empty()).unwrap_or(text);
        self.remark.text = rest.trim().to_owned();
    }
}

/// Names of the people in a workbook's threads, by id.
fn people(archive: &mut Archive<'_>) -> Result<HashMap<String, String>> {
    let mut people = HashMap::new();
    let Some(mut markup) = archive.markup("xl/persons/person.xml")? else { return Ok(people) };
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name() == "person" => {
                let attribute = |name| tag.attribute(name).unwrap_or_default();
                people.insert(attribute("id"), attribute("displayName"));
            }
            Node::End => return Ok(people),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

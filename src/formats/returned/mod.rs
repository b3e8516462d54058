//! Word, Excel and `OpenDocument` files that come back: the slips in their tables.

mod columns;
mod rows;
mod verdict_box;

use crate::error::{Error, Result};
use crate::formats::exchange::{Approval, Slip, Strays};
use crate::formats::office::archive::Archive;
use crate::formats::office::register::SheetPlace;
use crate::formats::office::word::{self, Revisions};
use crate::formats::office::{open_document, workbook};
use crate::l10n::message;
use crate::model::Location;

/// An office file that came back.
#[derive(Debug)]
pub struct Haul {
    /// The format's name, as its content shows it.
    pub format: &'static str,
    pub slips: Vec<Slip>,
    /// How many rows were left out for the changes that somebody recorded in them.
    pub refused: usize,
    /// What a reader decided about all of it.
    pub approval: Option<Approval>,
    /// Words that stand where nothing is looked for.
    pub strays: Strays,
}

/// Whether an archive is a file of Word, Excel or an office program like them.
pub fn is_office(archive: &Archive<'_>) -> bool {
    workbook::is_workbook(archive)
        || open_document::is_open_document(archive)
        || word::is_word(archive)
}

/// Reads an office file by its content.
pub fn read(archive: &mut Archive<'_>, revisions: Revisions) -> Result<Haul> {
    let path = archive.path();
    let (format, registers) = if workbook::is_workbook(archive) {
        ("xlsx", workbook::registers(archive)?)
    } else if open_document::is_open_document(archive) {
        let format = match archive.bytes("mimetype")? {
            Some(kind) if kind.ends_with(b"spreadsheet") => "ods",
            _ => "odt",
        };
        (format, open_document::registers(archive, revisions)?)
    } else if word::is_word(archive) {
        ("docx", word::registers(archive, revisions)?)
    } else {
        return Err(unknown(path));
    };
    let strays = Strays::default();
    let mut haul = Haul { format, slips: Vec::new(), refused: 0, approval: None, strays };
    for register in &registers {
        rows::add(register, revisions, &mut haul).map_err(|place| uncounted(path, place))?;
        haul.approval = haul.approval.or_else(|| verdict_box::read(register));
    }
    if haul.slips.is_empty() && haul.refused == 0 {
        return Err(Error::new(message!("error-returned-empty"))
            .at(Location::file(path))
            .hint(message!("hint-returned-empty")));
    }
    Ok(haul)
}

/// Says that a formula stands where a text should, and nobody has counted it.
fn uncounted(path: &str, place: SheetPlace) -> Error {
    Error::new(message!("error-workbook-formula", place = place.name()))
        .at(Location::file(path))
        .hint(message!("hint-workbook-formula"))
}

/// Says that nothing in an archive is known.
pub fn unknown(path: &str) -> Error {
    Error::new(message!("error-returned-unknown"))
        .at(Location::file(path))
        .hint(message!("hint-returned-unknown"))
}

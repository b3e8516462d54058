//! Word, Excel and `OpenDocument` files that come back: the slips in their tables.

mod columns;
mod rows;

use crate::error::{Error, Result};
use crate::formats::exchange::Slip;
use crate::formats::office::archive::Archive;
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
}

/// Reads a file by its content; `path` is what a person calls it.
pub fn read(path: &str, bytes: &[u8], revisions: Revisions) -> Result<Haul> {
    let mut archive = Archive::open(path, bytes)?;
    let (format, registers) = if workbook::is_workbook(&archive) {
        ("xlsx", workbook::registers(&mut archive)?)
    } else if open_document::is_open_document(&archive) {
        let format = match archive.bytes("mimetype")? {
            Some(kind) if kind.ends_with(b"spreadsheet") => "ods",
            _ => "odt",
        };
        (format, open_document::registers(&mut archive, revisions)?)
    } else if word::is_word(&archive) {
        ("docx", word::registers(&mut archive, revisions)?)
    } else {
        return Err(Error::new(message!("error-returned-unknown"))
            .at(Location::file(path))
            .hint(message!("hint-returned-unknown")));
    };
    let mut haul = Haul { format, slips: Vec::new(), refused: 0 };
    for register in &registers {
        rows::add(register, revisions, &mut haul);
    }
    if haul.slips.is_empty() && haul.refused == 0 {
        return Err(Error::new(message!("error-returned-empty"))
            .at(Location::file(path))
            .hint(message!("hint-returned-empty")));
    }
    Ok(haul)
}

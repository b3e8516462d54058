//! `diff` for a comment or a page.

use std::io::{self, Write};

use super::Differences;
use crate::l10n::message;
use crate::model::{Edit, Piece};
use crate::report::markdown::{code, escape};
use crate::report::{Screen, danger};

/// Writes the report in this format.
pub fn write(changes: &Differences, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if changes.is_empty() {
        return writeln!(out, "{}", screen.text(&changes.nothing()));
    }
    for (index, entry) in changes.entries.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let place = code(&entry.location.to_string());
        writeln!(out, "{place} — **{}**\n", escape(&danger::label(&entry.change, screen)))?;
        writeln!(out, "> {}\n>", marked(&entry.change.diff))?;
        writeln!(out, "> {}", escape(&entry.translation))?;
    }
    for (index, one) in changes.withdrawn.iter().enumerate() {
        if index > 0 || !changes.entries.is_empty() {
            writeln!(out)?;
        }
        let words = screen.text(&message!("report-beside-withdrawn"));
        let place = code(&one.location.to_string());
        writeln!(out, "{place} — **{}, +{}**\n", escape(&words), one.number)?;
        writeln!(out, "> <del>{}</del>\n>", escape(&one.source))?;
        writeln!(out, "> {}", escape(&one.translation))?;
    }
    Ok(())
}

/// The pieces of a diff, what was taken out struck through.
pub fn marked(pieces: &[Piece]) -> String {
    let marked = pieces.iter().enumerate().map(|(index, piece)| {
        let text = escape(&piece.text);
        match piece.edit {
            Edit::Kept => text,
            Edit::Removed => format!("<del>{text}</del>"),
            Edit::Inserted => format!("{}<ins>{text}</ins>", Piece::gap(pieces, index)),
        }
    });
    marked.collect()
}

//! `diff` for a comment or a page.

use std::io::{self, Write};

use super::Entry;
use crate::l10n::message;
use crate::model::{Edit, Piece};
use crate::report::markdown::{code, escape};
use crate::report::{Screen, danger};

pub fn write(entries: &[Entry], screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if entries.is_empty() {
        return writeln!(out, "{}", screen.text(&message!("report-diff-empty")));
    }
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let place = code(&entry.location.to_string());
        writeln!(out, "{place} — **{}**\n", escape(&danger::label(&entry.change, screen)))?;
        writeln!(out, "> {}\n>", entry.change.diff.iter().map(marked).collect::<String>())?;
        writeln!(out, "> {}", escape(&entry.translation))?;
    }
    Ok(())
}

fn marked(piece: &Piece) -> String {
    let text = escape(&piece.text);
    match piece.edit {
        Edit::Kept => text,
        Edit::Removed => format!("<del>{text}</del>"),
        Edit::Inserted => format!("<ins>{text}</ins>"),
    }
}

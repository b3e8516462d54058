//! `diff` for a terminal.

use std::io::{self, Write};

use super::{Entry, label};
use crate::l10n::message;
use crate::model::{Danger, Edit, Piece};
use crate::report::layout::printable;
use crate::report::screen::{ERROR, FAINT, INSERTED, NOTE, REMOVED, STRONG, WARNING};
use crate::report::{Paint, Screen};

pub fn write(entries: &[Entry], screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if entries.is_empty() {
        return writeln!(out, "{}", screen.text(&message!("report-diff-empty")));
    }
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        write_entry(entry, screen, out)?;
    }
    Ok(())
}

fn write_entry(entry: &Entry, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let style = match entry.change.danger {
        Danger::Cosmetic => FAINT,
        Danger::Minor => NOTE,
        Danger::Major => WARNING,
        Danger::Critical => ERROR,
    };
    let location = entry.location.to_string();
    let place = screen.paint(STRONG, &printable(&location));
    let label = label(&entry.change, screen);
    let number = screen.text(&message!("report-diff-segment", number = entry.segment));
    writeln!(out, "{place}: {}, {number}", screen.paint(style, &printable(&label)))?;
    let pieces = entry.change.diff.iter().map(|piece| marked(piece, screen));
    writeln!(out, "  {}", pieces.collect::<String>())?;
    let target = screen.paint(FAINT, &format!("{}:", entry.target));
    writeln!(out, "  {target} {}", printable(&entry.translation))
}

fn marked(piece: &Piece, screen: &Screen<'_>) -> String {
    let text = printable(&piece.text);
    match (piece.edit, screen.paint) {
        (Edit::Kept, _) => text.into_owned(),
        (Edit::Removed, Paint::Colour) => screen.paint(REMOVED, &text),
        (Edit::Inserted, Paint::Colour) => screen.paint(INSERTED, &text),
        (Edit::Removed, Paint::Plain) => format!("[-{text}-]"),
        (Edit::Inserted, Paint::Plain) => format!("{{+{text}+}}"),
    }
}

//! `diff` for a terminal.

use std::io::{self, Write};

use super::{DiffEntry, Differences};
use crate::l10n::message;
use crate::model::Danger;
use crate::report::layout::printable;
use crate::report::screen::{ERROR, FAINT, NOTE, STRONG, WARNING};
use crate::report::task::marked;
use crate::report::{Screen, beside, danger};

/// Writes the report in this format.
pub fn write(changes: &Differences, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if changes.is_empty() {
        return writeln!(out, "{}", screen.text(&changes.nothing()));
    }
    for (index, entry) in changes.entries.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        write_entry(entry, screen, out)?;
    }
    for (index, one) in changes.withdrawn.iter().enumerate() {
        if index > 0 || !changes.entries.is_empty() {
            writeln!(out)?;
        }
        write!(out, "{}", beside::text(one, screen))?;
    }
    Ok(())
}

fn write_entry(entry: &DiffEntry, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let style = match entry.change.danger {
        Danger::Cosmetic => FAINT,
        Danger::Minor => NOTE,
        Danger::Major => WARNING,
        Danger::Critical => ERROR,
    };
    let location = entry.location.to_string();
    let place = screen.paint(STRONG, &printable(&location));
    let label = danger::label(&entry.change, screen);
    let number = screen.text(&message!("report-diff-segment", number = entry.segment));
    writeln!(out, "{place}: {}, {number}", screen.paint(style, &printable(&label)))?;
    writeln!(out, "  {}", marked(&entry.change.diff, screen))?;
    let target = screen.paint(FAINT, &format!("{}:", entry.target));
    writeln!(out, "  {target} {}", printable(&entry.translation))
}

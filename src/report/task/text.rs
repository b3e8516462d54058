//! Tasks for a terminal.

use std::io::{self, Write};

use super::Task;
use crate::l10n::message;
use crate::model::{Danger, Edit, Piece, State};
use crate::report::layout::printable;
use crate::report::screen::{ERROR, FAINT, INSERTED, NOTE, REMOVED, STRONG, WARNING};
use crate::report::{Paint, Screen, agreed, danger};
use crate::tracking::Need;

/// One task after another, an empty line between them.
pub fn write(tasks: &[Task], screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (index, task) in tasks.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let number = screen.text(&message!("report-diff-segment", number = task.segment));
        let place = screen.paint(STRONG, &printable(&task.location.to_string()));
        writeln!(out, "{place}: {}, {number}", label(task, screen))?;
        let source = task.change.as_ref().map_or_else(
            || printable(&task.source).into_owned(),
            |change| marked(&change.diff, screen),
        );
        writeln!(out, "  {source}")?;
        if task.need != Some(Need::Missing) {
            let target = screen.paint(FAINT, &format!("{}:", task.target));
            writeln!(out, "  {target} {}", printable(&task.translation))?;
        }
        for term in &task.terms {
            writeln!(out, "  {}", screen.paint(NOTE, &agreed::line(term, screen)))?;
        }
        for note in task.remark.iter().chain(&task.note) {
            let label = screen.paint(NOTE, &screen.text(&message!("report-task-note")));
            writeln!(out, "  {label} {}", printable(note))?;
        }
    }
    Ok(())
}

/// What the segment needs, in the colour of its urgency.
fn label(task: &Task, screen: &Screen<'_>) -> String {
    if let Some(change) = &task.change {
        let style = match change.danger {
            Danger::Cosmetic => FAINT,
            Danger::Minor => NOTE,
            Danger::Major => WARNING,
            Danger::Critical => ERROR,
        };
        return screen.paint(style, &printable(&danger::label(change, screen)));
    }
    let (style, words) = match (task.need, task.state) {
        (Some(Need::Missing), _) => (ERROR, message!("report-task-missing")),
        (Some(Need::Unsealed), _) => (WARNING, message!("report-task-unsealed")),
        (_, Some(State::Draft) | None) => (WARNING, message!("report-task-draft")),
        (_, Some(State::Translated)) => (NOTE, message!("report-task-translated")),
        (_, Some(State::Reviewed)) => (INSERTED, message!("report-task-reviewed")),
        (_, Some(State::Final)) => (INSERTED, message!("report-task-final")),
    };
    screen.paint(style, &screen.text(&words))
}

/// The pieces of a diff: in colour, or between signs where there is none.
pub fn marked(pieces: &[Piece], screen: &Screen<'_>) -> String {
    let marked = pieces.iter().enumerate().map(|(index, piece)| {
        let text = printable(&piece.text);
        match (piece.edit, screen.paint) {
            (Edit::Kept, _) => text.into_owned(),
            (Edit::Removed, Paint::Colour) => screen.paint(REMOVED, &text),
            (Edit::Inserted, Paint::Colour) => {
                format!("{}{}", Piece::gap(pieces, index), screen.paint(INSERTED, &text))
            }
            (Edit::Removed, Paint::Plain) => format!("[-{text}-]"),
            (Edit::Inserted, Paint::Plain) => format!("{{+{text}+}}"),
        }
    });
    marked.collect()
}

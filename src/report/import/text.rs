//! Rows that came back, for people: what is taken, and what somebody has to look at.

use std::io::{self, Write};

use super::{Received, ReceivedFile, ReceivedRow, gets_state};
use crate::desk::Outcome;
use crate::l10n::{Message, message};
use crate::model::State;
use crate::report::layout::printable;
use crate::report::screen::{ERROR, FAINT, GOOD, NOTE, STRONG, WARNING};
use crate::report::{Paint, Screen};

/// The most rows of a file that are shown; those left over are shown first, and all of them.
const MOST: usize = 40;

/// Writes each file's rows that say something new, and a line of sums.
pub fn write(received: &Received, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for file in &received.files {
        write_file(file, screen, out)?;
    }
    let sums = Outcome::ALL.into_iter().filter_map(|outcome| {
        let count = received.count(outcome);
        let words = message!("report-import-sum", outcome = outcome.name(), count = count);
        (count > 0).then(|| screen.text(&words))
    });
    let sums: Vec<String> = sums.collect();
    let none = || screen.text(&message!("report-import-none"));
    writeln!(out, "{}", if sums.is_empty() { none() } else { sums.join(", ") })
}

fn write_file(file: &ReceivedFile, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let format = message!("report-import-file", format = file.format);
    let format = screen.paint(FAINT, &screen.text(&format));
    writeln!(out, "{} {format}", screen.paint(STRONG, &printable(&file.path)))?;
    let (left, taken): (Vec<_>, Vec<_>) = file
        .rows
        .iter()
        .filter(|row| row.verdict.outcome != Outcome::Same)
        .partition(|row| row.verdict.outcome.is_left());
    for row in left.iter().chain(taken.iter().take(MOST)) {
        write_row(row, screen, out)?;
    }
    if let Some(more) = taken.len().checked_sub(MOST).filter(|more| *more > 0) {
        writeln!(out, "  {}", screen.text(&message!("report-import-more", count = more)))?;
    }
    writeln!(out)
}

fn write_row(row: &ReceivedRow, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (proposal, verdict) = (&row.proposal, &row.verdict);
    let style = match verdict.outcome {
        Outcome::New | Outcome::Changed => GOOD,
        Outcome::OlderSource | Outcome::Unknown => WARNING,
        Outcome::Conflict | Outcome::Refused => ERROR,
        Outcome::Same => FAINT,
    };
    let name = message!("report-import-outcome", outcome = verdict.outcome.name());
    let place = match verdict.segment {
        Some(segment) => format!("{} {segment}", printable(&proposal.article)),
        None => printable(&proposal.article).into_owned(),
    };
    writeln!(out, "  {}  {place}", screen.paint(style, &screen.text(&name)))?;
    let brought = proposal.target.as_deref().unwrap_or_default();
    let mut lines = vec![(message!("report-import-source"), proposal.source.as_str())];
    if !verdict.held.is_empty() && verdict.held != brought {
        lines.push((message!("report-import-held"), &verdict.held));
    }
    lines.push((message!("report-import-brought"), brought));
    for (label, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
        writeln!(out, "    {} {}", label_of(label, screen), printable(text))?;
    }
    if verdict.outcome.is_left()
        && let Some(note) = &proposal.note
    {
        let label = message!("report-import-note");
        writeln!(out, "    {} {}", label_of(&label, screen), printable(note))?;
    }
    if gets_state(row) && proposal.state == State::Draft {
        writeln!(out, "    {}", screen.text(&message!("report-import-draft")))?;
    }
    for words in verdict.reason.iter().chain(&verdict.doubts) {
        writeln!(out, "    {}", screen.paint(WARNING, &screen.text(words)))?;
    }
    Ok(())
}

fn label_of(label: &Message, screen: &Screen<'_>) -> String {
    match screen.paint {
        Paint::Colour => screen.paint(NOTE, &screen.text(label)),
        Paint::Plain => screen.text(label),
    }
}

//! Findings that people hold to be right as they are.

use std::io::{self, Write};

use super::Screen;
use super::layout::printable;
use super::screen::{FAINT, STRONG};
use crate::checks::Subject;
use crate::l10n::message;
use crate::model::{Lines, Location, Waiver};

/// A waiver with its place.
#[derive(Clone, Debug)]
pub struct Entry {
    pub location: Location,
    /// Number of the segment from 1.
    pub segment: usize,
    pub waiver: Waiver,
    pub source: String,
    /// Whether the texts are still those that it was given for.
    pub holds: bool,
}

/// The waivers of an article, in the order of its source.
pub fn entries(subject: &Subject<'_>) -> Vec<Entry> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    let lines = Lines::new(&subject.document.text);
    let mut entries = Vec::new();
    for unit in &bitext.units {
        let first = unit.segments.start;
        let pairs = unit.pairs.iter().filter_map(|pair| bitext.catalog.pairs.get(*pair));
        for waiver in pairs.flat_map(|pair| &pair.waivers) {
            let start =
                subject.document.segments.get(first).map_or(0, |segment| segment.span.start);
            entries.push(Entry {
                location: Location::at(subject.source_path, lines.position(start)),
                segment: first + 1,
                holds: unit.waiver(&waiver.check, bitext.catalog) == Some(waiver),
                waiver: waiver.clone(),
                source: unit.source.to_string(),
            });
        }
    }
    entries
}

/// One waiver after another, with who gave it, when and why.
pub fn text(entries: &[Entry], screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if entries.is_empty() {
        return writeln!(out, "{}", screen.text(&message!("report-waivers-empty")));
    }
    for entry in entries {
        let number = screen.text(&message!("report-diff-segment", number = entry.segment));
        let place = screen.paint(STRONG, &printable(&entry.location.to_string()));
        let lapsed = message!("report-waivers-lapsed");
        let lapsed =
            if entry.holds { String::new() } else { format!(" — {}", screen.text(&lapsed)) };
        writeln!(out, "{place}: {}, {number}{lapsed}", entry.waiver.check)?;
        writeln!(out, "  {}", printable(&entry.source))?;
        let author = [&entry.waiver.by, &entry.waiver.on].into_iter().flatten().cloned();
        let author = author.collect::<Vec<_>>().join(", ");
        let author = if author.is_empty() { author } else { format!(" ({author})") };
        writeln!(out, "  {}{}", printable(&entry.waiver.reason), screen.paint(FAINT, &author))?;
    }
    Ok(())
}

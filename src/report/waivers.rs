//! Findings that people hold to be right as they are.

use std::io::{self, Write};

use super::Screen;
use super::layout::printable;
use super::screen::{FAINT, STRONG};
use crate::checks::Subject;
use crate::l10n::message;
use crate::model::{Bitext, Lines, Location, Pair, Waiver};

/// A waiver with its place.
#[derive(Clone, Debug)]
pub struct WaiverEntry {
    pub location: Location,
    /// Number of the segment from 1; nothing for a text that only the translation has.
    pub segment: Option<usize>,
    /// Number of that text, from 1, where it stands on the page.
    pub surplus: Option<usize>,
    pub waiver: Waiver,
    pub source: String,
    /// Whether the texts are still those that it was given for.
    pub holds: bool,
}

/// The waivers of an article, in the order of its source.
pub fn entries(subject: &Subject<'_>) -> Vec<WaiverEntry> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    let lines = Lines::new(&subject.document.text);
    let mut entries = Vec::new();
    for unit in &bitext.units {
        let first = unit.segments.start;
        let pairs = unit.pairs.iter().filter_map(|pair| bitext.catalog.pairs.get(*pair));
        for waiver in pairs.flat_map(|pair| &pair.waivers) {
            let start =
                subject.document.segments.get(first).map_or(0, |segment| segment.span.start);
            entries.push(WaiverEntry {
                location: Location::at(subject.source_path, lines.position(start)),
                segment: Some(first + 1),
                surplus: None,
                holds: unit.waiver(&waiver.check, bitext.catalog) == Some(waiver),
                waiver: waiver.clone(),
                source: unit.source.to_string(),
            });
        }
    }
    entries.extend(beside(subject, bitext));
    entries
}

/// The waivers of pairs that no segment has: of texts that only the translation has.
fn beside(subject: &Subject<'_>, bitext: &Bitext<'_>) -> Vec<WaiverEntry> {
    let pairs = bitext.catalog.pairs.iter().enumerate();
    let is_alone =
        |(at, _): &(usize, &Pair)| !bitext.units.iter().any(|unit| unit.pairs.contains(at));
    let mut entries = Vec::new();
    for (at, pair) in pairs.filter(|(_, pair)| !pair.waivers.is_empty()).filter(is_alone) {
        let all = subject.published.map_or(&[][..], |published| &published.surplus);
        let surplus = all.iter().find(|surplus| surplus.pair == Some(at));
        let place = surplus.and_then(|surplus| surplus.position);
        for waiver in &pair.waivers {
            entries.push(WaiverEntry {
                location: match place {
                    Some(place) => Location::at(subject.document_path, place),
                    None => Location::file(subject.catalog_path),
                },
                segment: None,
                surplus: surplus.map(|surplus| surplus.number),
                holds: surplus.is_some() && waiver.holds(&pair.source, &pair.target),
                waiver: waiver.clone(),
                source: pair.target.clone(),
            });
        }
    }
    entries
}

/// One waiver after another, with who gave it, when and why.
pub fn text(entries: &[WaiverEntry], screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if entries.is_empty() {
        return writeln!(out, "{}", screen.text(&message!("report-waivers-empty")));
    }
    for entry in entries {
        let number = match (entry.segment, entry.surplus) {
            (Some(number), _) => {
                format!(", {}", screen.text(&message!("report-diff-segment", number = number)))
            }
            (None, Some(number)) => format!(", +{number}"),
            (None, None) => String::new(),
        };
        let place = screen.paint(STRONG, &printable(&entry.location.to_string()));
        let lapsed = message!("report-waivers-lapsed");
        let lapsed =
            if entry.holds { String::new() } else { format!(" — {}", screen.text(&lapsed)) };
        writeln!(out, "{place}: {}{number}{lapsed}", entry.waiver.check)?;
        writeln!(out, "  {}", printable(&entry.source))?;
        let author = [&entry.waiver.by, &entry.waiver.on].into_iter().flatten().cloned();
        let author = author.collect::<Vec<_>>().join(", ");
        let author = if author.is_empty() { author } else { format!(" ({author})") };
        writeln!(out, "  {}{}", printable(&entry.waiver.reason), screen.paint(FAINT, &author))?;
    }
    Ok(())
}

//! What was found, for programs.

use std::io::{self, Write};

use serde::Serialize;

use super::{SearchHit, Searched};
use crate::model::Span;
use crate::report::Screen;
use crate::report::json::write_json;

#[derive(Serialize)]
struct WireAnswer<'a> {
    version: u8,
    text: &'a str,
    target: &'a str,
    matches: Vec<WireMatch<'a>>,
}

#[derive(Serialize)]
struct WireMatch<'a> {
    source: &'a str,
    /// Null where the source has no translation yet.
    target: Option<&'a str>,
    score: u8,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'a str>,
    /// The source that was translated, where it is another now.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    current_source: Option<&'a str>,
    penalties: Vec<WirePenalty>,
    marks: WireMarks<'a>,
}

#[derive(Serialize)]
struct WirePenalty {
    name: &'static str,
    points: u8,
}

#[derive(Serialize)]
struct WireMarks<'a> {
    source: Vec<WireMark<'a>>,
    target: Vec<WireMark<'a>>,
}

/// A word that was asked for; its place is counted in characters.
#[derive(Serialize)]
struct WireMark<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// Writes the report in this format.
pub fn write(answer: &Searched, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_json(&wire(answer), out)
}

/// The answer on one line.
pub fn write_line(answer: &Searched, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &wire(answer))?;
    out.write_all(b"\n")
}

fn wire(answer: &Searched) -> WireAnswer<'_> {
    let matches = answer.hits.iter().map(wire_match).collect();
    WireAnswer { version: 1, text: &answer.text, target: &answer.target, matches }
}

fn wire_match(found: &SearchHit) -> WireMatch<'_> {
    let offer = &found.hit.offer;
    let entry = &offer.entry;
    let is_translated = !entry.target.is_empty();
    let name = &*entry.keeper.name;
    let is_home = entry.keeper.kind == crate::memory::KeeperKind::Home;
    let current = found.place.as_ref().and_then(|place| place.current.as_deref());
    let penalty = |penalty: &crate::memory::Penalty| WirePenalty {
        name: penalty.name(),
        points: penalty.points(),
    };
    WireMatch {
        source: &entry.source,
        target: is_translated.then_some(&*entry.target),
        score: offer.score,
        kind: offer.kind.name(),
        state: is_translated.then(|| entry.state.name()),
        from: entry.keeper.kind.name(),
        article: is_home.then_some(name),
        path: (!is_home).then_some(name),
        segment: found.place.as_ref().map(|place| place.segment),
        origin: is_translated.then(|| entry.origin.as_deref().unwrap_or("person")),
        previous_source: current.map(|_| &*entry.source),
        current_source: current,
        penalties: offer.penalties.iter().map(penalty).collect(),
        marks: WireMarks {
            source: marks(&entry.source, &found.hit.source),
            target: marks(&entry.target, &found.hit.target),
        },
    }
}

fn marks<'t>(text: &'t str, spans: &[Span]) -> Vec<WireMark<'t>> {
    let mark = |span: &Span| {
        let start = text[..span.start].chars().count();
        let own = &text[span.range()];
        WireMark { start, end: start + own.chars().count(), text: own }
    };
    spans.iter().map(mark).collect()
}

//! What was found, for people: score, source and translation with the words marked.

use std::io::{self, Write};

use anstyle::Style;

use super::{SearchHit, Searched};
use crate::l10n::message;
use crate::memory::MatchKind;
use crate::model::Span;
use crate::report::{FAINT, Paint, Screen, printable};

const MARK: Style = Style::new().bold().underline();

/// Writes the report in this format.
pub fn write(answer: &Searched, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if answer.hits.is_empty() {
        return writeln!(out, "{}", screen.text(&message!("report-memory-none")));
    }
    for (at, found) in answer.hits.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        write_hit(found, answer, screen, out)?;
    }
    Ok(())
}

fn write_hit(
    found: &SearchHit,
    answer: &Searched,
    screen: &Screen<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entry = &found.hit.offer.entry;
    // A sentence that is like the one asked for has most of its words; to mark them tells nothing.
    let is_marked = found.hit.offer.kind == MatchKind::Concordance;
    let nothing = Vec::new();
    let (source, target) =
        if is_marked { (&found.hit.source, &found.hit.target) } else { (&nothing, &nothing) };
    writeln!(out, "{}", head(found, screen))?;
    writeln!(out, "  {}", marked(&entry.source, source, screen))?;
    if entry.target.is_empty() {
        writeln!(
            out,
            "  {}",
            painted(FAINT, &screen.text(&message!("report-memory-bare")), screen)
        )?;
    } else {
        let target = marked(&entry.target, target, screen);
        writeln!(out, "  {}: {target}", answer.target)?;
    }
    let current = found.place.as_ref().and_then(|place| place.current.as_deref());
    if let Some(current) = current {
        let now = message!("report-memory-now", source = printable(current).into_owned());
        writeln!(out, "  {}", painted(FAINT, &screen.text(&now), screen))?;
    }
    Ok(())
}

/// Score, place and what takes points away.
fn head(found: &SearchHit, screen: &Screen<'_>) -> String {
    let offer = &found.hit.offer;
    let score = match offer.kind {
        MatchKind::Concordance => screen.text(&message!("report-memory-words")),
        _ => format!("{} %", offer.score),
    };
    let mut head = format!("{score} · {}", printable(&offer.entry.keeper.name));
    if let Some(place) = &found.place {
        let number = screen.text(&message!("report-memory-segment", number = place.segment));
        head.push_str(&format!(", {number}"));
    }
    let notes: Vec<String> = offer
        .penalties
        .iter()
        .map(|penalty| {
            let points = usize::from(penalty.points());
            screen.text(&message!("report-memory-penalty", name = penalty.name(), points = points))
        })
        .collect();
    if !notes.is_empty() {
        head.push_str(&format!(" ({})", notes.join(", ")));
    }
    head
}

fn marked(text: &str, spans: &[Span], screen: &Screen<'_>) -> String {
    let (mut line, mut at) = (String::new(), 0);
    for span in spans {
        line.push_str(&printable(&text[at..span.start]));
        let word = printable(&text[span.range()]);
        match screen.paint {
            Paint::Colour => line.push_str(&painted(MARK, &word, screen)),
            Paint::Plain => line.push_str(&format!("[={word}=]")),
        }
        at = span.end;
    }
    line.push_str(&printable(&text[at..]));
    line
}

fn painted(style: Style, text: &str, screen: &Screen<'_>) -> String {
    match screen.paint {
        Paint::Colour => format!("{style}{text}{style:#}"),
        Paint::Plain => text.to_owned(),
    }
}

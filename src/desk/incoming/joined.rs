//! A row that a translator joined of several: its translation goes back to the sentences that it is of.

use std::cell::OnceCell;
use std::ops::Range;

use super::address::folded;
use crate::desk::outgoing::batches;
use crate::desk::reading::JobReading;
use crate::formats::exchange::{Ripeness, Slip, Tag};
use crate::model::{Bitext, Unit, is_blank, text_digest};
use crate::text::sentences::{Extra, Splitter};

/// What rows that were joined are held beside.
pub struct Joiner<'a, 'b> {
    pub reading: &'a JobReading<'a>,
    pub bitext: &'a Bitext<'b>,
    /// The stable ids of the units.
    pub ids: &'a [String],
    /// The sources, once they are asked for.
    pub sources: OnceCell<Vec<String>>,
    /// The batches that would go out now, once they are asked for.
    pub batches: OnceCell<Vec<String>>,
}

impl Joiner<'_, '_> {
    /// A slip for each sentence of the row, where all of them and their parts of the translation are found.
    ///
    /// Where none has a translation yet, the row is taken whole, by another way.
    pub fn pieces(&self, slip: &Slip) -> Option<Vec<Slip>> {
        let run = self.run(&slip.source)?;
        let units = &self.bitext.units[run.clone()];
        if units.iter().all(Unit::is_missing) {
            return None;
        }
        let held: Vec<String> = units.iter().map(|unit| folded(&unit.target)).collect();
        let parts = parts(&slip.target, &held, self.reading.target)?;
        // Whose sentence is whose was told by their number alone, where it is more than one.
        let is_guessed = parts.iter().zip(&held).filter(|(part, held)| part != held).count() > 1;
        let mut pieces = Vec::with_capacity(units.len());
        for ((unit, id), part) in units.iter().zip(&self.ids[run]).zip(parts) {
            let is_held = part == folded(&unit.target);
            pieces.push(Slip {
                tag: self.tag(slip, unit, id),
                joined: Vec::new(),
                source: unit.source.to_string(),
                is_doubted: slip.is_doubted || is_guessed && !is_held,
                target: if is_held { unit.target.to_string() } else { part },
                ripeness: slip.ripeness.min(Ripeness::Translated),
                notes: if pieces.is_empty() { slip.notes.clone() } else { Vec::new() },
                ..slip.clone()
            });
        }
        Some(pieces)
    }

    /// The units whose sources, one behind the other, are this text.
    fn run(&self, source: &str) -> Option<Range<usize>> {
        let wanted = folded(source);
        let all = || self.bitext.units.iter().map(|unit| folded(&unit.source)).collect();
        let sources = self.sources.get_or_init(all);
        (0..sources.len()).find_map(|start| {
            let mut rest = wanted.as_str();
            for (end, source) in sources.iter().enumerate().skip(start) {
                rest = rest.strip_prefix(source).filter(|_| !source.is_empty())?.trim_start();
                if rest.is_empty() {
                    return (end > start).then_some(start..end + 1);
                }
            }
            None
        })
    }

    /// What the row of a unit was: as its tag says, or as it is now where nothing changed since.
    fn tag(&self, slip: &Slip, unit: &Unit<'_>, id: &str) -> Option<Tag> {
        let mut tags = slip.tag.iter().chain(&slip.joined);
        if let Some(known) = tags.find(|tag| tag.segment == id) {
            return Some(known.clone());
        }
        let first = slip.tag.as_ref()?;
        let batches = self.batches.get_or_init(|| batches(self.reading, self.bitext));
        batches.contains(&first.batch).then(|| Tag {
            segment: id.to_owned(),
            number: unit.segments.start + 1,
            source: text_digest(&unit.source).to_string(),
            target: text_digest(&unit.target).to_string(),
            ripeness: if unit.is_missing() { Ripeness::Missing } else { Ripeness::Translated },
            ..first.clone()
        })
    }
}

/// The parts of a translation: what was held stays where it stands, the rest by sentences.
fn parts(target: &str, held: &[String], language: &str) -> Option<Vec<String>> {
    let target = folded(target);
    if is_blank(&target) {
        return None;
    }
    let is_held = |at: &usize| !held[*at].is_empty();
    let (mut rest, mut first, mut last) = (target.as_str(), 0, held.len());
    while let Some(more) = Some(first)
        .filter(|first| first + 1 < last && is_held(first))
        .and_then(|first| rest.strip_prefix(held[first].as_str()))
    {
        rest = more.trim_start();
        first += 1;
    }
    while let Some(more) = Some(last)
        .filter(|last| first + 1 < *last && is_held(&(last - 1)))
        .and_then(|last| rest.strip_suffix(held[last - 1].as_str()))
    {
        rest = more.trim_end();
        last -= 1;
    }
    let splitter = Splitter::new(language, &Extra::default());
    let middle: Vec<String> = if last - first == 1 {
        vec![rest.to_owned()]
    } else {
        splitter.split(rest, &[]).iter().map(|span| rest[span.range()].trim().to_owned()).collect()
    };
    let is_whole = middle.len() == last - first && middle.iter().all(|part| !is_blank(part));
    let (before, after) = (held[..first].iter().cloned(), held[last..].iter().cloned());
    is_whole.then(|| before.chain(middle).chain(after).collect())
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn shown(target: &str, held: &[&str]) -> String {
        let held: Vec<String> = held.iter().map(ToString::to_string).collect();
        parts(target, &held, "en").map_or_else(|| "-".to_owned(), |parts| parts.join(" | "))
    }

    #[test]
    fn what_was_held_stays_and_the_rest_goes_by_sentences() {
        let held = ["It rains.", "It snows.", "It thaws."];
        assert_eq!(
            shown("It rains. It snows.\nIt thaws.", &held),
            "It rains. | It snows. | It thaws."
        );
        assert_eq!(
            shown("It rains. Snow, then sun. It thaws.", &held),
            "It rains. | Snow, then sun. | It thaws."
        );
        assert_eq!(shown("Rain. It snows. It thaws.", &held), "Rain. | It snows. | It thaws.");
        assert_eq!(shown("Rain. Snow. Thaw.", &held), "Rain. | Snow. | Thaw.");
        assert_eq!(shown("It rains. It snows.", &["It rains.", ""]), "It rains. | It snows.");
        assert_eq!(shown("Rain and snow, then thaw.", &held), "-");
        assert_eq!(shown(" ", &held), "-");
        assert_eq!(shown("It rains.", &held), "-");
    }
}

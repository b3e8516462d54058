//! What each language shows of each block under a policy.

use std::ops::Range;

use super::mark::Mark;
use super::{Form, Page, Policy};
use crate::model::{Block, Document, Kind, Unit};

/// A block and the rows that stand in it.
pub struct Passage<'a> {
    pub block: &'a Block,
    pub rows: Vec<PassageRow<'a>>,
}

/// A date line is no longer, in letters.
const DATELINE: usize = 80;

impl Passage<'_> {
    /// Whether it is a date, or a short line with a number and without a stop.
    pub fn is_dateline(&self) -> bool {
        let parts = || self.rows.iter().flat_map(|row| &row.sources);
        let is_paragraph = self.block.kind == Kind::Paragraph;
        let has_digit = parts().any(|part| part.text.contains(|c: char| c.is_ascii_digit()));
        let length: usize = parts().map(|part| part.text.chars().count()).sum();
        let has_stop = parts().any(|part| has_stop(part.text));
        is_paragraph && has_digit && length <= DATELINE && !has_stop
    }
}

/// Whether a text ends as a sentence does, not with an abbreviation of one letter.
fn has_stop(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '_', ' ']);
    let last = text.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
    match text.chars().last() {
        Some('.') => last.chars().count() > 1,
        Some(stop) => matches!(stop, '!' | '?' | ':' | ';' | '…'),
        None => false,
    }
}

/// One unit, or the part of it that stands in this block.
pub struct PassageRow<'a> {
    pub unit: &'a Unit<'a>,
    /// Number, from 1, of the unit's first segment.
    pub number: usize,
    /// The source shown, by segment.
    pub sources: Vec<PassagePart<'a>>,
    pub target: Shown<'a>,
    /// What a person should know about the translation.
    pub mark: Option<Mark>,
}

impl PassageRow<'_> {
    /// Whether the unit begins here.
    pub fn is_first_part(&self) -> bool {
        self.target != Shown::Above
    }
}

/// The text of one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassagePart<'a> {
    /// Number of the segment from 1.
    pub number: usize,
    /// Index of the segment in the document.
    pub index: usize,
    pub text: &'a str,
}

/// What stands in the translation's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    Translation(&'a str),
    /// The source text, for want of a translation that holds.
    Source(&'a str),
    /// Words that say that there is no translation.
    Placeholder,
    Nothing,
    /// The unit began in an earlier block, and its translation stands there.
    Above,
}

impl<'a> Shown<'a> {
    /// The text shown, where it is one of the article's.
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Translation(text) | Self::Source(text) => Some(text),
            Self::Placeholder | Self::Nothing | Self::Above => None,
        }
    }
}

/// The article's blocks in order, those without a row left out.
pub fn passages<'a>(page: &Page<'a>) -> Vec<Passage<'a>> {
    let document = page.bitext.document;
    let mut passages: Vec<_> =
        document.blocks.iter().map(|block| Passage { block, rows: Vec::new() }).collect();
    for unit in &page.bitext.units {
        for (block, segments) in parts(document, unit) {
            passages[block].rows.extend(row(page, unit, segments));
        }
    }
    passages.retain(|passage| !passage.rows.is_empty());
    passages
}

/// The blocks that a unit stands in, each with its segments there.
fn parts(document: &Document, unit: &Unit<'_>) -> Vec<(usize, Range<usize>)> {
    let Range { mut start, end } = unit.segments;
    let block_at =
        |segment: usize| document.blocks.partition_point(|block| block.segments.end <= segment);
    if unit.segments.is_empty() {
        let last = document.blocks.len().checked_sub(1);
        return last.map(|last| (block_at(start).min(last), start..start)).into_iter().collect();
    }
    let mut parts = Vec::new();
    while start < end {
        let index = block_at(start);
        let Some(block) = document.blocks.get(index) else { break };
        let stop = block.segments.end.min(end);
        parts.push((index, start..stop));
        start = stop;
    }
    parts
}

fn row<'a>(page: &Page<'a>, unit: &'a Unit<'a>, segments: Range<usize>) -> Option<PassageRow<'a>> {
    let is_first = segments.start == unit.segments.start;
    let is_frozen = page.stale == Policy::Frozen && !stands(unit);
    // What was translated stands where it began; what never was stands as it is.
    let has_past = is_frozen && !unit.is_missing() && !unit.is_unsealed();
    if has_past && !is_first {
        return None;
    }
    let first = unit.segments.start;
    let sources = if has_past {
        vec![PassagePart { number: first + 1, index: first, text: &unit.previous }]
    } else {
        let of_document = &page.bitext.document.segments;
        segments
            .map(|index| PassagePart { number: index + 1, index, text: &of_document[index].text })
            .collect()
    };
    let target = if is_first { shown(page.stale, unit) } else { Shown::Above };
    let mark = Mark::of(unit).filter(|mark| is_first && is_wanted(page, *mark));
    Some(PassageRow { unit, number: first + 1, sources, target, mark })
}

/// Whether the translation may be published as it is.
pub fn stands(unit: &Unit<'_>) -> bool {
    !unit.is_missing() && !unit.is_stale() && !unit.is_unsealed()
}

/// What stands for the unit under a policy, where its block is shown.
pub fn shown<'a>(policy: Policy, unit: &'a Unit<'a>) -> Shown<'a> {
    match policy {
        _ if stands(unit) => Shown::Translation(&unit.target),
        Policy::Source if unit.source.is_empty() => Shown::Nothing,
        Policy::Source => Shown::Source(&unit.source),
        Policy::Omit => Shown::Nothing,
        Policy::Frozen if unit.is_missing() || unit.is_unsealed() => Shown::Nothing,
        Policy::Mark if unit.is_missing() => Shown::Placeholder,
        Policy::Mark | Policy::Frozen => Shown::Translation(&unit.target),
    }
}

/// Readers are told only of translations that are shown although they don't hold.
fn is_wanted(page: &Page<'_>, mark: Mark) -> bool {
    match page.form {
        Form::Working => true,
        Form::Final => mark >= Mark::Unsealed && page.stale == Policy::Mark,
    }
}

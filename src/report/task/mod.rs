//! What is to be done about segments, one after another.

mod text;

pub use text::{marked, write as text};

use crate::checks::Subject;
use crate::model::{Change, Lines, Location, State};
use crate::tracking::Need;

/// A segment with all that a person needs to decide about it.
#[derive(Clone, Debug)]
pub struct Task {
    pub target: String,
    /// Number of the first segment from 1.
    pub segment: usize,
    pub location: Location,
    /// What a translator has to do about it.
    pub need: Option<Need>,
    pub state: Option<State>,
    pub source: String,
    pub translation: String,
    pub change: Option<Change>,
    pub note: Option<String>,
    /// What the source says to its translator.
    pub remark: Option<String>,
}

/// Every segment of an article with what it needs, in the order of its source.
pub fn tasks(subject: &Subject<'_>) -> Vec<Task> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    let lines = Lines::new(&subject.document.text);
    let segments = &subject.document.segments;
    let tasks = bitext.units.iter().map(|unit| {
        let first = unit.segments.start;
        let start = segments.get(first).map_or(0, |segment| segment.span.start);
        let notes =
            unit.pairs.iter().filter_map(|pair| bitext.catalog.pairs.get(*pair)?.note.clone());
        let notes: Vec<String> = notes.collect();
        Task {
            target: subject.target.to_owned(),
            segment: first + 1,
            location: Location::at(subject.source_path, lines.position(start)),
            need: Need::of(unit),
            state: unit.state,
            source: unit.source.to_string(),
            translation: unit.target.to_string(),
            change: unit.change.clone(),
            note: (!notes.is_empty()).then(|| notes.join(" ")),
            remark: subject.document.block_of(first).and_then(|block| block.note.clone()),
        }
    });
    tasks.collect()
}

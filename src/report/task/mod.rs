//! What is to be done about segments, one after another.

mod text;

pub use text::{marked, write as text};

use crate::checks::Subject;
use crate::l10n::{Message, message};
use crate::model::{Change, Edit, Lines, Location, State};
use crate::report::layout::printable;
use crate::terms::{AgreedTerm, TermsHere};
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
    /// The agreed terms that stand in the source.
    pub terms: Vec<AgreedTerm>,
}

/// Words that stood in the old source, and those in their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Exchange {
    old: String,
    new: String,
}

impl Exchange {
    /// What a change put in the place of what, where its trigger stands if it has one.
    fn all(change: &Change) -> Vec<Self> {
        let mut all = vec![Self::default()];
        for piece in &change.diff {
            let last = all.last_mut().expect("there is one from the start");
            match piece.edit {
                Edit::Removed => last.old.push_str(piece.text.trim()),
                Edit::Inserted => last.new.push_str(piece.text.trim()),
                Edit::Kept => all.push(Self::default()),
            }
        }
        all.retain(|exchange| *exchange != Self::default());
        let trigger = change.trigger.as_deref().unwrap_or_default();
        // What a trigger is written with may stand around the words that differ.
        let is_decisive = |exchange: &Self| {
            let words = [&exchange.old, &exchange.new];
            let hold = |text: &str, part: &str| !part.is_empty() && text.contains(part);
            words.iter().any(|words| hold(words, trigger) || hold(trigger, words))
        };
        if all.iter().any(is_decisive) {
            all.retain(is_decisive);
        }
        all
    }
}

/// What somebody says who lets a translation stand under this change, one message for each exchange.
pub fn accepted(change: &Change, segment: usize, target: &str) -> Vec<Message> {
    let told = |exchange: Exchange| {
        let target = printable(target).into_owned();
        match (printable(&exchange.old), printable(&exchange.new)) {
            (old, new) if old.is_empty() => {
                message!("report-task-came", segment = segment, new = new.as_ref(), target = target)
            }
            (old, new) if new.is_empty() => {
                message!("report-task-went", segment = segment, old = old.as_ref(), target = target)
            }
            (old, new) => message!(
                "report-task-became",
                segment = segment,
                old = old.as_ref(),
                new = new.as_ref(),
                target = target
            ),
        }
    };
    Exchange::all(change).into_iter().map(told).collect()
}

/// Every segment of an article with what it needs, in the order of its source.
pub fn tasks(subject: &Subject<'_>, terms: Option<&TermsHere<'_>>) -> Vec<Task> {
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
            terms: terms.map(|terms| terms.told(&unit.source)).unwrap_or_default(),
            remark: subject.document.block_of(first).and_then(|block| block.note.clone()),
        }
    });
    tasks.collect()
}

#[cfg(test)]
mod tests {
    use super::Exchange;
    use crate::checks::testing::Sample;

    fn exchanged(line: &str) -> String {
        let sample = Sample::new(line);
        let bitext = sample.bitext().expect("has a catalog");
        let change = bitext.units[0].change.as_ref().expect("is stale");
        let shown = |exchange: &Exchange| format!("{} → {}", exchange.old, exchange.new);
        Exchange::all(change).iter().map(shown).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn what_decides_a_change_is_named_with_what_it_was() {
        assert_eq!(exchanged("stale critical 6: Было 5 домов. -> Было 6 домов. | 5."), "5 → 6");
        assert_eq!(exchanged("stale critical не: Он шёл. -> Он не шёл. | He."), " → не");
        assert_eq!(exchanged("stale critical не: Он не шёл. -> Он шёл. | He."), "не → ");
    }
}

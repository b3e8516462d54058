//! A segment as it is at this moment, read anew each time it is shown.

use rustc_hash::FxHashMap;

use super::card::{Card, Neighbour};
use super::part::Part;
use super::reading::{JobReading, Paths};
use super::recall::Recall;
use crate::align::touched;
use crate::checks::{self, CHECKS};
use crate::error::Result;
use crate::model::{Bitext, Finding, Lines, Location, Unit};
use crate::tracking::Need;
use crate::workspace::{Job, Workspace};

/// A segment that waits for somebody.
pub struct Item {
    /// Which job it is of.
    pub job: usize,
    /// Index of the unit's first segment when it was found.
    pub segment: usize,
    pub source: String,
    /// Whether a person named it, and wants to see it whatever it needs.
    pub is_named: bool,
}

/// Where cards are laid out; keeps the article read last for lists that go through it.
pub struct Desk<'a> {
    pub workspace: &'a Workspace,
    jobs: &'a [Job],
    kept: Option<(usize, JobReading<'a>)>,
}

impl<'a> Desk<'a> {
    /// A desk for the articles of a work list.
    pub fn new(workspace: &'a Workspace, jobs: &'a [Job]) -> Self {
        Self { workspace, jobs, kept: None }
    }

    /// Forgets what was read, so that the next card shows the files as they are now.
    pub fn refresh(&mut self) {
        self.kept = None;
    }

    /// The job of an item.
    pub fn job(&self, item: &Item) -> &'a Job {
        &self.jobs[item.job]
    }

    /// What was read of the item's article.
    pub fn reading(&mut self, item: &Item) -> Result<&JobReading<'a>> {
        let kept = match self.kept.take() {
            Some((job, reading)) if job == item.job => (job, reading),
            _ => (item.job, JobReading::new(self.workspace, &self.jobs[item.job])?),
        };
        Ok(&self.kept.insert(kept).1)
    }

    /// The item's card; nothing where its source no longer stands in the article.
    pub fn card(&mut self, item: &Item, recall: &Recall) -> Result<Option<Card>> {
        let reading = self.reading(item)?;
        Ok(reading.with_bitext(|bitext| {
            let unit = find(bitext, item)?;
            let lines = Lines::new(&bitext.document.text);
            Some(card(reading, Sight { bitext, lines: &lines }, unit, recall))
        }))
    }

    /// The cards of a list; an article whose items follow each other is compared once.
    pub fn cards(&mut self, items: &[Item], recall: &Recall) -> Result<Vec<Card>> {
        let mut cards = Vec::with_capacity(items.len());
        for group in items.chunk_by(|one, other| one.job == other.job) {
            let reading = self.reading(&group[0])?;
            reading.with_bitext(|bitext| {
                let lines = Lines::new(&bitext.document.text);
                let mut by_source: FxHashMap<&str, Vec<&Unit<'_>>> = FxHashMap::default();
                for unit in &bitext.units {
                    by_source.entry(&unit.source).or_default().push(unit);
                }
                let unit = |item: &Item| nearest(by_source.get(&*item.source)?, item.segment);
                let units = group.iter().filter_map(unit);
                cards.extend(
                    units.map(|unit| card(reading, Sight { bitext, lines: &lines }, unit, recall)),
                );
            });
        }
        Ok(cards)
    }

    /// Whether the item still waits for somebody in this part.
    pub fn is_open(&mut self, item: &Item, part: Part) -> Result<bool> {
        let reading = self.reading(item)?;
        Ok(reading.with_bitext(|bitext| {
            find(bitext, item).is_some_and(|unit| part.is_open(Need::of(unit), unit.state))
        }))
    }

    /// What people noted about the item.
    pub fn note(&mut self, item: &Item) -> Result<String> {
        Ok(self.reading(item)?.with_bitext(|bitext| {
            let unit = find(bitext, item);
            unit.map(|unit| noted(bitext, unit).collect::<Vec<_>>().join(" ")).unwrap_or_default()
        }))
    }

    /// What checks say of the item that a person may waive.
    pub fn findings(&mut self, item: &Item) -> Result<Vec<Finding>> {
        let levels = self.workspace.config.levels();
        let reading = self.reading(item)?;
        let number =
            reading.with_bitext(|bitext| find(bitext, item).map(|unit| unit.segments.start + 1));
        let mut findings =
            reading.with_subject(Paths::Shown, |subject| checks::run(subject, &levels));
        findings.retain(|one| one.segment == number && is_waivable(one.check));
        Ok(findings)
    }
}

fn is_waivable(id: &str) -> bool {
    CHECKS.iter().any(|check| check.id == id && check.is_waivable())
}

/// The unit with the item's source, the nearest where there are several.
fn find<'b, 'a>(bitext: &'b Bitext<'a>, item: &Item) -> Option<&'b Unit<'a>> {
    let same = bitext.units.iter().filter(|unit| unit.source == item.source);
    same.min_by_key(|unit| unit.segments.start.abs_diff(item.segment))
}

/// The one of some units in document order that begins nearest.
fn nearest<'b, 'a>(units: &[&'b Unit<'a>], segment: usize) -> Option<&'b Unit<'a>> {
    let at = units.partition_point(|unit| unit.segments.start < segment);
    let near = units[at.saturating_sub(1)..].iter().take(2);
    near.min_by_key(|unit| unit.segments.start.abs_diff(segment)).copied()
}

/// An article as it is seen now.
#[derive(Clone, Copy)]
struct Sight<'a> {
    bitext: &'a Bitext<'a>,
    lines: &'a Lines<'a>,
}

fn card(
    reading: &JobReading<'_>,
    Sight { bitext, lines }: Sight<'_>,
    unit: &Unit<'_>,
    recall: &Recall,
) -> Card {
    let span = bitext.document.segments.get(unit.segments.start).map(|segment| segment.span);
    let place = lines.position(span.unwrap_or_default().start);
    let change = unit.change.clone();
    let touched = change
        .as_ref()
        .map(|change| touched(change, &unit.target, &recall.lexicon(reading.target)));
    Card {
        article: reading.article.id.clone(),
        language: reading.target.to_owned(),
        segment: unit.segments.start + 1,
        location: Location::at(reading.workspace.shown(&reading.article.source), place),
        need: Need::of(unit),
        state: unit.state,
        before: unit.segments.start.checked_sub(1).and_then(|at| neighbour(bitext, at)),
        after: neighbour(bitext, unit.segments.end),
        source: unit.source.to_string(),
        change,
        target: unit.target.to_string(),
        touched: touched.unwrap_or_default(),
        offers: recall.offers(reading, bitext, unit),
        terms: reading.terms().map(|terms| terms.told(&unit.source)).unwrap_or_default(),
        notes: notes(bitext, unit),
    }
}

/// The segment with this index beside another, with the translation of what it is in.
fn neighbour(bitext: &Bitext<'_>, at: usize) -> Option<Neighbour> {
    let source = bitext.document.segments.get(at)?.text.clone();
    let next = bitext.units.partition_point(|unit| unit.segments.end <= at);
    let unit = bitext.units.get(next).filter(|unit| unit.segments.contains(&at));
    let target = unit.filter(|unit| !unit.is_missing()).map(|unit| unit.target.to_string());
    Some(Neighbour { source, target })
}

/// What the author tells the translator, then what people noted.
fn notes(bitext: &Bitext<'_>, unit: &Unit<'_>) -> Vec<String> {
    let block = bitext.document.block_of(unit.segments.start);
    let author = block.and_then(|block| block.note.clone());
    author.into_iter().chain(noted(bitext, unit)).collect()
}

fn noted<'b>(bitext: &'b Bitext<'_>, unit: &'b Unit<'_>) -> impl Iterator<Item = String> + 'b {
    let pairs = unit.pairs.iter().filter_map(|index| bitext.catalog.pairs.get(*index));
    pairs.filter_map(|pair| pair.note.clone())
}

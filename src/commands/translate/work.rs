//! The work list: which segments need a translator, the most urgent first.

use super::Args;
use crate::commands::context::{Context, Outcome};
use crate::commands::reading::{self, Paths, Reading};
use crate::commands::talk::{Desk, Item, Recall};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Bitext, Unit};
use crate::report::beside::{self, Beside, beside};
use crate::report::translate::{Total, list};
use crate::tracking::Need;
use crate::workspace::{Job, Workspace};

/// The articles looked through and the segments found in them.
pub struct Work {
    pub jobs: Vec<Job>,
    pub items: Vec<Item>,
    /// What all of them need, those beyond the limit included.
    pub total: Total,
    /// Texts on the pages that have no source.
    pub beside: Vec<Beside>,
}

impl Work {
    /// Looks through the articles named; the error is about those that can't be read.
    pub fn find(
        args: &Args,
        cx: &Context<'_>,
        workspace: &Workspace,
        targets: &[String],
    ) -> Result<(Self, Option<Error>)> {
        let jobs = workspace.jobs(&args.articles, targets)?;
        let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
        let found =
            reading::each((workspace, &jobs), &bar, || (), |(), reading| looked_through(&reading));
        drop(bar);
        let found = (0..).zip(found).map(|(job, found)| Ok((job, found?)));
        let (found, failure) = cx.some(found.collect())?;
        let mut beside = Vec::new();
        let mut items = Vec::new();
        for (job, (needed, texts)) in found {
            items.push((job, needed));
            beside.extend(texts);
        }
        beside.retain(|one| is_named(args, one.kind.name()));
        let is_wanted = |need: Need| is_named(args, need.name());
        let mut wanted: Vec<(Need, Item)> = items
            .into_iter()
            .flat_map(|(job, items)| {
                items.into_iter().map(move |(need, item)| (need, Item { job, ..item }))
            })
            .filter(|(need, _)| is_wanted(*need))
            .collect();
        // A stable sort: within one need the order is that of the articles.
        wanted.sort_by_key(|(need, _)| *need);
        let total = Total::of(wanted.iter().map(|(need, _)| *need));
        let limit = args.limit.unwrap_or(usize::MAX);
        let items = wanted.into_iter().map(|(_, item)| item).take(limit).collect();
        Ok((Self { jobs, items, total, beside }, failure))
    }

    /// The languages that the segments are to be translated into.
    pub fn targets(&self) -> Vec<String> {
        let mut targets: Vec<String> =
            self.items.iter().map(|item| self.jobs[item.job].target.clone()).collect();
        targets.sort_unstable();
        targets.dedup();
        targets
    }
}

/// Whether this kind of work is asked for.
fn is_named(args: &Args, name: &str) -> bool {
    args.only.is_empty() || args.only.iter().any(|only| only == name)
}

/// The segments of an article that need something, and the texts that only its page has.
type Found = (Vec<(Need, Item)>, Vec<Beside>);

fn looked_through(reading: &Reading<'_>) -> Result<Found> {
    let found = reading.with_page(Paths::Shown, |subject| {
        let items = subject.bitext.map(items);
        (items, beside(subject))
    })?;
    Ok((found.0.unwrap_or_else(|| reading.with_bitext(items)), found.1))
}

fn items(bitext: &Bitext<'_>) -> Vec<(Need, Item)> {
    let needed = bitext.units.iter().filter_map(|unit| Some((Need::of(unit)?, unit)));
    let item = |unit: &Unit<'_>| Item {
        job: 0,
        segment: unit.segments.start,
        source: unit.source.to_string(),
    };
    needed.map(|(need, unit)| (need, item(unit))).collect()
}

/// Prints the list, and what to do with it.
pub fn print(cx: &Context<'_>, workspace: &Workspace, work: &Work) -> Result<Outcome> {
    let screen = cx.screen();
    let recall = Recall::none(workspace);
    let mut text = String::new();
    for card in Desk::new(workspace, &work.jobs).cards(&work.items, &recall)? {
        text.push_str(&list(&card, &screen));
        text.push('\n');
    }
    for one in &work.beside {
        text.push_str(&beside::text(one, &screen));
        text.push('\n');
    }
    if !work.items.is_empty() {
        let (count, left) = (work.items.len(), work.total.words(&screen));
        let summary = message!("command-translate-summary", count = count, left = left);
        text.push_str(&format!("{}\n", cx.l10n.text(&summary)));
    }
    cx.print_styled(&text)?;
    if !work.items.is_empty() {
        cx.tell(&message!("command-translate-next"));
    }
    tell_beside(cx, work);
    Ok(Outcome::Clean)
}

/// Says what can be done about texts that only the pages have.
pub fn tell_beside(cx: &Context<'_>, work: &Work) {
    if !work.beside.is_empty() {
        cx.tell(&message!("command-translate-beside", count = work.beside.len()));
    }
}

//! The work list: which segments need a translator, the most urgent first.

use super::Args;
use crate::commands::context::{Context, Outcome};
use crate::commands::reading::{self, Job, Reading};
use crate::commands::talk::{Desk, Item, Recall};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Unit;
use crate::report::translate::{Total, list};
use crate::tracking::Need;
use crate::workspace::Workspace;

/// The articles looked through and the segments found in them.
pub struct Work {
    pub jobs: Vec<Job>,
    pub items: Vec<Item>,
    /// What all of them need, those beyond the limit included.
    pub total: Total,
}

impl Work {
    /// Looks through the articles named; the error is about those that can't be read.
    pub fn find(
        args: &Args,
        cx: &Context<'_>,
        workspace: &Workspace,
        targets: &[String],
    ) -> Result<(Self, Option<Error>)> {
        let jobs = reading::jobs(workspace, &args.articles, targets)?;
        let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
        let found =
            reading::each((workspace, &jobs), &bar, || (), |(), reading| Ok(items(&reading)));
        drop(bar);
        let found = (0..).zip(found).map(|(job, items)| Ok((job, items?)));
        let (found, failure) = cx.some(found.collect())?;
        let is_wanted =
            |need: Need| args.only.is_empty() || args.only.iter().any(|name| name == need.name());
        let mut wanted: Vec<(Need, Item)> = found
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
        Ok((Self { jobs, items, total }, failure))
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

fn items(reading: &Reading<'_>) -> Vec<(Need, Item)> {
    reading.with_bitext(|bitext| {
        let needed = bitext.units.iter().filter_map(|unit| Some((Need::of(unit)?, unit)));
        let item = |unit: &Unit<'_>| Item {
            job: 0,
            segment: unit.segments.start,
            source: unit.source.to_string(),
        };
        needed.map(|(need, unit)| (need, item(unit))).collect()
    })
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
    let (count, left) = (work.items.len(), work.total.words(&screen));
    let summary = message!("command-translate-summary", count = count, left = left);
    text.push_str(&format!("{}\n", cx.l10n.text(&summary)));
    cx.print_styled(&text)?;
    cx.tell(&message!("command-translate-next"));
    Ok(Outcome::Clean)
}

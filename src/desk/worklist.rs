//! The work list: which segments need a translator, the most urgent first.

use super::beside::SurplusText;
use super::cards::Item;
use super::needed::{ArticleNeeds, item};
use super::reading::{JobReading, unit};
use super::renewal::{Keeping, each_changed};
use crate::error::{Error, Result};
use crate::tracking::Need;
use crate::workspace::{Batch, Inquiry, Job, Workspace};

/// How many segments need what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub stale: usize,
    pub missing: usize,
    pub draft: usize,
    pub unsealed: usize,
    /// Done, but for an editor who has to read it.
    pub unread: usize,
}

impl Total {
    /// Counts the needs.
    pub fn of(needs: impl IntoIterator<Item = Need>) -> Self {
        let mut total = Self::default();
        for need in needs {
            match need {
                Need::Stale(_) => total.stale += 1,
                Need::Missing => total.missing += 1,
                Need::Draft => total.draft += 1,
                Need::Unsealed => total.unsealed += 1,
            }
        }
        total
    }
}

/// Which work is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Names of needs and of texts beside the source; with none, all.
    pub only: &'a [String],
    /// How many segments at most; with nothing, all.
    pub limit: Option<usize>,
    /// Whether all articles are looked through.
    pub is_whole: bool,
}

impl Wanted<'_> {
    /// Whether this kind of work is asked for.
    fn has(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == name)
    }
}

/// The articles looked through and the segments found in them.
pub struct Work {
    pub jobs: Vec<Job>,
    pub items: Vec<Item>,
    /// What all of them need, those beyond the limit included.
    pub total: Total,
    /// Texts on the pages that have no source.
    pub beside: Vec<SurplusText>,
    /// What is wrong with articles that can't be read.
    pub failures: Vec<Error>,
}

impl Work {
    /// Looks through the articles; `step` is told after each.
    pub fn find(
        workspace: &Workspace,
        jobs: Vec<Job>,
        wanted: Wanted<'_>,
        step: &(dyn Fn() + Sync),
    ) -> Self {
        let inquiry = Inquiry { name: "translate", scope: &[], is_whole: wanted.is_whole };
        let results = workspace.recall(&jobs, inquiry);
        let keeping = Keeping {
            results: results.as_ref(),
            pack: ArticleNeeds::pack,
            unpack: ArticleNeeds::unpack,
            is_apart: &|_| false,
            step,
        };
        let batch = Batch { workspace, jobs: &jobs };
        let work = |(): &mut (), reading: JobReading<'_>| ArticleNeeds::of(&reading);
        let found = each_changed(batch, &keeping, || (), work);
        if let Some(results) = results {
            results.keep();
        }
        let (mut items, mut beside, mut failures) = (Vec::new(), Vec::new(), Vec::new());
        for (job, found) in found.into_iter().enumerate() {
            match found {
                Ok(found) => {
                    items.extend(found.items.into_iter().map(|item| item.of(job)));
                    beside.extend(found.beside);
                }
                Err(failure) => failures.push(failure),
            }
        }
        beside.retain(|one| wanted.has(one.kind.name()));
        items.retain(|item| wanted.has(item.need.name()));
        // A stable sort: within one need the order is that of the articles.
        items.sort_by_key(|item| item.need);
        let total = Total::of(items.iter().map(|item| item.need));
        let limit = wanted.limit.unwrap_or(usize::MAX);
        let items = items.into_iter().map(|needed| needed.item).take(limit).collect();
        Self { jobs, items, total, beside, failures }
    }

    /// The segments of an article with these numbers, whatever they need.
    pub fn named(workspace: &Workspace, job: Job, numbers: &[usize]) -> Result<Self> {
        let reading = JobReading::new(workspace, &job)?;
        let (mut items, mut needs) = (Vec::new(), Vec::new());
        reading.with_bitext(|bitext| {
            for number in numbers {
                let unit = unit(bitext, *number)?;
                items.push(Item { is_named: true, ..item(unit) });
                needs.extend(Need::of(unit));
            }
            Ok::<(), Error>(())
        })?;
        drop(reading);
        // A pair may span several of them.
        items.dedup_by_key(|item| item.segment);
        let (total, beside, failures) = (Total::of(needs), Vec::new(), Vec::new());
        Ok(Self { jobs: vec![job], items, total, beside, failures })
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

//! `tolmach export` in the formats that come back: a file an article, for another program.

use std::collections::HashSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::context::{self, Context, Exit, none_to_export};
use crate::desk::{Memories, OutgoingWork, reading, with_parcel};
use crate::error::{Error, Result};
use crate::formats::exchange::{ExchangeFormat, Ripeness};
use crate::l10n::message;
use crate::workspace::{Batch, Job, Sheet, Shelf};

/// What is to be handed over, and how.
pub struct Handover<'a> {
    pub format: &'static ExchangeFormat,
    pub articles: &'a [String],
    pub out: Option<&'a PathBuf>,
    /// The units as ripe as this; all without any.
    pub only: Vec<Ripeness>,
    pub is_forced: bool,
    pub is_indexed: bool,
}

/// Writes one article to standard output, or all into a folder.
pub fn run(handover: &Handover<'_>, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?.with_index(handover.is_indexed));
    let memories = Memories::of_workspace(&workspace);
    let memories = handover.format.carries_matches.then_some(&memories);
    let sender = Sender { handover, memories };
    let targets = cx.targets(&workspace)?;
    let jobs = workspace.jobs(handover.articles, &targets)?;
    match (handover.out, jobs.as_slice()) {
        (_, []) => Err(none_to_export(&workspace, &targets)?),
        (Some(folder), jobs) => sender.write_all(cx, Batch { workspace: &workspace, jobs }, folder),
        (None, [job]) => {
            let reading = reading::JobReading::new(&workspace, job)?;
            context::print(sender.bytes(&reading)?)?;
            Ok(Exit::Clean)
        }
        (None, jobs) => Err(Error::new(message!("error-export-many", count = jobs.len()))
            .hint(message!("hint-export-many"))),
    }
}

/// A handover under way.
struct Sender<'a> {
    handover: &'a Handover<'a>,
    /// Where earlier translations are sought, if the format carries them.
    memories: Option<&'a Memories>,
}

impl Sender<'_> {
    fn write_all(&self, cx: &Context<'_>, batch: Batch<'_>, folder: &Path) -> Result<Exit> {
        let Batch { workspace, jobs } = batch;
        let names: Vec<String> = jobs.iter().map(|job| self.name(job)).collect();
        let pages = workspace.shelf(folder, &names)?;
        let progress = cx.progress(jobs.len(), &message!("command-progress-writing"));
        let step = || progress.step();
        let written = reading::each(
            Batch { workspace, jobs },
            &step,
            || (),
            |(), reading| {
                let name = format!(
                    "{}/{}.{}",
                    reading.article.id, reading.target, self.handover.format.extension
                );
                self.stage(&reading, &pages, &name)
            },
        );
        drop(progress);
        let (written, failure) = cx.some(written)?;
        let kept: Vec<String> = written.iter().map(|(name, _)| name.clone()).collect();
        let sheets: Vec<Sheet> = written.into_iter().filter_map(|(_, sheet)| sheet).collect();
        let (count, changed) = (kept.len(), sheets.len());
        Shelf::publish(sheets)?;
        let leftovers = self.leftovers(batch, &pages, &kept)?;
        pages.close(&names, &leftovers)?;
        cx.tell(&message!(
            "command-export-files",
            count = count,
            changed = changed,
            folder = folder.display().to_string()
        ));
        cx.tell(&message!("command-export-back"));
        failure.map_or(Ok(Exit::Clean), Err)
    }

    /// The article's file beside the one that stands there; what no export wrote is refused.
    fn stage(
        &self,
        reading: &reading::JobReading<'_>,
        pages: &Shelf,
        name: &str,
    ) -> Result<(String, Option<Sheet>)> {
        let bytes = self.bytes(reading)?;
        let sheet = if self.handover.is_forced {
            pages.stage(name, &bytes)?
        } else {
            pages.stage_over_own(name, &bytes)?
        };
        Ok((name.to_owned(), sheet))
    }

    fn bytes(&self, reading: &reading::JobReading<'_>) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let work = OutgoingWork { only: &self.handover.only, memories: self.memories };
        with_parcel(reading, work, |parcel| {
            (self.handover.format.write)(parcel, &mut bytes).and_then(|()| bytes.flush())
        })?
        .expect("memory takes whatever is written");
        Ok(bytes)
    }

    fn name(&self, job: &Job) -> String {
        format!("{}/{}.{}", job.article.id, job.target, self.handover.format.extension)
    }

    /// Removes what an earlier export wrote of articles that are gone; only where all were asked for.
    fn leftovers(
        &self,
        Batch { workspace, jobs }: Batch<'_>,
        pages: &Shelf,
        kept: &[String],
    ) -> Result<Vec<String>> {
        if !self.handover.articles.is_empty() {
            return Ok(Vec::new());
        }
        let kept: HashSet<&str> = kept.iter().map(String::as_str).collect();
        let targets: HashSet<&str> = jobs.iter().map(|job| job.target.as_str()).collect();
        let is_gone = |page: &str| {
            let file = page.rsplit_once('/').and_then(|(_, file)| file.rsplit_once('.'));
            let is_ours = file.is_some_and(|(target, end)| {
                targets.contains(target) && end == self.handover.format.extension
            });
            is_ours && !kept.contains(page)
        };
        Ok(workspace.clear(pages, is_gone)?.removed)
    }
}

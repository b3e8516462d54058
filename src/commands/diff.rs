//! `tolmach diff`: what changed in the sources since they were translated.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Exit};
use crate::checks::Subject;
use crate::desk::beside;
use crate::desk::reading::{self, Paths};
use crate::error::Result;
use crate::l10n::message;
use crate::model::{Danger, SurplusKind};
use crate::report::diff::{self, DiffEntry, Differences, FORMATS};
use crate::workspace::{Batch, Selection};

/// Arguments of `tolmach diff`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long)]
    cosmetic: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Prints each stale segment with its change and the translation held.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let Selection { jobs, .. } = cx.jobs(&workspace, &args.articles, &targets)?;
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let paths = Paths::of(&args.format);
    let entries = reading::each(
        Batch { workspace: &workspace, jobs: &jobs },
        &|| bar.step(),
        || (),
        |(), reading| reading.with_page(paths, of_article),
    );
    drop(bar);
    let (entries, failure) = cx.some(entries)?;
    let mut changes = Differences::default();
    for found in entries {
        changes.entries.extend(found.entries);
        changes.withdrawn.extend(found.withdrawn);
        changes.articles += found.articles;
        changes.untranslated += found.untranslated;
    }
    let (entries, left_out): (Vec<DiffEntry>, Vec<DiffEntry>) =
        changes.entries.into_iter().partition(|entry| args.cosmetic || is_grave(entry));
    changes.entries = entries;
    cx.report(FORMATS, &args.format, &changes)?;
    if let Some(failure) = failure {
        return Err(failure);
    }
    if args.format != "text" {
        return Ok(Exit::Clean);
    }
    if !left_out.is_empty() {
        cx.tell(&message!("command-diff-left-out", count = left_out.len()));
    }
    if changes.entries.iter().any(is_grave) {
        cx.tell(&message!("command-diff-next"));
    } else if !changes.entries.is_empty() {
        cx.tell(&message!("command-diff-next-cosmetic"));
    }
    if !changes.withdrawn.is_empty() {
        cx.tell(&message!("command-diff-next-withdrawn"));
    }
    Ok(Exit::Clean)
}

fn is_grave(entry: &DiffEntry) -> bool {
    entry.change.danger > Danger::Cosmetic
}

/// What changed in one article.
fn of_article(subject: &Subject<'_>) -> Differences {
    let mut withdrawn = beside(subject);
    withdrawn.retain(|one| one.kind == SurplusKind::Withdrawn);
    Differences {
        entries: diff::entries(subject),
        withdrawn,
        articles: 1,
        untranslated: usize::from(subject.bitext.is_none()),
    }
}

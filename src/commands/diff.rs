//! `tolmach diff`: what changed in the sources since they were translated.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use super::reading::{self, Paths};
use crate::error::Result;
use crate::l10n::message;
use crate::model::Danger;
use crate::report::diff::{self, Entry, FORMATS};

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
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, &args.articles, &targets)?;
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let paths = Paths::of(&args.format);
    let entries = reading::each(
        (&workspace, &jobs),
        &bar,
        || (),
        |(), reading| Ok(reading.with_subject(paths, diff::entries)),
    );
    drop(bar);
    let (entries, failure) = cx.some(entries)?;
    let is_grave = |entry: &Entry| entry.change.danger > Danger::Cosmetic;
    let (mut entries, left_out): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().flatten().partition(|entry| args.cosmetic || is_grave(entry));
    cx.report(FORMATS, &args.format, entries.as_slice())?;
    if let Some(failure) = failure {
        return Err(failure);
    }
    if args.format != "text" {
        return Ok(Outcome::Clean);
    }
    if !left_out.is_empty() {
        cx.tell(&message!("command-diff-left-out", count = left_out.len()));
    }
    let has_any = !entries.is_empty();
    entries.retain(is_grave);
    if !entries.is_empty() {
        cx.tell(&message!("command-diff-next"));
    } else if has_any {
        cx.tell(&message!("command-diff-next-cosmetic"));
    }
    Ok(Outcome::Clean)
}

//! `tolmach status`: what is translated, stale and missing.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use super::reading::{self, Reading};
use crate::error::Result;
use crate::l10n::message;
use crate::report::status::{self, Row};

/// Arguments of `tolmach status`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(["text", "json", "markdown", "csv"]))]
    format: String,
}

/// Counts the segments of the articles and prints a row for each.
pub fn run(args: &Args, cx: &mut Context<'_>) -> Result<Outcome> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, &args.articles, &targets)?;
    let progress = cx.progress(jobs.len(), &message!("progress-reading"));
    let rows = reading::each(&workspace, &jobs, &progress, |reading| Ok(row(reading)));
    drop(progress);
    let rows = cx.all(rows)?;
    let text = match args.format.as_str() {
        "json" => status::json(&workspace.config.source, &rows),
        "markdown" => status::markdown(&rows, cx.l10n),
        "csv" => status::csv(&rows),
        _ => status::text(&rows, cx.width(), cx.l10n),
    };
    cx.print(&text)?;
    Ok(Outcome::Clean)
}

fn row(reading: &Reading<'_>) -> Row {
    todo!()
}

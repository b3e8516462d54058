//! `tolmach status`: what is translated, stale and missing.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Exit, nothing};
use super::moved;
use crate::adoption::Waiting;
use crate::checks::UNREVIEWED;
use crate::desk::reading::{self, JobReading};
use crate::desk::renewal::{self, Keeping};
use crate::error::Result;
use crate::l10n::message;
use crate::model::{Catalog, PageState};
use crate::report::Counts;
use crate::report::origins::{self, OriginRow, Origins};
use crate::report::status::{self, FORMATS, StatusRow, StatusTable};
use crate::workspace::{Batch, Census, Inquiry, Results, Selection, Workspace};

/// Arguments of `tolmach status`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long)]
    origins: bool,
    #[arg(long)]
    no_index: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Counts the segments of the articles and prints a row for each.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?.with_index(!args.no_index);
    let targets = cx.targets(&workspace)?;
    let Selection { jobs, census } = workspace.selection(&args.articles, &targets)?;
    if args.origins {
        return tell_origins(args, cx, Batch { workspace: &workspace, jobs: &jobs });
    }
    let batch = Batch { workspace: &workspace, jobs: &jobs };
    let is_whole = args.articles.is_empty() && targets == workspace.config.targets;
    let results = workspace.recall(&jobs, Inquiry { name: "status", scope: &[], is_whole });
    let waiting = Waiting::among(&jobs, |at| results.as_ref()?.has_catalog(at));
    let rows = rows(cx, batch, results.as_ref());
    let rest = Rest { workspace: &workspace, waiting, census };
    // Nobody waits for the index to be written; the command ends when both are done.
    std::thread::scope(|scope| {
        if let Some(results) = results {
            scope.spawn(|| results.keep());
        }
        tell(args, cx, rows, &rest)
    })
}

/// Prints the rows, and the next step below them.
fn tell(
    args: &Args,
    cx: &Context<'_>,
    rows: Vec<Result<StatusRow>>,
    rest: &Rest<'_>,
) -> Result<Exit> {
    let workspace = rest.workspace;
    let (rows, failure) = cx.some(rows)?;
    let source = workspace.config.source.clone();
    let mut lone_documents = Vec::new();
    if args.articles.is_empty() {
        let seen = rows.iter().filter(|row| row.published != PageState::Absent).count();
        if rest.census.may_have_lone(seen) {
            let lone = workspace.lone_documents(&cx.targets(workspace)?)?;
            lone_documents = lone.iter().map(|lone| workspace.relative(&lone.path)).collect();
        }
    }
    let progress = StatusTable { source, rows, lone_documents };
    cx.report(FORMATS, &args.format, &progress)?;
    if let Some(failure) = failure {
        return Err(failure);
    }
    if args.format == "text" {
        tell_next(&progress, rest, cx);
    }
    Ok(Exit::Clean)
}

/// Who or what wrote the translations of each article.
fn tell_origins(
    args: &Args,
    cx: &Context<'_>,
    Batch { workspace, jobs }: Batch<'_>,
) -> Result<Exit> {
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let look = |(): &mut (), reading: JobReading<'_>| {
        let (article, target) = (reading.article.id.as_str(), reading.target);
        let Some(catalog) = reading.catalog.as_ref() else {
            return Ok(OriginRow::of(article, target, None));
        };
        Ok(reading.with_outline(catalog, |bitext| OriginRow::of(article, target, Some(bitext))))
    };
    let rows = reading::each(Batch { workspace, jobs }, &|| bar.step(), || (), look);
    drop(bar);
    let (rows, failure) = cx.some(rows)?;
    cx.report(origins::FORMATS, &args.format, &Origins { rows })?;
    failure.map_or(Ok(Exit::Clean), Err)
}

/// The row of each job, from those that were kept where nothing changed.
fn rows(
    cx: &Context<'_>,
    batch: Batch<'_>,
    results: Option<&Results<'_>>,
) -> Vec<Result<StatusRow>> {
    let bar = cx.progress(batch.jobs.len(), &message!("command-progress-reading"));
    let keeping = Keeping {
        results,
        pack: status::pack,
        unpack: status::unpack,
        is_apart: &|_| false,
        step: &|| bar.step(),
    };
    renewal::each_changed(batch, &keeping, || (), |(), reading| row(&reading))
}

/// What a next step may be about beside the rows.
struct Rest<'a> {
    workspace: &'a Workspace,
    waiting: Waiting<'a>,
    census: Census,
}

fn tell_next(progress: &StatusTable, rest: &Rest<'_>, cx: &Context<'_>) {
    let workspace = rest.workspace;
    if !progress.rows.is_empty() {
        if !moved::tell(cx, workspace, &rest.waiting, rest.census) {
            cx.tell(&status::next(progress));
        }
        return;
    }
    if let Ok(message) = nothing(workspace, &workspace.config.targets) {
        cx.tell(&message);
    }
}

/// Whether the workspace wants each translation read by an editor.
fn wants_review(workspace: &Workspace) -> bool {
    workspace.config.checks.get(UNREVIEWED.id).is_some_and(Option::is_some)
}

fn row(reading: &JobReading<'_>) -> Result<StatusRow> {
    let none = Catalog::default();
    let catalog = reading.catalog.as_ref().unwrap_or(&none);
    let (counts, published) = reading.with_outline(catalog, |bitext| {
        let published = reading.published(bitext)?;
        let counts = match reading.catalog {
            Some(_) => Counts::of(bitext).beside(&published),
            None => Counts::untranslated(&reading.document),
        };
        Ok((counts, published))
    })?;
    Ok(StatusRow {
        article: reading.article.id.clone(),
        target: reading.target.to_owned(),
        source_path: reading.workspace.relative(&reading.article.source),
        catalog_path: reading.workspace.relative(&reading.article.catalog_path(reading.target)),
        counts,
        published: published.state,
        unread: if wants_review(reading.workspace) { counts.unreviewed } else { 0 },
        is_due: published.is_due,
    })
}

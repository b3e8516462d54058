//! `tolmach translate`: the work list, one segment after another.
//!
//! On a terminal it is a conversation; elsewhere the list is printed, and worksheets do the work.
//! Segments that are named by their numbers are shown whatever they need, so that a finished
//! translation can be corrected.

mod named;
mod work;
mod worksheet;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;

use super::context::{Context, Exit};
use super::moved;
use super::talk::{Talk, talk};
use super::terminal::Terminal;
use crate::adoption::Waiting;
use crate::desk::{Part, Wanted, Work};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::{Census, Selection, Workspace};

/// What `--only` takes.
const KINDS: [&str; 6] = ["missing", "stale", "draft", "unsealed", "withdrawn", "extra"];

/// Arguments of `tolmach translate`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "kind")]
    #[arg(value_parser = PossibleValuesParser::new(KINDS))]
    only: Vec<String>,
    #[arg(long, value_name = "number")]
    limit: Option<NonZeroUsize>,
    #[arg(long)]
    list: bool,
    #[arg(long, conflicts_with_all = ["list", "worksheet", "apply"])]
    editor: bool,
    #[arg(long, value_name = "text", requires = "articles")]
    #[arg(conflicts_with_all = ["list", "editor", "worksheet", "apply", "only", "limit"])]
    edit: Option<String>,
    #[arg(long, value_name = "file", conflicts_with_all = ["list", "apply"])]
    worksheet: Option<PathBuf>,
    #[arg(long, value_name = "file", conflicts_with_all = ["list", "articles", "only", "limit"])]
    apply: Option<PathBuf>,
    #[arg(long)]
    no_index: bool,
}

/// Lists the work, talks about it on a terminal, or puts it into a worksheet and takes it back.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?.with_index(!args.no_index));
    if let Some(path) = &args.apply {
        return worksheet::apply_file(path, cx, &workspace);
    }
    workspace.terms()?;
    let targets = cx.targets(&workspace)?;
    let named = named::Picked::of(&args.articles, &workspace)?;
    if named.is_given() || args.edit.is_some() {
        return by_number(args, cx, &workspace, &named);
    }
    let FoundWork { work, census, failure } = find(args, cx, &workspace, &targets)?;
    let is_empty = work.items.is_empty() && work.beside.is_empty();
    let outcome = match failure.as_ref().filter(|_| is_empty) {
        Some(_) => Exit::Clean,
        None => {
            if !work.items.is_empty() {
                let waiting = Waiting::among(&work.jobs, |_| None);
                moved::tell(cx, &workspace, &waiting, census);
            }
            act(args, cx, &workspace, work)?
        }
    };
    failure.map_or(Ok(outcome), Err)
}

/// Corrects the segments named by their numbers.
fn by_number(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Arc<Workspace>,
    named: &named::Picked,
) -> Result<Exit> {
    let targets = cx.targets(workspace)?;
    let Selection { jobs, .. } = cx.jobs(workspace, &named.articles, &targets)?;
    if let Some(text) = &args.edit {
        return named::edit(cx, workspace, named.only(&jobs)?, text);
    }
    let job = named.only(&jobs)?.job.clone();
    let work = Work::named(workspace, job, &named.segments)?;
    act(args, cx, workspace, work)
}

/// The work asked for.
struct FoundWork {
    work: Work,
    census: Census,
    /// About articles that can't be read.
    failure: Option<Error>,
}

fn find(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Workspace,
    targets: &[String],
) -> Result<FoundWork> {
    let Selection { jobs, census } = cx.jobs(workspace, &args.articles, targets)?;
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let count = jobs.len();
    let is_whole = args.articles.is_empty() && *targets == workspace.config.targets;
    let wanted = Wanted { only: &args.only, limit: args.limit.map(NonZeroUsize::get), is_whole };
    let mut work = Work::find(workspace, jobs, wanted, &|| bar.step());
    drop(bar);
    let read = count - work.failures.len();
    let results: Vec<Result<()>> = work.failures.drain(..).map(Err).collect();
    let results = results.into_iter().chain((0..read).map(|_| Ok(())));
    let (_, failure) = cx.some(results.collect())?;
    Ok(FoundWork { work, census, failure })
}

/// Does with the work what the arguments say.
fn act(args: &Args, cx: &Context<'_>, workspace: &Arc<Workspace>, work: Work) -> Result<Exit> {
    if work.items.is_empty() && !work.beside.is_empty() {
        return work::print(cx, workspace, &work);
    }
    if work.jobs.is_empty() {
        return Ok(Exit::Clean);
    }
    if work.items.is_empty() {
        let none = match args.only.as_slice() {
            [] => message!("command-translate-nothing"),
            _ => message!("command-translate-nothing-such"),
        };
        cx.print_styled(&format!("{}\n", cx.l10n.text(&none)))?;
        return Ok(Exit::Clean);
    }
    let is_printed = args.worksheet.is_none() && !args.editor;
    if is_printed && (args.list || !Terminal::is_there()) {
        return work::print(cx, workspace, &work);
    }
    work::tell_beside(cx, &work);
    if let Some(path) = &args.worksheet {
        return worksheet::write(path, cx, workspace, &work);
    }
    if args.editor {
        return worksheet::edit(cx, workspace, &work);
    }
    let talked = Talk { jobs: &work.jobs, items: work.items, part: Part::Translator };
    talk(cx, workspace, talked)
}

//! `tolmach tidy`: catalogs in order, leftovers removed, moved articles followed.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _};

use super::context::{Context, Exit};
use super::moved::moved;
use crate::adoption::Moved;
use crate::desk::reading;
use crate::error::Result;
use crate::l10n::{Message, message};
use crate::model::{Catalog, Pair};
use crate::report::tidy::{self, Leftover, Move, TidyPlan};
use crate::tracking::{self, Orphans};
use crate::workspace::{Article, Batch, Job, Workspace, document_along};

/// Arguments of `tolmach tidy`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, short)]
    yes: bool,
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
}

/// Shows what is to be done, and does what the person agrees to.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = workspace.jobs(&args.articles, &targets)?;
    let moves =
        if args.articles.is_empty() { moved(cx, &workspace, &targets)? } else { Vec::new() };
    let plan = plan(cx, &workspace, &jobs, &moves)?;
    cx.write(|screen, out| tidy::text(&plan, screen, out))?;
    if plan.is_empty() {
        cx.tell(&message!("command-tidy-clean"));
        return Ok(Exit::Clean);
    }
    let mut done = 0;
    let sure =
        moves.iter().filter_map(|found| Some((&found.from, found.to.as_ref()?, &found.target)));
    let sure: Vec<_> = sure.collect();
    if agrees(args, cx, sure.len(), &message!("command-tidy-ask-move", count = sure.len()))? {
        for (from, to, target) in &sure {
            workspace.move_catalog(from, to, target)?;
        }
        done += sure.len();
    }
    let leftovers = plan.leftovers.len();
    let question = message!("command-tidy-ask-remove", count = leftovers);
    let removes = agrees(args, cx, leftovers, &question)?;
    let agreed: &[Leftover] = if removes { &plan.leftovers } else { &[] };
    let question = message!("command-tidy-ask-sort", count = plan.unsorted.len());
    let sorts = agrees(args, cx, plan.unsorted.len(), &question)?;
    if removes || sorts {
        done += workspace.together(|| order(&workspace, &jobs, agreed))?;
    }
    if done > 0 {
        cx.tell(&message!("command-tidy-done", count = done));
    } else if !args.yes {
        cx.tell(&message!("command-tidy-next"));
    }
    Ok(Exit::Clean)
}

fn plan(
    cx: &Context<'_>,
    workspace: &Workspace,
    jobs: &[Job],
    moves: &[Moved],
) -> Result<TidyPlan> {
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let found = reading::each(
        Batch { workspace, jobs },
        &|| bar.step(),
        || (),
        |(), reading| {
            let path = workspace.shown(&reading.article.catalog_path(reading.target));
            Ok(reading.with_bitext(|bitext| {
                let leftovers: Vec<Leftover> = bitext
                    .orphans
                    .iter()
                    .filter_map(|index| bitext.catalog.pairs.get(*index))
                    // What a person keeps on the page without a source is decided.
                    .filter(|pair| !tracking::is_kept_on_page(pair))
                    .map(|pair| Leftover { path: path.clone(), pair: pair.clone() })
                    .collect();
                let is_sorted = tracking::tidy(bitext, Orphans::Keep) == *bitext.catalog;
                (leftovers, (!is_sorted).then_some(path.clone()))
            }))
        },
    );
    drop(bar);
    let mut plan = TidyPlan::default();
    for (leftovers, unsorted) in cx.all(found)? {
        plan.leftovers.extend(leftovers);
        plan.unsorted.extend(unsorted);
    }
    plan.moves = moves
        .iter()
        .map(|found| {
            let target = &found.target;
            let along = found.to.as_ref().and_then(|to| {
                let (old, new) = document_along(&found.from, to, target)?;
                Some((workspace.shown(&old), workspace.shown(&new)))
            });
            Move {
                from: shown(&found.from, target, workspace),
                to: found.to.as_ref().map(|to| shown(to, target, workspace)),
                along,
                percent: found.percent,
            }
        })
        .collect();
    Ok(plan)
}

fn shown(article: &Article, target: &str, workspace: &Workspace) -> String {
    workspace.shown(&article.catalog_path(target))
}

/// Puts the catalogs in order, each read anew under the lock; gives how many were written.
fn order(workspace: &Workspace, jobs: &[Job], agreed: &[Leftover]) -> Result<usize> {
    let mut by_path: BTreeMap<&str, Vec<Pair>> = BTreeMap::new();
    for leftover in agreed {
        by_path.entry(&leftover.path).or_default().push(leftover.pair.clone());
    }
    let mut written = 0;
    for job in jobs {
        let document = workspace.document(&job.article)?;
        let language = workspace.config.source_subtag();
        let path = job.article.catalog_path(&job.target);
        // What became an orphan since the person was asked stays.
        let agreed = by_path.get(&*workspace.shown(&path)).map(Vec::as_slice);
        let orphans = agreed.map_or(Orphans::Keep, Orphans::Remove);
        written += workspace.update_catalog(&path, |catalog: &mut Catalog| {
            let tidied = tracking::tidy(&tracking::bitext(&document, catalog, language), orphans);
            let is_new = tidied != *catalog;
            *catalog = tidied;
            Ok(usize::from(is_new))
        })?;
    }
    Ok(written)
}

/// Whether the person wants it: by `--yes`, or by answering.
fn agrees(args: &Args, cx: &Context<'_>, count: usize, question: &Message) -> Result<bool> {
    if count == 0 || args.dry_run {
        return Ok(false);
    }
    if args.yes || !io::stdin().is_terminal() {
        return Ok(args.yes);
    }
    Ok(cx.is_yes(&cx.answer(question)?))
}

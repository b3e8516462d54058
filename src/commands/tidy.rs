//! `tolmach tidy`: catalogs in order, leftovers removed, moved articles followed.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, IsTerminal as _};

use super::context::{Context, Outcome};
use super::reading::{self, Job};
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Catalog, Document, Pair};
use crate::report::tidy::{self, Leftover, Move, Plan};
use crate::tracking::{self, Home, Homes, Orphans};
use crate::workspace::{Article, Workspace, document_along};

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

/// From here on a document is taken for the one that a catalog was made for.
const LIKELY: usize = 40;
/// How far the second best must be behind.
const LEAD: usize = 20;

/// Shows what is to be done, and does what the person agrees to.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, &args.articles, &targets)?;
    let moves = if args.articles.is_empty() {
        moves(cx, &workspace, (&jobs, &targets))?
    } else {
        Vec::new()
    };
    let plan = plan(cx, &workspace, &jobs, &moves)?;
    cx.write(|screen, out| tidy::text(&plan, screen, out))?;
    if plan.is_empty() {
        cx.tell(&message!("command-tidy-clean"));
        return Ok(Outcome::Clean);
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
        done += order(&workspace, &jobs, agreed)?;
    }
    if done > 0 {
        cx.tell(&message!("command-tidy-done", count = done));
    } else if !args.yes {
        cx.tell(&message!("command-tidy-next"));
    }
    Ok(Outcome::Clean)
}

/// A catalog without a source, and the article that it goes to, if that is sure.
struct Found {
    from: Article,
    target: String,
    to: Option<Article>,
    percent: usize,
}

fn moves(
    cx: &Context<'_>,
    workspace: &Workspace,
    (jobs, targets): (&[Job], &[String]),
) -> Result<Vec<Found>> {
    let homeless = workspace.homeless(targets)?;
    if homeless.is_empty() {
        return Ok(Vec::new());
    }
    let free: Vec<&Job> =
        jobs.iter().filter(|job| !job.article.catalog_path(&job.target).exists()).collect();
    let bar = cx.progress(free.len(), &message!("command-progress-reading"));
    let documents = free.iter().map(|job| {
        let document = workspace.document(&job.article);
        bar.step();
        document
    });
    let documents: Vec<Document> = cx.all(documents.collect())?;
    drop(bar);
    let homes = Homes::new(&documents);
    let mut found = Vec::new();
    for (from, target) in homeless {
        let catalog = workspace.catalog(&from, &target)?.unwrap_or_default();
        let fitting = homes.of(&catalog).into_iter();
        let fitting: Vec<Home> =
            fitting.filter(|home| free[home.document].target == target).collect();
        let second = fitting.get(1).map_or(0, |home| home.percent);
        let best = fitting.first().filter(|home| home.percent >= LIKELY);
        let sure = best.filter(|home| home.percent >= second + LEAD);
        let to = sure.map(|home| free[home.document].article.clone());
        let percent = best.map_or(0, |home| home.percent);
        found.push(Found { from, target, to, percent });
    }
    // Two catalogs can't go to one place.
    for index in 0..found.len() {
        let place = |found: &Found| found.to.as_ref().map(|to| to.catalog_path(&found.target));
        let taken = place(&found[index]);
        if taken.is_some() && found[..index].iter().any(|earlier| place(earlier) == taken) {
            found[index].to = None;
        }
    }
    Ok(found)
}

fn plan(cx: &Context<'_>, workspace: &Workspace, jobs: &[Job], moves: &[Found]) -> Result<Plan> {
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let found = reading::each(
        (workspace, jobs),
        &bar,
        || (),
        |(), reading| {
            let path = workspace.shown(&reading.article.catalog_path(reading.target));
            Ok(reading.with_bitext(|bitext| {
                let leftovers: Vec<Leftover> = bitext
                    .orphans
                    .iter()
                    .filter_map(|index| bitext.catalog.pairs.get(*index))
                    .map(|pair| Leftover { path: path.clone(), pair: pair.clone() })
                    .collect();
                let is_sorted = tracking::tidy(bitext, Orphans::Keep) == *bitext.catalog;
                (leftovers, (!is_sorted).then_some(path.clone()))
            }))
        },
    );
    drop(bar);
    let mut plan = Plan::default();
    for (leftovers, unsorted) in cx.all(found)? {
        plan.leftovers.extend(leftovers);
        plan.unsorted.extend(unsorted);
    }
    let shown = |article: &Article, target: &str| workspace.shown(&article.catalog_path(target));
    plan.moves = moves
        .iter()
        .map(|found| {
            let target = &found.target;
            let along = found.to.as_ref().and_then(|to| {
                let (old, new) = document_along(&found.from, to, target)?;
                Some((workspace.shown(&old), workspace.shown(&new)))
            });
            Move {
                from: shown(&found.from, target),
                to: found.to.as_ref().map(|to| shown(to, target)),
                along,
                percent: found.percent,
            }
        })
        .collect();
    Ok(plan)
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
    cx.ask(question);
    let mut line = String::new();
    io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|cause| Error::new(message!("error-input")).refused_by(&cause))?;
    let answer = line.trim().to_lowercase();
    let accepted = cx.l10n.text(&message!("command-tidy-yes"));
    Ok(accepted.split_whitespace().any(|word| word == answer))
}

//! `tolmach leverage`: the words of the work by how much of them the memory has.

use std::io::{IsTerminal as _, stdout};
use std::sync::Arc;

use clap::builder::PossibleValuesParser;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustc_hash::FxHashSet;

use super::context::{Context, Exit};
use crate::desk::reading::{self, JobReading};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::memory::leverage::{Extent, Share};
use crate::memory::{Around, Entry, Query};
use crate::model::Unit;
use crate::report::leverage::{FORMATS, Leverage};
use crate::text::fold::fold;
use crate::tracking::Need;
use crate::workspace::{Batch, Earlier, Indexing, Recollection, Workspace};

/// Arguments of `tolmach leverage`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "kind")]
    #[arg(value_parser = PossibleValuesParser::new(["missing", "stale", "draft", "unsealed"]))]
    only: Vec<String>,
    #[arg(long)]
    no_index: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Divides the sentences among the shares of the grid and counts them.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    if args.format == "xlsx" && stdout().is_terminal() {
        return Err(Error::new(message!("error-leverage-terminal"))
            .hint(message!("hint-leverage-terminal")));
    }
    let workspace = Arc::new(cx.workspace()?);
    let indexing = if args.no_index { Indexing::Absent } else { Indexing::Kept };
    let mut leverage = Leverage { grid: workspace.config.leverage.clone(), rows: Vec::new() };
    for target in cx.targets(&workspace)? {
        let mut work = sentences(args, cx, &workspace, &target)?;
        let recollection = workspace.recollection(&target, indexing)?;
        // What can't be read would make the work look greater than it is.
        if let Some(fault) = cx.last_of(recollection.take_faults()) {
            return Err(fault);
        }
        let mut division = Division { workspace: &workspace, recollection: &recollection };
        division.divide(&mut work)?;
        for sentence in work {
            let row = leverage.row(&sentence.article, &target);
            row.add(sentence.share, Extent::of(&sentence.text));
        }
    }
    cx.report(FORMATS, &args.format, &leverage)?;
    Ok(Exit::Clean)
}

/// A sentence of the work.
struct WorkSentence {
    article: String,
    text: String,
    around: Around,
    share: Share,
}

/// All sentences of the articles in order, or those that need what was asked for.
fn sentences(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Workspace,
    target: &str,
) -> Result<Vec<WorkSentence>> {
    let jobs = workspace.jobs(&args.articles, &[target.to_owned()])?;
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let is_wanted = |unit: &Unit<'_>| {
        let need = Need::of(unit).map(Need::name);
        args.only.is_empty() || args.only.iter().any(|only| need == Some(only.as_str()))
    };
    let look = |(): &mut (), reading: JobReading<'_>| Ok(of_article(&reading, is_wanted));
    let found = reading::each(Batch { workspace, jobs: &jobs }, &|| bar.step(), || (), look);
    drop(bar);
    Ok(cx.all(found)?.into_iter().flatten().collect())
}

fn of_article(
    reading: &JobReading<'_>,
    is_wanted: impl Fn(&Unit<'_>) -> bool,
) -> Vec<WorkSentence> {
    reading.with_bitext(|bitext| {
        let sources: Vec<&str> = bitext.units.iter().map(|unit| &*unit.source).collect();
        let around = Around::of_all(&sources);
        let mut sentences = Vec::new();
        for (unit, around) in bitext.units.iter().zip(around) {
            if !is_wanted(unit) {
                continue;
            }
            let (article, text) = (reading.article.id.clone(), unit.source.to_string());
            // Other programs count values, too, which stand as they are and cost nobody anything.
            let share = if unit.is_bare() { Share::Around } else { Share::New };
            sentences.push(WorkSentence { article, text, around, share });
        }
        sentences
    })
}

/// What the work is divided by.
struct Division<'a> {
    workspace: &'a Workspace,
    recollection: &'a Recollection,
}

impl Division<'_> {
    fn divide(&mut self, work: &mut [WorkSentence]) -> Result<()> {
        let shares: Result<Vec<Option<Share>>> =
            work.par_iter().map(|sentence| self.of_memory(sentence)).collect();
        let shares = shares?;
        let texts: Vec<&str> = work.iter().map(|sentence| sentence.text.as_str()).collect();
        let earlier = Earlier::new(&texts)?;
        let mut seen: FxHashSet<String> = FxHashSet::default();
        let mut divided = Vec::with_capacity(work.len());
        let least = self.workspace.config.leverage.least();
        let internal: Result<Vec<bool>> = (0..work.len())
            .collect::<Vec<_>>()
            .par_iter()
            .map(|at| match shares[*at] {
                None => earlier.has_like(*at, texts[*at], least),
                Some(_) => Ok(false),
            })
            .collect();
        for ((sentence, share), is_internal) in work.iter().zip(shares).zip(internal?) {
            let is_repeated = !seen.insert(fold(&sentence.text).into_owned());
            divided.push(match share {
                Some(Share::Around) => Share::Around,
                _ if is_repeated => Share::Repetition,
                Some(share) => share,
                None if is_internal => Share::Internal,
                None => Share::New,
            });
        }
        for (sentence, share) in work.iter_mut().zip(divided) {
            sentence.share = share;
        }
        Ok(())
    }

    /// The share of the memory's best match; nothing where there is none.
    fn of_memory(&self, sentence: &WorkSentence) -> Result<Option<Share>> {
        if sentence.share == Share::Around {
            return Ok(Some(Share::Around));
        }
        let grid = &self.workspace.config.leverage;
        let query = Query {
            around: sentence.around,
            least: grid.least(),
            is_plain: true,
            is_translated: true,
            ..Query::new(&sentence.text, 1)
        };
        let best = self.recollection.matches(&query, &is_translated)?.into_iter().next();
        Ok(best.and_then(|best| grid.of_score(best.score)))
    }
}

fn is_translated(entry: &Entry) -> bool {
    !entry.target.is_empty()
}

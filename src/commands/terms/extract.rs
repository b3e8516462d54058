//! `tolmach terms extract`: terms that the translated texts propose.

use clap::builder::PossibleValuesParser;
use std::num::NonZeroUsize;

use crate::commands::context::{Context, Exit};
use crate::desk::reading::{self, JobReading};
use crate::error::Result;
use crate::l10n::message;
use crate::model::State;
use crate::report::terms::{PROPOSED, ProposedTerm, ProposedTerms};
use crate::terms::{Harvest, TermCandidate, TermLesson, Termbase, extract};
use crate::text::figures::Languages;
use crate::workspace::{Batch, Workspace};

/// Arguments of `tolmach terms extract`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "number", default_value = "3")]
    least: usize,
    #[arg(long, value_name = "number", default_value = "50")]
    limit: NonZeroUsize,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(PROPOSED.iter().map(|format| format.name)))]
    format: String,
}

/// Proposes terms; nothing is written.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let mut count = 0;
    for target in cx.targets(&workspace)? {
        let lessons = lessons(args, cx, &workspace, &target)?;
        let languages = Languages { source: &workspace.config.source, target: &target };
        let terms = workspace.terms()?.all().cloned().collect();
        let base = Termbase::new(terms, languages);
        let here = base.here("", &|_| true);
        let is_known = |text: &str| {
            here.seen(text).iter().any(|seen| seen.span.start == 0 && seen.span.end == text.len())
        };
        let harvest = Harvest { languages, least: args.least, is_known: &is_known };
        let mut found = extract(&lessons, &harvest);
        found.truncate(args.limit.get());
        count += found.len();
        let terms = found.into_iter().map(|one| proposed(one, &lessons)).collect();
        let source = workspace.config.source.clone();
        cx.report(PROPOSED, &args.format, &ProposedTerms { source, target, terms })?;
    }
    cx.tell(&if count == 0 {
        message!("command-terms-extract-none")
    } else {
        message!("command-terms-extract-next")
    });
    Ok(Exit::Clean)
}

fn proposed(one: TermCandidate, lessons: &[TermLesson]) -> ProposedTerm {
    let TermCandidate { term, kind, count, agreeing, example } = one;
    let TermLesson { article, source, target } = lessons[example].clone();
    ProposedTerm { term, kind, count, agreeing, example: [source, target, article] }
}

/// What people translated, as far as it is up to date.
fn lessons(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Workspace,
    target: &str,
) -> Result<Vec<TermLesson>> {
    let jobs = workspace.jobs(&args.articles, &[target.to_owned()])?;
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let look = |(): &mut (), reading: JobReading<'_>| Ok(of_article(&reading));
    let found = reading::each(Batch { workspace, jobs: &jobs }, &|| bar.step(), || (), look);
    drop(bar);
    Ok(cx.all(found)?.into_iter().flatten().collect())
}

fn of_article(reading: &JobReading<'_>) -> Vec<TermLesson> {
    reading.with_bitext(|bitext| {
        let sure = bitext.units.iter().filter(|unit| {
            let is_vouched = unit.state.is_some_and(|state| state > State::Draft);
            is_vouched && !unit.is_missing() && !unit.is_stale() && unit.sealed
        });
        let lesson = |unit: &crate::model::Unit<'_>| TermLesson {
            article: reading.article.id.clone(),
            source: unit.source.to_string(),
            target: unit.target.to_string(),
        };
        sure.map(lesson).collect()
    })
}

//! `tolmach pretranslate`: drafts for what has no translation, from the memory or a machine.

use std::collections::BTreeMap;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::asking::{Asking, DraftTask, settle};
use super::context::{Context, Exit};
use crate::desk::reading::{self, JobReading};
use crate::desk::{Base, Proposal};
use crate::error::Result;
use crate::l10n::message;
use crate::memory::leverage::words;
use crate::memory::{Around, Entry, MatchKind, Query};
use crate::model::{State, Unit, remembered_origin};
use crate::report::pretranslate::{FORMATS, Pretranslated};
use crate::terms::{AgreedTerm, TermsHere};
use crate::workspace::{Batch, Indexing, MachineRequest, MachineTerm, Recollection, Workspace};

/// Arguments of `tolmach pretranslate`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "percent")]
    #[arg(value_parser = clap::value_parser!(u8).range(60..=100))]
    fuzzy: Option<u8>,
    #[arg(long)]
    machine: bool,
    #[arg(long, value_name = "kind")]
    #[arg(value_parser = PossibleValuesParser::new(["missing", "stale"]))]
    only: Vec<String>,
    #[arg(long, value_name = "number", requires = "machine")]
    budget: Option<usize>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Proposes drafts and puts them into the catalogs, where nothing of a person's stands.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?);
    // A machine that isn't there is told before anything is done.
    let mut machine = args.machine.then(|| workspace.machine()).transpose()?;
    if args.machine {
        workspace.terms()?;
    }
    let mut told = Pretranslated { is_preview: args.dry_run, ..Pretranslated::default() };
    let mut faults = Vec::new();
    for target in cx.targets(&workspace)? {
        let tasks = tasks(args, cx, &workspace, &target)?;
        let recollection = workspace.recollection(&target, Indexing::Kept)?;
        faults.extend(recollection.take_faults());
        let (mut left, mut proposals) = (Vec::new(), Vec::new());
        for (task, draft) in tasks.iter().zip(remembered(args, &recollection, &tasks)?) {
            match draft {
                Some(draft) => proposals.push(draft),
                None => left.push(task),
            }
        }
        settle(&workspace, proposals, &mut told)?;
        let Some(machine) = &mut machine else {
            told.left += left.len();
            continue;
        };
        let mut asking = Asking {
            budget: args.budget.unwrap_or(usize::MAX),
            workspace: &workspace,
            machine,
            told: &mut told,
            recollection: &recollection,
            embargoes: BTreeMap::new(),
        };
        asking.ask(cx, &left)?;
    }
    told.stopped = machine.and_then(|mut machine| machine.gone.take());
    cx.report(FORMATS, &args.format, &told)?;
    if told.taken() > 0 && !args.dry_run {
        cx.tell(&message!("command-pretranslate-next"));
    }
    let exit = if told.is_clean() { Exit::Clean } else { Exit::Findings };
    cx.last_of(faults).map_or(Ok(exit), Err)
}

fn tasks(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Workspace,
    target: &str,
) -> Result<Vec<DraftTask>> {
    let jobs = workspace.jobs(&args.articles, &[target.to_owned()])?;
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let look = |(): &mut (), reading: JobReading<'_>| Ok(of_article(args, &reading));
    let found = reading::each(Batch { workspace, jobs: &jobs }, &|| bar.step(), || (), look);
    drop(bar);
    Ok(cx.all(found)?.into_iter().flatten().collect())
}

/// The sentences of an article without a translation, and those whose machine's draft went stale.
fn of_article(args: &Args, reading: &JobReading<'_>) -> Vec<DraftTask> {
    reading.with_bitext(|bitext| {
        let sources: Vec<&str> = bitext.units.iter().map(|unit| &*unit.source).collect();
        let around = Around::of_all(&sources);
        let terms = if args.machine { reading.terms() } else { None };
        let mut tasks = Vec::new();
        for (at, unit) in bitext.units.iter().enumerate() {
            let held = || unit.pairs.iter().filter_map(|pair| bitext.catalog.pairs.get(*pair));
            let is_machines = held().all(|pair| pair.is_of_machine() && pair.state == State::Draft);
            let is_wanted = match (unit.is_missing(), unit.is_stale()) {
                (true, _) => is_asked("missing", &args.only),
                (_, true) => is_asked("stale", &args.only) && is_machines && unit.sealed,
                _ => false,
            };
            if is_wanted {
                let place = Place { sources: &sources, at, around: around[at] };
                tasks.push(task(reading, unit, terms.as_ref(), &place));
            }
        }
        tasks
    })
}

fn is_asked(name: &str, asked: &[String]) -> bool {
    asked.is_empty() || asked.iter().any(|asked| asked == name)
}

/// A term as a machine is told of it.
fn machine_term(term: AgreedTerm) -> MachineTerm {
    let mut wanted = term.wanted.into_iter();
    MachineTerm {
        source: term.found,
        target: wanted.next().unwrap_or_default(),
        also: wanted.collect(),
        forbidden: term.forbidden,
    }
}

/// So many sentences around are told.
const NEIGHBOURS: usize = 2;

/// Where a sentence stands among those of its article.
struct Place<'a> {
    sources: &'a [&'a str],
    at: usize,
    around: Around,
}

fn task(
    reading: &JobReading<'_>,
    unit: &Unit<'_>,
    terms: Option<&TermsHere<'_>>,
    place: &Place<'_>,
) -> DraftTask {
    let Place { sources, at, around } = *place;
    let number = unit.segments.start + 1;
    let previous = unit.is_stale().then(|| MachineTerm {
        source: unit.previous.to_string(),
        target: unit.target.to_string(),
        ..MachineTerm::default()
    });
    let terms = terms.map(|terms| terms.told(&unit.source)).unwrap_or_default();
    let terms = terms.into_iter().map(machine_term).collect();
    let request = MachineRequest {
        version: 1,
        article: reading.article.id.clone(),
        segment: number,
        source_language: reading.workspace.config.source.clone(),
        target_language: reading.target.to_owned(),
        text: unit.source.to_string(),
        before: owned(&sources[at.saturating_sub(NEIGHBOURS)..at]),
        after: owned(&sources[at + 1..sources.len().min(at + 1 + NEIGHBOURS)]),
        terms,
        previous,
        ..MachineRequest::default()
    };
    let proposal = Proposal {
        article: reading.article.id.clone(),
        language: reading.target.to_owned(),
        segment: number,
        base: Base::of(unit),
        source: unit.source.to_string(),
        state: State::Draft,
        ..Proposal::default()
    };
    let words = words(&unit.source);
    DraftTask { proposal, around, request, words }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// So many offers are looked at, as one less alike may be repaired.
const OFFERS: usize = 5;

/// What the memory proposes for each task.
fn remembered(
    args: &Args,
    recollection: &Recollection,
    tasks: &[DraftTask],
) -> Result<Vec<Option<Proposal>>> {
    let draft = |task: &DraftTask| {
        let (around, text) = (task.around, &task.proposal.source);
        let query = Query { around, is_translated: true, ..Query::new(text, OFFERS) };
        let is_enough = |kind: MatchKind, score: u8| match kind {
            MatchKind::Around | MatchKind::Exact | MatchKind::Repaired => true,
            _ => args.fuzzy.is_some_and(|least| score >= least),
        };
        // A translation of something like it may be right there and wrong here.
        let Proposal { article, source, .. } = &task.proposal;
        let is_right = |target: &str, kind: MatchKind| {
            let is_same = matches!(kind, MatchKind::Around | MatchKind::Exact);
            (is_same || recollection.doubting(source, target, "").is_none())
                && !recollection.breaks_terms_of(article, source, target)
        };
        let mut found = recollection.matches(&query, &is_sure)?.into_iter();
        let best = found.find(|best| {
            is_enough(best.kind, best.score) && is_right(&best.entry.target, best.kind)
        });
        Ok(best.map(|best| Proposal {
            origin: Some(remembered_origin(best.score, best.entry.origin.as_deref())),
            target: Some(best.entry.target),
            ..task.proposal.clone()
        }))
    };
    tasks.par_iter().map(draft).collect()
}

/// What nobody stands behind is no ground for another draft.
fn is_sure(entry: &Entry) -> bool {
    !entry.target.is_empty() && entry.state > State::Draft
}

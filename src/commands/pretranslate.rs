//! `tolmach pretranslate`: drafts for what has no translation, from the memory or a machine.

use std::sync::Arc;

use clap::builder::PossibleValuesParser;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::context::{Context, Exit};
use crate::desk::reading::{self, JobReading};
use crate::desk::{self, Base, Doubtful, Proposal, Rules};
use crate::error::Result;
use crate::l10n::{Message, message};
use crate::memory::leverage::words;
use crate::memory::{Around, Entry, MatchKind, Query};
use crate::model::{MACHINE, State, Unit};
use crate::report::pretranslate::{FORMATS, Pretranslated, PretranslatedRow};
use crate::terms::{AgreedTerm, TermsHere};
use crate::workspace::{Batch, Indexing, Machine, MachineRequest, MachineTerm, Workspace};

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
    let mut told = Pretranslated::default();
    let mut proposals = Vec::new();
    for target in cx.targets(&workspace)? {
        let tasks = tasks(args, cx, &workspace, &target)?;
        let mut left = Vec::new();
        for (task, draft) in tasks.iter().zip(remembered(args, &workspace, &target, &tasks)?) {
            match draft {
                Some(draft) => proposals.push(draft),
                None => left.push(task),
            }
        }
        if let Some(machine) = &mut machine {
            let mut asking = Asking { args, workspace: &workspace, machine, told: &mut told };
            proposals.extend(asking.ask(cx, &left)?);
        } else {
            told.left += left.len();
        }
    }
    told.stopped = machine.and_then(|mut machine| machine.gone.take());
    let rules = Rules { doubtful: Doubtful::Refuse, ..Rules::default() };
    let apply = if args.dry_run { desk::preview } else { desk::apply };
    let verdicts = apply(&workspace, &proposals, rules, &|| ())?;
    for (proposal, verdict) in proposals.into_iter().zip(verdicts) {
        told.rows.push(PretranslatedRow::judged(proposal, &verdict));
    }
    told.is_preview = args.dry_run;
    cx.report(FORMATS, &args.format, &told)?;
    if told.taken() > 0 && !args.dry_run {
        cx.tell(&message!("command-pretranslate-next"));
    }
    Ok(if told.is_clean() { Exit::Clean } else { Exit::Findings })
}

/// A sentence that wants a draft.
struct DraftTask {
    proposal: Proposal,
    around: Around,
    request: MachineRequest,
    words: usize,
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
    let is_asked = |name: &str| args.only.is_empty() || args.only.iter().any(|only| only == name);
    reading.with_bitext(|bitext| {
        let sources: Vec<&str> = bitext.units.iter().map(|unit| &*unit.source).collect();
        let around = Around::of_all(&sources);
        let terms = if args.machine { reading.terms() } else { None };
        let mut tasks = Vec::new();
        for (at, unit) in bitext.units.iter().enumerate() {
            let held = || unit.pairs.iter().filter_map(|pair| bitext.catalog.pairs.get(*pair));
            let is_machines = held().all(|pair| pair.is_of_machine() && pair.state == State::Draft);
            let is_wanted = match (unit.is_missing(), unit.is_stale()) {
                (true, _) => is_asked("missing"),
                (_, true) => is_asked("stale") && is_machines && unit.sealed,
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
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
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

/// So many offers are looked at, as one less alike may be repaired.
const OFFERS: usize = 5;

/// What the memory proposes for each task.
fn remembered(
    args: &Args,
    workspace: &Arc<Workspace>,
    target: &str,
    tasks: &[DraftTask],
) -> Result<Vec<Option<Proposal>>> {
    let recollection = workspace.recollection(target, Indexing::Kept)?;
    let draft = |task: &DraftTask| {
        let query = Query { around: task.around, ..Query::new(&task.proposal.source, OFFERS) };
        // What nobody stands behind is no ground for another draft.
        let is_sure = |entry: &Entry| !entry.target.is_empty() && entry.state > State::Draft;
        let best = recollection.matches(&query, &is_sure)?.into_iter().next();
        let is_enough = |kind: MatchKind, score: u8| match kind {
            MatchKind::Around | MatchKind::Exact | MatchKind::Repaired => true,
            _ => args.fuzzy.is_some_and(|least| score >= least),
        };
        let best = best.filter(|best| is_enough(best.kind, best.score));
        Ok(best.map(|best| Proposal {
            origin: Some(format!("memory {}", best.score)),
            target: Some(best.entry.target),
            ..task.proposal.clone()
        }))
    };
    tasks.par_iter().map(draft).collect()
}

/// A machine being asked.
struct Asking<'a, 'w> {
    args: &'a Args,
    workspace: &'w Workspace,
    machine: &'a mut Machine<'w>,
    told: &'a mut Pretranslated,
}

impl Asking<'_, '_> {
    /// Asks for one task after another, as far as budget and embargo allow.
    fn ask(&mut self, cx: &Context<'_>, tasks: &[&DraftTask]) -> Result<Vec<Proposal>> {
        let mut drafts = Vec::new();
        let mut words = self.args.budget.unwrap_or(usize::MAX);
        let bar = cx.progress(tasks.len(), &message!("command-progress-machine"));
        for (number, task) in tasks.iter().enumerate() {
            bar.step();
            if self.machine.gone.is_some() {
                self.told.left += 1;
                continue;
            }
            if let Some(until) = self.embargo(task)? {
                self.refuse(task, message!("report-pretranslate-embargo", until = until));
                continue;
            }
            if task.words > words {
                self.told.left += 1;
                continue;
            }
            words -= task.words;
            if self.args.dry_run {
                self.told.asked += 1;
                continue;
            }
            let request = MachineRequest { id: number + 1, ..task.request.clone() };
            match self.machine.ask(&request)? {
                Ok(text) => drafts.push(Proposal {
                    target: Some(text),
                    origin: Some(MACHINE.to_owned()),
                    ..task.proposal.clone()
                }),
                Err(why) => self.refuse(task, why),
            }
        }
        Ok(drafts)
    }

    fn embargo(&self, task: &DraftTask) -> Result<Option<String>> {
        if self.workspace.config.machine.allow_embargoed {
            return Ok(None);
        }
        let articles = self.workspace.articles(std::slice::from_ref(&task.proposal.article))?;
        match articles.iter().find(|article| article.id == task.proposal.article) {
            Some(article) => self.workspace.embargo(article),
            None => Ok(None),
        }
    }

    fn refuse(&mut self, task: &DraftTask, why: Message) {
        self.told.rows.push(PretranslatedRow::refused(task.proposal.clone(), why));
    }
}

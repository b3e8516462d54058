//! `tolmach align`: pairs the sentences of existing translations, and follows edits of either side.

mod doubts;
mod outcome;

use std::path::Path;

use clap::builder::PossibleValuesParser;

use super::context::{self, Context, Exit};
use super::moved;
use crate::adoption::{
    self, Aligner, ArticleFiles, Lessons, Recalled, Settlement, Waiting, learnt, recall,
};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Document;
use crate::parse::Syntax;
use crate::report::align::{AlignFate, AlignRow, Aligned, Alignment, FORMATS, Tree};
use crate::workspace::{self, InStep, Job, Selection, Workspace};

/// Arguments of `tolmach align`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    explain: bool,
    #[arg(long, value_name = "revision")]
    source_at: Option<String>,
    #[arg(long, value_name = "number", default_value = "0.5", value_parser = share)]
    strictness: f64,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// A number from 0 to 1; what is wrong with another is told by the words for bad values.
fn share(text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.parse().ok();
    number.filter(|number| (0.0..=1.0).contains(number)).ok_or_else(String::new)
}

/// The revision that each file finds by itself.
const AUTO: &str = "auto";

/// Pairs two files, or brings the catalogs of articles in step with their documents.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    if let [source, target] = args.articles.as_slice()
        && Path::new(source).is_file()
        && Path::new(target).is_file()
    {
        return files(args, cx, Path::new(source), Path::new(target));
    }
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let Selection { mut jobs, census } = workspace.selection(&args.articles, &targets)?;
    if jobs.is_empty() {
        workspace.refuse_nothing()?;
    }
    // A fresh catalog would stand in the way of the one that holds what people decided.
    let behind = moved::behind(cx, &workspace, &Waiting::among(&jobs, |_| None), census);
    jobs.retain(|job| !behind.contains_key(&job.article.catalog_path(&job.target)));
    let run = Run { args, cx, workspace: &workspace };
    let Brought { tree, recalled, failure, .. } = brought(&run, &jobs, &targets)?;
    let tally = Tally::of(&tree);
    let is_unexplained = args.explain && !tree.is_explained();
    let alignment = Alignment::Articles(tree);
    cx.report(FORMATS, &args.format, &alignment)?;
    if let Alignment::Articles(tree) = &alignment {
        doubts::tell(tree, workspace.config.source_subtag(), cx);
    }
    if let Some(told) = recalled.message(args.source_at.as_deref() == Some(AUTO)) {
        cx.tell(&told);
    }
    if is_unexplained {
        cx.tell(&message!("command-align-unexplained"));
    }
    if args.source_at.is_some() && tally.known > 0 {
        cx.tell(&message!("command-align-adopted-before", count = tally.known));
    }
    if args.dry_run {
        let Tally { adopted, followed, noted, .. } = tally;
        let told =
            message!("command-align-dry", adopted = adopted, followed = followed, noted = noted);
        cx.tell(&told);
    } else {
        tell_done(&tally, behind.is_empty(), cx);
    }
    if let Some(failure) = failure {
        return Err(failure);
    }
    if behind.is_empty() {
        return Ok(Exit::Clean);
    }
    cx.tell(&message!("command-status-moved", count = behind.len()));
    Ok(Exit::Findings)
}

/// What was done, in numbers.
struct Tally {
    adopted: usize,
    followed: usize,
    /// Articles that had a catalog before.
    known: usize,
    /// Catalogs that only have to remember which document was read.
    noted: usize,
    drafts: usize,
    /// Whether each document there has its article.
    is_whole: bool,
}

impl Tally {
    fn of(tree: &Tree) -> Self {
        let fates = |fate: AlignFate| tree.articles.iter().filter(move |one| one.fate == fate);
        let followed = fates(AlignFate::Followed).count();
        Self {
            adopted: fates(AlignFate::Adopted).count(),
            followed,
            noted: tree.articles.iter().filter(|one| one.is_noted).count(),
            known: fates(AlignFate::InStep).count() + followed,
            drafts: tree.articles.iter().map(|article| article.drafts).sum(),
            is_whole: tree.orphans.is_empty() && !tree.articles.is_empty(),
        }
    }
}

/// Tells what was written, and what comes next unless catalogs have to be moved first.
fn tell_done(tally: &Tally, has_next: bool, cx: &Context<'_>) {
    let Tally { adopted, followed, noted, drafts, .. } = *tally;
    if adopted + followed == 0 && has_next && tally.is_whole {
        cx.tell(&message!("command-align-in-step"));
    }
    let told = [
        (adopted, message!("command-align-adopted", count = adopted)),
        (followed, message!("command-align-followed", count = followed)),
        (noted, message!("command-align-noted", count = noted)),
    ];
    told.iter().filter(|(count, _)| *count > 0).for_each(|(_, message)| cx.tell(message));
    if has_next {
        cx.tell(&message!("command-align-next", drafts = drafts));
    }
}

/// What came of all articles.
struct Brought<'a> {
    tree: Tree,
    writes: Vec<InStep<'a>>,
    /// Whether the past could be asked.
    recalled: Recalled,
    /// What is wrong with an article that isn't among them.
    failure: Option<Error>,
}

/// What was asked for, and where.
struct Run<'a> {
    args: &'a Args,
    cx: &'a Context<'a>,
    workspace: &'a Workspace,
}

/// Brings the catalogs in step and writes them, unless that is only tried.
fn brought<'a>(run: &Run<'_>, jobs: &'a [Job], targets: &'a [String]) -> Result<Brought<'a>> {
    let saved = |mut brought: Brought<'a>| -> Result<Brought<'a>> {
        run.workspace.save_read(std::mem::take(&mut brought.writes))?;
        Ok(brought)
    };
    let made = all_in_step(run, jobs, targets)?;
    if run.args.dry_run {
        return Ok(made);
    }
    match saved(made) {
        // Somebody else wrote meanwhile: once more, while everybody else waits.
        Err(error) if error.is_change() => {
            run.workspace.together(|| saved(all_in_step(run, jobs, targets)?))
        }
        done => done,
    }
}

fn all_in_step<'a>(run: &Run<'_>, jobs: &'a [Job], targets: &'a [String]) -> Result<Brought<'a>> {
    let (tree, recalled) = (Tree::default(), Recalled::Asked);
    let mut all = Brought { tree, writes: Vec::new(), recalled, failure: None };
    for target in targets {
        let jobs: Vec<&Job> = jobs.iter().filter(|job| job.target == *target).collect();
        let found = in_step(run, &jobs, target)?;
        all.recalled = all.recalled.max(found.recalled);
        all.failure = run.cx.one_of(all.failure, found.failure);
        all.tree.orphans.extend(found.orphans);
        for (article, write) in found.steps {
            all.tree.articles.push(article);
            all.writes.extend(write);
        }
    }
    Ok(all)
}

fn files(args: &Args, cx: &Context<'_>, source: &Path, target: &Path) -> Result<Exit> {
    let workspace = match &cx.globals.workspace {
        Some(root) => Workspace::open(root)?,
        None => Workspace::find_or_default(&context::folder()?)?,
    };
    let config = &workspace.config;
    let into = cx.globals.target.first().unwrap_or(&config.targets[0]);
    let source = read(source, &config.source, &workspace)?;
    let target = read(target, into, &workspace)?;
    let lexicon = learnt(&workspace, &[(&source, &target)], into);
    let aligner = Aligner::new(&workspace, lexicon, args.strictness);
    let adoption = adoption::first_catalog(&source, &target, &aligner.beads(&source, &target));
    let mut rows: Vec<AlignRow> = adoption.pairs.into_iter().map(outcome::row).collect();
    if args.explain {
        for row in &mut rows {
            row.explain(&aligner.lexicon);
        }
    }
    cx.report(FORMATS, &args.format, &Alignment::Files(rows))?;
    Ok(Exit::Clean)
}

fn read(path: &Path, language: &str, workspace: &Workspace) -> Result<Document, Error> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    if extension.and_then(Syntax::by_extension).is_none() {
        let message = message!("error-syntax", path = path.display().to_string());
        return Err(Error::new(message).hint(message!("hint-syntax-known")));
    }
    Ok(workspace.parsed(workspace::read_input(path)?, path, language))
}

/// What came of the articles in one language.
struct Found<'a> {
    /// What was done about each with what is to be written for it.
    steps: Vec<(Aligned, Option<InStep<'a>>)>,
    /// Documents without a source.
    orphans: Vec<String>,
    /// Whether the past was there to be asked.
    recalled: Recalled,
    /// What is wrong with an article that isn't among them.
    failure: Option<Error>,
}

fn in_step<'a>(run: &Run<'_>, jobs: &[&'a Job], target: &'a str) -> Result<Found<'a>> {
    let Run { args, cx, workspace } = *run;
    let (mut pages, unread) = cx.some(adoption::pages(workspace, jobs))?;
    let strays =
        if args.articles.is_empty() { adoption::strays(workspace, target)? } else { Vec::new() };
    let lessons = Lessons { target, strictness: args.strictness };
    let mut aligner = if strays.is_empty() {
        Aligner::for_open(workspace, &pages, lessons)
    } else {
        Aligner::learn(workspace, &pages, lessons)
    };
    let Settlement { orphans, mut recalled } =
        adoption::settle(&aligner, &mut pages, strays, target);
    match args.source_at.as_deref() {
        Some(AUTO) => {
            let mut asked: Vec<_> =
                pages.iter_mut().filter(|page| page.is_new() || page.has_past()).collect();
            recalled = recalled.max(recall(workspace, &mut asked));
        }
        wanted => {
            let mut asked: Vec<_> = pages.iter_mut().filter(|page| page.has_past()).collect();
            recalled = recalled.max(recall(workspace, &mut asked));
            if let Some(wanted) = wanted {
                let commit = workspace.git().commit_of(wanted)?;
                for page in pages.iter_mut().filter(|page| page.is_new()) {
                    put_back(workspace, page, &commit)?;
                }
                aligner = Aligner::learn(workspace, &pages, lessons);
            }
        }
    }
    let bar = cx.progress(pages.len(), &message!("command-progress-aligning"));
    let steps = adoption::steps(&aligner, &pages, target, &|| bar.step());
    drop(bar);
    let steps = pages.into_iter().zip(steps).map(|(page, step)| Ok((page, step?)));
    let (steps, failed) = cx.some(steps.collect())?;
    let settled = |(page, step)| outcome::settled(workspace, page, step);
    let mut steps: Vec<(Aligned, Option<InStep<'a>>)> = steps.into_iter().map(settled).collect();
    if args.explain {
        for row in steps.iter_mut().flat_map(|(aligned, _)| &mut aligned.pairs) {
            row.explain(&aligner.lexicon);
        }
    }
    if aligner.is_blind() {
        recalled = Recalled::Unlisted;
    }
    Ok(Found { steps, orphans, recalled, failure: cx.one_of(unread, failed) })
}

/// The source as it stood in the commit asked for, where it was there.
fn put_back(workspace: &Workspace, page: &mut ArticleFiles<'_>, commit: &str) -> Result<()> {
    let path = &page.job.article.source;
    if let Some(text) = workspace.git().text_at(commit, path)? {
        let earlier = workspace.parsed(text, path, &workspace.config.source);
        page.present = Some(std::mem::replace(&mut page.source, earlier));
    }
    Ok(())
}

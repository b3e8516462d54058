//! `tolmach review`: an editor's pass over translated segments.

use std::sync::Arc;

use clap::ArgGroup;

use super::context::{Context, Exit};
use super::decidable::{anew, ready};
use super::meant::{is_doubted, is_meant, tell_doubts};
use super::talk::{Talk, talk};
use super::terminal::Terminal;
use super::{segments, surplus};
use crate::desk::reading::{self, JobReading, Paths};
use crate::desk::{Item, Part};
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Bitext, State, Unit};
use crate::report::task::{self, Task};
use crate::tracking::{Decision, Need, SeenUnit};
use crate::workspace::{Batch, Job, Selection, Workspace};

/// Arguments of `tolmach review`.
#[derive(clap::Args)]
#[command(group = ArgGroup::new("chosen").args(["segments", "all"]).multiple(true))]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Args {
    #[arg(value_name = "articles")]
    article: Option<String>,
    #[arg(value_name = "segment")]
    segments: Vec<String>,
    #[arg(long, conflicts_with_all = ["segments", "all"])]
    list: bool,
    #[arg(long, conflicts_with = "segments")]
    all: bool,
    #[arg(long)]
    r#final: bool,
    #[arg(long, conflicts_with_all = ["final", "all"], requires = "segments")]
    send_back: bool,
    #[arg(long, value_name = "text", requires = "chosen")]
    note: Option<String>,
    #[arg(long, value_name = "text", conflicts_with_all = ["send_back", "all"])]
    #[arg(requires = "segments")]
    edit: Option<String>,
}

/// Records what the editor decided, or shows what waits for a decision.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?);
    workspace.terms()?;
    let targets = cx.targets(&workspace)?;
    let selectors: Vec<String> = args.article.iter().cloned().collect();
    let Selection { jobs, .. } = cx.jobs(&workspace, &selectors, &targets)?;
    let chosen = segments::chosen(&args.segments)?;
    if jobs.is_empty() {
        return Ok(Exit::Clean);
    } else if !chosen.is_empty() {
        let job = reading::only(&jobs)?;
        if !chosen.segments.is_empty() {
            some(args, cx, &JobReading::new(&workspace, job)?, &chosen.segments)?;
        }
        if !chosen.surplus.is_empty() {
            beside(args, cx, &JobReading::new(&workspace, job)?, &chosen.surplus)?;
        }
    } else if args.all {
        all(args, cx, Batch { workspace: &workspace, jobs: &jobs })?;
    } else if args.list || !Terminal::is_there() {
        list(args, cx, Batch { workspace: &workspace, jobs: &jobs })?;
    } else {
        return converse(args, cx, &workspace, &jobs);
    }
    Ok(Exit::Clean)
}

/// Talks about the segments that wait for the editor.
fn converse(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Arc<Workspace>,
    jobs: &[Job],
) -> Result<Exit> {
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let items = reading::each(
        Batch { workspace, jobs },
        &|| bar.step(),
        || (),
        |(), reading| Ok(reading.with_bitext(|bitext| items(bitext, part(args)))),
    );
    drop(bar);
    let items = (0..).zip(cx.all(items)?);
    let items: Vec<Item> = items
        .flat_map(|(job, items)| items.into_iter().map(move |item| Item { job, ..item }))
        .collect();
    if items.is_empty() {
        cx.tell(&message!("command-review-none"));
        return Ok(Exit::Clean);
    }
    talk(cx, workspace, Talk { jobs, items, part: part(args) })
}

fn items(bitext: &Bitext<'_>, part: Part) -> Vec<Item> {
    let item = |unit: &Unit<'_>| Item {
        job: 0,
        segment: unit.segments.start,
        source: unit.source.to_string(),
        is_named: false,
    };
    bitext.units.iter().filter(|unit| part.is_open(Need::of(unit), unit.state)).map(item).collect()
}

/// The editor's part; with `--final` what was reviewed waits, too.
fn part(args: &Args) -> Part {
    Part::Editor(approved(args))
}

fn tasks(reading: &JobReading<'_>) -> Vec<Task> {
    let terms = reading.terms();
    reading.with_subject(Paths::Shown, |subject| task::tasks(subject, terms.as_ref()))
}

/// Shows the segments that wait for the editor.
fn list(args: &Args, cx: &Context<'_>, Batch { workspace, jobs }: Batch<'_>) -> Result<()> {
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let tasks = reading::each(
        Batch { workspace, jobs },
        &|| bar.step(),
        || (),
        |(), reading| Ok(tasks(&reading)),
    );
    drop(bar);
    let (tasks, failure) = cx.some(tasks)?;
    let tasks: Vec<Task> = tasks.into_iter().flatten().filter(|task| unread(task, args)).collect();
    cx.write(|screen, out| task::text(&tasks, screen, out))?;
    if let Some(failure) = failure {
        return Err(failure);
    }
    cx.tell(&if tasks.is_empty() {
        message!("command-review-none")
    } else {
        message!("command-review-next")
    });
    Ok(())
}

fn unread(task: &Task, args: &Args) -> bool {
    part(args).is_open(task.need, task.state)
}

/// Decides about the segments named, if a decision fits each of them.
fn some(args: &Args, cx: &Context<'_>, reading: &JobReading<'_>, numbers: &[usize]) -> Result<()> {
    if args.edit.is_some() && numbers.len() > 1 {
        return Err(Error::new(message!("error-review-edit")).hint(message!("hint-review-edit")));
    }
    let article = reading.article.id.as_str();
    let settled = reading.with_bitext(|bitext| {
        let (mut seen, mut kept) = (Vec::new(), Vec::new());
        for &number in numbers {
            let unit = reading::unit(bitext, number)?;
            match &args.edit {
                None => {
                    ready(unit, number, article)?;
                    if !args.send_back {
                        tell_doubts(cx, reading, unit);
                    }
                }
                Some(text) => {
                    anew(unit, number, article, text)?;
                    if !is_meant(cx, reading, unit, text)? {
                        return Ok(None);
                    }
                }
            }
            let is_above = unit.state > Some(State::Reviewed) && raises(args);
            if is_above { &mut kept } else { &mut seen }.push(SeenUnit::of(unit));
        }
        seen.dedup_by_key(|seen| seen.segment);
        kept.dedup_by_key(|seen| seen.segment);
        let count = settle(args, reading, &seen)?;
        remark(args, reading, &kept)?;
        if count < seen.len() {
            return Err(Error::new(message!("error-ack-changed", segment = numbers[0]))
                .hint(message!("hint-ack-changed")));
        }
        Ok(Some((count, kept.len())))
    })?;
    let Some((count, kept)) = settled else {
        cx.tell(&message!("command-translate-unchanged"));
        return Ok(());
    };
    if count > 0 || kept == 0 {
        cx.tell(&done(args, count));
    }
    if kept > 0 {
        cx.tell(&message!("command-review-kept", count = kept));
    }
    Ok(())
}

/// Decides about texts that only the translation has; their words are mended on the page.
fn beside(
    args: &Args,
    cx: &Context<'_>,
    reading: &JobReading<'_>,
    numbers: &[usize],
) -> Result<()> {
    if args.edit.is_some() {
        let path = reading.article.document_path(reading.target);
        let path = reading.workspace.shown(&path);
        return Err(Error::new(message!("error-surplus-edit"))
            .hint(message!("hint-surplus-edit", path = path)));
    }
    let count = surplus::settle(reading, numbers, &decision(args))?;
    if let Some(note) = &args.note {
        surplus::settle(reading, numbers, &Decision::Remark(note.clone()))?;
    }
    cx.tell(&done(args, count));
    Ok(())
}

/// Decides about the units, and notes with their pairs what is to be noted; gives how many it could be.
fn settle(args: &Args, reading: &JobReading<'_>, seen: &[SeenUnit<'_>]) -> Result<usize> {
    let count = reading.decide(seen, &decision(args))?;
    let target = |seen: &SeenUnit<'_>| args.edit.clone().unwrap_or_else(|| seen.target.to_owned());
    let targets: Vec<String> = seen.iter().map(target).collect();
    let seen = seen.iter().zip(&targets).map(|(seen, target)| SeenUnit { target, ..*seen });
    remark(args, reading, &seen.collect::<Vec<_>>())?;
    Ok(count)
}

fn remark(args: &Args, reading: &JobReading<'_>, seen: &[SeenUnit<'_>]) -> Result<()> {
    let Some(note) = &args.note else { return Ok(()) };
    reading.decide(seen, &Decision::Remark(note.clone())).map(drop)
}

/// Whether the call only approves: a state above that stays.
fn raises(args: &Args) -> bool {
    !args.send_back && args.edit.is_none()
}

/// Approves every segment that waits for it, in all the articles.
fn all(args: &Args, cx: &Context<'_>, Batch { workspace, jobs }: Batch<'_>) -> Result<()> {
    let (mut left, mut doubted) = (0, 0);
    let levels = workspace.config.levels();
    let count = reading::together(workspace, jobs, |reading| {
        reading.with_bitext(|bitext| {
            left += bitext.units.iter().filter_map(Need::of).count();
            let mut seen = Vec::new();
            for unit in &bitext.units {
                if !part(args).is_open(Need::of(unit), unit.state) {
                    continue;
                }
                if is_doubted(reading, bitext, unit, &levels) {
                    doubted += 1;
                } else {
                    seen.push(SeenUnit::of(unit));
                }
            }
            settle(args, reading, &seen)
        })
    })?;
    cx.tell(&done(args, count));
    if doubted > 0 {
        cx.tell(&message!("command-review-doubted", count = doubted));
    }
    if left > 0 {
        cx.tell(&message!("command-review-left", count = left));
    }
    Ok(())
}

fn approved(args: &Args) -> State {
    if args.r#final { State::Final } else { State::Reviewed }
}

fn decision(args: &Args) -> Decision {
    let approved = approved(args);
    match &args.edit {
        Some(target) => {
            Decision::Translate { target: target.clone(), state: approved, origin: None }
        }
        None if args.send_back => Decision::Review(State::Draft),
        None => Decision::Review(approved),
    }
}

fn done(args: &Args, count: usize) -> Message {
    if args.send_back {
        message!("command-review-sent-back", count = count)
    } else if args.r#final {
        message!("command-review-final", count = count)
    } else {
        message!("command-review-approved", count = count)
    }
}

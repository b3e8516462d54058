//! `tolmach ack`: the target still holds although the source changed.

use std::io::{self, IsTerminal as _};

use super::context::{Context, Exit};
use super::{kept, segments, surplus};
use crate::desk::reading::{self, JobReading, Paths};
use crate::error::{Error, Result};
use crate::l10n::Localizer;
use crate::l10n::{Message, message};
use crate::model::{Bitext, Change, Danger, Unit};
use crate::report::task;
use crate::text::shell::argument;
use crate::tracking::{Decision, SeenUnit};
use crate::workspace::{Job, Workspace};

/// Arguments of `tolmach ack`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles", required = true)]
    article: String,
    #[arg(value_name = "segment", required_unless_present_any = ["cosmetic", "page"])]
    segments: Vec<String>,
    #[arg(long, conflicts_with = "segments")]
    cosmetic: bool,
    #[arg(long, conflicts_with_all = ["segments", "cosmetic"])]
    page: bool,
    #[arg(long, value_name = "text")]
    reason: Option<String>,
}

/// Records the statement in the pairs of the segments named, or of all cosmetic changes.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = workspace.jobs(std::slice::from_ref(&args.article), &targets)?;
    if args.page {
        let article = JobReading::new(&workspace, reading::only(&jobs)?)?;
        kept::keep(&article, &reason(args, cx)?)?;
        cx.tell(&message!("command-ack-page", article = argument(&args.article)));
        return Ok(Exit::Clean);
    }
    let named = segments::chosen(&args.segments)?;
    if named.is_empty() {
        cosmetic(args, cx, &workspace, &jobs)?;
        return Ok(Exit::Clean);
    }
    let reading = JobReading::new(&workspace, reading::only(&jobs)?)?;
    if !named.segments.is_empty() {
        some(args, cx, &reading, &named.segments)?;
    }
    if !named.surplus.is_empty() {
        let decision = Decision::Acknowledge { reason: reason(args, cx)? };
        let count = surplus::settle(&reading, &named.surplus, &decision)?;
        let article = argument(&args.article);
        cx.tell(&message!("command-waive-surplus", count = count, article = article));
    }
    Ok(Exit::Clean)
}

/// A segment that is acknowledged, as it was when it was shown.
struct Chosen {
    segment: usize,
    source: String,
    target: String,
    change: Option<Change>,
    reopens: bool,
}

fn some(args: &Args, cx: &Context<'_>, reading: &JobReading<'_>, numbers: &[usize]) -> Result<()> {
    let chosen = reading.with_bitext(|bitext| chosen(args, bitext, numbers))?;
    let mut tasks = reading.with_subject(Paths::Shown, |subject| task::tasks(subject, None));
    tasks.retain(|task| chosen.iter().any(|chosen| chosen.segment + 1 == task.segment));
    cx.write(|screen, out| task::text(&tasks, screen, out))?;
    let decision = Decision::Acknowledge { reason: reason(args, cx)? };
    let critical: Vec<Message> = chosen.iter().flat_map(accepted).collect();
    if !critical.is_empty() && io::stdin().is_terminal() {
        for message in &critical {
            cx.tell(message);
        }
        if !cx.is_yes(&cx.answer(&message!("command-ack-sure"))?) {
            cx.tell(&message!("command-translate-unchanged"));
            return Ok(());
        }
    }
    let seen: Vec<SeenUnit<'_>> = chosen.iter().map(Chosen::seen).collect();
    let count = reading.decide(&seen, &decision)?;
    if count < chosen.len() {
        return Err(Error::new(message!("error-ack-changed", segment = chosen[0].segment + 1))
            .hint(message!("hint-ack-changed")));
    }
    cx.tell(&message!("command-ack-done", count = count));
    if !io::stdin().is_terminal() {
        for message in &critical {
            cx.tell(message);
        }
    }
    if chosen.iter().any(|chosen| chosen.reopens) {
        cx.tell(&message!("command-ack-again"));
    }
    Ok(())
}

impl Chosen {
    fn seen(&self) -> SeenUnit<'_> {
        SeenUnit { segment: self.segment, source: &self.source, target: &self.target }
    }
}

/// The segments named that have something to acknowledge; in a range others are passed over.
fn chosen(args: &Args, bitext: &Bitext<'_>, numbers: &[usize]) -> Result<Vec<Chosen>> {
    let decision = Decision::Acknowledge { reason: String::new() };
    let mut chosen: Vec<Chosen> = Vec::new();
    for &number in numbers {
        let unit = reading::unit(bitext, number)?;
        let is_named = segments::names_alone(&args.segments, number);
        if unit.is_missing() && is_named {
            return Err(Error::new(message!("error-review-missing", segment = number))
                .hint(message!("hint-ack-missing", article = argument(&args.article))));
        }
        let is_open = !unit.is_missing() && (unit.change.is_some() || unit.is_unsealed());
        if !is_open && is_named {
            return Err(nothing(args, number));
        }
        if is_open && chosen.last().is_none_or(|last| last.segment != unit.segments.start) {
            chosen.push(Chosen {
                segment: unit.segments.start,
                source: unit.source.to_string(),
                target: unit.target.to_string(),
                change: unit.change.clone(),
                reopens: decision.reopens(unit.state, unit.sealed),
            });
        }
    }
    if chosen.is_empty() { Err(nothing(args, numbers[0])) } else { Ok(chosen) }
}

fn nothing(args: &Args, segment: usize) -> Error {
    Error::new(message!("error-ack-nothing", segment = segment))
        .hint(message!("hint-ack-nothing", article = argument(&args.article)))
}

/// What a critical change put in the place of what, under a translation that is to hold.
fn accepted(chosen: &Chosen) -> Vec<Message> {
    let change = chosen.change.as_ref().filter(|change| change.danger == Danger::Critical);
    change
        .map(|change| task::accepted(change, chosen.segment + 1, &chosen.target))
        .unwrap_or_default()
}

fn cosmetic(args: &Args, cx: &Context<'_>, workspace: &Workspace, jobs: &[Job]) -> Result<()> {
    let reason = args.reason.clone().unwrap_or_else(|| usual(cx.l10n));
    let decision = Decision::Acknowledge { reason };
    let is_cosmetic = |unit: &&Unit<'_>| {
        let danger = unit.change.as_ref().map(|change| change.danger);
        danger == Some(Danger::Cosmetic) && unit.sealed
    };
    let count = reading::together(workspace, jobs, |reading| {
        reading.with_bitext(|bitext| {
            let seen =
                bitext.units.iter().filter(is_cosmetic).map(SeenUnit::of).collect::<Vec<_>>();
            reading.decide(&seen, &decision)
        })
    })?;
    cx.tell(&message!("command-ack-done", count = count));
    Ok(())
}

fn usual(l10n: &Localizer) -> String {
    l10n.text(&message!("command-ack-cosmetic"))
}

/// The reason given, or asked for on a terminal; a statement without one counts for nothing.
fn reason(args: &Args, cx: &Context<'_>) -> Result<String> {
    let given = match &args.reason {
        Some(reason) => reason.clone(),
        None if io::stdin().is_terminal() => cx.answer(&message!("command-ack-ask"))?,
        None => String::new(),
    };
    match given.trim() {
        "" => Err(Error::new(message!("error-ack-reason")).hint(message!("hint-ack-reason"))),
        reason => Ok(reason.to_owned()),
    }
}

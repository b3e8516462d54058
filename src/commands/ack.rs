//! `tolmach ack`: the target still holds although the source changed.

use std::io::{self, BufRead as _, IsTerminal as _};

use super::context::{Context, Outcome};
use super::reading::{self, Job, Paths, Reading};
use super::{segments, surplus};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Danger, Unit};
use crate::report::task::{self, Task};
use crate::text::shell::argument;
use crate::tracking::{Decision, Seen};
use crate::workspace::Workspace;

/// Arguments of `tolmach ack`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles", required = true)]
    article: String,
    #[arg(value_name = "segment", required_unless_present = "cosmetic")]
    segments: Vec<String>,
    #[arg(long, conflicts_with = "segments")]
    cosmetic: bool,
    #[arg(long, value_name = "text")]
    reason: Option<String>,
}

/// Records the statement in the pair of one segment, or of all cosmetic changes.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, std::slice::from_ref(&args.article), &targets)?;
    let chosen = segments::chosen(&args.segments)?;
    if args.cosmetic {
        cosmetic(args, cx, &workspace, &jobs)?;
        return Ok(Outcome::Clean);
    }
    let job = reading::only(&jobs)?;
    for segment in chosen.segments {
        one(args, cx, &workspace, (job, segment))?;
    }
    if !chosen.surplus.is_empty() {
        let reading = Reading::new(&workspace, job)?;
        let decision = Decision::Acknowledge { reason: reason(args, cx)? };
        let count = surplus::settle(&reading, &chosen.surplus, &decision)?;
        let article = argument(&args.article);
        cx.tell(&message!("command-waive-surplus", count = count, article = article));
    }
    Ok(Outcome::Clean)
}

fn one(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Workspace,
    (job, segment): (&Job, usize),
) -> Result<()> {
    let reading = Reading::new(workspace, job)?;
    let seen = reading.with_bitext(|bitext| {
        let unit = reading::unit(bitext, segment)?;
        if unit.is_missing() {
            return Err(Error::new(message!("error-review-missing", segment = segment))
                .hint(message!("hint-ack-missing", article = argument(&args.article))));
        }
        let open = unit.change.is_some() || unit.is_unsealed();
        let texts = || (unit.segments.start, unit.source.to_string(), unit.target.to_string());
        Ok(open.then(|| (texts(), unit.state, unit.sealed)))
    })?;
    let Some((seen, state, is_sealed)) = seen else {
        return Err(Error::new(message!("error-ack-nothing", segment = segment))
            .hint(message!("hint-ack-nothing", article = argument(&args.article))));
    };
    let tasks = reading.with_subject(Paths::Shown, task::tasks);
    let shown: Vec<Task> = tasks.into_iter().filter(|task| task.segment == seen.0 + 1).collect();
    cx.write(|screen, out| task::text(&shown, screen, out))?;
    let decision = Decision::Acknowledge { reason: reason(args, cx)? };
    let reopens = decision.reopens(state, is_sealed);
    let seen = Seen { segment: seen.0, source: &seen.1, target: &seen.2 };
    match reading.decide(&[seen], &decision)? {
        0 => Err(Error::new(message!("error-ack-changed", segment = segment))
            .hint(message!("hint-ack-changed"))),
        count => {
            cx.tell(&message!("command-ack-done", count = count));
            if reopens {
                cx.tell(&message!("command-ack-again"));
            }
            Ok(())
        }
    }
}

fn cosmetic(args: &Args, cx: &Context<'_>, workspace: &Workspace, jobs: &[Job]) -> Result<()> {
    let usual = || cx.l10n.text(&message!("command-ack-cosmetic"));
    let reason = args.reason.clone().unwrap_or_else(usual);
    let mut count = 0;
    for job in jobs {
        let reading = Reading::new(workspace, job)?;
        let decision = Decision::Acknowledge { reason: reason.clone() };
        count += reading.with_bitext(|bitext| {
            let is_cosmetic = |unit: &&Unit<'_>| {
                let danger = unit.change.as_ref().map(|change| change.danger);
                danger == Some(Danger::Cosmetic) && unit.sealed
            };
            let seen = bitext.units.iter().filter(is_cosmetic).map(Seen::of).collect::<Vec<_>>();
            reading.decide(&seen, &decision)
        })?;
    }
    cx.tell(&message!("command-ack-done", count = count));
    Ok(())
}

/// The reason given, or asked for on a terminal; a statement without one counts for nothing.
fn reason(args: &Args, cx: &Context<'_>) -> Result<String> {
    let given = match &args.reason {
        Some(reason) => reason.clone(),
        None if io::stdin().is_terminal() => {
            cx.ask(&message!("command-ack-ask"));
            let mut line = String::new();
            io::stdin()
                .lock()
                .read_line(&mut line)
                .map_err(|cause| Error::new(message!("error-input")).refused_by(&cause))?;
            line
        }
        None => String::new(),
    };
    match given.trim() {
        "" => Err(Error::new(message!("error-ack-reason")).hint(message!("hint-ack-reason"))),
        reason => Ok(reason.to_owned()),
    }
}

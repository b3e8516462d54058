//! `tolmach waive`: a finding is right as it is.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use super::reading::{self, Job, Paths, Reading};
use crate::checks::{self, CHECKS, Levels};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Finding, Severity};
use crate::report::waivers::{self, Entry};
use crate::text::shell::argument;
use crate::tracking::{Decision, Seen};
use crate::workspace::Workspace;

/// Arguments of `tolmach waive`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles", required_unless_present = "list")]
    article: Option<String>,
    #[arg(value_name = "segment", required_unless_present = "list")]
    segment: Option<usize>,
    #[arg(long, value_name = "check", required_unless_present = "list")]
    #[arg(value_parser = PossibleValuesParser::new(waivable()))]
    check: Option<String>,
    #[arg(long, value_name = "text", required_unless_present_any = ["list", "remove"])]
    reason: Option<String>,
    #[arg(long, conflicts_with = "reason")]
    remove: bool,
    #[arg(long, conflicts_with_all = ["segment", "check", "reason", "remove"])]
    list: bool,
}

fn waivable() -> Vec<&'static str> {
    CHECKS.iter().filter(|check| check.is_waivable()).map(|check| check.id).collect()
}

/// Records the waiver in the pair of one segment, takes it back, or lists all.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let selectors: Vec<String> = args.article.iter().cloned().collect();
    let jobs = reading::jobs(&workspace, &selectors, &targets)?;
    match (args.segment, &args.check) {
        (Some(segment), Some(check)) if !args.list => {
            let job = reading::only(&jobs)?;
            waive(args, cx, (&workspace, job), (segment, check))?;
        }
        _ => list(cx, (&workspace, &jobs))?,
    }
    Ok(Outcome::Clean)
}

fn waive(
    args: &Args,
    cx: &Context<'_>,
    (workspace, job): (&Workspace, &Job),
    (segment, check): (usize, &str),
) -> Result<()> {
    let reading = Reading::new(workspace, job)?;
    let decision = match &args.reason {
        None => Decision::Unwaive(check.to_owned()),
        Some(reason) if reason.trim().is_empty() => {
            return Err(
                Error::new(message!("error-ack-reason")).hint(message!("hint-waive-reason"))
            );
        }
        Some(reason) => {
            find(&reading, segment, check)?;
            let (check, reason) = (check.to_owned(), reason.trim().to_owned());
            Decision::Waive { check, reason }
        }
    };
    let count = reading.with_bitext(|bitext| {
        let unit = reading::unit(bitext, segment)?;
        reading.decide(&[Seen::of(unit)], &decision)
    })?;
    if count == 0 {
        return Err(Error::new(message!("error-waive-nothing", segment = segment, check = check))
            .hint(message!("hint-waive-list")));
    }
    let article = job.article.id.as_str();
    let done = message!(
        "command-waive-done",
        segment = segment,
        check = check,
        article = argument(article)
    );
    let removed = message!("command-waive-removed", segment = segment, check = check);
    cx.tell(if args.remove { &removed } else { &done });
    Ok(())
}

/// The finding that is to be waived; an error where the check has none there.
fn find(reading: &Reading<'_>, segment: usize, check: &str) -> Result<Finding> {
    reading.with_bitext(|bitext| reading::unit(bitext, segment).map(|_| ()))?;
    let levels: Levels = CHECKS
        .iter()
        .map(|each| (each.id, (each.id == check).then_some(Severity::Error)))
        .collect();
    let findings = reading.with_subject(Paths::Shown, |subject| checks::run(subject, &levels));
    findings.into_iter().find(|finding| finding.segment == Some(segment)).ok_or_else(|| {
        let article = reading.article.id.as_str();
        Error::new(message!("error-waive-none", segment = segment, check = check))
            .hint(message!("hint-waive-none", article = argument(article)))
    })
}

fn list(cx: &Context<'_>, (workspace, jobs): (&Workspace, &[Job])) -> Result<()> {
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let entries = reading::each(
        (workspace, jobs),
        &bar,
        || (),
        |(), reading| Ok(reading.with_subject(Paths::Shown, waivers::entries)),
    );
    drop(bar);
    let (entries, failure) = cx.some(entries)?;
    let entries: Vec<Entry> = entries.into_iter().flatten().collect();
    cx.write(|screen, out| waivers::text(&entries, screen, out))?;
    failure.map_or(Ok(()), Err)
}

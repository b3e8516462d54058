//! `tolmach waive`: a finding is right as it is.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Exit};
use super::{segments, surplus};
use crate::checks::{self, CHECKS};
use crate::desk::reading::{self, JobReading, Paths};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Finding;
use crate::report::waivers::{self, WaiverEntry};
use crate::text::shell::argument;
use crate::tracking::{Decision, SeenUnit};
use crate::workspace::Batch;

/// Arguments of `tolmach waive`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles", required_unless_present = "list")]
    article: Option<String>,
    #[arg(value_name = "segment", required_unless_present = "list")]
    segments: Vec<String>,
    #[arg(long, value_name = "check", required_unless_present = "list")]
    #[arg(value_parser = PossibleValuesParser::new(waivable()))]
    check: Option<String>,
    #[arg(long, value_name = "text", required_unless_present_any = ["list", "remove"])]
    reason: Option<String>,
    #[arg(long, conflicts_with = "reason")]
    remove: bool,
    #[arg(long, conflicts_with_all = ["segments", "check", "reason", "remove"])]
    list: bool,
}

fn waivable() -> Vec<&'static str> {
    CHECKS.iter().filter(|check| check.is_waivable()).map(|check| check.id).collect()
}

/// Records the waiver in the pair of one segment, takes it back, or lists all.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let selectors: Vec<String> = args.article.iter().cloned().collect();
    let jobs = workspace.jobs(&selectors, &targets)?;
    let named = segments::chosen(&args.segments)?;
    match &args.check {
        Some(check) if !named.is_empty() => {
            let reading = JobReading::new(&workspace, reading::only(&jobs)?)?;
            if !named.segments.is_empty() {
                let wanted = Wanted { numbers: &named.segments, check };
                waive(args, cx, &reading, &wanted)?;
            }
            if !named.surplus.is_empty() {
                let wanted = Wanted { numbers: &named.surplus, check };
                waive_surplus(args, cx, &reading, &wanted)?;
            }
        }
        _ => list(cx, Batch { workspace: &workspace, jobs: &jobs })?,
    }
    Ok(Exit::Clean)
}

/// What a waiver is asked for.
struct Wanted<'a> {
    numbers: &'a [usize],
    check: &'a str,
}

/// Records the waiver in the pairs of texts that only the translation has, or takes it back.
fn waive_surplus(
    args: &Args,
    cx: &Context<'_>,
    reading: &JobReading<'_>,
    &Wanted { numbers, check }: &Wanted<'_>,
) -> Result<()> {
    let count = surplus::settle(reading, numbers, &decision(args, check)?)?;
    if count == 0 {
        return Err(nothing(&format!("+{}", numbers[0]), check));
    }
    let article = argument(&reading.article.id);
    cx.tell(&if args.remove {
        message!("command-waive-surplus-removed", count = count)
    } else {
        message!("command-waive-surplus", count = count, article = article)
    });
    Ok(())
}

/// The waiver asked for, or that it is taken back.
fn decision(args: &Args, check: &str) -> Result<Decision> {
    let check = check.to_owned();
    match args.reason.as_deref().map(str::trim) {
        None => Ok(Decision::Unwaive(check)),
        Some("") => {
            Err(Error::new(message!("error-ack-reason")).hint(message!("hint-waive-reason")))
        }
        Some(reason) => Ok(Decision::Waive { check, reason: reason.to_owned() }),
    }
}

fn waive(
    args: &Args,
    cx: &Context<'_>,
    reading: &JobReading<'_>,
    wanted: &Wanted<'_>,
) -> Result<()> {
    let Wanted { numbers, check } = *wanted;
    let decision = decision(args, check)?;
    let chosen = if args.remove { numbers.to_vec() } else { found(args, reading, wanted)? };
    let mut done = Vec::new();
    for &number in &chosen {
        let count = reading.with_bitext(|bitext| {
            let unit = reading::unit(bitext, number)?;
            reading.decide(&[SeenUnit::of(unit)], &decision)
        })?;
        if count > 0 {
            done.push(number);
        } else if segments::names_alone(&args.segments, number) {
            return Err(nothing(&number.to_string(), check));
        }
    }
    let Some(first) = done.first() else { return Err(nothing(&chosen[0].to_string(), check)) };
    let article = argument(&reading.article.id);
    let (count, check) = (done.len(), check.to_owned());
    cx.tell(&if args.remove {
        message!("command-waive-removed", segment = *first, check = check, count = count)
    } else {
        message!(
            "command-waive-done",
            segment = *first,
            check = check,
            count = count,
            article = article
        )
    });
    Ok(())
}

fn nothing(segment: &str, check: &str) -> Error {
    Error::new(message!("error-waive-nothing", segment = segment, check = check))
        .hint(message!("hint-waive-list"))
}

/// The segments named in which the check finds something; in a range others are passed over.
fn found(
    args: &Args,
    reading: &JobReading<'_>,
    &Wanted { numbers, check }: &Wanted<'_>,
) -> Result<Vec<usize>> {
    let mut found = Vec::new();
    for &number in numbers {
        match find(reading, number, check) {
            Ok(_) => found.push(number),
            Err(error) if segments::names_alone(&args.segments, number) => return Err(error),
            Err(_) => {}
        }
    }
    if found.is_empty() {
        find(reading, numbers[0], check)?;
    }
    Ok(found)
}

/// The finding that is to be waived; an error where the check has none there.
fn find(reading: &JobReading<'_>, segment: usize, check: &str) -> Result<Finding> {
    reading.with_bitext(|bitext| reading::unit(bitext, segment).map(|_| ()))?;
    let levels = reading.workspace.config.levels().only(check);
    let findings = reading.with_subject(Paths::Shown, |subject| checks::run(subject, &levels));
    findings.into_iter().find(|finding| finding.segment == Some(segment)).ok_or_else(|| {
        let article = reading.article.id.as_str();
        Error::new(message!("error-waive-none", segment = segment, check = check))
            .hint(message!("hint-waive-none", article = argument(article)))
    })
}

fn list(cx: &Context<'_>, Batch { workspace, jobs }: Batch<'_>) -> Result<()> {
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let entries = reading::each(
        Batch { workspace, jobs },
        &|| bar.step(),
        || (),
        |(), reading| reading.with_page(Paths::Shown, waivers::entries),
    );
    drop(bar);
    let (entries, failure) = cx.some(entries)?;
    let entries: Vec<WaiverEntry> = entries.into_iter().flatten().collect();
    cx.write(|screen, out| waivers::text(&entries, screen, out))?;
    failure.map_or(Ok(()), Err)
}

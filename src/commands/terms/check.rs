//! `tolmach terms check`: terms that contradict each other, and texts that use them otherwise.

use clap::builder::PossibleValuesParser;

use crate::checks::{self, CHECKS, Levels, TERMS};
use crate::commands::context::{self, Context, Exit};
use crate::desk::reading::{self, Paths};
use crate::error::Result;
use crate::l10n::{Message, message};
use crate::model::{Finding, Location, Position, Severity};
use crate::report::check::{Checked, FORMATS, Failing};
use crate::terms::{ClashKind, Term, TermClash, clashes};
use crate::text::figures::Languages;
use crate::workspace::{AgreedTerms, Batch, Workspace};

/// Arguments of `tolmach terms check`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "severity", default_value = "warning")]
    #[arg(value_parser = PossibleValuesParser::new(Severity::ALL.map(Severity::name)))]
    fail_on: String,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Checks the files of terms, then the articles by them.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let agreed = workspace.terms()?;
    let targets = cx.targets(&workspace)?;
    let mut findings = contradictions(&workspace, agreed, &targets);
    let jobs = workspace.jobs(&args.articles, &targets)?;
    let others = CHECKS.iter().filter(|check| check.id != TERMS.id);
    let levels: Levels = others.map(|check| (check.id, None)).collect();
    let bar = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let paths = Paths::of(&args.format);
    let look = |(): &mut (), reading: reading::JobReading<'_>| {
        Ok(reading.with_subject(paths, |subject| checks::run(subject, &levels)))
    };
    let looked =
        reading::each(Batch { workspace: &workspace, jobs: &jobs }, &|| bar.step(), || (), look);
    drop(bar);
    let (found, failure) = cx.some(looked)?;
    findings.extend(found.into_iter().flatten());
    let articles = jobs.iter().map(|job| (job.article.id.clone(), job.target.clone())).collect();
    let severity = Severity::by_name(&args.fail_on).expect("clap lets only known names through");
    let failing = Failing { severity, danger: None };
    let fails = findings.iter().any(|finding| failing.is_met(finding));
    let time = context::time();
    let is_narrowed = false;
    let checked = Checked {
        checks: CHECKS,
        findings,
        articles,
        levels,
        failing,
        known: 0,
        is_narrowed,
        time,
        part: None,
    };
    cx.report(FORMATS, &args.format, &checked)?;
    if agreed.is_empty() {
        cx.tell(&message!("command-terms-none"));
    }
    match failure {
        Some(failure) => Err(failure),
        None if fails => Ok(Exit::Findings),
        None => Ok(Exit::Clean),
    }
}

/// What contradicts in the files of terms, each once.
fn contradictions(workspace: &Workspace, agreed: &AgreedTerms, targets: &[String]) -> Vec<Finding> {
    let terms: Vec<&Term> = agreed.all().collect();
    let mut findings: Vec<Finding> = Vec::new();
    for target in targets {
        let languages = Languages { source: &workspace.config.source, target };
        for clash in clashes(&terms, languages) {
            let finding = finding(agreed, &clash, target);
            if !findings
                .iter()
                .any(|known| known.location == finding.location && known.message == finding.message)
            {
                findings.push(finding);
            }
        }
    }
    findings
}

fn finding(agreed: &AgreedTerms, clash: &TermClash, target: &str) -> Finding {
    let (text, other) = (clash.text.as_str(), location(clash.other, agreed).to_string());
    let (severity, message): (Severity, Message) = match clash.kind {
        ClashKind::Twice => {
            (Severity::Warning, message!("check-terms-twice", term = text, place = other))
        }
        ClashKind::TwoTranslations => {
            (Severity::Error, message!("check-terms-clash", term = text, place = other))
        }
        ClashKind::AllowedAndForbidden => {
            (Severity::Error, message!("check-terms-both", text = text))
        }
        ClashKind::NoTranslation => {
            (Severity::Info, message!("check-terms-untranslated", term = text, target = target))
        }
    };
    Finding::new(TERMS.id, severity, location(clash.term, agreed), message)
}

fn location(term: usize, agreed: &AgreedTerms) -> Location {
    match agreed.place(term) {
        Some((path, line)) => Location::at(path, Position::line(line)),
        None => Location::default(),
    }
}

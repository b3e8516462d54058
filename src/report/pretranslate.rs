//! What became of drafts that the memory or a machine proposed.

use std::io::{self, Write};

use serde::Serialize;

use crate::desk::{Outcome, Proposal, Verdict};
use crate::l10n::{Message, message};
use crate::report::json::write_json;
use crate::report::{Format, Screen, printable};

/// The forms of the report.
pub const FORMATS: &[Format<Pretranslated>] =
    &[Format { name: "text", write: text }, Format { name: "json", write: json }];

/// All that was proposed.
#[derive(Default)]
pub struct Pretranslated {
    pub rows: Vec<PretranslatedRow>,
    /// Sentences that nothing was proposed for.
    pub left: usize,
    /// Sentences that a machine would be asked about.
    pub asked: usize,
    /// Why a machine was asked no further.
    pub stopped: Option<Message>,
    pub is_preview: bool,
}

/// A draft, or why there is none.
pub struct PretranslatedRow {
    proposal: Proposal,
    outcome: Outcome,
    reason: Option<Message>,
}

impl PretranslatedRow {
    /// A draft and what became of it.
    pub fn judged(proposal: Proposal, verdict: &Verdict) -> Self {
        let reason = verdict.reason.clone().or_else(|| why(verdict.outcome));
        Self { proposal, outcome: verdict.outcome, reason }
    }

    /// A sentence that got no draft.
    pub fn refused(proposal: Proposal, why: Message) -> Self {
        Self { proposal, outcome: Outcome::Refused, reason: Some(why) }
    }
}

/// Why a draft is left that nothing speaks against.
fn why(outcome: Outcome) -> Option<Message> {
    match outcome {
        Outcome::Conflict => Some(message!("report-pretranslate-faster")),
        Outcome::Unknown => Some(message!("report-pretranslate-gone")),
        _ => None,
    }
}

impl Pretranslated {
    /// How many drafts were taken.
    pub fn taken(&self) -> usize {
        self.rows.iter().filter(|row| row.outcome.is_taken()).count()
    }

    /// Whether all that was proposed was taken.
    pub fn is_clean(&self) -> bool {
        !self.rows.iter().any(|row| row.outcome.is_left())
    }

    fn of(&self, origin: &str) -> usize {
        let is_own = |row: &&PretranslatedRow| {
            let own = row.proposal.origin.as_deref();
            row.outcome.is_taken() && own.is_some_and(|own| own.starts_with(origin))
        };
        self.rows.iter().filter(is_own).count()
    }
}

#[derive(Serialize)]
struct WirePretranslated<'a> {
    version: u8,
    rows: Vec<WireDraft<'a>>,
    summary: WireSummary,
}

#[derive(Serialize)]
struct WireDraft<'a> {
    article: &'a str,
    target: &'a str,
    segment: usize,
    outcome: &'static str,
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Serialize)]
struct WireSummary {
    memory: usize,
    machine: usize,
    refused: usize,
    left: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_ask: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped: Option<String>,
}

fn json(told: &Pretranslated, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let row = |row: &PretranslatedRow| row.reason.as_ref().map(|reason| screen.text(reason));
    let rows = told.rows.iter().map(|one| WireDraft {
        article: &one.proposal.article,
        target: &one.proposal.language,
        segment: one.proposal.segment,
        outcome: one.outcome.name(),
        source: &one.proposal.source,
        translation: one.proposal.target.as_deref(),
        origin: one.proposal.origin.as_deref(),
        reason: row(one),
    });
    let rows: Vec<WireDraft<'_>> = rows.collect();
    let refused = told.rows.iter().filter(|row| row.outcome.is_left()).count();
    let summary = WireSummary {
        memory: told.of("memory"),
        machine: told.of("machine"),
        refused,
        left: told.left,
        to_ask: told.is_preview.then_some(told.asked),
        stopped: told.stopped.as_ref().map(|why| screen.text(why)),
    };
    write_json(&WirePretranslated { version: 1, rows, summary }, out)
}

fn text(told: &Pretranslated, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for row in &told.rows {
        let Proposal { article, segment, source, target, origin, .. } = &row.proposal;
        let place = message!(
            "report-pretranslate-place",
            article = printable(article).into_owned(),
            number = *segment
        );
        let origin = origin.as_deref().unwrap_or("machine");
        writeln!(out, "{} · {origin}", screen.text(&place))?;
        writeln!(out, "  {}", printable(source))?;
        if let Some(target) = target {
            writeln!(out, "  {}: {}", row.proposal.language, printable(target))?;
        }
        if let Some(reason) = row.reason.as_ref().filter(|_| row.outcome.is_left()) {
            let reason = message!("report-pretranslate-refused", reason = reason.clone());
            writeln!(out, "  {}", screen.text(&reason))?;
        }
        writeln!(out)?;
    }
    if let Some(why) = &told.stopped {
        let stopped = message!("report-pretranslate-stopped", reason = why.clone());
        writeln!(out, "{}\n", screen.text(&stopped))?;
    }
    let refused = told.rows.iter().filter(|row| row.outcome.is_left()).count();
    let (memory, machine) = (told.of("memory"), told.of("machine"));
    let summary = message!(
        "report-pretranslate-summary",
        memory = memory,
        machine = machine,
        refused = refused,
        left = told.left + told.asked
    );
    writeln!(out, "{}", screen.text(&summary))
}

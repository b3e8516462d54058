//! `tolmach import`: translations come back from the files of other programs.

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use super::context::{Context, Exit};
use crate::desk::{
    Approved, Arrival, Destination, Doubtful, Mailbag, Prefer, Proposal, Rules, Shipment, Unpacker,
    Verdict, apply, arrivals, preview, reading,
};
use crate::error::Result;
use crate::formats::exchange::{Approval, ApprovalChoice, Strays};
use crate::formats::office::word::Revisions;
use crate::l10n::{Message, message};
use crate::report::import::{FORMATS, Received, ReceivedFile, ReceivedRow};
use crate::report::{printable, shorten};
use crate::workspace::Workspace;

/// Arguments of `tolmach import`.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Args {
    #[arg(value_name = "file", required = true)]
    file: Vec<PathBuf>,
    #[arg(long, value_name = "article")]
    article: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
    #[arg(long, value_name = "side", value_parser = PossibleValuesParser::new(["file", "catalog"]))]
    prefer: Option<String>,
    #[arg(long)]
    over_approved: bool,
    #[arg(long)]
    refuse_doubtful: bool,
    #[arg(long, value_name = "encoding")]
    encoding: Option<String>,
    #[arg(long, value_name = "way", default_value = Revisions::default().name())]
    #[arg(value_parser = PossibleValuesParser::new(Revisions::ALL.map(Revisions::name)))]
    revisions: String,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Shows what would come of the files, and takes what a person wants taken.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let article = match &args.article {
        Some(selector) => {
            let selector = std::slice::from_ref(selector);
            let jobs = workspace.jobs(selector, &targets[..1])?;
            Some(reading::only(&jobs)?.article.id.clone())
        }
        None => None,
    };
    let mut ways = Revisions::ALL.into_iter();
    let revisions = ways.find(|way| way.name() == args.revisions).unwrap_or_default();
    let encoding = args.encoding.as_deref();
    let unpacker = Unpacker { workspace: &workspace, targets: &targets, encoding, revisions };
    let mut bag = Mailbag::default();
    args.file.iter().try_for_each(|file| unpacker.open(file, &mut bag))?;
    for path in &bag.unread {
        cx.tell(&message!("command-import-unread", path = path.as_str()));
    }
    if bag.foreign > 0 {
        cx.tell(&message!("command-import-foreign", count = bag.foreign));
    }
    let mut shipments = bag.shipments;
    for shipment in &shipments {
        let (path, delivery) = (shipment.path.as_str(), &shipment.delivery);
        if delivery.obsolete > 0 {
            cx.tell(&message!("command-import-obsolete", path = path, count = delivery.obsolete));
        }
        if delivery.outdated > 0 {
            cx.tell(&message!("command-import-outdated", path = path, count = delivery.outdated));
        }
        if delivery.strays.count > 0 {
            cx.tell(&strays(path, &delivery.strays));
        }
        if let Some(approval) = &shipment.delivery.approval {
            cx.tell(&decision(&shipment.path, approval));
        }
    }
    let destination = Destination { article: article.as_deref(), targets: &targets };
    let arrivals = arrivals(&workspace, &mut shipments, &destination, &|| ())?;
    let post = Post { args, cx, workspace: &workspace, shipments, arrivals };
    post.settle()
}

/// The most words outside the columns that are shown.
const SHOWN: usize = 3;

/// Columns of the terminal that one of them may take.
const WIDEST: usize = 60;

/// Which words of a file were left where they stand.
fn strays(path: &str, strays: &Strays) -> Message {
    let shown = strays.words.iter().take(SHOWN).map(|one| {
        let text = printable(&one.text);
        let text = shorten(&text, WIDEST).into_owned();
        if one.place.is_empty() { text } else { format!("{}: {text}", one.place) }
    });
    let words = shown.collect::<Vec<_>>().join("; ");
    let more = strays.count.saturating_sub(SHOWN);
    message!("command-import-strays", path = path, words = words, more = more)
}

/// What somebody decided in the box of a page to approve.
fn decision(path: &str, approval: &Approval) -> Message {
    let (name, date) = (approval.name.as_str(), approval.date.as_str());
    if approval.choice == ApprovalChoice::Unclear {
        return message!("command-import-approval-unclear", path = path);
    }
    if name.is_empty() {
        return message!("command-import-approval-unsigned", path = path);
    }
    let signed = if date.is_empty() { name.to_owned() } else { format!("{name}, {date}") };
    match approval.choice {
        ApprovalChoice::Refused => {
            message!("command-import-approval-refused", path = path, name = signed)
        }
        _ => message!("command-import-approval", path = path, name = signed),
    }
}

/// Everything that arrived, before it is settled.
struct Post<'a> {
    args: &'a Args,
    cx: &'a Context<'a>,
    workspace: &'a Workspace,
    shipments: Vec<Shipment>,
    arrivals: Vec<Arrival>,
}

impl Post<'_> {
    fn settle(&self) -> Result<Exit> {
        let proposals: Vec<Proposal> =
            self.open().map(|arrival| arrival.proposal.clone()).collect();
        let (workspace, rules) = (self.workspace, self.rules());
        let progress = self.cx.progress(proposals.len(), &message!("command-progress-reading"));
        let step = || progress.step();
        if self.args.yes {
            let verdicts = apply(workspace, &proposals, rules, &step)?;
            drop(progress);
            return self.told(verdicts);
        }
        let verdicts = preview(workspace, &proposals, rules, &step)?;
        drop(progress);
        let count = verdicts.iter().filter(|verdict| verdict.outcome.is_taken()).count();
        let outcome = self.told(verdicts.clone())?;
        if self.args.dry_run || count == 0 {
            return Ok(outcome);
        }
        if !io::stdin().is_terminal() {
            self.cx.tell(&message!("command-import-unasked", count = count));
            return Ok(Exit::Findings);
        }
        let answer = self.cx.answer(&message!("command-import-question", count = count))?;
        if !self.cx.is_yes(&answer) {
            return Ok(outcome);
        }
        let done = apply(workspace, &proposals, rules, &|| ())?;
        let taken = done.iter().filter(|verdict| verdict.outcome.is_taken()).count();
        self.cx.tell(&message!("command-import-done", count = taken));
        self.next();
        let is_left = |verdict: &Verdict| verdict.outcome.is_left();
        Ok(if done.iter().any(is_left) { Exit::Findings } else { outcome })
    }

    /// Reports on all rows; says what to do with those left over.
    fn told(&self, verdicts: Vec<Verdict>) -> Result<Exit> {
        let received = self.received(verdicts);
        self.cx.report(FORMATS, &self.args.format, &received)?;
        if self.args.yes {
            self.next();
        }
        let is_left = received.rows().any(|row| row.verdict.outcome.is_left());
        let refused: usize = self.shipments.iter().map(|shipment| shipment.refused).sum();
        if refused > 0 {
            self.cx.tell(&message!("command-import-revised", count = refused));
        }
        Ok(if is_left || refused > 0 { Exit::Findings } else { Exit::Clean })
    }

    fn next(&self) {
        self.cx.tell(&message!("command-import-next"));
    }

    fn open(&self) -> impl Iterator<Item = &Arrival> {
        self.arrivals.iter().filter(|arrival| arrival.foregone.is_none())
    }

    fn received(&self, verdicts: Vec<Verdict>) -> Received {
        let file = |shipment: &Shipment| ReceivedFile {
            path: shipment.path.clone(),
            format: shipment.format,
            rows: Vec::new(),
            strays: shipment.delivery.strays.words.clone(),
        };
        let mut files: Vec<ReceivedFile> = self.shipments.iter().map(file).collect();
        let mut verdicts = verdicts.into_iter();
        for arrival in &self.arrivals {
            let verdict = arrival.foregone.clone().or_else(|| verdicts.next());
            let Some(verdict) = verdict else { continue };
            let (proposal, line) = (arrival.proposal.clone(), arrival.line);
            files[arrival.file].rows.push(ReceivedRow { line, proposal, verdict });
        }
        Received { files }
    }

    fn rules(&self) -> Rules {
        Rules {
            prefer: match self.args.prefer.as_deref() {
                Some("file") => Prefer::File,
                Some("catalog") => Prefer::Catalog,
                _ => Prefer::Neither,
            },
            approved: if self.args.over_approved { Approved::Replace } else { Approved::Keep },
            doubtful: if self.args.refuse_doubtful { Doubtful::Refuse } else { Doubtful::Tell },
        }
    }
}

//! `tolmach import`: translations come back from the files of other programs.

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use crate::desk::{
    Approved, Arrival, Destination, Doubtful, Prefer, Proposal, Rules, Shipment, Verdict, apply,
    arrivals, preview, reading,
};
use crate::error::{Error, Result};
use crate::formats::exchange::{self, Delivery, ReadFault};
use crate::formats::office::word::Revisions;
use crate::formats::returned::{self, Haul};
use crate::l10n::message;
use crate::model::{Lines, Location};
use crate::report::import::{FORMATS, Received, ReceivedFile, ReceivedRow};
use crate::text::figures::Languages;
use crate::workspace::{Workspace, read_archive, read_encoded, read_input};

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
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
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
    let shipments = args.file.iter().map(|file| shipment(args, &workspace, file, &targets));
    let shipments = shipments.collect::<Result<Vec<_>>>()?;
    let destination = Destination { article: article.as_deref(), targets: &targets };
    let arrivals = arrivals(&workspace, &shipments, &destination, &|| ())?;
    let post = Post { args, cx, workspace: &workspace, shipments, arrivals };
    post.settle()
}

/// Reads a file in whichever format it is.
fn shipment(
    args: &Args,
    workspace: &Workspace,
    file: &Path,
    targets: &[String],
) -> Result<Shipment> {
    let path = file.display().to_string();
    if let Some(bytes) = read_archive(&workspace.meant(file))? {
        return unpacked(args, path, &bytes);
    }
    let text = match &args.encoding {
        Some(encoding) => read_encoded(&workspace.meant(file), encoding)?,
        None => read_input(&workspace.meant(file))?,
    };
    let Some(format) = exchange::recognised(&text) else {
        let names: Vec<&str> = exchange::FORMATS.iter().map(|format| format.name).collect();
        return Err(Error::new(message!("error-exchange-unknown", path = path.as_str()))
            .at(Location::file(path))
            .hint(message!("hint-exchange-unknown", names = names.join(", "))));
    };
    let source = workspace.config.source.as_str();
    // Only a memory holds several languages; of others the first is as good as any.
    let count = if format.name == "tmx" { targets.len() } else { 1 };
    let mut whole = Delivery::default();
    for target in &targets[..count] {
        let delivery = (format.read)(&text, Languages { source, target })
            .map_err(|fault| broken(fault, &path, &text))?;
        whole.language = delivery.language.filter(|_| count == 1);
        whole.slips.extend(delivery.slips);
    }
    let delivery = whole;
    Ok(Shipment { path, format: format.name, delivery, refused: 0 })
}

/// What a file of Word, Excel or an office program like them brings.
fn unpacked(args: &Args, path: String, bytes: &[u8]) -> Result<Shipment> {
    let mut ways = Revisions::ALL.into_iter();
    let revisions = ways.find(|way| way.name() == args.revisions).unwrap_or_default();
    let Haul { format, slips, refused } = returned::read(&path, bytes, revisions)?;
    let delivery = Delivery { slips, language: None };
    Ok(Shipment { path, format, delivery, refused })
}

/// A fault with its line and column, for people.
fn broken(fault: ReadFault, path: &str, text: &str) -> Error {
    let position = Lines::new(text).position(text.floor_char_boundary(fault.offset));
    let error = Error::new(fault.message).at(Location::at(path, position));
    match fault.words {
        Some(words) => error.caused_by(words),
        None => error,
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
    fn settle(&self) -> Result<Outcome> {
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
            return Ok(Outcome::Findings);
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
        Ok(if done.iter().any(is_left) { Outcome::Findings } else { outcome })
    }

    /// Reports on all rows; says what to do with those left over.
    fn told(&self, verdicts: Vec<Verdict>) -> Result<Outcome> {
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
        Ok(if is_left || refused > 0 { Outcome::Findings } else { Outcome::Clean })
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

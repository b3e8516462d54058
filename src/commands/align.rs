//! `tolmach align`: pairs the sentences of existing translations.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use super::reading::{self, Job};
use crate::align::{self, ACCEPT, Lexicon, Side};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Catalog, Document, Pair, State};
use crate::parse::Syntax;
use crate::report::align::{Aligned, Alignment, FORMATS, Row};
use crate::workspace::{self, Workspace};

/// Arguments of `tolmach align`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "revision")]
    source_at: Option<String>,
    #[arg(long, value_name = "number", default_value = "0.5")]
    strictness: f64,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Pairs two files, or every article that has a translation and no catalog yet.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    if let [source, target] = args.articles.as_slice()
        && Path::new(source).is_file()
        && Path::new(target).is_file()
    {
        return files(args, cx, (Path::new(source), Path::new(target)));
    }
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, &args.articles, &targets)?;
    let mut aligned = Vec::new();
    let mut writes = Vec::new();
    for target in &targets {
        for (path, article) in adopt(args, cx, &workspace, (&jobs, target))? {
            writes.push((path, catalog(&article)));
            aligned.push(article);
        }
    }
    let count = aligned.len();
    cx.report(FORMATS, &args.format, &Alignment::Articles(aligned))?;
    if !args.dry_run {
        workspace.save_catalogs(&writes)?;
        cx.tell(&message!("command-align-done", count = count));
    }
    Ok(Outcome::Clean)
}

fn files(args: &Args, cx: &Context<'_>, (source, target): (&Path, &Path)) -> Result<Outcome> {
    let workspace = match &cx.globals.workspace {
        Some(root) => Workspace::open(root)?,
        None => Workspace::find_or_default(&super::context::folder()?)?,
    };
    let config = &workspace.config;
    let into = cx.globals.target.as_ref().unwrap_or(&config.targets[0]);
    let read = |path: &Path, language: &str| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension.and_then(Syntax::by_extension).is_none() {
            let path = path.display().to_string();
            return Err(Error::new(message!("error-syntax", path = path)));
        }
        Ok(workspace.parsed(workspace::read_input(path)?, path, language))
    };
    let pages = [(read(source, &config.source)?, read(target, into)?)];
    let lexicon = learnt(&workspace, &pages, (&config.source, into));
    let rows = rows(&pages[0], &lexicon, args.strictness);
    cx.report(FORMATS, &args.format, &Alignment::Files(rows))?;
    Ok(Outcome::Clean)
}

/// The articles that can be adopted, aligned with what all of them teach.
fn adopt(
    args: &Args,
    cx: &Context<'_>,
    workspace: &Workspace,
    (jobs, target): (&[Job], &str),
) -> Result<Vec<(PathBuf, Aligned)>> {
    let mut found = Vec::new();
    for job in jobs.iter().filter(|job| job.target == target) {
        if workspace.catalog(&job.article, target)?.is_some() {
            continue;
        }
        if let Some(translation) = workspace.translation(&job.article, target)? {
            found.push((job, (source(args, workspace, job)?, translation)));
        }
    }
    let (jobs, pages): (Vec<&Job>, Vec<(Document, Document)>) = found.into_iter().unzip();
    let languages = (workspace.config.source.as_str(), target);
    let lexicon = learnt(workspace, &pages, languages);
    let bar = cx.progress(pages.len(), &message!("command-progress-aligning"));
    let aligned = jobs.iter().zip(&pages).map(|(job, page)| {
        let pairs = rows(page, &lexicon, args.strictness);
        bar.step();
        let article = job.article.id.clone();
        let path = job.article.catalog_path(target);
        (path, Aligned { article, target: target.to_owned(), pairs })
    });
    Ok(aligned.collect())
}

/// The source as it is, or as it stood in the revision asked for.
fn source(args: &Args, workspace: &Workspace, job: &Job) -> Result<Document> {
    let path = &job.article.source;
    let then = args.source_at.as_ref().map(|revision| workspace.git().text_at(revision, path));
    match then.transpose()?.flatten() {
        Some(text) => Ok(workspace.parsed(text, path, &workspace.config.source)),
        None => workspace.document(&job.article),
    }
}

/// What the workspace's pairs and the pages themselves teach.
fn learnt(
    workspace: &Workspace,
    pages: &[(Document, Document)],
    (from, into): (&str, &str),
) -> Lexicon {
    let articles = workspace.articles(&[]).unwrap_or_default();
    let catalogs = articles.iter().filter_map(|article| workspace.catalog(article, into).ok()?);
    let pairs: Vec<Pair> = catalogs.flat_map(|catalog| catalog.pairs).collect();
    let sure = pairs.iter().filter(|pair| pair.state > State::Draft && pair.is_sealed());
    let known: Vec<_> = sure.map(|pair| (pair.source.as_str(), pair.target.as_str())).collect();
    if pages.len() < 2 {
        return Lexicon::learn(known.into_iter(), from, into);
    }
    let sides: Vec<(Side<'_>, Side<'_>)> =
        pages.iter().map(|(source, target)| (side(source), side(target))).collect();
    Lexicon::learn_from_pages(&sides, &known, from, into)
}

fn side(document: &Document) -> Side<'_> {
    let mut side = Side::default();
    for (number, block) in document.blocks.iter().enumerate() {
        for segment in &document.segments[block.segments.clone()] {
            side.sentences.push(&segment.text);
            side.blocks.push(number);
            side.kinds.push(block.kind);
        }
    }
    side
}

fn rows((source, target): &(Document, Document), lexicon: &Lexicon, strictness: f64) -> Vec<Row> {
    let (source, target) = (side(source), side(target));
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let beads = align::align(&source, &target, lexicon, strictness);
    let row = |bead: align::Bead| Row {
        source: texts(&source.sentences[bead.source]),
        target: texts(&target.sentences[bead.target]),
        confidence: (bead.confidence * 1e4).round() / 1e4,
    };
    beads.into_iter().map(row).collect()
}

/// The pairs to store: sure ones are translations, the rest wait as drafts.
fn catalog(aligned: &Aligned) -> Catalog {
    let rows = aligned.pairs.iter().filter(|row| !row.target.is_empty());
    let pair = |row: &Row| {
        let is_sure = row.confidence >= ACCEPT && !row.source.is_empty();
        let state = if is_sure { State::Translated } else { State::Draft };
        let mut pair = Pair::new(row.source.join(" "), row.target.join(" "), state);
        pair.origin = Some(format!("align {:.2}", row.confidence));
        pair
    };
    Catalog { pairs: rows.map(pair).collect() }
}

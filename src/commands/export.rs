//! `tolmach export`: bilingual pages, sentence beside sentence.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;

use super::context::{self, Context, Outcome};
use super::handover::{self, Handover};
use super::paged::page;
use super::unready::{self, Unready};
use crate::desk::reading::{self, Reading};
use crate::error::{Error, Result};
use crate::formats::exchange::{self, Ripeness};
use crate::formats::pages::html::index::{Entry, index};
use crate::formats::pages::{self, Form, Format, Page, Policy, document, html};
use crate::formats::{docx, xlsx};
use crate::l10n::{Localizers, message};
use crate::report::export_json;
use crate::workspace::{Article, Job, Leftovers, Sheet, Shelf, Workspace};

/// Arguments of `tolmach export`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    pub articles: Vec<String>,
    #[arg(long, value_name = "format", default_value = "html")]
    #[arg(value_parser = PossibleValuesParser::new(names()))]
    format: String,
    #[arg(long, value_name = "folder")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "policy")]
    #[arg(value_parser = PossibleValuesParser::new(Policy::ALL.map(Policy::name)))]
    stale: Option<String>,
    #[arg(long)]
    r#final: bool,
    #[arg(long)]
    approval: bool,
    #[arg(long, value_name = "revision", num_args = 0..=1, default_missing_value = "")]
    #[arg(conflicts_with = "approval")]
    pub redline: Option<String>,
    #[arg(long, requires = "out")]
    force: bool,
    #[arg(long, value_name = "states", value_delimiter = ',')]
    #[arg(value_parser = PossibleValuesParser::new(Ripeness::ALL.map(Ripeness::name)))]
    only: Vec<String>,
}

/// The forms that people read, then those that come back.
fn names() -> Vec<&'static str> {
    let pages =
        ["html", "markdown", "text", "json", "document", docx::TABLE.name, xlsx::FORMAT.name];
    let exchange = exchange::FORMATS.into_iter().map(|format| format.name);
    pages.into_iter().chain(exchange).collect()
}

/// Writes one page to standard output, or all pages into a folder.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    if let Some(format) = exchange::by_name(&args.format) {
        let only = args.only.iter().filter_map(|name| Ripeness::by_name(name)).collect();
        let (articles, out) = (args.articles.as_slice(), args.out.as_ref());
        let handover = Handover { format, articles, out, only, is_forced: args.force };
        return handover::run(&handover, cx);
    }
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = workspace.jobs(&args.articles, &targets)?;
    match (&args.out, jobs.as_slice()) {
        (Some(_), jobs) | (None, jobs @ [_]) if is_refused(args, cx, (&workspace, jobs)) => {
            Ok(Outcome::Findings)
        }
        (Some(folder), jobs) => write_pages(args, cx, (&workspace, jobs), folder),
        (None, [job]) => {
            let reading = Reading::new(&workspace, job)?;
            let path = workspace.shown(&job.article.source);
            let (bytes, unready) =
                page(&reading, look(args), &Localizers::new(cx.l10n.locale()), |page| {
                    made(args, page, path)
                })?;
            context::print(encoded(args, &reading, bytes)?)?;
            unready::tell(&[unready], cx);
            Ok(Outcome::Clean)
        }
        (None, jobs) => Err(Error::new(message!("error-export-many", count = jobs.len()))
            .hint(message!("hint-export-many"))),
    }
}

fn write_pages(
    args: &Args,
    cx: &Context<'_>,
    (workspace, jobs): (&Workspace, &[Job]),
    folder: &Path,
) -> Result<Outcome> {
    let mut names: Vec<String> =
        jobs.iter().map(|job| name(args, (&job.article, &job.target))).collect();
    names.extend(has_index(args, jobs).then(|| INDEX.to_owned()));
    let shelf = workspace.shelf(folder, &names)?;
    if !args.force {
        refuse_foreign(args, cx, (workspace, jobs), &shelf)?;
    }
    let progress = cx.progress(jobs.len(), &message!("command-progress-writing"));
    let locale = cx.l10n.locale();
    let prepare = || Localizers::new(locale);
    let written =
        reading::each((workspace, jobs), &|| progress.step(), prepare, |l10n, reading| {
            let href = name(args, (reading.article, reading.target));
            let path = workspace.shown(&reading.article.source);
            let ((bytes, unready), entry) = page(&reading, look(args), l10n, |page| {
                (made(args, page, path), Entry::new(page, href.as_str()))
            })?;
            let sheet = shelf.stage(&href, &encoded(args, &reading, bytes)?)?;
            Ok(Written { entry, unready, sheet })
        });
    drop(progress);
    let (written, failure) = cx.some(written)?;
    let mut count = written.len();
    let (mut unready, mut sheets, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for page in written {
        unready.push(page.unready);
        sheets.extend(page.sheet);
        entries.push(page.entry);
    }
    if has_index(args, jobs) && failure.is_none() {
        count += 1;
        sheets.extend(shelf.stage(INDEX, index(&entries, cx.l10n).as_bytes())?);
    }
    let changed = sheets.len();
    Shelf::publish(sheets)?;
    let leftovers = leftovers(args, (workspace, jobs), &shelf)?;
    shelf.close(&names, &leftovers.removed)?;
    cx.tell(&message!(
        "command-export-written",
        count = count,
        changed = changed,
        folder = folder.display().to_string()
    ));
    if has_index(args, jobs) {
        let path = folder.join(INDEX).display().to_string();
        cx.tell(&message!("command-export-open", path = path));
    }
    tell_leftovers(&leftovers, cx);
    unready::tell(&unready, cx);
    failure.map_or(Ok(Outcome::Clean), Err)
}

/// A page whose bytes wait beside it, or that had them already.
struct Written {
    entry: Entry,
    unready: Unready,
    sheet: Option<Sheet>,
}

/// The page's bytes, and what on it holds no longer and isn't told there.
fn made(args: &Args, page: &Page<'_>, path: String) -> (Vec<u8>, Unready) {
    ((format(args).write)(page), Unready::of(&args.format, page, path))
}

/// Whether pages may not be written as they are: the final form tells nobody what is critical.
fn is_refused(args: &Args, cx: &Context<'_>, (workspace, jobs): (&Workspace, &[Job])) -> bool {
    if !args.r#final || args.stale.is_some() {
        return false;
    }
    let progress = cx.progress(jobs.len(), &message!("command-progress-reading"));
    let locale = cx.l10n.locale();
    let prepare = || Localizers::new(locale);
    let found = reading::each((workspace, jobs), &|| progress.step(), prepare, |l10n, reading| {
        let path = workspace.shown(&reading.article.source);
        page(&reading, look(args), l10n, |page| Unready::of_document(page, path))
    });
    drop(progress);
    // What can't be read is told where the others are written.
    let critical: Vec<Unready> = found.into_iter().flatten().map(Unready::critical).collect();
    let count = critical.iter().map(|page| page.lapses.len()).sum::<usize>();
    if count > 0 {
        unready::tell_places(&critical, cx);
        cx.tell(&message!("command-export-critical", count = count));
    }
    count > 0
}

/// What stands in the folder of articles that are gone; nothing unless all articles were asked for.
fn leftovers(
    args: &Args,
    (workspace, jobs): (&Workspace, &[Job]),
    shelf: &Shelf,
) -> Result<Leftovers> {
    if !args.articles.is_empty() {
        return Ok(Leftovers::default());
    }
    let known: HashSet<String> =
        jobs.iter().map(|job| name(args, (&job.article, &job.target))).collect();
    let targets: HashSet<&str> = jobs.iter().map(|job| job.target.as_str()).collect();
    let extension = format(args).extension;
    let is_gone = |page: &str| {
        let file = page.rsplit_once('/').and_then(|(_, file)| file.rsplit_once('.'));
        file.is_some_and(|(target, end)| targets.contains(target) && end == extension)
            && !known.contains(page)
            || page == INDEX && args.format == html::FORMAT.name && !has_index(args, jobs)
    };
    workspace.clear(shelf, is_gone)
}

fn tell_leftovers(leftovers: &Leftovers, cx: &Context<'_>) {
    if !leftovers.removed.is_empty() {
        cx.tell(&message!("command-export-removed", count = leftovers.removed.len()));
    }
    for path in &leftovers.changed {
        cx.tell(&message!("command-export-left", path = path));
    }
}

/// Refuses a file that no export wrote, unless it is what this one would write.
fn refuse_foreign(
    args: &Args,
    cx: &Context<'_>,
    (workspace, jobs): (&Workspace, &[Job]),
    shelf: &Shelf,
) -> Result<()> {
    if has_index(args, jobs) && shelf.is_foreign(INDEX) {
        return Err(shelf.refusal(INDEX));
    }
    let is_suspect = |job: &&Job| shelf.is_foreign(&name(args, (&job.article, &job.target)));
    let suspects: Vec<Job> = jobs.iter().filter(is_suspect).cloned().collect();
    let progress = cx.progress(suspects.len(), &message!("command-progress-reading"));
    let locale = cx.l10n.locale();
    let prepare = || Localizers::new(locale);
    let compared =
        reading::each((workspace, &suspects), &|| progress.step(), prepare, |l10n, reading| {
            let bytes = page(&reading, look(args), l10n, format(args).write)?;
            let href = name(args, (reading.article, reading.target));
            let is_same = shelf.holds(&href, &encoded(args, &reading, bytes)?);
            if is_same { Ok(()) } else { Err(shelf.refusal(&href)) }
        });
    compared.into_iter().collect()
}

/// Name of the page over all pages.
const INDEX: &str = "index.html";

fn has_index(args: &Args, jobs: &[Job]) -> bool {
    args.format == html::FORMAT.name && jobs.len() != 1
}

/// The page's path below the folder, with `/`.
fn name(args: &Args, (article, target): (&Article, &str)) -> String {
    format!("{}/{target}.{}", article.id, format(args).extension)
}

/// The page's bytes: a document is written as its source is, every other page in UTF-8.
fn encoded(args: &Args, reading: &Reading<'_>, bytes: Vec<u8>) -> Result<Vec<u8>> {
    if args.format != document::FORMAT.name {
        return Ok(bytes);
    }
    let text = String::from_utf8(bytes).expect("a document is made of texts");
    Ok(reading.workspace.encoding(reading.article)?.encode(&text))
}

fn look(args: &Args) -> (Policy, Form) {
    let policy = args.stale.as_deref().and_then(Policy::by_name).unwrap_or(Policy::Mark);
    (policy, if args.r#final { Form::Final } else { Form::Working })
}

fn format(args: &Args) -> &'static Format {
    const JSON: &Format = &export_json::FORMAT;
    if args.format == xlsx::FORMAT.name {
        return &xlsx::FORMAT;
    }
    if args.format == docx::TABLE.name {
        return if args.approval { &docx::APPROVAL } else { &docx::TABLE };
    }
    let found = pages::by_name(&args.format).or((args.format == JSON.name).then_some(JSON));
    found.expect("clap lets only known names through")
}

//! `tolmach export --redline`: what changed since a sign-off, as Word records changes.

use std::collections::HashMap;
use std::path::Path;

use super::context::{self, Context, Exit};
use super::export;
use super::site::{SiteLook, page};
use crate::catalog;
use crate::desk::reading::JobReading;
use crate::error::{Error, Result};
use crate::formats::docx::{self, EarlierArticle};
use crate::formats::office::word::Author;
use crate::formats::pages::{Form, Page, PageLinks, Policy, SiteFrame};
use crate::l10n::{Localizers, message};
use crate::model::{Catalog, Pair, State};
use crate::tracking::{self, Tongue};
use crate::workspace::{Job, Shelf, Workspace};

/// Writes a page of changes for each article.
pub fn run(args: &export::Args, cx: &Context<'_>) -> Result<Exit> {
    export::refuse_unfit(args)?;
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = workspace.jobs(&args.articles, &targets)?;
    let revision = args.redline.as_deref().filter(|revision| !revision.is_empty());
    let folder = args.out.as_deref();
    if folder.is_none() && jobs.len() != 1 {
        return Err(Error::new(message!("error-export-many", count = jobs.len()))
            .hint(message!("hint-export-many")));
    }
    let mut files = Vec::new();
    for job in &jobs {
        let bytes = redline(cx, &workspace, job, revision)?;
        files.push((format!("{}/{}.redline.docx", job.article.id, job.target), bytes));
    }
    match folder {
        Some(folder) => {
            let count = files.len();
            let changed = write(args, &workspace, folder, &files)?;
            let folder = folder.display().to_string();
            cx.tell(&message!(
                "command-export-written",
                count = count,
                changed = changed,
                folder = folder
            ));
        }
        None => context::print(&files[0].1)?,
    }
    Ok(Exit::Clean)
}

/// Writes the pages over what an export wrote, and over nothing else; says how many changed.
fn write(
    args: &export::Args,
    workspace: &Workspace,
    folder: &Path,
    files: &[(String, Vec<u8>)],
) -> Result<usize> {
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let shelf = workspace.shelf(folder, &names)?;
    let mut sheets = Vec::new();
    for (name, bytes) in files {
        sheets.extend(if args.force {
            shelf.stage(name, bytes)?
        } else {
            shelf.stage_over_own(name, bytes)?
        });
    }
    let changed = sheets.len();
    Shelf::publish(sheets)?;
    shelf.close(&names, &[])?;
    Ok(changed)
}

fn redline(
    cx: &Context<'_>,
    workspace: &Workspace,
    job: &Job,
    revision: Option<&str>,
) -> Result<Vec<u8>> {
    let since = match revision {
        Some(revision) => workspace.git().commit(revision)?,
        None => signed_off(workspace, job)?,
    };
    let earlier = earlier(workspace, job, &since)?;
    let authors = [&job.article.source, &job.article.catalog_path(&job.target)].map(|path| {
        let touch = workspace.git().touched(&since, path);
        touch.map_or_else(
            || Author { name: "?".to_owned(), on: None },
            |touch| Author { name: touch.name, on: touch.on },
        )
    });
    let reading = JobReading::new(workspace, job)?;
    let localizers = Localizers::new(cx.l10n.locale());
    let short: String = since.chars().take(8).collect();
    let label = revision.unwrap_or(&short);
    let look = SiteLook {
        stale: Policy::Mark,
        form: Form::Final,
        localizers: &localizers,
        site: &SiteFrame::default(),
        links: &PageLinks::default(),
        only: &[],
    };
    page(&reading, &look, |page| Ok(compared(page, &earlier, label, authors)))
}

/// The page of changes against pairs of an earlier version.
fn compared(page: &Page<'_>, earlier: &Catalog, since: &str, authors: [Author; 2]) -> Vec<u8> {
    let tongue = Tongue::new(page.source_language.split('-').next().unwrap_or_default());
    let before = tracking::compare(page.bitext.document, earlier, &tongue);
    let mut was: HashMap<usize, [&str; 2]> = HashMap::new();
    for unit in before.units.iter().filter(|unit| !unit.pairs.is_empty()) {
        was.insert(unit.segments.start, [&*unit.previous, translated(&unit.target)]);
    }
    let rows = page.bitext.units.iter();
    let was = rows.map(|unit| was.get(&unit.segments.start).copied().unwrap_or_default());
    let gone = before.orphans.iter().filter_map(|index| earlier.pairs.get(*index));
    let gone = gone.map(|pair| [pair.source.as_str(), translated(&pair.target)]);
    let earlier = EarlierArticle { since, was: was.collect(), gone: gone.collect(), authors };
    docx::write_redline(page, &earlier)
}

/// What stands for a translation that wasn't there: only pairs with one are compared.
const UNTRANSLATED: &str = "\u{fffc}";

/// What an article said at a commit: each sentence with its translation.
fn earlier(workspace: &Workspace, job: &Job, commit: &str) -> Result<Catalog> {
    let git = workspace.git();
    let path = job.article.catalog_path(&job.target);
    let text = git.text_at(commit, &path)?.unwrap_or_default();
    let held = catalog::read(&text, || workspace.shown(&path))?;
    let source = git.text_at(commit, &job.article.source)?.unwrap_or_default();
    let document = workspace.parsed(source, &job.article.source, &workspace.config.source);
    let tongue = Tongue::new(workspace.config.source_subtag());
    let bitext = tracking::outline(&document, &held, &tongue);
    let pairs = bitext.units.iter();
    let pairs = pairs.map(|unit| {
        let target = if unit.is_missing() { UNTRANSLATED } else { &*unit.target };
        Pair::new(&*unit.source, target, State::Translated)
    });
    Ok(Catalog { pairs: pairs.collect() })
}

fn translated(target: &str) -> &str {
    if target == UNTRANSLATED { "" } else { target }
}

/// The newest commit at which an editor stood behind every translation.
fn signed_off(workspace: &Workspace, job: &Job) -> Result<String> {
    let git = workspace.git();
    git.require()?;
    let path = job.article.catalog_path(&job.target);
    let versions = git.histories(&[path])?.pop().unwrap_or_default();
    for version in &versions {
        let text = git.texts(&[version])?.pop().flatten().unwrap_or_default();
        let Ok(catalog) = catalog::read(&text, String::new) else { continue };
        if !catalog.pairs.is_empty() && catalog.pairs.iter().all(is_signed) {
            return Ok(version.commit.clone());
        }
    }
    Err(Error::new(message!("error-redline-none", article = job.article.id.clone()))
        .hint(message!("hint-redline-none")))
}

fn is_signed(pair: &Pair) -> bool {
    pair.state >= State::Reviewed && pair.is_sealed()
}

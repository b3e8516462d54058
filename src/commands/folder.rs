//! An export into a folder: all its pages, and the list of them. No command of its own.

use std::collections::HashSet;
use std::path::Path;

use super::context::{Context, Exit};
use super::order::ExportOrder;
use super::site::{Tour, page};
use super::unready::{self, Unready};
use crate::desk::reading;
use crate::error::Result;
use crate::formats::pages::html;
use crate::formats::pages::html::index::{PageEntry, index};
use crate::l10n::{Localizers, message};
use crate::workspace::{Batch, Job, Leftovers, Sheet, Shelf};

/// Name of the page over all pages.
const INDEX: &str = "index.html";

/// Writes the pages into `folder`, those that changed.
pub fn write(order: &ExportOrder<'_>, cx: &Context<'_>, folder: &Path) -> Result<Exit> {
    let mut names: Vec<String> =
        order.jobs.iter().map(|job| order.name(&job.article, &job.target)).collect();
    names.extend(has_index(order).then(|| INDEX.to_owned()));
    let shelf = order.workspace.shelf(folder, &names)?;
    let tour = tour(order, &shelf)?;
    if !order.is_forced {
        refuse_foreign(order, cx, &shelf, &tour)?;
    }
    let (written, failure) = cx.some(stage(order, cx, &shelf, &tour))?;
    let mut count = written.len();
    let (mut unready, mut sheets, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for page in written {
        unready.push(page.unready);
        sheets.extend(page.sheet);
        entries.extend(page.entry);
    }
    if has_index(order) && failure.is_none() {
        count += 1;
        let list = index(&entries, &order.site, cx.l10n)?;
        sheets.extend(shelf.stage(INDEX, list.as_bytes())?);
    }
    let changed = sheets.len();
    Shelf::publish(sheets)?;
    let leftovers = leftovers(order, &shelf)?;
    shelf.close(&names, &leftovers.removed)?;
    cx.tell(&message!(
        "command-export-written",
        count = count,
        changed = changed,
        folder = folder.display().to_string()
    ));
    if has_index(order) {
        let path = folder.join(INDEX).display().to_string();
        cx.tell(&message!("command-export-open", path = path));
    }
    tell_leftovers(&leftovers, cx);
    unready::tell(&unready, cx);
    failure.map_or(Ok(Exit::Clean), Err)
}

/// A page whose bytes wait beside it, or that had them already.
struct Written {
    entry: Option<PageEntry>,
    unready: Unready,
    sheet: Option<Sheet>,
}

/// Makes every page and puts the bytes that changed beside it.
fn stage(
    order: &ExportOrder<'_>,
    cx: &Context<'_>,
    shelf: &Shelf,
    tour: &Tour,
) -> Vec<Result<Written>> {
    let progress = cx.progress(order.jobs.len(), &message!("command-progress-writing"));
    let locale = cx.l10n.locale();
    let prepare = || Localizers::new(locale);
    let jobs = Batch { workspace: order.workspace, jobs: &order.jobs };
    reading::each(jobs, &|| progress.step(), prepare, |localizers, reading| {
        let href = order.name(reading.article, reading.target);
        let path = order.workspace.shown(&reading.article.source);
        let links = tour.links(&href);
        let (bytes, unready, entry) = page(&reading, &order.look(localizers, &links), |page| {
            let (bytes, unready) = order.made(page, path)?;
            let entry = has_index(order).then(|| PageEntry::new(page, href.as_str()));
            Ok((bytes, unready, entry))
        })?;
        let sheet = shelf.stage(&href, &order.encoded(&reading, bytes)?)?;
        Ok(Written { entry, unready, sheet })
    })
}

/// The ways among the pages that this export writes and those that an earlier one left.
///
/// So a page is the same whether it was asked for alone or with all others.
fn tour(order: &ExportOrder<'_>, shelf: &Shelf) -> Result<Tour> {
    if order.format != html::FORMAT.name {
        return Ok(Tour::default());
    }
    let asked: HashSet<String> =
        order.jobs.iter().map(|job| order.name(&job.article, &job.target)).collect();
    let all = if order.is_all { Vec::new() } else { order.workspace.jobs(&[], &order.targets)? };
    let jobs = if order.is_all { &order.jobs } else { &all };
    let index = (has_index(order) || shelf.has(INDEX)).then_some(INDEX);
    Ok(Tour::new(order.workspace, jobs, index, |job| {
        let name = order.name(&job.article, &job.target);
        (asked.contains(&name) || shelf.has(&name)).then_some(name)
    }))
}

/// What stands in the folder of articles that are gone; nothing unless all articles were asked for.
fn leftovers(order: &ExportOrder<'_>, shelf: &Shelf) -> Result<Leftovers> {
    if !order.is_all {
        return Ok(Leftovers::default());
    }
    let known: HashSet<String> =
        order.jobs.iter().map(|job| order.name(&job.article, &job.target)).collect();
    let targets: HashSet<&str> = order.jobs.iter().map(|job| job.target.as_str()).collect();
    let extension = order.format().extension;
    let is_gone = |page: &str| {
        let file = page.rsplit_once('/').and_then(|(_, file)| file.rsplit_once('.'));
        file.is_some_and(|(target, end)| targets.contains(target) && end == extension)
            && !known.contains(page)
            || page == INDEX && order.format == html::FORMAT.name && !has_index(order)
    };
    order.workspace.clear(shelf, is_gone)
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
    order: &ExportOrder<'_>,
    cx: &Context<'_>,
    shelf: &Shelf,
    tour: &Tour,
) -> Result<()> {
    if has_index(order) && shelf.is_foreign(INDEX) {
        return Err(shelf.refusal(INDEX));
    }
    let is_suspect = |job: &&Job| shelf.is_foreign(&order.name(&job.article, &job.target));
    let suspects: Vec<Job> = order.jobs.iter().filter(is_suspect).cloned().collect();
    let progress = cx.progress(suspects.len(), &message!("command-progress-reading"));
    let locale = cx.l10n.locale();
    let prepare = || Localizers::new(locale);
    let jobs = Batch { workspace: order.workspace, jobs: &suspects };
    let compared = reading::each(jobs, &|| progress.step(), prepare, |localizers, reading| {
        let href = order.name(reading.article, reading.target);
        let links = tour.links(&href);
        let look = order.look(localizers, &links);
        let bytes = page(&reading, &look, |page| order.format().write(page))?;
        let is_same = shelf.holds(&href, &order.encoded(&reading, bytes)?);
        if is_same { Ok(()) } else { Err(shelf.refusal(&href)) }
    });
    compared.into_iter().collect()
}

fn has_index(order: &ExportOrder<'_>) -> bool {
    order.format == html::FORMAT.name && order.jobs.len() != 1
}

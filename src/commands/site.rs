//! What stands around exported pages: the site's frame, and the links among pages. No command of its own.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::desk::reading::JobReading;
use crate::error::Result;
use crate::formats::exchange::Ripeness;
use crate::formats::pages::site::{FOOTER, HEADER, PAGE, Snippet};
use crate::formats::pages::{Form, NextPage, Page, PageLinks, Policy, SiteFrame};
use crate::l10n::{Localizers, message};
use crate::model::{Bitext, Surplus};
use crate::parse::{self, Syntax};
use crate::terms::AgreedTerm;
use crate::workspace::{Job, Workspace};

/// How a page is to look, and what stands around it.
pub struct SiteLook<'a> {
    pub stale: Policy,
    pub form: Form,
    pub localizers: &'a Localizers,
    pub site: &'a SiteFrame,
    pub links: &'a PageLinks,
    /// In tables for translators, the units as ripe as this; all without any.
    pub only: &'a [Ripeness],
}

/// What `write` makes of the page of an article.
pub fn page<T>(
    reading: &JobReading<'_>,
    look: &SiteLook<'_>,
    write: impl FnOnce(&Page<'_>) -> Result<T>,
) -> Result<T> {
    let (workspace, article) = (reading.workspace, reading.article);
    let source_path = workspace.relative(&article.source);
    let has_pictures = workspace.config.pages.pictures;
    let album = |target: &str| has_pictures.then(|| workspace.picture(article, target)).flatten();
    reading.with_bitext(|bitext| {
        let surplus = match look.form {
            Form::Working => reading.published(bitext)?.surplus,
            Form::Final => Vec::new(),
        };
        let surplus: Vec<Surplus> = surplus.into_iter().filter(|one| !one.is_settled).collect();
        let terms = match look.form {
            Form::Working => terms(reading, bitext),
            Form::Final => Vec::new(),
        };
        write(&Page {
            bitext,
            article: &article.id,
            source_language: &workspace.config.source,
            target_language: reading.target,
            source_path: &source_path,
            syntax: syntax(&article.source),
            surplus: &surplus,
            terms: &terms,
            stale: look.stale,
            form: look.form,
            localizers: look.localizers,
            album: &album,
            site: look.site,
            links: look.links,
            only: look.only,
        })
    })
}

/// The agreed terms of an article, each once, as it first stands there.
fn terms(reading: &JobReading<'_>, bitext: &Bitext<'_>) -> Vec<AgreedTerm> {
    let Some(here) = reading.terms() else { return Vec::new() };
    let mut terms: Vec<AgreedTerm> = Vec::new();
    for term in bitext.units.iter().flat_map(|unit| here.told(&unit.source)) {
        if !terms.iter().any(|known| known.wanted == term.wanted) {
            terms.push(term);
        }
    }
    terms
}

fn syntax(path: &Path) -> Syntax {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.and_then(Syntax::by_extension).unwrap_or(Syntax::Markdown)
}

/// The frame that `[pages]` names.
pub fn site(workspace: &Workspace) -> Result<SiteFrame> {
    let pages = &workspace.config.pages;
    let mut site = SiteFrame::default();
    site.name.clone_from(&pages.name);
    site.address.clone_from(&pages.address);
    site.versions.clone_from(&pages.versions);
    for value in &pages.css {
        let css = snippet(workspace, "css", value)?;
        // Nothing in a style may end it.
        site.style += &css.text.replace("</", "<\\/");
        site.style.push('\n');
    }
    let templates = [
        ("header", HEADER, &pages.header),
        ("footer", FOOTER, &pages.footer),
        ("template", PAGE, &pages.template),
    ];
    for (key, name, value) in templates {
        if let Some(value) = value {
            site.add(name, snippet(workspace, key, value)?)?;
        }
    }
    Ok(site)
}

/// The text that a key gives, or that of the file that it names.
fn snippet(workspace: &Workspace, key: &'static str, value: &str) -> Result<Snippet> {
    if value.contains(['<', '{', '\n']) {
        return Ok(Snippet { path: format!("[pages] {key}"), text: value.to_owned() });
    }
    let path = workspace.root.join(value);
    let text = workspace.text(&path).map_err(|err| {
        let has_hint = err.hint.is_some();
        if has_hint { err } else { err.hint(message!("hint-pages-file", key = key)) }
    })?;
    Ok(Snippet { path: workspace.shown(&path), text: text.text })
}

/// The pages of a folder in their order, to lead from one to the next.
#[derive(Default)]
pub struct Tour {
    stops: Vec<Stop>,
    /// Where each page is among the stops.
    places: HashMap<String, usize>,
    index: Option<String>,
    has_neighbours: bool,
}

struct Stop {
    name: String,
    article: String,
    target: String,
    title: String,
}

impl Tour {
    /// Through the pages of these jobs, those that `name` knows a page for; `index` is their list.
    pub fn new(
        workspace: &Workspace,
        jobs: &[Job],
        index: Option<&str>,
        name: impl Fn(&Job) -> Option<String> + Sync,
    ) -> Self {
        let pages = &workspace.config.pages;
        let stop = |job: &Job| {
            let title = if pages.neighbours { title(workspace, job) } else { String::new() };
            let (article, target) = (job.article.id.clone(), job.target.clone());
            Some(Stop { name: name(job)?, article, target, title })
        };
        let found: Vec<Option<Stop>> = jobs.par_iter().map(stop).collect();
        let mut stops: Vec<Stop> = found.into_iter().flatten().collect();
        stops.sort_by(|one, other| one.target.cmp(&other.target));
        let names = stops.iter().enumerate().map(|(at, stop)| (stop.name.clone(), at));
        let places = names.collect();
        let index = index.filter(|_| pages.index).map(str::to_owned);
        Self { stops, places, index, has_neighbours: pages.neighbours }
    }

    /// Where the page with this name leads.
    pub fn links(&self, name: &str) -> PageLinks {
        let at = self.places.get(name).copied();
        let target = at.map(|at| &self.stops[at].target);
        let neighbour = |at: Option<usize>| {
            let stop = self.stops.get(at?).filter(|stop| Some(&stop.target) == target)?;
            Some(NextPage { href: relative(name, &stop.name), title: stop.title.clone() })
        };
        let near = at.filter(|_| self.has_neighbours);
        PageLinks {
            name: Some(name.to_owned()),
            languages: self.languages(at),
            index: self.index.as_ref().map(|index| relative(name, index)),
            previous: neighbour(near.and_then(|at| at.checked_sub(1))),
            next: neighbour(near.map(|at| at + 1)),
        }
    }

    /// The languages that there are pages in of the same article.
    fn languages(&self, at: Option<usize>) -> Vec<String> {
        let Some(at) = at else { return Vec::new() };
        let article = &self.stops[at].article;
        let targets: HashSet<&str> = self.stops.iter().map(|stop| &*stop.target).collect();
        if targets.len() < 2 {
            return vec![self.stops[at].target.clone()];
        }
        let same = self.stops.iter().filter(|stop| stop.article == *article);
        same.map(|stop| stop.target.clone()).collect()
    }
}

/// The source's headline, or the article's id.
fn title(workspace: &Workspace, job: &Job) -> String {
    let text = workspace.text(&job.article.source).ok();
    let title = text.and_then(|text| parse::headline(&text.text, syntax(&job.article.source)));
    title.unwrap_or_else(|| job.article.id.clone())
}

/// The way from one page to another, both by their paths below one folder.
fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let folders = from.len() - 1;
    let pairs = from[..folders].iter().zip(&to[..to.len() - 1]);
    let shared = pairs.take_while(|(from, to)| from == to).count();
    let up = vec![".."; folders - shared];
    [&*up, &to[shared..]].concat().join("/")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn the_way_from_page_to_page_goes_up_no_further_than_needed() {
        assert_eq!(relative("a/b/en.html", "a/c/en.html"), "../c/en.html");
        assert_eq!(relative("a/b/en.html", "index.html"), "../../index.html");
        assert_eq!(relative("en.html", "a/en.html"), "a/en.html");
        assert_eq!(relative("a/en.html", "a/de.html"), "de.html");
    }
}

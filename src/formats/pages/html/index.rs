//! The list of many articles with their progress, each a link to its page.

use super::facts::Facts;
use super::view::View;
use super::{Page, document, head};
use crate::error::Result;
use crate::formats::pages::direction::direction;
use crate::formats::pages::{ArticleProgress, SiteFrame, escape, link};
use crate::l10n::{Localizer, message};
use crate::model::Danger;

const STYLE: &str =
    concat!(include_str!("common.css"), include_str!("page.css"), include_str!("index.css"));

/// One article in the list.
pub struct PageEntry {
    /// Path of the article's page, seen from the list.
    pub href: String,
    pub article: String,
    /// Language and text of each title that there is.
    pub titles: Vec<(String, String)>,
    pub target_language: String,
    pub progress: ArticleProgress,
    /// How many sources changed dangerously since they were translated.
    pub critical: usize,
}

impl PageEntry {
    /// The entry that leads to a page.
    pub fn new(page: &Page<'_>, href: impl Into<String>) -> Self {
        let is_critical = |danger: Danger| danger == Danger::Critical;
        let changes = page.bitext.units.iter().filter_map(|unit| unit.change.as_ref());
        Self {
            href: href.into(),
            article: page.article.to_owned(),
            titles: head::titles(&View::new(page)),
            target_language: page.target_language.to_owned(),
            progress: ArticleProgress::of(page.bitext),
            critical: changes.filter(|change| is_critical(change.danger)).count(),
        }
    }
}

/// The page that lists the entries in their order.
pub fn index(entries: &[PageEntry], site: &SiteFrame, l10n: &Localizer) -> Result<String> {
    let title = l10n.text(&message!("web-index-title"));
    let whole =
        entries.iter().fold(ArticleProgress::default(), |sum, entry| sum.plus(entry.progress));
    let count = l10n.text(&message!("web-index-articles", count = entries.len()));
    let mut body = format!(
        "<header>\n<h1>{}</h1>\n<p class=\"count\">{}</p>\n{}</header>\n<main>\n",
        escape::html(&title),
        escape::html(&count),
        head::progress(whole, l10n),
    );
    if !entries.is_empty() {
        body += "<ul class=\"articles\">\n";
        body.extend(entries.iter().map(|entry| item(entry, l10n)));
        body += "</ul>\n";
    }
    body += "</main>\n";
    let language = l10n.tag();
    let frame = document::PageFrame { language, title: &title, meta: "", style: STYLE, script: "" };
    let facts = Facts { title: title.clone(), language: language.to_owned(), ..Facts::default() };
    document::document(&frame, &body, site, &facts)
}

fn item(entry: &PageEntry, l10n: &Localizer) -> String {
    let mut titles = entry.titles.iter();
    let first = titles
        .next()
        .map_or_else(|| escape::html(&entry.article), |(language, title)| text(language, title));
    let others: String =
        titles.map(|(language, title)| format!("<p>{}</p>\n", text(language, title))).collect();
    let critical = if entry.critical == 0 {
        String::new()
    } else {
        let words = l10n.text(&message!("web-index-critical", count = entry.critical));
        format!(
            " <span class=\"flag critical\"><span aria-hidden=\"true\">▲</span> {}</span>",
            escape::html(&words)
        )
    };
    let href = link::address(&entry.href).unwrap_or_default();
    format!(
        "<li>\n<div>\n<h2><a href=\"{}\">{first}</a></h2>\n{others}<p class=\"id\">{} · {}{critical}</p>\n</div>\n{}</li>\n",
        escape::html(&href),
        escape::html(&entry.article),
        escape::html(&head::language(&entry.target_language, l10n)),
        head::progress(entry.progress, l10n),
    )
}

fn text(language: &str, title: &str) -> String {
    format!(
        "<span lang=\"{}\" dir=\"{}\">{}</span>",
        escape::html(language),
        direction(language),
        escape::html(title)
    )
}

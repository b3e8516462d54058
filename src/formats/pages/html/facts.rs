//! What a site's templates may show of a page.

use minijinja::context;
use minijinja::value::Value;

use super::view::View;
use super::{head, meta};
use crate::formats::pages::{Form, NextPage, SiteFrame};
use crate::parse::When;

/// The names that templates know; all are there on every page, perhaps empty.
#[derive(Default)]
pub struct Facts {
    pub title: String,
    pub language: String,
    pub article: String,
    pub description: String,
    pub date: String,
    pub authors: Vec<String>,
    pub source: Value,
    pub target: Value,
    pub index: String,
    pub previous: Value,
    pub next: Value,
    pub is_final: bool,
}

impl Facts {
    /// What there is to say of an article's page.
    pub fn of(view: &View<'_>) -> Self {
        let page = view.page;
        let titles = head::titles(view);
        let title = |tag: &str| titles.iter().find(|(language, _)| language == tag);
        let side = |tag: &str| {
            let title = title(tag).map_or("", |(_, title)| title.as_str());
            context! { language => tag, title => title }
        };
        Self {
            title: head::title(view),
            language: page.localizer().tag().to_owned(),
            article: page.article.to_owned(),
            description: meta::description(view).unwrap_or_default(),
            date: view.about.date.map(When::iso).unwrap_or_default(),
            authors: view.about.authors.clone(),
            source: side(page.source_language),
            target: side(page.target_language),
            index: page.links.index.clone().unwrap_or_default(),
            previous: neighbour(page.links.previous.as_ref()),
            next: neighbour(page.links.next.as_ref()),
            is_final: page.form == Form::Final,
        }
    }

    /// The values by their names, with those of the site.
    pub fn value(&self, site: &SiteFrame) -> Value {
        // The list of pages has no languages and no neighbours, but a header may ask for them.
        let known = |value: &Value, nothing: Value| {
            if value.is_undefined() { nothing } else { value.clone() }
        };
        let column = |value: &Value| known(value, context! { language => "", title => "" });
        let near = |value: &Value| known(value, context! { href => "", title => "" });
        context! {
            title => &self.title, language => &self.language, article => &self.article,
            description => &self.description, date => &self.date, authors => &self.authors,
            source => column(&self.source), target => column(&self.target), index => &self.index,
            previous => near(&self.previous), next => near(&self.next), final => self.is_final,
            site => context! {
                name => site.name.as_deref().unwrap_or_default(),
                address => site.address.as_deref().unwrap_or_default(),
            },
        }
    }
}

fn neighbour(neighbour: Option<&NextPage>) -> Value {
    let (href, title) = neighbour.map_or(("", ""), |page| (&page.href, &page.title));
    context! { href => href, title => title }
}

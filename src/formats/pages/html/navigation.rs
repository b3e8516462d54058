//! Links to the list of pages and to the pages before and after.

use super::view::View;
use crate::formats::pages::{NextPage, escape, link};
use crate::l10n::message;

/// The way to the list, above the headline.
pub fn above(view: &View<'_>) -> String {
    let Some(index) = view.page.links.index.as_deref().and_then(link::address) else {
        return String::new();
    };
    format!(
        "<nav class=\"up\" aria-label=\"{}\"><a href=\"{}\">← {}</a></nav>\n",
        view.say(&message!("web-site")),
        escape::html(&index),
        view.say(&message!("web-index-title")),
    )
}

/// The ways to the neighbours, below the text.
pub fn below(view: &View<'_>) -> String {
    let links = &view.page.links;
    if links.previous.is_none() && links.next.is_none() {
        return String::new();
    }
    let previous = view.say(&message!("web-previous-article"));
    let next = view.say(&message!("web-next-article"));
    format!(
        "<nav class=\"neighbours\" aria-label=\"{}\">\n{}{}</nav>\n",
        view.say(&message!("web-neighbours")),
        neighbour(view, links.previous.as_ref(), ["prev", &format!("← {previous}")]),
        neighbour(view, links.next.as_ref(), ["next", &format!("{next} →")]),
    )
}

fn neighbour(view: &View<'_>, page: Option<&NextPage>, [rel, label]: [&str; 2]) -> String {
    let Some(NextPage { href, title }) = page else { return String::new() };
    let Some(href) = link::address(href) else { return String::new() };
    format!(
        "<p class=\"{rel}\"><span>{label}</span> <a rel=\"{rel}\" href=\"{}\" lang=\"{}\">{}</a></p>\n",
        escape::html(&href),
        escape::html(view.source.language),
        escape::html(title),
    )
}

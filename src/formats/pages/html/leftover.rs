//! What stands below an article: translations without a source, and its terms.

use super::view::{PageSide, View};
use crate::formats::pages::mark::surplus_label;
use crate::l10n::message;
use crate::model::Pair;

/// Translations whose source is gone.
pub fn orphans(view: &View<'_>) -> String {
    let bitext = view.page.bitext;
    let is_surplus = |index| view.page.surplus.iter().any(|one| one.pair == Some(index));
    let orphans = bitext.orphans.iter().filter(|index| !is_surplus(**index));
    let pairs: Vec<&Pair> = orphans.filter_map(|index| bitext.catalog.pairs.get(*index)).collect();
    if pairs.is_empty() {
        return String::new();
    }
    let title = view.say(&message!("web-orphans", count = pairs.len()));
    let mut html = format!("<details class=\"orphans\">\n<summary>{title}</summary>\n");
    for pair in pairs {
        let source = column(view, &view.source, &pair.source);
        let target = column(view, &view.target, &pair.target);
        html += &format!("<div class=\"row\">\n{source}{target}</div>\n");
    }
    html + "</details>\n"
}

/// Texts of the translated page that no source stands behind, with what they are.
pub fn surplus(view: &View<'_>) -> String {
    let surplus = view.page.surplus;
    if surplus.is_empty() {
        return String::new();
    }
    let title = view.say(&message!("web-surplus", count = surplus.len()));
    let mut html = format!("<details class=\"orphans\" open>\n<summary>{title}</summary>\n");
    for one in surplus {
        let (label, own) = (view.source.say(&surplus_label(one.kind)), view.source.own());
        let target = column(view, &view.target, &one.target);
        html += &format!(
            "<div class=\"row\">\n<div{}><p class=\"none\"{own}>+{} {label}</p></div>\n{target}</div>\n",
            view.source.attributes, one.number,
        );
    }
    html + "</details>\n"
}

/// The agreed terms of the article, as they first stand in its source.
pub fn terms(view: &View<'_>) -> String {
    let terms = view.page.terms;
    if terms.is_empty() {
        return String::new();
    }
    let title = view.say(&message!("web-terms", count = terms.len()));
    let mut html = format!("<details class=\"orphans\">\n<summary>{title}</summary>\n");
    for term in terms {
        let source = column(view, &view.source, &term.found);
        let target = column(view, &view.target, &term.wanted.join(" / "));
        html += &format!("<div class=\"row\">\n{source}{target}</div>\n");
    }
    html + "</details>\n"
}

fn column(view: &View<'_>, side: &PageSide<'_>, text: &str) -> String {
    format!("<div{}><p>{}</p></div>\n", side.attributes, view.inline.html(&[text]).concat())
}

//! Who wrote the article and when, below its headline, in each column's language.

use super::view::{PageSide, View};
use crate::formats::pages::escape;
use crate::formats::pages::passage::stands;
use crate::l10n::message;
use crate::parse::When;

/// The line, empty where the front matter says neither.
pub fn byline(view: &View<'_>) -> String {
    if view.about.authors.is_empty() && view.about.date.is_none() {
        return String::new();
    }
    format!(
        "<div class=\"row byline\"><p{}>{}</p><p{}>{}</p></div>\n",
        view.source.attributes,
        line(view, &view.source, false),
        view.target.attributes,
        line(view, &view.target, true),
    )
}

fn line(view: &View<'_>, side: &PageSide<'_>, is_target: bool) -> String {
    let authors: Vec<String> = view
        .about
        .authors
        .iter()
        .map(|author| if is_target { translated(view, author) } else { escape::html(author) })
        .collect();
    let mut parts = Vec::new();
    if !authors.is_empty() {
        let label = side.say(&message!("web-byline", count = authors.len()));
        let label = format!("<span{}>{label}</span>", side.own());
        parts.push(format!("{label} {}", authors.join(", ")));
    }
    if let Some(day) = view.about.date {
        let (iso, words) = (day.iso(), escape::html(&date(side, day)));
        parts.push(format!("<time datetime=\"{iso}\"{}>{words}</time>", side.own()));
    }
    parts.join(" · ")
}

/// A name as the catalog has it, else as the source writes it.
fn translated(view: &View<'_>, author: &str) -> String {
    let mut units = view.page.bitext.units.iter();
    match units.find(|unit| unit.source == author && stands(unit)) {
        Some(unit) => escape::html(&unit.target),
        None => {
            let tag = escape::html(view.source.language);
            format!("<span lang=\"{tag}\">{}</span>", escape::html(author))
        }
    }
}

fn date(side: &PageSide<'_>, when: When) -> String {
    let l10n = side.localizer();
    let Some(month) = l10n.find(&format!("web-month-{}", when.month)) else { return when.iso() };
    l10n.text(&message!(
        "web-date",
        day = when.day.to_string(),
        month = month,
        year = when.year.to_string()
    ))
}

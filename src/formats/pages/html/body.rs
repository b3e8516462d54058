//! The body of a page: its blocks in both languages, row by row.

use super::elements::{element, row};
use super::heading::heading;
use super::sentence::{sources, targets};
use super::table::table;
use super::view::View;
use super::{byline, head, leftover, navigation, notes};
use crate::formats::pages::Form;
use crate::formats::pages::list::{ListItem, PageList};
use crate::formats::pages::outline::Group;
use crate::formats::pages::passage::Passage;

/// Everything between `<body>` and the script.
pub fn body(view: &View<'_>) -> String {
    let mut html = navigation::above(view);
    html += &head::head(view, &byline::byline(view));
    html += &echo(view);
    html += "<main id=\"text\">\n";
    html += &head::columns(view);
    for group in view.rest() {
        html += &self::group(view, group);
    }
    if view.page.form == Form::Working {
        html += &leftover::surplus(view);
        html += &leftover::orphans(view);
        html += &leftover::terms(view);
    }
    html += "</main>\n";
    html += &navigation::below(view);
    html + &head::foot(view)
}

/// Where links lead that are meant for a title that isn't shown twice.
fn echo(view: &View<'_>) -> String {
    let Some(passage) = view.echo() else { return String::new() };
    let numbers = passage.rows.iter().map(|row| row.number);
    let places = numbers.map(|number| format!("<a id=\"s{number}\"></a><a id=\"t{number}\"></a>"));
    format!("<div>{}</div>\n", places.collect::<String>())
}

fn group(view: &View<'_>, group: &Group<'_>) -> String {
    match group {
        Group::Heading(level, passage) => heading(view, *level, passage),
        Group::Dateline(passage) => dateline(view, passage),
        Group::Element(element) => self::element(view, element),
        Group::List(list) => self::list(view, list),
        Group::Table(grid) => table(view, grid),
    }
}

fn dateline(view: &View<'_>, passage: &Passage<'_>) -> String {
    let texts = [sources(view, passage), targets(view, passage)];
    let row = row(view, &texts, ["<p>", "</p>"]);
    format!("<div class=\"dateline\">\n{row}{}</div>\n", notes::notes(view, &[passage]))
}

fn list(view: &View<'_>, list: &PageList<'_>) -> String {
    let name = if list.is_numbered { "ol" } else { "ul" };
    let mut html = format!("<{name}>\n");
    for item in &list.items {
        html += &self::item(view, item);
    }
    html + &format!("</{name}>\n")
}

fn item(view: &View<'_>, item: &ListItem<'_>) -> String {
    let value = item.number.map_or_else(String::new, |number| format!(" value=\"{number}\""));
    let mut tick = match item.ticked {
        None => "<p>",
        Some(true) => "<p>☑ ",
        Some(false) => "<p>☐ ",
    };
    let mut html = format!("<li{value}>\n");
    for one in &item.elements {
        let Some(passage) = one.text() else {
            html += &element(view, one);
            continue;
        };
        let texts = [sources(view, passage), targets(view, passage)];
        html += &row(view, &texts, [tick, "</p>"]);
        html += &notes::notes(view, &[passage]);
        tick = "<p>";
    }
    for inner in &item.lists {
        html += &list(view, inner);
    }
    html + "</li>\n"
}

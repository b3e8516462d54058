//! The body of a page: its blocks in both languages, row by row.

use super::heading::heading;
use super::sentence::{sources, targets};
use super::view::View;
use super::{head, notes};
use crate::formats::pages::outline::{Group, Item, List};
use crate::formats::pages::passage::Passage;
use crate::formats::pages::table::{Cell, Grid};
use crate::formats::pages::{Form, escape};
use crate::l10n::message;
use crate::model::Kind;

/// Everything between `<body>` and the script.
pub fn body(view: &View<'_>) -> String {
    let mut html = head::head(view);
    html += "<main id=\"text\">\n";
    html += &head::columns(view);
    let rest = view.groups.iter().skip(usize::from(head::has_title(view)));
    for group in rest {
        html += &self::group(view, group);
    }
    if view.page.form == Form::Working {
        html += &notes::surplus(view);
        html += &notes::orphans(view);
    }
    html += "</main>\n";
    html + &head::foot(view)
}

fn group(view: &View<'_>, group: &Group<'_>) -> String {
    match group {
        Group::Heading(level, passage) => heading(view, *level, passage),
        Group::Text(passage) => text(view, passage),
        Group::List(list) => self::list(view, list),
        Group::Table(grid) => table(view, grid),
    }
}

fn text(view: &View<'_>, passage: &Passage<'_>) -> String {
    let (class, opening, closing) = match passage.block.kind {
        Kind::Quotation => ("quotation", "<blockquote><p>", "</p></blockquote>"),
        Kind::Caption => ("caption", "<p>", "</p>"),
        Kind::Field => ("field", "<p>", "</p>"),
        _ => ("text", "<p>", "</p>"),
    };
    let label = match passage.block.kind {
        Kind::Caption => Some(message!("web-caption")),
        Kind::Field => Some(message!("web-field")),
        _ => None,
    };
    let label =
        label.filter(|_| view.page.form == Form::Working).map_or_else(String::new, |label| {
            format!("<p class=\"label\">{}</p>\n", escape::html(&view.page.localizer.text(&label)))
        });
    let row = row(view, [&sources(view, passage), &targets(view, passage)], (opening, closing));
    format!("<div class=\"{class}\">\n{label}{row}{}</div>\n", notes::notes(view, &[passage]))
}

/// Both languages side by side, each inside the same elements.
fn row(view: &View<'_>, [source, target]: [&str; 2], (opening, closing): (&str, &str)) -> String {
    format!(
        "<div class=\"row\">\n<div{}>{opening}{source}{closing}</div>\n\
         <div{}>{opening}{target}{closing}</div>\n</div>\n",
        view.source, view.target
    )
}

fn list(view: &View<'_>, list: &List<'_>) -> String {
    let name = if list.is_numbered { "ol" } else { "ul" };
    let mut html = format!("<{name}>\n");
    for item in &list.items {
        html += &self::item(view, item);
    }
    html + &format!("</{name}>\n")
}

fn item(view: &View<'_>, item: &Item<'_>) -> String {
    let value = item.number.map_or_else(String::new, |number| format!(" value=\"{number}\""));
    let tick = match item.ticked {
        None => "",
        Some(true) => "☑ ",
        Some(false) => "☐ ",
    };
    let mut html = format!("<li{value}>\n");
    for (index, passage) in item.passages.iter().enumerate() {
        let tick = if index == 0 { tick } else { "" };
        let opening = format!("<p>{tick}");
        let texts = [&*sources(view, passage), &*targets(view, passage)];
        html += &row(view, texts, (&opening, "</p>"));
        html += &notes::notes(view, &[passage]);
    }
    for inner in &item.lists {
        html += &list(view, inner);
    }
    html + "</li>\n"
}

fn table(view: &View<'_>, grid: &Grid<'_>) -> String {
    let side = |text: fn(&View<'_>, &Passage<'_>) -> String| {
        let rows = grid.rows.iter().enumerate();
        rows.map(|(index, cells)| table_row(view, (index, grid.width()), cells, text)).collect()
    };
    let (source, target): (String, String) = (side(sources), side(targets));
    let passages: Vec<_> = grid
        .rows
        .iter()
        .flatten()
        .filter_map(|cell| match cell {
            Cell::Passage(passage) => Some(passage),
            Cell::Verbatim(_) => None,
        })
        .collect();
    let row = row(view, [&source, &target], ("<table>\n", "</table>"));
    format!("<div class=\"table\">\n{row}{}</div>\n", notes::notes(view, &passages))
}

fn table_row(
    view: &View<'_>,
    (index, width): (usize, usize),
    cells: &[Cell<'_>],
    text: fn(&View<'_>, &Passage<'_>) -> String,
) -> String {
    let mut html = "<tr>".to_owned();
    for cell in cells {
        let content = match cell {
            Cell::Passage(passage) => text(view, passage),
            Cell::Verbatim(text) => view.inline.html(&[text]).concat(),
        };
        let cell = match index {
            0 if !content.is_empty() => format!("<th scope=\"col\">{content}</th>"),
            _ => format!("<td>{content}</td>"),
        };
        html += &cell;
    }
    match width - cells.len() {
        0 => {}
        1 => html += "<td></td>",
        more => html.extend([format!("<td colspan=\"{}\"></td>", more.min(1000))]),
    }
    html + "</tr>\n"
}

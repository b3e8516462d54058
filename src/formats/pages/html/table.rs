//! A table in both languages, the one beside the other.

use super::elements::row;
use super::notes;
use super::sentence::{sources, targets};
use super::view::{PageSide, View};
use crate::formats::pages::passage::Passage;
use crate::formats::pages::table::{Align, Cell, Grid};
use crate::l10n::message;

/// The most columns that a cell may span.
const WIDEST: usize = 1000;

/// Both tables and the notes on their cells.
pub fn table(view: &View<'_>, grid: &Grid<'_>) -> String {
    let source = side(view, &view.source, grid, sources);
    let target = side(view, &view.target, grid, targets);
    let passages: Vec<_> = grid
        .rows
        .iter()
        .flatten()
        .filter_map(|cell| match cell {
            Cell::Passage(passage) => Some(passage),
            Cell::Verbatim(_) => None,
        })
        .collect();
    let row = row(view, &[source, target], ["", ""]);
    format!("<div class=\"table\">\n{row}{}</div>\n", notes::notes(view, &passages))
}

type Texts = fn(&View<'_>, &Passage<'_>) -> String;

/// One table; where it is too wide it scrolls, from the keyboard, too.
fn side(view: &View<'_>, side: &PageSide<'_>, grid: &Grid<'_>, texts: Texts) -> String {
    let label = side.say(&message!("web-table"));
    let mut html = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n<table>\n"
    );
    for (index, cells) in grid.rows.iter().enumerate() {
        let contents = cells.iter().map(|cell| match cell {
            Cell::Passage(passage) => texts(view, passage),
            Cell::Verbatim(text) => view.inline.html(&[text]).concat(),
        });
        let contents: Vec<String> = contents.collect();
        html += &match index {
            0 => format!("<thead>\n{}</thead>\n<tbody>\n", line(grid, &contents, "th")),
            _ => line(grid, &contents, "td"),
        };
    }
    html + "</tbody>\n</table>\n</div>\n"
}

fn line(grid: &Grid<'_>, contents: &[String], name: &str) -> String {
    let mut html = "<tr>".to_owned();
    for (column, content) in contents.iter().enumerate() {
        let align = match grid.aligns.get(column).copied().unwrap_or_default() {
            Align::Start => "",
            Align::Center => " class=\"center\"",
            Align::End => " class=\"end\"",
        };
        html += &match name {
            "th" if !content.is_empty() => {
                format!("<th scope=\"col\"{align}>{content}</th>")
            }
            _ => format!("<td{align}>{content}</td>"),
        };
    }
    match grid.width() - contents.len() {
        0 => {}
        1 => html += "<td></td>",
        more => html += &format!("<td colspan=\"{}\"></td>", more.min(WIDEST)),
    }
    html + "</tr>\n"
}

//! What stands below a block: how its sources changed, and remarks.

use super::change;
use super::view::View;
use crate::formats::pages::Form;
use crate::formats::pages::passage::{Passage, PassageRow};
use crate::l10n::{Message, message};

/// The notes on some blocks, empty where there is nothing to say.
pub fn notes(view: &View<'_>, passages: &[&Passage<'_>]) -> String {
    if view.page.form == Form::Final {
        return String::new();
    }
    let mut html = String::new();
    for passage in passages {
        if let Some(note) = &passage.block.note {
            html += &remark(view, "author", &message!("web-note-author"), note);
        }
        for row in &passage.rows {
            html += &change::change(view, row);
            html += &translators(view, row);
        }
    }
    if html.is_empty() { html } else { format!("<div class=\"notes\">\n{html}</div>\n") }
}

/// The notes of the pairs that the row shows first.
fn translators(view: &View<'_>, row: &PassageRow<'_>) -> String {
    let pairs = &view.page.bitext.catalog.pairs;
    let mut html = String::new();
    for pair in row.unit.pairs.iter().filter_map(|index| pairs.get(*index)) {
        if let Some(note) = pair.note.as_ref().filter(|_| row.is_first_part()) {
            html += &remark(view, "translator", &message!("web-note-translator"), note);
        }
    }
    html
}

/// A note with its marks, behind words that say whose it is.
fn remark(view: &View<'_>, class: &str, label: &Message, note: &str) -> String {
    let label = format!("<b class=\"label\"{}>{}</b>", view.own_language(), view.say(label));
    let note = view.inline.html(&[note]).concat();
    format!("<p class=\"remark {class}\">{label} {note}</p>\n")
}

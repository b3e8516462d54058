//! What stands below a block: how its sources changed, and remarks.

use super::view::View;
use crate::formats::pages::mark::{Mark, surplus_label};
use crate::formats::pages::passage::{Passage, Row};
use crate::formats::pages::{Form, direction, escape};
use crate::l10n::{Message, message};
use crate::model::{Change, Danger, Edit, Pair, Piece};

/// The notes on some blocks, empty where there is nothing to say.
pub fn notes(view: &View<'_>, passages: &[&Passage<'_>]) -> String {
    if view.page.form == Form::Final {
        return String::new();
    }
    let mut html = String::new();
    for passage in passages {
        if let Some(note) = &passage.block.note {
            html += &remark(view, "author", &message!("web-note-author", note = note));
        }
        for row in &passage.rows {
            if let (Some(change), Some(mark)) = (&row.unit.change, row.mark) {
                html += &changed(view, row, (mark, change));
            }
            for pair in &row.unit.pairs {
                let note =
                    view.page.bitext.catalog.pairs.get(*pair).and_then(|pair| pair.note.as_ref());
                if let Some(note) = note.filter(|_| row.is_first_part()) {
                    html +=
                        &remark(view, "translator", &message!("web-note-translator", note = note));
                }
            }
        }
    }
    if html.is_empty() { html } else { format!("<div class=\"notes\">\n{html}</div>\n") }
}

/// Translations whose source is gone.
pub fn orphans(view: &View<'_>) -> String {
    let bitext = view.page.bitext;
    let is_surplus = |index| view.page.surplus.iter().any(|one| one.pair == Some(index));
    let orphans = bitext.orphans.iter().filter(|index| !is_surplus(**index));
    let pairs: Vec<&Pair> = orphans.filter_map(|index| bitext.catalog.pairs.get(*index)).collect();
    if pairs.is_empty() {
        return String::new();
    }
    let title = view.page.localizer.text(&message!("web-orphans", count = pairs.len()));
    let mut html =
        format!("<details class=\"orphans\">\n<summary>{}</summary>\n", escape::html(&title));
    for pair in pairs {
        html.extend([format!(
            "<div class=\"row\">\n{}{}</div>\n",
            side(view, ("src", view.page.source_language), &pair.source),
            side(view, ("tgt", view.page.target_language), &pair.target),
        )]);
    }
    html + "</details>\n"
}

/// Texts of the translated page that no source stands behind, with what they are.
pub fn surplus(view: &View<'_>) -> String {
    let surplus = view.page.surplus;
    if surplus.is_empty() {
        return String::new();
    }
    let title = view.page.localizer.text(&message!("web-surplus", count = surplus.len()));
    let title = escape::html(&title);
    let mut html = format!("<details class=\"orphans\" open>\n<summary>{title}</summary>\n");
    for one in surplus {
        let label = view.page.localizer.text(&surplus_label(one.kind));
        let label = escape::html(&format!("+{} {label}", one.number));
        html.extend([format!(
            "<div class=\"row\">\n<div class=\"src\"{}><p>{label}</p></div>\n{}</div>\n",
            view.own_language(),
            side(view, ("tgt", view.page.target_language), &one.target),
        )]);
    }
    html + "</details>\n"
}

fn side(view: &View<'_>, (class, language): (&str, &str), text: &str) -> String {
    format!(
        "<div class=\"{class}\" lang=\"{}\" dir=\"{}\"><p>{}</p></div>\n",
        escape::html(language),
        direction::direction(language),
        view.inline.html(&[text]).concat()
    )
}

fn remark(view: &View<'_>, class: &str, message: &Message) -> String {
    let words = escape::html(&view.page.localizer.text(message));
    format!("<p class=\"remark {class}\">{words}</p>\n")
}

/// A change of the source; the dangerous ones are open from the start.
fn changed(view: &View<'_>, row: &Row<'_>, (mark, change): (Mark, &Change)) -> String {
    let l10n = view.page.localizer;
    let open = if change.danger >= Danger::Major { " open" } else { "" };
    let trigger = change.trigger.as_ref().map_or_else(String::new, |trigger| {
        format!(": <b class=\"trigger\">{}</b>", escape::html(trigger))
    });
    let language = view.page.source_language;
    format!(
        "<details class=\"change {0}\" id=\"c{1}\" data-u=\"{1}\"{open}>\n\
         <summary><span class=\"which\">{2}</span> \
         <span class=\"what\"><span aria-hidden=\"true\">{3}</span> {4}</span>{trigger}</summary>\n\
         <p class=\"diff\" lang=\"{5}\" dir=\"{6}\">{7}</p>\n</details>\n",
        mark.name(),
        row.number,
        escape::html(&l10n.text(&message!("web-sentence", number = row.number))),
        mark.sign(),
        escape::html(&l10n.text(&mark.meaning())),
        escape::html(language),
        direction::direction(language),
        diff(change),
    )
}

fn diff(change: &Change) -> String {
    let pieces = change.diff.iter().enumerate().map(|(index, piece)| {
        let text = escape::html(&piece.text);
        match piece.edit {
            Edit::Kept => text,
            Edit::Removed => format!("<del>{text}</del>"),
            Edit::Inserted => format!("{}<ins>{text}</ins>", Piece::gap(&change.diff, index)),
        }
    });
    pieces.collect()
}

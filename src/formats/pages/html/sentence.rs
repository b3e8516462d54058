//! The sentences of a block, in the one and in the other language.

use super::view::{PageSide, View};
use crate::formats::pages::Form;
use crate::formats::pages::direction::space;
use crate::formats::pages::mark::Mark;
use crate::formats::pages::passage::{Passage, PassageRow, Shown};
use crate::l10n::{Message, message};

/// The source of a block.
pub fn sources(view: &View<'_>, passage: &Passage<'_>) -> String {
    let parts = || passage.rows.iter().flat_map(|row| &row.sources);
    let texts: Vec<&str> = parts().map(|part| part.text).collect();
    if texts.is_empty() {
        return empty(&view.source, &message!("web-empty-extra"));
    }
    let inner = view.inline.html(&texts);
    let owners = passage.rows.iter().flat_map(|row| row.sources.iter().map(move |_| row));
    let sentences: Vec<String> = parts()
        .zip(owners)
        .zip(inner)
        .map(|((part, row), html)| match view.page.form {
            Form::Final => format!("<span id=\"s{}\">{html}</span>", part.number),
            Form::Working => format!(
                "<span class=\"s\" id=\"s{0}\" data-u=\"{1}\">{2}{html}</span>",
                part.number,
                row.number,
                anchor(&view.source, 's', part.number),
            ),
        })
        .collect();
    sentences.join(space(view.source.language))
}

/// The translation of a block.
pub fn targets(view: &View<'_>, passage: &Passage<'_>) -> String {
    let texts: Vec<&str> = passage.rows.iter().filter_map(|row| row.target.text()).collect();
    let mut inner = view.inline.html(&texts).into_iter();
    let mut sentences = Vec::new();
    for row in &passage.rows {
        match row.target {
            Shown::Translation(_) => {
                sentences.push(target(view, row, &inner.next().unwrap_or_default()));
            }
            Shown::Source(_) => {
                let html = inner.next().unwrap_or_default();
                let html = format!("<span{}>{html}</span>", in_source_language(view));
                sentences.push(target(view, row, &html));
            }
            Shown::Placeholder => {
                let html = empty(&view.target, &message!("web-no-translation"));
                sentences.push(target(view, row, &html));
            }
            Shown::Nothing | Shown::Above => {}
        }
    }
    if sentences.is_empty() {
        return passage.rows.first().map_or_else(String::new, |row| unsaid(view, row));
    }
    sentences.join(space(view.target.language))
}

/// Why nothing stands where a translation belongs.
fn unsaid(view: &View<'_>, row: &PassageRow<'_>) -> String {
    let reason = match row.target {
        Shown::Above => message!("web-empty-above", number = row.number),
        _ if row.unit.segments.is_empty() => message!("web-empty-unsettled"),
        _ if row.unit.is_missing() => message!("web-no-translation"),
        _ if row.unit.is_stale() => message!("web-empty-stale"),
        _ => message!("web-empty-unsettled"),
    };
    empty(&view.target, &reason)
}

/// Words that say why nothing stands here.
fn empty(side: &PageSide<'_>, reason: &Message) -> String {
    format!("<em class=\"none\"{}>{}</em>", side.own(), side.say(reason))
}

fn target(view: &View<'_>, row: &PassageRow<'_>, html: &str) -> String {
    if view.page.form == Form::Final {
        let remark = row.mark.filter(|mark| *mark != Mark::Missing);
        let flag = remark.map_or_else(String::new, |mark| {
            let words = view.target.say(&mark.remark());
            format!(" <small{}>[{words}]</small>", view.target.own())
        });
        return format!("<span>{html}{flag}</span>");
    }
    let (class, flag) = match row.mark {
        None => (String::new(), String::new()),
        Some(Mark::Missing) => (" missing".to_owned(), String::new()),
        Some(mark) => (format!(" {}", mark.name()), format!(" {}", flag(view, row, mark))),
    };
    let html = match row.mark {
        None | Some(Mark::Missing) => html.to_owned(),
        Some(_) => format!("<span class=\"w\">{html}</span>"),
    };
    // Text that only the translation has belongs to no segment, so it has no number.
    if row.unit.segments.is_empty() {
        return format!("<span class=\"s{class}\">{html}{flag}</span>");
    }
    format!(
        "<span class=\"s{class}\" id=\"t{0}\" data-u=\"{0}\">{1}{html}{flag}</span>",
        row.number,
        anchor(&view.target, 't', row.number),
    )
}

/// The number of a sentence, a link to itself.
fn anchor(side: &PageSide<'_>, sign: char, number: usize) -> String {
    let label = side.say(&message!("web-sentence", number = number));
    format!("<a class=\"n\" href=\"#{sign}{number}\" aria-label=\"{label}\">{number}</a>")
}

fn flag(view: &View<'_>, row: &PassageRow<'_>, mark: Mark) -> String {
    let (label, own) = (view.target.say(&mark.label()), view.target.own());
    let words = format!("<span aria-hidden=\"true\">{}</span> {label}", mark.sign());
    if row.unit.change.is_some() {
        format!("<a class=\"flag\" href=\"#c{}\"{own}>{words}</a>", row.number)
    } else {
        format!("<span class=\"flag\"{own}>{words}</span>")
    }
}

fn in_source_language(view: &View<'_>) -> String {
    view.source.attributes.replacen("class=\"src\"", "class=\"source\"", 1)
}

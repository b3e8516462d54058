//! The sentences of a block, in the one and in the other language.

use super::view::View;
use crate::formats::pages::direction::{direction, space};
use crate::formats::pages::mark::Mark;
use crate::formats::pages::passage::{Passage, Row, Shown};
use crate::formats::pages::{Form, escape};
use crate::l10n::message;

/// The source of a block.
pub fn sources(view: &View<'_>, passage: &Passage<'_>) -> String {
    let parts = || passage.rows.iter().flat_map(|row| &row.sources);
    let texts: Vec<&str> = parts().map(|part| part.text).collect();
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
                anchor(view, 's', part.number),
            ),
        })
        .collect();
    sentences.join(space(view.page.source_language))
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
                let html = in_source_language(view, &inner.next().unwrap_or_default());
                sentences.push(target(view, row, &html));
            }
            Shown::Placeholder => {
                let words = view.page.localizer.text(&message!("web-no-translation"));
                let html = format!(
                    "<em class=\"none\"{}>{}</em>",
                    view.own_language(),
                    escape::html(&words)
                );
                sentences.push(target(view, row, &html));
            }
            Shown::Nothing | Shown::Above => {}
        }
    }
    sentences.join(space(view.page.target_language))
}

fn target(view: &View<'_>, row: &Row<'_>, html: &str) -> String {
    if view.page.form == Form::Final {
        let flag =
            row.mark.filter(|mark| *mark != Mark::Missing).map_or_else(String::new, |mark| {
                let words = view.page.localizer.text(&mark.remark());
                format!(" <small{}>[{}]</small>", view.own_language(), escape::html(&words))
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
        anchor(view, 't', row.number),
    )
}

/// The number of a sentence, a link to itself.
fn anchor(view: &View<'_>, side: char, number: usize) -> String {
    let label = view.page.localizer.text(&message!("web-sentence", number = number));
    format!(
        "<a class=\"n\" href=\"#{side}{number}\" aria-label=\"{}\">{number}</a>",
        escape::html(&label)
    )
}

fn flag(view: &View<'_>, row: &Row<'_>, mark: Mark) -> String {
    let label = view.page.localizer.text(&mark.label());
    let sign = mark.sign();
    let words = format!("<span aria-hidden=\"true\">{sign}</span> {}", escape::html(&label));
    let language = view.own_language();
    if row.unit.change.is_some() {
        format!("<a class=\"flag\" href=\"#c{}\"{language}>{words}</a>", row.number)
    } else {
        format!("<span class=\"flag\"{language}>{words}</span>")
    }
}

fn in_source_language(view: &View<'_>, html: &str) -> String {
    let language = view.page.source_language;
    format!(
        "<span class=\"source\" lang=\"{}\" dir=\"{}\">{html}</span>",
        escape::html(language),
        direction(language)
    )
}

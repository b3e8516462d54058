//! What stands by itself: paragraphs, quotations, pictures, code.

use super::notes;
use super::sentence::{sources, targets};
use super::view::View;
use crate::formats::pages::element::{Element, Figure};
use crate::formats::pages::passage::Passage;
use crate::formats::pages::{Form, escape, link};
use crate::l10n::{Message, message};
use crate::model::Kind;
use crate::parse::{Content, Exhibit};

/// One of them, with its notes.
pub fn element(view: &View<'_>, element: &Element<'_>) -> String {
    match element {
        Element::Text(passage) => text(view, passage),
        Element::Figure(figure) => self::figure(view, figure),
        Element::Exhibit(exhibit) => self::exhibit(view, exhibit),
    }
}

/// Both languages side by side, each inside the same tags.
pub fn row(view: &View<'_>, texts: &[String; 2], tags: [&str; 2]) -> String {
    let ([source, target], [opening, closing]) = (texts, tags);
    format!(
        "<div class=\"row\">\n<div{}>{opening}{source}{closing}</div>\n\
         <div{}>{opening}{target}{closing}</div>\n</div>\n",
        view.source.attributes, view.target.attributes
    )
}

fn text(view: &View<'_>, passage: &Passage<'_>) -> String {
    match passage.block.kind {
        Kind::Quotation => block(view, passage, "quotation"),
        Kind::Caption => labelled(view, passage, "caption", &message!("web-caption")),
        Kind::Field => labelled(view, passage, "field", &message!("web-field")),
        _ => block(view, passage, "text"),
    }
}

fn block(view: &View<'_>, passage: &Passage<'_>, class: &str) -> String {
    let tags = match class {
        "quotation" => ["<blockquote><p>", "</p></blockquote>"],
        _ => ["<p>", "</p>"],
    };
    let texts = [sources(view, passage), targets(view, passage)];
    let (row, notes) = (row(view, &texts, tags), notes::notes(view, &[passage]));
    format!("<div class=\"{class}\">\n{row}{notes}</div>\n")
}

/// A text whose part in the article is named above it, in each column's language.
fn labelled(view: &View<'_>, passage: &Passage<'_>, class: &str, label: &Message) -> String {
    if view.page.form == Form::Final {
        return block(view, passage, class);
    }
    let sides = [(&view.source, sources(view, passage)), (&view.target, targets(view, passage))];
    let texts = sides.map(|(side, text)| {
        format!("<p class=\"label\"{}>{}</p><p>{text}</p>", side.own(), side.say(label))
    });
    let (row, notes) = (row(view, &texts, ["", ""]), notes::notes(view, &[passage]));
    format!("<div class=\"{class}\">\n{row}{notes}</div>\n")
}

fn figure(view: &View<'_>, figure: &Figure<'_>) -> String {
    let picture = match (view.page.album)(&figure.target) {
        Some(address) => format!(
            "<img src=\"{}\" alt=\"{}\">\n",
            escape::html(&address),
            escape::html(&figure.alternative)
        ),
        None => format!("<p class=\"picture\">{}</p>\n", name(&figure.target)),
    };
    let mut captions = String::new();
    for caption in &figure.captions {
        let is_alternative = caption.block.span.start <= figure.span.start + "![".len();
        let label =
            if is_alternative { message!("web-alternative") } else { message!("web-caption") };
        captions += &labelled(view, caption, "caption", &label);
    }
    if !captions.is_empty() {
        captions = format!("<figcaption>\n{captions}</figcaption>\n");
    }
    format!("<figure>\n{picture}{captions}</figure>\n")
}

/// The file's name, a link where the picture is on the network.
fn name(target: &str) -> String {
    let place = target.split(['?', '#']).next().unwrap_or_default();
    let name = place.rsplit('/').find(|part| !part.is_empty()).unwrap_or(target);
    let name = escape::html(name);
    let is_remote = ["http://", "https://"].iter().any(|scheme| target.starts_with(scheme));
    match link::address(target).filter(|_| is_remote) {
        Some(address) => format!("<a href=\"{}\">{name}</a>", escape::html(&address)),
        None => name,
    }
}

/// What is the same in every language stands once, across both columns.
fn exhibit(view: &View<'_>, exhibit: &Exhibit) -> String {
    match &exhibit.content {
        Content::Code { language, text } => {
            let text = escape::html(text.trim_end_matches('\n'));
            let class = match language.as_str() {
                "" => String::new(),
                language => format!(" class=\"language-{}\"", escape::html(language)),
            };
            format!("<pre translate=\"no\"><code{class}>{text}</code></pre>\n")
        }
        Content::Rule => "<hr>\n".to_owned(),
        Content::Line => {
            let source = &view.page.bitext.document.text[exhibit.span.range()];
            let html = view.inline.html(&[source]).concat();
            let attributes = view.source.attributes.replacen("\"src\"", "\"alike\"", 1);
            if html.is_empty() { html } else { format!("<p{attributes}>{html}</p>\n") }
        }
        Content::Picture { .. } => String::new(),
    }
}

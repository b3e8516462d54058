//! The top of a page: titles, progress, tools; and its foot.

use super::heading::heading;
use super::view::{PageSide, View};
use crate::formats::pages::passage::Shown;
use crate::formats::pages::{ArticleProgress, Form, escape};
use crate::l10n::{Localizer, message};

/// The title of the page: the article's in both languages.
pub fn title(view: &View<'_>) -> String {
    let titles: Vec<String> = titles(view).into_iter().map(|(_, title)| title).collect();
    if titles.is_empty() { view.page.article.to_owned() } else { titles.join(" — ") }
}

/// The article's titles with their languages, the source's first, as far as there are.
pub fn titles(view: &View<'_>) -> Vec<(String, String)> {
    let Some(passage) = view.headline() else { return Vec::new() };
    let source = passage.rows.iter().flat_map(|row| row.sources.iter().map(|part| part.text));
    let target = passage.rows.iter().filter_map(|row| match row.target {
        Shown::Translation(text) => Some(text),
        _ => None,
    });
    let words = |language: &str, texts: Vec<&str>| {
        let words = view.inline.words(&texts);
        (language.to_owned(), words.join(" ").trim().to_owned())
    };
    let titles = [
        words(view.page.source_language, source.collect()),
        words(view.page.target_language, target.collect()),
    ];
    titles.into_iter().filter(|(_, title)| !title.is_empty()).collect()
}

/// The header, with tools in the working form.
pub fn head(view: &View<'_>, byline: &str) -> String {
    let heading = match view.headline() {
        Some(passage) => heading(view, 1, passage),
        None => format!("<h1>{}</h1>\n", escape::html(view.page.article)),
    };
    if view.page.form == Form::Final {
        return format!("<header>\n{heading}{byline}</header>\n");
    }
    let l10n = view.page.localizer();
    let progress = progress(ArticleProgress::of(view.page.bitext), l10n);
    format!("<header>\n{heading}{byline}{progress}</header>\n{}", tools(l10n))
}

/// A bar and its legend.
pub fn progress(progress: ArticleProgress, l10n: &Localizer) -> String {
    let total = progress.total();
    let mut html = "<div class=\"progress\">\n".to_owned();
    html += &bar(progress);
    html.extend([format!(
        "<p class=\"total\">{}</p>\n<ul class=\"legend\">\n",
        escape::html(&l10n.text(&message!("web-sentences", count = total)))
    )]);
    for (name, count, label) in progress.parts().iter().filter(|(_, count, _)| *count > 0) {
        let label = escape::html(&l10n.text(label));
        html.extend([format!("<li class=\"{name}\">{label} <b>{count}</b></li>\n")]);
    }
    html + "</ul>\n</div>\n"
}

/// The bar alone; what it shows is said by the legend.
fn bar(progress: ArticleProgress) -> String {
    let total = progress.total().max(1);
    let mut html = format!(
        "<svg class=\"bar\" viewBox=\"0 0 {total} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    );
    let mut x = 0;
    for (name, count, _) in progress.parts().iter().filter(|(_, count, _)| *count > 0) {
        html.extend([format!("<rect class=\"{name}\" x=\"{x}\" width=\"{count}\" height=\"1\"/>")]);
        x += count;
    }
    html + "</svg>\n"
}

fn tools(l10n: &Localizer) -> String {
    let say = |message| escape::html(&l10n.text(&message));
    format!(
        include_str!("tools.html"),
        tools = say(message!("web-tools")),
        view = say(message!("web-view")),
        both = say(message!("web-view-both")),
        source = say(message!("web-view-source")),
        target = say(message!("web-view-target")),
        marks = say(message!("web-marks")),
        previous = say(message!("web-previous-mark")),
        next = say(message!("web-next-mark")),
        keys = say(message!("web-keys")),
        keys_are_on = say(message!("web-keys-on")),
        key_view = say(message!("web-key-view")),
        key_marks = say(message!("web-key-marks")),
        key_step = say(message!("web-key-step")),
        key_sentence = say(message!("web-key-sentence")),
        key_escape = say(message!("web-key-escape")),
        copied = say(message!("web-copied")),
    )
}

/// The names of the languages above their columns, each in its own.
pub fn columns(view: &View<'_>) -> String {
    let name = |side: &PageSide<'_>| language(side.language, side.localizer());
    format!(
        "<div class=\"row columns\"><p{}>{}</p><p{}>{}</p></div>\n",
        label_of(&view.source, "src"),
        view.source.say(&message!("web-source", language = name(&view.source))),
        label_of(&view.target, "tgt"),
        view.target.say(&message!("web-translation", language = name(&view.target))),
    )
}

/// Attributes of a column's name, which is in the language that it can be said in.
fn label_of(side: &PageSide<'_>, class: &str) -> String {
    match side.own().as_str() {
        "" => side.attributes.clone(),
        own => format!(" class=\"{class}\"{own}"),
    }
}

/// The name of a language, or its tag where we have no word for it.
pub fn language(tag: &str, l10n: &Localizer) -> String {
    let primary = tag.split('-').next().unwrap_or_default();
    let name = l10n.find(&format!("web-language-{primary}"));
    match name {
        Some(name) if primary == tag => name,
        Some(name) => format!("{name} ({tag})"),
        None => tag.to_owned(),
    }
}

/// Where the page comes from.
pub fn foot(view: &View<'_>) -> String {
    if view.page.form == Form::Final {
        return String::new();
    }
    let words = view.say(&message!("web-made-from", path = view.page.source_path));
    format!("<footer><p>{words}</p></footer>\n")
}

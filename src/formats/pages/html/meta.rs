//! What a page says of itself to search engines and other sites.

use super::head;
use super::view::View;
use crate::formats::pages::element::Element;
use crate::formats::pages::outline::Group;
use crate::formats::pages::passage::{Passage, stands};
use crate::formats::pages::{escape, link};
use crate::model::Kind;

/// A description is no longer, in letters.
const LONGEST: usize = 200;

/// Tags for the page's head: description, links to itself and its languages, Open Graph.
pub fn meta(view: &View<'_>) -> String {
    let mut html = String::new();
    let description = description(view);
    if let Some(text) = &description {
        html += &format!("<meta name=\"description\" content=\"{}\">\n", escape::html(text));
    }
    let authors = view.about.authors.join(", ");
    if !authors.is_empty() {
        html += &format!("<meta name=\"author\" content=\"{}\">\n", escape::html(&authors));
    }
    html + &addresses(view) + &open_graph(view, description.as_deref())
}

/// Where the page itself stands, and the article in other languages.
fn addresses(view: &View<'_>) -> String {
    let mut html = String::new();
    let Some(name) = &view.page.links.name else { return html };
    if let Some(address) = address(view, name) {
        html += &format!("<link rel=\"canonical\" href=\"{address}\">\n");
    }
    let versions = view.page.site.versions.as_ref();
    let tags = match versions {
        Some(_) => [&[view.source.language.to_owned()], &*view.page.links.languages].concat(),
        None => view.page.links.languages.clone(),
    };
    for tag in tags {
        let href = match versions {
            Some(pattern) => {
                let filled = pattern.replace("{article}", view.page.article);
                link::address(&filled.replace("{language}", &tag)).map(|href| escape::html(&href))
            }
            None => address(view, &in_language(name, &tag)),
        };
        if let Some(href) = href {
            let tag = escape::html(&tag);
            html += &format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\">\n");
        }
    }
    html
}

/// The name of the same article's page in another language.
fn in_language(name: &str, tag: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let extension = file.rsplit_once('.').map_or("html", |(_, extension)| extension);
    match folder {
        "" => format!("{tag}.{extension}"),
        folder => format!("{folder}/{tag}.{extension}"),
    }
}

/// The address of a page: on the network where the site is known, else beside this one.
fn address(view: &View<'_>, name: &str) -> Option<String> {
    let target = match &view.page.site.address {
        Some(site) => format!("{site}{name}"),
        None => name.rsplit('/').next()?.to_owned(),
    };
    link::address(&target).map(|href| escape::html(&href))
}

fn open_graph(view: &View<'_>, description: Option<&str>) -> String {
    let mut html = String::new();
    let mut tell = |property: &str, content: &str| {
        let content = escape::html(content);
        html += &format!("<meta property=\"{property}\" content=\"{content}\">\n");
    };
    tell("og:type", "article");
    tell("og:title", &head::title(view));
    if let Some(description) = description {
        tell("og:description", description);
    }
    tell("og:locale", &view.target.language.replace('-', "_"));
    tell("og:locale:alternate", &view.source.language.replace('-', "_"));
    let site = view.page.site;
    if let Some(name) = &site.name {
        tell("og:site_name", name);
    }
    if let (Some(address), Some(name)) = (&site.address, &view.page.links.name)
        && let Some(address) = link::address(&format!("{address}{name}"))
    {
        tell("og:url", &address);
    }
    let image = view.about.image.as_ref().filter(|image| image.starts_with("http"));
    if let Some(image) = image.and_then(|image| link::address(image)) {
        tell("og:image", &image);
    }
    if let Some(when) = view.about.date {
        tell("article:published_time", &when.iso());
    }
    html
}

/// The description in the language translated into, as far as there is one; else the source's.
pub fn description(view: &View<'_>) -> Option<String> {
    let given = view.about.description.as_ref();
    let passages = || {
        view.groups.iter().filter_map(|group| match group {
            Group::Element(Element::Text(passage)) => Some(passage),
            _ => None,
        })
    };
    let is_given = |passage: &&Passage<'_>| {
        passage.block.kind == Kind::Field
            && given.is_some_and(|given| source(passage).as_deref() == Some(given))
    };
    let is_lead = |passage: &&Passage<'_>| passage.block.kind == Kind::Paragraph;
    let chosen = passages().find(is_given).or_else(|| passages().find(is_lead));
    let text = match chosen {
        Some(passage) => target(passage).or_else(|| source(passage)),
        None => given.cloned(),
    };
    let words = view.inline.words(&[&text?]).concat();
    Some(shortened(words.trim())).filter(|text| !text.is_empty())
}

fn source(passage: &Passage<'_>) -> Option<String> {
    let parts = passage.rows.iter().flat_map(|row| &row.sources);
    let texts: Vec<&str> = parts.map(|part| part.text).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

/// The translation, where all of it holds.
fn target(passage: &Passage<'_>) -> Option<String> {
    let all_stand = passage.rows.iter().all(|row| stands(row.unit));
    let texts: Vec<&str> = passage.rows.iter().filter_map(|row| row.target.text()).collect();
    (all_stand && !texts.is_empty()).then(|| texts.join(" "))
}

/// The text up to a word's end, if it is too long.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let head = &text[..end];
    let end = head.rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", head[..end].trim_end_matches([',', ';', ':', ' ']))
}

//! What every page has around its body.

use blake3::Hasher;
use minijinja::context;
use minijinja::value::Value;

use super::facts::Facts;
use crate::error::Result;
use crate::formats::pages::escape;
use crate::formats::pages::site::{FOOTER, HEADER, PAGE, SiteFrame};
use crate::text::base_64::base_64;

/// Where a site's own frame may take its pictures from.
const SITES_IMAGES: &str = concat!("data:", " https:", " http:", " 'self'");

/// The parts of a page that are not its body.
pub struct PageFrame<'a> {
    /// Language of the page's own words.
    pub language: &'a str,
    pub title: &'a str,
    /// What the page says of itself.
    pub meta: &'a str,
    pub style: &'static str,
    /// Empty where the page needs none.
    pub script: &'static str,
}

/// The whole file, in the site's frame.
pub fn document(
    frame: &PageFrame<'_>,
    body: &str,
    site: &SiteFrame,
    facts: &Facts,
) -> Result<String> {
    let nonce = nonce(frame, &[body, &site.style]);
    let head = head(frame, &nonce, site);
    let script = match frame.script {
        "" => String::new(),
        script => format!("<script nonce=\"{nonce}\">{script}</script>\n"),
    };
    let language = escape::html(frame.language);
    if !site.is_templated() {
        return Ok(whole(&language, &head, &[body, &script]));
    }
    let facts = facts.value(site);
    let (header, footer) = (site.render(HEADER, &facts)?, site.render(FOOTER, &facts)?);
    if !site.has(PAGE) || frame.meta.is_empty() {
        return Ok(whole(&language, &head, &[&header, body, &footer, &script]));
    }
    let safe = |html: &str| Value::from_safe_string(html.to_owned());
    let parts = context! {
        head => safe(&head), body => safe(body), script => safe(&script), nonce => nonce,
        header => safe(&header), footer => safe(&footer),
    };
    site.render(PAGE, &context! { ..parts, ..facts })
}

fn whole(language: &str, head: &str, parts: &[&str]) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n{head}</head>\n<body>\n{}</body>\n</html>\n",
        parts.concat()
    )
}

fn head(frame: &PageFrame<'_>, nonce: &str, site: &SiteFrame) -> String {
    let PageFrame { title, meta, style, .. } = frame;
    let own = match site.style.as_str() {
        "" => String::new(),
        style => format!("<style nonce=\"{nonce}\">{style}</style>\n"),
    };
    format!(
        "<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"tolmach\">\n\
         <title>{}</title>\n{meta}<style nonce=\"{nonce}\">{style}</style>\n{own}",
        policy(nonce, frame, site),
        escape::html(title),
    )
}

/// Allows this page's style and script, and what a site's own frame needs.
fn policy(nonce: &str, frame: &PageFrame<'_>, site: &SiteFrame) -> String {
    let script = match frame.script {
        "" if !site.has(PAGE) => "'none'".to_owned(),
        _ => format!("'nonce-{nonce}'"),
    };
    let images = if site.is_templated() { SITES_IMAGES } else { "data:" };
    format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; script-src {script}; img-src {images}; \
         base-uri 'none'; form-action 'none'"
    )
}

/// A word that nothing inside the page can know, since it depends on all of it.
fn nonce(frame: &PageFrame<'_>, parts: &[&str]) -> String {
    let mut hasher = Hasher::new_derive_key("tolmach-page-nonce-1");
    let own = [frame.title, frame.meta, frame.style, frame.script];
    for part in own.iter().chain(parts) {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    base_64(&hasher.finalize().as_bytes()[..18])
}

#[cfg(test)]
mod tests {
    use super::{Facts, PageFrame, SiteFrame, document};

    fn nonce(body: &str) -> String {
        let frame = PageFrame { language: "en", title: "A", meta: "", style: "p {}", script: "" };
        let html = document(&frame, body, &SiteFrame::default(), &Facts::default()).unwrap();
        let (_, rest) = html.split_once("style-src 'nonce-").unwrap();
        rest.split_once('\'').unwrap().0.to_owned()
    }

    #[test]
    fn the_nonce_depends_on_the_whole_page_and_on_nothing_else() {
        assert_eq!(nonce("<p>да</p>").len(), 24);
        assert_eq!(nonce("<p>да</p>"), nonce("<p>да</p>"));
        assert_ne!(nonce("<p>да</p>"), nonce("<p>нет</p>"));
    }
}

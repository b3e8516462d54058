//! What every part of a page is written from: the article, its shape, its languages.

use crate::formats::pages::direction::direction;
use crate::formats::pages::inline::Inline;
use crate::formats::pages::outline::{Group, groups};
use crate::formats::pages::{Page, escape};

/// A page on its way to HTML.
pub struct View<'a> {
    pub page: &'a Page<'a>,
    pub inline: Inline,
    pub groups: Vec<Group<'a>>,
    /// Attributes of the source's and the translation's elements.
    pub source: String,
    pub target: String,
}

impl<'a> View<'a> {
    /// Reads the page's shape.
    pub fn new(page: &'a Page<'a>) -> Self {
        let attributes = |side: &str, language: &str| {
            let direction = direction(language);
            format!(" class=\"{side}\" lang=\"{}\" dir=\"{direction}\"", escape::html(language))
        };
        Self {
            page,
            inline: Inline::new(page.bitext.document, page.syntax),
            groups: groups(page),
            source: attributes("src", page.source_language),
            target: attributes("tgt", page.target_language),
        }
    }

    /// Attributes for tolmach's own words among an article's.
    pub fn own_language(&self) -> String {
        let tag = self.page.localizer.tag();
        format!(" lang=\"{tag}\" dir=\"{}\"", direction(tag))
    }
}

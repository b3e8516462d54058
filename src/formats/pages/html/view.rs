//! What every part of a page is written from: the article, its shape, its languages.

use crate::formats::pages::direction::direction;
use crate::formats::pages::element::Element;
use crate::formats::pages::inline::Inline;
use crate::formats::pages::outline::{Group, groups};
use crate::formats::pages::passage::{Passage, PassageRow};
use crate::formats::pages::{Page, escape};
use crate::l10n::{Localizer, Message};
use crate::parse::{About, Syntax, about};

/// A page on its way to HTML.
pub struct View<'a> {
    pub page: &'a Page<'a>,
    pub inline: Inline<'a>,
    pub groups: Vec<Group<'a>>,
    pub about: About,
    pub source: PageSide<'a>,
    pub target: PageSide<'a>,
    /// Where the headline is among the groups.
    headline: Option<usize>,
    /// Where it stands once more, as in front matter and in the text.
    echo: Option<usize>,
}

/// One of the two columns.
pub struct PageSide<'a> {
    pub language: &'a str,
    /// Attributes of the column's elements.
    pub attributes: String,
    words: &'a Localizer,
}

impl<'a> PageSide<'a> {
    fn new(page: &Page<'a>, class: &str, language: &'a str) -> Self {
        let attributes = format!(
            " class=\"{class}\" lang=\"{}\" dir=\"{}\"",
            escape::html(language),
            direction(language)
        );
        Self { language, attributes, words: page.localizers.speaking(language) }
    }

    /// The page's words for this column, safe for HTML.
    pub fn say(&self, message: &Message) -> String {
        escape::html(&self.words.text(message))
    }

    /// What speaks in this column.
    pub fn localizer(&self) -> &Localizer {
        self.words
    }

    /// Attributes for the page's own words, where they are not in the column's language.
    pub fn own(&self) -> String {
        let primary = self.language.split(['-', '_']).next().unwrap_or_default();
        let tag = self.words.tag();
        if tag == primary {
            String::new()
        } else {
            format!(" lang=\"{tag}\" dir=\"{}\"", direction(tag))
        }
    }
}

impl<'a> View<'a> {
    /// Reads the page's shape.
    pub fn new(page: &'a Page<'a>) -> Self {
        let text = &page.bitext.document.text;
        let groups = groups(page);
        let is_first = |group: &Group<'_>| !matches!(group, Group::Element(Element::Exhibit(_)));
        let first = groups.iter().position(is_first);
        let is_headline = |at: &usize| matches!(groups[*at], Group::Heading(1, _));
        let headline = first.filter(is_headline);
        Self {
            page,
            inline: Inline::new(page),
            headline,
            echo: headline.and_then(|at| echo(&groups, at)),
            groups,
            about: if page.syntax == Syntax::Markdown { about(text) } else { About::default() },
            source: PageSide::new(page, "src", page.source_language),
            target: PageSide::new(page, "tgt", page.target_language),
        }
    }

    /// The article's headline, if it begins with one.
    pub fn headline(&self) -> Option<&Passage<'a>> {
        match self.groups.get(self.headline?) {
            Some(Group::Heading(_, passage)) => Some(passage),
            _ => None,
        }
    }

    /// Everything but the headline.
    pub fn rest(&self) -> impl Iterator<Item = &Group<'a>> {
        let others = self.groups.iter().enumerate();
        others
            .filter(|(at, _)| Some(*at) != self.headline && Some(*at) != self.echo)
            .map(|(_, group)| group)
    }

    /// The title that says once more what the headline says.
    pub fn echo(&self) -> Option<&Passage<'a>> {
        match self.groups.get(self.echo?) {
            Some(Group::Heading(_, passage)) => Some(passage),
            _ => None,
        }
    }

    /// The interface's words, safe for HTML.
    pub fn say(&self, message: &Message) -> String {
        escape::html(&self.page.localizer().text(message))
    }

    /// Attributes for tolmach's own words among an article's.
    pub fn own_language(&self) -> String {
        let tag = self.page.localizer().tag();
        format!(" lang=\"{tag}\" dir=\"{}\"", direction(tag))
    }
}

/// The title among the groups that says the headline's words again, in both languages, and holds.
fn echo(groups: &[Group<'_>], headline: usize) -> Option<usize> {
    let Group::Heading(_, first) = &groups[headline] else { return None };
    let (second, at) = groups.iter().enumerate().skip(headline + 1).find_map(|(at, group)| {
        let Group::Heading(_, passage) = group else { return None };
        Some((passage, at))
    })?;
    let is_said = |one: &PassageRow<'_>, other: &PassageRow<'_>| {
        let sources = one.sources.iter().map(|part| part.text);
        let holds = one.mark.is_none() && other.mark.is_none();
        holds
            && one.target == other.target
            && sources.eq(other.sources.iter().map(|part| part.text))
    };
    let mut rows = first.rows.iter().zip(&second.rows);
    let is_echo =
        first.rows.len() == second.rows.len() && rows.all(|(one, other)| is_said(one, other));
    is_echo.then_some(at)
}

//! What a site puts around its bilingual pages: header, footer, style, template, links.

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Location, Position};

/// A text of the site's own, and the file that a person would open for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    pub path: String,
    pub text: String,
}

/// What surrounds each page; the default adds nothing.
#[derive(Debug, Default)]
pub struct SiteFrame {
    pub name: Option<String>,
    /// Where the folder of pages stands on the network; ends with `/`.
    pub address: Option<String>,
    /// Where an article stands in each language, with `{article}` and `{language}`.
    pub versions: Option<String>,
    /// The site's own style, after the page's.
    pub style: String,
    templates: Environment<'static>,
    paths: Vec<Part>,
}

/// A template and the file it is from.
#[derive(Debug)]
struct Part {
    name: &'static str,
    path: String,
}

/// The template above each page.
pub const HEADER: &str = "header.html";
/// The template below each page.
pub const FOOTER: &str = "footer.html";
/// The template of a whole page.
pub const PAGE: &str = "page.html";

impl SiteFrame {
    /// Adds a template, which `name` says the use of.
    pub fn add(&mut self, name: &'static str, snippet: Snippet) -> Result<()> {
        if self.paths.is_empty() {
            self.templates = Environment::new();
            self.templates.set_undefined_behavior(UndefinedBehavior::Strict);
            self.templates.set_auto_escape_callback(|_| AutoEscape::Html);
        }
        let added = self.templates.add_template_owned(name, snippet.text);
        self.paths.push(Part { name, path: snippet.path });
        added.map_err(|err| self.error(name, &err))
    }

    /// Whether the site has this template.
    pub fn has(&self, name: &str) -> bool {
        self.paths.iter().any(|part| part.name == name)
    }

    /// Whether it has any.
    pub fn is_templated(&self) -> bool {
        !self.paths.is_empty()
    }

    /// What a template makes of a page; nothing where there is none.
    pub fn render(&self, name: &str, page: &Value) -> Result<String> {
        if !self.has(name) {
            return Ok(String::new());
        }
        let template = self.templates.get_template(name).map_err(|err| self.error(name, &err))?;
        template.render(page).map_err(|err| self.error(name, &err))
    }

    fn error(&self, name: &str, err: &minijinja::Error) -> Error {
        let part = self.paths.iter().find(|part| part.name == name);
        let path = part.map_or(name, |part| &part.path);
        let error = Error::new(message!("error-pages-template", path = path));
        let error = match err.line() {
            Some(line) => error.at(Location::at(path, Position::line(line))),
            None => error,
        };
        let cause = err.detail().map_or_else(|| err.kind().to_string(), str::to_owned);
        error.caused_by(cause).hint(message!("hint-pages-template"))
    }
}

/// Where a page leads: to itself on the network, to its other languages, to its neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLinks {
    /// The page's path below the folder of pages; absent where nobody knows where it will stand.
    pub name: Option<String>,
    /// Tags of the languages that the article has pages in.
    pub languages: Vec<String>,
    /// The list of pages, seen from this one.
    pub index: Option<String>,
    pub previous: Option<NextPage>,
    pub next: Option<NextPage>,
}

/// The page before or after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextPage {
    pub href: String,
    pub title: String,
}

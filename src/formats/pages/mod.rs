//! Pages that people read: one file per format.

mod direction;
pub mod document;
mod element;
mod escape;
mod gallery;
pub mod html;
mod inline;
mod lapse;
mod link;
mod list;
mod mark;
mod markdown;
mod outline;
mod passage;
mod progress;
mod raw;
pub mod site;
mod surroundings;
mod table;
#[cfg(test)]
pub mod testing;
mod text;
mod typeset;

use crate::error::Result;
use crate::formats::exchange::Ripeness;
use crate::l10n::{Localizer, Localizers};
use crate::model::{Bitext, Surplus};
pub use crate::parse::Syntax;
use crate::terms::AgreedTerm;

pub use lapse::{Lapse, Prominence, Stand, lapses};
pub use passage::{Passage, PassageRow, Shown, passages};
pub use progress::ArticleProgress;
pub use site::{NextPage, PageLinks, SiteFrame};
pub use typeset::Album;

/// A way to write a bitext.
pub struct PageFormat {
    pub name: &'static str,
    /// What the file's name ends with, without the dot.
    pub extension: &'static str,
    pub write: Writing,
}

/// How a format writes a page.
pub enum Writing {
    Plain(fn(&Page<'_>) -> Vec<u8>),
    /// In the site's own frame, which may be at fault.
    Framed(fn(&Page<'_>) -> Result<Vec<u8>>),
}

impl PageFormat {
    /// The page's bytes.
    pub fn write(&self, page: &Page<'_>) -> Result<Vec<u8>> {
        match self.write {
            Writing::Plain(write) => Ok(write(page)),
            Writing::Framed(write) => write(page),
        }
    }
}

/// The formats that people read.
pub const FORMATS: &[PageFormat] =
    &[html::FORMAT, markdown::FORMAT, text::FORMAT, document::FORMAT];

/// The format with this name.
pub fn by_name(name: &str) -> Option<&'static PageFormat> {
    FORMATS.iter().find(|format| format.name == name)
}

/// A bitext with everything that a page shows about it.
pub struct Page<'a> {
    pub bitext: &'a Bitext<'a>,
    /// Id of the article.
    pub article: &'a str,
    pub source_language: &'a str,
    pub target_language: &'a str,
    /// Path of the source document, as a person would type it.
    pub source_path: &'a str,
    pub syntax: Syntax,
    /// Texts of the translated page that no source stands behind, and that nobody settled.
    pub surplus: &'a [Surplus],
    /// The agreed terms that stand in the article, each once.
    pub terms: &'a [AgreedTerm],
    pub stale: Policy,
    pub form: Form,
    pub localizers: &'a Localizers,
    /// Where the page may show a picture from that the article names.
    pub album: Album<'a>,
    /// What stands around the article.
    pub site: &'a SiteFrame,
    pub links: &'a PageLinks,
    /// In tables for translators, the units as ripe as this; all without any.
    pub only: &'a [Ripeness],
}

impl Page<'_> {
    /// Speaks the interface's language.
    pub fn localizer(&self) -> &Localizer {
        self.localizers.own()
    }
}

/// What stands in place of a translation that is stale or missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// The translation held, marked.
    Mark,
    /// The source text.
    Source,
    /// The source as it was translated, beside its translation; what has none is left out.
    Frozen,
    /// Nothing.
    Omit,
}

impl Policy {
    /// All policies; the first is the default.
    pub const ALL: [Self; 4] = [Self::Mark, Self::Source, Self::Frozen, Self::Omit];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Source => "source",
            Self::Frozen => "frozen",
            Self::Omit => "omit",
        }
    }

    /// The policy with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.name() == name)
    }
}

/// Whom a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For those at work on the translation: marks, differences, tools.
    Working,
    /// For readers: the texts alone.
    Final,
}

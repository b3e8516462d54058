//! What pages are asked for, and how they are to look. No command of its own.

use super::site::SiteLook;
use super::unready::Unready;
use crate::desk::reading::JobReading;
use crate::error::Result;
use crate::formats::exchange::Ripeness;
use crate::formats::pages::{self, Form, Page, PageFormat, PageLinks, Policy, SiteFrame, document};
use crate::formats::{docx, xlsx};
use crate::l10n::Localizers;
use crate::report::export_json;
use crate::workspace::{Article, Job, Workspace};

/// How a page for Word looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WordLayout {
    /// A table to translate in.
    Table,
    /// A page to approve, which has no marks.
    Approval,
}

impl WordLayout {
    fn format(self) -> &'static PageFormat {
        match self {
            Self::Table => &docx::TABLE,
            Self::Approval => &docx::APPROVAL,
        }
    }
}

/// An export: of which articles, in which form.
pub struct ExportOrder<'a> {
    pub workspace: &'a Workspace,
    pub jobs: Vec<Job>,
    /// The languages that pages are asked for in.
    pub targets: Vec<String>,
    /// Whether nobody named some articles only.
    pub is_all: bool,
    pub format: &'a str,
    pub stale: Option<Policy>,
    pub is_final: bool,
    /// The form that a Word document takes.
    pub word: WordLayout,
    pub is_forced: bool,
    /// In tables for translators, the units as ripe as this; all without any.
    pub only: Vec<Ripeness>,
    pub site: SiteFrame,
}

impl ExportOrder<'_> {
    /// The format asked for.
    pub fn format(&self) -> &'static PageFormat {
        const JSON: &PageFormat = &export_json::FORMAT;
        if self.format == xlsx::FORMAT.name {
            return &xlsx::FORMAT;
        }
        if self.format == docx::TABLE.name {
            return self.word.format();
        }
        let found = pages::by_name(self.format).or((self.format == JSON.name).then_some(JSON));
        found.expect("clap lets only known names through")
    }

    /// How each page is to look.
    pub fn look<'l>(&'l self, localizers: &'l Localizers, links: &'l PageLinks) -> SiteLook<'l> {
        SiteLook {
            stale: self.stale.unwrap_or(Policy::Mark),
            form: if self.is_final { Form::Final } else { Form::Working },
            localizers,
            site: &self.site,
            links,
            only: &self.only,
        }
    }

    /// The page's path below the folder, with `/`.
    pub fn name(&self, article: &Article, target: &str) -> String {
        format!("{}/{target}.{}", article.id, self.format().extension)
    }

    /// The page's bytes, and what on it holds no longer and isn't told there.
    pub fn made(&self, page: &Page<'_>, path: String) -> Result<(Vec<u8>, Unready)> {
        // A page to approve marks nothing, so all that doesn't hold is told.
        let unready = if self.format == docx::TABLE.name && self.word == WordLayout::Approval {
            Unready::of_document(page, path)
        } else {
            Unready::of(self.format, page, path)
        };
        Ok((self.format().write(page)?, unready))
    }

    /// The page's bytes: a document is written as its source is, every other page in UTF-8.
    pub fn encoded(&self, reading: &JobReading<'_>, bytes: Vec<u8>) -> Result<Vec<u8>> {
        if self.format != document::FORMAT.name {
            return Ok(bytes);
        }
        let text = String::from_utf8(bytes).expect("a document is made of texts");
        Ok(reading.workspace.encoding(reading.article)?.encode(&text))
    }
}

//! A hand-kept page that is right although its source has other code, values or another order now.

use crate::desk::reading::JobReading;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Catalog, Document};
use crate::text::shell::argument;
use crate::tracking::{Beside, EarlierPage, Tongue, Tongues, compare, is_reordered};
use crate::workspace::{Acquaintance, KeptPage, Rendition, Workspace};

/// An article whose page was read.
pub struct Read<'a> {
    pub source: &'a Document,
    pub page: &'a Document,
    pub catalog: &'a Catalog,
    /// The catalog before, where the page was read earlier, too.
    pub before: Option<&'a Catalog>,
}

impl Read<'_> {
    /// What source and page have beside their sentences, but for what the source alone changed.
    pub fn beside(&self, workspace: &Workspace, rendition: Rendition<'_>) -> Beside {
        let Rendition { article, target } = rendition;
        let from = Tongue::new(workspace.config.source_subtag());
        let into = Tongue::new(target.split('-').next().unwrap_or(target));
        let tongues = Tongues { from: &from.language, into: &into };
        let bitext = compare(self.source, self.catalog, &from);
        let Some(before) = self.before else { return Beside::new(&bitext, self.page, &tongues) };
        let met = workspace.met(article, target, &self.page.text);
        let is_reordered = is_reordered(&compare(self.source, before, &from));
        let before =
            EarlierPage { beside: met.beside.as_ref(), was_written: met.was_written, is_reordered };
        Beside::anew(&bitext, self.page, &before, &tongues)
    }
}

/// Records why the page is right as it stands; an error where the catalog doesn't know its text.
pub fn keep(reading: &JobReading<'_>, reason: &str) -> Result<()> {
    let (workspace, article, target) = (reading.workspace, reading.article, reading.target);
    let known = reading.rendition();
    let page = workspace.translation(article, target)?;
    let catalog = reading.catalog.as_ref();
    let (Some(page), Some(catalog)) = (page, catalog) else { return Err(unknown(reading)) };
    if workspace.acquaintance(known, &page.text, Some(catalog))? != Acquaintance::Known {
        return Err(unknown(reading));
    }
    let read = Read { source: &reading.document, page: &page, catalog, before: None };
    let beside = read.beside(workspace, known);
    workspace.keep_page(known, &KeptPage { text: &page.text, beside }, reason)
}

fn unknown(reading: &JobReading<'_>) -> Error {
    let article = argument(&reading.article.id);
    Error::new(message!("error-ack-page", article = article.clone()))
        .hint(message!("hint-ack-page", article = article))
}

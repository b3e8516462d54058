//! The page of an article as formats write it, with everything that stands on it.

use crate::desk::reading::Reading;
use crate::error::Result;
use crate::formats::pages::{Form, Page, Policy};
use crate::l10n::Localizers;
use crate::model::Surplus;
use crate::parse::Syntax;

/// What `write` makes of the page of an article.
pub fn page<T>(
    reading: &Reading<'_>,
    (stale, form): (Policy, Form),
    localizers: &Localizers,
    write: impl FnOnce(&Page<'_>) -> T,
) -> Result<T> {
    let extension = reading.article.source.extension().and_then(|extension| extension.to_str());
    let syntax = extension.and_then(Syntax::by_extension).unwrap_or(Syntax::Markdown);
    let source_path = reading.workspace.relative(&reading.article.source);
    reading.with_bitext(|bitext| {
        let surplus = match form {
            Form::Working => reading.published(bitext)?.surplus,
            Form::Final => Vec::new(),
        };
        let surplus: Vec<Surplus> = surplus.into_iter().filter(|one| !one.is_settled).collect();
        Ok(write(&Page {
            bitext,
            article: &reading.article.id,
            source_language: &reading.workspace.config.source,
            target_language: reading.target,
            source_path: &source_path,
            syntax,
            surplus: &surplus,
            stale,
            form,
            localizers,
            album: &|_| None,
        }))
    })
}

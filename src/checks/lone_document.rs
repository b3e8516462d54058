//! A page must have a source; one that lost it is still online.
//!
//! No article is left to look at, so whoever knows the files says what is there.

use super::{Check, Levels, Run};
use crate::l10n::message;
use crate::model::{Finding, Location, Severity};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("lone-document", Severity::Error, Run::Article(|_| Vec::new()));

/// A translated document without a source.
pub struct Lonely<'a> {
    /// Id of the article that it would belong to.
    pub article: &'a str,
    pub target: &'a str,
    pub path: &'a str,
    /// Where the source would stand.
    pub source: &'a str,
    /// Whether it ever stood there.
    pub had_source: bool,
    /// Whether something stands there that is no article: a link, or what git leaves out.
    pub has_other: bool,
    /// Whether no page stands there, but a catalog.
    pub is_catalog: bool,
}

/// What is to be said of it; nothing where the check is switched off.
pub fn find(lonely: &Lonely<'_>, levels: &Levels) -> Option<Finding> {
    let level = levels.of(&CHECK)?;
    let (severity, message) = if lonely.has_other {
        let kind = if lonely.is_catalog { "catalog" } else { "page" };
        (level, message!("check-lone-document-other", kind = kind, path = lonely.source))
    } else if lonely.had_source {
        (level, message!("check-lone-document-gone", path = lonely.source))
    } else {
        (level.min(Severity::Warning), message!("check-lone-document-never", path = lonely.source))
    };
    let mut finding = Finding::new(CHECK.id, severity, Location::file(lonely.path), message);
    lonely.article.clone_into(&mut finding.article);
    lonely.target.clone_into(&mut finding.target);
    finding.document = Some(Location::file(lonely.path));
    finding.hint = Some(message!("check-lone-document.hint"));
    Some(finding)
}

//! Texts on the page that no text of the source stands behind.

use crate::checks::Subject;
use crate::model::{Location, SurplusKind};

/// A text that nobody settled, with its place.
#[derive(Clone, Debug)]
pub struct SurplusText {
    pub article: String,
    pub target: String,
    pub kind: SurplusKind,
    /// Number from 1; people write `+1`.
    pub number: usize,
    pub location: Location,
    /// The source that was taken out; empty where nobody knows one.
    pub source: String,
    pub translation: String,
}

/// Those of an article, in the order of its page.
pub fn beside(subject: &Subject<'_>) -> Vec<SurplusText> {
    let surplus = subject.published.map_or(&[][..], |published| &published.surplus);
    let open = surplus.iter().filter(|one| !one.is_settled);
    let entry = |one: &crate::model::Surplus| SurplusText {
        article: subject.article.to_owned(),
        target: subject.target.to_owned(),
        kind: one.kind,
        number: one.number,
        location: match one.position {
            Some(position) => Location::at(subject.document_path, position),
            None => Location::file(subject.catalog_path),
        },
        source: one.source.clone(),
        translation: one.target.clone(),
    };
    open.map(entry).collect()
}

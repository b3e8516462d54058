//! Document and catalog become a bitext: which pair fits which segment, and what changed since.
//!
//! Nothing here depends on an earlier run: texts are compared, equal ones first and in order,
//! then moved, joined and split ones, then the most similar. One pair serves one unit only, so a
//! sentence that stands twice in the document and once in the catalog is missing the second time.

mod change;
mod equal;
mod heaviest;
mod joined;
mod matching;
mod similar;
mod units;

pub use change::{change, diff};

use crate::model::{Bitext, Catalog, Document};
use matching::Matching;

/// Compares the document as it is now with the pairs held; `language` is the source's primary subtag.
pub fn bitext<'a>(document: &'a Document, catalog: &'a Catalog, language: &str) -> Bitext<'a> {
    let mut matching = Matching::new(document, catalog);
    equal::trim(&mut matching);
    if !matching.is_complete() {
        equal::pair_up(&mut matching);
        joined::pair_up(&mut matching);
        similar::pair_up(&mut matching, language);
    }
    units::assemble(&matching, language)
}

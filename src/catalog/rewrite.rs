//! The one way to change a catalog's text.

use super::read::read;
use super::record::{Record, with_record};
use super::write::write;
use crate::model::Catalog;

/// A catalog's text and the pairs that it holds.
#[derive(Clone, Copy)]
pub struct OldText<'a> {
    pub text: &'a str,
    pub catalog: &'a Catalog,
}

/// The text that holds these pairs, and this record where one is given.
///
/// Nothing where the text's layout forbids that: what comes out reads back as what was meant.
pub fn rewrite(before: OldText<'_>, catalog: &Catalog, record: Option<&Record>) -> Option<String> {
    let mut text = before.text.to_owned();
    if before.catalog != catalog {
        text = write(&text, before.catalog, catalog)?;
    }
    if let Some(record) = record {
        text = with_record(&text, record)?;
    }
    let written = read(&text, String::new).ok()?;
    (written == *catalog).then_some(text)
}

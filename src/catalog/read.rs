//! One way to read a catalog: the fast one where it understands the text, else the thorough one.

use super::tables::TomlText;
use super::{fast, thorough};
use crate::error::Result;
use crate::model::Catalog;

/// The pairs of a catalog's text; an error says where it is no catalog.
///
/// `path` makes the file's name for people, which only an error needs.
pub fn read(text: &str, path: impl FnOnce() -> String) -> Result<Catalog> {
    match fast::read(text) {
        Some(catalog) => Ok(catalog),
        None => thorough::read(TomlText { path: &path(), text }),
    }
}

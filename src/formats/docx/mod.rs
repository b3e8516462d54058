//! An article as a Word document, in three forms: a table to translate in, a page to approve, a page of changes.

mod approval;
pub mod bookmark;
mod fill;
mod folio;
mod redline;
mod stretches;
mod table;

use crate::formats::pages::{Page, PageFormat, Writing};

pub use fill::folio;
pub use folio::{Folio, FolioRow};
pub use redline::{EarlierArticle, write as write_redline};
pub use stretches::marked;
pub use table::{OWN, heads};

/// The table that translators work in.
pub const TABLE: PageFormat =
    PageFormat { name: "docx", extension: "docx", write: Writing::Plain(write_table) };

/// The page that is signed.
pub const APPROVAL: PageFormat =
    PageFormat { name: "docx", extension: "docx", write: Writing::Plain(write_approval) };

fn write_table(page: &Page<'_>) -> Vec<u8> {
    table::write(&folio(page))
}

fn write_approval(page: &Page<'_>) -> Vec<u8> {
    approval::write(&folio(page))
}

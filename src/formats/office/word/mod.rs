//! Word documents: the tables in them read, and documents written from runs and cells.

mod binding;
mod cell;
mod kinds;
mod notes;
mod paint;
mod reader;
mod revisions;
mod run;
mod story;
mod style;

pub use binding::{Binding, Paperwork};
pub use paint::{
    Author, Dress, Pane, Pen, Revised, Stretch, escape, paragraph, prompt, row, run, runs, table,
};
pub use reader::registers;
pub use revisions::Revisions;

/// Whether an archive with these files is a Word document.
pub fn is_word(archive: &super::archive::Archive<'_>) -> bool {
    archive.has("word/document.xml")
        || archive.names().iter().any(|name| name.ends_with("/document.xml"))
}

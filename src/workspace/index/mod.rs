//! The index of unchanged files: what was listed and found before, as long as no file changed since.
//!
//! It lies in the cache folder, may be deleted at any time, and answers only where nothing else can be
//! right: a file is taken for unchanged where size, both times, number and device are as they were and
//! the last change is well before the index was made (git's rule of racy entries); any other file is
//! read, and what was found of it holds where all its bytes are as they were. What cannot be read or
//! written is no index, and no error.

mod entry;
mod folders;
mod listing;
mod results;
mod rules;
mod store;

pub use entry::ArticlePaths;
pub use results::{Inquiry, Results};

use super::Workspace;

/// So many files are read as quickly as an index of them.
const FEWEST: usize = 100;

impl Workspace {
    /// The workspace with its index, or without one.
    #[must_use]
    pub fn with_index(self, is_wanted: bool) -> Self {
        // What is laid out from git is gone when the command ends.
        let is_indexed = is_wanted && self.original.is_none() && cfg!(unix);
        Self { is_indexed, ..self }
    }
}

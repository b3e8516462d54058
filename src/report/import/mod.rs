//! What became of the rows of files that came back.

mod json;
mod text;

use super::Format;
use crate::desk::{Outcome, Proposal, Verdict};
use crate::formats::exchange::StrayWords;

/// Ways to tell about files that came back.
pub const FORMATS: &[Format<Received>] =
    &[Format { name: "text", write: text::write }, Format { name: "json", write: json::write }];

/// All files with what became of their rows.
#[derive(Clone, Debug)]
pub struct Received {
    pub files: Vec<ReceivedFile>,
}

/// A file with its rows, in its order.
#[derive(Clone, Debug)]
pub struct ReceivedFile {
    pub path: String,
    pub format: &'static str,
    pub rows: Vec<ReceivedRow>,
    /// The first of the words that stand where nothing is looked for.
    pub strays: Vec<StrayWords>,
}

/// A row with what becomes of it.
#[derive(Clone, Debug)]
pub struct ReceivedRow {
    /// Line of the file; 0 where it is unknown.
    pub line: usize,
    pub proposal: Proposal,
    pub verdict: Verdict,
}

impl Received {
    /// The rows of all files.
    pub fn rows(&self) -> impl Iterator<Item = &ReceivedRow> {
        self.files.iter().flat_map(|file| &file.rows)
    }

    /// How many rows came to this.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows().filter(|row| row.verdict.outcome == outcome).count()
    }
}

/// Whether a row brings a translation that is taken, and gets the state proposed.
fn gets_state(row: &ReceivedRow) -> bool {
    let target = row.proposal.target.as_deref();
    row.verdict.outcome.is_taken() && target.is_some_and(|target| target != row.verdict.held)
}

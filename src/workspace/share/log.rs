//! What a shared memory does, whoever keeps it: pairs are appended, read from a place on, and searched.

use serde::{Deserialize, Serialize};

use super::rows::SharedPair;
use crate::error::Result;

/// How far a log was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The log: a number of another one says nothing here.
    pub server: String,
    /// The last row that was there; where it isn't any more, the log was put back to an earlier state.
    pub last: Option<LastRow>,
    /// The server's time then; what was under embargo until later was not read.
    pub time: String,
}

/// A row by its key and the transaction that wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRow {
    pub transaction: u64,
    pub workspace: String,
    pub newsroom: String,
    pub id: String,
}

/// Which pairs are wanted.
#[derive(Clone, Copy, Debug)]
pub struct PairQuery<'a> {
    /// Primary subtag of the source language.
    pub source: &'a str,
    pub target: &'a str,
    /// The own workspace.
    pub workspace: &'a str,
}

/// A text whose likes are searched.
#[derive(Clone, Copy, Debug)]
pub struct Likeness<'a> {
    /// The stretches of three letters that it has.
    pub grams: &'a [u32],
    /// How many letters the others may have.
    pub shortest: u16,
    pub longest: u16,
}

/// What agreed terms a workspace has, as a file of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedTerms {
    pub workspace: String,
    pub newsroom: String,
    pub body: String,
}

/// Passes on rows, one after another.
pub type Rows<'r> = &'r mut dyn Iterator<Item = Result<SharedPair>>;

/// An append-only log of pairs.
pub trait Log {
    /// Adds what it doesn't have, all of it or nothing; gives how many these were.
    fn append(&mut self, wanted: &PairQuery<'_>, rows: Rows<'_>) -> Result<usize>;

    /// Whether a place is one in this log as it is now.
    fn holds(&mut self, cursor: &Cursor) -> Result<bool>;

    /// Passes on what others added since, or all of it, by newsroom, workspace, article and source in the
    /// order of bytes, of each sentence the last pair; gives the place to go on from.
    ///
    /// A transaction that began before others and ended after them is not skipped.
    fn since(
        &mut self,
        cursor: Option<&Cursor>,
        wanted: &PairQuery<'_>,
        take: &mut dyn FnMut(Rows<'_>) -> Result<()>,
    ) -> Result<Cursor>;

    /// The pairs whose sources have the most of a text's rarest stretches.
    fn alike(&mut self, wanted: &PairQuery<'_>, text: &Likeness<'_>) -> Result<Vec<SharedPair>>;

    /// Adds what a workspace agreed on, unless that was so already; whether it was new.
    fn append_terms(&mut self, workspace: &str, body: &str) -> Result<bool>;

    /// What the other workspaces agreed on last.
    fn terms(&mut self, workspace: &str) -> Result<Vec<SharedTerms>>;
}

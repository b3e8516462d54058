//! What a shared memory does, whoever keeps it: pairs are appended, and read from a place on.

use serde::{Deserialize, Serialize};

use super::rows::SharedPair;
use crate::error::Result;

/// How far a log was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The log: a number of another one says nothing here.
    pub server: String,
    /// All transactions before this one were read.
    pub transaction: u64,
    /// The server's time then; what was under embargo until later was not.
    pub time: String,
}

/// Which pairs are wanted.
#[cfg_attr(
    not(feature = "share"),
    expect(dead_code, reason = "without servers nobody reads a wish")
)]
#[derive(Clone, Copy, Debug)]
pub struct PairQuery<'a> {
    /// Primary subtag of the source language.
    pub source: &'a str,
    pub target: &'a str,
    /// The own workspace, whose pairs are not.
    pub workspace: &'a str,
}

/// An append-only log of pairs.
pub trait Log {
    /// What tells this log from others, and from itself after it was made anew.
    fn id(&mut self) -> Result<String>;

    /// Adds what it doesn't have; gives how many these were.
    fn append(&mut self, rows: &[SharedPair]) -> Result<usize>;

    /// What came since, in the order in which it came, and the place to go on from.
    ///
    /// A transaction that began before others and ended after them is not skipped.
    fn since(
        &mut self,
        cursor: &Cursor,
        wanted: &PairQuery<'_>,
    ) -> Result<(Vec<SharedPair>, Cursor)>;
}

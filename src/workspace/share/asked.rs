//! What became of servers that were asked.

use crate::error::Error;

/// What became of one server.
#[derive(Debug)]
pub enum ServerAnswer {
    /// How many pairs went there or came from it, and how many of them were new.
    Done { all: usize, new: usize },
    /// It doesn't answer, or refuses.
    Silent(Error),
}

/// A server by the name that people may see, with what became of it.
#[derive(Debug)]
pub struct Asked {
    pub server: String,
    pub answer: ServerAnswer,
}

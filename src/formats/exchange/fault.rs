//! Why a file can't be read, and where.

use crate::l10n::Message;

/// What is wrong with a file, at a byte of its text.
#[derive(Debug)]
pub struct ReadFault {
    pub offset: usize,
    pub message: Message,
    /// What to do about it.
    pub hint: Option<Message>,
    /// What a library says.
    pub words: Option<String>,
}

impl ReadFault {
    /// A fault in our own words.
    pub fn new(offset: usize, message: Message) -> Self {
        Self { offset, message, hint: None, words: None }
    }
}

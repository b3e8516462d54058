//! The text of one cell while it is read: paragraphs are joined by line breaks.

use crate::formats::office::code;
use crate::formats::office::register::{CellContent, Remark};

/// A cell that is not closed yet.
#[derive(Default)]
pub struct OpenCell {
    text: String,
    /// Line breaks that stand between what was read and what may come.
    pending: String,
    /// Whether a paragraph ended, and the next one doesn't go on in it.
    is_ended: bool,
    pub remarks: Vec<Remark>,
    pub is_revised: bool,
    /// How many columns it spans.
    pub width: usize,
}

impl OpenCell {
    /// A cell with nothing in it, one column wide.
    pub fn new() -> Self {
        Self { width: 1, ..Self::default() }
    }

    /// Takes a piece of text.
    pub fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text += &std::mem::take(&mut self.pending);
        self.text += text;
    }

    /// Begins a paragraph.
    pub fn begin_paragraph(&mut self) {
        // Empty paragraphs at the edges are how editors leave a cell, not what somebody wrote.
        if std::mem::take(&mut self.is_ended) && !self.text.is_empty() {
            self.pending.push('\n');
        }
    }

    /// Ends a paragraph, unless its mark was taken out.
    pub fn end_paragraph(&mut self, is_joined: bool) {
        self.is_ended = !is_joined;
    }

    /// What the cell holds.
    pub fn close(self) -> CellContent {
        let Self { text, remarks, is_revised, .. } = self;
        CellContent {
            text: code::decode(&text).into_owned(),
            remarks,
            is_revised,
            is_number: false,
        }
    }
}

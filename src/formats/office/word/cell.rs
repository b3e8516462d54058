//! The text of one cell while it is read: paragraphs are joined by line breaks.

use std::ops::Range;

use crate::formats::office::code;
use crate::formats::office::register::{CellContent, Remark};
use crate::text::markup::mask;

/// A cell that is not closed yet.
#[derive(Default)]
pub struct OpenCell {
    text: String,
    /// Line breaks that stand between what was read and what may come.
    pending: String,
    /// Whether a paragraph ended, and the next one doesn't go on in it.
    is_ended: bool,
    /// Where in it text stands that readers don't see.
    hidden: Vec<Range<usize>>,
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

    /// Takes a piece of text that readers don't see.
    pub fn push_hidden(&mut self, text: &str) {
        self.push(text);
        self.hidden.push(self.text.len() - text.len()..self.text.len());
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
        let Self { mut text, hidden, remarks, is_revised, .. } = self;
        let unseen = without_hidden(&mut text, &hidden);
        CellContent {
            text: code::decode(&text).into_owned(),
            unseen,
            remarks,
            is_revised,
            ..CellContent::default()
        }
    }
}

/// Takes out what somebody hid, and gives it; hidden markup is ours, and stays.
fn without_hidden(text: &mut String, hidden: &[Range<usize>]) -> String {
    let mut unseen = String::new();
    if hidden.is_empty() {
        return unseen;
    }
    let (plain, _) = mask(text);
    let is_word = |range: &&Range<usize>| {
        let piece = &text[(*range).clone()];
        let is_masked = plain.get((*range).clone()).is_some_and(|plain| plain.trim().is_empty());
        let is_markup =
            piece.starts_with([']', '<', '`']) || !piece.contains(char::is_alphanumeric);
        !is_masked && !is_markup
    };
    let words: Vec<Range<usize>> = hidden.iter().filter(is_word).cloned().collect();
    for range in words.into_iter().rev() {
        unseen.insert_str(0, &text[range.clone()]);
        text.replace_range(range, "");
    }
    unseen
}

#[cfg(test)]
mod tests {
    use super::OpenCell;

    #[test]
    fn hidden_words_are_left_out_and_hidden_markup_stays() {
        let mut cell = OpenCell::new();
        for (text, is_hidden) in [
            ("Мост", false),
            (" черновик", true),
            ("**", true),
            (" открыт", false),
            ("**", true),
            (" [", true),
            ("здесь", false),
            ("](https://a.example/", true),
            ("b)", true),
            (" — 5 м", false),
            ("<sup>", true),
            ("2", false),
            ("</sup>", true),
        ] {
            if is_hidden { cell.push_hidden(text) } else { cell.push(text) }
        }
        let content = cell.close();
        let text = "Мост** открыт** [здесь](https://a.example/b) — 5 м<sup>2</sup>";
        assert_eq!([&*content.text, &*content.unseen], [text, " черновик"]);
    }
}

//! A catalog's file as it is put together: pairs, and blank lines between them.

use super::chunks::Chunk;
use super::pair::table;
use crate::model::Pair;

/// The file that grows.
pub struct CatalogPage {
    text: String,
    newline: &'static str,
    /// Whether the next table needs a blank line before it.
    is_open: bool,
}

impl CatalogPage {
    /// A file that begins with what stands before its pairs.
    pub fn new(preamble: &str, newline: &'static str) -> Self {
        Self { text: preamble.to_owned(), newline, is_open: false }
    }

    /// Adds tables of somebody else's that lost their place.
    pub fn push_foreign(&mut self, foreign: &str) {
        self.separate();
        self.text += foreign;
    }

    /// Adds whole lines between blank ones.
    pub fn push_lines(&mut self, lines: &str) {
        self.separate();
        self.text += lines;
        self.is_open = true;
    }

    /// Adds a pair in the usual shape, below remarks.
    pub fn push_new(&mut self, remarks: &str, pair: &Pair) {
        let table = table(pair).replace('\n', self.newline);
        self.push_lines(&[remarks, &table].concat());
    }

    /// Adds the text of a pair, with what stood around it; the last of a file needs a line end.
    pub fn push_old(&mut self, chunk: &Chunk<'_>, body: &str, is_last: bool) {
        if self.is_open {
            self.separate();
        }
        self.text += body;
        self.is_open = is_last && chunk.foreign.is_empty();
        if !self.is_open {
            self.text += chunk.gap;
            self.text += chunk.foreign;
        }
        self.is_open |= !self.text.ends_with('\n');
    }

    /// Ends the line, and leaves one blank.
    fn separate(&mut self) {
        if self.text.is_empty() {
            return;
        }
        if !self.text.ends_with('\n') {
            self.text += self.newline;
        }
        let line = self.text.trim_end_matches(['\n', '\r']).len();
        if self.text[line..].matches('\n').count() < 2 {
            self.text += self.newline;
        }
    }

    /// Gives the file the end that it had, which may lack a line end.
    pub fn finish(mut self, before: &str) -> String {
        let end = &before[blank(before)..];
        let is_same_end = before.lines().last().is_some_and(|line| self.text.ends_with(line));
        self.text.truncate(blank(&self.text));
        if !self.text.is_empty() {
            self.text += if is_same_end || end.contains('\n') { end } else { self.newline };
        }
        self.text
    }
}

fn blank(text: &str) -> usize {
    text.trim_end_matches(['\n', '\r', ' ', '\t']).len()
}

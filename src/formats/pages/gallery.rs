//! What an article shows beside its blocks, handed out as the page comes to it.

use std::collections::VecDeque;

use super::Syntax;
use crate::model::{Document, Span};
use crate::parse::{Content, Exhibit, exhibits};

/// The exhibits that the page has not come to.
pub struct Gallery {
    left: VecDeque<Exhibit>,
}

impl Gallery {
    /// All of the document's; a line whose words are blocks is no exhibit.
    pub fn new(document: &Document, syntax: Syntax) -> Self {
        let mut left = match syntax {
            Syntax::Markdown => VecDeque::from(exhibits(&document.text)),
            Syntax::Text => VecDeque::new(),
        };
        left.retain(|exhibit| exhibit.content != Content::Line || !has_block(document, exhibit));
        Self { left }
    }

    /// Those that begin at or before `offset`.
    pub fn until(&mut self, offset: usize) -> Vec<Exhibit> {
        let count = self.left.partition_point(|exhibit| exhibit.span.start <= offset);
        self.left.drain(..count).collect()
    }
}

fn has_block(document: &Document, exhibit: &Exhibit) -> bool {
    let Span { start, end } = exhibit.span;
    let first = document.blocks.partition_point(|block| block.span.end <= start);
    document.blocks.get(first).is_some_and(|block| block.span.start < end)
}

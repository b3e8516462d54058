//! What a document has beside its sentences.

use crate::model::{Document, Span};

/// Markup, code and front matter between the blocks, without white space.
pub fn frame(document: &Document) -> String {
    let (mut frame, mut from) = (String::new(), 0);
    let end = Span::new(document.text.len(), document.text.len());
    for span in document.blocks.iter().map(|block| block.span).chain([end]) {
        frame.extend(document.text[from..span.start.max(from)].split_whitespace());
        frame.push('\0');
        from = from.max(span.end);
    }
    frame
}

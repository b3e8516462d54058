//! What goes to the page as it stands, and may be in the language of the source.

use crate::model::{Document, LeftText, Lines, Span};
use crate::parse::{FrontText, front_texts};

/// The fields that nobody translates, and the blocks that are left out, as far as they have
/// letters of another script than Latin.
pub fn left(document: &Document) -> Vec<LeftText> {
    let text = &document.text;
    let mut all: Vec<FrontText> = Vec::new();
    let end = document.blocks.first().map_or(text.len(), |block| block.span.start);
    if text[..end].starts_with(['-', '+', '\u{feff}']) {
        for one in front_texts(text) {
            if !is_translated(document, one.span) {
                all.push(one);
            }
        }
    }
    for span in &document.skipped {
        all.push(FrontText { key: String::new(), span: *span });
    }
    // Most have no such letter, and bytes tell.
    all.retain(|one| text[one.span.range()].bytes().any(|byte| byte >= FIRST));
    if all.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(text);
    let mut left = Vec::with_capacity(all.len());
    for FrontText { key, span } in all {
        left.push(LeftText {
            position: lines.position(span.start).into(),
            field: key,
            text: text[span.range()].trim().to_owned(),
        });
    }
    left
}

/// Whether a block of the document holds some of this.
fn is_translated(document: &Document, span: Span) -> bool {
    let mut blocks = document.blocks.iter();
    blocks.any(|block| block.span.start < span.end && span.start < block.span.end)
}

/// The first byte of letters beyond Latin ones in UTF-8.
const FIRST: u8 = 0xcd;

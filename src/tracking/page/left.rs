//! What goes to the page as it stands, and may be in the language of the source.

use crate::model::{Document, LeftText, Lines, Position, Span};
use crate::parse::{FrontText, front_texts};

/// The fields that nobody translates, and the blocks that are left out, as far as they have
/// letters of another script than Latin.
pub fn left(document: &Document) -> Vec<LeftText> {
    let text = &document.text;
    let mut spans: Vec<FrontText> = Vec::new();
    let end = document.blocks.first().map_or(text.len(), |block| block.span.start);
    // Most front matter has no such letter, and bytes tell.
    let has_letter = |span: Span| text[span.range()].bytes().any(|byte| byte >= FIRST);
    if text[..end].starts_with(['-', '+', '\u{feff}']) {
        let is_translated = |span: Span| {
            document
                .blocks
                .iter()
                .any(|block| block.span.start < span.end && span.start < block.span.end)
        };
        spans.extend(front_texts(text).into_iter().filter(|one| !is_translated(one.span)));
    }
    let skipped = document.skipped.iter().map(|span| FrontText { key: String::new(), span: *span });
    spans.extend(skipped);
    spans.retain(|one| has_letter(one.span));
    if spans.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(text);
    let told = spans.into_iter().map(|FrontText { key, span }| LeftText {
        position: Position::from(lines.position(span.start)),
        field: key,
        text: text[span.range()].trim().to_owned(),
    });
    told.collect()
}

/// The first byte of letters beyond Latin ones in UTF-8.
const FIRST: u8 = 0xcd;

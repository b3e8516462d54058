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
        let translated = Covered::of(document);
        for one in front_texts(text) {
            if !translated.meets(one.span) {
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
            position: lines.position(span.start),
            field: key,
            text: text[span.range()].trim().to_owned(),
        });
    }
    left
}

/// What the blocks of a document take up.
struct Covered {
    /// In the order in which they begin.
    spans: Vec<Span>,
    /// For each the furthest end of it and those before it.
    ends: Vec<usize>,
}

impl Covered {
    fn of(document: &Document) -> Self {
        let mut spans: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
        spans.sort_by_key(|span| span.start);
        let mut ends = Vec::with_capacity(spans.len());
        let mut furthest = 0;
        for span in &spans {
            furthest = span.end.max(furthest);
            ends.push(furthest);
        }
        Self { spans, ends }
    }

    /// Whether a block holds some of this.
    fn meets(&self, span: Span) -> bool {
        let before = self.spans.partition_point(|block| block.start < span.end);
        before > 0 && self.ends[before - 1] > span.start
    }
}

/// The first byte of letters beyond Latin ones in UTF-8.
const FIRST: u8 = 0xcd;

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::Covered;
    use crate::model::{Block, Document, Kind, Span};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn what_meets_a_block_is_what_overlaps_one(
            starts in proptest::collection::vec(0usize..40, 0..8),
            lengths in proptest::collection::vec(1usize..9, 8),
            start in 0usize..40,
            length in 1usize..9,
        ) {
            let mut document = Document::default();
            for (start, length) in starts.iter().zip(&lengths) {
                let span = Span { start: *start, end: start + length };
                let (kind, segments) = (Kind::Paragraph, 0..0);
                document.blocks.push(Block { kind, span, segments, note: None });
            }
            let span = Span { start, end: start + length };
            let mut meets = false;
            for block in &document.blocks {
                meets |= block.span.range().any(|at| span.range().contains(&at));
            }
            assert_eq!(Covered::of(&document).meets(span), meets);
        }
    }
}

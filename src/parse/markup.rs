//! What in a stretch of text is not words: tags, code, link targets.

use crate::model::Span;

/// Why a piece of markup holds no words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A template's or HTML's tag: a line of nothing else is not text.
    Tag,
    /// Code, a formula, a link's target.
    Code,
}

/// The markup of one stretch of text; spans ascend and don't overlap.
#[derive(Clone, Debug, Default)]
pub struct InlineMarkup {
    /// Pieces without words.
    pub opaque: Vec<(Span, Reason)>,
    /// Links and images from bracket to bracket.
    pub links: Vec<Span>,
    /// How many `>` can stand before each line.
    pub quotes: usize,
}

impl InlineMarkup {
    /// Empties it for the next stretch.
    pub fn clear(&mut self) {
        self.opaque.clear();
        self.links.clear();
        self.quotes = 0;
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.opaque.is_empty() && self.links.is_empty()
    }

    /// Puts further opaque pieces in their places; what they cover is theirs.
    pub fn add(&mut self, pieces: &[(Span, Reason)]) {
        self.opaque.extend_from_slice(pieces);
        self.opaque.sort_by_key(|(span, _)| *span);
        self.opaque.dedup_by(|(next, reason), (last, last_reason)| {
            let touches = next.start < last.end;
            if touches {
                last.end = last.end.max(next.end);
                if *reason == Reason::Tag {
                    *last_reason = Reason::Tag;
                }
            }
            touches
        });
    }

    /// The opaque pieces that reach into `span`.
    pub fn within(&self, span: Span) -> &[(Span, Reason)] {
        let first = self.opaque.partition_point(|(piece, _)| piece.end <= span.start);
        let last = self.opaque.partition_point(|(piece, _)| piece.start < span.end);
        &self.opaque[first..last.max(first)]
    }

    /// Where no sentence can end in `span`: every opaque piece and link.
    ///
    /// The words of a link and its target are two spans side by side.
    pub fn protected(&self, span: Span) -> Vec<Span> {
        let first = self.links.partition_point(|link| link.end <= span.start);
        let links = self.links[first..].iter().take_while(|link| link.start < span.end);
        let mut spans: Vec<Span> = links.map(|link| self.words_of(*link)).collect();
        spans.extend(self.within(span).iter().map(|(piece, _)| *piece));
        spans.sort();
        spans.dedup_by(|next, last| {
            let touches = next.start < last.end;
            if touches {
                last.end = last.end.max(next.end);
            }
            touches
        });
        spans
    }

    /// A link without the target that ends it.
    fn words_of(&self, link: Span) -> Span {
        let target = self.opaque.partition_point(|(piece, _)| piece.end < link.end);
        match self.opaque.get(target) {
            Some((piece, _)) if piece.end == link.end && piece.start > link.start => {
                Span::new(link.start, piece.start)
            }
            _ => link,
        }
    }
}

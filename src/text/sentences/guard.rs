//! Protected spans: code, link targets and tags that no boundary may cut.

use std::borrow::Cow;

use crate::model::Span;

/// Disjoint protected spans in ascending order.
pub struct Guard<'s> {
    spans: Cow<'s, [Span]>,
}

impl<'s> Guard<'s> {
    /// Guards `spans`; those that overlap become one.
    pub fn new(spans: &'s [Span]) -> Self {
        let disjoint = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        if disjoint {
            return Self { spans: Cow::Borrowed(spans) };
        }
        let mut sorted = spans.to_vec();
        sorted.sort_unstable();
        let mut merged: Vec<Span> = Vec::with_capacity(sorted.len());
        for span in sorted {
            match merged.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        Self { spans: Cow::Owned(merged) }
    }

    /// The protected span that holds the byte at `offset`.
    pub fn around(&self, offset: usize) -> Option<Span> {
        let next = self.spans.partition_point(|span| span.end <= offset);
        self.spans.get(next).copied().filter(|span| span.start <= offset)
    }

    /// Whether a sentence may end at `end` and the next begin at `start`.
    pub fn allows(&self, end: usize, start: usize) -> bool {
        let next = self.spans.partition_point(|span| span.end <= end);
        self.spans.get(next).is_none_or(|span| span.start >= start)
    }
}

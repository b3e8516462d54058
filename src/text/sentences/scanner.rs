//! From one candidate to the next: does the sentence end there?

use super::candidates::Candidates;
use super::characters::{is_closer, is_stop, skip_white};
use super::glued;
use super::guard::Guard;
use super::list::Items;
use super::opening::SentenceOpening;
use super::stop::Stop;
use super::verdict::{BoundaryJudge, BoundaryPlace};
use crate::model::Span;

/// The sentences of `text`.
pub fn split(text: &str, guard: &Guard<'_>, judge: &BoundaryJudge<'_>) -> Vec<Span> {
    let mut sentences = Sentences { text, start: 0, spans: Vec::new() };
    let mut items = Items::new(text, guard);
    items.begin(skip_white(text, 0));
    let mut next = 0;
    for at in Candidates::new(text) {
        while let Some(item) = items.until(at) {
            sentences.cut(item, item);
        }
        if at < next || guard.around(at).is_some_and(|link| !closes(text, at, link.end, guard)) {
            continue;
        }
        let Some(stop) = Stop::read(text, at, guard) else { continue };
        next = stop.end;
        let opening = SentenceOpening::read(text, stop.end, guard);
        let Some(opening) = opening.or_else(|| glued::opening(text, &stop, judge.rules)) else {
            continue;
        };
        let place = BoundaryPlace { text, start: sentences.start, stop, opening };
        if guard.allows(stop.end, opening.start) && judge.ends(&place) {
            sentences.cut(stop.end, opening.start);
            items.begin(opening.start);
        }
    }
    while let Some(item) = items.until(text.len()) {
        sentences.cut(item, item);
    }
    sentences.cut(text.len(), text.len());
    sentences.spans
}

/// Whether a stop in a link's words is the last of them: `[He left.](a) They stayed.`
fn closes(text: &str, at: usize, end: usize, guard: &Guard<'_>) -> bool {
    let is_followed = guard.around(end).is_some_and(|tail| tail.start == end);
    let hangs = text[end..].starts_with(']');
    hangs && is_followed && text[at..end].chars().all(|c| is_stop(c) || is_closer(c))
}

struct Sentences<'t> {
    text: &'t str,
    start: usize,
    spans: Vec<Span>,
}

impl Sentences<'_> {
    fn cut(&mut self, end: usize, next: usize) {
        if end < self.start {
            return;
        }
        let start = skip_white(&self.text[..end], self.start);
        let end = start + self.text[start..end].trim_end().len();
        if start < end {
            self.spans.push(Span::new(start, end));
        }
        self.start = next;
    }
}

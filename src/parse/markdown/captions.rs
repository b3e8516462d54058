//! Words of images and link definitions: alternative texts and titles.

use pulldown_cmark::OffsetIter;

use crate::model::Span;

use super::leaf::Image;

/// An image over `span` whose words aren't read yet.
///
/// An image without a target of its own, `![words]`, is named by its words: it
/// stands as a whole for its alternative text.
pub fn image(span: Span, is_named: bool) -> Image {
    let start = span.start + if is_named { "![".len() } else { 0 };
    Image {
        span,
        alternative: Span::new(start, if is_named { start } else { span.end }),
        title: None,
    }
}

impl Image {
    /// Sets its words, which end at `end`, and finds its title behind them.
    pub fn close(&mut self, text: &str, end: usize) {
        if self.alternative.end != self.span.end {
            self.alternative.end = end.max(self.alternative.start);
            let target = &text[self.alternative.end..self.span.end];
            self.title = target
                .starts_with("](")
                .then(|| title(text, self.alternative.end + 2, self.span.end))
                .flatten();
        }
    }
}

/// Titles of the link definitions `[label]: target "title"`, in their order.
pub fn reference_titles(text: &str, base: usize, events: &OffsetIter<'_>) -> Vec<Span> {
    let mut titles = Vec::new();
    for (label, definition) in events.reference_definitions().iter() {
        let is_comment = is_comment(label, &definition.dest) && !is_used(text, label);
        let has_title = definition.title.as_ref().is_some_and(|title| !title.is_empty());
        if has_title && !is_comment {
            let span = Span::new(base + definition.span.start, base + definition.span.end);
            let target = text[span.range()].find("]:").map(|index| span.start + index + 2);
            titles.extend(target.and_then(|target| title(text, target, span.end)));
        }
    }
    titles.sort();
    titles
}

/// Whether a link definition leads nowhere, so that its title is a remark of authors: `[//]: # (so)`.
fn is_comment(label: &str, target: &str) -> bool {
    target.is_empty() || target == "#" || label == "//" || label.eq_ignore_ascii_case("comment")
}

/// Whether a link has this label.
fn is_used(text: &str, label: &str) -> bool {
    let open = format!("[{label}]").to_lowercase();
    let text = text.to_lowercase();
    let mut places = text.match_indices(&open);
    places.any(|(at, _)| !text[at + open.len()..].starts_with(':'))
}

/// The words of the title that follows a link's target from `start` on.
fn title(text: &str, start: usize, end: usize) -> Option<Span> {
    let rest = text[start..end].trim_start();
    let target = match rest.strip_prefix('<') {
        Some(inner) => inner.find('>')? + 2,
        None => rest.find(|c: char| c.is_ascii_whitespace())?,
    };
    let behind = rest[target..].trim_start();
    let close = match behind.as_bytes().first()? {
        b'(' => ')',
        quote @ (b'"' | b'\'') => char::from(*quote),
        _ => return None,
    };
    let last = behind.rfind(close).filter(|last| *last > 0)?;
    let from = end - behind.len() + 1;
    let last = if close == ')' && behind[..last].trim_end().ends_with(')') {
        behind[..last].rfind(')')?
    } else {
        last
    };
    Some(Span::new(from, end - behind.len() + last))
}

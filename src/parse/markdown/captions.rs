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
    for (_, definition) in events.reference_definitions().iter() {
        if definition.title.as_ref().is_some_and(|title| !title.is_empty()) {
            let span = Span::new(base + definition.span.start, base + definition.span.end);
            let target = text[span.range()].find("]:").map(|index| span.start + index + 2);
            titles.extend(target.and_then(|target| title(text, target, span.end)));
        }
    }
    titles.sort();
    titles
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

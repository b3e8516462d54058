//! Template and HTML tags in a block: which lines and ends are nothing else.

use crate::model::Span;
use crate::parse::lines::trim;
use crate::parse::markup::{InlineMarkup, Reason};
use crate::parse::templates::{is_anchor, templates};

use super::leaf::Leaf;

/// Whether a line holds tags and nothing else.
pub fn is_tags(text: &str, line: Span, markup: &InlineMarkup) -> bool {
    let mut from = line.start;
    for (piece, reason) in markup.within(line) {
        if *reason != Reason::Tag || !text[from..piece.start.max(from)].trim().is_empty() {
            return false;
        }
        from = piece.end.max(from);
    }
    from > line.start && from >= line.end
}

/// The span without an anchor at its end, or what a macro around it holds.
pub fn without_tags(text: &str, mut span: Span, markup: &InlineMarkup) -> Span {
    while let Some((tag, Reason::Tag)) = markup.within(span).last().copied() {
        if tag.end != span.end || tag.start < span.start || !is_anchor(&text[tag.range()]) {
            break;
        }
        span = trim(text, Span::new(span.start, tag.start));
    }
    macro_words(text, span, markup).unwrap_or(span)
}

/// What the macro holds that covers the whole span.
pub fn macro_words(text: &str, span: Span, markup: &InlineMarkup) -> Option<Span> {
    match markup.within(span) {
        [(open, Reason::Tag), .., (close, Reason::Tag)]
            if open.start == span.start
                && close.end == span.end
                && text[open.range()].ends_with(['(', '"']) =>
        {
            Some(Span::new(open.end, close.start))
        }
        _ => None,
    }
}

/// Marks template tags, and links whose target is one, as markup.
pub fn add_templates(text: &str, leaf: &mut Leaf) {
    let slice = &text[leaf.span.range()];
    if memchr::memchr(b'{', slice.as_bytes()).is_none() {
        return;
    }
    let mut pieces = Vec::new();
    let mut last = leaf.span.start;
    for tag in templates(text, leaf.span) {
        let covers = |(piece, reason): &(Span, Reason)| {
            *reason == Reason::Code && piece.start <= tag.span.start && tag.span.end <= piece.end
        };
        if leaf.markup.within(tag.span).iter().any(covers) {
            continue;
        }
        let is_target =
            text[..tag.span.start].ends_with("](") && text[tag.span.end..].starts_with(')');
        match tag.words {
            Some(words) => {
                pieces.push((Span::new(tag.span.start, words.start), Reason::Tag));
                pieces.push((Span::new(words.end, tag.span.end), Reason::Tag));
            }
            None if is_target && tag.span.end < leaf.span.end => {
                let target = Span::new(tag.span.start - 2, tag.span.end + 1);
                pieces.push((target, Reason::Code));
                if let Some(open) = text[last..target.start.max(last)].rfind('[') {
                    leaf.markup.links.push(Span::new(last + open, target.end));
                }
            }
            None => pieces.push((tag.span, Reason::Tag)),
        }
        last = tag.span.end;
    }
    leaf.markup.links.sort();
    leaf.markup.add(&pieces);
}

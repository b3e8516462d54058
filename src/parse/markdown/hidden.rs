//! Stretches of a page that its readers never see: `<div hidden>`, `<template>`, `{% comment %}`.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::extensions::options;
use crate::model::Span;
use crate::text::struck::{comment, hides};

/// Elements that hold blocks; one that is left open goes on to the end of the page.
const HOLDERS: &str =
    "div section template article aside main header footer nav table ul ol figure details form";

/// The hidden stretches of `body` in order, which begins at byte `base` of the document.
pub fn hidden(body: &str, base: usize) -> Vec<Span> {
    let signs = ["hidden", "<template", "<TEMPLATE", "display", "comment", "{/*"];
    let has_markup = memchr::memchr2(b'<', b'{', body.as_bytes()).is_some();
    if !has_markup || !signs.iter().any(|sign| body.contains(sign)) {
        return Vec::new();
    }
    let last = body.rfind("*/}").max(body.rfind("endcomment"));
    let mut found = Vec::new();
    let mut next = 0;
    for stretch in stretches(body) {
        let mut at = next_mark(body, stretch.start.max(next), stretch.end);
        while at < stretch.end {
            // Behind the last end of a comment none begins.
            let is_open = body.as_bytes()[at] == b'{' && last.is_none_or(|last| last < at);
            let end = if is_open { at } else { end_of(body, at) };
            if end > at {
                found.push(Span::new(base + at, base + end));
            }
            at = next_mark(body, end.max(behind(body, at)), stretch.end);
            next = end.max(next);
        }
    }
    found
}

/// The stretches of a page outside code, each from a mark on.
fn stretches(body: &str) -> Vec<Range<usize>> {
    let mut free = Vec::new();
    let mut from = 0;
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        let is_code = matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)));
        if is_code && range.start >= from {
            free.push(from..range.start);
            from = range.end;
        }
    }
    free.push(from..body.len());
    free.iter().map(|free| next_mark(body, free.start, free.end)..free.end).collect()
}

/// Where the next tag may begin.
fn next_mark(body: &str, from: usize, end: usize) -> usize {
    let rest = body.as_bytes().get(from..end).unwrap_or_default();
    memchr::memchr2(b'<', b'{', rest).map_or(end, |at| from + at)
}

/// Where to look on behind a mark that hides nothing: what a comment of HTML holds opens nothing.
fn behind(body: &str, at: usize) -> usize {
    let rest = &body[at..];
    let comment = rest.strip_prefix("<!--");
    at + comment
        .map_or(1, |inner| inner.find("-->").map_or(rest.len(), |end| end + "<!---->".len()))
}

/// Where the hidden stretch ends that begins at a mark; the mark itself where none does.
fn end_of(body: &str, at: usize) -> usize {
    let Some(rest) = body.get(at..) else { return at };
    if rest.starts_with('{') {
        return at + comment(rest);
    }
    let name: &str = rest[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
    let Some(length) = rest.find('>').filter(|_| !name.is_empty()) else { return at };
    let tag = &rest[..length];
    if tag.ends_with('/') || !(name.eq_ignore_ascii_case("template") || hides(tag)) {
        return at;
    }
    let is_holder = HOLDERS.split(' ').any(|holder| holder.eq_ignore_ascii_case(name));
    let blank = if is_holder { rest.len() } else { blank_line(rest) };
    at + close(&rest[..blank], name)
}

/// Where the next blank line begins.
fn blank_line(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Where the element ends that a text begins with.
fn close(text: &str, name: &str) -> usize {
    let mut depth = 0_usize;
    for (start, _) in text.match_indices('<') {
        let inner = &text[start + 1..];
        let is_end = inner.starts_with('/');
        let written = inner.trim_start_matches('/');
        let length = written.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(written.len());
        if !written[..length].eq_ignore_ascii_case(name) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        if depth == 0 {
            return inner.find('>').map_or(text.len(), |end| start + 1 + end + 1);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::hidden;

    fn found(text: &str) -> Vec<&str> {
        hidden(text, 0).into_iter().map(|span| text[span.range()].trim_end()).collect()
    }

    #[test]
    fn elements_and_comments_that_hide_are_found() {
        assert_eq!(
            found("Да.\n\n<div hidden>\n\nа <div>б</div>\n\n</div>\n\nНет."),
            ["<div hidden>\n\nа <div>б</div>\n\n</div>"]
        );
        assert_eq!(
            found("{% comment %}\n\nа\n\n{% endcomment %}\n\nб <i style=\"display: none\">в</i> г"),
            ["{% comment %}\n\nа\n\n{% endcomment %}", "<i style=\"display: none\">в</i>"]
        );
        assert_eq!(found("- <p hidden>а\n\n- б"), ["<p hidden>а"]);
        assert_eq!(found("<template>\n\nа\n\n</template>\nб"), ["<template>\n\nа\n\n</template>"]);
    }

    #[test]
    fn what_is_shown_is_not_found() {
        for text in [
            "```\n<div hidden>\n```\n\nа",
            "`<div hidden>` а",
            "<div title=\"hidden\">а</div>",
            "<div class=\"comment\">а</div>",
            "hidden < comment",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_page_is_read(text in "(<div hidden>|</div>|<p hidden|<template>|\\{% comment %\\}|\\{% endcomment %\\}|`|<!-- hidden|-->|\n\n|а|>)*") {
            let mut last = 0;
            for span in hidden(&text, 0) {
                prop_assert!(span.start >= last && span.start < span.end && text.get(span.range()).is_some());
                last = span.end;
            }
        }
    }
}

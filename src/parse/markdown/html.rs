//! Words inside HTML blocks: tags part them, inline tags stay in them.

use crate::model::Span;
use crate::parse::markup::Reason;

/// A stretch of words in HTML, and the markup in it.
#[derive(Debug, Default)]
pub struct Words {
    /// The block tag that they follow.
    pub tag: Option<Span>,
    pub span: Span,
    pub opaque: Vec<(Span, Reason)>,
}

/// The stretches of words between the block tags of `span`.
pub fn words(text: &str, span: Span) -> Vec<Words> {
    let mut found = Vec::new();
    let mut open = Words { span: Span::new(span.start, span.start), ..Words::default() };
    let mut at = span.start;
    while let Some(start) =
        memchr::memchr(b'<', &text.as_bytes()[at..span.end]).map(|index| at + index)
    {
        let Some(tag) = tag(text, Span::new(start, span.end)) else {
            at = start + 1;
            continue;
        };
        if tag.is_inline {
            open.opaque.push((tag.span, Reason::Tag));
        } else {
            open.span.end = start;
            found.push(std::mem::take(&mut open));
            open.span.start = tag.span.end;
            open.tag = Some(tag.opening);
        }
        at = tag.span.end;
    }
    open.span.end = span.end;
    found.push(open);
    found
}

/// A tag, or an element whose content is code, or a comment.
struct Tag {
    span: Span,
    /// The tag alone, without an element's content.
    opening: Span,
    is_inline: bool,
}

fn tag(text: &str, span: Span) -> Option<Tag> {
    let rest = &text[span.range()];
    let until =
        |close: &str| rest.find(close).map_or(span.end, |index| span.start + index + close.len());
    if rest.starts_with("<!--") {
        let opening = Span::new(span.start, span.start);
        return Some(Tag { span: Span::new(span.start, until("-->")), opening, is_inline: false });
    }
    let inner = &rest[1..];
    let is_close = inner.starts_with('/');
    let name = inner.trim_start_matches('/');
    let length =
        name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let name = &name[..length];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) && !inner.starts_with(['!', '?']) {
        return None;
    }
    let end = tag_end(rest).map_or(span.end, |length| span.start + length);
    let opening = Span::new(span.start, end);
    if !is_close && is_one_of(CODE, name) {
        let close = format!("</{}", name.to_ascii_lowercase());
        let body = text[end..span.end].find(&close).map_or(span.end, |index| end + index);
        let end = text[body..span.end].find('>').map_or(span.end, |index| body + index + 1);
        return Some(Tag {
            span: Span::new(span.start, end),
            opening,
            is_inline: is_one_of(INLINE, name),
        });
    }
    Some(Tag { span: Span::new(span.start, end), opening, is_inline: is_one_of(INLINE, name) })
}

fn is_one_of(list: &str, name: &str) -> bool {
    list.split(' ').any(|known| known.eq_ignore_ascii_case(name))
}

/// The length of the tag that `rest` begins with, past any quoted `>`.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    rest.bytes().enumerate().find_map(|(index, byte)| {
        match (quote, byte) {
            (None, b'>') => return Some(index + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        None
    })
}

/// Elements whose content is no text.
const CODE: &str = "script style pre textarea svg math code kbd samp";

/// Elements inside a sentence.
const INLINE: &str = "a abbr b bdi bdo br cite code del dfn em font i img ins kbd label mark math q s samp small \
    span strike strong sub sup time tt u var wbr";

#[cfg(test)]
mod tests {
    use super::{Span, words};

    fn found(html: &str) -> Vec<&str> {
        let all = words(html, Span::new(0, html.len()));
        all.iter()
            .map(|words| html[words.span.range()].trim())
            .filter(|words| !words.is_empty())
            .collect()
    }

    #[test]
    fn block_tags_part_words_and_inline_tags_stay() {
        let html = "<div class=\"a>b\"><tab>Кабинет</tab>\n<p>Это <b>важно</b>: 2 < 3</p></div>";
        assert_eq!(found(html), ["Кабинет", "Это <b>важно</b>: 2 < 3"]);
    }

    #[test]
    fn scripts_and_comments_hold_no_words() {
        assert_eq!(found("<script>let a = 'б' < 1;</script><!-- нет --><style>в</style>"), [""; 0]);
    }
}

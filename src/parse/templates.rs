//! Tags of the template languages that articles are written with.
//!
//! Liquid `{% … %}` and `{{ … }}`, Hugo `{{< … >}}`, anchors `{#id}` and
//! `{: .class}`, macros `{note:warn}`, `{include(…)}`, `{linkto(…)[text=…]}`.

use crate::model::Span;

/// One template tag, braces included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    pub span: Span,
    /// The words that stand inside it, as a macro's heading or link text.
    pub words: Option<Span>,
}

/// The outermost template tags in `span` of `text`, and those in their words.
pub fn templates(text: &str, span: Span) -> Vec<Template> {
    let mut found = Vec::new();
    for tag in outermost(text, span) {
        let words = words(text, tag);
        found.push(Template { span: tag, words });
        if let Some(words) = words {
            found.extend(
                outermost(text, words).into_iter().map(|span| Template { span, words: None }),
            );
        }
    }
    found
}

fn outermost(text: &str, span: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = Vec::new();
    let bytes = &text.as_bytes()[..span.end];
    for index in memchr::memchr2_iter(b'{', b'}', &bytes[span.start..]) {
        let index = span.start + index;
        if bytes[index] == b'{' {
            open.push(index);
            continue;
        }
        let Some(start) = open.pop() else { continue };
        if is_template(&text[start..=index]) {
            while found.pop_if(|inner| inner.start >= start).is_some() {}
            found.push(Span::new(start, index + 1));
        }
    }
    found
}

/// Whether the tag gives a heading or paragraph an anchor or a class.
pub fn is_anchor(tag: &str) -> bool {
    tag.starts_with("{#") || tag.starts_with("{:") || tag.starts_with("{.")
}

fn is_template(tag: &str) -> bool {
    let inner = &tag[1..tag.len() - 1];
    match inner.bytes().next() {
        Some(b'%' | b'{' | b'#' | b':' | b'.' | b'/') => true,
        Some(b'a'..=b'z' | b'A'..=b'Z' | b'_') => {
            let name = inner
                .bytes()
                .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
            matches!(inner.as_bytes().get(name.count()), None | Some(b':' | b'(' | b'['))
                || is_attributes(inner)
        }
        Some(b' ') => is_attributes(inner.trim()),
        _ => false,
    }
}

/// Whether braces hold a style, a name or parameters: `.lead`, `#id`, `width="300"`.
fn is_attributes(inner: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let first = inner.split_whitespace().next().unwrap_or_default();
    match first.split_once('=') {
        Some((key, value)) => key.len() > 1 && key.chars().all(is_name) && !value.is_empty(),
        None => first.strip_prefix(['.', '#', ':']).is_some_and(|name| name.chars().all(is_name)),
    }
}

/// The words of `{heading(…)[…]}`, of `{…[text=…]}` or of `{% cut "…" %}`.
fn words(text: &str, tag: Span) -> Option<Span> {
    let body = &text[tag.start..tag.end - 1];
    let (start, end) = if let Some(name) = MACROS.iter().find(|name| body.starts_with(**name)) {
        let end = if body.ends_with(')') { body.len() - 1 } else { body.rfind(")[")? };
        (name.len(), end)
    } else if BLOCKS.iter().any(|name| body.starts_with(name)) {
        (body.find('"')? + 1, body.rfind('"')?)
    } else {
        let start = body.find("[text=")? + "[text=".len();
        (start, start + body[start..].find(']')?)
    };
    (start < end).then(|| Span::new(tag.start + start, tag.start + end))
}

/// Macros whose argument a reader sees.
const MACROS: &[&str] = &["{heading(", "{caption(", "{tab("];

/// Blocks whose quoted title a reader sees.
const BLOCKS: &[&str] = &["{% note ", "{% cut "];

#[cfg(test)]
mod tests {
    use super::{Span, templates};

    fn found(text: &str) -> Vec<&str> {
        templates(text, Span::new(0, text.len()))
            .iter()
            .map(|tag| &text[tag.span.range()])
            .collect()
    }

    #[test]
    fn tags_of_each_language_are_found() {
        let text = "{% if a %} {{ b | c }} {#d} {/note} {var(cloud)} {{< toc >}} {n:w}";
        let tags = [
            "{% if a %}",
            "{{ b | c }}",
            "{#d}",
            "{/note}",
            "{var(cloud)}",
            "{{< toc >}}",
            "{n:w}",
        ];
        assert_eq!(found(text), tags);
    }

    #[test]
    fn braces_of_prose_are_no_tags() {
        assert!(found("множество {1, 2}, {да или нет}, { и }").is_empty());
        assert_eq!(found("{ без пары {{ a }}"), ["{{ a }}"]);
    }

    #[test]
    fn words_inside_a_macro_are_told_apart() {
        let text = "{heading(Что (нового))[id=a]} {linkto(#b)[text=проекта]} {% cut \"Ещё\" %} {tab(A {n()[b]})}";
        let tags = templates(text, Span::new(0, text.len()));
        let words: Vec<&str> =
            tags.iter().filter_map(|tag| Some(&text[tag.words?.range()])).collect();
        assert_eq!(words, ["Что (нового)", "проекта", "Ещё", "A {n()[b]}"]);
    }
}

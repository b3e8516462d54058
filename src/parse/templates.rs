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

/// The outermost template tags in `span` of `text`.
pub fn templates(text: &str, span: Span) -> Vec<Template> {
    let mut found: Vec<Template> = Vec::new();
    let mut open = Vec::new();
    let bytes = &text.as_bytes()[..span.end];
    for index in memchr::memchr2_iter(b'{', b'}', &bytes[span.start..]) {
        let index = span.start + index;
        if bytes[index] == b'{' {
            open.push(index);
            continue;
        }
        let Some(start) = open.pop() else { continue };
        let tag = Span::new(start, index + 1);
        if is_template(&text[tag.range()]) {
            while found.last().is_some_and(|inner| inner.span.start >= start) {
                found.pop();
            }
            found.push(Template { span: tag, words: words(text, tag) });
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
        }
        _ => false,
    }
}

/// The heading of `{heading(…)[…]}`, or the text of `{…[text=…]}`.
fn words(text: &str, tag: Span) -> Option<Span> {
    let body = &text[tag.start..tag.end - 1];
    if body.starts_with("{heading(") {
        let end = body.rfind(")[").or_else(|| body.ends_with(')').then(|| body.len() - 1))?;
        return Some(Span::new(
            tag.start + "{heading(".len(),
            tag.start + end.max("{heading(".len()),
        ));
    }
    let start = body.find("[text=")? + "[text=".len();
    let end = start + body[start..].find(']')?;
    Some(Span::new(tag.start + start, tag.start + end))
}

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
        let text = "{heading(Что (нового))[id=a]} {linkto(#b)[text=проекта]}";
        let tags = templates(text, Span::new(0, text.len()));
        let words: Vec<&str> = tags.iter().map(|tag| &text[tag.words.unwrap().range()]).collect();
        assert_eq!(words, ["Что (нового)", "проекта"]);
    }
}

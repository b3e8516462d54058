//! Words that stand as parameters of tags: `caption="…"`, `alt='…'`.

use crate::model::Span;

/// The values of the parameters with these names in `span` of `text`, in order.
pub fn attributes<S: AsRef<str>>(text: &str, span: Span, names: &[S]) -> Vec<Span> {
    let slice = &text[span.range()];
    let bytes = slice.as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'=', &bytes[from..]).map(|at| from + at) {
        from = at + 1;
        let value = from + (slice[from..].len() - slice[from..].trim_start().len());
        let Some(quote) = bytes.get(value).copied().filter(|byte| b"\"'`".contains(byte)) else {
            continue;
        };
        let Some(end) = close(&slice[value + 1..], quote).map(|length| value + 1 + length) else {
            continue;
        };
        if names.iter().any(|name| is_named(&slice[..at], name.as_ref())) {
            found.push(Span::new(span.start + value + 1, span.start + end));
        }
        from = end + 1;
    }
    found
}

/// Whether the text ends with this name and nothing that makes another of it.
fn is_named(before: &str, name: &str) -> bool {
    let before = before.trim_end();
    let Some(at) = before.len().checked_sub(name.len()) else { return false };
    let is_name = before.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(name));
    is_name && before[..at].chars().next_back().is_none_or(is_begun)
}

fn is_begun(c: char) -> bool {
    c.is_whitespace() || matches!(c, '{' | '(' | '[' | ',' | '"' | '\'')
}

/// Where the quotation mark stands that closes the value.
fn close(rest: &str, quote: u8) -> Option<usize> {
    let bytes = rest.as_bytes();
    memchr::memchr_iter(quote, bytes).find(|at| *at == 0 || bytes[at - 1] != b'\\')
}

#[cfg(test)]
mod tests {
    use super::{Span, attributes};

    fn found(text: &str) -> Vec<&str> {
        let values = attributes(text, Span::new(0, text.len()), &["alt", "title"]);
        values.iter().map(|value| &text[value.range()]).collect()
    }

    #[test]
    fn values_of_named_parameters_are_found() {
        assert_eq!(found("<img src=\"a\" alt=\"Вид = 1\" title='Т'>"), ["Вид = 1", "Т"]);
        assert_eq!(found("{{< a title = \"Он \\\"х\\\"\" alt=`б` >}}"), ["Он \\\"х\\\"", "б"]);
        assert_eq!(found("{title=\"a\"} (alt=\"b\",title=\"c\")"), ["a", "b", "c"]);
    }

    #[test]
    fn other_parameters_and_open_values_are_none() {
        for text in [
            "<a :title=\"a\" data-title=\"b\" subtitle=\"c\">",
            "<a title=a>",
            "title=\"a",
            "x=\" title=\"",
            "=\"a\"",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}

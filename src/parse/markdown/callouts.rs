//! What opens a quotation that is a callout: `[!NOTE]` on a line of its own, or `{tip}` before the words.

use crate::model::Span;
use crate::parse::lines::trim;
use crate::parse::markup::{InlineMarkup, Reason};

/// The line that makes a quotation an alert: `[!NOTE]`, a title perhaps behind it.
pub struct Alert<'a> {
    /// Empty where the alert has no title of its own.
    pub title: &'a str,
}

/// What a line says as the first of a quotation.
pub fn alert(line: &str) -> Option<Alert<'_>> {
    let (name, rest) = line.strip_prefix("[!")?.split_once(']')?;
    let title = rest.trim_start_matches(['+', '-']);
    let is_alert = name.starts_with(char::is_alphabetic) && name.chars().all(is_name);
    let is_apart = title.is_empty() || title.starts_with(char::is_whitespace);
    (is_alert && is_apart).then(|| Alert { title: title.trim() })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '|' | ' ')
}

/// The span of a quotation without the callout's name that opens it, as in `> {tip} Words`.
pub fn without_callout(text: &str, span: Span, markup: &InlineMarkup) -> Span {
    match markup.within(span) {
        [(tag, Reason::Tag), ..]
            if tag.start == span.start && CALLOUTS.contains(&&text[tag.range()]) =>
        {
            trim(text, Span::new(tag.end.min(span.end), span.end))
        }
        _ => span,
    }
}

/// Names of callouts that are written before their words.
const CALLOUTS: &[&str] =
    &["{note}", "{tip}", "{info}", "{warning}", "{danger}", "{caution}", "{important}", "{video}"];

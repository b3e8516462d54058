//! What a text strikes out, marks as put in, or hides: `~~so~~`, `<del>so</del>`, `<ins>so</ins>`, `<span hidden>so</span>`.

use super::fold::fold;
use crate::model::Span;

/// Tags that say whether their words count.
const TAGS: [&str; 5] = ["del", "s", "strike", "ins", "template"];

/// Comments of template languages, with what opens and closes each.
const COMMENTS: [[&str; 2]; 4] = [
    ["{% comment %}", "{% endcomment %}"],
    ["{%- comment -%}", "{%- endcomment -%}"],
    ["{/*", "*/}"],
    ["{{/*", "*/}}"],
];

/// The stretches of `text` that are struck out, put in or hidden, in order.
pub fn struck(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    if !text.bytes().any(|byte| matches!(byte, b'~' | b'<' | b'{')) {
        return spans;
    }
    let mut at = 0;
    while let Some(next) = text[at..].find(['~', '<', '{']) {
        let start = at + next;
        let (opening, end) = stretch(&text[start..]);
        if end > 0 {
            spans.push(Span::new(start, start + end));
        }
        at = start + end.max(opening);
    }
    spans
}

/// What is struck out, put in or hidden, each without what makes it so.
pub fn struck_words(text: &str) -> Vec<String> {
    let words = |span: Span| {
        let stretch = &text[span.range()];
        let inner = stretch.trim_matches('~');
        let inner = inner.find('>').map_or(inner, |end| &inner[end + 1..]);
        fold(inner.split("</").next().unwrap_or(inner)).trim().to_owned()
    };
    struck(text).into_iter().map(words).collect()
}

/// Whether a place reaches into one of some stretches in order.
pub fn reaches_into(stretches: &[Span], span: Span) -> bool {
    let next = stretches.partition_point(|stretch| stretch.end <= span.start);
    stretches.get(next).is_some_and(|stretch| stretch.start < span.end)
}

/// Whether a tag hides what stands in it.
pub fn hides(tag: &str) -> bool {
    // What stands in quotation marks is no name.
    let bare: String = tag.split(['"', '\'']).step_by(2).collect();
    let mut names = bare.split(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).skip(1);
    let is_hidden = |name: &str| {
        let name = name.split('=').next().unwrap_or(name);
        name.eq_ignore_ascii_case("hidden")
    };
    let style: String = tag.chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    names.any(is_hidden) || style.contains("display:none") || style.contains("visibility:hidden")
}

/// The length of the comment of a template language that `rest` begins with; 0 for anything else.
pub fn comment(rest: &str) -> usize {
    COMMENTS
        .iter()
        .find_map(|[open, close]| {
            let inner = rest.strip_prefix(open)?;
            Some(open.len() + inner.find(close)? + close.len())
        })
        .unwrap_or_default()
}

/// The length of the mark that `rest` begins with, and how far what it strikes goes; 0 for nothing.
fn stretch(rest: &str) -> (usize, usize) {
    if let Some(inner) = rest.strip_prefix("~~") {
        return (2, inner.find("~~").map_or(0, |end| end + 4));
    }
    let Some(tag) = rest.strip_prefix('<') else { return (1, comment(rest)) };
    let name = tag.find(|c: char| !c.is_ascii_alphanumeric()).map_or(tag, |end| &tag[..end]);
    let opening = tag.find('>').map_or(tag, |end| &tag[..end]);
    let is_known = TAGS.iter().any(|known| known.eq_ignore_ascii_case(name));
    if !is_known && (name.is_empty() || !hides(opening)) {
        return (1, 0);
    }
    let closes = |at: &usize| {
        let close = &tag[at + 2..];
        let end = close.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(close.len());
        close[..end].eq_ignore_ascii_case(name)
    };
    let end = tag.match_indices("</").map(|(at, _)| at).find(closes);
    (1, end.map_or(rest.len(), |end| 1 + end + 2 + name.len()))
}

#[cfg(test)]
mod tests {
    use super::{hides, struck, struck_words};

    fn found(text: &str) -> String {
        let spans = struck(text).into_iter().map(|span| &text[span.range()]);
        spans.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn marks_and_tags_strike_out() {
        assert_eq!(found("да ~~не~~ так <DEL>и</del> ~5~"), "~~не~~ | <DEL>и</del");
        assert_eq!(
            found("<s class=\"a\">он <strong>и</strong></s> <span>я</span>"),
            "<s class=\"a\">он <strong>и</strong></s"
        );
        assert_eq!(found("~~ и <del>до конца"), "<del>до конца");
    }

    #[test]
    fn attributes_and_comments_hide() {
        assert_eq!(found("<span hidden>не</span> так"), "<span hidden>не</span");
        assert_eq!(found("а {% comment %}не{% endcomment %} б"), "{% comment %}не{% endcomment %}");
        assert_eq!(found("а {/* не */} б {не}"), "{/* не */}");
        assert!(hides("<p style=\"display: none\"") && hides("<i hidden=\"\""));
        assert!(!hides("<p title=\"hidden\"") && !hides("<p data-hidden"));
    }

    #[test]
    fn the_words_stand_without_their_marks() {
        assert_eq!(struck_words("~~не~~ <del class=\"a\">и так</del>"), ["не", "и так"]);
    }
}

//! What a text strikes out or marks as put in: `~~so~~`, `<del>so</del>`, `<ins>so</ins>`.

use crate::model::Span;

/// Tags that say whether their words count.
const TAGS: [&str; 4] = ["del", "s", "strike", "ins"];

/// The stretches of `text` that are struck out or put in, in order.
pub fn struck(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    if !text.bytes().any(|byte| matches!(byte, b'~' | b'<')) {
        return spans;
    }
    let mut at = 0;
    while let Some(next) = text[at..].find(['~', '<']) {
        let start = at + next;
        let (opening, end) = stretch(&text[start..]);
        if end > 0 {
            spans.push(Span::new(start, start + end));
        }
        at = start + end.max(opening);
    }
    spans
}

/// The length of the mark that `rest` begins with, and how far what it strikes goes; 0 for nothing.
fn stretch(rest: &str) -> (usize, usize) {
    if let Some(inner) = rest.strip_prefix("~~") {
        return (2, inner.find("~~").map_or(0, |end| end + 4));
    }
    let Some(tag) = rest.strip_prefix('<') else { return (1, 0) };
    let name = tag.find(|c: char| !c.is_ascii_alphabetic()).map_or(tag, |end| &tag[..end]);
    if !TAGS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        return (1, 0);
    }
    let closes = |at: &usize| {
        let close = &tag[at + 2..];
        let end = close.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(close.len());
        close[..end].eq_ignore_ascii_case(name)
    };
    let end = tag.match_indices("</").map(|(at, _)| at).find(closes);
    (1, end.map_or(rest.len(), |end| 1 + end + 2 + name.len()))
}

#[cfg(test)]
mod tests {
    use super::struck;

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
}

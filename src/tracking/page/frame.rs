//! What a document has beside its sentences.
//!
//! A field is quoted where its value asks for it, so the quotation marks around a text are no part of that.

use crate::model::{Document, Span};

/// Markup, code and front matter between the blocks, without white space.
pub fn frame(document: &Document) -> String {
    let (mut frame, mut from) = (String::new(), 0);
    let end = Span::new(document.text.len(), document.text.len());
    for span in document.blocks.iter().map(|block| block.span).chain([end]) {
        let gap = document.text[from..span.start.max(from)].trim_matches(['"', '\'']);
        frame.extend(gap.split_whitespace());
        frame.push('\0');
        from = from.max(span.end);
    }
    frame
}

#[cfg(test)]
mod tests {
    use super::frame;
    use crate::parse::{Options, Syntax, parse};

    fn framed(text: &str) -> String {
        let options = Options { fields: vec!["title".to_owned()], ..Options::default() };
        frame(&parse(text.to_owned(), Syntax::Markdown, &options))
    }

    #[test]
    fn quotation_marks_of_a_field_are_no_frame() {
        let bare = framed("---\ntitle: Bridge closed\nweight: 5\n---\nText.\n");
        let quoted = "---\ntitle: \"Bridge closed: no passage\"\nweight: 5\n---\nText.\n";
        assert_eq!(bare, framed(quoted));
        assert_ne!(bare, framed(&quoted.replace("weight: 5", "weight: '5'")));
    }
}

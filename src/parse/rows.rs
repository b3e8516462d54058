//! Text where each line stands for itself, as corpora are kept.

use super::Options;
use super::folding::Folded;
use super::lines::trim;
use crate::model::{Block, Document, Kind, Segment, Span};
use crate::text::values::is_value;

/// Takes each line of `text` as a paragraph, an empty one as a paragraph without segments.
pub fn parse_lines(text: String, options: &Options) -> Document {
    let mut document = Document::default();
    let mut start = super::after_mark(&text);
    for line in text[start..].split_inclusive('\n') {
        let span = trim(&text, Span::new(start, start + line.len()));
        let first = document.segments.len();
        segments(&text, span, options, &mut document.segments);
        let segments = first..document.segments.len();
        document.blocks.push(Block { kind: Kind::Paragraph, span, segments, note: None });
        start += line.len();
    }
    document.text = text;
    document
}

fn segments(text: &str, line: Span, options: &Options, found: &mut Vec<Segment>) {
    let folded = Folded::new(text, line, 0);
    let whole = [Span::new(0, folded.text.len())];
    let sentences = options
        .splitter
        .as_ref()
        .map_or(whole.to_vec(), |splitter| splitter.split(&folded.text, &[]));
    for sentence in sentences.into_iter().filter(|sentence| sentence.start < sentence.end) {
        let text = folded.text[sentence.range()].to_owned();
        let is_value = is_value(&text);
        found.push(Segment { text, span: folded.to_raw(sentence), is_value });
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, parse_lines};
    use crate::text::sentences::{Extra, Splitter};

    #[test]
    fn each_line_is_a_block_of_its_own() {
        let splitter = Splitter::new("ru", &Extra::default());
        let options = Options { splitter: Some(splitter), ..Options::default() };
        let document = parse_lines("Да. Нет.\n\n- 12.03.2024".to_owned(), &options);
        let rows: Vec<Vec<&str>> = document
            .blocks
            .iter()
            .map(|block| {
                document.segments[block.segments.clone()].iter().map(|s| s.text.as_str()).collect()
            })
            .collect();
        assert_eq!(rows, [vec!["Да.", "Нет."], vec![], vec!["- 12.03.2024"]]);
    }
}

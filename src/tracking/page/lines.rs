//! The lines of a document that hold something else than its sentences: code, addresses, fields, marks.

use crate::model::{Document, Span};

/// A line beside the sentences, and where it begins.
pub struct BesideLine {
    pub start: usize,
    pub text: String,
}

/// The lines of a document that hold something else than its sentences, without white space.
pub fn lines_at(document: &Document) -> Vec<BesideLine> {
    let (mut lines, mut from) = (Vec::new(), 0);
    let mut count = Count::default();
    let end = Span::new(document.text.len(), document.text.len());
    for span in document.blocks.iter().map(|block| block.span).chain([end]) {
        let gap = &document.text[from..span.start.max(from)];
        from = from.max(span.end);
        // What a block's own line begins with is its mark or its key.
        let (whole, mark) = gap.rsplit_once('\n').unwrap_or(("", gap));
        let says_more = SAYS.iter().any(|sign| mark.contains(sign));
        let mark = Some(mark).filter(|mark| count.is_news(mark) || says_more);
        for line in whole.split('\n').chain(mark) {
            let is_empty_box = line.contains(EMPTY);
            if is_empty_box || line.contains(char::is_alphanumeric) {
                let start = line.as_ptr() as usize - document.text.as_ptr() as usize;
                let mut text: String = line.chars().filter(|c| !is_around(*c)).collect();
                if is_empty_box {
                    text.push_str(EMPTY);
                }
                lines.push(BesideLine { start, text });
            }
        }
    }
    lines
}

/// The numbers of a list, which say something where they don't go on by one, or stay the same.
#[derive(Default)]
struct Count(Option<u64>);

impl Count {
    /// Whether the mark of a block is a number that doesn't follow from the one before.
    fn is_news(&mut self, mark: &str) -> bool {
        let bare =
            mark.trim_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+'));
        let digits = bare.strip_suffix('.').or_else(|| bare.strip_suffix(')'));
        let before = self.0;
        self.0 = digits.and_then(|digits| digits.parse().ok());
        let follows = |now: u64| {
            before.is_some_and(|before| now == before || before.checked_add(1) == Some(now))
        };
        self.0.is_some_and(|now| !follows(now) && (now != 1 || before.is_some()))
    }
}

/// Signs in what a block's own line begins with that tell of more than a mark or a key: an address, a
/// parameter, an abbreviation, the kind of an alert, a tick.
const SAYS: [&str; 13] =
    ["](", "//", "=\"", "='", "*[", "[^", "!!!", "???", ":::", "[!", "[x]", "[X]", EMPTY];
/// A box that is not ticked, which says as much as one that is.
const EMPTY: &str = "[ ]";

/// White space, and what stands around the text of an image or a link.
fn is_around(c: char) -> bool {
    c.is_whitespace() || matches!(c, '!' | '[' | ']')
}

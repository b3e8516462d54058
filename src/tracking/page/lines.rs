//! The lines of a document that hold something else than its sentences: code, addresses, fields, marks.

use crate::model::Document;

/// What stands between two blocks, and where.
pub struct Between<'a> {
    pub start: usize,
    pub text: &'a str,
}

impl Between<'_> {
    /// What the next block's own line begins with, its mark or its key.
    pub fn mark(&self) -> &str {
        self.text.rsplit_once('\n').map_or(self.text, |(_, mark)| mark)
    }
}

/// What stands before each block, and behind the last.
pub fn gaps(document: &Document) -> impl Iterator<Item = Between<'_>> {
    let mut from = 0;
    let ends = document.blocks.iter().map(|block| (block.span.start, block.span.end));
    let length = document.text.len();
    ends.chain([(length, length)]).map(move |(start, end)| {
        let gap = Between { start: from, text: &document.text[from..start.max(from)] };
        from = from.max(end);
        gap
    })
}

/// A line beside the sentences, as far as it is none, and where that stands.
pub struct BesideLine {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// The lines of a document that hold something else than its sentences, without white space.
pub fn lines_at(document: &Document) -> Vec<BesideLine> {
    let mut lines = Vec::new();
    let mut count = Count::default();
    for gap in gaps(document) {
        let (whole, mark) = gap.text.rsplit_once('\n').unwrap_or(("", gap.text));
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
                lines.push(BesideLine { start, end: start + line.len(), text });
            }
        }
    }
    lines
}

/// The lines that end something and have no words.
pub fn ends_at(document: &Document) -> Vec<BesideLine> {
    let mut lines = Vec::new();
    for gap in gaps(document) {
        for line in gap.text.split('\n') {
            let bare = line.trim_matches([' ', '\t', '>', '\r']);
            let is_end = ENDS.iter().any(|end| bare.starts_with(end));
            if is_end && !bare.contains(char::is_alphanumeric) {
                let start = line.as_ptr() as usize - document.text.as_ptr() as usize;
                lines.push(BesideLine { start, end: start + line.len(), text: bare.to_owned() });
            }
        }
    }
    lines
}

/// How lines begin that end a container or stand around a formula.
const ENDS: [&str; 4] = [":::", "///", "$$", "</>"];

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

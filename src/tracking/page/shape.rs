//! How the texts of a document stand in it: in which list, quotation or note, at which level, in which column.
//!
//! It is read off the lines alone, in both documents alike, so that what a translator lays out as the source does is
//! no difference.

use crate::model::{Block, Document, Kind};

/// How a block stands in its document.
pub struct Posture {
    /// What it is and what it is in; empty where nobody sees that.
    pub role: String,
    /// Where the row of a table begins that it is a cell of, as a byte.
    pub row: Option<usize>,
}

/// How each block of a document stands in it.
pub fn stands(document: &Document) -> Vec<Posture> {
    let mut stands = Vec::with_capacity(document.blocks.len());
    let mut within = Within::default();
    for (block, gap) in document.blocks.iter().zip(super::lines::gaps(document)) {
        let line = line_start(&document.text, block.span.start);
        if line >= gap.start || stands.is_empty() {
            within.pass(gap.text);
        }
        let (row, column) = cell(document, block, line).unzip();
        let role = match block.kind {
            Kind::Field => String::new(),
            Kind::Caption => within.path.clone() + "caption",
            Kind::Title | Kind::Heading => {
                format!("{}heading {}", within.path, level(document, block))
            }
            Kind::Cell => format!("{}cell {}", within.path, column.unwrap_or_default()),
            Kind::Paragraph | Kind::Item | Kind::Quotation => within.path.clone() + "text",
        };
        let is_told = !role.is_empty();
        let role = if is_told { role + &tags(gap.mark()) } else { role };
        stands.push(Posture { role, row });
    }
    stands
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// In which column of a table a segment stands; none where bars make no table of it.
pub fn column(document: &Document, segment: usize) -> Option<usize> {
    let block = document.block_of(segment)?;
    let line = line_start(&document.text, block.span.start);
    cell(document, block, line).map(|(_, column)| column)
}

/// In which row a cell stands, and how many bars are before it.
fn cell(document: &Document, block: &Block, line: usize) -> Option<(usize, usize)> {
    let head = document.text[line..block.span.start].trim_start_matches([' ', '\t', '>']);
    let rest = document.text[block.span.end..].lines().next().unwrap_or_default();
    if block.kind != Kind::Cell || !(head.contains('|') || rest.contains('|')) {
        return None;
    }
    let bars = head.matches('|').count() - head.matches("\\|").count();
    Some((line, bars + usize::from(!head.starts_with('|'))))
}

/// How high a heading is; 0 where its line doesn't tell.
fn level(document: &Document, block: &Block) -> usize {
    let line = line_start(&document.text, block.span.start);
    let head = document.text[line..block.span.start].trim_matches([' ', '\t', '>']);
    let signs = head.len() - head.trim_end_matches(['#', '=']).len();
    // What stands below a field is no mark of a heading.
    if signs > 0 || !head.is_empty() {
        return signs;
    }
    let below = document.text[block.span.end..].lines().nth(1).unwrap_or_default();
    match below.trim_matches([' ', '>']) {
        line if line.starts_with("==") => 1,
        line if line.starts_with("--") => 2,
        _ => 0,
    }
}

/// The tags that open right before a text, as they are written; those with quoted values are told with their lines.
fn tags(mark: &str) -> String {
    let mut tags = String::new();
    if mark.contains("=\"") || mark.contains("='") {
        return tags;
    }
    for piece in mark.split('<').skip(1) {
        if let Some((tag, _)) = piece.split_once('>')
            && tag.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            tags.extend([" <", tag.trim(), ">"]);
        }
    }
    tags
}

/// What the lines read so far have opened by their indentation.
#[derive(Default)]
struct Within {
    open: Vec<Opened>,
    /// A sign for each of what is open, from the outside in.
    path: String,
    fence: Option<char>,
}

struct Opened {
    /// How many quotation marks stand before it.
    quotes: usize,
    indent: usize,
    sign: char,
}

impl Within {
    /// Reads what stands before a text, up to it.
    fn pass(&mut self, gap: &str) {
        let count = gap.split('\n').count();
        for (at, line) in gap.split('\n').enumerate() {
            let is_mark = at + 1 == count;
            if self.is_code(line) && !is_mark {
                continue;
            }
            let has_words = line.contains(|c: char| !c.is_whitespace() && c != '>');
            if is_mark || has_words && at > 0 {
                self.read(line);
            }
        }
    }

    /// Whether a line is one of code, or of the fence around it.
    fn is_code(&mut self, line: &str) -> bool {
        let bare = line.trim_start_matches([' ', '\t', '>']);
        let fence = ["```", "~~~"].iter().find(|fence| bare.starts_with(**fence));
        let sign = fence.and_then(|fence| fence.chars().next());
        let was_open = self.fence.is_some();
        match sign {
            Some(sign) if self.fence == Some(sign) => self.fence = None,
            Some(sign) if !was_open => self.fence = Some(sign),
            _ => {}
        }
        was_open || sign.is_some()
    }

    /// Reads the beginning of a line: closes what it is not in, opens what it opens.
    fn read(&mut self, line: &str) {
        let mut head = Head { rest: line, quotes: 0, indent: 0 };
        head.skip();
        self.close(&head);
        while let Some(sign) = head.sign() {
            self.open.push(Opened { quotes: head.quotes, indent: head.indent, sign });
            head.step(sign);
        }
        self.path.clear();
        self.path.extend((0..head.quotes).map(|_| '>'));
        self.path.extend(self.open.iter().map(|one| one.sign));
    }

    /// Closes what this line is not in.
    fn close(&mut self, head: &Head<'_>) {
        while let Some(last) = self.open.last() {
            let is_within = match last.quotes.cmp(&head.quotes) {
                std::cmp::Ordering::Equal => last.indent < head.indent,
                std::cmp::Ordering::Less => true,
                std::cmp::Ordering::Greater => false,
            };
            if is_within {
                break;
            }
            self.open.pop();
        }
    }
}

/// The beginning of a line, as far as it is read.
struct Head<'a> {
    rest: &'a str,
    quotes: usize,
    /// Columns since the last quotation mark.
    indent: usize,
}

impl Head<'_> {
    /// Passes white space and quotation marks.
    fn skip(&mut self) {
        while let Some(sign) = self.rest.chars().next() {
            match sign {
                '>' => (self.quotes, self.indent) = (self.quotes + 1, 0),
                '\t' => self.indent += 4,
                _ if sign.is_whitespace() => self.indent += 1,
                _ => break,
            }
            self.rest = &self.rest[sign.len_utf8()..];
        }
    }

    /// What begins here and holds what is indented below it.
    fn sign(&self) -> Option<char> {
        let rest = self.rest;
        let is_kept_apart = |length: usize| {
            rest.get(length..)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}']))
        };
        let first = rest.chars().next()?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match first {
            '-' | '*' | '+' | '•' | '–' | '—' if is_kept_apart(first.len_utf8()) => Some('-'),
            '0'..='9' if rest[digits..].starts_with(['.', ')']) && is_kept_apart(digits + 1) => {
                Some('1')
            }
            ':' if is_kept_apart(1) => Some(':'),
            '[' if rest.starts_with("[^") && rest.contains("]:") => Some('^'),
            '!' | '?' if rest.starts_with("!!!") || rest.starts_with("???") => Some('!'),
            '=' if rest.starts_with("=== \"") => Some('='),
            _ => None,
        }
    }

    /// Passes what began here, where something may begin behind it.
    fn step(&mut self, sign: char) {
        let length = match sign {
            '-' | '1' | ':' => self.rest.find([' ', '\t', '\u{a0}']).unwrap_or(self.rest.len()),
            '^' => self.rest.find("]:").map_or(self.rest.len(), |at| at + 2),
            _ => self.rest.len(),
        };
        self.indent += self.rest[..length].chars().count();
        self.rest = &self.rest[length..];
        self.skip();
    }
}

//! What a value and a short cell of a table stand for: the text beside which they stand.
//!
//! «5» says something only in its row, and «3:0» below its line. So where such a text moves, it
//! moves along with its label, and whatever stands there then is what became of it.

use std::ops::Range;

use crate::model::{Block, Document, Kind};

/// A cell with more words than this is a text of its own.
const SHORT: usize = 4;

/// Texts of one row, or values in one place, that stand for the same label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The segments, ascending; not all need be neighbours.
    pub segments: Vec<usize>,
    /// The label before them.
    pub before: Option<usize>,
    /// The label after them.
    pub after: Option<usize>,
    pub form: Footing,
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Footing {
    /// In a table's row, behind its label: each cell has its place.
    Row,
    /// In a table's row, before its label.
    Lead,
    /// In a table's row that has no words.
    Bare,
    /// Outside tables: a list of values, a date line.
    Loose,
}

/// All runs of a document, in order.
pub fn runs(document: &Document) -> Vec<Cluster> {
    let mut reader = Reader::new(document);
    let mut next = 0;
    for row in rows(&document.text, &document.blocks) {
        let blocks = &document.blocks[row.clone()];
        reader.loose(next..first(blocks));
        next = blocks.last().map_or(next, |block| block.segments.end);
        if is_header(document, row.start) {
            reader.loose(first(blocks)..next);
        } else {
            reader.cells(blocks);
        }
    }
    reader.loose(next..document.segments.len());
    reader.runs
}

/// The blocks of each row of a table.
pub fn rows<'a>(text: &'a str, blocks: &'a [Block]) -> impl Iterator<Item = Range<usize>> + 'a {
    let continues = |at: usize| {
        let (last, next) = (&blocks[at - 1], &blocks[at]);
        let between = text.get(last.span.end..next.span.start).unwrap_or("\n");
        next.kind == Kind::Cell && !between.contains(['\n', '\r'])
    };
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = (next..blocks.len()).find(|at| blocks[*at].kind == Kind::Cell)?;
        next = (start + 1..blocks.len()).find(|at| !continues(*at)).unwrap_or(blocks.len());
        Some(start..next)
    })
}

fn first(blocks: &[Block]) -> usize {
    blocks.first().map_or(0, |block| block.segments.start)
}

/// Whether the row that begins with this block is the first of its table.
fn is_header(document: &Document, block: usize) -> bool {
    let Some(before) = block.checked_sub(1).map(|at| &document.blocks[at]) else { return true };
    let between = document.text.get(before.span.end..document.blocks[block].span.start);
    before.kind != document.blocks[block].kind || between.is_none_or(has_blank_line)
}

fn has_blank_line(between: &str) -> bool {
    let mut lines = between.split('\n').skip(1).peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some() && line.trim().is_empty() {
            return true;
        }
    }
    false
}

struct Reader<'a> {
    document: &'a Document,
    /// For each segment the last text before it.
    texts: Vec<Option<usize>>,
    runs: Vec<Cluster>,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document) -> Self {
        let mut texts = Vec::with_capacity(document.segments.len());
        let mut last = None;
        for (at, segment) in document.segments.iter().enumerate() {
            texts.push(last);
            if !segment.is_value {
                last = Some(at);
            }
        }
        Self { document, texts, runs: Vec::new() }
    }

    /// The runs of a row: what stands before its first text, and what stands behind.
    fn cells(&mut self, row: &[Block]) {
        let is_text = |block: &Block| {
            self.document.segments[block.segments.clone()].iter().any(|segment| !segment.is_value)
        };
        let Some(at) = row.iter().position(is_text) else {
            let before = self.texts.get(first(row)).copied().flatten();
            self.push(Cluster {
                segments: self.owned(row),
                before,
                after: None,
                form: Footing::Bare,
            });
            return;
        };
        let label = &row[at].segments;
        let segments = self.owned(&row[..at]);
        let after = Some(label.start);
        self.push(Cluster { segments, before: None, after, form: Footing::Lead });
        let segments = self.owned(&row[at + 1..]);
        let before = Some(label.end - 1);
        self.push(Cluster { segments, before, after: None, form: Footing::Row });
    }

    /// Values, and texts of a few words; a longer one stands for itself.
    fn owned(&self, cells: &[Block]) -> Vec<usize> {
        let mut owned = Vec::new();
        for cell in cells {
            if let [one] = &self.document.segments[cell.segments.clone()]
                && (one.is_value || one.text.split_whitespace().nth(SHORT).is_none())
            {
                owned.push(cell.segments.start);
            }
        }
        owned
    }

    /// The runs of values among segments that stand in no row.
    fn loose(&mut self, range: Range<usize>) {
        let is_value = |at: &usize| self.document.segments[*at].is_value;
        let values: Vec<usize> = range.filter(is_value).collect();
        for run in values.chunk_by(|one, two| one + 1 == *two) {
            let next = run[run.len() - 1] + 1;
            let is_text =
                |at: &usize| self.document.segments.get(*at).is_some_and(|one| !one.is_value);
            let after = Some(next).filter(is_text);
            let before = self.texts[run[0]];
            self.push(Cluster { segments: run.to_vec(), before, after, form: Footing::Loose });
        }
    }

    fn push(&mut self, cluster: Cluster) {
        if !cluster.segments.is_empty() {
            self.runs.push(cluster);
        }
    }
}

//! A catalog's file cut into the stretches that belong to its pairs.

use std::ops::Range;

use toml_edit::{Document, Item, Table};

/// A catalog's text; its parts in order give it back.
pub struct CatalogLayout<'a> {
    /// What stands before the first pair, such as a remark on the whole file.
    pub preamble: &'a str,
    pub chunks: Vec<Chunk<'a>>,
}

/// The text of one pair.
pub struct Chunk<'a> {
    /// The pair's table with the remark right above it.
    pub body: &'a str,
    /// The white space after it.
    pub gap: &'a str,
    /// Tables of somebody else's between this pair and the next.
    pub foreign: &'a str,
}

impl<'a> CatalogLayout<'a> {
    /// Cuts `text`; nothing where its pairs don't stand under `[[pair]]` headers.
    pub fn of(text: &'a str) -> Option<Self> {
        let document = Document::parse(text).ok()?;
        let mut pairs = Vec::new();
        let mut others = Vec::new();
        for (key, item) in document.as_table() {
            match (key, item) {
                ("pair", Item::ArrayOfTables(tables)) => {
                    for table in tables {
                        pairs.push(start(table, text)?);
                    }
                }
                ("pair", _) => return None,
                (_, item) => collect(item, text, &mut others),
            }
        }
        if pairs.first() == Some(&0) {
            // A remark on top of the file is about the file, and must outlive its first pair.
            pairs[0] = header(document.get("pair")?.as_array_of_tables()?.get(0)?, text)?;
        }
        let preamble = &text[..pairs.first().copied().unwrap_or(text.len())];
        let ends = pairs.iter().skip(1).copied().chain([text.len()]);
        let chunks = pairs.iter().zip(ends).map(|(start, end)| chunk(text, *start..end, &others));
        Some(Self { preamble, chunks: chunks.collect() })
    }
}

fn chunk<'a>(text: &'a str, whole: Range<usize>, others: &[usize]) -> Chunk<'a> {
    let inside = others.iter().copied().filter(|other| whole.contains(other));
    let end = inside.min().unwrap_or(whole.end);
    let table = &text[whole.start..end];
    let blank = table.trim_end().len();
    let line_end = table[blank..].find('\n').map_or(table.len(), |end| blank + end + 1);
    let (body, gap) = table.split_at(line_end);
    Chunk { body, gap, foreign: &text[end..whole.end] }
}

/// Where the tables of `item` begin.
fn collect(item: &Item, text: &str, starts: &mut Vec<usize>) {
    match item {
        Item::Table(table) => {
            starts.extend(start(table, text));
            table.iter().for_each(|(_, item)| collect(item, text, starts));
        }
        Item::ArrayOfTables(tables) => {
            for table in tables {
                starts.extend(start(table, text));
                table.iter().for_each(|(_, item)| collect(item, text, starts));
            }
        }
        _ => {}
    }
}

/// Where the line with the table's header begins.
fn header(table: &Table, text: &str) -> Option<usize> {
    let header = table.span()?.start;
    Some(text[..header].rfind('\n').map_or(0, |end| end + 1))
}

/// Where the remark right above the table begins, or its header.
fn start(table: &Table, text: &str) -> Option<usize> {
    let mut start = header(table, text)?;
    let floor = table
        .decor()
        .prefix()
        .and_then(toml_edit::RawString::span)
        .map_or(start, |span| span.start);
    while floor < start {
        let line = text[..start - 1].rfind('\n').map_or(0, |end| end + 1).max(floor);
        if !text[line..start].trim_start().starts_with('#') {
            break;
        }
        start = line;
    }
    Some(start)
}

//! The tables of `OpenDocument` files, spreadsheets (ODS) and texts (ODT).

use std::collections::HashMap;

use super::archive::{Allowance, Archive};
use super::code;
use super::markup::{Node, Opened};
use super::open_notes::{RecordedChange, annotation, changes, repeated};
use super::outside::Outside;
use super::register::{CellContent, FileTable, Remark, TableRow};
use super::word::Revisions;
use crate::error::Result;

/// Whether an archive with these files is an `OpenDocument` text or spreadsheet.
pub fn is_open_document(archive: &Archive<'_>) -> bool {
    archive.has("content.xml") && archive.has("mimetype")
}

/// Columns further to the right are none of a table that tolmach wrote.
const WIDEST: usize = 256;

/// Equal rows that stand for one row told once; what is blank isn't kept at all.
const MOST_ALIKE: usize = 100_000;

/// The file's tables, those in cells as text of their cells.
pub fn registers(archive: &mut Archive<'_>, revisions: Revisions) -> Result<Vec<FileTable>> {
    let allowance = archive.allowance();
    let Some(mut markup) = archive.markup("content.xml")? else { return Ok(Vec::new()) };
    let mut story = Story { revisions, allowance, ..Story::default() };
    loop {
        match markup.next()? {
            Node::Open(tag) => match tag.name() {
                "tracked-changes" => story.changes = changes(&mut markup)?,
                "annotation" => {
                    let remark = annotation(&mut markup, "annotation")?;
                    story.remark(remark);
                }
                "note" => {
                    let remark = annotation(&mut markup, "note")?;
                    story.remark(remark);
                }
                "note-citation" | "forms" | "shapes" | "ruby-text" | "dde-source" => {
                    markup.skip()?;
                }
                _ => story.open(&tag),
            },
            Node::Text(text) => story.text(&text),
            Node::Close(name) => story.close(&name)?,
            Node::End => return Ok(story.registers),
        }
    }
}

/// What was read so far, and where in the file we are.
#[derive(Default)]
struct Story {
    revisions: Revisions,
    allowance: Allowance,
    changes: HashMap<String, RecordedChange>,
    registers: Vec<FileTable>,
    tables: usize,
    record: TableRow,
    rows_alike: usize,
    cell: Option<OpenCell>,
    outside: Outside,
    paragraphs: usize,
    /// How many insertions are open, and how many of them don't count.
    inserted: usize,
    hidden: usize,
}

struct OpenCell {
    text: String,
    pending: String,
    /// The value of a cell that holds no text.
    value: Option<String>,
    remarks: Vec<Remark>,
    is_revised: bool,
    /// Whether a formula stands in it that no program has counted.
    is_uncounted: bool,
    alike: usize,
}

impl OpenCell {
    fn new(tag: &Opened<'_>) -> Self {
        Self {
            text: String::new(),
            pending: String::new(),
            value: tag.attribute("string-value").or_else(|| tag.attribute("value")),
            remarks: Vec::new(),
            is_revised: false,
            is_uncounted: tag.attribute("formula").is_some()
                && tag.attribute("value-type").is_none(),
            alike: repeated(tag, "number-columns-repeated"),
        }
    }

    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.text += &std::mem::take(&mut self.pending);
            self.text += text;
        }
    }

    fn close(self) -> CellContent {
        let text = if self.text.is_empty() { self.value.unwrap_or_default() } else { self.text };
        CellContent {
            is_uncounted: self.is_uncounted && text.is_empty(),
            text: code::decode(&text).into_owned(),
            remarks: self.remarks,
            is_revised: self.is_revised,
            ..CellContent::default()
        }
    }
}

impl Story {
    fn open(&mut self, tag: &Opened<'_>) {
        match tag.name() {
            "table" => self.open_table(tag),
            "table-row" if self.tables == 1 => {
                let number = self.record.number + self.rows_alike;
                self.record = TableRow { number: number.max(1), ..TableRow::default() };
                self.rows_alike = repeated(tag, "number-rows-repeated");
            }
            "table-cell" | "covered-table-cell" if self.tables == 1 => {
                self.cell = Some(OpenCell::new(tag));
            }
            "p" | "h" => {
                self.paragraphs += 1;
                if self.tables == 0 && self.cell.is_none() {
                    self.cell = Some(OpenCell::new(tag));
                }
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.is_empty()) {
                    cell.pending.push('\n');
                }
            }
            "s" => self.push(&" ".repeat(repeated(tag, "c").min(1000))),
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "bookmark" | "bookmark-start" if self.tables == 1 => {
                self.record.bookmarks.extend(tag.attribute("name"));
            }
            "change-start" => self.begin_insertion(),
            "change-end" => self.end_insertion(),
            "change" => self.deletion(tag),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<()> {
        match name {
            "table" => self.tables = self.tables.saturating_sub(1),
            "table-row" if self.tables == 1 => self.close_row()?,
            "table-cell" | "covered-table-cell" if self.tables == 1 => self.close_cell(),
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                if self.tables == 0
                    && self.paragraphs == 0
                    && let Some(paragraph) = self.cell.take()
                {
                    self.outside.keep(paragraph.close(), &mut self.registers);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open_table(&mut self, tag: &Opened<'_>) {
        self.tables += 1;
        if self.tables == 1 {
            let name = tag.attribute("name").unwrap_or_default();
            let outside = self.outside.begin_table();
            self.registers.push(FileTable { name, outside, ..FileTable::default() });
            self.record = TableRow::default();
            self.rows_alike = 1;
        }
    }

    fn close_row(&mut self) -> Result<()> {
        let number = self.record.number;
        let record =
            std::mem::replace(&mut self.record, TableRow { number, ..TableRow::default() });
        if record.is_blank() {
            return Ok(());
        }
        let Some(register) = self.registers.last_mut() else { return Ok(()) };
        for index in 0..self.rows_alike.min(MOST_ALIKE) {
            self.allowance.take(&record)?;
            register.records.push(TableRow { number: number + index, ..record.clone() });
        }
        Ok(())
    }

    fn close_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let room = WIDEST.saturating_sub(self.record.cells.len());
        let alike = cell.alike.min(room);
        let content = cell.close();
        self.record.cells.extend(std::iter::repeat_n(content, alike));
    }

    /// Takes text of a paragraph; white space of the file's own layout is one space.
    fn text(&mut self, text: &str) {
        if self.paragraphs == 0 {
            return;
        }
        let mut folded = String::with_capacity(text.len());
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\r' | '\n');
            if !is_space {
                folded.push(c);
            } else if !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        self.push(&folded);
    }

    fn push(&mut self, text: &str) {
        let (is_hidden, is_revised) = (self.hidden > 0, self.inserted > 0);
        if let Some(cell) = &mut self.cell {
            cell.is_revised |= is_revised;
            if !is_hidden {
                cell.push(text);
            }
        }
    }

    fn remark(&mut self, remark: Remark) {
        if let Some(cell) = self.cell.as_mut().filter(|_| !remark.text.is_empty()) {
            cell.remarks.push(remark);
        }
    }

    fn begin_insertion(&mut self) {
        self.inserted += 1;
        self.hidden += usize::from(self.revisions == Revisions::Reject);
    }

    fn end_insertion(&mut self) {
        self.inserted = self.inserted.saturating_sub(1);
        self.hidden = self.hidden.saturating_sub(1);
    }

    fn deletion(&mut self, tag: &Opened<'_>) {
        let id = tag.attribute("change-id").unwrap_or_default();
        let Some(change) = self.changes.get(&id).filter(|change| !change.is_insertion) else {
            return;
        };
        let text = change.text.clone();
        if let Some(cell) = &mut self.cell {
            cell.is_revised = true;
            if self.revisions == Revisions::Reject {
                cell.push(&text);
            }
        }
    }
}

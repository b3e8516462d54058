//! Where in a Word document a reader is, and what it read so far.

use std::collections::HashSet;

use super::cell::OpenCell;
use super::kinds::{Apart, Properties, WordChange};
use super::notes::Remarks;
use super::revisions::Revisions;
use super::run::OpenRun;
use crate::error::Result;
use crate::formats::office::archive::Allowance;
use crate::formats::office::markup::Opened;
use crate::formats::office::outside::Outside;
use crate::formats::office::register::{FileTable, TableRow};

/// What was read so far, and where in the document we are.
#[derive(Default)]
pub struct Story {
    pub revisions: Revisions,
    pub comments: Remarks,
    pub footnotes: Remarks,
    pub endnotes: Remarks,
    /// Styles whose text is there for programs alone.
    pub hidden_styles: HashSet<String>,
    pub registers: Vec<FileTable>,
    pub allowance: Allowance,
    /// How many tables are open in one another.
    tables: usize,
    row: Row,
    cell: Option<OpenCell>,
    /// Whether we are in the properties of a paragraph, a run or a row.
    properties: Vec<Properties>,
    /// Open insertions and deletions that hide what is in them.
    hidden: usize,
    /// Open insertions and deletions.
    revised: usize,
    /// For each open field, whether its instruction is still read.
    fields: Vec<bool>,
    /// For each open content control, whether it only says what belongs there.
    controls: Vec<bool>,
    /// Whether the mark of the paragraph read is taken out.
    is_joined: bool,
    is_text: bool,
    run: OpenRun,
    /// Whether the cell that is open is a paragraph that stands in no table.
    is_outside: bool,
    outside: Outside,
}

/// The row that is read.
#[derive(Default)]
struct Row {
    record: TableRow,
    number: usize,
    /// Whether the row itself is taken out.
    is_gone: bool,
}

impl Story {
    /// Begins an element; gives whether it is passed over whole.
    pub fn open(&mut self, tag: &Opened<'_>) -> bool {
        match tag.name() {
            // Old programs' second telling of the same, readings above letters, looks, and what fields are told.
            "Fallback" | "rt" | "tblPr" | "sectPr" | "pPrChange" | "rPrChange" | "instrText"
            | "tblGrid" | "trPrChange" | "tcPrChange" | "delInstrText" => return true,
            "ins" | "moveTo" => self.revise(WordChange::In),
            "del" | "moveFrom" => self.revise(WordChange::Out),
            "pPr" => self.properties.push(Properties::Paragraph),
            "rPr" => self.properties.push(Properties::Run),
            "trPr" => self.properties.push(Properties::Row),
            "tbl" => self.open_table(),
            "tr" if self.tables == 1 => self.open_row(),
            "tc" if self.tables == 1 => self.cell = Some(OpenCell::new()),
            "p" if self.tables == 0 && self.cell.is_none() => {
                self.is_outside = true;
                self.cell = Some(OpenCell::new());
            }
            "sdt" => self.controls.push(false),
            "fldChar" => self.field(tag),
            _ if self.cell.is_some() => self.open_in_cell(tag),
            "bookmarkStart" if self.tables == 1 => self.bookmark(tag),
            _ => {}
        }
        false
    }

    fn open_in_cell(&mut self, tag: &Opened<'_>) {
        let is_run = self.properties.is_empty();
        match tag.name() {
            "p" => {
                self.is_joined = false;
                if let Some(cell) = &mut self.cell {
                    cell.begin_paragraph();
                }
            }
            "t" | "delText" => self.is_text = !tag.has_prefix("a"),
            "tab" | "ptab" if is_run => self.push("\t"),
            "br" | "cr" if is_run => self.push("\n"),
            "noBreakHyphen" if is_run => self.push("\u{2011}"),
            "softHyphen" if is_run => self.push("\u{ad}"),
            "sym" if is_run => self.symbol(tag),
            "gridSpan" if self.tables == 1 => self.widen(tag),
            "showingPlcHdr" if tag.is_on() => {
                if let Some(control) = self.controls.last_mut() {
                    *control = true;
                }
            }
            "bookmarkStart" => self.bookmark(tag),
            "commentRangeStart" | "commentReference" => self.remark(tag, Apart::Comment),
            "footnoteReference" => self.remark(tag, Apart::Footnote),
            "endnoteReference" => self.remark(tag, Apart::Endnote),
            _ if self.properties == [Properties::Run] => self.run.dress(tag, &self.hidden_styles),
            _ => {}
        }
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) -> Result<()> {
        match name {
            "ins" | "moveTo" => self.settle(WordChange::In),
            "del" | "moveFrom" => self.settle(WordChange::Out),
            "pPr" | "rPr" | "trPr" => _ = self.properties.pop(),
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "tr" if self.tables == 1 => self.close_row()?,
            "tr" | "tc" if self.tables > 1 => self.end_paragraph(),
            "tc" => self.close_cell(),
            "sdt" => _ = self.controls.pop(),
            "p" if self.is_outside && self.tables == 0 => self.close_outside(),
            "p" => self.end_paragraph(),
            "t" | "delText" => self.is_text = false,
            "r" => self.run = OpenRun::default(),
            _ => {}
        }
        Ok(())
    }

    fn close_outside(&mut self) {
        self.is_outside = false;
        if let Some(paragraph) = self.cell.take() {
            self.outside.keep(paragraph.close(), &mut self.registers);
        }
    }

    fn close_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let width = cell.width.clamp(1, WIDEST);
        let cells = &mut self.row.record.cells;
        cells.push(cell.close());
        cells.resize_with(cells.len() + width - 1, Default::default);
    }

    /// Takes text, where it is any of the document's.
    pub fn text(&mut self, text: &str) {
        if self.is_text {
            // A line break in the file's own layout is a space.
            self.push(&text.replace(['\n', '\r'], " "));
        }
    }

    fn push(&mut self, text: &str) {
        let is_gone = self.run.is_struck && self.undoes(WordChange::Out);
        let is_hidden = is_gone
            || self.hidden > 0
            || self.fields.contains(&true)
            || self.controls.contains(&true);
        let is_revised = self.revised > 0 || self.run.is_struck;
        if let Some(cell) = &mut self.cell {
            cell.is_revised |= is_revised;
            if is_hidden {
                return;
            }
            if self.run.is_hidden { cell.push_hidden(text) } else { cell.push(text) }
        }
    }

    fn end_paragraph(&mut self) {
        let is_joined = std::mem::take(&mut self.is_joined);
        if let Some(cell) = &mut self.cell {
            cell.end_paragraph(is_joined);
        }
    }

    fn open_table(&mut self) {
        self.tables += 1;
        if self.tables == 1 {
            let outside = self.outside.begin_table();
            self.registers.push(FileTable { outside, ..FileTable::default() });
            self.row.number = 0;
        }
    }

    fn open_row(&mut self) {
        let number = self.row.number + 1;
        self.row = Row { number, ..Row::default() };
    }

    fn close_row(&mut self) -> Result<()> {
        let mut record = std::mem::take(&mut self.row.record);
        record.number = self.row.number;
        self.allowance.take(&record)?;
        if let Some(register) = self.registers.last_mut().filter(|_| !self.row.is_gone) {
            register.records.push(record);
        }
        Ok(())
    }

    /// Begins a recorded change, of what stands in it or of what these properties are of.
    fn revise(&mut self, change: WordChange) {
        let undoes = self.undoes(change);
        match self.properties.last() {
            Some(Properties::Paragraph) => self.mark(undoes),
            // In a paragraph's properties the run is the paragraph's mark.
            Some(Properties::Run) if self.properties.contains(&Properties::Paragraph) => {
                self.mark(undoes);
            }
            Some(Properties::Row) if self.tables == 1 => {
                self.row.record.is_revised = true;
                self.row.is_gone |= undoes && self.revisions != Revisions::Refuse;
            }
            Some(_) => {}
            None => {
                self.revised += 1;
                self.hidden += usize::from(undoes);
            }
        }
    }

    fn settle(&mut self, change: WordChange) {
        if self.properties.is_empty() {
            self.revised = self.revised.saturating_sub(1);
            self.hidden = self.hidden.saturating_sub(usize::from(self.undoes(change)));
        }
    }

    /// Whether what changed so isn't there in the end.
    fn undoes(&self, change: WordChange) -> bool {
        match change {
            WordChange::In => self.revisions == Revisions::Reject,
            WordChange::Out => self.revisions != Revisions::Reject,
        }
    }

    fn mark(&mut self, is_joined: bool) {
        self.is_joined |= is_joined;
        if let Some(cell) = &mut self.cell {
            cell.is_revised = true;
        }
    }

    fn field(&mut self, tag: &Opened<'_>) {
        match tag.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.push(true),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    *field = false;
                }
            }
            Some("end") => _ = self.fields.pop(),
            _ => {}
        }
    }

    fn symbol(&mut self, tag: &Opened<'_>) {
        let number = tag.attribute("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
        if let Some(symbol) = number.and_then(char::from_u32) {
            self.push(symbol.encode_utf8(&mut [0; 4]));
        }
    }

    fn widen(&mut self, tag: &Opened<'_>) {
        let width = tag.attribute("val").and_then(|width| width.parse().ok());
        if let (Some(cell), Some(width)) = (&mut self.cell, width) {
            cell.width = width;
        }
    }

    fn bookmark(&mut self, tag: &Opened<'_>) {
        self.row.record.bookmarks.extend(tag.attribute("name"));
    }

    fn remark(&mut self, tag: &Opened<'_>, apart: Apart) {
        let remarks = match apart {
            Apart::Comment => &mut self.comments,
            Apart::Footnote => &mut self.footnotes,
            Apart::Endnote => &mut self.endnotes,
        };
        // Taken out, lest the end of its range tell it twice.
        let remark = tag.attribute("id").and_then(|id| remarks.remove(&id));
        if let Some(cell) = &mut self.cell {
            cell.remarks.extend(remark);
        }
    }
}

/// How many columns one cell may span.
const WIDEST: usize = 64;

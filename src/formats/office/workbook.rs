//! The sheets of an Excel workbook, as Excel, `LibreOffice` and the services leave them.

use std::collections::HashSet;

use super::archive::{Allowance, Archive};
use super::code;
use super::markup::{Node, Opened};
use super::register::{CellContent, FileTable, SheetPlace, TableRow, column};
use super::relations::{relations, resolved};
use super::remarks;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;

/// Whether an archive with these files is an Excel workbook.
pub fn is_workbook(archive: &Archive<'_>) -> bool {
    archive.has(WORKBOOK)
}

const WORKBOOK: &str = "xl/workbook.xml";

/// Columns further to the right are none of a table that tolmach wrote.
const WIDEST: usize = 256;

/// The workbook's sheets, with the remarks at their cells.
pub fn registers(archive: &mut Archive<'_>) -> Result<Vec<FileTable>> {
    let allowance = archive.allowance();
    let mut reading = Reading { allowance, strings: Strings::default() };
    reading.read_strings(archive)?;
    let targets = relations(archive, "xl/_rels/workbook.xml.rels")?;
    let mut registers = Vec::new();
    for named in named_sheets(archive)? {
        let Some(target) = targets.iter().find(|target| target.id == named.id) else { continue };
        let part = resolved(WORKBOOK, &target.path);
        let mut register = FileTable { name: named.name, ..FileTable::default() };
        reading.read_sheet(archive, &part, &mut register)?;
        remarks::add(archive, &part, &mut register)?;
        registers.push(register);
    }
    Ok(registers)
}

/// A sheet as the workbook lists it.
struct NamedSheet {
    name: String,
    id: String,
}

fn named_sheets(archive: &mut Archive<'_>) -> Result<Vec<NamedSheet>> {
    let mut sheets = Vec::new();
    let Some(mut markup) = archive.markup(WORKBOOK)? else { return Ok(sheets) };
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name() == "sheet" => {
                let attribute = |name| tag.attribute(name).unwrap_or_default();
                sheets.push(NamedSheet { name: attribute("name"), id: attribute("id") });
            }
            Node::End => return Ok(sheets),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

/// All texts of a workbook in one piece.
#[derive(Default)]
struct Strings {
    text: String,
    /// Where each text ends.
    ends: Vec<usize>,
    /// Indexes of texts of which somebody struck words out.
    struck: HashSet<usize>,
}

impl Strings {
    fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let span = start.zip(self.ends.get(index));
        span.and_then(|(start, end)| self.text.get(start..*end)).unwrap_or_default()
    }
}

struct Reading {
    allowance: Allowance,
    strings: Strings,
}

impl Reading {
    fn read_strings(&mut self, archive: &mut Archive<'_>) -> Result<()> {
        let Some(mut markup) = archive.markup("xl/sharedStrings.xml")? else { return Ok(()) };
        let (mut is_text, mut start) = (false, 0);
        let mut is_struck = false;
        loop {
            match markup.next()? {
                // Readings above Japanese letters are no part of the text.
                Node::Open(tag) if tag.name() == "rPh" => markup.skip()?,
                Node::Open(tag) => {
                    is_struck = is_run_struck(&tag, is_struck);
                    (is_text, start) = (tag.name() == "t", self.strings.text.len());
                }
                Node::Text(_) if is_text && is_struck => {
                    self.strings.struck.insert(self.strings.ends.len());
                }
                Node::Text(text) if is_text => {
                    self.allowance.take_bytes(text.len())?;
                    self.strings.text += &text;
                }
                Node::Close(name) => {
                    if std::mem::take(&mut is_text) {
                        code::decode_from(&mut self.strings.text, start);
                    }
                    if name == "si" {
                        self.allowance.take_bytes(size_of::<usize>())?;
                        self.strings.ends.push(self.strings.text.len());
                    }
                }
                Node::Text(_) => {}
                Node::End => return Ok(()),
            }
        }
    }

    fn read_sheet(
        &mut self,
        archive: &mut Archive<'_>,
        part: &str,
        register: &mut FileTable,
    ) -> Result<()> {
        let path = archive.path().to_owned();
        let Some(mut markup) = archive.markup(part)? else { return Ok(()) };
        let (mut record, mut cell) = (TableRow::default(), OpenCell::default());
        let (mut is_value, mut start) = (false, 0);
        let mut is_struck = false;
        loop {
            match markup.next()? {
                Node::Open(tag) if matches!(tag.name(), "is" | "r" | "strike") => {
                    is_struck = is_run_struck(&tag, is_struck);
                    is_value = false;
                }
                Node::Open(tag) => match tag.name() {
                    "row" => record = Self::row(&tag, record.number),
                    "c" => cell = OpenCell::new(&tag, record.cells.len()),
                    "f" => {
                        cell.is_uncounted = true;
                        markup.skip()?;
                    }
                    "rPh" => markup.skip()?,
                    name => (is_value, start) = (matches!(name, "v" | "t"), cell.text.len()),
                },
                Node::Text(_) if is_value && is_struck => cell.is_struck = true,
                Node::Text(text) if is_value => cell.text += &text,
                Node::Close(name) => match name.as_str() {
                    "c" if cell.kind == "e" && !cell.text.trim().is_empty() => {
                        return Err(error_in_cell(&path, record.number, &cell));
                    }
                    "c" => self.close_cell(std::mem::take(&mut cell), &mut record),
                    "row" => {
                        self.allowance.take(&record)?;
                        let number = record.number;
                        let mut record = std::mem::replace(
                            &mut record,
                            TableRow { number, ..TableRow::default() },
                        );
                        if !record.is_blank() {
                            // Room for cells that never came would be most of what is kept.
                            record.cells.shrink_to_fit();
                            register.records.push(record);
                        }
                    }
                    "sheetData" => return Ok(()),
                    name if std::mem::take(&mut is_value) => {
                        code::decode_from(&mut cell.text, start);
                        // An empty value is one only of a formula that gives text.
                        let is_counted = !cell.text.is_empty() || cell.kind == "str";
                        cell.is_uncounted &= name != "v" || !is_counted;
                    }
                    _ => {}
                },
                Node::Text(_) => {}
                Node::End => return Ok(()),
            }
        }
    }

    fn row(tag: &Opened<'_>, last: usize) -> TableRow {
        let number = tag.attribute("r").and_then(|number| number.parse().ok());
        TableRow { number: number.unwrap_or(last + 1), ..TableRow::default() }
    }

    fn close_cell(&self, cell: OpenCell, record: &mut TableRow) {
        if cell.column >= WIDEST {
            return;
        }
        let is_number = matches!(cell.kind.as_str(), "" | "n") && !cell.text.trim().is_empty();
        let mut is_struck = cell.is_struck;
        let text = match cell.kind.as_str() {
            "s" => {
                let index = cell.text.trim().parse().unwrap_or(usize::MAX);
                is_struck |= self.strings.struck.contains(&index);
                self.strings.get(index).to_owned()
            }
            "b" => if cell.text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            _ => cell.text,
        };
        if record.cells.len() <= cell.column {
            record.cells.resize_with(cell.column + 1, CellContent::default);
        }
        record.cells[cell.column].text = text;
        record.cells[cell.column].is_number = is_number;
        record.cells[cell.column].is_uncounted = cell.is_uncounted;
        record.cells[cell.column].is_revised = is_struck;
    }
}

/// The error that a cell shows what went wrong with its formula, and no text of anybody's.
fn error_in_cell(path: &str, row: usize, cell: &OpenCell) -> Error {
    let place = SheetPlace { column: cell.column, row }.name();
    Error::new(message!("error-workbook-cell", place = place, value = cell.text.trim()))
        .at(Location::file(path))
        .hint(message!("hint-workbook-cell"))
}

/// A cell that is not closed yet.
#[derive(Default)]
struct OpenCell {
    column: usize,
    /// What kind of value stands in it, as the file names it.
    kind: String,
    text: String,
    /// Whether a formula was read whose value was not.
    is_uncounted: bool,
    /// Whether somebody struck words of it out.
    is_struck: bool,
}

/// Whether the words of a run are struck out, once this element of it began.
fn is_run_struck(tag: &Opened<'_>, is_struck: bool) -> bool {
    match tag.name() {
        "si" | "is" | "r" => false,
        "strike" => tag.is_on(),
        _ => is_struck,
    }
}

impl OpenCell {
    fn new(tag: &Opened<'_>, next: usize) -> Self {
        let column = tag.attribute("r").and_then(|place| column(&place));
        let kind = tag.attribute("t").unwrap_or_default();
        Self { column: column.unwrap_or(next), kind, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::registers;
    use crate::formats::office::archive::Archive;
    use crate::formats::office::folding::{Member, folded};
    use crate::formats::office::register::FileTable;

    /// A workbook of one sheet with these cells in its third row.
    fn read(cells: &str) -> crate::error::Result<Vec<FileTable>> {
        let sheet =
            format!(r#"<worksheet><sheetData><row r="3">{cells}</row></sheetData></worksheet>"#);
        let members = [
            Member::new(
                "xl/workbook.xml",
                r#"<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>"#,
            ),
            Member::new(
                "xl/_rels/workbook.xml.rels",
                r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
            ),
            Member::new("xl/worksheets/sheet1.xml", sheet),
        ];
        let bytes = folded(&members);
        registers(&mut Archive::open("a.xlsx", &bytes).unwrap())
    }

    #[test]
    fn an_error_of_a_formula_is_no_text() {
        let told = format!("{:?}", read(r#"<c r="AB3" t="e"><f>X()</f><v>#NAME?</v></c>"#).err());
        assert!(told.contains("AB3") && told.contains("#NAME?"), "{told}");
    }

    #[test]
    fn a_formula_that_nobody_counted_and_words_struck_out_are_known() {
        let cases = [
            ("<c><f>1+1</f></c>", "", true, false),
            ("<c><f>1+1</f><v></v></c>", "", true, false),
            ("<c><f>1+1</f><v/></c>", "", true, false),
            ("<c><f>1+1</f><v>2</v></c>", "2", false, false),
            (r#"<c t="str"><f>A1</f><v></v></c>"#, "", false, false),
            (r#"<c t="inlineStr"><is><t>Да</t></is></c>"#, "Да", false, false),
            (
                r#"<c t="inlineStr"><is><r><rPr><strike/></rPr><t>Old </t></r><r><t>New</t></r></is></c>"#,
                "New",
                false,
                true,
            ),
            (
                r#"<c t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>Old </t></r></is></c>"#,
                "Old ",
                false,
                false,
            ),
        ];
        for (cell, text, is_uncounted, is_revised) in cases {
            let mark = r#"<c t="inlineStr"><is><t>!</t></is></c>"#;
            let tables = read(&format!("{cell}{mark}")).unwrap();
            let content = &tables[0].records[0].cells[0];
            let found = (&*content.text, content.is_uncounted, content.is_revised);
            assert_eq!(found, (text, is_uncounted, is_revised), "{cell}");
        }
    }
}

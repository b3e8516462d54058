//! The table that translators work in as an Excel workbook: texts alone, no formula anywhere.

use super::docx::{Folio, FolioRow, folio, heads, marked};
use super::exchange::Ripeness;
use super::office::code;
use super::office::folding::{Member, folded};
use super::office::word::{Dress, Stretch, escape};
use super::pages::{Page, PageFormat, Writing};

/// A workbook of one sheet.
pub const FORMAT: PageFormat =
    PageFormat { name: "xlsx", extension: "xlsx", write: Writing::Plain(write) };

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Widths of the columns, in characters.
const WIDTHS: [usize; 6] = [11, 56, 56, 24, 13, 20];

/// How the cells of the columns look, by the styles of the workbook.
const LOOKS: [usize; 6] = [QUIET, TEXT, TEXT, TEXT, TEXT, QUIET];
/// The style of heads.
pub const HEAD: usize = 1;
/// The style of texts.
pub const TEXT: usize = 2;
const QUIET: usize = 3;

fn write(page: &Page<'_>) -> Vec<u8> {
    let folio = folio(page);
    let name = name(&folio);
    let rows = format!(
        r#"<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'{name}'!$1:$1</definedName></definedNames>"#
    );
    packed(&workbook(&name, &rows), &sheet(&folio))
}

/// The file of a workbook with one sheet.
pub fn packed(workbook: &str, sheet: &str) -> Vec<u8> {
    let part = |name: &str, content: &str| Member::new(name, format!("{DECLARATION}{content}"));
    folded(&[
        part("[Content_Types].xml", TYPES),
        part("_rels/.rels", RELATIONS),
        part("xl/workbook.xml", workbook),
        part("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
        part("xl/styles.xml", STYLES),
        part("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// The name of the only sheet: that of the language.
fn name(folio: &Folio<'_>) -> String {
    escape(&folio.target_language.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
}

/// The list of the only sheet, with the names that the workbook defines.
pub fn workbook(name: &str, defined: &str) -> String {
    format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>{defined}</workbook>"#
    )
}

fn sheet(folio: &Folio<'_>) -> String {
    let mut rows = String::from(r#"<row r="1">"#);
    for (column, head) in heads().iter().enumerate() {
        rows += &cell(column, 1, HEAD, &[Stretch::plain(folio.words(head))]);
    }
    rows += "</row>";
    for (index, one) in folio.rows.iter().enumerate() {
        rows += &row(one, index + 2);
    }
    let mut columns = String::new();
    for (index, width) in WIDTHS.iter().enumerate() {
        let number = index + 1;
        columns +=
            &format!(r#"<col min="{number}" max="{number}" width="{width}" customWidth="1"/>"#);
    }
    let last = folio.rows.len() + 1;
    let states = Ripeness::ALL.map(Ripeness::name).join(",");
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData><autoFilter ref="A1:F{last}"/><dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="E2:E{end}"><formula1>"{states}"</formula1></dataValidation></dataValidations><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>"#,
        end = last.max(2)
    )
}

fn row(one: &FolioRow<'_>, number: usize) -> String {
    let cells = [
        vec![Stretch::plain(one.tag.segment.as_str())],
        marked(one.source, &one.source_changes),
        marked(one.target, &[]),
        vec![Stretch::plain(one.note.unwrap_or_default())],
        vec![Stretch::plain(one.state)],
        vec![Stretch::plain(one.tag.line())],
    ];
    let height = LINE * lines(one) + 4;
    let mut xml = format!(r#"<row r="{number}" ht="{height}" customHeight="1">"#);
    for (column, stretches) in cells.iter().enumerate() {
        xml += &cell(column, number, LOOKS[column], stretches);
    }
    xml + "</row>"
}

/// How high a line is, in points.
const LINE: usize = 15;

/// How many lines the longest of a row's texts takes; programs don't measure rows that they only open.
fn lines(one: &FolioRow<'_>) -> usize {
    let wide = [(one.source, 1), (one.target, 2), (one.note.unwrap_or_default(), 3)];
    let mut most = 1;
    for (text, column) in wide {
        // Letters are a little wider than the digits that widths are counted in.
        let room = WIDTHS[column] * 9 / 10;
        let count = text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum();
        most = most.max(count);
    }
    most.min(MOST_LINES)
}

/// Excel knows no higher row.
const MOST_LINES: usize = 26;

/// A cell with a text in it, never a formula; stretches without words make a file that Excel repairs.
fn cell(column: usize, row: usize, look: usize, stretches: &[Stretch]) -> String {
    let place = format!("{}{row}", char::from(b"ABCDEF"[column]));
    let mut runs = String::new();
    for (at, stretch) in stretches.iter().enumerate() {
        if stretch.text.is_empty() {
            continue;
        }
        let rest = code::following(stretches[at + 1..].iter().map(|stretch| stretch.text.as_str()));
        let text = escape(&code::encode_before(&stretch.text, &rest)).replace('\n', "&#10;");
        let colour = match stretch.look {
            Dress::Code => {
                "<rPr><color rgb=\"FF8A5A00\"/><sz val=\"11\"/><rFont val=\"Calibri\"/></rPr>"
            }
            Dress::Changed => {
                "<rPr><b/><color rgb=\"FF9A1B1B\"/><sz val=\"11\"/><rFont val=\"Calibri\"/></rPr>"
            }
            _ => "",
        };
        runs += &format!(r#"<r>{colour}<t xml:space="preserve">{text}</t></r>"#);
    }
    if let [Stretch { text, look: Dress::Plain }] = stretches
        && !text.is_empty()
    {
        let text = escape(&code::encode(text)).replace('\n', "&#10;");
        runs = format!(r#"<t xml:space="preserve">{text}</t>"#);
    }
    if runs.is_empty() {
        return format!(r#"<c r="{place}" s="{look}"/>"#);
    }
    format!(r#"<c r="{place}" s="{look}" t="inlineStr"><is>{runs}</is></c>"#)
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const WORKBOOK_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// Number format 49 keeps what somebody types a text: no date, no number, no formula.
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FF3B4350"/><name val="Calibri"/></font><font><sz val="8"/><color rgb="FF9AA1AB"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFD4D8DE"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="fill" vertical="top"/></xf></cellXfs></styleSheet>"#;

//! Texts and numbers as an Excel workbook of one sheet, to be worked on with.

use super::office::code;
use super::office::word::escape;
use super::xlsx::{HEAD, TEXT, packed, workbook};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    Text(String),
    Number(f64),
}

/// The style of numbers.
const NUMBER: usize = 0;
/// How wide a column is, in characters.
const WIDTH: usize = 16;

/// The workbook of a table; no cell of it is a formula.
pub fn table(name: &str, heads: &[String], rows: &[Vec<TableCell>]) -> Vec<u8> {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut xml = String::from(r#"<row r="1">"#);
    for (column, head) in heads.iter().enumerate() {
        xml += &text(&place(column, 1), HEAD, head);
    }
    xml += "</row>";
    for (number, cells) in (2..).zip(rows) {
        xml += &format!(r#"<row r="{number}">"#);
        for (column, cell) in cells.iter().enumerate() {
            let place = place(column, number);
            xml += &match cell {
                TableCell::Text(words) => text(&place, TEXT, words),
                TableCell::Number(value) => {
                    format!(r#"<c r="{place}" s="{NUMBER}"><v>{value}</v></c>"#)
                }
            };
        }
        xml += "</row>";
    }
    let last = heads.len();
    packed(
        &workbook(&name, ""),
        &format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="{last}" width="{WIDTH}" customWidth="1"/></cols><sheetData>{xml}</sheetData></worksheet>"#
        ),
    )
}

/// The name of a cell; no table has more columns than letters.
fn place(column: usize, row: usize) -> String {
    let letter = (b'A'..=b'Z').nth(column).map_or('Z', char::from);
    format!("{letter}{row}")
}

fn text(place: &str, look: usize, words: &str) -> String {
    let words = escape(&code::encode(words)).replace('\n', "&#10;");
    format!(
        r#"<c r="{place}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>"#
    )
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::{TableCell, table};

    #[test]
    fn numbers_are_numbers_and_texts_are_no_formulas() {
        let rows = [vec![TableCell::Text("=1+1 <b>".to_owned()), TableCell::Number(2.5)]];
        let bytes = table("a grid", &["One".to_owned(), "Two".to_owned()], &rows);
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("is an archive");
        let mut sheet = String::new();
        let mut file = archive.by_name("xl/worksheets/sheet1.xml").expect("has a sheet");
        file.read_to_string(&mut sheet).expect("is text");
        assert!(sheet.contains("<c r=\"B2\" s=\"0\"><v>2.5</v></c>"), "{sheet}");
        assert!(sheet.contains("=1+1 &lt;b&gt;</t>"), "{sheet}");
        assert!(!sheet.contains("<f>"), "{sheet}");
    }
}

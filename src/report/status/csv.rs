//! `status` for spreadsheets: RFC 4180, with a header in English.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{StatusRow, StatusTable};
use crate::model::Danger;
use crate::report::Screen;
use crate::report::counts::Tally;
use crate::report::layout::printable;

/// Writes the report in this format.
pub fn write(progress: &StatusTable, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_record(&header(), out)?;
    progress.rows.iter().try_for_each(|row| write_record(&record(row), out))
}

fn header() -> Vec<String> {
    let mut header =
        ["article", "target", "source_path", "catalog_path"].map(String::from).to_vec();
    for unit in ["segments", "words"] {
        header.extend(Tally::default().parts().map(|(part, _)| format!("{unit}_{part}")));
    }
    header.extend(Danger::ALL.map(|danger| format!("stale_{}", danger.name())));
    header.extend(["orphans", "complete", "withdrawn", "extra"].map(String::from));
    header.extend(["unreviewed", "published"].map(String::from));
    header
}

fn record(row: &StatusRow) -> Vec<String> {
    let texts = [&row.article, &row.target, &row.source_path, &row.catalog_path];
    let mut record = texts.map(|text| quoted(text).into_owned()).to_vec();
    for tally in [row.counts.segments, row.counts.words] {
        record.extend(tally.parts().map(|(_, count)| count.to_string()));
    }
    let dangers = row.counts.stale_by_severity;
    record.extend(Danger::ALL.map(|danger| dangers.of(danger).to_string()));
    record.extend([row.counts.orphans.to_string(), row.counts.is_complete().to_string()]);
    let counts = [row.counts.withdrawn, row.counts.extra, row.counts.unreviewed];
    record.extend(counts.map(|count| count.to_string()));
    record.push(row.published.name().to_owned());
    record
}

fn write_record(cells: &[String], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}\r\n", cells.join(","))
}

/// Signs that make a formula of a cell.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// The cell as text: no command to a terminal, and nothing that a spreadsheet would work out.
fn quoted(cell: &str) -> Cow<'_, str> {
    let cell = printable(cell);
    if cell.starts_with(FORMULA) {
        return Cow::Owned(format!("\"'{}\"", cell.replace('"', "\"\"")));
    }
    if cell.contains(['"', ',']) {
        return Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")));
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_are_texts_and_no_commands() {
        assert_eq!(quoted("news"), "news");
        assert_eq!(quoted("a,b"), "\"a,b\"");
        assert_eq!(quoted("\"a\""), "\"\"\"a\"\"\"");
        assert_eq!(quoted("a\nb"), "a b");
        assert_eq!(quoted("a\u{1b}b"), "a\u{fffd}b");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("-dash"), "\"'-dash\"");
    }
}

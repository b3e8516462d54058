//! Tables as spreadsheets open them: comma- or tab-separated, a row a segment.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe, which goes again on
//! the way back.

use std::io::{self, Write};

use csv::{ByteRecord, ReaderBuilder, WriterBuilder};

use super::{Delivery, ExchangeFormat, Parcel, ReadFault, Ripeness, Slip, Tag};
use crate::l10n::message;
use crate::text::figures::Languages;

/// Comma-separated values.
pub const CSV: ExchangeFormat = ExchangeFormat {
    name: "csv",
    extension: "csv",
    carries_matches: false,
    write: |parcel, out| write(parcel, b',', out),
    read,
    recognises: |text| separator(text).is_some_and(|separator| separator != b'\t'),
};

/// Tab-separated values.
pub const TSV: ExchangeFormat = ExchangeFormat {
    name: "tsv",
    extension: "tsv",
    carries_matches: false,
    write: |parcel, out| write(parcel, b'\t', out),
    read,
    recognises: |text| separator(text) == Some(b'\t'),
};

/// The columns, in the order that translators know; what is ours stands last.
const COLUMNS: [&str; 6] = ["id", "source", "target", "comment", "state", "tolmach"];

/// Without the mark spreadsheets take Cyrillic for another encoding.
const MARK: &[u8] = "\u{feff}".as_bytes();

fn write(parcel: &Parcel<'_>, separator: u8, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(MARK)?;
    let mut table = WriterBuilder::new().delimiter(separator).from_writer(out);
    table.write_record(COLUMNS)?;
    for slip in &parcel.slips {
        let tag = slip.tag.as_ref();
        let notes = slip.notes.join("\n");
        table.write_record([
            tag.map_or("", |tag| tag.segment.as_str()),
            &guarded(&slip.source),
            &guarded(&slip.target),
            &guarded(&notes),
            slip.ripeness.name(),
            &tag.map(Tag::line).unwrap_or_default(),
        ])?;
    }
    table.flush()
}

/// Whether a spreadsheet would take a cell for a formula, however many apostrophes stand before it.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A cell that no spreadsheet takes for a formula.
pub fn guarded(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// What such a cell says.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(bare) if is_formula(bare) => bare,
        _ => text,
    }
}

/// The separator under which the first line names a source and a translation.
fn separator(text: &str) -> Option<u8> {
    let head = text.lines().next()?;
    let named = head.strip_prefix("sep=").and_then(|named| named.bytes().next());
    let head = if named.is_some() { text.lines().nth(1)? } else { head };
    let mut separators = named.into_iter().chain([b',', b';', b'\t', b'|']);
    separators.find(|separator| {
        let cells: Vec<&str> = head.split(char::from(*separator)).collect();
        let has = |column| cells.iter().any(|cell| self::column(cell) == Some(column));
        has(Column::Source) && has(Column::Target)
    })
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Source,
    Target,
    Comment,
    State,
    Tag,
    Document,
    Id,
}

fn column(name: &str) -> Option<Column> {
    let name = name.trim_matches(|c: char| c == '"' || c == '\u{feff}' || c.is_whitespace());
    Some(match name.to_lowercase().as_str() {
        "source" | "source text" => Column::Source,
        "target" | "target text" | "translation" => Column::Target,
        "comment" | "comments" | "note" | "notes" => Column::Comment,
        "state" | "status" => Column::State,
        "tolmach" => Column::Tag,
        "article" | "location" | "file" => Column::Document,
        "id" => Column::Id,
        _ => return None,
    })
}

fn read(text: &str, _: Languages<'_>) -> Result<Delivery, ReadFault> {
    let whole = text;
    let text = text.trim_start_matches('\u{feff}');
    let separator = separator(text).unwrap_or(b',');
    let text = match text.strip_prefix("sep=") {
        Some(rest) => rest.split_once('\n').map_or("", |(_, rest)| rest),
        None => text,
    };
    let skipped = whole.len() - text.len();
    let mut lines = LineCount { whole, at: 0, line: 1 };
    let mut rows = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut columns, mut delivery) = (None, Delivery::default());
    let mut row = ByteRecord::new();
    loop {
        let offset = skipped + usize::try_from(rows.position().byte()).unwrap_or(0);
        let more = rows.read_byte_record(&mut row).map_err(|err| ReadFault {
            words: Some(err.to_string()),
            ..ReadFault::new(offset, message!("error-exchange-table"))
        })?;
        if !more {
            break;
        }
        let end = skipped + usize::try_from(rows.position().byte()).unwrap_or(0);
        if end >= whole.len() && is_open(&whole[offset..], &row) {
            return Err(ReadFault::new(offset, message!("error-exchange-quote")));
        }
        let cells: Vec<&str> =
            row.iter().map(|cell| str::from_utf8(cell).unwrap_or_default()).collect();
        let Some(columns) = &columns else {
            let named: Vec<Option<Column>> = cells.iter().map(|cell| column(cell)).collect();
            if named.iter().filter(|one| **one == Some(Column::Target)).count() > 1 {
                return Err(ReadFault::new(offset, message!("error-exchange-targets")));
            }
            columns = Some(named);
            continue;
        };
        let line = lines.of_row(offset);
        for (index, cell) in cells.iter().enumerate() {
            if columns.get(index).is_none_or(Option::is_none) {
                delivery.strays.add(&line.to_string(), unguarded(cell));
            }
        }
        let slip = slip(columns, &cells, line);
        if !slip.source.is_empty() || !slip.target.is_empty() || slip.tag.is_some() {
            delivery.add(slip, offset)?;
        } else {
            for note in &slip.notes {
                delivery.strays.add(&line.to_string(), note);
            }
        }
    }
    Ok(delivery)
}

/// Counts the lines of a table on the way.
struct LineCount<'t> {
    whole: &'t str,
    at: usize,
    line: usize,
}

impl LineCount<'_> {
    /// The line in which a row begins that was read from this byte on: line ends and empty lines before it are passed.
    fn of_row(&mut self, offset: usize) -> usize {
        let rest = &self.whole[offset..];
        let start = offset + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.line += self.whole[self.at..start].matches('\n').count();
        self.at = start;
        self.line
    }
}

/// Whether the last row ends within quotation marks: all lines since then are one cell.
fn is_open(row: &str, cells: &ByteRecord) -> bool {
    let is_even = row.bytes().filter(|byte| *byte == b'"').count().is_multiple_of(2);
    !is_even && cells.iter().any(|cell| cell.contains(&b'\n'))
}

fn slip(columns: &[Option<Column>], cells: &[&str], line: usize) -> Slip {
    let mut slip = Slip { line, ripeness: Ripeness::Translated, ..Slip::default() };
    for (column, cell) in columns.iter().zip(cells) {
        let text = unguarded(cell);
        match column {
            Some(Column::Source) => text.clone_into(&mut slip.source),
            Some(Column::Target) => text.clone_into(&mut slip.target),
            Some(Column::Comment) if !text.trim().is_empty() => slip.notes.push(text.to_owned()),
            Some(Column::State) => {
                slip.ripeness = Ripeness::by_name(text).unwrap_or(slip.ripeness);
            }
            Some(Column::Tag) => {
                let mut tags = Tag::all(text).into_iter();
                slip.tag = tags.next();
                slip.joined = tags.collect();
            }
            Some(Column::Document) => text.clone_into(&mut slip.document),
            Some(Column::Comment | Column::Id) | None => {}
        }
    }
    slip
}

#[cfg(test)]
mod tests {
    use super::{CSV, TSV, guarded, unguarded};
    use crate::formats::exchange::testing::{BOTH, brought};

    #[test]
    fn either_separator_is_found_by_the_heading() {
        for separator in [",", ";", "\t"] {
            let text = format!("Source{separator}\"Target\"\r\n\"Да, нет\"{separator}Yes\r\n");
            let slips = (CSV.read)(&text, BOTH).unwrap().slips;
            assert_eq!((&*slips[0].source, &*slips[0].target), ("Да, нет", "Yes"));
            assert_eq!((TSV.recognises)(&text), separator == "\t");
        }
        let named = "sep=;\nsource;target\nДа;Yes\n";
        assert_eq!(brought(&CSV, named)[0].target, "Yes");
        assert_eq!(brought(&CSV, named)[0].line, 3);
        assert!(!(CSV.recognises)("Просто текст, в нём запятая.\n"));
    }

    #[test]
    fn no_cell_is_a_formula_and_every_cell_comes_back() {
        for text in ["=1+1", "-5", "+7", "@a", "'=x", "''-", "'так'", "\t", "a=b", "'"] {
            let cell = guarded(text);
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
            assert_eq!(unguarded(&cell), text);
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_refused_with_its_row() {
        let text = "source,target\nДа,Yes\nНет,\"No\nНе знаю,Not sure\nМожет,Maybe\n";
        let fault = (CSV.read)(text, BOTH).unwrap_err();
        assert!(text[fault.offset..].starts_with("Нет"));
        for whole in ["source,target\nДа,5\" pipe\n", "source,target\nДа,\"Yes\nno \"\"x\"\"\"\n"]
        {
            assert!((CSV.read)(whole, BOTH).is_ok(), "{whole}");
        }
    }

    #[test]
    fn a_row_stands_in_the_line_that_an_editor_shows() {
        for end in ["\n", "\r\n"] {
            let rows = ["\u{feff}source,target", "Да,Yes", "", "Нет,\"No", "no\"", "Ой,Oh", ""];
            let slips = brought(&CSV, &rows.join(end));
            let lines: Vec<usize> = slips.iter().map(|slip| slip.line).collect();
            assert_eq!(lines, [2, 4, 6], "{end:?}");
        }
    }

    #[test]
    fn words_outside_the_known_columns_are_handed_up() {
        let text = "id,source,target,Remarks\n1,Да,Yes,Ask Anna\n2,Нет,No,,late\n,,,below\n";
        let delivery = (CSV.read)(text, BOTH).unwrap();
        let words = delivery.strays.words.iter().map(|one| format!("{}: {}", one.place, one.text));
        let words: Vec<_> = words.collect();
        assert_eq!(words, ["2: Ask Anna", "3: late", "4: below"]);
        assert_eq!(delivery.slips.len(), 2);
    }

    #[test]
    fn two_columns_of_translations_and_endless_rows_are_refused() {
        assert!((CSV.read)("source,target,Translation\nДа,Yes,Yep\n", BOTH).is_err());
        let rows = |count: usize| format!("source,target\n{}", "a,b\n".repeat(count));
        assert_eq!((CSV.read)(&rows(300_000), BOTH).unwrap().slips.len(), 300_000);
        assert!((CSV.read)(&rows(300_001), BOTH).is_err());
    }
}

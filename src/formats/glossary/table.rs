//! Terms as a table: a heading, then a row a term; several texts of a cell are parted by bars.

use csv::{ByteRecord, ReaderBuilder, WriterBuilder};

use super::Brought;
use super::columns::{TermColumn, column};
use super::entry::{WordKind, add, is_term};
use crate::formats::exchange::{ReadFault, guarded, unguarded};
use crate::l10n::message;
use crate::terms::{Term, TermWords};
use crate::text::figures::Languages;

/// What parts several texts of one cell.
const BAR: char = '|';
/// Without the mark spreadsheets take Cyrillic for another encoding.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// All terms as comma-separated values.
pub fn write(terms: &[&Term], languages: Languages<'_>) -> Vec<u8> {
    let mut tags: Vec<&str> = vec![languages.source, languages.target];
    for term in terms {
        let all = [&term.full, &term.short, &term.forbidden];
        for tag in all.into_iter().flat_map(TermWords::keys) {
            if !tags.contains(&tag.as_str()) {
                tags.push(tag);
            }
        }
    }
    let mut table = WriterBuilder::new().from_writer(MARK.to_vec());
    let headings = ["", "short ", "forbidden "]
        .into_iter()
        .flat_map(|kind| tags.iter().map(move |tag| format!("{kind}{tag}")));
    let rest = ["context", "near", "do_not_translate", "part_of_speech", "note", "owner", "date"];
    let headings: Vec<String> = headings.chain(rest.map(str::to_owned)).collect();
    // A table in memory takes every row.
    _ = table.write_record(&headings);
    for term in terms {
        _ = table.write_record(row(term, &tags));
    }
    table.into_inner().unwrap_or_default()
}

fn row(term: &Term, tags: &[&str]) -> Vec<String> {
    let mut cells = Vec::new();
    for words in [&term.full, &term.short, &term.forbidden] {
        for tag in tags {
            cells.push(words.get(*tag).map(|texts| joined(texts)).unwrap_or_default());
        }
    }
    cells.extend([joined(&term.context), joined(&term.near)]);
    cells.push(if term.do_not_translate { "yes".to_owned() } else { String::new() });
    let optional = [&term.part_of_speech, &term.note, &term.owner, &term.date];
    cells.extend(optional.map(|text| text.clone().unwrap_or_default()));
    cells.iter().map(|cell| guarded(cell)).collect()
}

fn joined(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| text.replace(BAR, "\\|")).collect();
    texts.join(" | ")
}

fn parted(cell: &str) -> Vec<String> {
    let whole = cell.replace("\\|", "\u{0}");
    let texts = whole.split(BAR).map(|text| text.trim().replace('\u{0}', "|"));
    texts.filter(|text| !text.is_empty()).collect()
}

/// The terms of a table whose heading names languages, or of two columns without one.
pub fn read(text: &str, languages: Languages<'_>) -> Result<Brought, ReadFault> {
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    let separators = [b',', b';', b'\t'];
    let columns_of = |separator: u8| -> Vec<Option<TermColumn>> {
        head.split(char::from(separator)).map(|cell| column(cell, languages)).collect()
    };
    let names_words = |columns: &Vec<Option<TermColumn>>| {
        columns.iter().flatten().any(|one| matches!(one, TermColumn::Words(WordKind::Full, _)))
    };
    let named = separators.into_iter().find(|separator| names_words(&columns_of(*separator)));
    let (separator, columns) = match named {
        Some(separator) => (separator, columns_of(separator)),
        // Lists of terms without a heading are parted by tabs.
        None if head.contains('\t') => (b'\t', plain(languages)),
        None => return Err(ReadFault::new(0, message!("error-terms-columns"))),
    };
    let mut rows = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(named.is_some())
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut brought = Brought::default();
    let mut row = ByteRecord::new();
    loop {
        let offset = usize::try_from(rows.position().byte()).unwrap_or(0);
        let more = rows.read_byte_record(&mut row).map_err(|err| ReadFault {
            words: Some(err.to_string()),
            ..ReadFault::new(offset, message!("error-exchange-table"))
        })?;
        if !more {
            return Ok(brought);
        }
        let cells = row.iter().map(|cell| str::from_utf8(cell).unwrap_or_default());
        match term(&columns, cells) {
            Some(term) => brought.terms.push(term),
            None => brought.empty += 1,
        }
    }
}

/// The columns of a list without a heading: source, target, comment.
fn plain(languages: Languages<'_>) -> Vec<Option<TermColumn>> {
    let words = |tag: &str| Some(TermColumn::Words(WordKind::Full, tag.to_owned()));
    vec![words(languages.source), words(languages.target), Some(TermColumn::Note)]
}

fn term<'c>(columns: &[Option<TermColumn>], cells: impl Iterator<Item = &'c str>) -> Option<Term> {
    let mut term = Term::default();
    for (column, cell) in columns.iter().zip(cells) {
        let text = unguarded(cell.trim());
        if text.is_empty() {
            continue;
        }
        let some = || Some(text.to_owned());
        match column {
            Some(TermColumn::Words(kind, tag)) => {
                for text in parted(text) {
                    add(&mut term, *kind, tag, &text);
                }
            }
            Some(TermColumn::Context) => term.context = parted(text),
            Some(TermColumn::Near) => term.near = parted(text),
            Some(TermColumn::DoNotTranslate) => term.do_not_translate = is_yes(text),
            Some(TermColumn::PartOfSpeech) => term.part_of_speech = some(),
            Some(TermColumn::Note) => term.note = some(),
            Some(TermColumn::Owner) => term.owner = some(),
            Some(TermColumn::Date) => term.date = some(),
            None => {}
        }
    }
    is_term(&term).then_some(term)
}

fn is_yes(text: &str) -> bool {
    ["yes", "true", "1", "x"].contains(&text.to_lowercase().as_str())
}

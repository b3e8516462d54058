//! The box at the end of a page to approve: which choice is marked, by whom and when.

use crate::formats::exchange::{Approval, ApprovalChoice};
use crate::formats::office::register::FileTable;
use crate::l10n::{LOCALES, Localizer, Message, message};

/// The choices as they stand in the box.
const CHOICES: [ApprovalChoice; 3] =
    [ApprovalChoice::Approved, ApprovalChoice::WithChanges, ApprovalChoice::Refused];

/// Whether a table is the box.
pub fn is_box(table: &FileTable) -> bool {
    let head = head(table);
    LOCALES.iter().any(|locale| words(&Localizer::new(locale), "head") == head)
}

/// The first line of the table; what somebody wrote below it is a remark.
fn head(table: &FileTable) -> String {
    let text = table.records.first().map_or("", |record| record.text(0));
    text.trim().lines().next().unwrap_or_default().trim().to_owned()
}

/// What people wrote into the box that is no decision, name or date.
pub fn remarks(table: &FileTable) -> Vec<&str> {
    let mut found = Vec::new();
    for (index, record) in table.records.iter().enumerate() {
        for cell in &record.cells {
            // The choices stand below each other.
            if index != 1 {
                found.extend(cell.text.trim().lines().skip(1));
            }
            found.extend(cell.remarks.iter().map(|remark| remark.text.as_str()));
        }
    }
    found
}

/// What the box says; nothing where the table is none, or nobody has decided yet.
pub fn read(table: &FileTable) -> Option<Approval> {
    let head = head(table);
    let l10n = LOCALES.iter().map(Localizer::new).find(|l10n| words(l10n, "head") == head)?;
    let choice = choice(&l10n, table.records.get(1)?.text(0))?;
    let fields: Vec<&str> =
        table.records.iter().skip(2).flat_map(|row| &row.cells).map(|cell| &*cell.text).collect();
    let field = |label: &str| {
        let label = words(&l10n, label);
        let filled = fields.iter().find_map(|text| text.trim_start().strip_prefix(label.as_str()));
        let line = filled.and_then(|filled| filled.trim().lines().next()).unwrap_or_default();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    Some(Approval { choice, name: field("name"), date: field("date") })
}

fn words(l10n: &Localizer, part: &str) -> String {
    let message: Message = match part {
        "head" => message!("docx-verdict"),
        "name" => message!("docx-name"),
        _ => message!("docx-date"),
    };
    l10n.text(&message)
}

/// The choice that is marked, or the only one that was left.
fn choice(l10n: &Localizer, text: &str) -> Option<ApprovalChoice> {
    let named = [
        l10n.text(&message!("docx-approved")),
        l10n.text(&message!("docx-approved-with-changes")),
        l10n.text(&message!("docx-refused")),
    ];
    let (mut marked, mut left) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let found = (0..3).filter(|at| line.contains(&named[*at]));
        let Some(at) = found.max_by_key(|at| named[*at].len()) else { continue };
        left.push(CHOICES[at]);
        let (before, after) = line.split_once(&named[at]).unwrap_or_default();
        let mark = format!("{before}{after}");
        let is_empty = |c: char| c.is_whitespace() || "☐□[]()_.".contains(c);
        if !mark.chars().all(is_empty) {
            marked.push(CHOICES[at]);
        }
    }
    match (&marked[..], &left[..]) {
        ([one], _) | ([], [one]) => Some(*one),
        ([], _) => None,
        _ => Some(ApprovalChoice::Unclear),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::formats::exchange::ApprovalChoice::{Approved, Refused, Unclear, WithChanges};
    use crate::formats::office::register::{CellContent, FileTable, TableRow};

    fn table(rows: &[&[&str]]) -> FileTable {
        let cell = |text: &&str| CellContent { text: (*text).to_owned(), ..CellContent::default() };
        let row = |cells: &&[&str]| TableRow {
            cells: cells.iter().map(cell).collect(),
            ..TableRow::default()
        };
        FileTable { records: rows.iter().map(row).collect(), ..FileTable::default() }
    }

    fn english(choices: &str) -> FileTable {
        table(&[&["Decision"], &[choices], &["Name: Anna  Orlova", "Date:\n2.12.2026"]])
    }

    #[test]
    fn the_marked_choice_counts_however_it_is_marked() {
        let rest = "Approved with the changes made above\n☐  Refused";
        let cases = [
            (format!("☒  Approved\n☐  {rest}"), Some(Approved)),
            (format!("☐ x Approved\n☐  {rest}"), Some(Approved)),
            (format!("☐  Approved\n✓  {rest}"), Some(WithChanges)),
            (
                "☐  Approved\n☐  Approved with the changes made above\n☐  Refused V".into(),
                Some(Refused),
            ),
            ("☐  Refused".to_owned(), Some(Refused)),
            (format!("☐  Approved\n☐  {rest}"), None),
            (format!("☒  Approved\n☒  {rest}"), Some(Unclear)),
        ];
        for (text, wanted) in cases {
            assert_eq!(read(&english(&text)).map(|read| read.choice), wanted, "{text}");
        }
        let read = read(&english("Approved")).unwrap();
        assert_eq!([&*read.name, &*read.date], ["Anna Orlova", "2.12.2026"]);
    }

    #[test]
    fn another_table_is_no_box() {
        assert_eq!(read(&table(&[&["Name"], &["☒ Approved"]])), None);
        assert_eq!(read(&table(&[])), None);
        let russian = table(&[&["Решение"], &["☒  Не согласовано"], &["Имя: Анна", "Дата:"]]);
        let _ = read(&russian);
    }
}

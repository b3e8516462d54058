//! A table as a word processor or a spreadsheet holds it, without its looks.

/// A table of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileTable {
    /// The sheet's name, where tables have names.
    pub name: String,
    pub records: Vec<TableRow>,
    /// What people wrote into the file beside this table and in no other: texts below it, remarks anywhere.
    pub outside: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// Its number in the file, from 1, as the program that wrote it counts.
    pub number: usize,
    pub cells: Vec<CellContent>,
    /// Names of the bookmarks that begin in it.
    pub bookmarks: Vec<String>,
    /// Whether somebody's recorded change put it there or took it out.
    pub is_revised: bool,
}

impl TableRow {
    /// The text of a cell; empty where the row is too short.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }

    /// Whether no cell holds anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty() && cell.remarks.is_empty())
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellContent {
    pub text: String,
    /// Text that only programs see.
    pub unseen: String,
    pub remarks: Vec<Remark>,
    /// Whether somebody's recorded changes are in it.
    pub is_revised: bool,
    /// Whether a spreadsheet holds it as a number: a date is the count of days then, a share a fraction.
    pub is_number: bool,
    /// Whether a formula stands in it that no program has counted.
    pub is_uncounted: bool,
}

/// What somebody remarked on the margin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    pub by: Option<String>,
    pub text: String,
}

/// A cell of a sheet: its column from 0, its row from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetPlace {
    pub column: usize,
    pub row: usize,
}

impl SheetPlace {
    /// The name that a spreadsheet gives it, such as `AB12`.
    pub fn name(self) -> String {
        let (mut letters, mut rest) = (String::new(), self.column + 1);
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        format!("{letters}{}", self.row)
    }
}

/// The column, from 0, of a place such as `AB12`.
pub fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).take(4);
    let number = letters.fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}

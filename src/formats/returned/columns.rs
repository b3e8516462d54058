//! Which column of a table holds what, by its heads, or else by where tickets stand.

use crate::formats::docx::heads;
use crate::formats::office::register::{FileTable, TableRow};
use crate::l10n::{LOCALES, Localizer, message};

/// Where what a translator needs stands, by columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    pub source: usize,
    pub target: usize,
    pub comment: Option<usize>,
    pub state: Option<usize>,
    pub id: Option<usize>,
    pub base: Option<usize>,
}

impl Columns {
    /// Whether what stands in a column is looked at, or is tolmach's own.
    pub fn is_known(&self, column: usize) -> bool {
        let named = [self.comment, self.state, self.id, self.base];
        [self.source, self.target].contains(&column) || named.contains(&Some(column))
    }
}

/// The heads in no language but tolmach's own.
const WORDS: [&str; 6] = ["id", "source", "target", "comment", "state", "base"];

/// Heads in all languages of the interface: for each its column and its words in lower case.
pub struct Heads {
    words: Vec<[String; 6]>,
    /// What pages say where there is no translation.
    nothing: Vec<String>,
}

impl Heads {
    /// All that tolmach writes.
    pub fn new() -> Self {
        let mut words = vec![WORDS.map(str::to_owned)];
        let mut nothing = Vec::new();
        for locale in LOCALES {
            let l10n = Localizer::new(locale);
            words.push(heads().map(|head| l10n.text(&head).to_lowercase()));
            nothing.push(l10n.text(&message!("web-no-translation")));
        }
        Self { words, nothing }
    }

    /// Whether a text only says that there is none.
    pub fn says_nothing(&self, text: &str) -> bool {
        self.nothing.iter().any(|words| words == text.trim())
    }

    /// The columns of a table whose heads stand in this row.
    pub fn columns(&self, record: &TableRow) -> Option<Columns> {
        let place = |head: usize| {
            let is_head = |text: &str| self.words.iter().any(|words| words[head] == text);
            record.cells.iter().position(|cell| is_head(cell.text.trim().to_lowercase().as_str()))
        };
        let (source, target) = (place(1)?, place(2)?);
        let (comment, state) = (place(3), place(4));
        Some(Columns { source, target, comment, state, id: place(0), base: place(5) })
    }
}

/// The columns of a table that lost its heads, by how many there are.
pub fn usual(register: &FileTable) -> Columns {
    let widest = register.records.iter().map(|record| record.cells.len()).max().unwrap_or_default();
    let is_wide = widest > 3;
    Columns {
        source: 1,
        target: 2,
        comment: is_wide.then_some(3),
        state: is_wide.then_some(4),
        id: Some(0),
        base: is_wide.then_some(5),
    }
}

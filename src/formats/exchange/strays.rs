//! Words of a person that stand in a file where no translation, state or remark is looked for.

use crate::model::is_blank;

/// The most of them that are kept; the others are counted.
const MOST: usize = 100;

/// Words and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrayWords {
    /// The cell, the row or the line, as the program that shows the file counts; empty where none is known.
    pub place: String,
    pub text: String,
}

/// All such words of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strays {
    /// The first of them.
    pub words: Vec<StrayWords>,
    /// How many there are.
    pub count: usize,
}

impl Strays {
    /// Adds a text, unless it says nothing.
    pub fn add(&mut self, place: &str, text: &str) {
        if is_blank(text) {
            return;
        }
        self.count += 1;
        if self.words.len() < MOST {
            let (place, text) = (place.to_owned(), text.trim().to_owned());
            self.words.push(StrayWords { place, text });
        }
    }
}

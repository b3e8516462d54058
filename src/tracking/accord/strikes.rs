//! Words struck out: a stroke over one text asks for one over the other.

use super::{Alone, Discord, Edits, TextEdit};
use crate::text::struck::struck_words;

/// Holds what both edits strike out, or leave standing again, against each other.
pub fn settle(edits: &Edits<'_>, discord: &mut Discord) {
    let (source, target) = (Strokes::new(edits.source), Strokes::new(edits.target));
    if source.change() != 0 && source.change().signum() != target.change().signum() {
        discord.unanswered.extend(source.word);
    } else if target.change() != 0 && source.change() == 0 && target.now != source.now {
        discord.alone.extend(target.word.map(Alone::Changed));
    }
}

/// Whether a text has words struck out, before and after its edit: 1 or 0.
struct Strokes {
    before: i32,
    now: i32,
    /// What is struck in one of the texts.
    word: Option<String>,
}

impl Strokes {
    fn new(edit: TextEdit<'_>) -> Self {
        let [old, new] = [edit.before, edit.after].map(struck_words);
        let (before, now) = (i32::from(!old.is_empty()), i32::from(!new.is_empty()));
        let word = new.first().or(old.first()).map(ToString::to_string);
        Self { before, now, word }
    }

    fn change(&self) -> i32 {
        self.now - self.before
    }
}

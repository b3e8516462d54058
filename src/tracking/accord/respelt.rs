//! Words that both sides only write otherwise: «Giterminism» is «гитерминизм» now, and `giterminism`.

use super::{Edits, TextEdit, discord};
use crate::text::words::{Token, tokens};

/// Whether each new word of the source is a new one of the translation, and no fact says otherwise.
pub fn is_respelt(edits: &Edits<'_>) -> bool {
    let (came, answers) = (new(edits.source), new(edits.target));
    let is_answered = |word: &&str| answers.iter().any(|other| edits.answers.is(word, other));
    !came.is_empty() && came.iter().all(is_answered) && discord(edits).unanswered.is_empty()
}

/// The words that the text has only since it was edited, capitals told apart.
fn new(edit: TextEdit<'_>) -> Vec<&str> {
    let words = |text| tokens(text).filter(Token::is_wordlike).map(|token| token.text);
    let before: Vec<&str> = words(edit.before).collect();
    words(edit.after).filter(|word| !before.contains(word)).collect()
}

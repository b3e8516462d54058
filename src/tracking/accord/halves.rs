//! Edits of which only a half was followed: the source lost or gained words in two places, the translation in one.
//!
//! Which word answers to which need not be known for that: where both sides only lost words, or only gained
//! some, the translation has to do so in as many places, or with as many words.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::{Edits, TextEdit};
use crate::text::vocabulary::plain;
use crate::text::words::{TokenKind, tokens};
use crate::tracking::change::{ContentWord, MovedWords};

/// A word of the source's edit that the translation's edit has no room for.
pub fn left_over(edits: &Edits<'_>, source: &MovedWords, target: &MovedWords) -> Option<String> {
    let (ours, theirs) = match (source.come.is_empty(), target.come.is_empty()) {
        (true, true) => (&source.gone, &target.gone),
        (false, false) if source.gone.is_empty() && target.gone.is_empty() => {
            (&source.come, &target.come)
        }
        _ => return None,
    };
    let ours: Vec<&ContentWord> = ours.iter().filter(|word| word.is_open).collect();
    if theirs.is_empty() || ours.len() <= theirs.len() {
        return None;
    }
    let places =
        (places(edits.source, &ours), places(edits.target, &theirs.iter().collect::<Vec<_>>()));
    if places.0 <= places.1 {
        return None;
    }
    let is_answered =
        |word: &ContentWord| theirs.iter().any(|one| edits.answers.is(&word.form, &one.form));
    let left = ours.iter().find(|word| !is_answered(word)).or(ours.last());
    left.map(|word| word.form.clone())
}

/// In how many places an edit takes out or puts in these words.
fn places(edit: TextEdit<'_>, moved: &[&ContentWord]) -> usize {
    let words = |text| -> Vec<String> {
        let words = tokens(text).filter(|token| token.kind == TokenKind::Word);
        words.map(|token| plain(token.text).into_owned()).collect()
    };
    let (before, after) = (words(edit.before), words(edit.after));
    let has_one = |words: &[String]| {
        words.iter().any(|word| moved.iter().any(|one| plain(&one.form) == word.as_str()))
    };
    let mut count = 0;
    for operation in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let (tag, old, new) = operation.as_tag_tuple();
        let is_place = tag != DiffTag::Equal && (has_one(&before[old]) || has_one(&after[new]));
        count += usize::from(is_place);
    }
    count
}

//! The word diff of two texts.

use similar::{Algorithm, ChangeTag, DiffTag, capture_diff_slices};

use crate::model::{Edit, Piece};
use crate::text::words::tokens;

/// With more combinations than this, what differs is taken as replaced whole.
const COMBINATIONS: usize = 4_000_000;

/// Old and new text cut into kept, removed and inserted pieces that join to the texts exactly.
pub fn diff(old: &str, new: &str) -> Vec<Piece> {
    let [old, new] =
        [old, new].map(|text| tokens(text).map(|token| token.text).collect::<Vec<_>>());
    let front = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[front..], &new[front..]);
    let back = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    let (old_middle, new_middle) =
        (&old_rest[..old_rest.len() - back], &new_rest[..new_rest.len() - back]);
    let mut pieces = Pieces::default();
    pieces.add(Edit::Kept, &old[..front]);
    if old_middle.len().saturating_mul(new_middle.len()) > COMBINATIONS {
        pieces.add(Edit::Removed, old_middle);
        pieces.add(Edit::Inserted, new_middle);
    } else {
        pieces.compare(old_middle, new_middle);
    }
    pieces.add(Edit::Kept, &old_rest[old_rest.len() - back..]);
    pieces.finish()
}

/// A line that differs, with the words that do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Its number from 1 in the new text; a removed line has that of the next one.
    pub number: usize,
    pub pieces: Vec<Piece>,
}

/// The lines in which the texts differ, in order.
pub fn lines(old: &str, new: &str) -> Vec<DiffLine> {
    let [old, new] = [old, new].map(|text| text.lines().collect::<Vec<_>>());
    let mut lines = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, before, after) = operation.as_tag_tuple();
        if tag == DiffTag::Equal {
            continue;
        }
        for index in 0..before.len().max(after.len()) {
            let (was, is) = (before.start + index, after.start + index);
            let was = if was < before.end { old[was] } else { "" };
            let text = if is < after.end { new[is] } else { "" };
            lines.push(DiffLine { number: is.min(after.end) + 1, pieces: diff(was, text) });
        }
    }
    lines.retain(|line| line.pieces.iter().any(|piece| piece.edit != Edit::Kept));
    lines
}

/// Pieces so far; what was removed and inserted since the last kept piece waits to be joined.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    inserted: String,
    kept: String,
}

impl Pieces {
    fn compare(&mut self, old: &[&str], new: &[&str]) {
        for operation in capture_diff_slices(Algorithm::Myers, old, new) {
            for change in operation.iter_changes(old, new) {
                let edit = match change.tag() {
                    ChangeTag::Equal => Edit::Kept,
                    ChangeTag::Delete => Edit::Removed,
                    ChangeTag::Insert => Edit::Inserted,
                };
                self.add(edit, &[change.value()]);
            }
        }
    }

    fn add(&mut self, edit: Edit, texts: &[&str]) {
        if texts.is_empty() {
            return;
        }
        if edit == Edit::Kept {
            self.kept.extend(texts.iter().copied());
            return;
        }
        // A space alone between two changes would only tear them apart.
        if self.kept.chars().all(char::is_whitespace)
            && !(self.removed.is_empty() && self.inserted.is_empty())
        {
            self.removed.push_str(&self.kept);
            self.inserted.push_str(&self.kept);
            self.kept.clear();
        }
        if !self.kept.is_empty() {
            self.flush_changes();
            self.flush_kept();
        }
        let waiting = if edit == Edit::Removed { &mut self.removed } else { &mut self.inserted };
        waiting.extend(texts.iter().copied());
    }

    fn flush_changes(&mut self) {
        for (edit, text) in
            [(Edit::Removed, &mut self.removed), (Edit::Inserted, &mut self.inserted)]
        {
            if !text.is_empty() {
                self.done.push(Piece { edit, text: std::mem::take(text) });
            }
        }
    }

    fn flush_kept(&mut self) {
        let text = std::mem::take(&mut self.kept);
        if !text.is_empty() {
            self.done.push(Piece { edit: Edit::Kept, text });
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush_changes();
        self.flush_kept();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::{diff, lines};
    use crate::model::Edit;
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> String {
        let pieces = diff(old, new).into_iter().map(|piece| match piece.edit {
            Edit::Kept => piece.text,
            Edit::Removed => format!("[-{}-]", piece.text),
            Edit::Inserted => format!("[+{}+]", piece.text),
        });
        pieces.collect()
    }

    #[test]
    fn words_differ_whole() {
        assert_eq!(
            shown("Это было давно.", "Это не было недавно."),
            "Это [+не +]было [-давно-][+недавно+]."
        );
        assert_eq!(shown("a b c", "x y c"), "[-a b-][+x y+] c");
    }

    #[test]
    fn lines_that_differ_have_their_number() {
        let found: Vec<String> = lines("one\ntwo\nthree\n", "one\ntwo!\nthree\nfour\n")
            .into_iter()
            .map(|line| format!("{} {}", line.number, line.pieces.len()))
            .collect();
        assert_eq!(found, ["2 2", "4 1"]);
        assert!(lines("a\n", "a").is_empty());
    }

    proptest! {
        #[test]
        fn pieces_join_to_the_texts(old in "[аб .,1]{0,40}", new in "[аб .,1]{0,40}") {
            let side = |edit| -> String {
                let pieces = diff(&old, &new).into_iter();
                pieces.filter(|piece| piece.edit == Edit::Kept || piece.edit == edit).map(|piece| piece.text).collect()
            };
            prop_assert_eq!(side(Edit::Removed), old.clone());
            prop_assert_eq!(side(Edit::Inserted), new.clone());
        }
    }
}

//! Which words of a translation stand for what a change took out of the source.

use super::Lexicon;
use super::sounds::{likeness, sounds};
use super::tokens::{Sort, Tokenizer, WordToken};
use super::vocabulary::meanings;
use crate::model::{Change, Edit, Span};
use crate::text::numbers::numbers;
use crate::text::words::{TokenKind, tokens};

/// The least probability of a learnt translation that is shown.
const LEARNT: f32 = 0.2;
/// The least probability, either way, of one that needs no other witness.
const SURELY: f32 = 0.3;
/// Words of fewer letters stand for too much.
const SHORTEST: usize = 3;

/// The spans of `target` that answer to removed numbers, dates, names and words, in order.
pub fn touched(change: &Change, target: &str, lexicon: &Lexicon) -> Vec<Span> {
    let (old, removed) = before(change);
    let (from, into) = lexicon.tongues();
    let values: Vec<String> = numbers(&old, from.language())
        .into_iter()
        .filter(|number| is_removed(number.span, &removed))
        .map(|number| number.value)
        .collect();
    let words: Vec<Word> = words(&old, &from, |span| is_removed(span, &removed));
    let touched_numbers = numbers(target, into.language())
        .into_iter()
        .filter(|number| values.contains(&number.value))
        .map(|number| number.span);
    let answerer = Answerer { from: &from, into: &into, lexicon };
    let touched_words =
        places(target).filter(|(_, word)| answerer.answers(word, &words)).map(|(span, _)| span);
    let mut spans: Vec<Span> = touched_numbers.chain(touched_words).collect();
    spans.sort_unstable();
    spans.dedup_by(|next, kept| {
        let overlaps = next.start < kept.end;
        kept.end = if overlaps { kept.end.max(next.end) } else { kept.end };
        overlaps
    });
    spans
}

fn is_removed(span: Span, removed: &[Span]) -> bool {
    removed.iter().any(|removed| span.start < removed.end && removed.start < span.end)
}

/// The text before the change, and what of it was removed.
fn before(change: &Change) -> (String, Vec<Span>) {
    let (mut old, mut removed) = (String::new(), Vec::new());
    for piece in change.diff.iter().filter(|piece| piece.edit != Edit::Inserted) {
        let start = old.len();
        old.push_str(&piece.text);
        if piece.edit == Edit::Removed {
            removed.push(Span::new(start, old.len()));
        }
    }
    (old, removed)
}

/// A removed word by all that can answer to it.
struct Word {
    token: WordToken,
    sounds: Vec<u8>,
    is_name: bool,
}

fn words(old: &str, from: &Tokenizer, is_removed: impl Fn(Span) -> bool) -> Vec<Word> {
    let removed = places(old).filter(|(span, _)| is_removed(*span));
    let read = removed.filter_map(|(_, word)| {
        let token = from.tokens(word).into_iter().next()?;
        let is_name = word.starts_with(char::is_uppercase);
        Some(Word { sounds: sounds(&token.form), token, is_name })
    });
    read.collect()
}

/// The words of a text with their places, parts of hyphenated words each for itself.
fn places(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let words = tokens(text).filter(|token| token.kind == TokenKind::Word);
    words.flat_map(|token| {
        let start = token.span.start;
        token.text.split('-').scan(start, |at, part| {
            let span = Span::new(*at, *at + part.len());
            *at = span.end + 1;
            Some((span, part))
        })
    })
}

/// What tells whether a word of the translation stands for one that was removed.
struct Answerer<'a> {
    from: &'a Tokenizer,
    into: &'a Tokenizer,
    lexicon: &'a Lexicon,
}

impl Answerer<'_> {
    /// Whether the word answers to one of those removed.
    fn answers(&self, word: &str, removed: &[Word]) -> bool {
        let Some(token) = self.into.tokens(word).into_iter().next() else { return false };
        let heard = sounds(&token.form);
        for old in removed {
            let is_it = match (old.token.sort, token.sort) {
                (Sort::Word, Sort::Word) => {
                    let is_name = old.is_name && word.starts_with(char::is_uppercase);
                    is_name && likeness(&old.sounds, &heard) > 0.0
                        || word.chars().count() >= SHORTEST && self.translates(&old.token, &token)
                }
                (old_sort, sort) => old_sort == sort && old.token.key == token.key,
            };
            if is_it {
                return true;
            }
        }
        false
    }

    /// Whether the words translate each other, by what everybody knows or what was learnt.
    fn translates(&self, old: &WordToken, word: &WordToken) -> bool {
        means_the_same(old, word, self.from, self.into) || is_learnt(old, word, self.lexicon)
    }
}

/// Whether an everyday word has a meaning that the other has.
pub fn means_the_same(
    old: &WordToken,
    word: &WordToken,
    from: &Tokenizer,
    into: &Tokenizer,
) -> bool {
    let known = meanings(old, from);
    meanings(word, into).iter().any(|meaning| known.contains(meaning))
}

/// Whether the lexicon learnt that one word translates the other.
pub fn is_learnt(old: &WordToken, word: &WordToken, lexicon: &Lexicon) -> bool {
    let Some(stem) = lexicon.source.id(&old.key) else { return false };
    let Some(target) = lexicon.target.id(&word.key) else { return false };
    let entries = lexicon.entries.get(stem as usize).into_iter().flatten();
    entries.into_iter().any(|entry| entry.target == target && entry.ahead >= LEARNT)
}

/// Whether the lexicon learnt it beyond doubt.
pub fn is_surely_learnt(old: &WordToken, word: &WordToken, lexicon: &Lexicon) -> bool {
    let Some(stem) = lexicon.source.id(&old.key) else { return false };
    let Some(target) = lexicon.target.id(&word.key) else { return false };
    let entries = lexicon.entries.get(stem as usize).into_iter().flatten();
    let mut found = entries.filter(|entry| entry.target == target);
    found.any(|entry| entry.ahead.min(entry.back) >= SURELY)
}

/// Whether the lexicon learnt one name for another, and neither is ever written in the other script.
pub fn is_learnt_name(old: &WordToken, word: &WordToken, lexicon: &Lexicon) -> bool {
    let stems = (lexicon.source.id(&old.key), lexicon.target.id(&word.key));
    let (Some(source), Some(target)) = stems else { return false };
    is_learnt(old, word, lexicon) && !lexicon.is_spelt(source, target)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::touched;
    use crate::align::Lexicon;
    use crate::model::{Change, Danger, Edit, Piece};

    /// The target with what the change from `old` to `new` touches in brackets.
    fn marked(pieces: &[(Edit, &str)], target: &str) -> String {
        let piece = |(edit, text): &(Edit, &str)| Piece { edit: *edit, text: (*text).to_owned() };
        let diff = pieces.iter().map(piece).collect();
        let change = Change { danger: Danger::Critical, trigger: None, concern: None, diff };
        let mut text = target.to_owned();
        for span in touched(&change, target, &Lexicon::empty("ru", "en")).into_iter().rev() {
            text.insert(span.end, ']');
            text.insert(span.start, '[');
        }
        text
    }

    #[test]
    fn numbers_are_known_by_their_value() {
        let change = [(Edit::Kept, "Цена — "), (Edit::Removed, "2"), (Edit::Kept, " млн рублей.")];
        let target = "The price is 2 million rubles; 2 bids came.";
        assert_eq!(marked(&change, target), "The price is [2 million] rubles; 2 bids came.");
    }

    #[test]
    fn months_and_names_are_known() {
        let change =
            [(Edit::Removed, "Петров"), (Edit::Kept, " приехал 5 "), (Edit::Removed, "мая")];
        let target = "Petrov arrived on May 5.";
        assert_eq!(marked(&change, target), "[Petrov] arrived on [May] 5.");
    }

    #[test]
    fn what_was_put_in_touches_nothing() {
        let change = [(Edit::Kept, "Цена 5 "), (Edit::Inserted, "млн")];
        assert_eq!(marked(&change, "The price is 5."), "The price is 5.");
    }

    proptest! {
        #[test]
        fn spans_lie_on_characters_and_apart(old in ".{0,30}", target in ".{0,30}") {
            marked(&[(Edit::Removed, &old)], &target);
        }
    }
}

//! Titles in quotation marks that hold stops: «Что делать?», "Универ. 10 лет спустя".
//!
//! A quotation is a title where a word such as «роман» stands right before it, or where the
//! sentence goes on behind it with a small letter and nobody speaks.

use memchr::memrchr3;

use super::characters::{after, before};
use super::opening::{First, SentenceOpening};
use super::rules::{SentenceRules, Traits};
use super::stop::Stop;
use crate::text::words::is_alphabetic;

/// Bytes of the longest title that is looked for.
const LONGEST: usize = 160;

/// A quotation around a stop.
struct Quotation<'t> {
    /// What stands before its opening mark.
    before: &'t str,
    /// What follows its closing mark.
    after: &'t str,
    /// Whether the stop is the last thing in it.
    is_closed_by_stop: bool,
}

/// Whether the stop belongs to a title, so that no sentence ends there.
pub fn holds(
    text: &str,
    stop: &Stop,
    opening: &SentenceOpening<'_>,
    rules: &SentenceRules,
) -> bool {
    let Some(quotation) = around(text, stop) else { return false };
    let is_named = rules.follows_work(quotation.before);
    if !quotation.is_closed_by_stop {
        return is_named || goes_on(&quotation);
    }
    let First::Capital(word) = opening.first else { return false };
    if opening.after_dash || opening.is_quoted || rules.first_word(word).has(Traits::OPENER) {
        return false;
    }
    // «Что делать?» Чернышевского: the author follows in the genitive.
    let is_owner = rules.is_owner(word) || opening.is_initial;
    let is_name = || rules.is_surname(word) || is_full_name(&text[opening.start..]);
    is_owner || is_named && (is_subject(quotation.before) || is_name())
}

/// Whether the word for the work begins the sentence, but for an attribute: no verb stood there yet.
fn is_subject(before: &str) -> bool {
    let start = before.rfind(['.', '!', '?', '…', '«', '»', ':', ';', '\n']).unwrap_or_default();
    before[start..].split_whitespace().filter(|word| word.contains(is_alphabetic)).count() <= 2
}

fn around<'t>(text: &'t str, stop: &Stop) -> Option<Quotation<'t>> {
    let near = text.ceil_char_boundary(stop.at.saturating_sub(LONGEST));
    let head = &text[near..stop.at];
    let (at, open) = last_mark(head)?;
    let close = match open {
        '«' => '»',
        '„' => '“',
        '“' => '”',
        '"' if is_opening(head, at) => '"',
        _ => return None,
    };
    let far = text.floor_char_boundary(stop.at + LONGEST);
    let tail = &text[stop.at..far];
    let end = tail.find([close, open])?;
    let after = tail[end..].strip_prefix(close)?;
    let is_closed_by_stop = !tail[..end].contains(|c: char| is_alphabetic(c) || c.is_numeric());
    let from = &text[stop.at + tail.len() - after.len()..];
    Some(Quotation { before: &text[..near + at], after: from, is_closed_by_stop })
}

/// The last quotation mark of a text; looked for by the first bytes that such marks have.
fn last_mark(text: &str) -> Option<(usize, char)> {
    let mut end = text.len();
    loop {
        let at = memrchr3(b'"', 0xc2, 0xe2, &text.as_bytes()[..end])?;
        match after(text, at) {
            Some(mark @ ('«' | '»' | '„' | '“' | '”' | '"')) => return Some((at, mark)),
            _ => end = at,
        }
    }
}

/// A straight mark opens where a space or nothing stands before it and a word after.
fn is_opening(text: &str, at: usize) -> bool {
    let opens = before(text, at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
    opens && text[at + 1..].starts_with(|c: char| !c.is_whitespace())
}

/// A quotation in the middle of a sentence, without a colon before it and a speaker behind it.
fn goes_on(quotation: &Quotation<'_>) -> bool {
    let before = quotation.before.trim_end();
    let is_inside = before.ends_with(is_alphabetic);
    let behind = quotation.after.strip_prefix(' ');
    is_inside && behind.is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// `Ива Чампи`: two words with capitals.
fn is_full_name(text: &str) -> bool {
    let mut words = text.split(' ').take(2);
    words.all(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    }) && text.contains(' ')
}

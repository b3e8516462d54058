//! Sentences between which the space was forgotten: `It rained.We left`.

use super::opening::{First, SentenceOpening};
use super::rules::{SentenceRules, Traits};
use super::stop::Stop;

/// The opening right after the stop, where it is no address, file name or number.
pub fn opening<'t>(
    text: &'t str,
    stop: &Stop,
    rules: &SentenceRules,
) -> Option<SentenceOpening<'t>> {
    let (done, rest) = text.split_at(stop.end);
    if !done.ends_with(['.', '?', '!', '…']) || !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let opening = SentenceOpening::at(text, stop.end);
    let First::Capital(word) = opening.first else { return None };
    (ends_word(&text[..stop.at]) && begins(word, &rest[word.len()..], rules)).then_some(opening)
}

fn ends_word(text: &str) -> bool {
    const LONGEST: usize = 40;
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
    let token = near.rsplit(char::is_whitespace).next().unwrap_or_default();
    token.ends_with(|last: char| last.is_lowercase() || last.is_ascii_digit())
        && !token.contains(['/', '@', ':', '_', '.'])
}

// Only words that often open a sentence, and titles such as «Mr.», are proof enough.
fn begins(word: &str, rest: &str, rules: &SentenceRules) -> bool {
    let title = || rules.abbreviations.find(&word.to_lowercase()).0.has(Traits::NEVER_LAST);
    let opener = || rules.first_word(word).has(Traits::OPENER);
    match rest.chars().next() {
        Some('.') => rest[1..].starts_with(' ') && title(),
        Some(',' | '\'' | '’') => opener(),
        Some(character) => character.is_whitespace() && opener(),
        None => false,
    }
}

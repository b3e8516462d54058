//! Abbreviations that a text explains: «Дом культуры (ДК)».

use std::collections::BTreeMap;

use super::{TermCandidate, TermLesson};
use crate::terms::phrase::is_acronym;
use crate::terms::pieces::{TermPiece, pieces};
use crate::terms::term::Term;
use crate::text::figures::Languages;
use crate::text::lemmas::Lemmas;
use crate::text::words::is_capital;

/// An abbreviation and the words that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    pub short: String,
    pub full: String,
}

/// Every abbreviation that a source and its translation explain, each once.
pub fn explained(
    lessons: &[TermLesson],
    languages: Languages<'_>,
    from: &Lemmas,
    into: &Lemmas,
) -> Vec<TermCandidate> {
    let mut found: BTreeMap<String, TermCandidate> = BTreeMap::new();
    for (at, lesson) in lessons.iter().enumerate() {
        let ours = in_text(&lesson.source, from);
        let theirs = in_text(&lesson.target, into);
        // Only where each has its counterpart it is known which is which.
        let is_paired = ours.len() == theirs.len();
        for (number, one) in ours.into_iter().enumerate() {
            let other = is_paired.then(|| theirs[number].clone());
            let key = format!("{}\t{}", one.short, one.full.to_lowercase());
            let entry = found.entry(key).or_insert_with(|| TermCandidate {
                term: term(&one, None, languages),
                kind: "acronym",
                count: 0,
                agreeing: 0,
                example: at,
            });
            entry.count += 1;
            if let Some(other) = other {
                if entry.agreeing == 0 {
                    entry.term = term(&one, Some(&other), languages);
                    entry.example = at;
                }
                let agrees = entry.term.words(languages.target).any(|text| text == other.short);
                entry.agreeing += usize::from(agrees);
            }
        }
    }
    let mut all: Vec<TermCandidate> = found.into_values().collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.count));
    all
}

fn term(one: &Explained, other: Option<&Explained>, languages: Languages<'_>) -> Term {
    let mut term = Term::default();
    let sides = [(languages.source, Some(one)), (languages.target, other)];
    for (language, side) in sides {
        if let Some(side) = side {
            term.full.insert(language.to_owned(), vec![side.full.clone()]);
            term.short.insert(language.to_owned(), vec![side.short.clone()]);
        }
    }
    term
}

/// The abbreviations in brackets that the words before them explain.
pub fn in_text(text: &str, lemmas: &Lemmas) -> Vec<Explained> {
    let words = pieces(text);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().skip(1) {
        let is_alone =
            text[..word.span.start].ends_with('(') && text[word.span.end..].starts_with(')');
        if !is_alone || !is_acronym(word.text) {
            continue;
        }
        let Some(start) = start(word.text, &words[..at]) else { continue };
        let full = &words[start..at];
        let texts: Vec<&str> = full.iter().map(|piece| piece.text).collect();
        let cited = lemmas.nominative(&texts);
        found.push(Explained { short: word.text.to_owned(), full: rewritten(text, full, &cited) });
    }
    found
}

/// The first of the words whose initials are an abbreviation's letters, the last word's its last.
fn start(short: &str, words: &[TermPiece<'_>]) -> Option<usize> {
    let letters: Vec<char> =
        short.chars().filter(|c| is_capital(*c)).flat_map(char::to_lowercase).collect();
    let initial = |at: usize| words[at].text.chars().next().and_then(|c| c.to_lowercase().next());
    let last = words.len().checked_sub(1)?;
    let mut left = letters.len();
    let most = letters.len() * 2 + 3;
    for at in (words.len().saturating_sub(most)..words.len()).rev() {
        if initial(at) == Some(letters[left - 1]) {
            left -= 1;
            if left == 0 {
                return Some(at);
            }
        } else if at == last {
            return None;
        }
    }
    None
}

/// The stretch of a text with other words in the places of its own.
pub fn rewritten(text: &str, words: &[TermPiece<'_>], others: &[String]) -> String {
    let mut written = String::new();
    let mut end = words.first().map_or(0, |word| word.span.start);
    for (word, other) in words.iter().zip(others) {
        written += &text[end..word.span.start];
        written += other;
        end = word.span.end;
    }
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

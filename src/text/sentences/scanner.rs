//! From one candidate to the next: does the sentence end there?

use super::abbreviation::LastWord;
use super::candidates::Candidates;
use super::characters::skip_white;
use super::guard::Guard;
use super::list;
use super::opening::{First, Opening};
use super::rules::{Abbreviations, Rules, Traits};
use super::stop::{Mark, Stop, is_bracketed};
use crate::model::Span;

/// Rules of a language and a workspace's additions to them.
pub type Known<'r> = (&'r Rules, &'r Abbreviations);

/// The sentences of `text`.
pub fn split(text: &str, guard: &Guard<'_>, (rules, extra): Known<'_>) -> Vec<Span> {
    let scanner = Scanner { text, guard, rules, extra };
    let mut sentences = Sentences { text, start: 0, spans: Vec::new() };
    let mut items = list::items(text, guard).into_iter().peekable();
    let mut next = 0;
    for at in Candidates::new(text) {
        while let Some(item) = items.next_if(|item| *item <= at) {
            sentences.cut(item, item);
        }
        if at < next || guard.around(at).is_some() {
            continue;
        }
        let Some(stop) = Stop::read(text, at, guard) else { continue };
        next = stop.end;
        let Some(opening) = Opening::read(text, stop.end, guard) else { continue };
        if guard.allows(stop.end, opening.start) && scanner.ends(&stop, &opening, sentences.start) {
            sentences.cut(stop.end, opening.start);
        }
    }
    items.for_each(|item| sentences.cut(item, item));
    sentences.cut(text.len(), text.len());
    sentences.spans
}

struct Sentences<'t> {
    text: &'t str,
    start: usize,
    spans: Vec<Span>,
}

impl Sentences<'_> {
    fn cut(&mut self, end: usize, next: usize) {
        if end < self.start {
            return;
        }
        let start = skip_white(&self.text[..end], self.start);
        let end = start + self.text[start..end].trim_end().len();
        if start < end {
            self.spans.push(Span::new(start, end));
        }
        self.start = next;
    }
}

struct Scanner<'a> {
    text: &'a str,
    guard: &'a Guard<'a>,
    rules: &'a Rules,
    extra: &'a Abbreviations,
}

impl Scanner<'_> {
    fn ends(&self, stop: &Stop, opening: &Opening<'_>, start: usize) -> bool {
        match stop.mark {
            Mark::Semicolon => return list::is_marker(&self.text[opening.start..]),
            _ if opening.first == First::Nothing => return false,
            Mark::Smiley => return matches!(opening.first, First::Capital(_)),
            Mark::Full | Mark::Strong => {}
        }
        if is_bracketed(self.text, stop) || list::is_label(&self.text[start..stop.at]) {
            return false;
        }
        let word = LastWord::before(self.text, stop.at);
        match stop.mark {
            Mark::Full => self.full_stop_ends(stop, &word, opening, start),
            _ => !self.traits(&word).0.has(Traits::NAME_WITH_MARK) || self.opens(opening),
        }
    }

    fn full_stop_ends(
        &self,
        stop: &Stop,
        word: &LastWord<'_>,
        opening: &Opening<'_>,
        start: usize,
    ) -> bool {
        let (traits, begin) = self.traits(word);
        if traits == Traits::default() {
            return !word.is_initial() || self.initial_ends(word, opening);
        }
        if traits.has(Traits::NEVER_LAST) || stop.in_bracket {
            return false;
        }
        if opening.is_number() && traits.has(Traits::BEFORE_NUMBER) {
            return false;
        }
        let counted = traits.has(Traits::AFTER_NUMBER) && word.follows_number(begin);
        if counted || traits.has(Traits::MAY_BE_LAST) {
            return self.begins_anew(opening, &self.text[start..begin]);
        }
        !traits.has(Traits::LAST_BEFORE_OPENER) || self.opens(opening)
    }

    fn traits(&self, word: &LastWord<'_>) -> (Traits, usize) {
        let (own, begin) = word.traits(&self.rules.abbreviations);
        if self.extra.longest == 0 {
            return (own, begin);
        }
        let (extra, extra_begin) = word.traits(self.extra);
        (own.with(extra), begin.min(extra_begin))
    }

    // «10 G. Из-за» and «Николай I. Россия» are no initials.
    fn initial_ends(&self, word: &LastWord<'_>, opening: &Opening<'_>) -> bool {
        if opening.after_dash {
            return false;
        }
        let latin = word.written().is_ascii();
        if opening.first == First::Number || latin && word.follows_number(word.start()) {
            return true;
        }
        self.opens(opening)
    }

    // After «тыс.», «a.m.»: a capital begins a sentence unless a phrase such as «At 5 a.m.» began it.
    fn begins_anew(&self, opening: &Opening<'_>, before: &str) -> bool {
        let First::Capital(word) = opening.first else { return false };
        let first = self.rules.first_word(word);
        let goes_on = first.has(Traits::CONTINUER) || opening.after_dash;
        !goes_on && (self.opens(opening) || !self.is_phrase(before))
    }

    fn opens(&self, opening: &Opening<'_>) -> bool {
        let First::Capital(word) = opening.first else { return false };
        !opening.is_initial && self.rules.first_word(word).has(Traits::OPENER)
    }

    // A few words that begin with «В», «At»: also after a colon.
    fn is_phrase(&self, before: &str) -> bool {
        const LONGEST: usize = 64;
        const WORDS: usize = 5;
        let near = before.ceil_char_boundary(before.len().saturating_sub(LONGEST));
        let clause = match before[near..].rfind(": ") {
            Some(colon) => &before[near + colon + 1..],
            None if near == 0 => before,
            None => return false,
        };
        let mut words = clause.split_whitespace();
        let first =
            words.next().unwrap_or_default().trim_start_matches(|c: char| !c.is_alphabetic());
        self.rules.first_word(first).has(Traits::PHRASE_OPENER) && words.count() < WORDS
    }
}

//! From one candidate to the next: does the sentence end there?

use super::abbreviation::LastWord;
use super::candidates::Candidates;
use super::characters::skip_white;
use super::guard::Guard;
use super::list::{self, Items};
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
    let mut items = Items::new(text, guard);
    items.begin(skip_white(text, 0));
    let mut next = 0;
    for at in Candidates::new(text) {
        while let Some(item) = items.until(at) {
            sentences.cut(item, item);
        }
        if at < next || guard.around(at).is_some() {
            continue;
        }
        let Some(stop) = Stop::read(text, at, guard) else { continue };
        next = stop.end;
        let Some(opening) = scanner.opening(&stop) else { continue };
        if guard.allows(stop.end, opening.start) && scanner.ends(&stop, &opening, sentences.start) {
            sentences.cut(stop.end, opening.start);
            items.begin(opening.start);
        }
    }
    while let Some(item) = items.until(text.len()) {
        sentences.cut(item, item);
    }
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

impl<'a> Scanner<'a> {
    fn opening(&self, stop: &Stop) -> Option<Opening<'a>> {
        Opening::read(self.text, stop.end, self.guard)
            .or_else(|| self.missing_space(stop).then(|| Opening::at(self.text, stop.end)))
    }

    // «Дождь закончился.Он ушёл»: a space was forgotten, and this is no address.
    fn missing_space(&self, stop: &Stop) -> bool {
        const LONGEST: usize = 40;
        let (done, rest) = self.text.split_at(stop.end);
        if !done.ends_with(['.', '?', '!', '…']) || !rest.starts_with(char::is_uppercase) {
            return false;
        }
        let Opening { first: First::Capital(word), .. } = Opening::at(self.text, stop.end) else {
            return false;
        };
        let near = &done[done.ceil_char_boundary(stop.at.saturating_sub(LONGEST))..stop.at];
        let token = near.rsplit(char::is_whitespace).next().unwrap_or_default();
        token.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            && !token.contains(['/', '@', ':', '_', '.'])
            && self.begins_after(word, &rest[word.len()..])
    }

    fn begins_after(&self, word: &str, rest: &str) -> bool {
        let title =
            || self.rules.abbreviations.find(&word.to_lowercase()).0.has(Traits::NEVER_LAST);
        let opener = || self.rules.first_word(word).has(Traits::OPENER);
        match rest.chars().next() {
            Some('.') => rest[1..].starts_with(' ') && title(),
            Some(',' | '\'' | '’') => opener(),
            Some(character) => character.is_whitespace() && opener(),
            None => false,
        }
    }

    fn ends(&self, stop: &Stop, opening: &Opening<'_>, start: usize) -> bool {
        match stop.mark {
            Mark::Semicolon => return list::is_marker(&self.text[opening.start..]),
            _ if opening.first == First::Nothing => return false,
            Mark::Smiley => return matches!(opening.first, First::Capital(_)),
            Mark::Full | Mark::Strong | Mark::Pause => {}
        }
        if is_bracketed(self.text, stop, opening.start) || self.is_label(&self.text[start..stop.at])
        {
            return false;
        }
        if stop.mark == Mark::Pause && self.first_word(opening).has(Traits::ALWAYS_CAPITAL) {
            return false;
        }
        let word = LastWord::before(self.text, stop.at);
        match stop.mark {
            Mark::Full => self.full_stop_ends(stop, &word, opening, start),
            _ => self.mark_ends(stop, opening),
        }
    }

    fn is_label(&self, sentence: &str) -> bool {
        list::is_label(sentence)
            || list::numbered_word(sentence)
                .is_some_and(|word| self.rules.first_word(word).has(Traits::LABEL))
    }

    // «Yahoo!», «Что? Где? Когда?»: inside such a name no sentence ends.
    fn mark_ends(&self, stop: &Stop, opening: &Opening<'_>) -> bool {
        let (before, after) = self.text.split_at(stop.at);
        let holds = |name: &str| {
            let marks = name.match_indices(['?', '!']);
            marks
                .map(|(at, _)| name.split_at(at))
                .find(|(head, tail)| before.ends_with(head) && after.starts_with(tail))
                .map(|(_, tail)| tail.len())
        };
        match self.rules.names.iter().find_map(|name| holds(name)) {
            Some(tail) => tail == 1 && self.opens(opening),
            None => true,
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
        if stop.in_bracket || opening.is_number() && traits.has(Traits::BEFORE_NUMBER) {
            return false;
        }
        let counted = traits.has(Traits::AFTER_NUMBER) && word.follows_number(begin);
        if counted || traits.has(Traits::MAY_BE_LAST) {
            let more = counted && opening.first == First::Number;
            return !more && self.begins_anew(opening, &self.text[start..begin]);
        }
        if traits.has(Traits::NEVER_LAST) {
            return false;
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
        let first = self.first_word(opening);
        let title = opening.is_quoted && first.has(Traits::QUOTED_CONTINUER);
        let goes_on = title || first.has(Traits::CONTINUER) || opening.after_dash;
        !goes_on && (self.opens(opening) || !self.is_phrase(before))
    }

    fn opens(&self, opening: &Opening<'_>) -> bool {
        !opening.is_initial && self.first_word(opening).has(Traits::OPENER)
    }

    fn first_word(&self, opening: &Opening<'_>) -> Traits {
        match opening.first {
            First::Capital(word) => self.rules.first_word(word),
            _ => Traits::default(),
        }
    }

    // A few words that begin with «В», «At»: also after a colon.
    fn is_phrase(&self, before: &str) -> bool {
        const LONGEST: usize = 64;
        const WORDS: usize = 9;
        let near = before.ceil_char_boundary(before.len().saturating_sub(LONGEST));
        let clause = match before[near..].rfind(": ") {
            Some(colon) => &before[near + colon + 1..],
            None if near == 0 => before,
            None => return false,
        };
        let mut words = clause.split_whitespace();
        let first =
            words.next().unwrap_or_default().trim_start_matches(|c: char| !c.is_alphabetic());
        match first.chars().next() {
            None => {
                clause.trim_start().starts_with(|c: char| c.is_ascii_digit()) && words.count() < 3
            }
            Some(_) => {
                self.rules.first_word(first).has(Traits::PHRASE_OPENER) && words.count() < WORDS
            }
        }
    }
}

//! Whether a sentence ends at a stop, by the words on both sides.

use super::abbreviation::LastWord;
use super::attribution;
use super::bibliography;
use super::initials;
use super::list;
use super::opening::{First, SentenceOpening};
use super::rules::{Abbreviations, SentenceRules, Traits};
use super::stop::{Stop, StopMark, has_open_bracket, is_bracketed};
use super::titles;
use crate::text::words::is_alphabetic;

/// Knows the rules of a language and a workspace's additions to them.
#[derive(Clone, Copy, Debug)]
pub struct BoundaryJudge<'r> {
    pub rules: &'r SentenceRules,
    pub extra: &'r Abbreviations,
}

/// A stop in its text, and what follows it.
#[derive(Clone, Copy, Debug)]
pub struct BoundaryPlace<'t> {
    pub text: &'t str,
    /// Where the sentence began.
    pub start: usize,
    pub stop: Stop,
    pub opening: SentenceOpening<'t>,
}

impl<'t> BoundaryPlace<'t> {
    fn sentence(&self) -> &'t str {
        &self.text[self.start..self.stop.at]
    }
}

impl BoundaryJudge<'_> {
    /// Whether the sentence ends at this place.
    pub fn ends(&self, place: &BoundaryPlace<'_>) -> bool {
        let BoundaryPlace { text, stop, opening, .. } = place;
        match stop.mark {
            StopMark::Semicolon => {
                return list::is_marker(&text[opening.start..])
                    && !has_open_bracket(place.sentence());
            }
            _ if opening.first == First::Nothing => return false,
            StopMark::Smiley => return matches!(opening.first, First::Capital(_)),
            StopMark::Full | StopMark::Strong | StopMark::Pause => {}
        }
        if is_bracketed(text, stop, opening.start) || self.is_label(place.sentence()) {
            return false;
        }
        if titles::holds(text, stop, opening, self.rules) || self.is_remark(place) {
            return false;
        }
        match stop.mark {
            StopMark::Full => self.full_stop_ends(place),
            StopMark::Pause => {
                !self.first_word(opening).has(Traits::ALWAYS_CAPITAL) && !self.is_attributed(place)
            }
            _ => self.mark_ends(place) && !self.is_attributed(place),
        }
    }

    fn full_stop_ends(&self, place: &BoundaryPlace<'_>) -> bool {
        let BoundaryPlace { text, stop, opening, .. } = place;
        if bibliography::is_area(&text[opening.start..]) {
            return false;
        }
        let word = LastWord::before(text, stop.at);
        if word.traits(self.extra).0 != Traits::default() {
            return self.opens(opening);
        }
        let (traits, begin) = word.traits(&self.rules.abbreviations);
        if self.is_inside_abbreviation(place) {
            return false;
        }
        if self.rules.is_ordinal(number_before(text, stop.at)) {
            return self.opens(opening);
        }
        let wants_number = traits == Traits::BEFORE_NUMBER && !self.is_numbering(opening);
        if traits == Traits::default() || wants_number && word.is_initial() {
            return !word.is_initial() || self.initial_ends(place, &word);
        }
        if stop.in_bracket || self.is_numbering(opening) && traits.has(Traits::BEFORE_NUMBER) {
            return false;
        }
        if traits.has(Traits::WORD) && self.is_plain_word(place, &text[..begin]) {
            return true;
        }
        let counted = traits.has(Traits::AFTER_NUMBER) && word.follows_number(begin);
        if counted && opening.first == First::Number {
            return !traits.has(Traits::TIME) && self.is_date(&text[opening.start..]);
        }
        if counted || traits.has(Traits::MAY_BE_LAST) {
            return self.begins_anew(place, traits, begin);
        }
        let open = !traits.has(Traits::LAST_BEFORE_OPENER)
            || self.opens(opening)
            || changes_script(word.written(), opening);
        open && !traits.has(Traits::NEVER_LAST)
    }

    // «Yahoo!», «Что? Где? Когда?»: inside such a name no sentence ends.
    fn mark_ends(&self, place: &BoundaryPlace<'_>) -> bool {
        let (before, after) = place.text.split_at(place.stop.at);
        let rest = |name: &str| {
            let mut marks = name.match_indices(['?', '!']).map(|(at, _)| name.split_at(at));
            let here = marks.find(|(head, tail)| before.ends_with(head) && after.starts_with(tail));
            here.map(|(_, tail)| tail.len())
        };
        match self.rules.names.iter().find_map(|name| rest(name)) {
            Some(rest) => rest == 1 && self.opens(&place.opening),
            None => true,
        }
    }

    fn initial_ends(&self, place: &BoundaryPlace<'_>, word: &LastWord<'_>) -> bool {
        let BoundaryPlace { text, opening, .. } = place;
        let ends = || {
            initials::end(text, word, opening, self.rules)
                && !bibliography::follows(&text[opening.start..])
        };
        let is_volume =
            opening.first == First::Number && bibliography::is_volume(text, word.start());
        !is_volume
            && !opening.after_dash
            && (opening.first == First::Number || self.opens(opening) || ends())
    }

    // After «тыс.», «p.m.» a capital begins a sentence, but not in «At 5 a.m. Mr. Smith left».
    fn begins_anew(&self, place: &BoundaryPlace<'_>, traits: Traits, begin: usize) -> bool {
        let BoundaryPlace { text, start, opening, .. } = place;
        let first = self.first_word(opening);
        let title = opening.is_quoted && first.has(Traits::QUOTED_CONTINUER);
        // «Smith et al. (2021) found it»
        let aside = opening.first == First::Number && text[opening.start..].starts_with('(');
        let goes_on = title || aside || first.has(Traits::CONTINUER) || opening.after_dash;
        let in_phrase =
            || traits.has(Traits::TIME) && self.is_phrase(&text[(*start).min(begin)..begin]);
        !goes_on && (self.opens(opening) || !in_phrase())
    }

    // «"Really?" Smith asked»
    fn is_attributed(&self, place: &BoundaryPlace<'_>) -> bool {
        let BoundaryPlace { text, stop, opening, .. } = place;
        attribution::is_closed(&text[stop.at..stop.end])
            && !self.first_word(opening).has(Traits::OPENER)
            && attribution::begins(&text[opening.start..], self.rules)
    }

    // «п. 5», «гл. II», «корп. Б»
    fn is_numbering(&self, opening: &SentenceOpening<'_>) -> bool {
        let is_letter =
            matches!(opening.first, First::Capital(word) if word.chars().nth(1).is_none());
        opening.is_number() || is_letter && !opening.is_initial && !self.opens(opening)
    }

    // «z. B. Igel»: the next stop ends an abbreviation that this one stands in.
    fn is_inside_abbreviation(&self, place: &BoundaryPlace<'_>) -> bool {
        let BoundaryPlace { text, stop, opening, .. } = place;
        let First::Capital(next) = opening.first else { return false };
        let rest = text[opening.start..].strip_prefix(next);
        let Some(rest) = rest.filter(|rest| rest.starts_with('.')) else { return false };
        let end = text.len() - rest.len();
        let (traits, begin) = LastWord::before(text, end).traits(&self.rules.abbreviations);
        traits != Traits::default() && begin < stop.at
    }

    // «(группами. – Ред.)»
    fn is_remark(&self, place: &BoundaryPlace<'_>) -> bool {
        let opening = &place.opening;
        opening.after_dash
            && self.first_word(opening).has(Traits::EDITOR)
            && has_open_bracket(place.sentence())
    }

    // «Всё валилось из рук. Дальше пошло легче», but «под рук. Петрова».
    fn is_plain_word(&self, place: &BoundaryPlace<'_>, before: &str) -> bool {
        let First::Capital(next) = place.opening.first else { return false };
        let previous = before.trim_end();
        let is_after_word = previous.ends_with(char::is_lowercase);
        let is_name = place.opening.is_initial || self.rules.is_surname(next);
        let rest = place.text[place.opening.start..].trim_start_matches(is_alphabetic);
        let is_first_name = rest.trim_start().starts_with(char::is_uppercase);
        is_after_word && !is_name && !is_first_name
    }

    // «24 апреля», «5 мая 2024»
    fn is_date(&self, rest: &str) -> bool {
        let mut words = rest.split_whitespace();
        let is_day = words.next().is_some_and(|day| {
            (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit())
        });
        let month = words.next().unwrap_or_default();
        let month = month.trim_end_matches(|c: char| !is_alphabetic(c));
        is_day && self.rules.first_word(month).has(Traits::MONTH)
    }

    fn opens(&self, opening: &SentenceOpening<'_>) -> bool {
        !opening.is_initial && self.first_word(opening).has(Traits::OPENER)
    }

    fn first_word(&self, opening: &SentenceOpening<'_>) -> Traits {
        match opening.first {
            First::Capital(word) => self.rules.first_word(word),
            _ => Traits::default(),
        }
    }

    fn is_label(&self, sentence: &str) -> bool {
        let named = |word| self.rules.first_word(word).has(Traits::LABEL);
        list::is_label(sentence) || list::numbered_word(sentence).is_some_and(named)
    }

    // A few words that begin with «В» or «At», perhaps after a colon, or a date.
    fn is_phrase(&self, before: &str) -> bool {
        const LONGEST: usize = 64;
        const LONGEST_DATE: usize = 3;
        let near = before.ceil_char_boundary(before.len().saturating_sub(LONGEST));
        let colon = before[near..].rfind(": ");
        let clause = match colon {
            Some(colon) => &before[near + colon + 1..],
            None if near == 0 => before,
            None => return false,
        };
        let opening = clause.trim_start_matches(|first: char| !first.is_alphanumeric());
        let first = opening.split_whitespace().next().unwrap_or_default();
        if first.starts_with(char::is_numeric) {
            return colon.is_none() && opening.split_whitespace().count() <= LONGEST_DATE;
        }
        self.rules.first_word(first).has(Traits::PHRASE_OPENER)
    }
}

/// The figures or Roman figures before a stop; empty where another word or sign stands there.
fn number_before(text: &str, stop: usize) -> &str {
    let begin = text[..stop].rfind(char::is_whitespace);
    let begin = begin.map_or(0, |at| text.ceil_char_boundary(at + 1));
    text[begin..stop].trim_start_matches(['(', '„', '«'])
}

// «EMC Corp. Сделка»: a name in Latin letters doesn't go on in Cyrillic ones.
fn changes_script(word: &str, opening: &SentenceOpening<'_>) -> bool {
    let First::Capital(next) = opening.first else { return false };
    word.is_ascii() && word.len() > 1 && !next.is_ascii()
}

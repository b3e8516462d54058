//! Words that took each other's part: who did what to whom.

use super::line::Bond;
use super::places::{Both, MOVED, keeps};
use super::reading::{Reading, SignMark, Word};
use super::rules::Class;
use super::{Cause, Concern};

/// A word that stayed: where it stood, and where it stands.
#[derive(Clone, Copy)]
struct Stay {
    was: usize,
    is: usize,
}

impl Both<'_> {
    /// Names, and words that look like each other's case, that took each other's place.
    pub fn exchanged(&self) -> Option<Cause> {
        let mut lost: Vec<Stay> = Vec::new();
        for &(was, is) in &self.order {
            let stay = Stay { was, is };
            let (before, now) = (&self.before.words[was], &self.now.words[is]);
            if now.id.is_some() && !keeps(before, now) || self.is_name(stay) {
                lost.push(stay);
            }
        }
        lost.truncate(MOVED);
        for (at, one) in lost.iter().enumerate() {
            for other in &lost[at + 1..] {
                if one.was > other.was && self.exchange(*one, *other) {
                    let reason = if self.is_name(*one) { Concern::Name } else { Concern::Part };
                    return Some(Cause::new(reason, self.new.words[one.is].span));
                }
            }
        }
        None
    }

    /// Whether two words whose order turned did so by taking each other's part.
    fn exchange(&self, one: Stay, other: Stay) -> bool {
        if is_one_name(self.old, other.was, one.was) && is_one_name(self.new, one.is, other.is) {
            return false;
        }
        let (one_was, one_is) = (&self.before.words[one.was], &self.now.words[one.is]);
        let (other_was, other_is) = (&self.before.words[other.was], &self.now.words[other.is]);
        let takes = |is: &Bond, was: &Bond| (is.left, is.right) == (was.left, was.right);
        let is_exact = takes(one_is, other_was) && takes(other_is, one_was);
        let are_alike = self.look_alike(one, other);
        let inflected = [one, other].into_iter().filter(|word| self.is_inflected(*word)).count();
        let are_names = [one, other].map(|word| self.is_name(word));
        // A person's name is told from a thing's by its case; a company's is not.
        let is_person = |word: Stay| !self.new.words[word.is].is_quoted;
        let suspect = match are_names {
            [true, true] => {
                let lost = [(one_was, one_is), (other_was, other_is)];
                let lost = lost.iter().filter(|(was, is)| !keeps(was, is)).count();
                inflected == 2 || lost > 0 && (inflected > 0 || are_alike)
            }
            [true, false] if is_person(one) => false,
            [false, true] if is_person(other) => false,
            _ => is_exact && (inflected == 2 || inflected == 0 && are_alike),
        };
        let is_listed = || is_list(self.old, other.was, one.was);
        suspect && !(is_listed() && is_list(self.new, one.is, other.is))
    }

    fn is_inflected(&self, stay: Stay) -> bool {
        self.old.words[stay.was].form != self.new.words[stay.is].form
    }

    /// Whether their case doesn't say which of two words is which, or their clauses part them.
    fn look_alike(&self, one: Stay, other: Stay) -> bool {
        let [word, second] = [one, other].map(|stay| &self.old.words[stay.was]);
        let are_parted =
            is_parted(self.old, other.was, one.was) && is_parted(self.new, one.is, other.is);
        let has_case = |word: &Word| {
            word.is_name || self.old.class(word).is_none_or(|class| class == Class::Name)
        };
        let is_small = |word: &Word| {
            let class = self.old.class(word);
            class.is_some_and(Class::is_small)
                || matches!(class, Some(Class::Negation | Class::Modality))
        };
        are_parted && !is_small(word) && !is_small(second)
            || ending(self.old, one.was) == ending(self.old, other.was) && has_case(word)
            || self.old.oppose(word, second)
            || self.is_oblique(one.was) && self.is_oblique(other.was)
    }

    /// Whether a name is known to stand in another case than the nominative.
    fn is_oblique(&self, index: usize) -> bool {
        let word = &self.old.words[index];
        self.old.class(word) == Some(Class::Name)
            && self.old.key(word).trim_end_matches('*') != word.form
    }

    fn is_name(&self, stay: Stay) -> bool {
        let (was, is) = (&self.old.words[stay.was], &self.new.words[stay.is]);
        let names = |reading: &Reading<'_>, word: &Word| {
            word.is_name || word.is_quoted || reading.class(word) == Some(Class::Name)
        };
        was.is_capitalised && is.is_capitalised && (names(self.old, was) || names(self.new, is))
    }
}

/// Whether two words are an initial and its surname, in this order or the other.
fn is_one_name(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let words = &reading.words[first..=last];
    let is_initial = |word: &Word| word.is_capitalised && word.form.chars().nth(1).is_none();
    let surnames = words.iter().filter(|word| !is_initial(word)).count();
    words.len() <= 3 && surnames <= 1 && words.iter().all(|word| word.is_capitalised)
}

/// Whether a mark or «а» parts two words, so that they belong to two statements.
fn is_parted(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let parts = |mark: &SignMark| matches!(mark.sign, ',' | ';' | ':' | '-');
    marks_between(reading, first, last).any(parts)
        || reading.words[first + 1..last].iter().any(|word| matches!(&*word.form, "а" | "но"))
}

/// The marks between two words.
fn marks_between<'r>(
    reading: &'r Reading<'_>,
    first: usize,
    last: usize,
) -> impl Iterator<Item = &'r SignMark> {
    let (start, end) = (reading.words[first].span.end, reading.words[last].span.start);
    let mark = reading.marks.partition_point(|mark| mark.span.start < start);
    reading.marks[mark..].iter().take_while(move |mark| mark.span.end <= end)
}

/// Whether two words are items of one list, and nothing counts them one by one.
fn is_list(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let (start, end) = (reading.words[first].span.end, reading.words[last].span.start);
    let value = reading.values.partition_point(|value| value.span.start < start);
    let has_value = reading.values.get(value).is_some_and(|value| value.span.end <= end);
    let lists = |word: &Word| matches!(&*word.form, "и" | "или" | "and" | "or");
    let follows = |at: usize| {
        let [one, next] = [&reading.words[at], &reading.words[at + 1]];
        let mut marks = marks_between(reading, at, at + 1);
        lists(one)
            || lists(next)
            || one.is_name && next.is_name
            || marks.any(|mark| mark.sign == ',')
    };
    let mut marks = marks_between(reading, first, last);
    (first..last).all(follows)
        && marks.all(|mark| matches!(mark.sign, ',' | '"'))
        && !has_value
        && reading.values.len() < 2
}

/// What the end of a word says about its case: a vowel says it, a consonant is one for all.
fn ending(reading: &Reading<'_>, index: usize) -> char {
    let word = &reading.text[reading.words[index].span.range()];
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let is_long = word.chars().nth(4).is_some();
    match word.chars().next_back().unwrap_or(' ') {
        'а' | 'я' => 'а',
        'у' | 'ю' => 'у',
        'ы' | 'и' => 'ы',
        // «Учёные», «служащие»: adjectives that name people, in the plural.
        'е' if is_long && ends(&["ые", "щие", "чие", "шие", "кие", "гие", "хие"]) => {
            'ы'
        }
        'е' => 'е',
        'м' if is_long && ends(&["ом", "ем", "ым", "им", "ам", "ям"]) => 'м',
        'х' if is_long && ends(&["ах", "ях", "ых", "их"]) => 'х',
        _ => 'о',
    }
}

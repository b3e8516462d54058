//! Small words: what they say where one stands for another.

use super::Changed;
use super::endings::ENDINGS;
use super::lists::RuleList;
use super::openers::ADJECTIVES;
use super::reading::{Reading, Word};
use super::rules::Class;
use crate::model::Concern;

/// What a small word says; some do so only where they stand for another of their kind.
pub fn small(class: Class, replaced: Replaced) -> Concern {
    match class {
        Class::Turn => Concern::Conjunction,
        Class::Extent => Concern::Extent,
        Class::Quantifier => Concern::Quantifier,
        Class::Particle => Concern::Particle,
        Class::Tense => Concern::Tense,
        Class::Preposition | Class::Bound if replaced.prepositions => Concern::Preposition,
        Class::Conjunction if replaced.conjunctions => Concern::Conjunction,
        Class::Pronoun if replaced.pronouns => Concern::Pronoun,
        _ => Concern::Small,
    }
}

/// Which kinds of words both came and went.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[derive(Clone, Copy)]
pub struct Replaced {
    pub prepositions: bool,
    conjunctions: bool,
    pronouns: bool,
    pub places: bool,
    pub units: bool,
    /// Trades and bodies.
    pub posts: bool,
}

impl Replaced {
    /// What the words that went and those that came have in common.
    pub fn new(
        Changed { reading: old, words: gone }: Changed<'_>,
        Changed { reading: new, words: come }: Changed<'_>,
    ) -> Self {
        let both = |is: fn(&Reading<'_>, &Word) -> bool| {
            gone.iter().any(|at| is(old, &old.words[*at]))
                && come.iter().any(|at| is(new, &new.words[*at]))
        };
        Self {
            prepositions: both(|reading, word| {
                matches!(reading.class(word), Some(Class::Preposition | Class::Bound | Class::Turn))
            }),
            conjunctions: both(|reading, word| {
                matches!(reading.class(word), Some(Class::Conjunction | Class::Turn))
            }),
            pronouns: both(|reading, word| reading.class(word) == Some(Class::Pronoun)),
            places: both(is_of_place),
            units: both(|reading, word| reading.class(word) == Some(Class::Unit)),
            posts: both(is_post),
        }
    }
}

/// Whether a word names one person's trade, or a body: «архитектор», «прокуратура», «областной».
pub fn is_post(reading: &Reading<'_>, word: &Word) -> bool {
    const PLURAL: [&str; 11] = ["и", "ы", "ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях", "men"];
    let begins = |begin: &&str| {
        word.form.strip_prefix(*begin).is_some_and(|rest| ENDINGS.contains(&rest) || rest == "'s")
    };
    reading.rules.list(RuleList::Post).iter().any(begins)
        && !PLURAL.iter().any(|ending| word.form.ends_with(ending))
}

/// Whether a word names those who live in a known place: «воронежцы», «ростовчанин».
pub fn is_citizen(reading: &Reading<'_>, word: &Word) -> bool {
    const ENDS: [&str; 11] =
        ["ц", "ец", "инц", "инец", "овц", "чан", "чанин", "ян", "янин", "лян", "анин"];
    const NAMES: [&str; 7] = ["", "ь", "а", "я", "о", "и", "ы"];
    let is_place = |stem: &str| {
        NAMES.iter().any(|ending| {
            let entry = reading.rules.entry(&format!("{stem}{ending}"));
            entry.is_some_and(|entry| entry.class == Class::Name)
        })
    };
    let bare = ENDINGS.iter().filter_map(|ending| word.form.strip_suffix(ending));
    bare.flat_map(|bare| ENDS.iter().filter_map(move |end| bare.strip_suffix(end)))
        .any(|stem| stem.chars().nth(3).is_some() && is_place(stem))
}

/// Whether a Russian adjective may be made of a place's name: «омский», not «детский».
pub fn is_of_place(reading: &Reading<'_>, word: &Word) -> bool {
    let mut stems = ADJECTIVES.iter().filter_map(|ending| word.form.strip_suffix(ending));
    reading.class(word) == Some(Class::Origin)
        || stems.any(|stem| stem.ends_with("ск") && !stem.ends_with("ческ"))
            && reading.class(word).is_none()
            && !reading
                .rules
                .list(RuleList::Common)
                .iter()
                .any(|begin| word.form.starts_with(begin))
}

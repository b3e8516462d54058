//! Small words: what they say where one stands for another.

use super::Changed;
use super::lists::RuleList;
use super::openers::ADJECTIVES;
use super::reading::{Reading, Word};
use super::rules::Class;
use crate::model::Concern;

/// What a small word says; some do so only where they stand for another of their kind.
pub fn small(class: Class, replaced: Replaced) -> Concern {
    match class {
        Class::Turn => Concern::Conjunction,
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
        }
    }
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

//! Changes of words: which came and went, in which form and in which order.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::beside::{follows_value, is_initial, is_range, precedes_value};
use super::capitals::{is_measure, recased};
use super::inflections::{another_person, inflected, swapped_cases};
use super::matched::Matched;
use super::openers::names;
use super::opposites::opposites;
use super::quotations::quotations;
use super::reading::{Reading, Word};
use super::relations::relations;
use super::rules::Class;
use super::small::{Replaced, is_citizen, is_of_place, is_post, small};
use super::times::{bounds, is_letter, is_year, places_time, precedes_participle};
use super::{Cause, Changed, Readings};
use crate::model::Concern;
use crate::tracking::tongue::Tongue;

/// Every change of words with its reason.
pub fn causes(readings: &Readings<'_>, matched: &Matched, tongue: &Tongue) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let (gone, come) = (matched.gone(), matched.come());
    let before = Changed { reading: old, words: &gone };
    let after = Changed { reading: new, words: &come };
    let names = names(before, after);
    let replaced = Replaced::new(before, after);
    let names = Known { names, replaced };
    let mut causes = Vec::new();
    if !gone.is_empty() || !come.is_empty() {
        let opposites = opposites(matched, before, after);
        let relations = relations(matched, before, after);
        let judge = |reading: &Reading<'_>, index, other: &Reading<'_>, is_new: bool| {
            let [opposed, related] = [&opposites, &relations]
                .map(|turned| if is_new { &turned.1 } else { &turned.0 }.contains(&index));
            match () {
                () if opposed => Concern::Contrary,
                () if is_range(reading, index, other) => Concern::Small,
                () if related => reason(reading, index, &names).min(Concern::Relation),
                () => reason(reading, index, &names),
            }
        };
        causes.extend(
            come.iter()
                .map(|&index| Cause::new(judge(new, index, old, true), new.words[index].span)),
        );
        causes
            .extend(gone.iter().map(|&index| {
                Cause::removed(judge(old, index, new, false), old.words[index].span)
            }));
    }
    let struck = matched.stayed().filter(|(before, now)| {
        old.is_struck(&old.words[*before]) != new.is_struck(&new.words[*now])
    });
    causes.extend(struck.map(|(_, now)| Cause::new(reason(new, now, &names), new.words[now].span)));
    causes.extend(quotations(readings, matched));
    causes.extend(inflected(readings, matched, tongue));
    if tongue.language == "ru" {
        causes.extend(swapped_cases(readings, matched));
        causes.extend(another_person(readings, matched));
    }
    causes.extend(recased(old, new, matched));
    causes
}

/// Why it matters that this word came or went.
fn reason(reading: &Reading<'_>, index: usize, known: &Known) -> Concern {
    let word = &reading.words[index];
    let names = &known.names;
    match reading.class(word) {
        _ if is_initial(reading, word) => Concern::Name,
        _ if has_digit(reading, word) && !is_measure(reading, word) => Concern::Value,
        Some(Class::Negation) => Concern::Negation,
        Some(Class::Magnitude) => Concern::Unit,
        Some(Class::Period) if is_year(reading, index) => Concern::Written,
        Some(Class::Period) if is_letter(reading, word) => Concern::Small,
        Some(Class::Tense) if precedes_participle(reading, index) => Concern::Small,
        Some(Class::Unit | Class::Period) if follows_value(reading, word) => Concern::Unit,
        Some(Class::Unit) if known.replaced.units => Concern::Unit,
        Some(Class::Preposition)
            if known.replaced.prepositions && precedes_value(reading, word) =>
        {
            Concern::Limit
        }
        Some(Class::Bound) if bounds(reading, index) => Concern::Limit,
        Some(Class::Time | Class::Period) => Concern::Time,
        Some(Class::Relative | Class::Pointing) if places_time(reading, index) => Concern::Time,
        // «Ещё двое» come on top of others.
        Some(Class::Particle) if word.form == "еще" && precedes_value(reading, word) => {
            Concern::Extent
        }
        Some(Class::Modality) => Concern::Modality,
        Some(Class::Mood) => Concern::Mood,
        Some(Class::Office) => Concern::Office,
        Some(Class::Name) => Concern::Name,
        Some(Class::Origin) => Concern::Origin,
        None if is_source(reading, index) => Concern::Office,
        class if !class.is_some_and(Class::is_small) && is_name(reading, index, names) => {
            Concern::Name
        }
        None if known.replaced.posts && is_post(reading, word) => Concern::Office,
        None if is_citizen(reading, word) => Concern::Origin,
        None if known.replaced.places && is_of_place(reading, word) => Concern::Origin,
        _ if word.is_quoted => Concern::Quotation,
        Some(class) if class.is_small() => small(class, known.replaced),
        _ if word.form.chars().nth(1).is_none() => Concern::Small,
        _ => Concern::Word,
    }
}

/// What is known of all words that came and went.
struct Known {
    names: FxHashSet<Arc<str>>,
    replaced: Replaced,
}

/// Whether a word names somebody: by its capital, because it does so elsewhere, or because it speaks.
fn is_name(reading: &Reading<'_>, index: usize, names: &FxHashSet<Arc<str>>) -> bool {
    let word = &reading.words[index];
    let speaks = || {
        let next = reading.words.get(index + 1);
        next.is_some_and(|next| reading.class(next) == Some(Class::Attribution))
    };
    word.is_capitalised
        && (word.is_name || names.contains(&reading.key(word)) || index == 0 && speaks())
}

/// Whether a short word is written with a digit, or one stands right before it.
fn has_digit(reading: &Reading<'_>, word: &Word) -> bool {
    let is_short = word.form.chars().nth(6).is_none();
    reading.is_glued(word) || is_short && word.form.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether the word says who is quoted: «по словам врача», «— сказал врач».
fn is_source(reading: &Reading<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let speaks = || {
        let mark = reading.marks.partition_point(|mark| mark.words_before < before);
        reading.marks[mark..]
            .iter()
            .take_while(|mark| mark.words_before == before)
            .any(|mark| mark.sign == '-')
    };
    match reading.class(&reading.words[before]) {
        Some(Class::Source) => true,
        Some(Class::Attribution) => speaks(),
        _ => false,
    }
}

//! Changes of words: which came and went, in which form and in which order.

use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::beside::{follows_value, is_initial, precedes_value};
use super::opposites::opposites;
use super::reading::{Reading, Word};
use super::rules::{Class, rules};
use super::{Cause, Readings, Reason};
use crate::tracking::tongue::Tongue;

/// How many names of each side are compared by their letters.
const NAMES: usize = 64;

/// Every change of words with its reason.
pub fn causes(readings: &Readings<'_>, tongue: &Tongue) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let mut matched = Matched::new(old, new);
    matched.pair_cases(old, new);
    matched.pair_names(old, new);
    let (gone, come) = (matched.gone(), matched.come());
    let mut causes = Vec::new();
    if gone.is_empty() && come.is_empty() {
        causes.extend(moved(old, new, &matched));
    } else {
        let opposites = opposites(rules(&tongue.language), (old, &gone), (new, &come));
        let names = names(old, &gone).into_iter().chain(names(new, &come)).collect();
        let grave =
            |list: &FxHashSet<usize>, index| list.contains(&index).then_some(Reason::Negation);
        for &index in &come {
            let reason = grave(&opposites.1, index).unwrap_or_else(|| reason(new, index, &names));
            causes.push(Cause::new(reason, new.words[index].span));
        }
        for &index in &gone {
            let reason = grave(&opposites.0, index).unwrap_or_else(|| reason(old, index, &names));
            causes.push(Cause::removed(reason, old.words[index].span));
        }
    }
    causes.extend(inflected(old, new, &matched));
    causes
}

/// For each word of the new text the old word that it is.
struct Matched {
    old_of: Vec<Option<usize>>,
    used: Vec<bool>,
}

impl Matched {
    /// Words with the same key match; those in the same form first, in order.
    fn new(old: &Reading<'_>, new: &Reading<'_>) -> Self {
        let mut matched =
            Self { old_of: vec![None; new.words.len()], used: vec![false; old.words.len()] };
        matched.pair_beginnings(old, new);
        matched.pair_endings(old, new);
        matched.pair_by((old, new), |_, word| word.form.as_str());
        // Only words that came or went in this form are worth stemming.
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method fits one lifetime only"
        )]
        matched.pair_by((old, new), |reading, word| reading.key(word));
        matched
    }

    /// Words that both texts begin with; they match in order whatever follows.
    fn pair_beginnings(&mut self, old: &Reading<'_>, new: &Reading<'_>) {
        let both = old.words.iter().zip(&new.words);
        for index in 0..both.take_while(|(old, new)| old.form == new.form).count() {
            self.old_of[index] = Some(index);
            self.used[index] = true;
        }
    }

    /// Words that both texts end with, up to where their common beginning ends.
    fn pair_endings(&mut self, old: &Reading<'_>, new: &Reading<'_>) {
        let (mut before, mut now) = (old.words.len(), new.words.len());
        while let (Some(one), Some(two)) = (before.checked_sub(1), now.checked_sub(1))
            && !self.used[one]
            && self.old_of[two].is_none()
            && old.words[one].form == new.words[two].form
        {
            self.old_of[two] = Some(one);
            self.used[one] = true;
            (before, now) = (one, two);
        }
    }

    fn pair_by<'r, K: Eq + Hash>(
        &mut self,
        (old, new): (&'r Reading<'_>, &'r Reading<'_>),
        key: impl Fn(&'r Reading<'_>, &'r Word) -> K,
    ) {
        let gone = self.gone();
        // The first word that has a key, and for each word the next one with the same.
        let mut held: FxHashMap<K, usize> =
            FxHashMap::with_capacity_and_hasher(gone.len(), FxBuildHasher);
        let mut later = vec![None; old.words.len()];
        for index in gone.into_iter().rev() {
            later[index] = held.insert(key(old, &old.words[index]), index);
        }
        for index in self.come() {
            let Entry::Occupied(mut entry) = held.entry(key(new, &new.words[index])) else {
                continue;
            };
            let found = *entry.get();
            match later[found] {
                Some(next) => _ = entry.insert(next),
                None => _ = entry.remove(),
            }
            self.old_of[index] = Some(found);
            self.used[found] = true;
        }
    }

    /// Russian nouns whose stem loses a vowel, «образец» and «образцы», match by what stays.
    fn pair_cases(&mut self, old: &Reading<'_>, new: &Reading<'_>) {
        let gone = self.gone().into_iter();
        let mut held: FxHashMap<String, usize> =
            gone.filter_map(|gone| Some((frame(&old.words[gone].form)?, gone))).collect();
        for index in self.come() {
            let found = frame(&new.words[index].form).and_then(|frame| held.remove(&frame));
            if let Some(found) = found {
                self.old_of[index] = Some(found);
                self.used[found] = true;
            }
        }
    }

    /// Names that stems part, such as «Андрей» and «Андрея», match by their letters.
    fn pair_names(&mut self, old: &Reading<'_>, new: &Reading<'_>) {
        let capitalised = |reading: &Reading<'_>, indices: Vec<usize>| -> Vec<usize> {
            let names = indices.into_iter().filter(|at| reading.words[*at].is_capitalised);
            names.take(NAMES).collect()
        };
        let (gone, come) = (capitalised(old, self.gone()), capitalised(new, self.come()));
        for index in come {
            let form = &new.words[index].form;
            let is_it = |at: &&usize| !self.used[**at] && is_same_name(&old.words[**at].form, form);
            if let Some(&found) = gone.iter().find(is_it) {
                self.old_of[index] = Some(found);
                self.used[found] = true;
            }
        }
    }

    fn gone(&self) -> Vec<usize> {
        (0..self.used.len()).filter(|index| !self.used[*index]).collect()
    }

    fn come(&self) -> Vec<usize> {
        (0..self.old_of.len()).filter(|index| self.old_of[*index].is_none()).collect()
    }

    /// Old and new index of every word that stayed, in the new order.
    fn stayed(&self) -> impl Iterator<Item = (usize, usize)> {
        self.old_of.iter().enumerate().filter_map(|(new, old)| old.map(|old| (old, new)))
    }
}

/// Case endings of Russian nouns and adjectives; what is left after the common beginning of two cases.
const ENDINGS: [&str; 32] = [
    "", "а", "я", "у", "ю", "ы", "и", "е", "о", "ь", "й", "ом", "ем", "ым", "им", "ой", "ей", "ою",
    "ею", "ью", "ого", "его", "ому", "ему", "ая", "яя", "ую", "ый", "ий", "ам", "ах", "ами",
];

/// A noun without its case ending and without the vowel that may fall out before the last consonant.
fn frame(form: &str) -> Option<String> {
    let endings = CASES.iter().filter_map(|ending| form.strip_suffix(ending));
    let mut letters: Vec<char> =
        endings.min_by_key(|stem| stem.len()).unwrap_or(form).chars().collect();
    let vowel = letters.len().checked_sub(2)?;
    if matches!(letters[vowel], 'е' | 'о' | 'ь') {
        letters.remove(vowel);
    }
    let is_russian = letters.iter().all(|c| matches!(c, 'а'..='я'));
    (letters.len() >= 3 && is_russian).then(|| letters.into_iter().collect())
}

/// The endings of nouns with a falling vowel.
const CASES: [&str; 11] = ["а", "у", "ы", "и", "е", "ом", "ем", "ов", "ам", "ами", "ах"];

/// Whether two words are cases of one name.
fn is_same_name(one: &str, two: &str) -> bool {
    let common = one.char_indices().zip(two.chars()).find(|((_, one), two)| one != two);
    let common = common.map_or(one.len().min(two.len()), |((at, _), _)| at);
    one[..common].chars().count() >= 3
        && ENDINGS.contains(&&one[common..])
        && ENDINGS.contains(&&two[common..])
}

/// Why it matters that this word came or went.
fn reason(reading: &Reading<'_>, index: usize, names: &FxHashSet<Arc<str>>) -> Reason {
    let word = &reading.words[index];
    match reading.class(word) {
        _ if is_initial(reading, word) => Reason::Name,
        Some(Class::Negation) => Reason::Negation,
        Some(Class::Magnitude) => Reason::Magnitude,
        Some(Class::Unit) if follows_value(reading, word) => Reason::Magnitude,
        Some(Class::Bound) if precedes_value(reading, word) => Reason::Time,
        Some(Class::Time) => Reason::Time,
        Some(Class::Modality) => Reason::Modality,
        Some(Class::Role) => Reason::Role,
        Some(Class::Name) => Reason::Name,
        class if !is_small(class) && is_name(reading, index, names) => Reason::Name,
        _ if word.is_quoted => Reason::Quotation,
        class if is_small(class) => Reason::Function,
        _ if word.form.chars().nth(1).is_none() => Reason::Function,
        _ => Reason::Content,
    }
}

fn is_small(class: Option<Class>) -> bool {
    matches!(class, Some(Class::Function | Class::Bound))
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

/// Every name of a text, where a capitalised word came or went at all.
fn names(reading: &Reading<'_>, changed: &[usize]) -> Vec<Arc<str>> {
    if !changed.iter().any(|index| reading.words[*index].is_capitalised) {
        return Vec::new();
    }
    let names = reading.words.iter().filter(|word| word.is_name);
    names.map(|word| reading.key(word)).collect()
}

/// The same words in another form.
fn inflected(old: &Reading<'_>, new: &Reading<'_>, matched: &Matched) -> Vec<Cause> {
    let changed =
        matched.stayed().filter(|(before, now)| old.words[*before].form != new.words[*now].form);
    changed.map(|(_, now)| Cause::new(Reason::Inflection, new.words[now].span)).collect()
}

/// The same words in another order: dangerous where a negation or the names change places.
fn moved(old: &Reading<'_>, new: &Reading<'_>, matched: &Matched) -> Vec<Cause> {
    let order: Vec<(usize, usize)> = matched.stayed().collect();
    let Some((_, first)) = order.iter().enumerate().find(|(place, (before, _))| place != before)
    else {
        return Vec::new();
    };
    let mut causes = vec![Cause::new(Reason::Order, new.words[first.1].span)];
    let stood: FxHashSet<(Arc<str>, Arc<str>)> =
        negations(old).into_iter().map(|(_, negation, next)| (negation, next)).collect();
    for (index, negation, next) in negations(new) {
        if !stood.contains(&(negation, next)) {
            causes.push(Cause::new(Reason::Negation, new.words[index].span));
        }
    }
    causes.extend(exchanged(old, new, &order));
    causes
}

/// Where a negation stands, which it is, and the word it negates.
fn negations(reading: &Reading<'_>) -> Vec<(usize, Arc<str>, Arc<str>)> {
    let words = reading.words.iter().enumerate();
    let negations = words.filter(|(_, word)| reading.class(word) == Some(Class::Negation));
    let next = |index: usize| reading.words.get(index + 1).map(|next| reading.key(next));
    negations
        .map(|(index, word)| {
            (index, reading.key(word), next(index).unwrap_or_else(|| Arc::from("")))
        })
        .collect()
}

/// Names that took each other's place and case: who did it to whom.
fn exchanged(old: &Reading<'_>, new: &Reading<'_>, order: &[(usize, usize)]) -> Option<Cause> {
    let names: Vec<(usize, usize)> = order
        .iter()
        .copied()
        .filter(|(before, now)| {
            old.words[*before].is_capitalised
                && new.words[*now].is_capitalised
                && (old.words[*before].is_name || new.words[*now].is_name)
        })
        .collect();
    let reordered = names.windows(2).any(|two| two[0].0 > two[1].0);
    let inflected =
        names.iter().filter(|(before, now)| old.words[*before].form != new.words[*now].form);
    let mut inflected = inflected.map(|(_, now)| new.words[*now].span);
    let first = inflected.next()?;
    (reordered && inflected.next().is_some()).then(|| Cause::new(Reason::Name, first))
}

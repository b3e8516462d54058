//! Which old word each new word is: by form, by stem, and names by their letters.

use std::collections::hash_map::Entry;
use std::hash::Hash;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Readings;
use super::endings::ENDINGS;
use super::reading::{Reading, Word};

/// How many names of each side are compared by their letters.
const NAMES: usize = 64;

/// For each word of the new text the old word that it is.
pub struct Matched {
    old_of: Vec<Option<usize>>,
    used: Vec<bool>,
    /// New words that are a part of an old one.
    settled: Vec<usize>,
    /// New words that are written otherwise than the old ones.
    respelt: Vec<usize>,
}

impl Matched {
    /// Words with the same key match; those in the same form first, in order.
    pub fn new(old: &Reading<'_>, new: &Reading<'_>) -> Self {
        let mut matched = Self {
            old_of: vec![None; new.words.len()],
            used: vec![false; old.words.len()],
            settled: Vec::new(),
            respelt: Vec::new(),
        };
        let readings = Readings { old, new };
        matched.pair_beginnings(old, new);
        matched.pair_endings(old, new);
        matched.pair_by(&readings, |_, word| word.form.as_str());
        // Only words that came or went in this form are worth stemming.
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method fits one lifetime only"
        )]
        matched.pair_by(&readings, |reading, word| reading.key(word));
        matched.pair_cases(old, new);
        matched.part_names(old, new);
        matched.pair_names(old, new);
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
        readings: &Readings<'r>,
        key: impl Fn(&'r Reading<'r>, &'r Word) -> K,
    ) {
        let [old, new] = [readings.old, readings.new];
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
        let gone = self.gone().into_iter().filter(|at| !old.is_listed(&old.words[*at]));
        let mut held: FxHashMap<String, usize> =
            gone.filter_map(|gone| Some((frame(&old.words[gone].form)?, gone))).collect();
        for index in self.come() {
            if new.is_listed(&new.words[index]) {
                continue;
            }
            let found = frame(&new.words[index].form).and_then(|frame| held.remove(&frame));
            if let Some(found) = found {
                self.old_of[index] = Some(found);
                self.used[found] = true;
            }
        }
    }

    /// Names that share a stem and are others, «Роман» and «Романов», are taken apart.
    fn part_names(&mut self, old: &Reading<'_>, new: &Reading<'_>) {
        for (now, found) in self.old_of.iter_mut().enumerate() {
            let Some(before) = *found else { continue };
            let (one, two) = (&old.words[before], &new.words[now]);
            let are_listed = old.is_listed(one) && new.is_listed(two);
            let are_names =
                one.is_capitalised && two.is_capitalised && one.form != two.form && !are_listed;
            if are_names && are_kin(&one.form, &two.form) {
                *found = None;
                self.used[before] = false;
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
            let is_it = |at: &&usize| {
                let name = &old.words[**at].form;
                !self.used[**at] && is_same_name(name, form) && !are_kin(name, form)
            };
            if let Some(&found) = gone.iter().find(is_it) {
                self.old_of[index] = Some(found);
                self.used[found] = true;
            }
        }
    }

    /// Whether words are left on both sides.
    pub fn is_open(&self) -> bool {
        self.used.contains(&false) && self.old_of.contains(&None)
    }

    /// Old words that no new word is.
    pub fn gone(&self) -> Vec<usize> {
        (0..self.used.len()).filter(|index| !self.used[*index]).collect()
    }

    /// New words that no old word is.
    pub fn come(&self) -> Vec<usize> {
        (0..self.old_of.len()).filter(|index| self.is_come(*index)).collect()
    }

    /// Whether no old word is this new one.
    pub fn is_come(&self, new: usize) -> bool {
        self.old_of[new].is_none() && !self.settled.contains(&new)
    }

    /// Whether no new word is this old one.
    pub fn is_gone(&self, old: usize) -> bool {
        !self.used[old]
    }

    /// Takes down that two words are one, written otherwise.
    pub fn spell(&mut self, old: usize, new: usize) {
        self.pair(old, new);
        self.respelt.push(new);
    }

    /// Takes down that two words are one.
    pub fn pair(&mut self, old: usize, new: usize) {
        self.old_of[new] = Some(old);
        self.used[old] = true;
    }

    /// Takes down that a new word is a part of one that was matched.
    pub fn settle_new(&mut self, new: usize) {
        self.settled.push(new);
    }

    /// Takes down that an old word is a part of one that was matched.
    pub fn settle_old(&mut self, old: usize) {
        self.used[old] = true;
    }

    /// Whether a new word is written otherwise than the old one.
    pub fn is_respelt(&self, new: usize) -> bool {
        self.respelt.contains(&new)
    }

    /// Whether an old and a new word stand between the same neighbours.
    pub fn stand_between(&self, old: usize, new: usize) -> bool {
        let is_same = |before: Option<usize>, now: Option<usize>| match (before, now) {
            (Some(before), Some(now)) => self.old_of.get(now) == Some(&Some(before)),
            (None, None) => true,
            _ => false,
        };
        is_same(old.checked_sub(1), new.checked_sub(1)) && is_same(Some(old + 1), Some(new + 1))
    }

    /// Whether an old and a new word stand after the same word, or before the same.
    pub fn share_place(&self, old: usize, new: usize) -> bool {
        let before = self.used[..old].iter().rposition(|used| *used);
        let is_before = self.old_of[..new].iter().rev().find_map(|old| *old);
        let after = self.used[old + 1..].iter().position(|used| *used).map(|at| old + 1 + at);
        let is_after = self.old_of[new + 1..].iter().find_map(|old| *old);
        before == is_before || after == is_after
    }

    /// Old and new index of every word that stayed, in the new order.
    pub fn stayed(&self) -> impl Iterator<Item = (usize, usize)> {
        self.old_of.iter().enumerate().filter_map(|(new, old)| old.map(|old| (old, new)))
    }
}

/// A noun without its case ending and without the vowel that may fall out before the last consonant.
fn frame(form: &str) -> Option<String> {
    let endings = CASES.iter().filter_map(|ending| form.strip_suffix(ending));
    let mut letters: Vec<char> =
        endings.min_by_key(|stem| stem.len()).unwrap_or(form).chars().collect();
    let vowel = letters.len().checked_sub(2)?;
    // «Олег» and «Ольга» differ by more than their case.
    let falls = letters[vowel] != 'ь' || letters[vowel + 1] != 'г';
    if falls && matches!(letters[vowel], 'е' | 'о' | 'ь') {
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

/// Whether one name is made from the other: a surname from a first name, a country from a river.
fn are_kin(one: &str, two: &str) -> bool {
    let differ = |[one, two]: [Option<bool>; 2]| one.zip(two).is_some_and(|(one, two)| one != two);
    let is_from = |one: &str, two: &str| {
        let stems = ENDINGS.iter().filter_map(|ending| one.strip_suffix(ending));
        let mut bare =
            stems.flat_map(|stem| SURNAMES.iter().map(move |end| stem.strip_suffix(end)));
        bare.any(|bare| {
            bare.and_then(|bare| two.strip_prefix(bare)).is_some_and(|rest| ENDINGS.contains(&rest))
        })
    };
    let is_made = || {
        let is_other = differ([one, two].map(|form| Some(is_surname(form))));
        is_other || is_from(one, two) || is_from(two, one)
    };
    !is_plural(one) && !is_plural(two) && is_made() || differ([one, two].map(ends_in_ia))
}

/// Whether a form has the suffix of a surname before its ending.
fn is_surname(form: &str) -> bool {
    let is_long = |stem: &str| stem.chars().nth(1).is_some();
    ENDINGS
        .iter()
        .filter_map(|ending| form.strip_suffix(ending))
        .any(|stem| SURNAMES.iter().filter_map(|suffix| stem.strip_suffix(suffix)).any(is_long))
}

/// What makes a surname of a first name.
const SURNAMES: [&str; 4] = ["ов", "ев", "ин", "ын"];

fn is_plural(form: &str) -> bool {
    ["ы", "и", "ам", "ами", "ах"].iter().any(|ending| form.ends_with(ending))
}

/// Whether a noun is declined as «Нигерия» is; none where its form doesn't tell.
fn ends_in_ia(form: &str) -> Option<bool> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    (!ends(&["ий"])).then(|| ends(&["ия", "ии", "ию", "ией", "ием"]))
}

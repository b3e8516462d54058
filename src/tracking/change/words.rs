//! Changes of words: which came and went, in which form and in which order.

use rustc_hash::FxHashMap;

use super::reading::{Reading, Word};
use super::rules::{Class, Rules, rules};
use super::{Cause, Readings, Reason};

/// How many names of each side are compared by their letters.
const NAMES: usize = 64;

/// Every change of words with its reason.
pub fn causes(readings: &Readings<'_>, language: &str) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let mut matched = Matched::new(old, new);
    matched.pair_cases(old, new);
    matched.pair_names(old, new);
    let rules = rules(language);
    let (gone, come) = (matched.gone(), matched.come());
    let opposites = opposites(rules, (old, &gone), (new, &come));
    let mut causes: Vec<Cause> = Vec::new();
    for &index in &come {
        let reason =
            if opposites.1.contains(&index) { Reason::Negation } else { reason(new, index, old) };
        causes.push(Cause::new(reason, new.words[index].span));
    }
    for &index in &gone {
        let reason =
            if opposites.0.contains(&index) { Reason::Negation } else { reason(old, index, new) };
        causes.push(Cause::removed(reason, old.words[index].span));
    }
    if gone.is_empty() && come.is_empty() {
        causes.extend(moved(old, new, &matched));
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
        matched.pair_by(old, new, |word| (&word.key, &word.form));
        matched.pair_by(old, new, |word| (&word.key, &word.key));
        matched
    }

    fn pair_by<'a>(
        &mut self,
        old: &'a Reading<'_>,
        new: &'a Reading<'_>,
        key: impl Fn(&'a Word) -> (&'a str, &'a str),
    ) {
        let mut held: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
        for (index, word) in old.words.iter().enumerate().rev() {
            if !self.used[index] {
                held.entry(key(word)).or_default().push(index);
            }
        }
        for (index, word) in new.words.iter().enumerate() {
            if self.old_of[index].is_none()
                && let Some(old) = held.get_mut(&key(word)).and_then(Vec::pop)
            {
                self.old_of[index] = Some(old);
                self.used[old] = true;
            }
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
        for index in
            self.come().into_iter().filter(|index| new.words[*index].is_capitalised).take(NAMES)
        {
            let gone = self.gone();
            let mut names =
                gone.into_iter().filter(|gone| old.words[*gone].is_capitalised).take(NAMES);
            let form = &new.words[index].form;
            if let Some(found) = names.find(|gone| is_same_name(&old.words[*gone].form, form)) {
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
    let mut letters: Vec<char> = endings.min_by_key(|stem| stem.len()).unwrap_or(form).chars().collect();
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
fn reason(reading: &Reading<'_>, index: usize, other: &Reading<'_>) -> Reason {
    let word = &reading.words[index];
    match word.class {
        Some(Class::Negation) => Reason::Negation,
        Some(Class::Magnitude) => Reason::Magnitude,
        Some(Class::Time) => Reason::Time,
        Some(Class::Modality) => Reason::Modality,
        Some(Class::Role) => Reason::Role,
        _ if is_name(reading, index, other) => Reason::Name,
        _ if word.is_quoted => Reason::Quotation,
        Some(Class::Function) => Reason::Function,
        _ if word.form.chars().nth(1).is_none() => Reason::Function,
        _ => Reason::Content,
    }
}

/// Whether a word names somebody, by its capital, its place among the known, or because it speaks.
fn is_name(reading: &Reading<'_>, index: usize, other: &Reading<'_>) -> bool {
    let word = &reading.words[index];
    if !word.is_capitalised || word.class == Some(Class::Function) {
        return false;
    }
    let named = |reading: &Reading<'_>| {
        reading.words.iter().any(|other| other.is_name && other.key == word.key)
    };
    let speaks =
        || reading.words.get(index + 1).is_some_and(|next| next.class == Some(Class::Attribution));
    word.is_name || named(reading) || named(other) || index == 0 && speaks()
}

/// Words that became their own negation by a prefix: indices in the old and in the new text.
fn opposites(
    rules: &Rules,
    (old, gone): (&Reading<'_>, &[usize]),
    (new, come): (&Reading<'_>, &[usize]),
) -> (Vec<usize>, Vec<usize>) {
    let keyed = |reading: &Reading<'_>, indices: &[usize]| -> FxHashMap<String, usize> {
        indices.iter().map(|index| (reading.words[*index].key.clone(), *index)).collect()
    };
    let negated = |(reading, indices): (&Reading<'_>, &[usize]),
                   others: &FxHashMap<String, usize>| {
        let mut found = Vec::new();
        for &index in indices {
            let key = &reading.words[index].key;
            let bare = rules.negating.iter().filter_map(|prefix| key.strip_prefix(prefix));
            found.extend(bare.filter_map(|bare| others.get(bare)).map(|other| (index, *other)));
        }
        found
    };
    let in_new = negated((new, come), &keyed(old, gone));
    let in_old = negated((old, gone), &keyed(new, come));
    let olds =
        in_new.iter().map(|(_, old)| *old).chain(in_old.iter().map(|(old, _)| *old)).collect();
    let news =
        in_new.iter().map(|(new, _)| *new).chain(in_old.iter().map(|(_, new)| *new)).collect();
    (olds, news)
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
    let next = |reading: &Reading<'_>, index: usize| {
        reading.words.get(index + 1).map(|word| word.key.clone())
    };
    for (index, word) in
        new.words.iter().enumerate().filter(|(_, word)| word.class == Some(Class::Negation))
    {
        let stood =
            old.words.iter().enumerate().any(|(before, held)| {
                held.key == word.key && next(old, before) == next(new, index)
            });
        if !stood {
            causes.push(Cause::new(Reason::Negation, word.span));
        }
    }
    causes.extend(exchanged(old, new, &order));
    causes
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

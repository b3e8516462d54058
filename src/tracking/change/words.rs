//! Changes of words: which came and went, in which form and in which order.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::beside::{follows_value, is_initial, is_range, precedes_value, value_before};
use super::matched::Matched;
use super::opposites::opposites;
use super::reading::{Reading, Word};
use super::rules::{Class, rules};
use super::{Cause, Readings, Reason};
use crate::text::words::is_capital;
use crate::tracking::tongue::Tongue;

/// Every change of words with its reason.
pub fn causes(readings: &Readings<'_>, matched: &Matched, tongue: &Tongue) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let (gone, come) = (matched.gone(), matched.come());
    let names = names((old, &gone), (new, &come));
    let mut causes = Vec::new();
    if !gone.is_empty() || !come.is_empty() {
        let opposites = opposites(rules(&tongue.language), (old, &gone), (new, &come));
        let judge =
            |reading: &Reading<'_>, index, other: &Reading<'_>, turned: &FxHashSet<_>| match turned
                .contains(&index)
            {
                true => Reason::Negation,
                false if is_range(reading, index, other) => Reason::Function,
                false => reason(reading, index, &names),
            };
        causes.extend(
            come.iter().map(|&index| {
                Cause::new(judge(new, index, old, &opposites.1), new.words[index].span)
            }),
        );
        causes.extend(gone.iter().map(|&index| {
            Cause::removed(judge(old, index, new, &opposites.0), old.words[index].span)
        }));
    }
    let struck = matched.stayed().filter(|(before, now)| {
        old.is_struck(&old.words[*before]) != new.is_struck(&new.words[*now])
    });
    causes.extend(struck.map(|(_, now)| Cause::new(reason(new, now, &names), new.words[now].span)));
    causes.extend(inflected(old, new, matched));
    causes.extend(recased(old, new, matched));
    causes
}

/// Why it matters that this word came or went.
fn reason(reading: &Reading<'_>, index: usize, names: &FxHashSet<Arc<str>>) -> Reason {
    let word = &reading.words[index];
    match reading.class(word) {
        _ if is_initial(reading, word) => Reason::Name,
        _ if has_digit(reading, word) && !is_measure(reading, word) => Reason::Value,
        Some(Class::Negation) => Reason::Negation,
        Some(Class::Magnitude) => Reason::Magnitude,
        Some(Class::Unit) if follows_value(reading, word) => Reason::Magnitude,
        Some(Class::Bound) if precedes_value(reading, word) || precedes_era(reading, index) => {
            Reason::Time
        }
        Some(Class::Time) => Reason::Time,
        Some(Class::Modality) => Reason::Modality,
        Some(Class::Role) => Reason::Role,
        Some(Class::Name) => Reason::Name,
        None if is_source(reading, index) => Reason::Role,
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

/// Every name of both texts, where a capitalised word came or went at all.
fn names(
    (old, gone): (&Reading<'_>, &[usize]),
    (new, come): (&Reading<'_>, &[usize]),
) -> FxHashSet<Arc<str>> {
    let mut found = FxHashSet::default();
    let sides = [(old, gone), (new, come)];
    for (reading, changed) in sides {
        if changed.iter().any(|index| reading.words[*index].is_capitalised) {
            let names = reading.words.iter().filter(|word| word.is_name);
            found.extend(names.map(|word| reading.key(word)));
        }
        found.extend(openers(reading, changed, is_surname));
    }
    let [gone, come] = sides
        .map(|(reading, changed)| openers(reading, changed, may_be_surname).collect::<Vec<_>>());
    // One word of this look says little; two that took each other's place are people.
    if !gone.is_empty() && !come.is_empty() {
        found.extend(gone.into_iter().chain(come));
    }
    found
}

/// Changed words whose capital comes from where they stand, and that look like surnames.
fn openers<'a>(
    reading: &'a Reading<'_>,
    changed: &'a [usize],
    looks: fn(&Reading<'_>, usize) -> bool,
) -> impl Iterator<Item = Arc<str>> + 'a {
    let opens = move |index: &usize| {
        let word = &reading.words[*index];
        word.is_capitalised
            && !word.is_name
            && reading.class(word).is_none()
            && looks(reading, *index)
    };
    let words = changed.iter().copied().filter(opens);
    words.map(|index| reading.key(&reading.words[index]))
}

/// Whether a word has the end of a surname before what one person did.
fn is_surname(reading: &Reading<'_>, index: usize) -> bool {
    let did = |word: &Word| word.form.ends_with('л') || word.form.ends_with("ла");
    let next = reading.words.get(index + 1);
    next.is_some_and(did) && reading.ends_as(&reading.words[index], 0)
}

/// Whether a word may be a surname; one that may be an adjective only before what somebody did.
fn may_be_surname(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    let is_adjective = ADJECTIVES.iter().any(|ending| word.form.ends_with(ending));
    is_surname(reading, index)
        || !is_adjective && (reading.ends_as(word, 0) || reading.ends_as(word, 1))
}

/// The endings of Russian adjectives.
const ADJECTIVES: [&str; 12] =
    ["ий", "ый", "ой", "ая", "ое", "ые", "ие", "ых", "их", "ого", "ому", "ую"];

/// Whether the word is a unit or a currency, however close to its number: «5км».
fn is_measure(reading: &Reading<'_>, word: &Word) -> bool {
    matches!(reading.class(word), Some(Class::Unit | Class::Magnitude))
        || matches!(word.form.as_str(), "г" | "гг")
}

/// Whether the word parts the eras: «до н. э.».
fn precedes_era(reading: &Reading<'_>, index: usize) -> bool {
    let is = |at: usize, form: &str| reading.words.get(at).is_some_and(|word| word.form == form);
    is(index + 1, "н") && is(index + 2, "э") || is(index + 1, "нашей") && is(index + 2, "эры")
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

/// The same words in another form.
fn inflected(old: &Reading<'_>, new: &Reading<'_>, matched: &Matched) -> Vec<Cause> {
    let changed =
        matched.stayed().filter(|(before, now)| old.words[*before].form != new.words[*now].form);
    changed.map(|(_, now)| Cause::new(Reason::Inflection, new.words[now].span)).collect()
}

/// The same words with other capitals: in a name or a unit these are another word's.
fn recased(old: &Reading<'_>, new: &Reading<'_>, matched: &Matched) -> Vec<Cause> {
    let changed: Vec<(usize, usize)> = matched
        .stayed()
        .filter(|(before, now)| {
            let (one, other) = (written(old, *before), written(new, *now));
            old.words[*before].form == new.words[*now].form && one != other && differ(one, other)
        })
        .collect();
    let is_named = |reading: &Reading<'_>, index: usize| {
        let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
        let word = &reading.words[index];
        let mut beside = beside.filter_map(|at| reading.words.get(at));
        word.is_name
            && (reading.class(word) == Some(Class::Name)
                || reading.ends_as(word, 0)
                || beside.any(|word| word.is_name))
    };
    let reason = |(before, now): (usize, usize)| {
        if is_unit(new, &new.words[now]) {
            Reason::Magnitude
        } else if is_shouted(written(old, before)) || is_shouted(written(new, now)) {
            Reason::Case
        } else if before > 0 && now > 0 && (is_named(old, before) || is_named(new, now)) {
            Reason::Name
        } else {
            Reason::Case
        }
    };
    changed.into_iter().map(|pair| Cause::new(reason(pair), new.words[pair.1].span)).collect()
}

/// Whether a word after a number is short enough for its capitals to matter: «5 мВт».
fn is_unit(reading: &Reading<'_>, word: &Word) -> bool {
    let is_short = word.form.chars().nth(4).is_none() && reading.class(word).is_none();
    value_before(reading, word).is_some_and(|value| value.kind.counts())
        && (is_short || is_measure(reading, word))
}

/// Whether a word has no small letter, as in a headline.
fn is_shouted(word: &str) -> bool {
    word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase)
}

fn written<'a>(reading: &Reading<'a>, index: usize) -> &'a str {
    &reading.text[reading.words[index].span.range()]
}

/// Whether capitals stand at other places.
fn differ(one: &str, other: &str) -> bool {
    one.chars().map(is_capital).ne(other.chars().map(is_capital))
}

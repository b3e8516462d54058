//! Changes of words: which came and went, in which form and in which order.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::beside::{follows_value, is_initial, is_range, precedes_value, value_before};
use super::forms;
use super::matched::Matched;
use super::opposites::opposites;
use super::reading::{Kind, Reading, Word};
use super::rules::{Class, List, rules};
use super::{Cause, Concern, Readings};
use crate::text::words::{is_capital, is_mark};
use crate::tracking::tongue::Tongue;

/// Every change of words with its reason.
pub fn causes(readings: &Readings<'_>, matched: &Matched, tongue: &Tongue) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let (gone, come) = (matched.gone(), matched.come());
    let names = names((old, &gone), (new, &come));
    let replaced = Replaced::new((old, &gone), (new, &come));
    let names = Known { names, replaced };
    let mut causes = Vec::new();
    if !gone.is_empty() || !come.is_empty() {
        let opposites = opposites(rules(&tongue.language), (old, &gone), (new, &come));
        let judge =
            |reading: &Reading<'_>, index, other: &Reading<'_>, turned: &FxHashSet<_>| match turned
                .contains(&index)
            {
                true => Concern::Contrary,
                false if is_range(reading, index, other) => Concern::Small,
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
    causes.extend(inflected((old, new), matched, tongue));
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
        Some(Class::Period) if is_year(reading, index) || is_letter(reading, word) => {
            Concern::Small
        }
        Some(Class::Tense) if precedes_participle(reading, index) => Concern::Small,
        Some(Class::Unit | Class::Period) if follows_value(reading, word) => Concern::Unit,
        Some(Class::Bound) if bounds(reading, index) => Concern::Limit,
        Some(Class::Time | Class::Period) => Concern::Time,
        Some(Class::Relative | Class::Pointing) if places_time(reading, index) => Concern::Time,
        Some(Class::Modality) => Concern::Modality,
        Some(Class::Mood) => Concern::Mood,
        Some(Class::Office) => Concern::Office,
        Some(Class::Name) => Concern::Name,
        Some(Class::Origin) => Concern::Origin,
        None if is_source(reading, index) => Concern::Office,
        class if !class.is_some_and(Class::is_small) && is_name(reading, index, names) => {
            Concern::Name
        }
        None if known.replaced.places && is_of_place(reading, word) => Concern::Origin,
        _ if word.is_quoted => Concern::Quotation,
        Some(class) if class.is_small() => small(class, known.replaced),
        _ if word.form.chars().nth(1).is_none() => Concern::Small,
        _ => Concern::Word,
    }
}

/// What a small word says; some do so only where they stand for another of their kind.
fn small(class: Class, replaced: Replaced) -> Concern {
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

/// What is known of all words that came and went.
struct Known {
    names: FxHashSet<Arc<str>>,
    replaced: Replaced,
}

/// Which kinds of words both came and went.
#[derive(Clone, Copy)]
struct Replaced {
    prepositions: bool,
    conjunctions: bool,
    pronouns: bool,
    places: bool,
}

impl Replaced {
    fn new((old, gone): (&Reading<'_>, &[usize]), (new, come): (&Reading<'_>, &[usize])) -> Self {
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
        }
    }
}

/// Whether a Russian adjective may be made of a place's name: «омский», not «детский».
fn is_of_place(reading: &Reading<'_>, word: &Word) -> bool {
    let mut stems = ADJECTIVES.iter().filter_map(|ending| word.form.strip_suffix(ending));
    reading.class(word) == Some(Class::Origin)
        || stems.any(|stem| stem.ends_with("ск") && !stem.ends_with("ческ"))
            && reading.class(word).is_none()
            && !reading.rules.list(List::Common).iter().any(|begin| word.form.starts_with(begin))
}

/// Whether the word bounds a number, a period or an era: «до 5 мая», «до конца года».
fn bounds(reading: &Reading<'_>, index: usize) -> bool {
    precedes_value(reading, &reading.words[index])
        || precedes_era(reading, index)
        || places_time(reading, index)
}

/// Whether a time stands within the next two words: «прошлой неделе», «начале этого года».
fn places_time(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    let next = reading.words[index + 1..].iter().take(2);
    precedes_value(reading, word)
        || next.into_iter().any(|next| {
            matches!(reading.class(next), Some(Class::Period | Class::Time))
                || precedes_value(reading, next) && reading.class(next) == Some(Class::Relative)
        })
}

/// Whether a word is a letter alone that no number stands before: «г. Тула».
fn is_letter(reading: &Reading<'_>, word: &Word) -> bool {
    word.form.chars().nth(2).is_none() && !follows_value(reading, word)
}

/// Whether «был» only goes with a participle: «был принят» and «принят» say the same.
fn precedes_participle(reading: &Reading<'_>, index: usize) -> bool {
    let is_past = reading.words[index].form.starts_with("был");
    let next = reading.words.get(index + 1);
    is_past && next.is_some_and(|next| PARTICIPLES.iter().any(|ending| next.form.ends_with(ending)))
}

/// The endings of short passive participles.
const PARTICIPLES: [&str; 12] =
    ["ен", "ена", "ено", "ены", "ан", "ана", "ано", "аны", "ят", "ята", "ято", "яты"];

/// Whether «год» only goes with the number of a year: «в 2025 г.».
fn is_year(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    let is_short =
        ["г", "год", "лет", "гг", "year"].iter().any(|begin| word.form.starts_with(begin));
    is_short
        && value_before(reading, word).is_some_and(|value| {
            value.kind == Kind::Date || value.key.len() == 4 && value.kind == Kind::Count
        })
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
    let (gone_at, come_at) = (gone, come);
    for (reading, changed) in sides {
        if changed.iter().any(|index| reading.words[*index].is_capitalised) {
            let names = reading.words.iter().filter(|word| word.is_name);
            found.extend(names.map(|word| reading.key(word)));
        }
        found.extend(openers(reading, changed, is_surname));
        found.extend(openers(reading, changed, is_unknown));
    }
    let [gone, come] = sides
        .map(|(reading, changed)| openers(reading, changed, may_be_surname).collect::<Vec<_>>());
    if takes_name(&found, (old, gone_at), (new, come_at)) {
        for (reading, changed) in sides {
            found.extend(openers(reading, changed, |_, _| true));
        }
    }
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
    next.is_some_and(did) && reading.ends_as(&reading.words[index], List::Surname)
}

/// Whether no dictionary has a word, so that it can only be a name.
fn is_unknown(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    word.form.chars().nth(1).is_some() && reading.knows(word) == Some(false)
}

/// Whether a word that opens a sentence gave its place to another, and one of them is a name.
fn takes_name(
    names: &FxHashSet<Arc<str>>,
    (old, gone): (&Reading<'_>, &[usize]),
    (new, come): (&Reading<'_>, &[usize]),
) -> bool {
    let opens = |reading: &Reading<'_>, changed: &[usize]| {
        changed.first() == Some(&0) && reading.words[0].is_capitalised
    };
    let is_name = |reading: &Reading<'_>| {
        let word = &reading.words[0];
        names.contains(&reading.key(word))
            || reading.class(word) == Some(Class::Name) && word.is_capitalised
    };
    opens(old, gone) && opens(new, come) && (is_name(old) || is_name(new))
}

/// Whether a word may be a surname; one that may be an adjective only before what somebody did.
fn may_be_surname(reading: &Reading<'_>, index: usize) -> bool {
    let word = &reading.words[index];
    let is_adjective = ADJECTIVES.iter().any(|ending| word.form.ends_with(ending));
    is_surname(reading, index)
        || !is_adjective
            && (reading.ends_as(word, List::Surname) || reading.ends_as(word, List::Surnamelike))
}

/// The endings of Russian adjectives.
const ADJECTIVES: [&str; 12] =
    ["ий", "ый", "ой", "ая", "ое", "ые", "ие", "ых", "их", "ого", "ому", "ую"];

/// Whether the word is a unit or a currency, however close to its number: «5км».
fn is_measure(reading: &Reading<'_>, word: &Word) -> bool {
    matches!(reading.class(word), Some(Class::Unit | Class::Period | Class::Magnitude))
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
fn inflected(
    (old, new): (&Reading<'_>, &Reading<'_>),
    matched: &Matched,
    tongue: &Tongue,
) -> Vec<Cause> {
    let changed =
        matched.stayed().filter(|(before, now)| old.words[*before].form != new.words[*now].form);
    let changed: Vec<(usize, usize)> = changed.collect();
    let is_turned = changed.iter().any(|(was, is)| {
        let agents = [&old.words[*was], &new.words[*is]].map(|word| forms::is_agent(&word.form));
        agents[0] != agents[1]
    });
    let concern = |(was, is): (usize, usize)| {
        let (before, now) = (&old.words[was], &new.words[is]);
        let is_word = !matches!(
            new.class(now),
            Some(
                Class::Name
                    | Class::Function
                    | Class::Word
                    | Class::Pronoun
                    | Class::Unit
                    | Class::Magnitude
            )
        );
        let is_named = before.is_name || now.is_name;
        if matched.is_respelt(is) {
            return Concern::Spelling;
        }
        if new.class(now) == Some(Class::Pronoun) {
            let is_subject = |word: &Word| SUBJECTS.contains(&word.form.as_str());
            let is_other = is_subject(before) != is_subject(now);
            return if is_other { Concern::Pronoun } else { Concern::Inflection };
        }
        let form = forms::concern(&tongue.language, &before.form, &now.form);
        match form {
            Some(Concern::Voice) if is_turned => Concern::Inflection,
            Some(Concern::Number) if is_named || !is_word => Concern::Inflection,
            Some(concern @ (Concern::Tense | Concern::Voice)) if !is_named => concern,
            Some(concern) if !is_named && is_word => concern,
            None if !is_named && new.class(now).is_none() && is_alone((old, was), (new, is)) => {
                Concern::Number
            }
            _ => Concern::Inflection,
        }
    };
    changed.iter().map(|&pair| Cause::new(concern(pair), new.words[pair.1].span)).collect()
}

/// Pronouns in the form of a subject.
const SUBJECTS: [&str; 16] = [
    "я", "ты", "он", "она", "оно", "мы", "вы", "они", "i", "he", "she", "we", "they", "you", "it",
    "who",
];

/// Whether a Russian noun changed its form while the words beside it, which give its case, did not.
fn is_alone((old, was): (&Reading<'_>, usize), (new, is): (&Reading<'_>, usize)) -> bool {
    let form = |reading: &Reading<'_>, at: Option<usize>| {
        at.and_then(|at| reading.words.get(at)).map(|word| word.form.clone())
    };
    let [before, now] = [was.checked_sub(1), is.checked_sub(1)];
    let is_same_left = form(old, before) == form(new, now);
    let is_same_right = form(old, Some(was + 1)) == form(new, Some(is + 1));
    is_same_left
        && is_same_right
        && forms::may_be_another_number(&old.words[was].form, &new.words[is].form)
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
                || reading.ends_as(word, List::Surname)
                || beside.any(|word| word.is_name))
    };
    let reason = |(before, now): (usize, usize)| {
        if is_unit(new, &new.words[now]) {
            Concern::Unit
        } else if is_shouted(written(old, before)) || is_shouted(written(new, now)) {
            Concern::Capital
        } else if before > 0 && now > 0 && (is_named(old, before) || is_named(new, now)) {
            Concern::Name
        } else {
            Concern::Capital
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
    let capitals =
        |word: &'_ str| word.chars().filter(|c| !is_mark(*c)).map(is_capital).collect::<Vec<_>>();
    capitals(one) != capitals(other)
}

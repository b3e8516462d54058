//! Facts that two texts state otherwise: one says a duty, the other a right; one today, the other tomorrow.
//!
//! Only kinds on which translators hardly ever differ are asked. In 1,997 pairs of professional
//! translations of news 28 are opposed so, against hundreds for other kinds.

use super::Places;
use super::voice::{Voice, Voices};
use crate::model::Span;
use crate::text::facts::{Fact, FactKind};

/// Kinds of which both texts name something, and nothing in common, only where one is no translation.
const TELLING: &[FactKind] = &[
    FactKind::Day,
    FactKind::Relative,
    FactKind::Season,
    FactKind::Currency,
    FactKind::Often,
    FactKind::Office,
    FactKind::Nation,
];

/// Kinds of which a text that names one more names one less only by mistake: «Россия и Китай», "Russia and Japan".
const PLAIN: &[FactKind] = &[FactKind::Currency, FactKind::Nation];

/// Facts of a kind that exclude each other where a text states just the one.
struct Exclusive {
    kind: FactKind,
    keys: &'static [&'static str],
    others: &'static [&'static str],
}

const fn excluding(
    kind: FactKind,
    keys: &'static [&'static str],
    others: &'static [&'static str],
) -> Exclusive {
    Exclusive { kind, keys, others }
}

const EXCLUSIVE: &[Exclusive] = &[
    excluding(FactKind::Modality, &["must"], &["can"]),
    excluding(FactKind::Quantity, &["all"], &["some", "few"]),
    excluding(FactKind::Quantity, &["most"], &["few"]),
    excluding(FactKind::Quantity, &["both"], &["one-of"]),
    excluding(FactKind::Quantity, &["dozens"], &["hundreds", "thousands", "millions"]),
    excluding(FactKind::Quantity, &["hundreds"], &["thousands", "millions"]),
    excluding(FactKind::Quantity, &["thousands"], &["millions"]),
    excluding(FactKind::Quantity, &["half", "quarter"], &["double", "triple"]),
    excluding(FactKind::Quantity, &["double"], &["triple"]),
    excluding(FactKind::Daytime, &["night", "evening"], &["morning", "day"]),
    excluding(FactKind::Daytime, &["morning"], &["day"]),
];

/// Lengths of time; a decade is ten years, a quarter a part of anything.
const TIMES: &[&str] = &["minute", "hour", "day", "week", "month", "year"];

/// Words of a sentence in which a denial can hardly be put in other words.
///
/// Of 1,997 pairs of professional translations of news, a denial of one side alone stands in 108, of
/// which 11 are as short as this.
const SHORT: usize = 10;

/// Words of a sentence that hardly names somebody's office in other words.
///
/// Of those 1,997 pairs one as short as this has an office or a role on one side alone.
const BRIEF: usize = 12;

/// Facts of a kind that only one translation in thousands tells otherwise.
pub fn named(voices: &Voices<'_>) -> Option<Places> {
    let told = TELLING.iter().find_map(|kind| apart(voices, *kind));
    told.or_else(|| PLAIN.iter().find_map(|kind| own(voices, *kind)))
}

/// Facts of a kind that exclude each other.
pub fn exclusive(voices: &Voices<'_>) -> Option<Places> {
    EXCLUSIVE.iter().find_map(|exclusive| excluded(voices, exclusive))
}

/// A denial of one text, where the other is as short and neither denies nor says no in another word.
pub fn denied(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    if source.size() > SHORT || target.size() > SHORT {
        return None;
    }
    match denies_alone(source, target) {
        Some(fact) => Some(Places::in_source(fact.span)),
        None => denies_alone(target, source).map(|fact| Places::in_target(fact.span)),
    }
}

fn denies_alone<'v>(one: &'v Voice<'_>, other: &Voice<'_>) -> Option<&'v Fact> {
    let says_no = other.has(FactKind::Denial) || other.has(FactKind::Refusal);
    one.of_kind(FactKind::Denial).next().filter(|_| !says_no)
}

/// A deputy, a former or an acting one of one text alone.
pub fn office(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    if !is_brief(voices) && !share_a_role(voices) {
        return None;
    }
    if let Some(span) = lone(source, target, FactKind::Office) {
        return Some(Places::in_source(span));
    }
    lone(target, source, FactKind::Office).map(Places::in_target)
}

/// Another role in a short sentence.
pub fn role(voices: &Voices<'_>) -> Option<Places> {
    if is_brief(voices) { apart(voices, FactKind::Role) } else { None }
}

fn is_brief(voices: &Voices<'_>) -> bool {
    voices.source.size() <= BRIEF && voices.target.size() <= BRIEF
}

fn share_a_role(voices: &Voices<'_>) -> bool {
    let mut roles = voices.source.of_kind(FactKind::Role);
    roles.any(|role| voices.target.states(FactKind::Role, &role.key).is_some())
}

/// Where a text states something of a kind that the other doesn't.
fn lone(one: &Voice<'_>, other: &Voice<'_>, kind: FactKind) -> Option<Span> {
    let mut facts = one.of_kind(kind).filter(|fact| !is_chance(one, fact));
    facts.find(|fact| !states(other, fact)).map(|fact| fact.span)
}

/// Whether a text states a fact of another; a capital stands for its country: "Madrid" is Spain.
fn states(voice: &Voice<'_>, fact: &Fact) -> bool {
    voice.of_kind(fact.kind).any(|other| land(&other.key) == land(&fact.key))
}

fn land(key: &str) -> String {
    key.strip_suffix(CAPITAL).unwrap_or(key).to_owned()
}

/// How the key of a country's capital ends.
const CAPITAL: &str = "-city";

/// Whether two words stand side by side that would be an abbreviation with full stops: «не только и о том».
fn is_chance(voice: &Voice<'_>, fact: &Fact) -> bool {
    let text = voice.text.get(fact.span.range()).unwrap_or_default();
    fact.kind == FactKind::Office && text.to_lowercase() == "и о"
}

/// Lengths of time of which the texts have nothing in common: a week and a year.
pub fn time(voices: &Voices<'_>) -> Option<Places> {
    let (left, right) = (lengths(&voices.source), lengths(&voices.target));
    let (one, other) = (left.first()?, right.first()?);
    let are_times = left.iter().chain(&right).all(|unit| TIMES.contains(&unit.key.as_str()));
    let has_common = left.iter().any(|unit| right.iter().any(|other| other.key == unit.key));
    (are_times && !has_common).then_some(Places::both(one.span, other.span))
}

/// What is measured, the year of a date aside: «в 1999 году».
fn lengths<'v>(voice: &'v Voice<'_>) -> Vec<&'v Fact> {
    voice.of_kind(FactKind::Unit).filter(|fact| !is_dated(voice, fact)).collect()
}

fn is_dated(voice: &Voice<'_>, fact: &Fact) -> bool {
    let before = voice.text[..fact.span.start].trim_end();
    fact.key == "year" && before.chars().rev().take_while(char::is_ascii_digit).count() == YEAR
}

/// Digits of a year.
const YEAR: usize = 4;

/// More than so many, and less than so many.
pub fn degree(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    [(OVER, UNDER), (UNDER, OVER), (NEARLY, PASSED), (PASSED, NEARLY)].into_iter().find_map(
        |(here, there)| {
            let one = bound(source, here).filter(|_| bound(source, there).is_none())?;
            let other = bound(target, there).filter(|_| bound(target, here).is_none())?;
            Some(Places::both(one, other))
        },
    )
}

const OVER: [&str; 2] = ["over", "least"];
const UNDER: [&str; 2] = ["under", "most"];
/// Almost so many, and more than so many.
const NEARLY: [&str; 2] = ["nearly", "nearly"];
const PASSED: [&str; 2] = ["over", "over"];

/// The word that bounds a number this way, as it stands right before it.
fn bound(voice: &Voice<'_>, keys: [&str; 2]) -> Option<Span> {
    let mut degrees = voice.of_kind(FactKind::Degree);
    let fact = degrees.find(|fact| keys.contains(&fact.key.as_str()) && counts(voice, fact))?;
    Some(fact.span)
}

/// Whether a number follows.
fn counts(voice: &Voice<'_>, fact: &Fact) -> bool {
    voice.of_kind(FactKind::Number).any(|number| {
        let between = voice.text.get(fact.span.end..number.span.start);
        between.is_some_and(|between| between.split_whitespace().count() <= BESIDE)
    })
}

/// Words between "more than" and its number: «более чем на 5».
const BESIDE: usize = 2;

/// Facts of a kind of which the texts have nothing in common.
fn apart(voices: &Voices<'_>, kind: FactKind) -> Option<Places> {
    let Voices { source, target } = voices;
    let (one, other) = (source.of_kind(kind).next()?, target.of_kind(kind).next()?);
    let has_common = source.of_kind(kind).any(|fact| states(target, fact));
    (!has_common).then_some(Places::both(one.span, other.span))
}

/// Facts of a kind that each text has for itself.
fn own(voices: &Voices<'_>, kind: FactKind) -> Option<Places> {
    let Voices { source, target } = voices;
    Some(Places::both(lone(source, target, kind)?, lone(target, source, kind)?))
}

/// Facts of which one text states just the one, the other just the other.
fn excluded(voices: &Voices<'_>, exclusive: &Exclusive) -> Option<Places> {
    let Voices { source, target } = voices;
    let Exclusive { kind, keys, others } = exclusive;
    [[keys, others], [others, keys]].into_iter().find_map(|[left, right]| {
        let (one, other) = (just(source, *kind, left)?, just(target, *kind, right)?);
        let is_lone = source.is_lone(one, target) && target.is_lone(other, source);
        let is_one = is_lone && voices.are_of_one(one, other);
        is_one.then_some(Places::both(one, other))
    })
}

/// Where a text states one of these, if it states nothing else of the kind.
fn just(voice: &Voice<'_>, kind: FactKind, keys: &[&str]) -> Option<Span> {
    let is_just = voice.of_kind(kind).all(|fact| keys.contains(&fact.key.as_str()));
    voice.of_kind(kind).next().filter(|_| is_just).map(|fact| fact.span)
}

#[cfg(test)]
mod tests {
    use crate::align::contrary;

    #[test]
    fn a_right_is_no_duty_and_today_is_not_tomorrow() {
        for (source, target) in [
            ("Министр может выступить в Пскове.", "The minister must speak in Pskov."),
            ("Он должен уехать.", "He may leave."),
            ("Суд решит это сегодня.", "The court will decide it tomorrow."),
            ("Все школы закрыты.", "Some schools are closed."),
            ("Россия и Китай подписали договор.", "Russia and Japan signed a treaty."),
        ] {
            assert!(
                contrary::opposed(source, target, ["ru", "en"]).is_some(),
                "{source} | {target}"
            );
        }
    }

    #[test]
    fn a_short_sentence_that_denies_answers_none_that_does_not() {
        for (source, target) in [
            ("Депутаты не поддержали закон.", "Lawmakers supported the law."),
            ("Вход открыт.", "Nobody may enter."),
        ] {
            assert!(
                contrary::opposed(source, target, ["ru", "en"]).is_some(),
                "{source} | {target}"
            );
        }
        for (source, target) in [
            ("Депутаты не поддержали закон.", "Lawmakers rejected the law."),
            ("Он не пришёл.", "He didn't come."),
            ("Без билета нельзя.", "No entry without a ticket."),
        ] {
            assert!(
                contrary::opposed(source, target, ["ru", "en"]).is_none(),
                "{source} | {target}"
            );
        }
    }

    #[test]
    fn what_is_said_in_other_words_is_not_opposed() {
        for (source, target) in [
            ("Министр может выступить в Пскове.", "The minister could speak in Pskov."),
            ("Он должен уехать.", "He is to leave."),
            ("Суд решит это сегодня.", "The court will decide it today."),
            ("Все школы закрыты.", "Every school is closed."),
            ("Все должны платить.", "Some must pay, and all will."),
            ("Греция не спорит.", "Athens does not argue."),
            ("Речь не о деньгах и о сроках.", "It is not about money and terms."),
        ] {
            assert!(
                contrary::opposed(source, target, ["ru", "en"]).is_none(),
                "{source} | {target}"
            );
        }
    }
}

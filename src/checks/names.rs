//! A name keeps its initials, its order and its letters, and is spelled one way all over an article.
//!
//! Any usual system of transliteration is good. A spelling that none of them gives is told only of
//! surnames with a Russian ending, as other names come back to their own languages.

use super::cast::{Cast, Scene};
use super::given_names::is_given;
use super::kept_letters::{lowered, slipped};
use super::name_words::{NameWord, words};
use super::people::{self, Misspelt, NamedTexts};
use super::spellings::Spellings;
use super::{Check, Run, Seen, Subject, excerpt};
use crate::align::sound_alike;
use crate::l10n::message;
use crate::model::{Severity, Unit};
use crate::text::scripts::is_cyrillic;
use crate::text::stems::Stems;
use crate::text::transliteration::{begins, spells};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("names", Severity::Warning, Run::Among(run)).example(
    "Доклад прочитал И. В. Сорокин.",
    "V. I. Sorokin gave the report.",
    "I. V. Sorokin gave the report.",
);

fn run(units: &[Unit<'_>], subject: &Subject<'_>) -> Vec<(usize, Seen)> {
    let languages = subject.languages();
    if (languages.source, languages.target) != ("ru", "en") {
        return Vec::new();
    }
    let [stems, english] = ["ru", "en"].map(|language| subject.readings.stems(language));
    let mut known = Spellings::default();
    let scenes = scenes(units);
    let cast = Cast::of(&scenes, &stems);
    let mut seen = Vec::new();
    for scene in &scenes {
        let Scene { at, ours, theirs } = scene;
        let unit = &units[*at];
        let alone =
            see(&unit.source, &NamedTexts { ours, theirs, stems: &stems, english: &english });
        // What the whole article says of a name is surer than what one segment does.
        let is_sure = alone.as_ref().is_some_and(|seen| seen.at_most >= Severity::Warning);
        let told = if is_sure { None } else { cast.told(scene, unit) };
        seen.extend(told.or(alone).map(|one| (*at, one)));
        known.learn(*at, [ours, theirs], &stems);
    }
    for (at, one) in known.told(units) {
        if seen.iter().all(|(own, _)| *own != at) {
            seen.push((at, one));
        }
    }
    seen
}

/// The names of each segment that has some.
fn scenes<'a>(units: &'a [Unit<'a>]) -> Vec<Scene<'a>> {
    let mut scenes = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        if unit.is_missing() || unit.is_stale() {
            continue;
        }
        let ours = words(&unit.source);
        if ours.iter().any(NameWord::is_capitalised) {
            scenes.push(Scene { at, ours, theirs: words(&unit.target) });
        }
    }
    scenes
}

/// What is wrong with a name of these texts.
fn see(source: &str, texts: &NamedTexts<'_, '_>) -> Option<Seen> {
    let NamedTexts { ours, theirs, stems, .. } = *texts;
    if let Some([old, new]) = initials(ours, theirs) {
        let source = excerpt(source);
        return Some(
            message!("check-names-initials", source = source, old = old, new = new).into(),
        );
    }
    if let Some([old, new]) = order(ours, theirs, stems) {
        let source = excerpt(source);
        return Some(message!("check-names-order", source = source, old = old, new = new).into());
    }
    if let Some([old, new]) = people::sex(texts) {
        let source = excerpt(source);
        return Some(message!("check-names-sex", source = source, old = old, new = new).into());
    }
    let found = people::another(texts).or_else(|| slipped(ours, theirs));
    let found = found.or_else(|| lowered(ours, theirs, texts.english));
    let Some(Misspelt { name, spelling, is_sure }) = found else {
        let name = people::lost(texts)?;
        let source = excerpt(source);
        return Some(message!("check-names-lost", source = source, name = name).into());
    };
    let source = excerpt(source);
    let message = message!("check-names-spelling", source = source, old = name, new = spelling);
    let most = if is_sure { Severity::Warning } else { Severity::Info };
    Some(Seen::from(message).at_most(most))
}

/// Two initials and the surname beside them.
struct Initialled<'a> {
    initials: [char; 2],
    surname: &'a str,
}

fn initialled<'a>(words: &[NameWord<'a>]) -> Vec<Initialled<'a>> {
    let letter = |word: &NameWord<'_>| word.text.chars().next().unwrap_or(' ');
    let is_long = |word: &NameWord<'_>| word.is_capitalised() && !word.is_initial();
    let mut found = Vec::new();
    for three in words.windows(3) {
        let [one, two, three] = three else { continue };
        let (initials, surname) = if one.is_initial() && two.is_initial() && is_long(three) {
            ([letter(one), letter(two)], three.text)
        } else if is_long(one) && two.is_initial() && three.is_initial() && one.is_joined {
            ([letter(two), letter(three)], one.text)
        } else {
            continue;
        };
        found.push(Initialled { initials, surname });
    }
    found
}

/// Initials of a person that are others, or stand in another order.
fn initials(ours: &[NameWord<'_>], theirs: &[NameWord<'_>]) -> Option<[String; 2]> {
    let (ours, theirs) = (initialled(ours), initialled(theirs));
    let fit = |one: &Initialled<'_>, other: &Initialled<'_>| {
        one.initials.iter().zip(&other.initials).all(|(one, other)| begins(*one, *other))
    };
    let shown = |one: &Initialled<'_>| {
        let [first, second] = one.initials;
        format!("{first}. {second}. {}", one.surname)
    };
    ours.iter().filter(|one| one.surname.chars().all(is_cyrillic)).find_map(|one| {
        let is_same = |other: &&Initialled<'_>| {
            spells(one.surname, other.surname) || sound_alike(one.surname, other.surname)
        };
        let same = || theirs.iter().filter(is_same);
        let other = same().next().filter(|_| !same().any(|other| fit(one, other)))?;
        Some([shown(one), shown(other)])
    })
}

/// A first name and a surname that changed places.
fn order(ours: &[NameWord<'_>], theirs: &[NameWord<'_>], stems: &Stems) -> Option<[String; 2]> {
    let pairs = |words: &[NameWord<'_>]| -> Vec<[String; 2]> {
        let is_pair = |two: &&[NameWord<'_>]| {
            let is_long =
                |word: &NameWord<'_>| word.is_capitalised() && word.text.chars().count() > 2;
            two[0].is_joined && two.iter().all(is_long)
        };
        let pairs = words.windows(2).filter(is_pair);
        pairs.map(|two| [two[0].text.to_owned(), two[1].text.to_owned()]).collect()
    };
    let (ours, theirs) = (pairs(ours), pairs(theirs));
    let fits = |one: &[String; 2], other: [&String; 2]| {
        spells(&one[0], other[0]) && spells(&one[1], other[1])
    };
    let mut ours = ours.iter().filter(|pair| pair.iter().any(|word| is_given(word, stems)));
    ours.find_map(|one| {
        let is_kept = theirs.iter().any(|[first, last]| fits(one, [first, last]));
        let turned = theirs.iter().find(|[first, last]| fits(one, [last, first]));
        let other = turned.filter(|_| !is_kept && !one.iter().all(|word| *word == one[0]))?;
        Some([one.join(" "), other.join(" ")])
    })
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    #[test]
    fn initials_in_another_order_are_told() {
        let expected = "warning: The translation of “Открыл И. В. Сорин” says “V. I. Sorin” for “И. В. Сорин”.\n";
        assert_eq!(found("Открыл И. В. Сорин. | V. I. Sorin opened it."), expected);
        assert_ne!(found("Открыл Сорин И.В. | It was opened by Sorin V. I."), "");
        assert_ne!(found("Пришёл И. В. Сорин. | I. P. Sorin came."), "");
    }

    #[test]
    fn a_surname_that_no_system_spells_so_is_told() {
        for english in ["Sorkin", "Sorokan", "Sorokni"] {
            assert_ne!(
                found(&format!("Пришёл Олег Сорокин. | Oleg {english} came.")),
                "",
                "{english}"
            );
        }
    }

    #[test]
    fn a_person_who_is_named_nowhere_is_told() {
        let expected =
            "warning: The translation of “Пришёл Олег Сорокин” does not name “Олег Сорокин”.\n";
        assert_eq!(found("Пришёл Олег Сорокин. | Then the mayor came."), expected);
        assert_eq!(found("Пришёл Сорокин. | Then the mayor came."), "");
        assert_eq!(found("Площадь Ленина. | Then the mayor came."), "");
    }

    #[test]
    fn another_person_is_told() {
        for english in ["Oleg Zimin", "Boris Sorokin", "Anton Sorokin"] {
            assert_ne!(found(&format!("Пришёл Олег Сорокин. | Then {english} came.")), "");
        }
        for english in ["Oleg Sorokin", "Sorokin", "Mr. Sorokin", "Mayor Sorokin", "Oleg"] {
            assert_eq!(found(&format!("Пришёл Олег Сорокин. | Then {english} came.")), "");
        }
        let both = "Пришли Олег Сорокин и Борис Зимин. | Boris Zimin and Oleg Sorokin came.";
        assert_eq!(found(both), "");
    }

    #[test]
    fn a_name_and_a_surname_that_changed_places_are_told() {
        assert_ne!(found("Пришёл Олег Сорокин. | Sorokin Oleg came."), "");
    }

    #[test]
    fn a_name_that_is_spelled_two_ways_is_told() {
        let article = |last: &str| {
            format!(
                "current: Пришёл Андрей Котов. | Andrey Kotov came.
                 current: Ждали Андрея Котова. | They waited for Andrey Kotov.
                 current: Вот Андрей. | Here is {last}."
            )
        };
        assert_eq!(findings(&CHECK, &article("Andrey")), "");
        assert_ne!(findings(&CHECK, &article("Andrei")), "");
    }

    #[test]
    fn names_of_any_usual_system_are_fine() {
        for pair in [
            "Пришёл И. В. Сорин. | I. V. Sorin came.",
            "Пришёл Сорин И. В. | I. V. Sorin came.",
            "Открыл Ю. А. Щукин. | Iu. A. Shchukin opened it.",
            "Пришли Олег и Анна Сорокины. | Oleg and Anna Sorokin came.",
            "Ждали Ольгу Бельскую. | They waited for Olga Belskaya.",
            "В Казани и Пскове. | In Kazan and Pskov.",
            "Фильм с Чаплином. | A film with Chaplin.",
            "Сборник Пушкина. | A collection of his poems.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
        let couple = "current: Пришёл Иван Котов. | Ivan Kotov came.
                      current: Пришла Анна Котова. | Anna Kotova came.";
        assert_eq!(findings(&CHECK, couple), "");
    }
}

//! A name keeps its initials, its order and its letters, and is spelled one way all over an article.
//!
//! Any usual system of transliteration is good. A spelling that none of them gives is told only of
//! surnames with a Russian ending, as other names come back to their own languages.

use super::cast::{Cast, Scene, is_slip_of, is_turned_of};
use super::given_names::{is_foreign, is_given, is_given_in_english, is_loan, is_surname};
use super::name_words::{NameWord, words};
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
    let stems = Stems::new("ru");
    let mut known = Spellings::default();
    let scenes = scenes(units);
    let cast = Cast::of(&scenes, &stems);
    let mut seen = Vec::new();
    for scene in &scenes {
        let Scene { at, ours, theirs } = scene;
        let unit = &units[*at];
        let alone = see(&unit.source, &Texts { ours, theirs, stems: &stems });
        // What the whole article says of a name is surer than what one segment does.
        let is_sure = alone.as_ref().is_some_and(|seen| seen.at_most >= Severity::Warning);
        let told = if is_sure { None } else { cast.told(scene, unit) };
        seen.extend(told.or(alone).map(|one| (*at, one)));
        known.learn(*at, [ours, theirs], &stems);
    }
    let told =
        known.told(units).into_iter().filter(|(at, _)| seen.iter().all(|(own, _)| own != at));
    let told: Vec<(usize, Seen)> = told.collect();
    seen.extend(told);
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
fn see(source: &str, texts: &Texts<'_, '_>) -> Option<Seen> {
    let Texts { ours, theirs, stems } = *texts;
    let source = excerpt(source);
    if let Some([old, new]) = initials(ours, theirs) {
        return Some(
            message!("check-names-initials", source = source, old = old, new = new).into(),
        );
    }
    if let Some([old, new]) = order(ours, theirs, stems) {
        return Some(message!("check-names-order", source = source, old = old, new = new).into());
    }
    if let Some([old, new]) = sex(ours, theirs, stems) {
        return Some(message!("check-names-sex", source = source, old = old, new = new).into());
    }
    let told = misspelt(ours, theirs, stems).or_else(|| another(ours, theirs, stems));
    let Some(Misspelt { name, spelling, is_sure }) = told else {
        let name = lost(ours, theirs, stems)?;
        return Some(message!("check-names-lost", source = source, name = name).into());
    };
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

/// A man with a woman's form of his surname, or a woman with a man's.
fn sex(ours: &[NameWord<'_>], theirs: &[NameWord<'_>], stems: &Stems) -> Option<[String; 2]> {
    for two in ours.windows(2).filter(|two| two[0].is_joined && is_given(two[0].text, stems)) {
        for pair in theirs.windows(2).filter(|pair| pair[0].is_joined) {
            let are_same = spells(two[0].text, pair[0].text) && spells(two[1].text, pair[1].text);
            if !are_same || !is_surname(two[1].text) {
                continue;
            }
            let is_womans =
                |name: &str| ["ova", "eva", "ina", "yna"].iter().any(|end| name.ends_with(end));
            let is_mans =
                |name: &str| ["ov", "ev", "in", "yn"].iter().any(|end| name.ends_with(end));
            // «Игорю» and «Игорем» are cases of no woman's name, «Елену» and «Еленой» of no man's.
            let (first, last) = (pair[0].text, pair[1].text);
            let given = two[0].text;
            let is_he = !first.ends_with('a')
                && ["ь", "й", "ю", "ем", "ом"].iter().any(|end| given.ends_with(end));
            let is_she = first.ends_with('a') && two[1].text.ends_with("ой")
                || two[1].text.ends_with("ва") && given.ends_with('а') && first.ends_with('a');
            if is_he && is_womans(last) || is_she && is_mans(last) {
                return Some([
                    two.iter().map(|word| word.text).collect::<Vec<_>>().join(" "),
                    format!("{first} {last}"),
                ]);
            }
        }
    }
    None
}

/// A surname whose spelling no system gives, and what stands for it.
struct Misspelt<'a> {
    name: &'a str,
    spelling: &'a str,
    /// Whether a Russian given name or an initial stands before it.
    is_sure: bool,
}

fn misspelt<'a>(
    ours: &[NameWord<'a>],
    theirs: &[NameWord<'a>],
    stems: &Stems,
) -> Option<Misspelt<'a>> {
    let names = || theirs.iter().filter(|word| word.is_capitalised() && word.text.len() > 2);
    let spelled = |word: &NameWord<'_>, name: &str| {
        spells(word.text, name)
            || name.strip_suffix('s').is_some_and(|name| spells(word.text, name))
    };
    let taken = |name: &NameWord<'_>| ours.iter().any(|word| spelled(word, name.text));
    let is_lost = |at: &usize| {
        let word = &ours[*at];
        word.is_name()
            && word.text.chars().all(is_cyrillic)
            && is_surname(word.text)
            && !names().any(|name| spelled(word, name.text))
    };
    let is_given =
        |word: &NameWord<'_>| word.is_initial() || word.is_joined && is_given(word.text, stems);
    (0..ours.len()).filter(is_lost).find_map(|at| {
        let name = ours[at].text;
        let near = |word: &&NameWord<'_>| !taken(word) && sound_alike(name, word.text);
        let spelling = names().find(near)?.text;
        let before = at.checked_sub(1).map(|before| &ours[before]);
        let is_sure = before.is_some_and(|before| {
            is_given(before) || !is_loan(name) && leads(before, spelling, theirs)
        });
        Some(Misspelt { name, spelling, is_sure })
    })
}

/// Whether a first name stands right before what became of its surname.
fn leads(given: &NameWord<'_>, spelling: &str, theirs: &[NameWord<'_>]) -> bool {
    let is_it = |two: &[NameWord<'_>]| {
        two[0].is_joined && two[1].text == spelling && spells(given.text, two[0].text)
    };
    let is_russian = given.is_joined && given.is_capitalised() && is_surname_in_english(spelling);
    is_russian && theirs.windows(2).any(is_it)
}

/// A person with a Russian name, first name and surname, of whom the translation has neither.
fn lost(ours: &[NameWord<'_>], theirs: &[NameWord<'_>], stems: &Stems) -> Option<String> {
    let is_theirs = |word: &NameWord<'_>| {
        let is_name = |name: &&NameWord<'_>| name.is_capitalised() && name.text.len() > 2;
        theirs
            .iter()
            .filter(is_name)
            .any(|name| spells(word.text, name.text) || sound_alike(word.text, name.text))
    };
    ours.windows(2).find_map(|two| {
        let [given, surname] = two else { return None };
        let is_person = given.is_joined
            && surname.is_name()
            && is_surname(surname.text)
            && !is_given(surname.text, stems)
            && is_given(given.text, stems);
        let is_lost = is_person && !is_theirs(given) && !is_theirs(surname);
        is_lost.then(|| format!("{} {}", given.text, surname.text))
    })
}

/// A person with a Russian name of whom one part was kept and the other became another's.
fn another<'a>(
    ours: &[NameWord<'a>],
    theirs: &[NameWord<'a>],
    stems: &Stems,
) -> Option<Misspelt<'a>> {
    let spelled = |word: &NameWord<'_>, name: &NameWord<'_>| {
        let bare = name.text.strip_suffix('s').unwrap_or(name.text);
        spells(word.text, name.text) || spells(word.text, bare)
    };
    let is_ours = |name: &NameWord<'_>| ours.iter().any(|word| spelled(word, name));
    let is_theirs = |word: &NameWord<'_>| theirs.iter().any(|name| spelled(word, name));
    let is_strange = |name: &NameWord<'_>| {
        name.is_capitalised() && name.text.is_ascii() && name.text.len() > 2 && !is_ours(name)
    };
    for two in ours.windows(2) {
        let [given, surname] = two else { continue };
        let is_person = given.is_joined && given.is_capitalised() && surname.is_name();
        if !is_person || is_given(surname.text, stems) {
            continue;
        }
        for pair in theirs.windows(2).filter(|pair| pair[0].is_joined) {
            let [first, last] = pair else { continue };
            let is_other = spelled(given, first) && is_strange(last) && !is_theirs(surname);
            if is_other && is_other_surname(two, pair, stems) {
                return Some(Misspelt { name: surname.text, spelling: last.text, is_sure: true });
            }
            let is_other = spelled(surname, last) && is_strange(first) && !is_theirs(given);
            let is_name =
                || is_given_in_english(first.text) || is_turned_of(given.text, first.text);
            if is_other && is_given(given.text, stems) && is_name() {
                return Some(Misspelt { name: given.text, spelling: first.text, is_sure: true });
            }
        }
    }
    None
}

/// Whether the surname behind a first name that is kept is no spelling of this one: by its Russian ending, or
/// as a slip of the pen behind a first name that only Russians have.
fn is_other_surname(ours: &[NameWord<'_>], theirs: &[NameWord<'_>], stems: &Stems) -> bool {
    let ([given, surname], [first, last]) = (ours, theirs) else { return false };
    if is_surname(surname.text) && !is_loan(surname.text) {
        return is_given(given.text, stems) || is_surname_in_english(last.text);
    }
    let is_russian =
        is_given(given.text, stems) && !is_foreign(first.text) && !is_loan(surname.text);
    is_russian && is_slip_of(surname.text, last.text)
}

/// Whether an English word ends as Russian surnames do.
fn is_surname_in_english(word: &str) -> bool {
    let ends = ["ov", "ev", "in", "yn", "sky", "ova", "eva", "ina", "yna", "skaya", "enko", "chuk"];
    ends.iter().any(|end| word.ends_with(end))
}

/// The two texts of a unit.
#[derive(Clone, Copy)]
struct Texts<'a, 'b> {
    ours: &'b [NameWord<'a>],
    theirs: &'b [NameWord<'a>],
    stems: &'b Stems,
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

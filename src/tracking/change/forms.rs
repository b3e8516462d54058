//! Forms of one word that say something else: tense, voice, singular and plural.

use crate::model::Concern;

/// When an action is, or that it is asked about at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
    Infinitive,
    Passive,
}

/// How many are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    One,
    /// Neuter: agrees with counted things, too.
    Neuter,
    Many,
}

/// What a change between two forms of one word says.
pub fn concern(language: &str, old: &str, new: &str) -> Option<Concern> {
    match language {
        "ru" => russian(old, new),
        "en" => english(old, new),
        _ => None,
    }
}

fn russian(old: &str, new: &str) -> Option<Concern> {
    if is_slip(old) != is_slip(new) {
        return Some(Concern::Spelling);
    }
    let [(old_verb, old_self), (new_verb, new_self)] = [old, new].map(reflexive);
    let tenses = tense(old_verb).zip(tense(new_verb));
    match tenses {
        Some(
            (Tense::Passive, Tense::Past | Tense::Present)
            | (Tense::Past | Tense::Present, Tense::Passive),
        ) => {
            return Some(Concern::Voice);
        }
        Some((before, now)) if before != now => return Some(Concern::Tense),
        Some((Tense::Past | Tense::Present, _)) if old_self != new_self => {
            return Some(Concern::Voice);
        }
        _ => {}
    }
    if tenses.is_some() {
        return count_of_verbs(old_verb, new_verb);
    }
    let [before, now] =
        [old, new].map(|form| count_of_adjective(form).or_else(|| count_of_noun(form)));
    before.zip(now).filter(|(before, now)| before != now).map(|_| Concern::Number)
}

/// Whether a Russian noun names who did it first as the subject, then as the agent: «совет», «советом».
pub fn became_agent(subject: &str, agent: &str) -> bool {
    const ENDINGS: [(&str, &[&str]); 9] = [
        ("ом", &["", "о"]),
        ("ем", &["", "ь", "й", "е"]),
        ("ой", &["а"]),
        ("ей", &["а", "я"]),
        ("ью", &["ь"]),
        ("ами", &["ы", "и", "а", ""]),
        ("ями", &["и", "я"]),
        ("ым", &["", "ый", "ой"]),
        ("им", &["ий"]),
    ];
    ENDINGS.iter().any(|(ending, subjects)| {
        let stem = agent.strip_suffix(ending).filter(|stem| stem.chars().nth(1).is_some());
        let rest = stem.and_then(|stem| subject.strip_prefix(stem));
        rest.is_some_and(|rest| subjects.contains(&rest))
    })
}

/// Whether a Russian noun went from the subject's case to the object's: «отец», «отца».
pub fn became_object(subject: &str, object: &str) -> bool {
    let ends = |form: &str, endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    let is_verb = tense(subject).is_some() && tense(object).is_some();
    let is_bare = !ends(subject, &["а", "я", "о", "е", "и", "ы", "у", "ю", "э"]);
    let is_masculine = is_bare && ends(object, &["а", "я", "ого", "его"]);
    let is_feminine = ends(subject, &["а", "я"]) && ends(object, &["у", "ю"]);
    let are_many =
        ends(subject, &["ы", "и", "ые", "ие"]) && ends(object, &["ов", "ев", "ей", "ых", "их"]);
    !is_verb && (is_masculine || is_feminine || are_many)
}

/// Whether a man or a woman did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Masculine,
    Feminine,
}

/// Who did it, as a Russian verb in the past or a short participle says.
pub fn gender_of_deed(form: &str) -> Option<Gender> {
    let verb = reflexive(form).0;
    let is_deed = matches!(tense(verb), Some(Tense::Past | Tense::Passive));
    match verb.chars().next_back().filter(|_| is_deed)? {
        'а' => Some(Gender::Feminine),
        'о' | 'и' | 'ы' => None,
        _ => Some(Gender::Masculine),
    }
}

/// Whose name became whose, where one has the other's name: «Петров», «Петрова».
pub fn genders_of_name(old: &str, new: &str) -> Option<(Gender, Gender)> {
    const ENDINGS: [(&str, &str); 6] =
        [("ый", "ая"), ("ий", "ая"), ("ой", "ая"), ("ий", "ия"), ("ин", "ина"), ("", "а")];
    let is_hers = |his: &str, hers: &str| {
        let stems =
            ENDINGS.iter().map(|(man, woman)| (his.strip_suffix(man), hers.strip_suffix(woman)));
        stems
            .into_iter()
            .any(|(his, hers)| his.is_some_and(|stem| stem.chars().nth(1).is_some()) && his == hers)
    };
    let is_name = |form: &str| gender_of_deed(form).is_none();
    match () {
        () if !is_name(old) && !is_name(new) => None,
        () if is_hers(old, new) => Some((Gender::Masculine, Gender::Feminine)),
        () if is_hers(new, old) => Some((Gender::Feminine, Gender::Masculine)),
        () => None,
    }
}

/// Whether a form ends as no Russian word does: «сь» stands after vowels only.
fn is_slip(form: &str) -> bool {
    let before = form.strip_suffix("сь").and_then(|stem| stem.chars().next_back());
    before.is_some_and(|c| !matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я'))
}

/// Whether a Russian form looks like a verb.
pub fn is_verb(form: &str) -> bool {
    tense(reflexive(form).0).is_some()
}

fn reflexive(form: &str) -> (&str, bool) {
    let bare = form.strip_suffix("ся").or_else(|| form.strip_suffix("сь"));
    bare.filter(|bare| bare.chars().count() > 3).map_or((form, false), |bare| (bare, true))
}

fn tense(form: &str) -> Option<Tense> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    if form.chars().count() < 4 {
        return None;
    }
    if ends(&["ен", "ена", "ено", "ены", "ан", "ана", "ано", "аны", "ян", "яна", "яно", "яны"])
        || ends(&["ыт", "ыта", "ыто", "ыты", "ят", "ята", "ято", "яты"])
            && !ends(&["дят", "тят", "сят", "зят", "вят"])
    {
        Some(Tense::Passive)
    } else if ends(&["л", "ла", "ло", "ли"]) {
        Some(Tense::Past)
    } else if ends(&["ет", "ит", "ут", "ют", "ат", "ят", "ешь", "ишь", "ете", "ите"])
    {
        Some(Tense::Present)
    } else if ends(&["ть", "ти", "чь"]) {
        Some(Tense::Infinitive)
    } else {
        None
    }
}

fn count_of_verbs(old: &str, new: &str) -> Option<Concern> {
    let count = |form: &str| {
        let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
        if ends(&["ло", "но", "то"]) {
            Count::Neuter
        } else if ends(&["ли", "ны", "ты", "ут", "ют", "ат", "ят", "ите", "ете"])
        {
            Count::Many
        } else {
            Count::One
        }
    };
    let is_other =
        matches!((count(old), count(new)), (Count::One, Count::Many) | (Count::Many, Count::One));
    is_other.then_some(Concern::Number)
}

fn count_of_adjective(form: &str) -> Option<Count> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    if ends(&["ые", "ых", "ыми", "ие", "их", "ими", "ены", "аны", "жны"]) {
        Some(Count::Many)
    } else if ends(&[
        "ый", "ий", "ой", "ая", "ое", "ого", "его", "ому", "ему", "ую", "яя", "ее", "юю", "жен",
        "жна",
    ]) {
        Some(Count::One)
    } else {
        None
    }
}

/// Only endings that tell by themselves: «-и» and «-а» may be either.
fn count_of_noun(form: &str) -> Option<Count> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    if ends(&["ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев"]) {
        Some(Count::Many)
    } else if ends(&["ом", "ем", "ей", "ою", "ею", "у", "ю", "е"]) {
        Some(Count::One)
    } else {
        None
    }
}

/// Whether two forms that stems part are of one Russian verb: «утвердил» and «утверждён».
pub fn are_one_verb(old: &str, new: &str) -> bool {
    let [(old, old_self), (new, new_self)] = [old, new].map(reflexive);
    if old_self != new_self {
        return false;
    }
    let common = old.chars().zip(new.chars()).take_while(|(one, two)| one == two).count();
    let rest = [old, new].map(|form| form.chars().count() - common);
    let tenses = [old, new].map(|form| tense(reflexive(form).0));
    let is_finite = |tense: Option<Tense>| tense.is_some_and(|tense| tense != Tense::Infinitive);
    common >= 5
        && rest.iter().all(|rest| *rest <= 4)
        && tenses[0] != tenses[1]
        && tenses.into_iter().all(is_finite)
}

/// Whether a Russian noun may have changed from one to many, where its case stayed.
pub fn may_be_another_number(old: &str, new: &str) -> bool {
    let common = old.chars().zip(new.chars()).take_while(|(one, two)| one == two);
    let common: usize = common.map(|(c, _)| c.len_utf8()).sum();
    let [before, now] = [old, new].map(|form| form.get(common..).unwrap_or(""));
    let is_verb = [old, new].iter().all(|form| tense(reflexive(form).0).is_some());
    let grew = |one: &str, many: &str| match many {
        "ы" | "и" | "ов" | "ев" | "ей" => {
            matches!(one, "" | "а" | "я" | "ь" | "й" | "о" | "е" | "у" | "ю")
        }
        "а" | "я" => matches!(one, "о" | "е"),
        "" => matches!(one, "у" | "ю"),
        _ => false,
    };
    !is_verb && common > 4 && (grew(before, now) || grew(now, before))
}

fn english(old: &str, new: &str) -> Option<Concern> {
    let [(before, was), (now, is)] = [old, new].map(english_form);
    let is_kin = before.chars().zip(now.chars()).take(3).all(|(one, two)| one == two);
    // "min" is short for "minutes", and says the same.
    let is_short = before.len().abs_diff(now.len()) > 1;
    match (was, is) {
        (English::Bare, English::S) | (English::S, English::Bare) if is_short => None,
        _ if was == is || !is_kin => None,
        (English::Bare, English::S) | (English::S, English::Bare) => Some(Concern::Number),
        (English::Other, _) | (_, English::Other) => None,
        _ => Some(Concern::Tense),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum English {
    Bare,
    S,
    Past,
    Ing,
    Other,
}

fn english_form(form: &str) -> (&str, English) {
    let ends = |ending: &str| form.strip_suffix(ending).filter(|stem| stem.len() > 2);
    if form.contains('\'') || form.ends_with("ly") || form.ends_with("ion") {
        (form, English::Other)
    } else if let Some(stem) = ends("ed") {
        (stem, English::Past)
    } else if let Some(stem) = ends("ing") {
        (stem, English::Ing)
    } else if let Some(stem) = ends("s").filter(|stem| !stem.ends_with('s')) {
        (stem, English::S)
    } else {
        (form, English::Bare)
    }
}

#[cfg(test)]
mod tests {
    use super::concern;

    fn named(language: &str, old: &str, new: &str) -> &'static str {
        concern(language, old, new).map_or("none", crate::model::Concern::name)
    }

    #[test]
    fn forms_tell_when_and_how_many() {
        for (old, new, expected) in [
            ("выпускает", "выпускал", "tense"),
            ("является", "являлся", "tense"),
            ("погиб", "погибли", "none"),
            ("погибла", "погибли", "number"),
            ("пришло", "пришли", "none"),
            ("сказал", "сказала", "none"),
            ("открыл", "открыт", "voice"),
            ("открыл", "открылся", "voice"),
            ("новый", "новые", "number"),
            ("проекте", "проектах", "number"),
            ("проект", "проекта", "none"),
            ("власть", "власти", "none"),
            ("область", "областей", "none"),
        ] {
            assert_eq!(named("ru", old, new), expected, "{old} {new}");
        }
        assert_eq!(named("en", "school", "schools"), "number");
        assert_eq!(named("en", "opens", "opened"), "tense");
    }
}

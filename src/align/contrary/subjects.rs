//! Who does it and to whom, where no names tell: «Дети учат родителей» and "Parents teach children".
//!
//! English tells by the order of the words, Russian by their cases. So a word before the verb that may be
//! its subject and one behind it that can't must stand in that order in English, unless something turns it.

use super::Places;
use super::voice::{SpokenWord, Voice, Voices};
use crate::model::Span;
use crate::text::vocabulary::plain;

/// Words of a sentence that says one thing, or two.
const MANY: usize = 20;
/// What turns an English sentence round.
const TURNING: [&str; 13] = [
    "by", "was", "were", "been", "being", "is", "are", "be", "from", "after", "as", "there", "whom",
];
/// How Russian verbs end.
const VERBS: [&str; 22] = [
    "л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "ет", "ют", "ит", "ят", "ат", "ут", "ёт",
    "ется", "ются", "ится", "ятся", "ует", "уют", "ают",
];
/// How Russian infinitives end.
const INFINITIVES: [&str; 4] = ["ть", "ться", "ти", "тись"];
/// How Russian nouns end that are no subjects.
const OBLIQUE: [&str; 15] =
    ["у", "ю", "е", "ов", "ев", "ей", "ам", "ям", "ом", "ем", "ой", "ами", "ями", "ах", "ях"];
/// How Russian nouns end that are subjects at best in the singular.
const OBJECT: [&str; 12] = ["у", "ю", "ов", "ев", "ей", "ам", "ям", "ом", "ем", "ой", "ами", "ями"];

/// A word of the Russian text and the only one of the English text that may be it.
struct Couple<'v> {
    russian: &'v SpokenWord,
    english: &'v SpokenWord,
}

/// A subject and an object that changed places around their verb.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    let (russian, english) = match (source.language, target.language) {
        ("ru", "en") => (source, target),
        ("en", "ru") => (target, source),
        _ => return None,
    };
    if source.size().max(target.size()) > MANY {
        return None;
    }
    let couples = couples(russian, english);
    for verb in russian.words().iter().filter(|word| is_verb(&form(russian, word.span))) {
        let split = couples.partition_point(|couple| couple.russian.span.start < verb.span.start);
        let mut before = couples[..split].iter().rev();
        let subject = before.find(|word| may_be_subject(russian, word));
        let object = couples[split..].iter().find(|couple| couple.russian.span != verb.span);
        let object = object.filter(|word| is_object(russian, word));
        let (Some(subject), Some(object)) = (subject, object) else { continue };
        let between = Span::new(object.english.span.end, subject.english.span.start);
        if between.start < between.end && tells(english, between, verb) {
            return Some(match source.language {
                "ru" => Places::both(subject.russian.span, object.english.span),
                _ => Places::both(object.english.span, subject.russian.span),
            });
        }
    }
    None
}

/// Whether the verb stands in this stretch of the English text, and nothing there turns it round.
fn tells(english: &Voice<'_>, stretch: Span, verb: &SpokenWord) -> bool {
    let text = english.text.get(stretch.range()).unwrap_or_default();
    let is_turned =
        text.contains(',') || text.split_whitespace().any(|word| TURNING.contains(&&*plain(word)));
    let mut within = english.words().iter();
    !is_turned
        && within.any(|word| {
            stretch.start <= word.span.start && word.span.end <= stretch.end && word.may_be(verb)
        })
}

fn couples<'v>(russian: &'v Voice<'_>, english: &'v Voice<'_>) -> Vec<Couple<'v>> {
    let mut found = Vec::new();
    for word in russian.words().iter().filter(|word| !word.is_small) {
        let mut others =
            english.words().iter().filter(|other| !other.is_small && other.may_be(word));
        let Some(other) = others.next().filter(|_| others.next().is_none()) else { continue };
        let mut back = russian.words().iter().filter(|word| other.may_be(word));
        if back.next().is_some() && back.next().is_none() {
            found.push(Couple { russian: word, english: other });
        }
    }
    found
}

fn form(voice: &Voice<'_>, span: Span) -> String {
    plain(voice.text.get(span.range()).unwrap_or_default()).into_owned()
}

fn is_verb(form: &str) -> bool {
    form.chars().nth(3).is_some() && VERBS.iter().any(|ending| form.ends_with(ending))
}

fn may_be_subject(russian: &Voice<'_>, word: &Couple<'_>) -> bool {
    let form = form(russian, word.russian.span);
    !is_verb(&form)
        && !INFINITIVES.iter().any(|ending| form.ends_with(ending))
        && !OBLIQUE.iter().any(|ending| form.ends_with(ending))
        && !is_led(russian, word)
}

/// Whether a word is no subject: by its ending, and by no preposition.
fn is_object(russian: &Voice<'_>, word: &Couple<'_>) -> bool {
    let form = form(russian, word.russian.span);
    let is_dative =
        form.ends_with('е') && !["ие", "ые", "ое", "ее"].iter().any(|end| form.ends_with(end));
    let is_oblique = is_dative || OBJECT.iter().any(|ending| form.ends_with(ending));
    is_oblique && !is_verb(&form) && !is_led(russian, word) && !is_counted(russian, word)
}

/// Whether a number stands before a word: «подали 1,5 % участников» says who filed.
fn is_counted(russian: &Voice<'_>, word: &Couple<'_>) -> bool {
    let before = russian.text.get(..word.russian.span.start).unwrap_or_default().trim_end();
    before.ends_with(|c: char| c == '%' || c.is_ascii_digit())
}

/// Whether a preposition stands before a word.
fn is_led(russian: &Voice<'_>, word: &Couple<'_>) -> bool {
    let before =
        russian.words().iter().rev().find(|other| other.span.end <= word.russian.span.start);
    before
        .is_some_and(|before| before.is_small && form(russian, before.span).chars().count() <= LED)
}

/// Letters of a preposition at most.
const LED: usize = 3;

#[cfg(test)]
mod tests {
    use crate::align::contrary::opposed;

    const TOLD: [(&str, &str, &str); 5] = [
        ("Врачи учат студентов.", "Doctors teach students.", "Students teach doctors."),
        (
            "Музей вернул картину городу.",
            "The museum returned the painting to the city.",
            "The painting returned the museum to the city.",
        ),
        (
            "Солдаты спасли туристов.",
            "Soldiers rescued the tourists.",
            "The tourists rescued the soldiers.",
        ),
        (
            "Учитель обвинил директора, а родители поддержали учителя.",
            "The teacher accused the director, and the parents supported him.",
            "The director accused the teacher, and the parents supported him.",
        ),
        (
            "Собаки зимой защищают пилотов от волков.",
            "In winter the dogs protect pilots from wolves.",
            "In winter pilots protect the dogs from wolves.",
        ),
    ];

    #[test]
    fn a_subject_and_an_object_keep_their_places() {
        let mut told = 0;
        for (russian, english, other) in TOLD {
            assert!(opposed(russian, english, ["ru", "en"]).is_none(), "{russian} | {english}");
            assert!(opposed(english, russian, ["en", "ru"]).is_none(), "{russian} | {english}");
            told += usize::from(opposed(russian, other, ["ru", "en"]).is_some());
            told += usize::from(opposed(other, russian, ["en", "ru"]).is_some());
        }
        assert!(told >= 6, "{told}");
    }

    #[test]
    fn a_sentence_that_is_turned_round_tells_the_same() {
        for (russian, english) in [
            ("Мост построили рабочие.", "Workers built the bridge."),
            ("Студентов учат врачи.", "Doctors teach students."),
            ("Картину городу вернул музей.", "The museum returned the painting to the city."),
            ("Солдаты спасли туристов.", "The tourists were rescued by soldiers."),
        ] {
            assert!(opposed(russian, english, ["ru", "en"]).is_none(), "{russian} | {english}");
        }
    }
}

//! Whether a person of the source is who the translation names: each part of the name, and its form.

use super::given_names::{
    is_foreign, is_given, is_given_in_english, is_loan, is_surname, is_surname_in_english, sex_of,
    sex_of_surname,
};
use super::name_words::NameWord;
use super::slips::{is_slip_of, is_turned_of};
use crate::align::sound_alike;
use crate::text::scripts::is_cyrillic;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

/// The two texts of a unit, in words.
#[derive(Clone, Copy)]
pub struct NamedTexts<'a, 'b> {
    pub ours: &'b [NameWord<'a>],
    pub theirs: &'b [NameWord<'a>],
    /// Of the source.
    pub stems: &'b Stems,
    /// Of the translation.
    pub english: &'b Stems,
}

/// A name that became another, or is spelled as no system spells it.
pub fn another<'a>(texts: &NamedTexts<'a, '_>) -> Option<Misspelt<'a>> {
    let NamedTexts { ours, theirs, stems, .. } = *texts;
    misspelt(ours, theirs, stems).or_else(|| changed(ours, theirs, stems))
}

/// A man with a woman's form of his surname, or a woman with a man's: what both texts say.
pub fn sex(texts: &NamedTexts<'_, '_>) -> Option<[String; 2]> {
    let NamedTexts { ours, theirs, stems, .. } = *texts;
    for two in ours.windows(2) {
        if !two[0].is_joined || !is_given(two[0].text, stems) || !is_surname(two[1].text) {
            continue;
        }
        let Some(sex) = sex_of(two[0].text) else { continue };
        for pair in theirs.windows(2) {
            let are_same = pair[0].is_joined
                && spells(two[0].text, pair[0].text)
                && spells(two[1].text, pair[1].text);
            if are_same && sex_of_surname(pair[1].text).is_some_and(|other| other != sex) {
                let joined =
                    |words: &[NameWord<'_>]| format!("{} {}", words[0].text, words[1].text);
                return Some([joined(two), joined(pair)]);
            }
        }
    }
    None
}

/// A surname whose spelling no system gives, and what stands for it.
pub struct Misspelt<'a> {
    pub name: &'a str,
    pub spelling: &'a str,
    /// Whether a Russian given name or an initial stands before it.
    pub is_sure: bool,
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
pub fn lost(texts: &NamedTexts<'_, '_>) -> Option<String> {
    let NamedTexts { ours, theirs, stems, .. } = *texts;
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
fn changed<'a>(
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

#[cfg(test)]
mod tests {
    use crate::checks::names::CHECK;
    use crate::checks::testing::findings;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    #[test]
    fn a_man_has_no_womans_surname() {
        let expected = "warning: The translation of “Суд оправдал Олега Сорокина” says “Oleg Sorokina” for “Олега Сорокина”: a man’s and a woman’s surname end differently.\n";
        assert_eq!(
            found("Суд оправдал Олега Сорокина. | The court acquitted Oleg Sorokina."),
            expected
        );
        for pair in [
            "Дело Игоря Белова закрыто. | The case of Igor Belova is closed.",
            "Пришла Ирина Котова. | Irina Kotov came.",
        ] {
            assert_ne!(found(pair), "", "{pair}");
        }
        for pair in [
            "Суд оправдал Олега Сорокина. | The court acquitted Oleg Sorokin.",
            "Ждали Ирину Котову. | They waited for Irina Kotova.",
            "Пришёл Илья Котов. | Ilya Kotov came.",
            "Встреча с Ольгой Зиминой. | A meeting with Olga Zimina.",
            "Статья Марии Котовой. | An article by Maria Kotova.",
            "Разговор с Андреем Котовым. | A talk with Andrey Kotov.",
            "Пришла Любовь Котова. | Lyubov Kotova came.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
    }

    #[test]
    fn a_slip_in_a_surname_or_a_first_name_is_told() {
        for pair in [
            "Пришёл Глеб Кравец. | Gleb Kravest came.",
            "Пришёл Глеб Зимин. | Gelb Zimin came.",
            "Пришёл Данила Ершов. | Danila Yemelin came.",
        ] {
            assert_ne!(found(pair), "", "{pair}");
        }
        for pair in [
            "Пришёл Марк Рэй. | Mark Wray came.",
            "Пришёл Борис Джонсон. | Boris Johnson came.",
            "Пришла Сара Пэйлин. | Sarah Palin came.",
            "Пришёл Глеб Кравец. | Gleb Kravets came.",
        ] {
            assert!(!found(pair).contains("warning"), "{pair}");
        }
    }
}

//! The people and places of an article: who is called another name than elsewhere in it, and who became another.
//!
//! What a name is in English is told by the other segments of the article, so it is no matter whether a system
//! of transliteration gives it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::name_words::NameWord;
use super::{Seen, excerpt};
use crate::align::{has_meaning, sound_alike};
use crate::l10n::message;
use crate::model::Unit;
use crate::text::distance::Yardstick;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

/// The names of one segment.
pub struct Scene<'a> {
    /// The number of the unit.
    pub at: usize,
    pub ours: Vec<NameWord<'a>>,
    pub theirs: Vec<NameWord<'a>>,
}

/// What an article calls each name, by the stem of its Russian word.
pub struct Cast<'a> {
    stems: &'a Stems,
    spelled: FxHashMap<String, Vec<Called<'a>>>,
    /// Stems that stand side by side, as first names and surnames do.
    couples: FxHashSet<[String; 2]>,
    /// Stems of which a first name and a surname were made in both texts.
    people: FxHashSet<String>,
}

/// What a segment calls a name.
struct Called<'a> {
    at: usize,
    name: &'a str,
}

/// Letters of the shortest name.
const SHORTEST: usize = 3;

impl<'a> Cast<'a> {
    /// Learns what the segments of an article call the names in it.
    pub fn of(scenes: &[Scene<'a>], stems: &'a Stems) -> Self {
        let mut cast = Self {
            stems,
            spelled: FxHashMap::default(),
            couples: FxHashSet::default(),
            people: FxHashSet::default(),
        };
        for scene in scenes {
            for word in scene.ours.iter().filter(|word| may_be_name(word)) {
                if let Some(name) = called(word, scene) {
                    let places = cast.spelled.entry(cast.stem(word)).or_default();
                    places.push(Called { at: scene.at, name });
                }
            }
            for two in scene.ours.windows(2) {
                if two[0].is_joined && two.iter().all(NameWord::is_capitalised) {
                    let [one, other] = [cast.stem(&two[0]), cast.stem(&two[1])];
                    if is_person(two, scene) {
                        cast.people.extend([one.clone(), other.clone()]);
                    }
                    cast.couples.insert([one.clone(), other.clone()]);
                    cast.couples.insert([other, one]);
                }
            }
        }
        cast
    }

    fn stem(&self, word: &NameWord<'_>) -> String {
        self.stems.stem(word.text).to_string()
    }

    /// What a segment calls otherwise than the rest of the article.
    pub fn told(&self, scene: &Scene<'_>, unit: &Unit<'_>) -> Option<Seen> {
        let known: FxHashSet<String> = scene.ours.iter().map(|word| self.stem(word)).collect();
        let strange: Vec<&NameWord<'_>> =
            scene.theirs.iter().filter(|name| is_strange(name, scene)).collect();
        if strange.is_empty() {
            return None;
        }
        for word in scene.ours.iter().filter(|word| may_be_name(word)) {
            let Some(usual) = self.usual(word, scene) else { continue };
            let source = excerpt(&unit.source);
            if let Some(name) = strange.iter().find(|name| is_slip(name.text, usual)) {
                let (new, old) = (name.text.to_owned(), usual.to_owned());
                return Some(
                    message!("check-names-two-ways", source = source, new = new, old = old).into(),
                );
            }
            let other = strange.iter().find(|name| self.is_another(name, word, &known));
            if let Some(name) = other {
                let (new, old) = (name.text.to_owned(), word.text.to_owned());
                return Some(
                    message!("check-names-another", source = source, new = new, old = old).into(),
                );
            }
        }
        None
    }

    /// What other segments call a name that this one calls by none of their words.
    fn usual(&self, word: &NameWord<'_>, scene: &Scene<'_>) -> Option<&'a str> {
        let places = self.spelled.get(&self.stem(word))?;
        let others = || places.iter().filter(|called| called.at != scene.at);
        let times = |name: &str| others().filter(|called| called.name == name).count();
        let usual = others().map(|called| called.name).rev().max_by_key(|name| times(name))?;
        let is_called = scene.theirs.iter().any(|name| {
            name.text == usual
                || spells(word.text, bare(name.text))
                || places.iter().any(|called| called.name == name.text)
        });
        (!is_called).then_some(usual)
    }

    /// Whether a word of the translation is what the article calls somebody of whom this source says nothing.
    fn is_another(
        &self,
        name: &NameWord<'_>,
        word: &NameWord<'_>,
        known: &FxHashSet<String>,
    ) -> bool {
        let own = self.stem(word);
        let mut others = self
            .spelled
            .iter()
            .filter(|(_, places)| places.iter().any(|called| called.name == bare(name.text)));
        let is_person = |stem: &String| self.couples.contains(&[own.clone(), stem.clone()]);
        let Some((stem, _)) = others.next() else { return false };
        let are_people = self.people.contains(&own) && self.people.contains(stem);
        are_people && !known.contains(stem) && !is_person(stem) && others.next().is_none()
    }
}

/// Whether two words are a first name and a surname that stand side by side in the translation, too.
fn is_person(two: &[NameWord<'_>], scene: &Scene<'_>) -> bool {
    let is_it = |pair: &[NameWord<'_>]| {
        pair[0].is_joined
            && spells(two[0].text, pair[0].text)
            && (spells(two[1].text, pair[1].text) || sound_alike(two[1].text, pair[1].text))
    };
    scene.theirs.windows(2).any(is_it)
}

/// Whether a Russian word may be a name; at the beginning of a sentence it must be known from elsewhere.
fn may_be_name(word: &NameWord<'_>) -> bool {
    let mut letters = word.text.chars().skip(1);
    word.is_capitalised()
        && word.text.chars().count() >= SHORTEST
        && letters.all(|c| c.is_lowercase() || c == '-')
}

/// The word of the translation that a name is called.
fn called<'a>(word: &NameWord<'a>, scene: &Scene<'a>) -> Option<&'a str> {
    let names = || scene.theirs.iter().filter(|name| name.is_capitalised());
    let spelled = names().find(|name| spells(word.text, bare(name.text)));
    let alike = || {
        let mut all = names().filter(|name| {
            word.is_name() && !name.opens && sound_alike(word.text, bare(name.text))
        });
        all.next().filter(|_| all.next().is_none())
    };
    let name = spelled.or_else(alike)?;
    (name.text.len() >= SHORTEST).then(|| bare(name.text))
}

/// Whether nothing in the source accounts for a capitalised word.
fn is_strange(name: &NameWord<'_>, scene: &Scene<'_>) -> bool {
    let text = bare(name.text);
    name.is_capitalised()
        && text.is_ascii()
        && text.len() >= SHORTEST
        && text.chars().skip(1).any(|c| c.is_ascii_lowercase())
        && !(name.opens && has_meaning(text, "en"))
        && !scene.ours.iter().any(|word| spells(word.text, text) || word.text == text)
}

/// Without the end of a plural or a possessive.
fn bare(name: &str) -> &str {
    name.strip_suffix("s'").unwrap_or(name)
}

/// Whether a word is another with a slip of the pen in it: a letter too many, too few or another, or two exchanged.
fn is_slip(name: &str, usual: &str) -> bool {
    let (one, other) = (name.to_lowercase(), usual.to_lowercase());
    if one.len() < SHORTEST || other.len() < SHORTEST || one == other {
        return false;
    }
    let most = if other.len() > 5 { 2 } else { 1 };
    let is_form = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| matches!(rest, "s" | "n" | "an" | "ian" | "ns"))
    };
    let is_near = Yardstick::new(&one).distance(&other) <= most || is_exchanged(&one, &other);
    is_near && !is_form(&one, &other) && !is_form(&other, &one)
}

/// Whether two letters side by side changed places.
fn is_exchanged(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len() != other.len() {
        return false;
    }
    let differing: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    match differing[..] {
        [first, second] => {
            second == first + 1 && one[first] == other[second] && one[second] == other[first]
        }
        _ => false,
    }
}

/// Whether an English word is a spelling of a Russian name with two letters exchanged.
pub fn is_turned_of(russian: &str, english: &str) -> bool {
    let letters: Vec<char> = english.to_lowercase().chars().collect();
    for at in 1..letters.len() {
        let mut turned = letters.clone();
        turned.swap(at - 1, at);
        if spells(russian, &turned.iter().collect::<String>()) {
            return true;
        }
    }
    false
}

/// Whether an English word is one slip of the pen away from a spelling of a Russian name.
pub fn is_slip_of(russian: &str, english: &str) -> bool {
    let letters: Vec<char> = english.to_lowercase().chars().collect();
    if letters.len() < SHORTEST || !english.is_ascii() {
        return false;
    }
    let is_it = |letters: &[char]| spells(russian, &letters.iter().collect::<String>());
    for at in 0..letters.len() {
        let mut fewer = letters.clone();
        fewer.remove(at);
        if is_it(&fewer) {
            return true;
        }
        if at + 1 < letters.len() {
            let mut turned = letters.clone();
            turned.swap(at, at + 1);
            if is_it(&turned) {
                return true;
            }
        }
        for letter in 'a'..='z' {
            let mut other = letters.clone();
            other[at] = letter;
            if is_it(&other) {
                return true;
            }
            other = letters.clone();
            other.insert(at, letter);
            if is_it(&other) {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_slip_of;
    use crate::checks::names::CHECK;
    use crate::checks::testing::findings;

    fn found(last: &str) -> String {
        let article = format!(
            "current: Вёл встречу Ян Таллер. | Jan Taller chaired the meeting.
             current: Рядом сидел Пётр Мельник. | Pyotr Melnik sat beside him.
             current: {last}"
        );
        findings(&CHECK, &article)
    }

    #[test]
    fn a_slip_in_a_name_of_the_article_is_told() {
        let expected = "warning: The translation of “Слово взял Таллер” spells “Tallr” what the article spells “Taller” elsewhere.\n";
        assert_eq!(found("Слово взял Таллер. | Then Tallr took the floor."), expected);
        assert_ne!(found("Таллер встал. | Talelr stood up."), "");
    }

    #[test]
    fn another_name_of_the_article_is_told() {
        let expected = "warning: The translation of “Слово взял Таллер” names “Melnik” where the source names “Таллер”.\n";
        assert_eq!(found("Слово взял Таллер. | Then Melnik took the floor."), expected);
    }

    #[test]
    fn other_words_for_a_person_are_fine() {
        for last in [
            "Слово взял Таллер. | Then the chairman took the floor.",
            "Слово взял Таллер. | Then Jan took the floor.",
            "Слово взял Таллер. | Taller's turn came.",
            "Таллер ответил Мельнику. | Melnik got an answer from him.",
            "Слово взял Таллер. | On Monday he took the floor.",
        ] {
            assert_eq!(found(last), "", "{last}");
        }
    }

    proptest! {
        #[test]
        fn one_slip_is_near(at in 0..6_usize) {
            let mut letters: Vec<char> = "kravets".chars().collect();
            letters.swap(at, at + 1);
            let slip: String = letters.into_iter().collect();
            prop_assert!(is_slip_of("Кравец", &slip));
        }
    }
}
